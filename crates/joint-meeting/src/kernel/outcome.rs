//! What the library settles when it accepts an act, and never settles anew.

use serde::{Deserialize, Serialize};

use crate::kernel::against::GroundKept;
use crate::terms::{
    id::{PersonId, UnitId},
    number::DocumentNumber,
    words::Step,
};

/// What the library settled when it accepted an act.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Outcome {
    /// Nothing had to be settled.
    #[default]
    None,
    /// A charter or version was adopted.
    Adopted {
        /// The version.
        version: u32,
        /// The digest of its file.
        #[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::Digest"))]
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
    /// A unit had left a meeting before something was settled there.
    Left {
        /// What entries settled after it had left, where that binds others than it did.
        settled: Vec<SettledAgain>,
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
    /// The record was corrected.
    Corrected {
        /// The entries that settle something else on the corrected past than when they were recorded.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        settled: Vec<SettledAgain>,
        /// The entries that rules of the charter would refuse on the corrected past. They stand, and the audit tells of them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        broken: Vec<BrokenSince>,
        /// The entries that gave a number which went out and is theirs no longer. It is not given again.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        spent: Vec<u32>,
    },
}

/// What an entry settles by what was recorded of its day later.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SettledAgain {
    /// The number of the entry.
    pub no: u32,
    /// What it settles.
    pub outcome: Outcome,
}

/// The rules that would refuse an entry on a past that was corrected.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BrokenSince {
    /// The number of the entry.
    pub no: u32,
    /// A ground for each rule, in the order of the rules.
    pub grounds: Vec<GroundKept>,
}

impl Outcome {
    /// Whether nothing was settled.
    pub(crate) fn is_none(&self) -> bool {
        *self == Self::None
    }
}
