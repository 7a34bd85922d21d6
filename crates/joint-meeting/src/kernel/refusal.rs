//! Why an act is refused: every ground, with its clause, what was found, and who can cure it.
//!
//! A refusal is an answer, made of data; its words are made in `views::say`. Malformed input is not a refusal: see
//! `terms::json`.

use std::fmt;

use serde::Serialize;

use crate::{
    charter::{Charter, file::Clause},
    kernel::{
        finding::Finding,
        known::KnownName,
        rule::{self, Rule},
    },
    terms::{
        act_kind::ActKind,
        id::{ClauseId, UnitId},
        time::Time,
        words::{MeetingKind, Role},
    },
};

/// Why an act is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Refusal {
    /// Names that mean nothing here, or that already mean something else. No rule was asked.
    Names {
        /// Names of things that nobody has introduced.
        unknown: Vec<Name>,
        /// Names for new things that are already in use.
        taken: Vec<Name>,
    },
    /// The rules that stand in the way; never empty.
    Rules {
        /// A ground for each rule, in the order of the rules.
        grounds: Vec<Ground>,
        /// The version of the charter that judged, from which the words of the refusal come. It is not serialised.
        #[serde(skip)]
        version: u32,
    },
}

/// A name with the kind of thing it stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Name {
    /// The kind: `unit`, `meeting` and so on.
    pub kind: &'static str,
    /// The name as given.
    pub name: String,
    /// For a name that is unknown, the known ones of its kind that are nearest to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<KnownName>,
}

/// A ground of refusal (依据).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Ground {
    /// The rule that stands in the way.
    #[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::RuleId"))]
    pub rule: &'static str,
    /// The first clause that claims the rule; none for a rule that holds for every body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<ClauseId>,
    /// Further clauses that claim it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<ClauseId>,
    /// What was found.
    pub finding: Finding,
    /// What would cure it; empty if nothing can, or if the act itself could be put right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cures: Vec<Cure>,
    /// What alone can help, where no act under this charter can.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_by: Option<OnlyBy>,
    /// The earliest moment at which this ground can fall away by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Time>,
}

/// What alone can help where no act under a charter can.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum OnlyBy {
    /// The charter is silent, and on how it is amended too.
    NewCharter,
    /// Nobody: no person holds a role that it takes, and nobody can put a person into one.
    Nobody,
}

/// An act that would cure a ground, and who can do it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Cure {
    /// The name of the act.
    pub act: ActKind,
    /// The roles of which one can do it.
    pub who: Vec<Role>,
    /// The units that have to, where it is a matter of units.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    /// Whether it is done instead of what was refused, and does not open the way for that.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub instead: bool,
}

impl Ground {
    /// A ground that cites the clauses behind its rule: at a meeting those that speak of its kind by name, if any does, and
    /// otherwise those that speak of all.
    pub(crate) fn new(
        rule: &Rule,
        clauses: &[u16],
        charter: &Charter,
        meeting: Option<MeetingKind>,
        finding: Finding,
    ) -> Self {
        let mut clauses: Vec<&Clause> = clauses.iter().filter_map(|it| charter.clause_at(*it)).collect();
        if let Some(meeting) = meeting {
            let by_name = |it: &Clause| it.meetings.contains(&meeting);
            let of_all = |it: &Clause| it.meetings.is_empty();
            if clauses.iter().any(|it| by_name(it)) {
                clauses.retain(|it| by_name(it));
            } else if clauses.iter().any(|it| of_all(it)) {
                clauses.retain(|it| of_all(it));
            }
        }
        let mut clauses = clauses.into_iter().map(|it| it.id.clone());
        let units = finding.units();
        let cure = |it: &rule::Remedy| Cure {
            act: it.act,
            who: it.who.to_vec(),
            units: units.to_vec(),
            instead: it.instead,
        };
        Self {
            rule: rule.id,
            clause: clauses.next(),
            also: clauses.collect(),
            cures: rule.remedies.iter().map(cure).collect(),
            only_by: None,
            earliest: if let Finding::TooEarly { earliest } = &finding { Some(*earliest) } else { None },
            finding,
        }
    }
}

impl Refusal {
    /// The grounds; empty if names are unknown or taken.
    pub fn grounds(&self) -> &[Ground] {
        match self {
            Self::Names { .. } => &[],
            Self::Rules { grounds, .. } => grounds,
        }
    }

    /// Whether another version of the charter refuses on the same grounds.
    pub(crate) fn agrees_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Rules { grounds, .. }, Self::Rules { grounds: others, .. }) => grounds == others,
            _ => self == other,
        }
    }
}

impl fmt::Display for Refusal {
    /// Writes the names or the ids of the rules; [`Refusal::render`] gives words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Names { unknown, taken } => {
                f.write_str("refused by name:")?;
                unknown.iter().chain(taken).try_for_each(|it| write!(f, " {} `{}`", it.kind, it.name))
            }
            Self::Rules { grounds, .. } => {
                f.write_str("refused by rule:")?;
                grounds.iter().try_for_each(|it| write!(f, " {}", it.rule))
            }
        }
    }
}

impl std::error::Error for Refusal {}
