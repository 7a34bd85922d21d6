//! The submission, in which a host hands in an act, and the entry it becomes when it is accepted.
//!
//! How entries are written down and chained is in `journal`.

use chrono::FixedOffset;
use serde::{Deserialize, Serialize};

use crate::{
    kernel::outcome::Outcome,
    registry::acts::Act,
    terms::{calendar::used::CalendarUse, deed::Stamp, id::PersonId, time::Time},
};

/// An act as a host submits it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Submission {
    /// What is done.
    pub act: Act,
    /// Who does it. The host vouches for the identity; the library judges the authority.
    pub by: PersonId,
    /// When it happened.
    pub at: Time,
    /// When it was entered; if not given, when it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<Time>,
}

impl Submission {
    /// What is done, by whom and when; [`Submission::recorded_at`] says when it was entered, if that was later.
    ///
    /// ```
    /// use joint_meeting::{Submission, act::OpenMeeting, id, time};
    ///
    /// let opening = Submission::new(OpenMeeting::new(id!("m1")), id!("p1"), time!("2022-06-30T09:00:00+08:00"))
    ///     .recorded_at(time!("2022-07-01T08:30:00+08:00"));
    /// assert_eq!(opening.by.as_str(), "p1");
    /// ```
    pub fn new(act: impl Into<Act>, by: PersonId, at: Time) -> Self {
        Self { act: act.into(), by, at, recorded_at: None }
    }

    /// When it was entered.
    #[must_use]
    pub fn recorded_at(self, time: Time) -> Self {
        Self { recorded_at: Some(time), ..self }
    }
}

/// An accepted act. It is made by [`JointMeeting::decide`](crate::JointMeeting::decide) and read from where a host has stored
/// it, with serde or line by line with [`JointMeeting::replay`](crate::JointMeeting::replay).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entry {
    /// Its number in the journal, counted from one.
    pub no: u32,
    /// When it happened, at the charter's offset.
    pub at: Time,
    /// When it was entered.
    pub recorded_at: Time,
    /// Who did it.
    pub by: PersonId,
    /// What was done.
    pub act: Act,
    /// What was settled then, and is never settled anew.
    #[serde(default, skip_serializing_if = "Outcome::is_none")]
    pub outcome: Outcome,
    /// The table of working days by which it was accepted, where that rested on one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Box<CalendarUse>>,
}

impl Entry {
    /// The same with its times at an offset.
    pub(crate) fn at_offset(self, offset: FixedOffset) -> Self {
        Self { at: self.at.at_offset(offset), recorded_at: self.recorded_at.at_offset(offset), ..self }
    }

    /// Whether its times stand at an offset.
    pub(crate) fn is_at(&self, offset: FixedOffset) -> bool {
        [self.at, self.recorded_at].iter().all(|it| *it.to_chrono().offset() == offset)
    }

    /// What the state is told of it, whatever was done.
    pub(crate) fn stamp(&self) -> Stamp<'_> {
        Stamp { at: self.at, recorded_at: self.recorded_at, no: self.no, by: &self.by }
    }
}
