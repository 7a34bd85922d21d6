//! The record of what a charter says against the general charters that bind it.
//!
//! How such a contradiction is found is in `code::load`.

use serde::Serialize;

use crate::terms::id::ClauseId;

/// What a clause says against a general charter, and that therefore does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Overruled {
    /// The clause of the charter's own.
    pub clause: ClauseId,
    /// The setting or the question of reading.
    pub what: String,
    /// The clause that prevails.
    pub by: ClauseId,
}
