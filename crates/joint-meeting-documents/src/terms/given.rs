//! What only the host knows and papers need: names, letterheads, numbers, further fields.
//!
//! How the host hands it over, with its wording, is in `wire`.

use std::collections::BTreeMap;

use joint_meeting::id::{MinutesId, PersonId, UnitId};
use serde::Deserialize;

/// What the journal does not hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Given {
    /// What persons are called; a person who is not here goes by the name in the journal.
    pub persons: BTreeMap<PersonId, String>,
    /// What units are called in a letterhead and a signature, where that is not the name in the charter.
    pub letterheads: BTreeMap<UnitId, String>,
    /// The numbers of documents, by the minutes they carry, under charters by which none is allotted in the journal.
    pub numbers: BTreeMap<MinutesId, String>,
    /// Further fields for templates: the room, a telephone number. What the journal says comes first.
    pub fields: BTreeMap<String, String>,
}
