//! What was decided of a submission, as it crosses the wire.

use serde::Serialize;

use crate::{kernel::refusal::Refusal, registry::entry::Entry};

/// May this be done? The answer of `decide`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Decision {
    /// Yes: the entry to store, then to apply.
    Accepted(Box<Entry>),
    /// No, and why.
    Refused(Refusal),
}

impl From<Result<Entry, Refusal>> for Decision {
    fn from(it: Result<Entry, Refusal>) -> Self {
        it.map_or_else(Self::Refused, |entry| Self::Accepted(Box::new(entry)))
    }
}
