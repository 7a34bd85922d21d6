//! The sources that papers are made from: a body, the wording, and what only the host knows.
//!
//! Which papers are made of them is settled in `make`.

use joint_meeting::{
    JointMeeting, Language,
    charter::Clause,
    id::{ClauseId, PersonId},
    journal::Head,
    words::kind_text,
};

use crate::{
    facts::JournalFacts,
    paper::Paper,
    terms::{error::PaperError, given::Given},
    words::{Made, PaperWords},
};

/// All that makers need.
#[derive(Clone, Debug)]
pub(crate) struct Sources<'b> {
    /// The body as it is told of: as it stands, or as it was when the paper went out.
    pub(crate) body: &'b JointMeeting,
    /// The body as it stands.
    pub(crate) today: &'b JointMeeting,
    pub(crate) words: &'b PaperWords,
    pub(crate) given: &'b Given,
    /// The head of the journal from which papers are made.
    pub(crate) head: Head,
    /// Whether the numbers of all other documents are told of each one, for whoever looks at it by every row. A paper that
    /// bears a number of the journal bears one that no other has, and is made without them.
    pub(crate) with_numbers: bool,
}

impl<'b> Sources<'b> {
    pub(crate) fn facts(&self) -> JournalFacts<'b> {
        JournalFacts::new(self.body)
    }

    /// What a person is called. Where the office gave no name, the one in the journal stands in quotation marks behind a
    /// word that says what it is, unless it is a name in Chinese itself.
    pub(crate) fn person(&self, person: &PersonId) -> String {
        if let Some(name) = self.given.persons.get(person) {
            return name.clone();
        }
        let kind = kind_text(PersonId::KIND, self.words.language());
        match self.words.language() {
            _ if !person.as_str().chars().any(|it| it.is_ascii_alphanumeric()) => person.to_string(),
            Language::Zh => format!("{kind}「{person}」"),
            Language::En => format!("{kind} “{person}”"),
        }
    }

    /// Puts facts into the words of a template.
    pub(crate) fn put(&self, name: &str, made: Made) -> Result<Paper, PaperError> {
        self.words.paper(name, made, &self.given.fields, &self.head)
    }

    /// The clause of a version of the charter.
    pub(crate) fn clause(&self, version: u32, clause: &ClauseId) -> Option<&'b Clause> {
        self.body.charters().iter().find(|it| it.version() == version)?.clause(clause.as_str())
    }
}
