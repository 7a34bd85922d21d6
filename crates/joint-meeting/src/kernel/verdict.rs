//! The words of a verdict, who bears a duty, and what one rule finds of one bearer.
//!
//! How a verdict is reached is in `duty`; verdicts on whole clauses are in `views::audit`.

use serde::Serialize;

use crate::{
    charter::readings::ReadingKey,
    kernel::{due::Due, finding::Finding},
    terms::{id::UnitId, record::words, words::Role},
};

words! {
    /// A verdict (结论), from the one that weighs least to the one that weighs most.
    pub enum Verdict {
        /// The clause exhorts or describes; nobody can be judged by it.
        NotJudged "不作评判" "not judged",
        /// Nothing happened to which it could apply.
        NotApplicable "不适用" "not applicable",
        /// The charter says nothing that could be judged.
        Silent "未作规定" "silent",
        /// The clause was kept.
        Met "已做到" "met",
        /// What is owed is not yet done, and not yet due.
        NotDue "未到期" "not due",
        /// The defensible readings differ.
        Disputed "理解不一" "disputed",
        /// The clause was not kept.
        Unmet "未做到" "unmet",
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
    /// What was missing.
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
