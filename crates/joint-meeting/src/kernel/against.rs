//! What was done against the rules and recorded all the same: the rules that are named, and what was found.
//!
//! Which rules can be named, and by whom, is said by the guards of every act, in `law::founding::common`.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::{
    kernel::refusal::Ground,
    terms::{
        id::{ClauseId, Text},
        record::record,
    },
};

record! {
    /// That an act was done although rules stood in its way, and is to be recorded as what it is (违规事实).
    ///
    /// The rules that stand in the way are named, no more and no fewer. With any other list the submission is refused, and the
    /// ground has the right one; [`Choice::against`](crate::answer::Choice::against) has it beforehand. Only what is law by the
    /// charter can be named; a rule that keeps the record sound cannot. The office, the convener or the lead unit records so.
    ///
    /// ```
    /// use joint_meeting::{Against, text};
    ///
    /// let against = Against::new([text!("open.by_the_presiding_person")], text!("the deputy presided, nobody had delegated it"));
    /// assert_eq!(against.rules.len(), 1);
    /// ```
    pub struct Against {
        /// The ids of the rules.
        pub rules: Vec<Text>,
        /// Why it was done all the same, as far as it is known.
        pub reason: Text,
    }
}

record! {
    /// That an entry was recorded against rules, why, and what was found when it was.
    pub struct AgainstKept {
        /// A ground for each rule, in the order of the rules.
        pub grounds: Vec<GroundKept>,
        /// Why it was done all the same.
        pub reason: Text,
    }

    /// A ground as an entry keeps it: what was found when it was recorded, whatever is known since.
    pub struct GroundKept {
        /// The rule that stood in the way.
        pub rule: Text,
        /// The first clause that claimed it.
        optional pub clause: Option<ClauseId>,
        /// What was found.
        pub finding: FindingKept,
    }
}

/// A finding as it was written down: the JSON of a [`Finding`](crate::answer::Finding).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "crate::kernel::finding::Finding"))]
pub struct FindingKept(Value);

impl<'de> Deserialize<'de> for FindingKept {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self)
    }
}

impl std::fmt::Display for FindingKept {
    /// Writes the JSON.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl crate::terms::record::Mention for FindingKept {
    fn mention<'a>(&'a self, _: &mut dyn FnMut(&'static str, &'a crate::terms::spelling::Spelling)) {}
}

impl GroundKept {
    /// A ground as it is kept; none if its rule has no id that could be written down, which no rule has.
    pub(crate) fn of(ground: &Ground) -> Option<Self> {
        Some(Self {
            rule: ground.rule.parse().ok()?,
            clause: ground.clause.clone(),
            finding: FindingKept(serde_json::to_value(&ground.finding).ok()?),
        })
    }
}
