//! The shapes serde's derives would let pass: endless lists, keys that stand twice.

use std::fmt;

use crate::terms::{json::LIST_MAX, sorted::Map};
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, SeqAccess},
};

/// Reads a list of at most [`LIST_MAX`] values.
pub(crate) fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    struct Visitor<T>(std::marker::PhantomData<T>);

    impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Visitor<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a list of at most {LIST_MAX}")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
            let mut all = Vec::new();
            while let Some(next) = seq.next_element()? {
                if all.len() == LIST_MAX {
                    return Err(de::Error::custom(format_args!("more than {LIST_MAX} in a list")));
                }
                all.push(next);
            }
            Ok(all)
        }
    }

    deserializer.deserialize_seq(Visitor(std::marker::PhantomData))
}

/// Reads a map in which no key stands twice.
pub(crate) fn map<'de, D, K, V>(deserializer: D) -> Result<Map<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord + fmt::Display,
    V: Deserialize<'de>,
{
    struct Visitor<K, V>(std::marker::PhantomData<(K, V)>);

    impl<'de, K, V> de::Visitor<'de> for Visitor<K, V>
    where
        K: Deserialize<'de> + Ord + fmt::Display,
        V: Deserialize<'de>,
    {
        type Value = Map<K, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "an object with at most {LIST_MAX} keys")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut all = Map::new();
            while let Some(key) = map.next_key::<K>()? {
                if all.len() == LIST_MAX {
                    return Err(de::Error::custom(format_args!("more than {LIST_MAX} keys")));
                }
                if all.contains_key(&key) {
                    return Err(de::Error::custom(format_args!("duplicate field `{key}`")));
                }
                all.insert(key, map.next_value()?);
            }
            Ok(all)
        }
    }

    deserializer.deserialize_map(Visitor(std::marker::PhantomData))
}
