//! The names: typed ids of everything a charter or an act can name, and bounded text.
//!
//! An id is what the host calls a thing; the library never makes one. It does not say whether the thing exists: that is
//! asked of the state, in `kernel::resolver`.

use std::{borrow::Borrow, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, de};
use smol_str::SmolStr;

/// The longest id, in bytes.
pub const ID_MAX: usize = 128;

/// The longest text, in bytes.
pub const TEXT_MAX: usize = 64 * 1024;

/// Why a string cannot be an id or a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidText {
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

fn id(text: &str) -> Result<SmolStr, InvalidText> {
    if text.len() > ID_MAX {
        return Err(InvalidText::TooLong { len: text.len(), max: ID_MAX });
    }
    let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
        return Err(InvalidText::Empty);
    };
    let edge = [first, last].into_iter().find(|it| it.is_whitespace());
    match edge.or_else(|| text.chars().find(|it| it.is_control())) {
        Some(bad) => Err(InvalidText::Character(bad)),
        None => Ok(SmolStr::new(text)),
    }
}

fn text(text: &str) -> Result<SmolStr, InvalidText> {
    if text.len() > TEXT_MAX {
        return Err(InvalidText::TooLong { len: text.len(), max: TEXT_MAX });
    }
    if text.trim().is_empty() {
        return Err(InvalidText::Empty);
    }
    match text.chars().find(|it| it.is_control() && !matches!(it, '\n' | '\t')) {
        Some(bad) => Err(InvalidText::Character(bad)),
        None => Ok(SmolStr::new(text)),
    }
}

struct Visitor<T>(fn(&str) -> Result<T, InvalidText>, &'static str);

impl<T> de::Visitor<'_> for Visitor<T> {
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
        pub struct $name(SmolStr);

        #[cfg(feature = "schema")]
        crate::terms::schema::strings! { $(#[doc = $doc])* $name: $make; }

        impl $name {
            /// The word for such a name in refusals and trails.
            pub const KIND: &'static str = $kind;

            /// The string itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidText;

            fn from_str(s: &str) -> Result<Self, InvalidText> {
                $make(s).map(Self)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(self.as_str(), f)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Visitor($name::from_str, $what))
            }
        }
    )*};
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
    /// Text written by a person: not empty, at most 64 KiB, no control characters but line feed and tab.
    Text, text, "text", "a text";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_texts_are_bounded() {
        assert!(UnitId::from_str(&"x".repeat(ID_MAX)).is_ok());
        assert!(UnitId::from_str(&"x".repeat(ID_MAX + 1)).is_err());
        assert!(Text::from_str(&"x".repeat(TEXT_MAX)).is_ok());
        assert!(Text::from_str(&"x".repeat(TEXT_MAX + 1)).is_err());
        assert_eq!(UnitId::from_str(""), Err(InvalidText::Empty));
        assert_eq!(UnitId::from_str(" a"), Err(InvalidText::Character(' ')));
        assert_eq!(UnitId::from_str("a\0b"), Err(InvalidText::Character('\0')));
        assert!(UnitId::from_str("区委网信办").is_ok());
        assert_eq!(Text::from_str(" \n"), Err(InvalidText::Empty));
    }
}
