//! Which units must answer today for what was laid on units earlier, and who speaks for each of them (承继).
//!
//! What was asked of a unit, or falls on it, passes to the units that stand in its place when it ends. Every guard and
//! every duty that waits for a unit asks here.

use crate::{
    kernel::{
        duty::{Found, Instance},
        finding::{Finding, Lacking},
        rule::Check,
        verdict::{Bearer, Verdict},
        view::{Ask, View},
        word::word,
    },
    state::succession::{Beginning, Heirs},
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{PersonId, UnitId},
        order,
        period::Period,
        time::Date,
        words::Role,
    },
};

/// What a unit itself has answered since it bears what is asked; before that it spoke for itself alone.
pub(crate) type Spoken<'a> = &'a dyn Fn(&UnitId, Beginning) -> Option<Deed>;

impl<'s> View<'s> {
    /// The units that stand today in the place of one on which something was laid on a day: the unit itself, as long as
    /// there is one; none where it has ended and nobody took its place.
    pub(crate) fn in_place_of<'u>(&'u self, unit: &'u UnitId, since: Date) -> Heirs<'u> {
        self.state.membership().in_place_of(unit, since, self.vantage())
    }

    /// The units that stand on a day for one that the charter names.
    pub(crate) fn stand_for<'u>(&'u self, unit: &'u UnitId, on: Date) -> impl Iterator<Item = &'u UnitId> {
        let since = self.charter.effective_from().map_or(on, |it| it.min(on));
        self.state.membership().in_place_of(unit, since, (on, self.known)).into_iter()
    }

    /// The units that must answer today for what was laid on others on a day, each once. Where nobody stands in the
    /// place of a unit, it is named itself: what it owes is not settled by its end.
    pub(crate) fn answering<'u>(
        &self,
        units: impl IntoIterator<Item = &'u UnitId>,
        since: Date,
    ) -> Vec<UnitId> {
        let mut found: Vec<UnitId> = Vec::new();
        for unit in units {
            for it in self.answering_for(unit, since) {
                if !found.contains(it) {
                    found.push(it.clone());
                }
            }
        }
        found
    }

    /// The same for one unit.
    fn answering_for<'u>(&'u self, unit: &'u UnitId, since: Date) -> Heirs<'u> {
        let heirs = self.in_place_of(unit, since);
        if heirs.is_empty() { Heirs::one(unit) } else { heirs }
    }

    /// Whether a unit is one of those on which something was laid on a day, or stands today in the place of one.
    pub(crate) fn is_answering<'u>(
        &self,
        unit: &UnitId,
        units: impl IntoIterator<Item = &'u UnitId>,
        since: Date,
    ) -> bool {
        let stands_for =
            |it| self.state.membership().has_ended(it) && self.in_place_of(it, since).contains(unit);
        units.into_iter().any(|it| it == unit || stands_for(it))
    }

    /// The units that are answering today for what was laid on one on a day, as `is_answering` says of each.
    pub(crate) fn those_answering<'u>(&'u self, unit: &'u UnitId, since: Date) -> Heirs<'u> {
        let has_ended = self.state.membership().has_ended(unit);
        let mut found = if has_ended { self.in_place_of(unit, since) } else { Heirs::default() };
        found.insert(unit);
        found
    }

    /// When what was laid on a unit on a day was answered, by the unit or by those in its place; or the units that must
    /// still answer.
    pub(crate) fn answer(&self, unit: &UnitId, since: Date, given: Spoken<'_>) -> Result<Deed, Vec<UnitId>> {
        let (mut last, mut missing) = (None, Vec::new());
        self.state.membership().follow((unit, since), self.vantage(), |unit, since, ending| {
            if let Some(deed) = given(unit, since) {
                last = last.max(Some(deed));
                return false;
            }
            let goes_on = ending.is_some_and(|it| !it.successors().is_empty());
            if !goes_on {
                missing.push(unit.clone());
            }
            goes_on
        });
        order::sort(&mut missing);
        missing.dedup();
        last.filter(|_| missing.is_empty()).ok_or(missing)
    }

    /// Each unit that has answered for those on which something was laid on a day, with its answer, and each that must still
    /// answer, once. Who has answered for one of them and must still answer for another is waited for.
    pub(crate) fn answers<'u>(
        &self,
        units: impl IntoIterator<Item = &'u UnitId>,
        since: Date,
        answer: impl Fn(&UnitId) -> Result<Deed, Vec<UnitId>>,
    ) -> Vec<(UnitId, Option<Deed>)> {
        let mut all: Vec<(UnitId, Option<Deed>)> = Vec::new();
        let mut note = |unit: &UnitId, answer: Option<Deed>| match all.iter_mut().find(|(it, _)| it == unit) {
            Some((_, before)) => *before = before.zip(answer).map(|(one, other)| one.max(other)),
            None => all.push((unit.clone(), answer)),
        };
        for unit in units {
            match answer(unit) {
                Ok(deed) => {
                    let by = self.state.membership().in_place_of(unit, since, (deed.at.date(), self.known));
                    by.into_iter().for_each(|it| note(it, Some(deed)));
                }
                Err(units) => units.iter().for_each(|it| note(it, None)),
            }
        }
        all
    }

    /// Whether a unit may speak once more for those on which something was laid on a day: it has not spoken yet, or what it
    /// said was said before another was merged into it that is not done.
    pub(crate) fn may_still(
        &self,
        unit: &UnitId,
        (units, since): (&[UnitId], Date),
        has_spoken: bool,
        is_done: impl Fn(&UnitId) -> bool,
    ) -> bool {
        let stands = self.state.membership().in_place_of(unit, since, self.vantage()).contains(unit);
        if !self.is_answering(unit, units, since) || (stands && !has_spoken && units.contains(unit)) {
            return !has_spoken;
        }
        let for_others = |it: &&UnitId| !has_spoken || *it != unit;
        units.iter().filter(for_others).any(|it| self.is_answering(unit, [it], since) && !is_done(it))
    }

    /// Whether the written word of a person binds a unit: that of its responsible person or its member, or of those of
    /// the unit into which it was merged.
    pub(crate) fn binds_unit(&self, person: &PersonId, unit: &UnitId, on: Date) -> bool {
        let standing = self.state.membership().in_place_of(unit, on, (on, self.known));
        standing.into_iter().any(|it| self.is_responsible(person, it, on))
    }

    /// Whether what a person wrote in a matter bound the unit, as the record stood when it was entered: what becomes known
    /// later takes nobody's word back.
    pub(crate) fn bound_unit(&self, person: &PersonId, unit: &UnitId, act: ActKind, given: Deed) -> bool {
        let (then, on) = (View { known: given.no, ..*self }, given.at.date());
        let standing = || then.state.membership().in_place_of(unit, on, (on, then.known));
        then.binds_unit(person, unit, on)
            || standing().into_iter().any(|it| then.entrusts(it, person, act, on))
    }

    /// Whether a unit has entrusted a person with such an act.
    fn entrusts(&self, unit: &UnitId, person: &PersonId, act: ActKind, on: Date) -> bool {
        self.state.membership().entrusts(unit, (person, act), on, self.known)
    }
}

impl Instance {
    /// How it stands where the unit that bears it has ended and nobody carries on what lay on it: what was not kept by then was
    /// not kept; whose the rest is, nothing says.
    pub(crate) fn once_nobody_carries_on(self, view: &View<'_>, period: Period) -> Self {
        let Bearer::Unit { unit } = &self.bearer else { return self };
        let membership = view.state.membership();
        if !membership.has_ended(unit) {
            return self;
        }
        let on = view.on();
        let Some(last) = membership.units.get(unit).and_then(|it| it.last_day(on)) else { return self };
        let is_carried_on = !membership.in_place_of(unit, last, (on, view.known)).is_empty();
        if is_carried_on || !self.is_undone(on) || self.verdict_in(period, last).0 == Verdict::Unmet {
            return self;
        }
        let finding = Finding::Missing { what: vec![word(&Lacking::CarriedOnBy)] };
        let found = Found::Open { finding, entries: self.entries().to_vec() };
        Self { found, due: None, ..self }.undated()
    }
}

/// The roles of which one acts for a unit.
pub(crate) const FOR_UNIT: &[Role] = &[Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer];

impl Ask<'_> {
    /// Whether the actor may correct what was said for a unit on a day: whoever is responsible for it today, and whoever said it
    /// and may say it still.
    pub(crate) fn corrects_word_of(
        &self,
        unit: &UnitId,
        said_it: bool,
        (act, then): (ActKind, Date),
    ) -> bool {
        let may_still = |it: &UnitId| {
            self.acts_for_unit(self.by, it, self.on()) || self.entrusts(it, self.by, act, self.on())
        };
        let mut standing = self.in_place_of(unit, then).into_iter();
        standing.any(|it| self.is_responsible(self.by, it, self.on()) || (said_it && may_still(it)))
    }

    /// Checks that the actor speaks today, in one of the roles or as one who was entrusted with it, for a unit on which
    /// something was laid on a day, or for one in its place.
    pub(crate) fn speaks(&self, unit: &UnitId, since: Date, roles: &[Role]) -> Check {
        let entrusted = |it: &UnitId| self.entrusts(it, self.by, self.kind, self.today());
        let check = |it| if entrusted(it) { Ok(()) } else { self.needs(roles, Some(it)) };
        let checks = self.answering_for(unit, since).into_iter().map(check);
        checks.reduce(Check::or).unwrap_or_else(|| self.needs(roles, Some(unit)))
    }
}
