//! The JSON Schemas of names that are plain strings in Rust, and of bounded text (feature `schema`).

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::terms::id;

macro_rules! strings {
    ($($(#[doc = $doc:literal])* $name:ident: $bounds:ident;)*) => {$(
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                crate::terms::schema::$bounds(concat!($($doc, "\n"),*))
            }
        }
    )*};
}

pub(crate) use strings;

/// The pattern of an id: no control characters, and no white space at an end.
const ID: &str =
    r"^[^\s\u0000-\u001f\u007f-\u009f]([^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f])?$";

/// An id, as [`crate::id`] reads it.
pub(crate) fn id(doc: &str) -> Schema {
    json_schema!({
        "description": lines(doc), "type": "string", "minLength": 1, "maxLength": id::ID_MAX, "pattern": ID
    })
}

/// A text, as [`crate::id`] reads it.
pub(crate) fn text(doc: &str) -> Schema {
    json_schema!({ "description": lines(doc), "type": "string", "minLength": 1, "maxLength": id::TEXT_MAX })
}

pub(crate) fn word(doc: &str) -> Schema {
    json_schema!({ "description": lines(doc), "type": "string" })
}

pub(crate) fn digest(doc: &str) -> Schema {
    json_schema!({ "description": lines(doc), "type": "string", "pattern": "^[0-9a-f]{64}$" })
}

/// An object of fields that may all be left out.
pub(crate) fn object<'f>(
    doc: &str,
    fields: impl IntoIterator<Item = (&'f str, &'static str, Schema)>,
) -> Schema {
    let fields = fields.into_iter().map(|(name, doc, mut schema)| {
        schema.insert("description".to_owned(), lines(doc).into());
        (name.to_owned(), schema.to_value())
    });
    let fields: serde_json::Map<_, _> = fields.collect();
    json_schema!({
        "description": lines(doc), "type": "object", "properties": fields, "additionalProperties": false
    })
}

/// The schema of a setting's value; of a map also which words are its keys, which schemars only tells in the name.
pub(crate) fn setting<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let mut schema = generator.subschema_for::<T>();
    let name = T::schema_name();
    if let Some((key, _)) = name.strip_prefix("Map_from_").and_then(|it| it.split_once("_to_")) {
        let place = format!("#{}/{key}", generator.settings().definitions_path);
        schema.insert("propertyNames".to_owned(), Schema::new_ref(place).to_value());
    }
    schema
}

pub(crate) fn lines(doc: &str) -> String {
    doc.lines().map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Names that are plain strings in Rust, because the library itself has the list.
macro_rules! aliases {
    ($($(#[doc = $doc:literal])* $name:ident: $bounds:ident;)*) => {$(
        $(#[doc = $doc])*
        pub(crate) enum $name {}

        strings! { $(#[doc = $doc])* $name: $bounds; }
    )*};
}

aliases! {
    /// The id of a rule: `minutes.countersigned_by_all_asked`.
    RuleId: word;
    /// An option of a question of reading.
    ReadingOption: word;
    /// A SHA-256 in lower case hexadecimal.
    Digest: digest;
}
