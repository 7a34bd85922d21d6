//! The reading of typed values from a JSON value, which knows the path of every error.
//!
//! It is slower than reading from text, and much less code: each type is read in one way only. [`super::from_str`] comes
//! here for the place of an error, and under the feature `small` always.

use std::fmt;

use serde::{
    Deserializer,
    de::{self, IntoDeserializer, Unexpected, value::StrDeserializer},
    forward_to_deserialize_any,
};
use serde_json::{Map, Value};

use crate::terms::json::MalformedError;

/// What is wrong, and where.
#[derive(Debug)]
pub(crate) struct ReadError(Box<MalformedError>);

impl ReadError {
    /// Puts a step before the path that is known.
    #[cold]
    #[inline(never)]
    fn under(mut self, step: &str) -> Self {
        let path = &mut self.0.path;
        if !path.is_empty() && !path.starts_with('[') {
            path.insert(0, '.');
        }
        path.insert_str(0, step);
        self
    }

    /// The error with the path of the field, `.` for the whole.
    pub(crate) fn into_malformed(self) -> MalformedError {
        let mut malformed = *self.0;
        if malformed.path.is_empty() {
            malformed.path.push('.');
        }
        malformed
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.problem)
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    #[cold]
    fn custom<T: fmt::Display>(problem: T) -> Self {
        Self(Box::new(MalformedError { path: String::new(), problem: problem.to_string() }))
    }
}

/// A value to read from.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'v>(pub(crate) &'v Value);

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = ReadError;

    fn deserialize_any<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(it) => visitor.visit_bool(*it),
            Value::Number(it) => match (it.as_u64(), it.as_i64()) {
                (Some(it), _) => visitor.visit_u64(it),
                (_, Some(it)) => visitor.visit_i64(it),
                _ => Err(de::Error::custom("not a whole number")),
            },
            Value::String(it) => visitor.visit_str(it),
            Value::Array(all) => {
                let mut elements = Elements(all.iter().enumerate());
                let value = visitor.visit_seq(&mut elements)?;
                all_read(elements.0.next().is_none(), value)
            }
            Value::Object(all) => {
                let mut entries = Entries::of(all);
                let value = visitor.visit_map(&mut entries)?;
                all_read(entries.step().is_none(), value)
            }
        }
    }

    fn deserialize_map<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Object(_) => self.deserialize_any(visitor),
            _ => Err(de::Error::custom(format_args!("expected {}", &visitor as &dyn de::Expected))),
        }
    }

    fn deserialize_option<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::String(word) => visitor.visit_enum(Variant { word, value: None }),
            Value::Object(all) => match all.iter().next() {
                Some((word, value)) if all.len() == 1 => {
                    visitor.visit_enum(Variant { word, value: Some(Reader(value)) })
                }
                _ => Err(de::Error::invalid_value(Unexpected::Map, &"an object with one key")),
            },
            _ => Err(de::Error::custom("expected a word, or an object with one key")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq
        tuple tuple_struct struct identifier ignored_any
    }
}

/// The value, unless something was left unread.
fn all_read<T>(all: bool, value: T) -> Result<T, ReadError> {
    if all { Ok(value) } else { Err(de::Error::custom("more than is expected here")) }
}

struct Elements<'n>(std::iter::Enumerate<std::slice::Iter<'n, Value>>);

impl<'de> de::SeqAccess<'de> for &mut Elements<'_> {
    type Error = ReadError;

    fn next_element_seed<T: de::DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, ReadError> {
        let Some((ix, value)) = self.0.next() else { return Ok(None) };
        seed.deserialize(Reader(value)).map(Some).map_err(|why| why.under(&format!("[{ix}]")))
    }
}

/// The entries of a map, `type` before all others.
pub(crate) struct Entries<'v> {
    tag: Option<(&'v String, &'v Value)>,
    all: serde_json::map::Iter<'v>,
    value: Option<(&'v String, &'v Value)>,
}

impl<'v> Entries<'v> {
    pub(crate) fn of(all: &'v Map<String, Value>) -> Self {
        Self { tag: all.get_key_value("type"), all: all.iter(), value: None }
    }

    #[inline(never)]
    fn step(&mut self) -> Option<(&'v String, &'v Value)> {
        self.tag.take().or_else(|| self.all.find(|(key, _)| *key != "type"))
    }
}

impl<'de> de::MapAccess<'de> for &mut Entries<'_> {
    type Error = ReadError;

    fn next_key_seed<K: de::DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        self.value = self.step();
        let Some((key, _)) = self.value else { return Ok(None) };
        let read: StrDeserializer<'_, ReadError> = key.as_str().into_deserializer();
        seed.deserialize(read).map(Some).map_err(|why| why.under(key))
    }

    fn next_value_seed<V: de::DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ReadError> {
        match self.value.take() {
            Some((key, value)) => seed.deserialize(Reader(value)).map_err(|why| why.under(key)),
            None => Err(de::Error::custom("a value without a key")),
        }
    }
}

struct Variant<'n> {
    word: &'n str,
    value: Option<Reader<'n>>,
}

impl<'de, 'n> de::EnumAccess<'de> for Variant<'n> {
    type Error = ReadError;
    type Variant = Self;

    fn variant_seed<V: de::DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), ReadError> {
        let read: StrDeserializer<'_, ReadError> = self.word.into_deserializer();
        Ok((seed.deserialize(read)?, self))
    }
}

impl<'n> Variant<'n> {
    fn value(&self) -> Result<Reader<'n>, ReadError> {
        self.value.ok_or_else(|| de::Error::custom(format_args!("`{}` needs a value", self.word)))
    }
}

impl<'de> de::VariantAccess<'de> for Variant<'_> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), ReadError> {
        match self.value {
            None | Some(Reader(Value::Null)) => Ok(()),
            Some(_) => Err(de::Error::custom(format_args!("`{}` takes no value", self.word))),
        }
    }

    fn newtype_variant_seed<T: de::DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, ReadError> {
        seed.deserialize(self.value()?).map_err(|why| why.under(self.word))
    }

    fn tuple_variant<V: de::Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ReadError> {
        self.value()?.deserialize_any(visitor).map_err(|why| why.under(self.word))
    }

    fn struct_variant<V: de::Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.value()?.deserialize_map(visitor).map_err(|why| why.under(self.word))
    }
}
