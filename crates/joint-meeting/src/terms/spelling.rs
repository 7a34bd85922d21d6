//! The spelling of an id or a text: a string that is held in place where it is short, and quick to compare.
//!
//! Maps by names compare names more often than they do anything else.

use std::{cmp::Ordering, fmt, hash, sync::Arc};

use serde::{Serialize, Serializer};

/// The longest string in place, in bytes: so many that a spelling takes no more room than a `String`.
const IN_PLACE: usize = 23;

/// A string that does not change.
#[derive(Clone)]
pub(crate) enum Spelling {
    /// A string in place, and zeros after it.
    InPlace(Length, [u8; IN_PLACE]),
    /// A longer one in the program.
    Literal(&'static str),
    /// A longer one.
    Long(Arc<str>),
}

/// The length of a string in place. As there are no more of them, what tells the kinds of spelling apart takes no room.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub(crate) enum Length { L0, L1, L2, L3, L4, L5, L6, L7, L8, L9, L10, L11, L12, L13, L14, L15, L16, L17, L18, L19, L20, L21, L22, L23 }

impl Length {
    #[rustfmt::skip]
    const ALL: [Self; IN_PLACE + 1] = {
        use Length::*;
        [L0, L1, L2, L3, L4, L5, L6, L7, L8, L9, L10, L11, L12, L13, L14, L15, L16, L17, L18, L19, L20, L21, L22, L23]
    };
}

const _: () = assert!(size_of::<Spelling>() <= 24 && size_of::<Option<Spelling>>() <= 24);

impl Spelling {
    pub(crate) fn new(text: &str) -> Self {
        let Some(length) = Length::ALL.get(text.len()) else { return Self::Long(text.into()) };
        let mut bytes = [0; IN_PLACE];
        bytes.iter_mut().zip(text.bytes()).for_each(|(to, from)| *to = from);
        Self::InPlace(*length, bytes)
    }

    /// The spelling of a string in the program.
    #[expect(clippy::indexing_slicing, reason = "a const has no other way; it is just looked that it fits")]
    pub(crate) const fn literal(text: &'static str) -> Self {
        if text.len() > IN_PLACE {
            return Self::Literal(text);
        }
        let (mut bytes, mut at) = ([0; IN_PLACE], 0);
        while at < text.len() {
            bytes[at] = text.as_bytes()[at];
            at += 1;
        }
        Self::InPlace(Length::ALL[text.len()], bytes)
    }

    pub(crate) fn as_str(&self) -> &str {
        match self {
            // What was put in was a string, so that it is one still.
            Self::InPlace(..) => std::str::from_utf8(self.as_bytes()).unwrap_or_default(),
            Self::Literal(text) => text,
            Self::Long(text) => text,
        }
    }

    /// Whether it begins with a letter or a digit of ASCII, or a character from U+4000 to U+CFFF, among which are most Chinese
    /// ones and neither white space nor dots.
    pub(crate) fn begins_with_what_says_something(&self) -> bool {
        self.as_bytes().first().is_some_and(|it| it.is_ascii_alphanumeric() || matches!(it, 0xE4..=0xEC))
    }

    fn as_bytes(&self) -> &[u8] {
        match self {
            Self::InPlace(length, bytes) => bytes.get(..*length as usize).unwrap_or_default(),
            Self::Literal(text) => text.as_bytes(),
            Self::Long(text) => text.as_bytes(),
        }
    }
}

/// Eight bytes as the number that has their order.
fn word(bytes: &[u8; IN_PLACE], from: usize) -> u64 {
    let word = bytes.get(from..).and_then(<[u8]>::first_chunk);
    word.map_or(0, |it| u64::from_be_bytes(*it))
}

/// The order of the bytes, as strings have it. Most names differ in their first eight, and are compared where they are met.
impl Ord for Spelling {
    #[inline(always)]
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::InPlace(_, one), Self::InPlace(_, another)) if word(one, 0) != word(another, 0) => {
                word(one, 0).cmp(&word(another, 0))
            }
            _ => self.cmp_whole(other),
        }
    }
}

impl Spelling {
    /// Of two in place, the zeros after the shorter one are less than what the longer one has there, or the same.
    #[inline(never)]
    fn cmp_whole(&self, other: &Self) -> Ordering {
        let (Self::InPlace(length, one), Self::InPlace(other_length, other)) = (self, other) else {
            return self.as_bytes().cmp(other.as_bytes());
        };
        for from in [0, 8, IN_PLACE - 8] {
            let (one, other) = (word(one, from), word(other, from));
            if one != other {
                return one.cmp(&other);
            }
        }
        length.cmp(other_length)
    }
}

impl PartialOrd for Spelling {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Spelling {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::InPlace(length, one), Self::InPlace(other_length, other)) => {
                length == other_length && one == other
            }
            _ => self.as_bytes() == other.as_bytes(),
        }
    }
}

impl Eq for Spelling {}

impl hash::Hash for Spelling {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Serialize for Spelling {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Debug for Spelling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::{dice::Dice, id::is_placeholder};

    #[test]
    fn spellings_are_compared_as_strings_are() {
        let parts = ["", "a", "b", "\0", "é", "国", "unit-", "0123456", "long enough for no place"];
        for seed in 0..2000 {
            let mut dice = Dice::new(seed);
            let [one, other] = [(); 2].map(|()| {
                let parts = (0..dice.below(5)).map(|_| *dice.one_of(&parts));
                parts.collect::<String>()
            });
            let (a, b) = (Spelling::new(&one), Spelling::new(&other));
            assert_eq!(a.as_str(), one);
            assert_eq!(a.cmp(&b), one.cmp(&other), "{one:?}, {other:?}");
            assert_eq!(a == b, one == other, "{one:?}, {other:?}");
        }
    }

    #[test]
    fn what_says_nothing_is_seen_by_its_first_byte_as_by_all_of_it() {
        for it in '\0'..=char::MAX {
            for text in [format!("{it}"), format!("{it}…"), format!("{it}a")] {
                assert_eq!(Spelling::new(&text).is_placeholder(), is_placeholder(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn every_length_is_kept() {
        const SHORT: Spelling = Spelling::literal("国税");
        const LONG: Spelling = Spelling::literal("a literal that is too long for its place");
        assert_eq!(SHORT, Spelling::new("国税"));
        assert_eq!(LONG, Spelling::new(LONG.as_str()));
        for length in 0..40 {
            let text = "x".repeat(length);
            assert_eq!(Spelling::new(&text).as_str(), text);
        }
    }
}
