//! A question to a body, as the vectors put it, and its answer: data, and the words for it.
//!
//! Nothing here knows of Python.

use joint_meeting::{
    JointMeeting, Language,
    id::PersonId,
    time::{Date, Period, Time},
    wire,
};
use serde::Deserialize;

/// A question.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Ask {
    Audit { period: Period, on: Date },
    Obligations { on: Date, horizon_days: u32 },
    Options { by: PersonId, at: Time },
    Register { on: Date },
    Trail { subject: String },
    ExplainRule { rule: String },
    ExplainEntry { no: u32 },
    Breaches {},
    CharterOn { on: Date },
    Entry { no: u32 },
    Entries {},
}

/// A moment.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Moment {
    pub(crate) at: Time,
}

/// A day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Day {
    pub(crate) on: Date,
}

/// A period, and the day on which it is looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Audit {
    pub(crate) period: Period,
    pub(crate) on: Date,
}

impl Ask {
    /// The answer as JSON; for an audit, what is owed and options also in words, one text for each.
    pub(crate) fn answer(&self, body: &JointMeeting, language: Language) -> (String, Vec<String>) {
        let only = |json| (json, Vec::new());
        match self {
            Self::Audit { period, on } => {
                let audit = body.audit(*period, *on);
                let words = audit.clauses.iter().map(|it| it.render(body, language));
                (wire::to_string(&audit), words.collect())
            }
            Self::Obligations { on, horizon_days } => {
                let owed = body.obligations(*on, *horizon_days);
                let words = owed.iter().map(|it| it.render(body, language));
                (wire::to_string(&owed), words.collect())
            }
            Self::Options { by, at } => {
                let options = body.options(by, *at);
                let why = options.iter().map(|it| it.refusal.as_ref());
                let words = why.map(|it| it.map(|it| it.render(body, language)).unwrap_or_default());
                (wire::to_string(&options), words.collect())
            }
            Self::Register { on } => only(wire::to_string(&body.register(*on))),
            Self::Trail { subject } => only(wire::to_string(&body.trail(subject))),
            Self::ExplainRule { rule } => only(wire::to_string(&body.explain_rule(rule))),
            Self::ExplainEntry { no } => only(wire::to_string(&body.explain_entry(*no))),
            Self::Breaches {} => only(wire::to_string(&body.breaches())),
            Self::CharterOn { on } => only(wire::to_string(&body.charter_on(*on).version())),
            Self::Entry { no } => only(wire::to_string(&body.entry(*no))),
            Self::Entries {} => only(wire::to_string(&body.entries())),
        }
    }
}
