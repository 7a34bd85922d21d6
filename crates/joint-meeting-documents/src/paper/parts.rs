//! The parts of a paper: its layout, the blocks of what it says, its signature, its foot, the mark of a draft.
//!
//! The paper that they make up is in `paper`.

use joint_meeting::time::Date;
use serde::{Deserialize, Serialize};

/// What a head says of secrecy and urgency, each as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperSecrecy {
    /// The secrecy and its period (密级和保密期限): 秘密★1年.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// The number of the copy (份号).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy_number: Option<String>,
    /// The urgency (紧急程度).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<String>,
}

/// How a paper is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PaperLayout {
    /// A document (文件格式): the issuer in red, the number, a red line.
    Document,
    /// Minutes (纪要格式): laid out as a document, without recipients and seal.
    Minutes,
    /// A letter (信函格式): the issuer in red between the edge and a double line, another at the foot of its first page, which has
    /// no number.
    Letter,
    /// A bulletin (简报): its name in red, the issue, the office and the date above the red line.
    Bulletin,
    /// A paper for use within: a title and what it says.
    Sheet,
}

/// A part of what a paper says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PaperBlock {
    /// A heading.
    Heading {
        /// From 1 to 4.
        level: u8,
        /// Its number as written: `一、`.
        number: String,
        /// What it says.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// What it says.
        text: String,
    },
    /// A label and what belongs to it, with a hanging indent (出席：…).
    Roll {
        /// The label, without the colon.
        label: String,
        /// What belongs to it.
        text: String,
    },
    /// A table.
    Table {
        /// Its columns.
        columns: Vec<PaperColumn>,
        /// Its rows, each with as many cells as there are columns.
        rows: Vec<Vec<String>>,
    },
    /// What annexes there are (附件说明), below the text: a line of its own for each, with its number if there are several.
    Annexes {
        /// The word for them, without the colon.
        label: String,
        /// Their titles, in order.
        titles: Vec<String>,
    },
    /// The beginning of an annex (附件), on a new page.
    Annex {
        /// The word for it.
        label: String,
        /// Its title.
        title: String,
    },
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperColumn {
    /// Its heading.
    pub head: String,
    /// Its share of the width.
    pub width: u16,
}

/// Who signs a paper, and its date (发文机关署名、成文日期).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperSignature {
    /// The issuers, the sponsor first; none where only the date stands there.
    pub by: Vec<String>,
    /// The day.
    pub on: Date,
    /// The day as written.
    pub date: String,
    /// Whether it goes out without a seal: the issuers stand one below the other, and have no room around them.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unsealed: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_false(it: &bool) -> bool {
    !*it
}

/// What stands at the foot of the last page (版记).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperDistribution {
    /// Who gets a copy, as written (抄送).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<String>,
    /// Who gets a copy, one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copied_to: Vec<String>,
    /// Who sent it out (印发机关).
    pub issuer: String,
    /// The day.
    pub on: Date,
    /// The day as written (印发日期).
    pub date: String,
}

/// The mark of a paper that is a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperDraft {
    /// What stands on every page: 草稿.
    pub mark: String,
    /// The reasons, each with its clause where there is one.
    pub why: Vec<String>,
}
