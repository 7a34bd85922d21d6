//! The templates as data: how one kind of paper is made.
//!
//! How a template is filled is in `fill` and `blocks`.

use joint_meeting::words::DocumentKind;
use serde::Deserialize;

use super::Pattern;
use crate::paper::PaperLayout;

/// How one kind of paper is made.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Template {
    pub(super) layout: PaperLayout,
    #[serde(default)]
    pub(super) kind: Option<DocumentKind>,
    #[serde(default)]
    pub(super) secrecy: Option<SecrecyForm>,
    #[serde(default)]
    pub(super) mark: Option<Pattern>,
    #[serde(default)]
    pub(super) number: Option<Pattern>,
    #[serde(default)]
    pub(super) signer: Option<Pattern>,
    pub(super) title: Pattern,
    /// Whether it is addressed to its recipients.
    #[serde(default)]
    pub(super) addressed: bool,
    pub(super) blocks: Vec<Part>,
    #[serde(default)]
    pub(super) signature: Option<SignatureForm>,
    #[serde(default)]
    pub(super) note: Option<Pattern>,
    #[serde(default)]
    pub(super) distribution: Option<Foot>,
}

/// A part of a template, of which blocks come.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Part {
    /// A paragraph for each line of the text, and none if the text is empty.
    Paragraph(Pattern),
    /// A heading; its number comes by itself.
    Heading { level: u8, text: Pattern },
    /// A label with a list; left out where the list is empty.
    Roll { label: Pattern, rows: String, each: Pattern },
    /// A table; left out where it has no rows.
    Table { rows: String, columns: Vec<TemplateColumn> },
    /// The parts again for each of the rows, or others where there are none.
    Each {
        rows: String,
        parts: Vec<Part>,
        #[serde(default)]
        none: Vec<Part>,
    },
    /// What annexes there are, by the titles that they have; left out where there is none.
    Annexes { label: Pattern },
    /// The beginning of an annex. Where there are several, each label gets its number.
    Annex { label: Pattern, title: Pattern },
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TemplateColumn {
    pub(super) head: Pattern,
    pub(super) cell: Pattern,
    #[serde(default = "one")]
    pub(super) width: u16,
}

fn one() -> u16 {
    1
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum SignatureForm {
    /// The issuers and the date.
    Issuers,
    /// The issuers and the date, for what goes out without a seal.
    Unsealed,
    /// The date alone.
    Date,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SecrecyForm {
    pub(super) copy_number: Pattern,
    pub(super) level: Pattern,
    pub(super) urgency: Pattern,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Foot {
    pub(super) copies: Pattern,
    pub(super) issuer: Pattern,
    pub(super) date: Pattern,
}
