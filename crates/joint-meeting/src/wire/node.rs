//! JSON as it stands in the input, and reading typed values from it: knows the path of every error.
//!
//! Slower than reading from text, and much less code: each type is read in one way only. [`super::from_str`] comes
//! here for the place of an error, and under the feature `small` always.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{self, IntoDeserializer, Unexpected, value::StrDeserializer},
    forward_to_deserialize_any,
};
use serde_json::{Number, Value};

use super::Malformed;

/// JSON with its keys in the order of the input; some may stand twice.
pub(crate) enum Node {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Node;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON value")
            }

            fn visit_unit<E>(self) -> Result<Node, E> {
                Ok(Node::Null)
            }

            fn visit_bool<E>(self, it: bool) -> Result<Node, E> {
                Ok(Node::Bool(it))
            }

            fn visit_u64<E>(self, it: u64) -> Result<Node, E> {
                Ok(Node::Number(it.into()))
            }

            fn visit_i64<E>(self, it: i64) -> Result<Node, E> {
                Ok(Node::Number(it.into()))
            }

            fn visit_f64<E>(self, it: f64) -> Result<Node, E> {
                Ok(Number::from_f64(it).map_or(Node::Null, Node::Number))
            }

            fn visit_str<E>(self, it: &str) -> Result<Node, E> {
                Ok(Node::Text(it.to_owned()))
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
                let mut all = Vec::new();
                while let Some(next) = seq.next_element()? {
                    all.push(next);
                }
                Ok(Node::List(all))
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
                let mut all = Vec::new();
                while let Some(next) = map.next_entry()? {
                    all.push(next);
                }
                Ok(Node::Map(all))
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}

impl From<Value> for Node {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(it) => Self::Bool(it),
            Value::Number(it) => Self::Number(it),
            Value::String(it) => Self::Text(it),
            Value::Array(all) => Self::List(all.into_iter().map(Self::from).collect()),
            Value::Object(all) => Self::Map(all.into_iter().map(|(key, it)| (key, it.into())).collect()),
        }
    }
}

/// What is wrong, and where.
#[derive(Debug)]
pub(crate) struct NodeError(Box<Malformed>);

impl NodeError {
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

    /// With the path of the field, `.` for the whole.
    pub(crate) fn into_malformed(self) -> Malformed {
        let mut malformed = *self.0;
        if malformed.path.is_empty() {
            malformed.path.push('.');
        }
        malformed
    }
}

impl fmt::Display for NodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.problem)
    }
}

impl std::error::Error for NodeError {}

impl de::Error for NodeError {
    #[cold]
    fn custom<T: fmt::Display>(problem: T) -> Self {
        Self(Box::new(Malformed { path: String::new(), problem: problem.to_string() }))
    }
}

impl<'de> Deserializer<'de> for &Node {
    type Error = NodeError;

    fn deserialize_any<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, NodeError> {
        match self {
            Node::Null => visitor.visit_unit(),
            Node::Bool(it) => visitor.visit_bool(*it),
            Node::Number(it) => match (it.as_u64(), it.as_i64()) {
                (Some(it), _) => visitor.visit_u64(it),
                (_, Some(it)) => visitor.visit_i64(it),
                _ => visitor.visit_f64(it.as_f64().unwrap_or_default()),
            },
            Node::Text(it) => visitor.visit_str(it),
            Node::List(all) => {
                let mut elements = Elements(all.iter().enumerate());
                let value = visitor.visit_seq(&mut elements)?;
                all_read(elements.0.next().is_none(), value)
            }
            Node::Map(all) => {
                let mut entries = Entries::of(all);
                let value = visitor.visit_map(&mut entries)?;
                all_read(entries.step().is_none(), value)
            }
        }
    }

    fn deserialize_map<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, NodeError> {
        match self {
            Node::Map(_) => self.deserialize_any(visitor),
            _ => Err(de::Error::custom(format_args!("expected {}", &visitor as &dyn de::Expected))),
        }
    }

    fn deserialize_option<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, NodeError> {
        match self {
            Node::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, NodeError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NodeError> {
        match self {
            Node::Text(word) => visitor.visit_enum(Variant { word, value: None }),
            Node::Map(all) => match all.as_slice() {
                [(word, value)] => visitor.visit_enum(Variant { word, value: Some(value) }),
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

/// Nothing may be left unread.
fn all_read<T>(all: bool, value: T) -> Result<T, NodeError> {
    if all { Ok(value) } else { Err(de::Error::custom("more than is expected here")) }
}

struct Elements<'n>(std::iter::Enumerate<std::slice::Iter<'n, Node>>);

impl<'de> de::SeqAccess<'de> for &mut Elements<'_> {
    type Error = NodeError;

    fn next_element_seed<T: de::DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, NodeError> {
        let Some((ix, node)) = self.0.next() else { return Ok(None) };
        seed.deserialize(node).map(Some).map_err(|why| why.under(&format!("[{ix}]")))
    }
}

/// The entries of a map, `type` before all others.
pub(crate) struct Entries<'n> {
    all: &'n [(String, Node)],
    /// Where `type` stands, as long as it is to come.
    tag: Option<usize>,
    tagged: Option<usize>,
    next: usize,
    value: Option<&'n (String, Node)>,
}

impl<'n> Entries<'n> {
    pub(crate) fn of(all: &'n [(String, Node)]) -> Self {
        let tag = all.iter().position(|(key, _)| key == "type");
        Self { all, tag, tagged: tag, next: 0, value: None }
    }

    #[inline(never)]
    fn step(&mut self) -> Option<&'n (String, Node)> {
        if let Some(tag) = self.tag.take() {
            return self.all.get(tag);
        }
        if self.tagged == Some(self.next) {
            self.next += 1;
        }
        self.next += 1;
        self.all.get(self.next - 1)
    }
}

impl<'de> de::MapAccess<'de> for &mut Entries<'_> {
    type Error = NodeError;

    fn next_key_seed<K: de::DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, NodeError> {
        self.value = self.step();
        let Some((key, _)) = self.value else { return Ok(None) };
        let read: StrDeserializer<'_, NodeError> = key.as_str().into_deserializer();
        seed.deserialize(read).map(Some).map_err(|why| why.under(key))
    }

    fn next_value_seed<V: de::DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NodeError> {
        match self.value.take() {
            Some((key, value)) => seed.deserialize(value).map_err(|why| why.under(key)),
            None => Err(de::Error::custom("a value without a key")),
        }
    }
}

struct Variant<'n> {
    word: &'n str,
    value: Option<&'n Node>,
}

impl<'de, 'n> de::EnumAccess<'de> for Variant<'n> {
    type Error = NodeError;
    type Variant = Self;

    fn variant_seed<V: de::DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), NodeError> {
        let read: StrDeserializer<'_, NodeError> = self.word.into_deserializer();
        Ok((seed.deserialize(read)?, self))
    }
}

impl<'n> Variant<'n> {
    fn value(&self) -> Result<&'n Node, NodeError> {
        self.value.ok_or_else(|| de::Error::custom(format_args!("`{}` needs a value", self.word)))
    }
}

impl<'de> de::VariantAccess<'de> for Variant<'_> {
    type Error = NodeError;

    fn unit_variant(self) -> Result<(), NodeError> {
        match self.value {
            None | Some(Node::Null) => Ok(()),
            Some(_) => Err(de::Error::custom(format_args!("`{}` takes no value", self.word))),
        }
    }

    fn newtype_variant_seed<T: de::DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, NodeError> {
        seed.deserialize(self.value()?).map_err(|why| why.under(self.word))
    }

    fn tuple_variant<V: de::Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NodeError> {
        self.value()?.deserialize_any(visitor).map_err(|why| why.under(self.word))
    }

    fn struct_variant<V: de::Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NodeError> {
        self.value()?.deserialize_map(visitor).map_err(|why| why.under(self.word))
    }
}
