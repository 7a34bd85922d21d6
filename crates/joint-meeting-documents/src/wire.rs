//! Papers across a border: what a host in another language hands over as JSON, and what it gets back.
//!
//! Nothing is made here: each question is a method of [`Desk`], each answer its result. Errors name the place in the input.

use joint_meeting::{
    JointMeeting, Language,
    journal::Head,
    time::{Date, Period},
    wire::{self, Answer, MalformedError},
};
use serde::{Deserialize, Serialize};

use crate::{
    check::{self, PaperFinding},
    desk::Desk,
    paper::{Paper, PaperKnown},
    terms::{error::PaperError, format::PaperFormat, given::Given, wanted::Wanted},
    words::PaperWords,
};

/// The longest paper that is read back, as JSON.
pub const PAPER_MAX: usize = 16 * wire::LINE_MAX;

/// How an office writes: `{"language": "en", "given": {"fields": {"place": "Room 3"}}}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperOffice {
    /// The language of the wording that comes with the library, Chinese if none is given. It is not looked at where there
    /// are `words`.
    pub language: Option<Language>,
    /// Wording of the office's own: a file like those in `templates`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<serde_json::Map<String, serde_json::Value>>"))]
    pub words: Option<PaperWords>,
    /// What only the host knows.
    pub given: Given,
}

impl PaperOffice {
    /// Its wording.
    pub fn words(&self) -> &PaperWords {
        let built_in = || PaperWords::built_in(self.language.unwrap_or(Language::Zh));
        self.words.as_ref().unwrap_or_else(built_in)
    }

    /// The desk of this office, for a body as it stands and the head of its journal.
    pub fn desk<'b>(&'b self, body: &'b JointMeeting, head: Head) -> Desk<'b> {
        Desk::at(body, self.words(), &self.given, head)
    }
}

/// What can be asked about papers: `{"paper": {"wanted": {"register": {"on": "2022-06-30"}}}}`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PaperQuestion {
    /// A paper: [`Paper`].
    Paper {
        /// Which paper.
        wanted: Wanted,
    },
    /// What the journal knows of a paper that is not printed on it: [`PaperKnown`].
    Known {
        /// Of which paper.
        wanted: Wanted,
    },
    /// How a paper stands by every rule on documents, with all that the journal knows: [`PaperChecked`].
    Check {
        /// Which paper.
        wanted: Wanted,
    },
    /// All papers of a year, for whoever inspects it: a list of `Filed`.
    Evidence {
        /// The year.
        #[serde(deserialize_with = "joint_meeting::time::bounded_year")]
        year: i32,
        /// The day on which it is judged.
        on: Date,
    },
    /// The dates of a period: [`Dates`].
    Calendar {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
        /// The day as of which they are seen.
        on: Date,
    },
}

/// What was found of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperChecked {
    /// One finding for each rule.
    pub findings: Vec<PaperFinding>,
    /// Whether the paper may go out by these findings.
    pub may_be_issued: bool,
}

impl From<Vec<PaperFinding>> for PaperChecked {
    fn from(findings: Vec<PaperFinding>) -> Self {
        Self { may_be_issued: check::may_be_issued(&findings), findings }
    }
}

/// The dates of a period, to be handed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dates {
    /// The file for calendar programs (RFC 5545).
    pub ics: String,
    /// The dates as a paper with one table.
    pub table: Paper,
}

impl PaperQuestion {
    /// What the desk answers, with the words for each finding in some languages.
    ///
    /// # Errors
    /// Those of the methods of [`Desk`].
    pub fn answer(&self, desk: &Desk<'_>, languages: &[Language]) -> Result<Answer, PaperError> {
        Ok(match self {
            Self::Paper { wanted } => data(&desk.paper(wanted)?, languages),
            Self::Known { wanted } => data(&desk.known(wanted)?, languages),
            Self::Check { wanted } => checked(desk.check(wanted)?, languages),
            Self::Evidence { year, on } => data(&desk.evidence(*year, *on)?, languages),
            Self::Calendar { from, to, on } => {
                let calendar = desk.calendar(Period::of_question(*from, *to)?, *on)?;
                data(&Dates { ics: calendar.to_ics(), table: calendar.table }, languages)
            }
        })
    }
}

fn data(data: &impl Serialize, languages: &[Language]) -> Answer {
    Answer { json: wire::to_string(data), words: vec![Vec::new(); languages.len()] }
}

fn checked(findings: Vec<PaperFinding>, languages: &[Language]) -> Answer {
    let say = |&language: &Language| findings.iter().map(|it| it.render(language)).collect();
    let words = languages.iter().map(say).collect();
    Answer { json: wire::to_string(&PaperChecked::from(findings)), words }
}

/// Reads a paper, which may be longer than other input.
///
/// # Errors
/// The place in the input, and what is wrong there.
pub fn paper(json: &str) -> Result<Paper, MalformedError> {
    wire::from_str_within(json, PAPER_MAX)
}

/// How a paper stands by every rule on documents, with what is known beside it (JSON of [`PaperKnown`]).
///
/// # Errors
/// The place in the input, and what is wrong there.
pub fn check(paper_json: &str, known: &str, languages: &[Language]) -> Result<Answer, MalformedError> {
    let known: PaperKnown = wire::from_str(known)?;
    Ok(checked(check::check_with(&paper(paper_json)?, &known), languages))
}

/// A format by its name: `docx`.
///
/// # Errors
/// If there is no such format.
pub fn format(name: &str) -> Result<PaperFormat, MalformedError> {
    let named = PaperFormat::ALL.into_iter().find(|it| it.name() == name);
    named.ok_or_else(|| MalformedError { path: "format".to_owned(), problem: format!("no format `{name}`") })
}
