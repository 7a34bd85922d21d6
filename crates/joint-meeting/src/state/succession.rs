//! The ends of units: when each ended, which units took its place, and since when these bear what was laid on it.

use std::{iter, option, vec};

use crate::{
    state::{
        membership::{LastDay, Membership, Unit, close},
        thing::things,
    },
    terms::{
        deed::Deed,
        id::UnitId,
        sorted::Set,
        time::{Date, day_before},
    },
};

things! {
    /// That a unit ended, and others took its place.
    pub struct Ending {
        /// The first day on which there was no such unit.
        from: copy Date,
        /// The day from which there was one again, where it joined anew.
        until: copy Option<Date>,
        /// The units that took its place; none where nobody did.
        successors: list UnitId,
        /// The entry that recorded it: whatever was entered before was said as if the unit were there.
        entry: copy u32,
    }
}

impl Ending {
    /// Whether there was no such unit on a day.
    pub(super) fn holds(&self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| on < until)
    }
}

/// From when on what a unit says is said for another as well: from a day on, and once it was on the record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beginning {
    pub(crate) day: Date,
    /// The entry that recorded it; none for the unit itself.
    entry: Option<u32>,
}

impl Beginning {
    /// For what was laid on the unit itself.
    pub(crate) fn of(day: Date) -> Self {
        Self { day, entry: None }
    }

    /// For what passed to the unit by an ending as well.
    fn after(self, ending: &Ending) -> Self {
        Self { day: self.day.max(ending.from), entry: self.entry.max(Some(ending.entry)) }
    }

    /// Whether something was done since.
    pub(crate) fn precedes(self, deed: Deed) -> bool {
        self.day <= deed.at.date() && self.entry < Some(deed.no)
    }
}

/// The units that stand in the place of one, each once and in the order of their names. Nearly always it is the unit itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heirs<'s> {
    first: Option<&'s UnitId>,
    further: Vec<&'s UnitId>,
}

impl<'s> Heirs<'s> {
    /// One unit.
    pub(crate) fn one(unit: &'s UnitId) -> Self {
        Self { first: Some(unit), further: Vec::new() }
    }

    /// Adds a unit, if it is not among them.
    pub(crate) fn insert(&mut self, unit: &'s UnitId) {
        let Some(first) = self.first else { return self.first = Some(unit) };
        if unit == first {
            return;
        }
        self.first = Some(first.min(unit));
        let further = first.max(unit);
        if let Err(place) = self.further.binary_search(&further) {
            self.further.insert(place, further);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.first.is_none()
    }

    pub(crate) fn contains(&self, unit: &UnitId) -> bool {
        self.first.iter().chain(&self.further).any(|it| *it == unit)
    }
}

impl<'s> IntoIterator for Heirs<'s> {
    type Item = &'s UnitId;
    type IntoIter = iter::Chain<option::IntoIter<&'s UnitId>, vec::IntoIter<&'s UnitId>>;

    fn into_iter(self) -> Self::IntoIter {
        self.first.into_iter().chain(self.further)
    }
}

impl Unit {
    /// By which ending a unit that was there on one day, or had ended by then, is not there on a later one, by the entries
    /// before a number.
    pub(crate) fn ending(&self, since: Date, on: Date, before: u32) -> Option<&Ending> {
        let known = self.endings.iter().filter(|it| it.entry < before);
        let ended = known.filter(|it| it.from <= on && it.until.is_none_or(|it| it > since));
        ended.min_by_key(|it| it.from)
    }

    /// Its last day, where there is no such unit on a later one.
    pub(crate) fn last_day(&self, on: Date) -> Option<Date> {
        self.endings.iter().find(|it| it.holds(on)).map(|it| day_before(it.from))
    }

    /// Whether there is such a unit on a day.
    pub fn stands(&self, on: Date) -> bool {
        !self.endings.iter().any(|it| it.holds(on))
    }
}

impl Membership {
    /// A unit ends, and others take its place: it is a member unit no longer, and its posts and namings end with it.
    pub(crate) fn end_unit(&mut self, id: &UnitId, from: Date, successors: Vec<UnitId>, entry: u32) {
        let last = LastDay { day: day_before(from), entry };
        let Some(unit) = self.units.get_mut(id) else { return };
        self.some_ended = true;
        for successor in &successors {
            self.before.entry(successor.clone()).or_default().insert(id.clone());
        }
        unit.endings.push(Ending { from, until: None, successors, entry });
        for span in unit.spans.iter_mut() {
            span.to = Some(span.to.map_or(last.day, |it| it.min(last.day)));
        }
        for naming in unit.members.iter_mut().chain(&mut unit.liaison_officers) {
            close(&mut naming.last_days, last);
        }
        self.seats.values_mut().filter_map(|it| it.get_mut(id)).for_each(|it| it.close(last));
    }

    /// Follows what was laid on a unit on a day from unit to unit up to a later one, by the entries before a number: each
    /// unit it passes, since when it bears it, and by which ending it bears it no longer. It goes on to the successors of
    /// those that `passes` lets pass.
    pub(crate) fn follow<'s>(
        &'s self,
        (unit, since): (&'s UnitId, Date),
        (on, before): (Date, u32),
        mut passes: impl FnMut(&'s UnitId, Beginning, Option<&'s Ending>) -> bool,
    ) {
        if !self.some_ended {
            passes(unit, Beginning::of(since), None);
            return;
        }
        let mut seen = Set::new();
        let mut ahead = vec![(unit, Beginning::of(since))];
        while let Some((unit, since)) = ahead.pop() {
            // Units may be recorded as merged in a circle: each is left once.
            let ending = self
                .units
                .get(unit)
                .and_then(|it| it.ending(since.day, on, before))
                .filter(|_| seen.insert(unit));
            if passes(unit, since, ending)
                && let Some(it) = ending
            {
                ahead.extend(it.successors.iter().rev().map(|next| (next, since.after(it))));
            }
        }
    }

    /// Whether a unit has ended at some time.
    pub(crate) fn has_ended(&self, unit: &UnitId) -> bool {
        self.some_ended && self.units.get(unit).is_some_and(|it| !it.endings.is_empty())
    }

    /// The units in whose place a unit has come, each once.
    pub(crate) fn those_before(&self, unit: &UnitId) -> impl Iterator<Item = &UnitId> {
        self.before.get(unit).into_iter().flatten()
    }

    /// The units that stand on a day, by the entries before a number, in the place of one on which something was laid
    /// earlier: the unit itself, as long as there is one; none where it ended and nobody took its place.
    pub(crate) fn in_place_of<'s>(
        &'s self,
        unit: &'s UnitId,
        since: Date,
        (on, before): (Date, u32),
    ) -> Heirs<'s> {
        let mut found = Heirs::default();
        self.follow((unit, since), (on, before), |unit, _, ending| {
            if ending.is_none() {
                found.insert(unit);
            }
            true
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::dice::Dice;

    #[test]
    fn heirs_are_a_set_in_order() {
        let names: Vec<UnitId> = (0..8).map(|it| format!("u{it}").parse().unwrap()).collect();
        for seed in 0..200 {
            let (mut dice, mut heirs, mut plain) = (Dice::new(seed), Heirs::default(), Set::new());
            for _ in 0..dice.below(7) {
                let name = dice.one_of(&names);
                heirs.insert(name);
                plain.insert(name);
            }
            assert_eq!(heirs.is_empty(), plain.is_empty());
            for name in &names {
                assert_eq!(heirs.contains(name), plain.contains(name));
            }
            assert_eq!(heirs.into_iter().collect::<Vec<_>>(), plain.into_iter().collect::<Vec<_>>());
        }
    }
}
