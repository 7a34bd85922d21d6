//! JSON in, JSON out: the only door for text.
//!
//! Every error names the place in the input and what was expected there. Bounds are checked before anything is built.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, DeserializeOwned, MapAccess, SeqAccess, value::MapAccessDeserializer},
};

/// The longest input for one value: a journal line, a submission, a charter file.
pub const LINE_MAX: usize = 1024 * 1024;
/// The deepest nesting.
pub const DEPTH_MAX: usize = 16;
/// The longest list in an act.
pub const LIST_MAX: usize = 256;

/// Input that is not JSON of the right shape (格式错误): an error, not a refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{path}: {problem}")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Malformed {
    /// Where: the path of the field, `.` for the whole.
    pub path: String,
    /// What is wrong, with line and column where the parser knows them.
    pub problem: String,
}

impl Malformed {
    fn whole(problem: impl fmt::Display) -> Self {
        Self { path: ".".to_owned(), problem: problem.to_string() }
    }
}

/// Reads a value from JSON text.
pub fn from_str<T: DeserializeOwned>(json: &str) -> Result<T, Malformed> {
    bounds(json.as_bytes())?;
    // The quick way first; the path of an error is only looked for when there is one.
    if let Ok(value) = serde_json::from_str(json) {
        return Ok(value);
    }
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let value = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|it| Malformed { path: it.path().to_string(), problem: it.inner().to_string() })?;
    deserializer.end().map_err(Malformed::whole)?;
    Ok(value)
}

/// Reads a value from JSON bytes.
pub fn from_slice<T: DeserializeOwned>(json: &[u8]) -> Result<T, Malformed> {
    if json.len() > LINE_MAX {
        return bounds(json).and_then(|()| Err(Malformed::whole("too long")));
    }
    from_str(std::str::from_utf8(json).map_err(Malformed::whole)?)
}

/// Writes a value as JSON text.
pub fn to_string(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn bounds(json: &[u8]) -> Result<(), Malformed> {
    if json.len() > LINE_MAX {
        return Err(Malformed::whole(format_args!(
            "{} bytes long, and at most {LINE_MAX} are allowed",
            json.len()
        )));
    }
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in json {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => depth += 1,
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH_MAX {
            return Err(Malformed::whole(format_args!("nested deeper than {DEPTH_MAX}")));
        }
    }
    Ok(())
}

/// A record that must be written as an object, never as an array of its fields.
struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(std::marker::PhantomData<T>);

        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Visitor<T> {
            type Value = Object<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Object<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Object)
            }
        }

        deserializer.deserialize_map(Visitor(std::marker::PhantomData))
    }
}

/// Reads a record written as an object.
pub(crate) fn object<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    Object::deserialize(deserializer).map(|it| it.0)
}

/// Reads a list of records written as objects, at most [`LIST_MAX`].
pub(crate) fn objects<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    bounded::<D, Object<T>>(deserializer).map(|all| all.into_iter().map(|it| it.0).collect())
}

/// Reads a list of at most [`LIST_MAX`] values.
pub(crate) fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    bounded(deserializer)
}

fn bounded<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
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
