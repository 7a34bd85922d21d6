//! What the tables for authors of charters share: headings in both languages, and values as people read them.

use joint_meeting::Language;
use serde::Serialize;
use serde_json::Value;

use crate::table::Table;

/// A heading in both languages, with its name for programs.
pub(super) type HeadInBoth = (&'static str, &'static str, &'static str);

pub(super) fn headed(title: (&str, &str), heads: &[HeadInBoth], language: Language) -> Table {
    let heads = heads.iter().map(|(name, zh, en)| (*name, language.of(*zh, *en)));
    Table::new(language.of(title.0, title.1), language, heads)
}

/// A value as people read it: a text is itself, of a text in two languages each, and anything else JSON.
pub(super) fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}

pub(super) fn written(value: &impl Serialize) -> String {
    shown(&serde_json::to_value(value).unwrap_or_default())
}
