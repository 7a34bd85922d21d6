//! What acts and the records inside them share: how they cross the border, and what they mention.

use crate::terms::{
    id::{
        ActionId, AssignmentId, BulletinId, CaseId, ChannelId, CharterId, ChildId, ClassId, ClauseId,
        DocumentId, GroupId, IncomingId, InspectionId, ItemId, MatterId, MeetingId, MinutesId, PersonId,
        PostId, RegisterItemId, RequestId, SeriesId, Text, UnitId,
    },
    language::Language,
    period::Period,
    sorted::Map,
    spelling::Spelling,
    time::{Date, MonthDay, Time},
};

/// Something that can name things: units, meetings, documents …
pub(crate) trait Mention {
    /// The kind of value that it is.
    const KIND: &'static str = "object";
    /// Whether it is a list of such values.
    const MANY: bool = false;
    /// Its fields, if it is an object.
    const FIELDS: &'static [ActField] = &[];

    /// Calls `found` with the kind and the id of each thing named, and with each text.
    fn mention<'a>(&'a self, found: &mut dyn FnMut(&'static str, &'a Spelling));
}

/// A field of an act, or of an object within one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActField {
    /// Its name on the wire.
    pub name: &'static str,
    /// What stands there: `text`, `date`, `time`, `number`, `yes_or_no`, `word`, `object`, or the kind of thing that is named.
    pub kind: &'static str,
    /// Whether it is a list of such.
    pub many: bool,
    /// Whether it may be left out.
    pub optional: bool,
}

/// Structs that cross the wire: unknown keys are refused, and what they mention is known.
///
/// A field is declared as in any struct; a `year` is read as one of [`YEARS`](crate::time::YEARS). Before `pub` stands `optional` if it
/// may be left out. `new` takes every field that may not be left out; the others have a method each.
macro_rules! record {
    ($($(#[$meta:meta])* pub struct $name:ident { $($fields:tt)* })*) => {
        $(crate::terms::record::record_of! { [$(#[$meta])* $name] [] $($fields)* })*
    };
}

/// One of the structs of `record!`: gathers for each field its attributes, its type, the parameter and the value by which
/// `new` begins it, and its method, and then writes all.
macro_rules! record_of {
    ([$(#[$meta:meta])* $name:ident] [
        $({ $field:ident [$($doc:literal)*] [$($serde:tt)*] [$ty:ty] [$($param:tt)*] [$init:expr] [$($setter:tt)*] })*
    ]) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub struct $name { $($(#[doc = $doc])* #[serde($($serde)*)] pub $field: $ty,)* }

        #[allow(clippy::new_without_default, clippy::wrong_self_convention, reason = "methods have the names of fields")]
        impl $name {
            /// With what must be said, in the order of the fields. What else there is to say has a method of its name.
            pub fn new($($($param)*)*) -> Self {
                Self { $($field: $init,)* }
            }

            $($($setter)*)*
        }

        impl crate::terms::record::Mention for $name {
            const FIELDS: &'static [crate::terms::record::ActField] = &[$(crate::terms::record::ActField {
                name: stringify!($field),
                kind: <$ty as crate::terms::record::Mention>::KIND,
                many: <$ty as crate::terms::record::Mention>::MANY,
                // Only what must be said is a parameter of `new`.
                optional: stringify!($($param)*).is_empty(),
            }),*];

            fn mention<'a>(&'a self, found: &mut dyn FnMut(&'static str, &'a crate::terms::spelling::Spelling)) {
                $(crate::terms::record::Mention::mention(&self.$field, found);)*
                let _ = found;
            }
        }
    };

    ($head:tt $done:tt $(#[doc = $doc:literal])* pub year: i32, $($rest:tt)*) => {
        crate::terms::record::record_of! { @required $head $done year [$($doc)*]
            [deserialize_with = "crate::terms::date::bounded_year"] [i32] [i32] [year] $($rest)* }
    };
    ($head:tt $done:tt $(#[doc = $doc:literal])* pub $field:ident: Vec<$item:ty>, $($rest:tt)*) => {
        crate::terms::record::record_of! { @required $head $done $field [$($doc)*]
            [deserialize_with = "crate::terms::json::shape::list"] [Vec<$item>]
            [impl IntoIterator<Item = $item>] [$field.into_iter().collect()] $($rest)* }
    };
    ($head:tt $done:tt $(#[doc = $doc:literal])* pub $field:ident: Map<$key:ty, $value:ty>, $($rest:tt)*) => {
        crate::terms::record::record_of! { @required $head $done $field [$($doc)*]
            [deserialize_with = "crate::terms::json::shape::map"] [Map<$key, $value>]
            [impl IntoIterator<Item = ($key, $value)>] [$field.into_iter().collect()] $($rest)* }
    };
    ($head:tt $done:tt $(#[doc = $doc:literal])* pub $field:ident: $ty:ty, $($rest:tt)*) => {
        crate::terms::record::record_of! { @required $head $done $field [$($doc)*]
            [] [$ty] [$ty] [$field] $($rest)* }
    };

    ($head:tt $done:tt $(#[doc = $doc:literal])* optional pub $field:ident: Vec<$item:ty>, $($rest:tt)*) => {
        crate::terms::record::record_of! { @optional $head $done $field [$($doc)*]
            [deserialize_with = "crate::terms::json::shape::list", skip_serializing_if = "Vec::is_empty"] [Vec<$item>]
            [impl IntoIterator<Item = $item>] [$field.into_iter().collect()] $($rest)* }
    };
    ($head:tt $done:tt $(#[doc = $doc:literal])* optional pub $field:ident: Option<$ty:ty>, $($rest:tt)*) => {
        crate::terms::record::record_of! { @optional $head $done $field [$($doc)*]
            [skip_serializing_if = "Option::is_none"] [Option<$ty>] [$ty] [Some($field)] $($rest)* }
    };
    ($head:tt $done:tt $(#[doc = $doc:literal])* optional pub $field:ident: $ty:ty, $($rest:tt)*) => {
        crate::terms::record::record_of! { @optional $head $done $field [$($doc)*]
            [skip_serializing_if = "crate::terms::record::is_default"] [$ty] [$ty] [$field] $($rest)* }
    };

    (@required $head:tt [$($done:tt)*] $field:ident [$($doc:literal)*]
        [$($serde:tt)*] [$ty:ty] [$given:ty] [$value:expr] $($rest:tt)*
    ) => {
        crate::terms::record::record_of! { $head [$($done)* {
            $field [$($doc)*] [$($serde)*] [$ty] [$field: $given,] [$value] []
        }] $($rest)* }
    };
    (@optional $head:tt [$($done:tt)*] $field:ident [$($doc:literal)*]
        [$($serde:tt)*] [$ty:ty] [$given:ty] [$value:expr] $($rest:tt)*
    ) => {
        crate::terms::record::record_of! { $head [$($done)* {
            $field [$($doc)*] [default, $($serde)*] [$ty] [] [Default::default()] [
                $(#[doc = $doc])*
                #[must_use]
                pub fn $field(mut self, $field: $given) -> Self {
                    self.$field = $value;
                    self
                }
            ]
        }] $($rest)* }
    };
}

pub(crate) use {record, record_of};

/// Whether a field that may be left out says no more than if it were.
pub(crate) fn is_default<T: Default + PartialEq>(it: &T) -> bool {
    *it == T::default()
}

/// An option of an enum of plain words.
pub(crate) trait Word: Copy + 'static {
    /// Every word of the list, in order.
    const LIST: &'static [Self];

    /// Its word in JSON.
    fn word(&self) -> &'static str;

    /// Its words in a sentence.
    fn text(&self, language: Language) -> &'static str;
}

/// The length of a name in snake case.
pub(crate) const fn snake_len(name: &str) -> usize {
    let (mut rest, mut len) = (name.as_bytes(), 0);
    while let [letter, after @ ..] = rest {
        len += if letter.is_ascii_uppercase() && len > 0 { 2 } else { 1 };
        rest = after;
    }
    len
}

/// A name in snake case, as serde writes it: `OnAgenda` is `on_agenda`.
#[expect(clippy::indexing_slicing, reason = "in a const: too short a word would not compile")]
pub(crate) const fn snake<const LEN: usize>(name: &str) -> [u8; LEN] {
    let (mut rest, mut at, mut word) = (name.as_bytes(), 0, [b'_'; LEN]);
    while let [letter, after @ ..] = rest {
        at += if letter.is_ascii_uppercase() && at > 0 { 1 } else { 0 };
        word[at] = letter.to_ascii_lowercase();
        at += 1;
        rest = after;
    }
    word
}

/// An enum of plain words that crosses the wire. Behind each option stand its words in Chinese and in English sentences.
macro_rules! words {
    ($(
        $(#[$meta:meta])*
        $vis:vis enum $name:ident { $($(#[$option_meta:meta])* $option:ident $zh:literal $en:literal,)* }
    )*) => {$(
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $vis enum $name { $($(#[$option_meta])* $option,)* }

        impl $name {
            /// Every word of the list, in order.
            #[allow(dead_code)]
            $vis const ALL: &'static [Self] = &[$(Self::$option),*];

            /// Its word in JSON.
            $vis const fn word(self) -> &'static str {
                match self {
                    $(Self::$option => {
                        const NAME: &str = stringify!($option);
                        const WORD: &[u8] = &crate::terms::record::snake::<{ crate::terms::record::snake_len(NAME) }>(NAME);
                        match std::str::from_utf8(WORD) {
                            Ok(word) => word,
                            Err(_) => NAME,
                        }
                    })*
                }
            }

            /// Its words in a sentence.
            #[allow(dead_code)]
            $vis const fn text(self, language: crate::terms::language::Language) -> &'static str {
                match self { $(Self::$option => language.of($zh, $en),)* }
            }
        }

        impl crate::terms::record::Word for $name {
            const LIST: &'static [Self] = Self::ALL;

            fn word(&self) -> &'static str {
                Self::word(*self)
            }

            fn text(&self, language: crate::terms::language::Language) -> &'static str {
                Self::text(*self, language)
            }
        }

        impl crate::terms::record::Mention for $name {
            const KIND: &'static str = "word";

            fn mention<'a>(&'a self, _: &mut dyn FnMut(&'static str, &'a crate::terms::spelling::Spelling)) {}
        }
    )*};
}

pub(crate) use words;

/// A key with a name: the name stands for it in JSON and in texts.
macro_rules! keyed {
    ($key:ident) => {
        impl serde::Serialize for $key {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl std::fmt::Display for $key {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}

pub(crate) use keyed;

macro_rules! ids {
    ($($id:ident)*) => {$(
        impl Mention for $id {
            const KIND: &'static str = $id::KIND;

            fn mention<'a>(&'a self, found: &mut dyn FnMut(&'static str, &'a Spelling)) {
                found($id::KIND, self.spelling());
            }
        }
    )*};
}

macro_rules! silent {
    ($($ty:ty, $kind:literal;)*) => {$(
        impl Mention for $ty {
            const KIND: &'static str = $kind;

            fn mention<'a>(&'a self, _: &mut dyn FnMut(&'static str, &'a Spelling)) {}
        }
    )*};
}

ids! {
    CharterId ClauseId UnitId ClassId PostId PersonId MeetingId RequestId ItemId MinutesId DocumentId SeriesId
    BulletinId AssignmentId GroupId ActionId InspectionId RegisterItemId ChannelId CaseId MatterId ChildId IncomingId
    Text
}

silent! {
    String, "text"; bool, "yes_or_no"; u16, "number"; u32, "number"; i32, "number"; Date, "date"; Time, "time";
    Period, "period"; MonthDay, "month_day";
}

impl<T: Mention> Mention for Option<T> {
    const KIND: &'static str = T::KIND;
    const MANY: bool = T::MANY;

    fn mention<'a>(&'a self, found: &mut dyn FnMut(&'static str, &'a Spelling)) {
        if let Some(it) = self {
            it.mention(found);
        }
    }
}

impl<T: Mention> Mention for Vec<T> {
    const KIND: &'static str = T::KIND;
    const MANY: bool = true;

    fn mention<'a>(&'a self, found: &mut dyn FnMut(&'static str, &'a Spelling)) {
        for it in self {
            it.mention(found);
        }
    }
}

impl<K: Mention, V: Mention> Mention for Map<K, V> {
    fn mention<'a>(&'a self, found: &mut dyn FnMut(&'static str, &'a Spelling)) {
        for (key, value) in self {
            key.mention(found);
            value.mention(found);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::terms::words::{Role, Step};

    #[test]
    fn a_word_is_the_one_that_serde_writes() {
        for it in Role::ALL {
            assert_eq!(serde_json::json!(it), it.word());
        }
        for it in Step::ALL {
            assert_eq!(serde_json::json!(it), it.word());
        }
    }
}
