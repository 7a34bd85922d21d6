//! The names: typed ids of everything a charter or an act can name, and bounded text.
//!
//! An id is what the host calls a thing; the library never makes one. It does not say whether the thing exists: that is
//! asked of the state, in `kernel::resolver`.

use std::{borrow::Borrow, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::terms::spelling::Spelling;

/// The longest id, in bytes.
pub const ID_MAX: usize = 128;

/// The longest text, in bytes.
pub const TEXT_MAX: usize = 64 * 1024;

/// What stands where a text or a name is still to be written.
pub(crate) const PLACEHOLDER: &str = "…";

/// Whether a text or a name says nothing: dots, or a line to write on.
pub(crate) fn is_placeholder(it: &str) -> bool {
    it.chars()
        .all(|it| it.is_whitespace() || matches!(it, '.' | '。' | '．' | '…' | '⋯' | '·' | '・' | '_' | '＿'))
}

impl Spelling {
    /// The same of a name as it is kept: hardly any but begins with a letter, a digit or a Chinese character.
    pub(crate) fn is_placeholder(&self) -> bool {
        !self.begins_with_what_says_something() && is_placeholder(self.as_str())
    }
}

/// Why a string cannot be an id or a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// The string is nothing but white space.
    #[error("empty")]
    Empty,
    /// The string is longer than [`ID_MAX`] or [`TEXT_MAX`].
    #[error("{len} bytes long, and at most {max} are allowed")]
    TooLong {
        /// The number of bytes given.
        len: usize,
        /// The number of bytes allowed.
        max: usize,
    },
    /// The string has a control character, or is an id with white space at an end.
    #[error("character {0:?} is not allowed here")]
    Character(char),
}

const fn id(text: &str) -> Result<(), TextError> {
    if text.len() > ID_MAX {
        return Err(TextError::TooLong { len: text.len(), max: ID_MAX });
    }
    let Some((first, _)) = split_first(text.as_bytes()) else {
        return Err(TextError::Empty);
    };
    let (mut rest, mut last, mut control) = (text.as_bytes(), first, None);
    while let Some((next, after)) = split_first(rest) {
        if control.is_none() && is_control(next) {
            control = Some(next);
        }
        (last, rest) = (next, after);
    }
    match control {
        _ if first.is_whitespace() => Err(TextError::Character(first)),
        _ if last.is_whitespace() => Err(TextError::Character(last)),
        Some(bad) => Err(TextError::Character(bad)),
        None => Ok(()),
    }
}

const fn text(text: &str) -> Result<(), TextError> {
    if text.len() > TEXT_MAX {
        return Err(TextError::TooLong { len: text.len(), max: TEXT_MAX });
    }
    let (mut rest, mut blank, mut control) = (text.as_bytes(), true, None);
    while let Some((next, after)) = split_first(rest) {
        blank = blank && next.is_whitespace();
        if control.is_none() && is_control(next) && !matches!(next, '\n' | '\t') {
            control = Some(next);
        }
        rest = after;
    }
    match control {
        _ if blank => Err(TextError::Empty),
        Some(bad) => Err(TextError::Character(bad)),
        None => Ok(()),
    }
}

/// `char::is_control`, in a const.
const fn is_control(it: char) -> bool {
    matches!(it, '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}')
}

/// The first character of UTF-8 and what follows it, in a const.
const fn split_first(utf8: &[u8]) -> Option<(char, &[u8])> {
    const fn of(lead: u32, rest: &[u8], following: usize) -> Option<(char, &[u8])> {
        let (mut code, mut rest, mut left) = (lead, rest, following);
        while left > 0 {
            let [next, after @ ..] = rest else { return None };
            code = code << 6 | (*next & 0x3F) as u32;
            (rest, left) = (after, left - 1);
        }
        match char::from_u32(code) {
            Some(it) => Some((it, rest)),
            None => None,
        }
    }
    let [lead, rest @ ..] = utf8 else { return None };
    match *lead {
        it @ ..0x80 => of(it as u32, rest, 0),
        it @ ..0xE0 => of((it & 0x1F) as u32, rest, 1),
        it @ ..0xF0 => of((it & 0x0F) as u32, rest, 2),
        it => of((it & 0x07) as u32, rest, 3),
    }
}

/// A string in the program that is an id; which one, the place says where it stands.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct IdLiteral(&'static str);

impl IdLiteral {
    /// Checked when the program is compiled, by [`id!`](crate::id!).
    pub const fn new(literal: &'static str) -> Self {
        assert!(
            id(literal).is_ok(),
            "this is not an id: empty, too long, or with a character that is not allowed"
        );
        Self(literal)
    }
}

impl Text {
    /// Checked when the program is compiled, by [`text!`](crate::text!).
    #[doc(hidden)]
    pub const fn literal(literal: &'static str) -> Self {
        assert!(
            text(literal).is_ok(),
            "this is not a text: blank, too long, or with a character that is not allowed"
        );
        Self(Spelling::literal(literal))
    }
}

/// What is read from strings is read by `try_from` as well.
macro_rules! from_strings {
    ($($name:ty)*) => {$(
        impl TryFrom<&str> for $name {
            type Error = <Self as std::str::FromStr>::Err;

            fn try_from(it: &str) -> Result<Self, Self::Error> {
                it.parse()
            }
        }

        impl TryFrom<String> for $name {
            type Error = <Self as std::str::FromStr>::Err;

            fn try_from(it: String) -> Result<Self, Self::Error> {
                it.parse()
            }
        }
    )*};
}

pub(crate) use from_strings;

struct NameVisitor<T>(fn(&str) -> Result<T, TextError>, &'static str);

impl<T> de::Visitor<'_> for NameVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.1)
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<T, E> {
        (self.0)(value).map_err(|why| E::custom(format_args!("not {}: {why}", self.1)))
    }
}

macro_rules! names {
    ($($(#[doc = $doc:literal])* $name:ident, $make:ident, $kind:literal, $what:literal;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Spelling);

        #[cfg(feature = "schema")]
        crate::terms::schema::strings! { $(#[doc = $doc])* $name: $make; }

        impl $name {
            /// The word for such a name in refusals and trails.
            pub const KIND: &'static str = $kind;

            /// The string itself.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl FromStr for $name {
            type Err = TextError;

            fn from_str(s: &str) -> Result<Self, TextError> {
                $make(s).map(|()| Self(Spelling::new(s)))
            }
        }

        from_strings! { $name }

        impl $name {
            /// How it is spelled: by it the name of something is found in maps, whatever it is the name of.
            #[allow(dead_code, reason = "not every kind of name is asked")]
            pub(crate) fn spelling(&self) -> &Spelling {
                &self.0
            }
        }

        impl Borrow<Spelling> for $name {
            fn borrow(&self) -> &Spelling {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(self.as_str(), f)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(NameVisitor($name::from_str, $what))
            }
        }
    )*};
}

macro_rules! ids {
    ($($name:ident)*) => {$(
        /// Every id is a text.
        impl From<&$name> for Text {
            fn from(it: &$name) -> Self {
                Self(it.0.clone())
            }
        }

        impl From<IdLiteral> for $name {
            fn from(it: IdLiteral) -> Self {
                Self(Spelling::literal(it.0))
            }
        }
    )*};
}

ids! {
    CharterId ClauseId UnitId ClassId PostId PersonId MeetingId RequestId ItemId MinutesId DocumentId SeriesId BulletinId
    AssignmentId GroupId ActionId InspectionId RegisterItemId ChannelId CaseId MatterId ChildId
    IncomingId
}

names! {
    /// A charter (制度), without its version.
    CharterId, id, "charter", "a charter id";
    /// A clause (条款) of a charter.
    ClauseId, id, "clause", "a clause id";
    /// A unit (单位): a member unit, the seat of the office, a street.
    UnitId, id, "unit", "a unit id";
    /// A class of units (一类单位), such as all banks of a district.
    ClassId, id, "class", "a class id";
    /// A post (职务), held by a person for a time.
    PostId, id, "post", "a post id";
    /// A person.
    PersonId, id, "person", "a person id";
    /// A meeting (一次会议).
    MeetingId, id, "meeting", "a meeting id";
    /// A request for a meeting (提请).
    RequestId, id, "request", "a request id";
    /// An agenda item (议题).
    ItemId, id, "item", "an item id";
    /// Minutes (会议纪要).
    MinutesId, id, "minutes", "a minutes id";
    /// A formal document (正式文件).
    DocumentId, id, "document", "a document id";
    /// A number series (发文字号的序列).
    SeriesId, id, "series", "a series id";
    /// A briefing (简报) or a circular (通报).
    BulletinId, id, "bulletin", "a bulletin id";
    /// An assignment (落实任务) of an agreed matter to a unit.
    AssignmentId, id, "assignment", "an assignment id";
    /// A joint working group (联合工作组).
    GroupId, id, "group", "a group id";
    /// A joint action (联合治理行动).
    ActionId, id, "action", "an action id";
    /// A supervisory inspection (督导检查).
    InspectionId, id, "inspection", "an inspection id";
    /// An item of the responsibility register (职责项目).
    RegisterItemId, id, "register_item", "a register item id";
    /// A data channel (数据对接渠道).
    ChannelId, id, "channel", "a channel id";
    /// A case of adverse online opinion (网络负面舆情).
    CaseId, id, "case", "a case id";
    /// A matter assigned from above (交办事项).
    MatterId, id, "matter", "a matter id";
    /// A lower body (下级联席会议).
    ChildId, id, "child", "a child id";
    /// Something that came in (来文来件): a letter, an instruction, a matter of a citizen or a street.
    IncomingId, id, "incoming", "an incoming id";
    /// Text written by a person: not empty, at most 64 KiB, no control characters but line feed and tab.
    Text, text, "text", "a text";
}

crate::terms::chinese::in_words! { TextError }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_texts_are_bounded() {
        assert!(UnitId::from_str(&"x".repeat(ID_MAX)).is_ok());
        assert!(UnitId::from_str(&"x".repeat(ID_MAX + 1)).is_err());
        assert!(Text::from_str(&"x".repeat(TEXT_MAX)).is_ok());
        assert!(Text::from_str(&"x".repeat(TEXT_MAX + 1)).is_err());
        assert_eq!(UnitId::from_str(""), Err(TextError::Empty));
        assert_eq!(UnitId::from_str(" a"), Err(TextError::Character(' ')));
        assert_eq!(UnitId::from_str("a\0b"), Err(TextError::Character('\0')));
        assert!(UnitId::from_str("区委网信办").is_ok());
        assert_eq!(Text::from_str(" \n"), Err(TextError::Empty));
    }

    /// What an id may be, said without a const.
    fn plain_id(text: &str) -> Result<(), TextError> {
        if text.len() > ID_MAX {
            return Err(TextError::TooLong { len: text.len(), max: ID_MAX });
        }
        let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
            return Err(TextError::Empty);
        };
        let edge = [first, last].into_iter().find(|it| it.is_whitespace());
        edge.or_else(|| text.chars().find(|it| it.is_control()))
            .map_or(Ok(()), |it| Err(TextError::Character(it)))
    }

    /// What a text may be, said without a const.
    fn plain_text(text: &str) -> Result<(), TextError> {
        if text.len() > TEXT_MAX {
            return Err(TextError::TooLong { len: text.len(), max: TEXT_MAX });
        }
        if text.trim().is_empty() {
            return Err(TextError::Empty);
        }
        let bad = text.chars().find(|it| it.is_control() && !matches!(it, '\n' | '\t'));
        bad.map_or(Ok(()), |it| Err(TextError::Character(it)))
    }

    #[test]
    fn every_character_is_judged_in_a_const_as_outside() {
        let planes = ['\0'..='\u{33FF}', '\u{D000}'..='\u{10400}', '\u{10FFF0}'..='\u{10FFFF}'];
        for it in planes.into_iter().flatten() {
            for text in [
                format!("{it}"),
                format!("{it}\u{7}é"),
                format!("国{it}𠀀"),
                format!(" {it}"),
                format!("a\u{85}{it}"),
            ] {
                assert_eq!(id(&text), plain_id(&text), "{text:?}");
                assert_eq!(self::text(&text), plain_text(&text), "{text:?}");
                assert!(id(&text).is_err() || self::text(&text).is_ok(), "every id is a text: {text:?}");
            }
        }
        for length in [0, ID_MAX / 3, ID_MAX / 3 + 1, TEXT_MAX / 3, TEXT_MAX / 3 + 1] {
            let text = "国".repeat(length);
            assert_eq!(id(&text), plain_id(&text), "{length}");
            assert_eq!(self::text(&text), plain_text(&text), "{length}");
        }
    }
}
