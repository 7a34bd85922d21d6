//! Powers of attorney: whom a unit has entrusted with what, and until when.

use crate::{
    state::{
        membership::{LastDay, Membership},
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
    /// Whether a unit has entrusted a person with such an act on a day, by the entries before a number.
    pub(crate) fn entrusts(
        &self,
        unit: &UnitId,
        (person, act): (&PersonId, ActKind),
        on: Date,
        before: u32,
    ) -> bool {
        // Nobody speaks for a unit that has ended.
        let given = self.units.get(unit).filter(|it| it.stands(on));
        let given = given.map_or(&[][..], |it| &it.authorizations);
        given.iter().any(|it| {
            it.person == *person && it.holds(on, before) && it.matters.iter().any(|it| it.covers(act))
        })
    }
}
