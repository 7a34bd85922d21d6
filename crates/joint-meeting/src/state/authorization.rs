//! Powers of attorney: whom a unit has entrusted with what, and until when.

use crate::{
    state::{
        membership::{LastDay, Membership},
        seat::Places,
        thing::things,
    },
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{PersonId, UnitId},
        time::Date,
        words::EntrustedMatter,
    },
};

things! {
    /// A power of attorney (授权委托) that a unit gave a person.
    pub struct Authorization {
        /// The person who is entrusted.
        person: by_ref PersonId,
        /// With what.
        matters: list EntrustedMatter,
        /// The first day.
        from: copy Date,
        /// The last day that was given with it.
        to: copy Date,
        /// When it was given, and the entry.
        made: copy Deed,
        /// The last day as it was taken back, and the entry.
        revoked: copy Option<LastDay>,
    }
}

impl Authorization {
    /// The last day.
    pub fn last_day(&self) -> Date {
        self.revoked.map_or(self.to, |it| it.day.min(self.to))
    }

    /// Whether it holds on a day, by the entries before a number.
    pub(crate) fn holds(&self, on: Date, before: u32) -> bool {
        let revoked = self.revoked.filter(|it| it.entry < before);
        let last = revoked.map_or(self.to, |it| it.day.min(self.to));
        self.made.no < before && self.from <= on && on <= last
    }
}

impl Membership {
    /// A unit gives a person a power of attorney.
    pub(crate) fn entrust(&mut self, unit: &UnitId, given: Authorization) {
        let places = self.persons.get_or_insert_with(&given.person, Places::default);
        places.units.insert(unit.clone());
        if let Some(giver) = self.units.get_mut(unit) {
            places.entrusted.push((unit.clone(), giver.authorizations.len()));
            giver.authorizations.push(given);
        }
    }

    /// The powers of attorney that a unit gave a person, in the order of the entries.
    pub(crate) fn entrusted(&self, unit: &UnitId, person: &PersonId) -> impl Iterator<Item = &Authorization> {
        let given = self.units.get(unit).map_or(&[][..], |it| &it.authorizations);
        let places = self.persons.get(person).map_or(&[][..], |it| &it.entrusted);
        let own = places.iter().filter(move |(by, _)| by == unit);
        own.filter_map(|(_, place)| given.get(*place))
    }

    /// A unit takes back what it has entrusted a person with for days after a last one.
    pub(crate) fn take_back(&mut self, unit: &UnitId, person: &PersonId, last: LastDay) {
        let Some(giver) = self.units.get_mut(unit) else { return };
        let places = self.persons.get(person).map_or(&[][..], |it| &it.entrusted);
        for (_, place) in places.iter().filter(|(by, _)| by == unit) {
            if let Some(given) = giver.authorizations.get_mut(*place)
                && given.last_day() > last.day
            {
                given.revoked = Some(last);
            }
        }
    }

    /// Whether a unit has entrusted a person with such an act on a day, by the entries before a number.
    pub(crate) fn entrusts(
        &self,
        unit: &UnitId,
        (person, act): (&PersonId, ActKind),
        on: Date,
        before: u32,
    ) -> bool {
        let covers = |it: &Authorization| it.holds(on, before) && it.matters.iter().any(|it| it.covers(act));
        // Nobody speaks for a unit that has ended.
        self.entrusted(unit, person).any(covers) && self.units.get(unit).is_some_and(|it| it.stands(on))
    }
}
