//! The list of every rule by its id, and the rules behind a clause.

use std::sync::LazyLock;

use crate::{
    charter::{
        ClauseRules,
        file::{Clause, Force},
        settings::Settings,
    },
    kernel::{
        known::near_words,
        refusal::Name,
        rule::{Duty, Rule},
        verdict::Verdict,
    },
    law::founding::common::COMMON,
    registry::acts,
    terms::sorted::Map,
};

/// Every rule: the common guards, each act's guards, the duties. A guard shared by several acts comes once for each.
pub(crate) fn all() -> impl Iterator<Item = &'static Rule> {
    guards().chain(crate::registry::duties::all().map(|it| &it.rule))
}

/// Every rule that stands before an act. A rule shared by several acts comes once for each.
pub fn guards() -> impl Iterator<Item = &'static Rule> {
    let guards = acts::ACTS.iter().flat_map(|it| it.rules());
    COMMON.iter().map(|it| &it.rule).chain(guards)
}

/// Whether what a duty asks for is owed under a clause that claims it: what is said only to record a silence, or is only practice,
/// obliges nobody.
pub(crate) fn obliges(duty: &str, clause: &Clause, settings: &Settings) -> bool {
    let may_not = matches!(clause.force, Force::Silence | Force::Practice);
    !may_not || find(duty).is_none_or(|it| it.is_law_by(clause, settings))
}

/// Every duty's id, with the verdicts it can give.
pub fn duties() -> impl Iterator<Item = (&'static str, &'static [Verdict])> {
    crate::registry::duties::all().map(|it| (it.rule.id, it.gives))
}

/// The guards' rules, each once, in the order of their ids.
static GUARDS: LazyLock<Vec<&Rule>> = LazyLock::new(|| {
    let by_id: Map<&str, &Rule> = guards().map(|it| (it.id, it)).collect();
    by_id.into_values().collect()
});

/// The duties, in the order of the list.
static DUTIES: LazyLock<Vec<&Duty>> = LazyLock::new(|| crate::registry::duties::all().collect());

impl ClauseRules {
    /// What a clause claims by these ids.
    pub(crate) fn behind(claimed: &[String]) -> Self {
        let guard = |id: &String| GUARDS.binary_search_by_key(&id.as_str(), |it| it.id).ok();
        let is_claimed = |(ix, it): (u16, &&Duty)| claimed.iter().any(|id| id == it.rule.id).then_some(ix);
        Self {
            guards: claimed.iter().filter_map(guard).filter_map(|ix| u16::try_from(ix).ok()).collect(),
            duties: (0u16..).zip(DUTIES.iter()).filter_map(is_claimed).collect(),
        }
    }

    /// The rules that stand before acts.
    pub(crate) fn guards(&self) -> impl Iterator<Item = &'static Rule> {
        self.guards.iter().filter_map(|ix| GUARDS.get(usize::from(*ix)).copied())
    }

    /// The duties.
    pub(crate) fn duties(&self) -> impl Iterator<Item = &'static Duty> {
        self.duties.iter().filter_map(|ix| DUTIES.get(usize::from(*ix)).copied())
    }
}

/// A rule that there is not, with those that are nearest to its id.
pub(crate) fn unknown(id: &str) -> Name {
    Name { kind: "rule", name: id.to_owned(), nearest: near_words(id, all().map(|it| it.id)) }
}

/// Whether a rule is law where a clause claims it, and not one that keeps the record sound.
pub(crate) fn is_law(id: &str) -> bool {
    find(id).is_some_and(|it| !it.always)
}

/// A rule by its id.
pub fn find(id: &str) -> Option<&'static Rule> {
    static ALL: LazyLock<Map<&str, &Rule>> = LazyLock::new(|| all().map(|it| (it.id, it)).collect());
    ALL.get(id).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_well_formed() {
        let mut seen: Map<&str, &Rule> = Map::new();
        for rule in all() {
            assert!(
                rule.id.split_once('.').is_some_and(|(a, b)| !a.is_empty() && !b.is_empty()),
                "{}",
                rule.id
            );
            assert!(!rule.zh.is_empty() && !rule.en.is_empty(), "{}", rule.id);
            if let Some(before) = seen.insert(rule.id, rule) {
                assert_eq!(before, rule, "two rules share an id");
            }
        }
    }
}
