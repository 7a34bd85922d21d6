//! Questions whose answers are tables, as a program asks them in JSON.
//!
//! What a body answers is the core's affair; here it is said which tables show it.

use joint_meeting::{
    answer::OptionsWanted,
    id::PersonId,
    limits::{HORIZON_DAYS_MAX, OPTIONS_PAGE},
    time::{Date, Time},
    wire::{Question, QuestionError},
};
use serde::{Deserialize, Deserializer, de::Error};

use super::Tables;
use crate::table::Table;

/// A question whose answer is tables, externally tagged: `{"reports_owed": {"on": "2023-01-15", "horizon_days": 60}}`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum TableQuestion {
    /// Any question to a body: the tables of its answer. An answer that is no list has none.
    Answer(Question),
    /// Which reports are owed, and which parts of them are missing.
    ReportsOwed {
        /// The day.
        on: Date,
        /// The number of days to look ahead.
        #[serde(deserialize_with = "horizon")]
        horizon_days: u32,
    },
    /// May the document that carries minutes be issued, and what is missing?
    MayIssue {
        /// The minutes.
        minutes: String,
        /// Who would issue it.
        by: PersonId,
        /// When.
        at: Time,
    },
    /// What happened by a day.
    Record {
        /// The day.
        on: Date,
    },
    /// What stands behind a rule, a clause, an entry, or a thing by its name.
    Why {
        /// The id of the rule or clause, the number of the entry, or the name of the thing.
        id: String,
        /// The day.
        on: Date,
    },
}

fn horizon<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    let days = u32::deserialize(from)?;
    let is_near = days <= HORIZON_DAYS_MAX;
    is_near.then_some(days).ok_or_else(|| D::Error::custom(format!("at most {HORIZON_DAYS_MAX} days")))
}

impl Tables<'_> {
    /// The tables that answer a question, without columns in which nothing stands.
    ///
    /// # Errors
    /// It asks about something that is not known.
    pub fn asked(&self, question: &TableQuestion) -> Result<Vec<Table>, QuestionError> {
        let all = match question {
            TableQuestion::Answer(it) => self.answer(it)?,
            TableQuestion::ReportsOwed { on, horizon_days } => {
                vec![self.reports_owed(&self.body.obligations(*on, *horizon_days), *on)]
            }
            TableQuestion::MayIssue { minutes, by, at } => self.may_issue(minutes, by, *at)?.into(),
            TableQuestion::Record { on } => vec![self.journal(*on)],
            TableQuestion::Why { id, on } => vec![self.why(id, *on)?.table],
        };
        Ok(all.into_iter().map(Table::without_empty_columns).collect())
    }

    fn answer(&self, question: &Question) -> Result<Vec<Table>, QuestionError> {
        let body = self.body;
        Ok(match question {
            Question::Audit { period, on } => {
                let audit = body.audit(*period, *on);
                vec![self.findings(&audit), self.audit(&audit)]
            }
            Question::Obligations { on, horizon_days } => {
                vec![self.obligations(&body.obligations(*on, *horizon_days), *on)]
            }
            Question::Options { by, at } => vec![self.options(&body.options(by, *at), at.date())],
            Question::OptionsPage { by, at, about, kinds, limit, after } => {
                let limit = limit.unwrap_or(OPTIONS_PAGE);
                let mut wanted = OptionsWanted::default().kinds(kinds.iter().copied());
                (wanted.about, wanted.limit, wanted.after) = (about.clone(), limit, *after);
                vec![self.options(&body.options_page(by, *at, &wanted).rows, at.date())]
            }
            Question::Roster { on } | Question::Register { on } => self.roster(&body.roster(*on)).into(),
            Question::Trail { subject } => vec![self.trail(&body.trail(subject)?, self.today())],
            Question::Breaches {} => vec![self.breaches(&body.breaches(), self.today())],
            Question::Entries {} => vec![self.journal(self.today())],
            Question::WhatIf { submissions } => {
                let on = submissions.last().map_or_else(|| self.today(), |it| it.at.date());
                vec![self.decisions(submissions, &body.what_if(submissions.clone()), on)]
            }
            _ => Vec::new(),
        })
    }

    /// The day to which the record reaches, where a question names none.
    fn today(&self) -> Date {
        let days = self.body.entries().iter().map(|it| it.recorded_at.max(it.at).date());
        days.max().unwrap_or(Date::MIN)
    }
}
