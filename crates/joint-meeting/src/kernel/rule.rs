//! What a rule is: a guard, which stands before an act, or a duty, which looks over a period.
//!
//! The rules themselves live beside their concepts in `law`. A rule that no clause of a charter claims is not law for
//! that body; the few marked `Rule::always` keep the record sound and hold for every body.

use crate::{
    charter::{
        file::{Clause, Force},
        readings::ReadingKey,
        settings::{Setting, SettingKey, Settings},
    },
    kernel::{
        act::ActType,
        duty::Instance,
        finding::Finding,
        verdict::Verdict,
        view::{Ask, Case, View},
    },
    terms::{act_kind::ActKind, period::Period, words::Role},
};

/// A rule: one sentence, true when the rule is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// The id: `<thing>.<what_is_true>` for a guard, `<thing>.<rhythm>` for a duty.
    pub id: &'static str,
    /// The sentence in Chinese.
    pub zh: &'static str,
    /// The sentence in English.
    pub en: &'static str,
    /// Whether it holds for every body, claimed or not, because it keeps the record sound.
    pub always: bool,
    /// The settings it needs to be fixed or silent.
    pub settings: &'static [SettingKey],
    /// Whether what it guards is refused where the charter is silent on the first of these settings.
    pub(crate) refuses_silence: bool,
    /// The questions of reading it asks.
    pub readings: &'static [ReadingKey],
    /// What would cure a breach, and who can do it.
    pub remedies: &'static [Remedy],
}

/// An act that would cure, and the roles of which one can do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Remedy {
    /// The act.
    pub act: ActKind,
    /// Who can do it.
    pub who: &'static [Role],
    /// Whether it is what can be done instead, and leaves the breach as it is.
    pub instead: bool,
}

impl Rule {
    /// A rule that is law where a clause claims it.
    pub(crate) const fn law(id: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self {
            id,
            zh,
            en,
            always: false,
            settings: &[],
            refuses_silence: false,
            readings: &[],
            remedies: &[],
        }
    }

    /// A rule that keeps the record sound.
    pub(crate) const fn always(id: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self { always: true, ..Self::law(id, zh, en) }
    }

    pub(crate) const fn needs(self, settings: &'static [SettingKey]) -> Self {
        Self { settings, ..self }
    }

    /// It needs these, and what it guards is refused where the charter is silent on the first.
    pub(crate) const fn asks(self, settings: &'static [SettingKey]) -> Self {
        Self { settings, refuses_silence: true, ..self }
    }

    pub(crate) const fn reads(self, readings: &'static [ReadingKey]) -> Self {
        Self { readings, ..self }
    }

    pub(crate) const fn cured_by(self, remedies: &'static [Remedy]) -> Self {
        Self { remedies, ..self }
    }

    /// Whether a clause that claims it makes it law. A clause that only says on what the text is silent does so as far as
    /// something that the rule needs is settled all the same, by a rule from above; what is only practice never does.
    pub(crate) fn is_law_by(&self, clause: &Clause, settings: &Settings) -> bool {
        match clause.force {
            Force::Practice => false,
            Force::Silence => self.settings.iter().any(|it| settings.is_fixed(*it)),
            _ => true,
        }
    }

    /// The sentence in a language.
    pub fn sentence(&self, language: crate::terms::language::Language) -> &'static str {
        match language {
            crate::terms::language::Language::Zh => self.zh,
            crate::terms::language::Language::En => self.en,
        }
    }
}

/// Shorthand for a [`Remedy`].
pub(crate) const fn remedy(act: ActKind, who: &'static [Role]) -> Remedy {
    Remedy { act, who, instead: false }
}

/// Shorthand for a [`Remedy`] that is something else, to be done instead.
pub(crate) const fn instead(act: ActKind, who: &'static [Role]) -> Remedy {
    Remedy { act, who, instead: true }
}

/// What a guard finds: nothing amiss, or what is amiss.
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

/// A rule that looks over a period.
#[derive(Debug)]
pub(crate) struct Duty {
    pub(crate) rule: Rule,
    /// The verdicts it can give.
    pub(crate) gives: &'static [Verdict],
    /// What it finds for one claiming clause in a period, whatever the day on which it is asked.
    pub(crate) look: fn(&View<'_>, &Clause, Period) -> Vec<Instance>,
}

/// The setting's value, or the finding that the charter is silent on it.
pub(crate) fn fixed<T>(setting: &Setting<T>) -> Result<&T, Finding> {
    setting.fixed().ok_or(Finding::Silent { setting: setting.key() })
}

/// Fails with the finding unless the condition holds.
pub(crate) fn ensure(holds: bool, finding: impl FnOnce() -> Finding) -> Check {
    if holds { Ok(()) } else { Err(finding()) }
}
