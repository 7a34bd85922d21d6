//! A paper as data, whatever it will be written as: its head, its blocks, its signature, its distribution.
//!
//! What its words are is settled when it is made; how it looks is left to `write`.

mod known;
mod parts;

use joint_meeting::{
    Language,
    journal::Head,
    words::{DocumentKind, Publicness},
};
use serde::{Deserialize, Serialize};

pub use self::{
    known::{PaperApproval, PaperDirection, PaperKnown},
    parts::{
        PaperBlock, PaperColumn, PaperDistribution, PaperDraft, PaperLayout, PaperSecrecy, PaperSignature,
    },
};

/// A paper (公文、材料).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Paper {
    /// The template it was made by: `minutes`, `countersign_sheet` …
    pub name: String,
    /// The language of its words, as in HTML: `zh-CN`.
    pub lang: String,
    /// How it is laid out.
    pub layout: PaperLayout,
    /// The kind of document (文种), for a formal one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<DocumentKind>,
    /// What stands above all else on its first page: the number of the copy, secrecy, urgency (份号、密级和保密期限、紧急程度).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<PaperSecrecy>,
    /// What stands at the top in red (发文机关标志).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<String>,
    /// Its number (发文字号), or the running number of a bulletin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Whoever signed it, on papers that go up (签发人).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<String>,
    /// Its title (标题).
    pub title: String,
    /// Whom it is addressed to (主送机关).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<String>,
    /// What it says (正文).
    pub blocks: Vec<PaperBlock>,
    /// Who signs it, and its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<PaperSignature>,
    /// A note below the signature (附注).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether it is public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publicness: Option<Publicness>,
    /// Why it is not simply public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publicness_reason: Option<String>,
    /// What stands at the foot of its last page (版记).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distribution: Option<PaperDistribution>,
    /// What makes it a draft that may not go out, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<PaperDraft>,
    /// A line that tells from what it was made, on papers for use within.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What whoever holds a copy should know beside it: what was recorded against the charter, was corrected since, or became
    /// of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
    /// The head of the journal it was made from: for what went out, the head of that time.
    pub made_from: Head,
}

/// A paper of a pack, with the name of its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Filed {
    /// The name of the file, without its ending.
    pub name: String,
    /// The paper.
    pub paper: Paper,
}

/// A head of a journal in one line: the number of entries, and the digest.
pub(crate) fn head_line(head: &Head) -> String {
    format!("journal {} {}", head.count, head.digest)
}

impl Paper {
    /// The language in which the library answers about it.
    pub fn language(&self) -> Language {
        if self.is_chinese() { Language::Zh } else { Language::En }
    }

    /// Its tables.
    pub fn tables(&self) -> impl Iterator<Item = (&[PaperColumn], &[Vec<String>])> {
        self.blocks.iter().filter_map(|it| match it {
            PaperBlock::Table { columns, rows } => Some((columns.as_slice(), rows.as_slice())),
            _ => None,
        })
    }

    /// What it says, and its annexes: the signature stands between them.
    pub(crate) fn with_annexes_apart(&self) -> (&[PaperBlock], &[PaperBlock]) {
        let first = self.blocks.iter().position(|it| matches!(it, PaperBlock::Annex { .. }));
        self.blocks.split_at_checked(first.unwrap_or(self.blocks.len())).unwrap_or((&self.blocks, &[]))
    }

    /// The head of the journal it was made from, in one line.
    pub(crate) fn journal(&self) -> String {
        head_line(&self.made_from)
    }

    /// The head of the journal in one line, for formats that have no other place for it, unless it is printed already.
    pub(crate) fn journal_below(&self) -> Option<String> {
        let printed = self.source.as_ref().is_some_and(|it| it.contains(&self.made_from.digest));
        (!printed).then(|| self.journal())
    }

    /// The lines at the top of its first page.
    pub(crate) fn top(&self) -> Vec<&str> {
        let said = self.secrecy.iter().flat_map(|it| [&it.copy_number, &it.level, &it.urgency]);
        said.flatten().map(String::as_str).collect()
    }

    /// The word before the names of those who signed it, and the names: those of several are a list, the sponsor's first.
    pub(crate) fn signed_by(&self) -> Option<(&str, Vec<&str>)> {
        let line = self.signer.as_deref()?;
        let word = line.split_inclusive(['：', ':']).next().filter(|it| it.ends_with(['：', ':']));
        let word = word.unwrap_or_default();
        let names = line.strip_prefix(word).unwrap_or_default();
        let between = if self.is_chinese() { '、' } else { ',' };
        let names = names.split(between).map(str::trim).filter(|it| !it.is_empty());
        Some((word, names.collect()))
    }

    /// The line with which it addresses its recipients; none if it has none.
    pub(crate) fn salutation(&self) -> Option<String> {
        let (between, after) = if self.is_chinese() { ("、", "：") } else { (", ", ":") };
        (!self.recipients.is_empty()).then(|| self.recipients.join(between) + after)
    }

    /// The lines that tell what annexes there are: what stands before each title, and the title.
    pub(crate) fn annex_lines<'t>(&self, label: &str, titles: &'t [String]) -> Vec<(String, &'t str)> {
        let (several, gap) = (titles.len() > 1, if self.is_chinese() { "" } else { " " });
        let line = |(ix, title): (usize, &'t String)| {
            let label = if ix == 0 { format!("{label}{}", self.colon()) } else { String::new() };
            let number = if several { format!("{}.{gap}", ix + 1) } else { String::new() };
            (label + &number, title.as_str())
        };
        titles.iter().enumerate().map(line).collect()
    }

    /// What stands between a label and what belongs to it.
    pub(crate) fn colon(&self) -> &'static str {
        if self.is_chinese() { "：" } else { ": " }
    }

    pub(crate) fn is_chinese(&self) -> bool {
        self.lang.starts_with("zh")
    }
}
