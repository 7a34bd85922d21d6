//! A question to a body as JSON, and its answer: data, and the words for it.
//!
//! The answers are not made here: each is a method of [`JointMeeting`].

use serde::{Deserialize, Serialize};

use crate::{
    body::JointMeeting,
    doors::decision::Decision,
    kernel::known::UnknownError,
    registry::entry::Submission,
    terms::{
        act_kind::ActKind,
        id::PersonId,
        language::Language,
        limits::OPTIONS_PAGE,
        period::Period,
        time::{Date, Time},
    },
    views::options::{
        Choice,
        page::{OptionsAfter, OptionsWanted},
    },
};

/// A question (提问), externally tagged: `{"roster": {"on": "2022-06-01"}}`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Question {
    /// A verdict for every clause.
    Audit {
        /// The period judged.
        #[serde(deserialize_with = "crate::terms::period::in_order")]
        period: Period,
        /// The day on which it is judged.
        on: Date,
    },
    /// What is owed.
    Obligations {
        /// The day.
        on: Date,
        /// The number of days to look ahead.
        #[serde(deserialize_with = "crate::terms::period::horizon")]
        horizon_days: u32,
    },
    /// The acts worth trying, open and blocked.
    Options {
        /// The actor.
        by: PersonId,
        /// The moment.
        at: Time,
    },
    /// A page of them.
    OptionsPage {
        /// The actor.
        by: PersonId,
        /// The moment.
        at: Time,
        /// Only what belongs to the thing of this name, or names it.
        #[serde(default)]
        about: Option<String>,
        /// Only acts of these kinds; none said, all.
        #[serde(default, deserialize_with = "crate::terms::json::shape::list")]
        kinds: Vec<ActKind>,
        /// How many rows the page has at most.
        #[serde(default, deserialize_with = "crate::views::options::page::limit")]
        limit: Option<u16>,
        /// Where the page before ended.
        #[serde(default)]
        after: Option<OptionsAfter>,
    },
    /// Who was what.
    Roster {
        /// The day.
        on: Date,
    },
    /// The first name of `Roster`, which stays readable.
    Register {
        /// The day.
        on: Date,
    },
    /// The entries that name a thing.
    Trail {
        /// The thing.
        subject: String,
    },
    /// What a rule says.
    ExplainRule {
        /// Its id.
        rule: String,
    },
    /// What an entry rested on.
    ExplainEntry {
        /// Its number.
        no: u32,
    },
    /// The entries that the rules would have refused.
    Breaches {},
    /// The version of the charter in force.
    CharterOn {
        /// The day.
        on: Date,
    },
    /// One entry.
    Entry {
        /// Its number.
        no: u32,
    },
    /// One entry, as it reads today.
    EntryAsRead {
        /// Its number.
        no: u32,
    },
    /// All entries.
    Entries {},
    /// What would become of submissions, one after the other.
    WhatIf {
        /// The submissions, in order.
        #[serde(deserialize_with = "crate::terms::json::shape::list")]
        submissions: Vec<Submission>,
    },
}

/// A day that is asked about, where the question is a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// The day.
    pub on: Date,
}

/// A moment that is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// When.
    pub at: Time,
}

/// A period that is asked about, and the day as of which it is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The period.
    #[serde(deserialize_with = "crate::terms::period::in_order")]
    pub period: Period,
    /// The day.
    pub on: Date,
}

/// The answer to a [`Question`] (回答).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The data.
    pub json: String,
    /// For each language asked for, the words: a text for each clause of an audit, for each obligation, for each option
    /// (why it is blocked, or nothing); of any other answer none.
    pub words: Vec<Vec<String>>,
}

/// Why a question has no answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum QuestionError {
    /// It asks about something that is not known.
    #[error(transparent)]
    Unknown(#[from] UnknownError),
}

impl QuestionError {
    /// The error in words.
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Unknown(it) => it.text(language),
        }
    }
}

impl Question {
    /// What the body answers, with its words in some languages.
    ///
    /// # Errors
    /// It asks about something that is not known.
    pub fn answer(&self, body: &JointMeeting, languages: &[Language]) -> Result<Answer, QuestionError> {
        Ok(match self {
            Self::Audit { period, on } => {
                let audit = body.audit(*period, *on);
                said(&audit, &audit.clauses, languages, |it, language| it.render(body, language))
            }
            Self::Obligations { on, horizon_days } => {
                let owed = body.obligations(*on, *horizon_days);
                said(&owed, &owed, languages, |it, language| it.render(body, language))
            }
            Self::Options { by, at } => {
                let options = body.options(by, *at);
                said(&options, &options, languages, |it, language| it.refused_in_words(body, language))
            }
            Self::OptionsPage { by, at, about, kinds, limit, after } => {
                let limit = limit.unwrap_or(OPTIONS_PAGE);
                let (about, kinds, after) = (about.clone(), kinds.clone(), *after);
                let page = body.options_page(by, *at, &OptionsWanted { about, kinds, limit, after });
                said(&page, &page.rows, languages, |it, language| it.refused_in_words(body, language))
            }
            Self::Roster { on } | Self::Register { on } => data(&body.roster(*on), languages),
            Self::Trail { subject } => data(&body.trail(subject)?, languages),
            Self::ExplainRule { rule } => data(&body.explain_rule(rule)?, languages),
            Self::ExplainEntry { no } => data(&body.explain_entry(*no)?, languages),
            Self::Breaches {} => data(&body.breaches(), languages),
            Self::CharterOn { on } => data(&body.charter_on(*on).version(), languages),
            Self::Entry { no } => data(&body.entry(*no), languages),
            Self::EntryAsRead { no } => data(&body.entry_as_read(*no), languages),
            Self::WhatIf { submissions } => {
                let decided = body.what_if(submissions.clone());
                data(&decided.into_iter().map(Decision::from).collect::<Vec<_>>(), languages)
            }
            Self::Entries {} => data(&body.entries(), languages),
        })
    }
}

impl Choice {
    fn refused_in_words(&self, body: &JointMeeting, language: Language) -> String {
        self.refusal.as_ref().map(|it| it.render(body, language)).unwrap_or_default()
    }
}

fn data(data: &impl Serialize, languages: &[Language]) -> Answer {
    said(data, &[], languages, |(), _| String::new())
}

fn said<T>(
    data: &impl Serialize,
    parts: &[T],
    languages: &[Language],
    say: impl Fn(&T, Language) -> String,
) -> Answer {
    let words = languages.iter().map(|&language| parts.iter().map(|it| say(it, language)).collect());
    Answer { json: crate::terms::json::to_string(data), words: words.collect() }
}
