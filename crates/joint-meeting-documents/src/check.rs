//! Checks before paper: the rules on official documents, one row each, looked at over a paper.
//!
//! What the rows say, where they come from and the words they look for stand in `check/rows.json`; the logic of each row is a
//! function in `form`, `number` or `issuing`. What binds a body by its charter is asked of the core, not here.

mod form;
mod issuing;
mod number;

use std::{collections::BTreeMap, sync::LazyLock};

use joint_meeting::{Language, document::DocumentKind, time::Date};
use serde::{Deserialize, Serialize};

use crate::{
    desk::{Desk, PaperError},
    make,
    paper::{Paper, PaperLayout},
    wanted::Wanted,
};

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
    /// What is true when it is kept.
    pub zh: String,
    /// The same in English.
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

/// What is found by one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperFinding {
    /// The row.
    pub row: &'static PaperRow,
    /// How the paper stands by it.
    pub verdict: PaperVerdict,
    /// What was found: names, numbers and words of the paper; or parts of [`Paper`] and [`Known`] that are missing, by the names
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

/// What is known of a paper and not printed on it. What is not given is not judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperKnown {
    /// Whether it goes up, down or to equals, where its kind does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<PaperDirection>,
    /// The issuers, the sponsor first, where nobody signs beneath.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuers: Option<Vec<String>>,
    /// Whether the issuers are of the same level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_level: Option<bool>,
    /// Whether the issuer was authorised to give orders to lower committees and governments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorised: Option<bool>,
    /// The approval and signing by the responsible person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval: Option<PaperApproval>,
    /// The day of the last signature among the issuers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_signed: Option<Date>,
    /// The issuers whose responsible person has not signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_signed: Option<Vec<String>>,
    /// Those whose powers it touches and who have not agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_agreed: Option<Vec<String>>,
    /// The numbers of other documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_numbers: Option<Vec<String>>,
    /// The organ codes of the sponsor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codes: Option<Vec<String>>,
    /// How many seals it bears.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seals: Option<u32>,
    /// What its head says of secrecy and urgency, where the paper does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<PaperSecrecy>,
    /// Whether it is still under discussion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under_discussion: Option<bool>,
}

/// Where a document goes (行文方向).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PaperDirection {
    /// To a superior (上行文).
    Up,
    /// To equals, and to those who are neither above nor below (平行文).
    Level,
    /// To those below, or to all (下行文).
    Down,
}

/// How a document was approved (签发).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperApproval {
    /// Whether by the principal responsible person (主要负责人), if that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_principal: Option<bool>,
    /// Whether with the full date.
    pub dated: bool,
}

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

/// All rows, in order.
pub fn rows() -> &'static [PaperRow] {
    &FILE.rows
}

/// Looks at a paper by every row: one finding each.
pub fn check(paper: &Paper) -> Vec<PaperFinding> {
    check_with(paper, &PaperKnown::default())
}

/// The same, with what is known beside the paper.
pub fn check_with(paper: &Paper, known: &PaperKnown) -> Vec<PaperFinding> {
    let case = PaperCase { paper, known, words: &FILE.words };
    let look = |row: &'static PaperRow| {
        let found = LOOKS.iter().find(|(id, _)| *id == row.id).map(|(_, look)| look(&case));
        let RowFound { verdict, found } = found.unwrap_or_else(|| not_judged::<&str>([]));
        PaperFinding { row, verdict, found }
    };
    FILE.rows.iter().map(look).collect()
}

/// Whether a document may go out: nothing is broken that a regulation or a standard asks. What breaks mere practice is to be
/// looked at, and stops nothing.
pub fn may_be_issued(findings: &[PaperFinding]) -> bool {
    !findings.iter().any(PaperFinding::stops)
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
            Language::Zh => ("（", "）", zh, "：", "、"),
            Language::En => (" (", ") ", en, ": ", ", "),
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

impl Desk<'_> {
    /// What the journal knows of a paper that is not printed on it. Of papers that are no formal document, nothing.
    ///
    /// # Errors
    /// A name that means nothing.
    pub fn known(&self, wanted: &Wanted) -> Result<PaperKnown, PaperError> {
        make::known(self, wanted)
    }

    /// Makes a paper and looks at it by every row, with all that the journal knows.
    ///
    /// # Errors
    /// Those of [`Desk::paper`].
    pub fn check(&self, wanted: &Wanted) -> Result<Vec<PaperFinding>, PaperError> {
        make::findings(self, wanted)
    }
}

/// The data of the rows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowsFile {
    rows: Vec<PaperRow>,
    /// What the fields are called that a finding can name.
    names: BTreeMap<String, FieldName>,
    words: RowWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldName {
    zh: String,
    en: String,
}

/// The words that rows look for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowWords {
    main_part: Vec<String>,
    agreed_part: Vec<String>,
    requests: Vec<String>,
    governments: Vec<String>,
    secrecy: Vec<String>,
    urgency: Vec<String>,
    within: Vec<String>,
    about: String,
    mark_of_a_document: String,
}

#[expect(clippy::expect_used, reason = "the rows are compiled in, and a test reads them")]
static FILE: LazyLock<RowsFile> =
    LazyLock::new(|| serde_json::from_str(include_str!("check/rows.json")).expect("the rows can be read"));

/// What a row looks at.
struct PaperCase<'p> {
    paper: &'p Paper,
    known: &'p PaperKnown,
    words: &'static RowWords,
}

struct RowFound {
    verdict: PaperVerdict,
    found: Vec<String>,
}

type RowLook = fn(&PaperCase<'_>) -> RowFound;

/// The function of each row.
const LOOKS: &[(&str, RowLook)] = &[
    ("DOC-1", form::kind),
    ("DOC-2", form::minutes),
    ("DOC-3", form::parts),
    ("DOC-4", form::zones),
    ("DOC-5", number::form),
    ("DOC-6", number::of_order),
    ("DOC-7", number::unique),
    ("DOC-8", issuing::date),
    ("DOC-9", issuing::signer),
    ("DOC-10", issuing::approval),
    ("DOC-11", issuing::countersigned),
    ("DOC-12", number::of_sponsor),
    ("DOC-13", issuing::mark),
    ("DOC-14", issuing::same_level),
    ("DOC-15", issuing::agreed),
    ("DOC-16", issuing::orders),
    ("DOC-17", form::requests),
    ("DOC-18", issuing::seals),
    ("DOC-19", issuing::secrecy),
    ("DOC-20", issuing::publicness),
    ("DOC-21", issuing::under_discussion),
    ("DOC-22", form::recipients),
    ("DOC-23", form::title),
    ("DOC-24", form::headings),
    ("DOC-25", form::within),
];

fn not_applicable() -> RowFound {
    RowFound { verdict: PaperVerdict::NotApplicable, found: Vec::new() }
}

fn not_judged<S: ToString>(found: impl IntoIterator<Item = S>) -> RowFound {
    RowFound { verdict: PaperVerdict::NotJudged, found: found.into_iter().map(|it| it.to_string()).collect() }
}

/// A breach if anything was found; otherwise fine.
fn unless<S: ToString>(found: impl IntoIterator<Item = S>) -> RowFound {
    let found: Vec<String> = found.into_iter().map(|it| it.to_string()).collect();
    let verdict = if found.is_empty() { PaperVerdict::Fine } else { PaperVerdict::Breach };
    RowFound { verdict, found }
}

/// A breach with one thing found, unless all is well.
fn fine_if(well: bool, found: impl ToString) -> RowFound {
    unless((!well).then(|| found.to_string()))
}

impl<'p> PaperCase<'p> {
    /// Whether it is laid out as a formal document.
    fn is_formal(&self) -> bool {
        matches!(self.paper.layout, PaperLayout::Document | PaperLayout::Minutes | PaperLayout::Letter)
    }

    fn is(&self, kind: DocumentKind) -> bool {
        self.paper.kind == Some(kind)
    }

    /// The issuers, the sponsor first.
    fn issuers(&self) -> &'p [String] {
        let signed = self.paper.signature.as_ref().map_or(&[][..], |it| &it.by);
        if signed.is_empty() { self.known.issuers.as_deref().unwrap_or(&[]) } else { signed }
    }

    fn is_joint(&self) -> bool {
        self.is_formal() && self.issuers().len() > 1
    }

    /// Where it goes: some kinds go one way only.
    fn direction(&self) -> Option<PaperDirection> {
        use DocumentKind::{
            Announcement, Circular, Communique, Decision, Letter, Notice, Order, PublicNotice, Reply, Report,
            RequestForInstructions, Resolution,
        };
        self.known.direction.or(match self.paper.kind? {
            Report | RequestForInstructions => Some(PaperDirection::Up),
            Letter => Some(PaperDirection::Level),
            Order | Decision | Resolution | Communique | Announcement | PublicNotice | Notice | Circular
            | Reply => Some(PaperDirection::Down),
            _ => None,
        })
    }
}

/// Whether it speaks to all, and so needs neither recipients nor a seal.
fn speaks_to_all(kind: DocumentKind) -> bool {
    use DocumentKind::{Announcement, Communique, Order, PublicNotice, Resolution};
    matches!(kind, Order | Communique | Announcement | PublicNotice | Resolution)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_function_and_every_function_a_row() {
        let rows: Vec<&str> = rows().iter().map(|it| it.id.as_str()).collect();
        let looks: Vec<&str> = LOOKS.iter().map(|(id, _)| *id).collect();
        assert_eq!(rows, looks);
    }
}
