//! The desk at which papers are made: a body, the wording, and what only the host knows.
//!
//! Which facts a paper has is settled in `make`.

use std::collections::BTreeMap;

use joint_meeting::{
    JointMeeting,
    id::{MinutesId, PersonId, UnitId},
    journal::Head,
    time::Date,
};
use serde::{Deserialize, Serialize};

use crate::{facts::JournalFacts, make, paper::Paper, wanted::Wanted, words::PaperWords};

/// What the journal does not hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Given {
    /// How persons are called; who is not here goes by the name in the journal.
    pub persons: BTreeMap<PersonId, String>,
    /// How units are called in a letterhead and a signature, where that is not the name in the charter.
    pub letterheads: BTreeMap<UnitId, String>,
    /// The numbers of documents, by the minutes they carry, under charters by which none is allotted in the journal.
    pub numbers: BTreeMap<MinutesId, String>,
    /// Further fields for templates: the room, a telephone number. What the journal says comes first.
    pub fields: BTreeMap<String, String>,
}

/// Why a paper cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PaperError {
    /// The journal knows no such thing.
    #[error("no {kind} `{name}`")]
    Unknown {
        /// Of what kind it would be.
        kind: &'static str,
        /// Its name.
        name: String,
    },
    /// What the paper is about has not happened.
    #[error("`{act}` has not happened yet")]
    NotYet {
        /// The act that is missing.
        act: &'static str,
    },
    /// Another act than one that issues a document.
    #[error("`{act}` issues no document")]
    NoDocument {
        /// The act.
        act: &'static str,
    },
    /// The unit owes no report for that year.
    #[error("`{unit}` owes no report for {year}")]
    NothingOwed {
        /// The unit.
        unit: UnitId,
        /// The year.
        year: i32,
    },
    /// No such year can be written down.
    #[error("year {year} is out of range")]
    Year {
        /// The year.
        year: i32,
    },
    /// The wording has no such paper.
    #[error("the wording has no paper `{name}`")]
    NoTemplate {
        /// Its name.
        name: String,
    },
    /// The wording lacks a word.
    #[error("the wording has no word `{word}`")]
    NoWord {
        /// Its key.
        word: String,
    },
    /// A template asks for a field that neither the journal nor the host has.
    #[error("{place}: field `{field}` is missing")]
    MissingField {
        /// Where in the wording.
        place: String,
        /// The field.
        field: String,
    },
    /// A template makes more of what it is given than a paper can hold.
    #[error("{place}: too long")]
    TooLong {
        /// Where in the wording.
        place: String,
    },
    /// A template has a heading of a level that there is not.
    #[error("{template}: a heading of level {level}; the levels are 1 to 4")]
    BadLevel {
        /// The template.
        template: String,
        /// The level.
        level: u8,
    },
    /// A paper without a table has nothing for CSV.
    #[error("there is no table in this paper")]
    NoTable,
    /// A format could not be written.
    #[error("the paper cannot be written: {why}")]
    NotWritten {
        /// What the writer says.
        why: String,
    },
}

/// Where papers are made.
#[derive(Clone, Debug)]
pub struct Desk<'b> {
    pub(crate) body: &'b JointMeeting,
    pub(crate) words: &'b PaperWords,
    pub(crate) given: &'b Given,
    head: Head,
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

impl<'b> Desk<'b> {
    /// A desk for a body as it stands.
    pub fn new(body: &'b JointMeeting, words: &'b PaperWords, given: &'b Given) -> Self {
        Self::at(body, words, given, body.head(None))
    }

    /// The same with the head of the journal, which takes longer to find than most papers take to make.
    pub fn at(body: &'b JointMeeting, words: &'b PaperWords, given: &'b Given, head: Head) -> Self {
        Self { body, words, given, head }
    }

    /// The head of the journal from which papers are made here.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// Makes a paper.
    ///
    /// # Errors
    /// A name that means nothing, something that has not happened, or a field that nobody has.
    pub fn paper(&self, wanted: &Wanted) -> Result<Paper, PaperError> {
        make::paper(self, wanted)
    }

    /// All papers of a year, for whoever inspects it: an index, then each paper, then the audit as seen on a day.
    ///
    /// # Errors
    /// Those of [`Desk::paper`].
    pub fn evidence(&self, year: i32, on: Date) -> Result<Vec<Filed>, PaperError> {
        make::evidence(self, year, on)
    }

    pub(crate) fn facts(&self) -> JournalFacts<'b> {
        JournalFacts::new(self.body)
    }

    /// What a person is called.
    pub(crate) fn person(&self, person: &PersonId) -> String {
        self.given.persons.get(person).cloned().unwrap_or_else(|| person.to_string())
    }
}
