//! What can be wrong with the charters and the entries of a body.

use serde::Serialize;

use crate::journal::JournalError;

/// Why charters cannot be those of one body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum BodyError {
    /// No charter was given.
    #[error("a body needs a charter")]
    NoCharter,
    /// A rule about joint meetings, under which no body is founded.
    #[error("`{0}` is a general charter, not that of a body")]
    General(String),
    /// Charters of different ids.
    #[error("`{one}` and `{other}` are charters of different bodies")]
    Different {
        /// The id of the first.
        one: String,
        /// An id that differs.
        other: String,
    },
    /// Two charters of the same version.
    #[error("version {0} is given twice")]
    Twice(u32),
}

/// An entry that does not follow the last one: another was applied in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[error("entry {found} does not follow: the next is {expected}")]
#[non_exhaustive]
pub struct ConflictError {
    /// The number of the next entry.
    pub expected: u32,
    /// The number of the entry given.
    pub found: u32,
}

/// Why a journal cannot be replayed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// The charters given are not those of one body.
    #[error(transparent)]
    NoBody(#[from] BodyError),
    /// A line is bad.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

crate::terms::chinese::in_words! { BodyError ConflictError ReplayError }
