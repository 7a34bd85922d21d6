//! What a rule is: a guard, which stands before an act, or a duty, which looks over a period.
//!
//! The rules themselves live beside their concepts (`document.rs`, `report.rs` …). A rule that no clause
//! of a charter claims is not law for that body; the few marked `Rule::always` keep the record sound and
//! hold for every body.

use std::{cell::Cell, collections::BTreeMap, ops::Deref, sync::LazyLock};

use crate::{
    act::{self, ActKind, ActType},
    charter::{Charter, Clause, ClauseRules, Reading, ReadingKey, Role, Setting, SettingKey, Settings},
    duty::Instance,
    founding,
    id::{PersonId, UnitId},
    refusal::Finding,
    state::State,
    time::{Calendar, Date, Period, Time},
    verdict::Verdict,
};

/// A rule: one sentence, true when the rule is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// `<thing>.<what_is_true>` for a guard, `<thing>.<rhythm>` for a duty.
    pub id: &'static str,
    /// The sentence in Chinese.
    pub zh: &'static str,
    /// The sentence in English.
    pub en: &'static str,
    /// Whether it holds for every body, claimed or not: it keeps the record sound.
    pub always: bool,
    /// The settings it needs to be fixed or silent.
    pub settings: &'static [SettingKey],
    /// The questions of reading it asks.
    pub readings: &'static [ReadingKey],
    /// What would cure a breach, and who can do it.
    pub remedies: &'static [Remedy],
}

/// An act that would cure, and the roles of which one can do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// The act.
    pub act: ActKind,
    /// Who can do it.
    pub who: &'static [Role],
}

impl Rule {
    /// A rule that is law where a clause claims it.
    pub(crate) const fn law(id: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self { id, zh, en, always: false, settings: &[], readings: &[], remedies: &[] }
    }

    /// A rule that keeps the record sound.
    pub(crate) const fn always(id: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self { always: true, ..Self::law(id, zh, en) }
    }

    pub(crate) const fn needs(self, settings: &'static [SettingKey]) -> Self {
        Self { settings, ..self }
    }

    pub(crate) const fn reads(self, readings: &'static [ReadingKey]) -> Self {
        Self { readings, ..self }
    }

    pub(crate) const fn cured_by(self, remedies: &'static [Remedy]) -> Self {
        Self { remedies, ..self }
    }

    /// The sentence in a language.
    pub fn sentence(&self, language: crate::Language) -> &'static str {
        match language {
            crate::Language::Zh => self.zh,
            crate::Language::En => self.en,
        }
    }
}

/// Shorthand for a [`Remedy`].
pub(crate) const fn remedy(act: ActKind, who: &'static [Role]) -> Remedy {
    Remedy { act, who }
}

/// What a guard finds: nothing amiss, or what is.
pub(crate) type Check = Result<(), Finding>;

/// A rule that stands before an act.
pub(crate) struct Guard<A: ActType> {
    pub(crate) rule: Rule,
    pub(crate) check: fn(&Case<'_, A>) -> Check,
}

/// A guard asked of every act.
pub(crate) struct CommonGuard {
    pub(crate) rule: Rule,
    pub(crate) check: fn(&Ask<'_>) -> Check,
}

/// The guards asked of every act.
pub(crate) static COMMON: &[CommonGuard] = founding::COMMON;

/// A rule that looks over a period.
#[derive(Debug)]
pub(crate) struct Duty {
    pub(crate) rule: Rule,
    /// The verdicts it can give.
    pub(crate) gives: &'static [Verdict],
    /// What it finds for one claiming clause in a period, whatever the day on which it is asked.
    pub(crate) look: fn(&View<'_>, &Clause, Period) -> Vec<Instance>,
}

/// The readings that were asked on the way to an answer: no other can change it.
#[derive(Debug, Default)]
pub(crate) struct Asked(Cell<u64>);

const _: () = assert!(ReadingKey::ALL.len() <= 64);

impl Asked {
    fn note(&self, key: ReadingKey) {
        self.0.set(self.0.get() | 1 << key as u8);
    }

    pub(crate) fn contains(&self, key: ReadingKey) -> bool {
        self.0.get() & 1 << key as u8 != 0
    }
}

/// What every rule may see: the charter in force, the state, the calendar.
#[derive(Clone, Copy)]
pub(crate) struct View<'s> {
    pub(crate) charter: &'s Charter,
    pub(crate) charters: &'s [Charter],
    pub(crate) state: &'s State,
    pub(crate) calendar: &'s Calendar,
    /// A reading tried out instead of the one in effect.
    pub(crate) tried: Option<(ReadingKey, u8)>,
    /// Where the readings asked are noted.
    pub(crate) asked: Option<&'s Asked>,
}

impl<'s> View<'s> {
    pub(crate) fn settings(&self) -> &'s Settings {
        self.charter.settings()
    }

    /// The option in effect: the one tried out, the one chosen, or the charter's own.
    pub(crate) fn reading<R: Reading>(&self) -> R {
        R::from_option(self.option(R::KEY))
    }

    pub(crate) fn option(&self, key: ReadingKey) -> u8 {
        if let Some(asked) = self.asked {
            asked.note(key);
        }
        match self.tried {
            Some((tried, option)) if tried == key => option,
            _ => self
                .state
                .founding
                .chosen(key)
                .or_else(|| self.charter.reading(key).map(|it| it.option))
                .unwrap_or(0),
        }
    }
}

/// An act put to the rules: by whom, when.
#[derive(Clone, Copy)]
pub(crate) struct Ask<'s> {
    pub(crate) view: View<'s>,
    pub(crate) by: &'s PersonId,
    /// At the charter's offset.
    pub(crate) at: Time,
    pub(crate) recorded_at: Time,
    pub(crate) kind: ActKind,
    /// The latest moment of what the act builds on.
    pub(crate) since: Option<Time>,
    /// What the versions say that come into question, where they differ and none prevails.
    pub(crate) laws_differ: Option<&'s Finding>,
}

impl<'s> Deref for Ask<'s> {
    type Target = View<'s>;

    fn deref(&self) -> &View<'s> {
        &self.view
    }
}

impl Ask<'_> {
    /// The civil date of the act.
    pub(crate) fn today(&self) -> Date {
        self.at.date()
    }

    /// The actor must hold one of the roles; unit roles, for the unit given.
    pub(crate) fn needs(&self, roles: &[Role], unit: Option<&UnitId>) -> Check {
        let holds = |role: &Role| self.holds(*role, self.by, unit, self.today());
        if roles.iter().any(holds) {
            return Ok(());
        }
        Err(Finding::NeedsRole { roles: roles.to_vec(), unit: unit.cloned() })
    }
}

/// An act before its guards, its names resolved.
pub(crate) struct Case<'s, A: ActType> {
    pub(crate) ask: Ask<'s>,
    pub(crate) act: &'s A,
    pub(crate) names: A::Names<'s>,
}

impl<'s, A: ActType> Deref for Case<'s, A> {
    type Target = Ask<'s>;

    fn deref(&self) -> &Ask<'s> {
        &self.ask
    }
}

/// The setting's value, or the finding that the charter is silent on it.
pub(crate) fn fixed<T>(setting: &Setting<T>) -> Result<&T, Finding> {
    setting.fixed().ok_or(Finding::Silent { setting: setting.key() })
}

/// Fails with the finding unless the condition holds.
pub(crate) fn ensure(holds: bool, finding: impl FnOnce() -> Finding) -> Check {
    if holds { Ok(()) } else { Err(finding()) }
}

/// Every rule: the common guards, each act's guards, the duties. A guard shared by several acts comes once for each.
pub(crate) fn all() -> impl Iterator<Item = &'static Rule> {
    guards().chain(crate::duty::all().map(|it| &it.rule))
}

/// Every rule that stands before an act. One shared by several acts comes once for each.
pub fn guards() -> impl Iterator<Item = &'static Rule> {
    let guards = act::ACTS.iter().flat_map(|it| it.rules());
    COMMON.iter().map(|it| &it.rule).chain(guards)
}

/// Every duty's id, with the verdicts it can give.
pub fn duties() -> impl Iterator<Item = (&'static str, &'static [Verdict])> {
    crate::duty::all().map(|it| (it.rule.id, it.gives))
}

/// The guards' rules, each once, in the order of their ids.
static GUARDS: LazyLock<Vec<&Rule>> = LazyLock::new(|| {
    let by_id: BTreeMap<&str, &Rule> = guards().map(|it| (it.id, it)).collect();
    by_id.into_values().collect()
});

/// The duties, in the order of the list.
static DUTIES: LazyLock<Vec<&Duty>> = LazyLock::new(|| crate::duty::all().collect());

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

/// A rule by its id.
pub fn find(id: &str) -> Option<&'static Rule> {
    static ALL: LazyLock<BTreeMap<&str, &Rule>> = LazyLock::new(|| all().map(|it| (it.id, it)).collect());
    ALL.get(id).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_well_formed() {
        let mut seen: BTreeMap<&str, &Rule> = BTreeMap::new();
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
