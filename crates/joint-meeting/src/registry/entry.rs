//! The submission, in which a host hands in an act, and the entry it becomes when it is accepted.
//!
//! How entries are written down and chained is in `journal`.

use serde::{Deserialize, Serialize};

use crate::{
    kernel::outcome::Outcome,
    registry::acts::Act,
    terms::{deed::Stamp, id::PersonId, time::Time},
};

/// An act as a host submits it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// An accepted act.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
}

impl Entry {
    /// What the state is told of it, whatever was done.
    pub(crate) fn stamp(&self) -> Stamp<'_> {
        Stamp { at: self.at, recorded_at: self.recorded_at, no: self.no, by: &self.by }
    }
}
