//! The namings of persons by units, as they are looked up: by the person, those that wait, and those of which nobody was told.

use std::collections::BTreeSet;

use crate::{
    state::{
        membership::{LastDay, Leaving, Membership, Naming, close},
        seat::Places,
    },
    terms::{
        deed::Deed,
        id::{PersonId, UnitId},
        time::Time,
        words::Named,
    },
};

/// Where the namings of a unit stand about which somebody may ask, each as which of the two persons that it names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct NamingsOfUnit {
    /// Those with something of which the office has not been told, by when that was done.
    untold: BTreeSet<(Deed, Named, usize)>,
    /// Those of whom the office has not been told that they left.
    untold_leavings: BTreeSet<(Named, usize)>,
    /// Those that took nobody's place, and those that were notified or confirmed.
    settled: BTreeSet<(Named, usize)>,
}

impl NamingsOfUnit {
    fn note(&mut self, naming: &Naming, (named, place): (Named, usize)) {
        if let Some(deed) = naming.untold() {
            self.untold.insert((deed, named, place));
        }
        if naming.untold_leaving().is_some() {
            self.untold_leavings.insert((named, place));
        }
        if !naming.waits() {
            self.settled.insert((named, place));
        }
    }

    fn forget(&mut self, naming: &Naming, (named, place): (Named, usize)) {
        if let Some(deed) = naming.untold() {
            self.untold.remove(&(deed, named, place));
        }
        self.untold_leavings.remove(&(named, place));
        self.settled.remove(&(named, place));
    }
}

impl Naming {
    /// What the unit did of which the office has not been told: it named the person in another's place, or said that they
    /// left.
    pub(crate) fn untold(&self) -> Option<Deed> {
        let left = self.untold_leaving().map(|it| it.made);
        Some(self.made).filter(|_| self.is_pending()).or(left)
    }

    /// Whether it took another's place, and was neither notified nor confirmed.
    pub(crate) fn waits(&self) -> bool {
        self.is_pending() && !self.confirmed
    }
}

impl Membership {
    /// A unit names a person.
    pub(crate) fn name_person(&mut self, unit: &UnitId, named: Named, naming: Naming) {
        let places = self.persons.get_or_insert_with(&naming.person, Places::default);
        places.units.insert(unit.clone());
        let Some(namings) = self.units.get_mut(unit).map(|it| it.namings_mut(named)) else { return };
        places.named.push((unit.clone(), named, namings.len()));
        self.namings.entry(unit.clone()).or_default().note(&naming, (named, namings.len()));
        namings.push(naming);
    }

    /// Where the namings of a person by a unit stand, in the order of the entries.
    fn places(&self, unit: &UnitId, named: Named, person: &PersonId) -> impl Iterator<Item = usize> {
        let own = self.persons.get(person).map_or(&[][..], |it| &it.named);
        own.iter().filter(move |(by, of, _)| by == unit && *of == named).map(|(_, _, place)| *place)
    }

    /// The namings of a person by a unit, in the order of the entries.
    pub(crate) fn namings_of(
        &self,
        unit: &UnitId,
        named: Named,
        person: &PersonId,
    ) -> impl Iterator<Item = &Naming> {
        let all = self.units.get(unit).map_or(&[][..], |it| it.namings(named));
        self.places(unit, named, person).filter_map(|place| all.get(place))
    }

    /// When the first of what a unit did was done of which the office has not been told.
    pub(crate) fn first_untold(&self, unit: &UnitId) -> Option<Time> {
        self.namings.get(unit)?.untold.first().map(|(it, ..)| it.at)
    }

    /// The last naming before a place that took nobody's place or was notified or confirmed.
    pub(crate) fn settled_before(&self, unit: &UnitId, named: Named, place: usize) -> Option<usize> {
        let (_, place) = self.namings.get(unit)?.settled.range((named, 0)..(named, place)).next_back()?;
        Some(*place)
    }

    /// Changes a naming of a unit.
    pub(crate) fn change_naming(
        &mut self,
        unit: &UnitId,
        (named, place): (Named, usize),
        change: impl FnOnce(&mut Naming),
    ) {
        let namings = self.units.get_mut(unit).map(|it| it.namings_mut(named));
        let Some(naming) = namings.and_then(|it| it.get_mut(place)) else { return };
        let of_unit = self.namings.entry(unit.clone()).or_default();
        of_unit.forget(naming, (named, place));
        change(naming);
        of_unit.note(naming, (named, place));
    }

    /// A person whom a unit has named leaves, if they are so on the last day.
    pub(crate) fn leave_naming(
        &mut self,
        (unit, named): (&UnitId, Named),
        person: &PersonId,
        last: LastDay,
        left: Leaving,
    ) {
        let places: Vec<usize> = self.places(unit, named, person).collect();
        for place in places {
            self.change_naming(unit, (named, place), |it| {
                if it.holds(last.day) {
                    close(&mut it.last_days, last);
                    it.left = Some(left);
                }
            });
        }
    }

    /// The office is told that a unit has named a person, or that they left. That is also word of all who left before.
    pub(crate) fn notify(&mut self, unit: &UnitId, named: Named, person: &PersonId, told: Deed) {
        let own: Vec<usize> = self.places(unit, named, person).collect();
        let Some(last) = own.last().copied() else { return };
        let leavings = self.namings.get(unit).map(|it| it.untold_leavings.range((named, 0)..(named, last)));
        let before: Vec<usize> = leavings.into_iter().flatten().map(|(_, place)| *place).collect();
        for place in &own {
            self.change_naming(unit, (named, *place), |it| {
                if it.is_pending() {
                    it.notified = Some(told);
                }
            });
        }
        for place in own.into_iter().chain(before) {
            self.change_naming(unit, (named, place), |it| {
                if let Some(left) = it.left.as_mut().filter(|it| it.notified.is_none()) {
                    left.notified = Some(told);
                }
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        state::membership::Unit,
        terms::{
            dice::Dice,
            time::Date,
            words::{Rank, UnitKind},
        },
    };

    fn deed(no: u32) -> Deed {
        Deed { at: format!("2022-03-01T09:{no:02}:00+08:00").parse().unwrap(), no }
    }

    fn naming(person: &PersonId, no: u32, is_change: bool) -> Naming {
        Naming {
            person: person.clone(),
            rank: Rank::Division,
            from: deed(no).at.date(),
            last_days: Vec::new(),
            made: deed(no),
            is_change,
            notified: None,
            confirmed: false,
            left: None,
        }
    }

    fn all(unit: &Unit) -> impl Iterator<Item = &Naming> {
        Named::ALL.iter().flat_map(|it| unit.namings(*it))
    }

    #[test]
    fn namings_are_found_as_by_looking_at_all() {
        let unit: UnitId = "health".parse().unwrap();
        let persons: [PersonId; 3] = ["p1", "p2", "p3"].map(|it| it.parse().unwrap());
        let today: Date = deed(1).at.date();
        for seed in 0..300 {
            let (mut dice, mut membership) = (Dice::new(seed), Membership::default());
            membership.introduce(&unit, &"health".parse().unwrap(), UnitKind::Government, today);
            for no in 1..=24 {
                let (named, person) = (*dice.one_of(Named::ALL), dice.one_of(&persons));
                let last = LastDay { day: today, entry: no };
                match dice.below(5) {
                    0 => membership.notify(&unit, named, person, deed(no)),
                    1 => {
                        let left = Leaving { to: today, made: deed(no), notified: None };
                        membership.leave_naming((&unit, named), person, last, left);
                    }
                    2 => {
                        let place = dice.below(4) as usize;
                        membership.change_naming(&unit, (named, place), |it| it.confirmed = true);
                    }
                    of => membership.name_person(&unit, named, naming(person, no, of == 3)),
                }
            }
            let of_unit = membership.units.get(&unit).unwrap();
            let untold = all(of_unit).filter_map(Naming::untold).min().map(|it| it.at);
            assert_eq!(membership.first_untold(&unit), untold, "{seed}");
            for named in Named::ALL {
                let namings = of_unit.namings(*named);
                for place in 0..=namings.len() {
                    let settled = namings.iter().take(place).rposition(|it| !it.waits());
                    assert_eq!(membership.settled_before(&unit, *named, place), settled, "{seed}: {place}");
                }
                for person in &persons {
                    let own = namings.iter().filter(|it| it.person == *person);
                    assert!(membership.namings_of(&unit, *named, person).eq(own), "{seed}: {person}");
                    // Whoever was told of a successor was told of those who left before.
                    let told = namings.iter().rposition(|it| it.person == *person && it.notified.is_some());
                    let mut waiting =
                        namings.iter().take(told.unwrap_or(0)).filter_map(Naming::untold_leaving);
                    let since = told.and_then(|it| namings.get(it)?.notified).map_or(0, |it| it.no);
                    assert!(waiting.all(|it| it.made.no > since), "{seed}: {person}");
                }
            }
        }
    }
}
