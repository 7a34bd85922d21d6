//! The rules on official documents as data, one row each, and the words that they look for.
//!
//! All of it stands in `rows.json`; what each row asks of a paper is a function in `form`, `number` or `issuing`.

use std::sync::LazyLock;

use joint_meeting::{sorted::Map, time::Date, wire};
use serde::{Deserialize, Serialize};

/// A rule on official documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperRow {
    /// Its name: `DOC-5`.
    pub id: String,
    /// What it rests on.
    pub basis: PaperBasis,
    /// The document and the article.
    pub source: String,
    /// The first day on which it was in force, where that is known: no earlier document is held to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// What is true when it is kept, in Chinese.
    pub zh: String,
    /// What is true when it is kept, in English.
    pub en: String,
}

/// What a rule rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PaperBasis {
    /// A regulation.
    Regulation,
    /// A standard of layout.
    Standard,
    /// What offices do, where no text was found that says so.
    Practice,
}

/// All rows, in order.
pub fn rows() -> &'static [PaperRow] {
    &FILE.rows
}

/// The data of the rows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowsFile {
    pub(super) rows: Vec<PaperRow>,
    /// What the fields are called that a finding can name.
    pub(super) names: Map<String, FieldName>,
    pub(super) words: RowWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldName {
    pub(super) zh: String,
    pub(super) en: String,
}

/// The words that rows look for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowWords {
    pub(super) main_part: Vec<String>,
    pub(super) agreed_part: Vec<String>,
    pub(super) requests: Vec<String>,
    pub(super) governments: Vec<String>,
    pub(super) secrecy: Vec<String>,
    pub(super) urgency: Vec<String>,
    pub(super) within: Vec<String>,
    pub(super) about: String,
    pub(super) mark_of_a_document: String,
}

#[expect(clippy::expect_used, reason = "the rows are compiled in, and a test reads them")]
pub(super) static FILE: LazyLock<RowsFile> =
    LazyLock::new(|| wire::from_str(include_str!("rows.json")).expect("the rows can be read"));
