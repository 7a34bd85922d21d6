//! The words of a verdict, who bears a duty, what one rule finds of one bearer, and how a clause comes by its verdict.
//!
//! How a verdict on one thing is reached is in `duty`.

use serde::Serialize;

use crate::{
    charter::{file::Force, readings::ReadingKey},
    kernel::{due::Due, finding::Finding},
    terms::{id::UnitId, record::words, words::Role},
};

words! {
    /// A verdict (结论), from the one that weighs least to the one that weighs most.
    pub enum Verdict {
        /// Nothing happened to which it could apply.
        NotApplicable "不适用" "not applicable",
        /// The clause exhorts or describes; nobody can be judged by it.
        NotJudged "不作评判" "not judged",
        /// The clause was kept.
        Met "已做到" "met",
        /// The charter says nothing that could be judged.
        Silent "未作规定" "silent",
        /// What is owed is not yet done, and not yet due.
        NotDue "未到期" "not due",
        /// The defensible readings differ.
        Disputed "理解不一" "disputed",
        /// The clause was not kept.
        Unmet "未做到" "unmet",
    }
}

/// The verdict on a clause: what weighs most of what its duties say. What its guards let pass counts only where no duty
/// found anything to judge, but an act that a guard would have refused is a breach whatever the duties say.
///
/// A duty that is judged in another period (`elsewhere`) leaves nothing for the guards to say in this one. Of a clause that
/// only allows something the duties say whether it was used; how it was used, the guards say.
pub(crate) fn of_clause(
    force: Force,
    duties: &[Judgement],
    elsewhere: bool,
    guards: &[Judgement],
) -> Verdict {
    match force {
        Force::Principle | Force::Practice => return Verdict::NotJudged,
        Force::Silence => return Verdict::Silent,
        _ => {}
    }
    let weightiest = |all: &[Judgement]| all.iter().map(|it| it.verdict).max();
    let (by_duties, by_guards) = (weightiest(duties), weightiest(guards));
    let verdict = match by_duties {
        _ if by_guards == Some(Verdict::Unmet) => by_guards,
        Some(Verdict::NotApplicable) if elsewhere || force == Force::May => by_duties,
        Some(Verdict::NotJudged) if force == Force::May => by_guards.or(by_duties),
        None | Some(Verdict::NotApplicable) => by_guards.or(by_duties),
        said => said,
    };
    verdict.unwrap_or(match force {
        Force::Definition | Force::May | Force::Outside => Verdict::NotApplicable,
        _ => Verdict::NotJudged,
    })
}

/// How many things stand how under a clause. A thing is what one duty asks of one bearer about one subject; what was
/// broken and cannot be made good is none of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Counts {
    /// Things that are owed and not done, whether overdue, not yet due, without a date or, by another defensible reading,
    /// in dispute. After the end of the body there are none.
    pub open: u32,
    /// Of the open things those that are late by the readings in effect.
    pub overdue: u32,
    /// Things that were done, in time or late.
    pub done: u32,
}

impl Counts {
    /// Whether there is nothing to count.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Who bears a duty, or to whom it is owed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Bearer {
    /// The joint meeting as a whole.
    Body,
    /// Whoever holds a role.
    Role {
        /// The role.
        role: Role,
    },
    /// A unit.
    Unit {
        /// The unit.
        unit: UnitId,
    },
}

/// The option of a reading that an answer rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ReadingUse {
    /// The question.
    pub reading: ReadingKey,
    /// The option used.
    #[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::ReadingOption"))]
    pub option: &'static str,
}

impl ReadingUse {
    pub(crate) fn new(key: ReadingKey, option: u8) -> Self {
        Self { reading: key, option: key.info().options.get(usize::from(option)).copied().unwrap_or("") }
    }
}

/// What one rule finds of one bearer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Judgement {
    /// The rule.
    #[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::RuleId"))]
    pub rule: &'static str,
    /// Who bears it.
    pub bearer: Bearer,
    /// What it is about, where one bearer can owe several things.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// The readings it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<ReadingUse>,
    /// The verdict by each reading, where they differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by_reading: Vec<VerdictByReading>,
    /// When it was due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// The numbers of the entries that show it.
    pub evidence: Vec<u32>,
    /// What was missing; in a dispute, by the reading by which it is unmet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<Finding>,
}

/// The verdict by one option of a reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct VerdictByReading {
    /// The question.
    #[cfg_attr(feature = "schema", schemars(with = "crate::charter::readings::ReadingKey"))]
    pub reading: &'static str,
    /// The option.
    #[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::ReadingOption"))]
    pub option: &'static str,
    /// The verdict by it.
    pub verdict: Verdict,
}
