//! An entry: an accepted act, with what the library settled when it accepted it.
//!
//! How entries are written down and chained is in `journal`.

use serde::{Deserialize, Serialize};

use crate::{
    act::Act,
    charter::settings::Step,
    deed::Stamp,
    id::{PersonId, UnitId},
    number::DocumentNumber,
    time::Time,
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

/// What the library settled when it accepted an act.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Outcome {
    /// Nothing had to be settled.
    #[default]
    None,
    /// A charter or version was adopted.
    Adopted {
        /// The version.
        version: u32,
        /// The digest of its file.
        #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Digest"))]
        digest: String,
    },
    /// A meeting was convened.
    Convened {
        /// Who presides, unless it is delegated later.
        presiding: PersonId,
    },
    /// A matter was agreed or clarified.
    Settled {
        /// The units that were there and did not object: those it binds.
        binds: Vec<UnitId>,
    },
    /// Minutes were drafted or redrafted.
    Drafted {
        /// The version, counted from one.
        version: u32,
        /// The steps they take to become a document.
        path: Vec<Step>,
        /// The units asked for their consent.
        consent_of: Vec<UnitId>,
        /// The units asked to countersign.
        countersign_of: Vec<UnitId>,
    },
    /// A document number was allotted.
    Numbered {
        /// The number.
        number: DocumentNumber,
    },
    /// A running number was given to a briefing or circular.
    Serial {
        /// Its number in the year.
        serial: u32,
    },
}

impl Outcome {
    /// Whether nothing was settled.
    pub fn is_none(&self) -> bool {
        *self == Self::None
    }
}
