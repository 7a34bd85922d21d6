//! The finding of one row about a paper, and how it is put into words.
//!
//! How it is found is in `form`, `number` and `issuing`.

use joint_meeting::Language;
use serde::{Deserialize, Serialize};

use super::rows::{FILE, PaperBasis, PaperRow};

/// What is found by one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperFinding {
    /// The row.
    pub row: &'static PaperRow,
    /// How the paper stands by it.
    pub verdict: PaperVerdict,
    /// What was found: names, numbers and words of the paper; or parts of `Paper` and `PaperKnown` that are missing, by the names
    /// of their fields.
    pub found: Vec<String>,
}

/// How a paper stands by a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PaperVerdict {
    /// The row says nothing of such a paper.
    NotApplicable,
    /// Nothing is wrong.
    Fine,
    /// It cannot be decided by what is known.
    NotJudged,
    /// It is broken.
    Breach,
}

impl PaperFinding {
    /// Whether it keeps a document from going out.
    pub fn stops(&self) -> bool {
        self.verdict == PaperVerdict::Breach && self.row.basis != PaperBasis::Practice
    }

    /// The finding in words: the row, its source, what should be true, and what was found.
    pub fn render(&self, language: Language) -> String {
        let PaperRow { id, source, zh, en, .. } = self.row;
        let (open, close, sentence, colon, between) = match language {
            Language::Zh => ("「", "」", zh, "：", "、"),
            Language::En => (" “", "” ", en, ": ", ", "),
        };
        let name = |it: &'_ String| match (FILE.names.get(it), language) {
            (None, _) => it.clone(),
            (Some(name), Language::Zh) => name.zh.clone(),
            (Some(name), Language::En) => name.en.clone(),
        };
        let found = self.found.iter().map(name).collect::<Vec<_>>().join(between);
        let found = if found.is_empty() { found } else { format!("{colon}{found}") };
        format!("{source}{open}{id}{close}{sentence}{found}")
    }
}
