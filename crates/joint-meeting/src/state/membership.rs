//! The slice of membership: units, posts and persons so far, each for a time.

use std::collections::BTreeMap;

use crate::{
    state::{
        authorization::Authorization,
        naming::NamingsOfUnit,
        seat::{Places, Seat},
        succession::Ending,
        thing::{Things, things},
    },
    terms::{
        deed::Deed,
        id::{ClassId, PersonId, PostId, Text, UnitId},
        sorted::{LongMap, Map, Set},
        time::{Date, Time, day_before},
        words::{Named, Rank, UnitKind},
    },
};

things! {
    /// A run of days on which a unit is a member unit, with an end or without one.
    #[derive(Copy)]
    pub struct MemberSpan {
        /// The first day.
        from: copy Date,
        /// The last day.
        to: copy Option<Date>,
    }
}

impl MemberSpan {
    /// Whether a day is one of them.
    pub fn holds(self, on: Date) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }
}

things! {
    /// A unit over time, whether it is a member unit (成员单位) or not.
    pub struct Unit {
        /// Its names, each from a day on.
        names: by_ref Map<Date, Text>,
        /// What kind of unit it is.
        kind: copy UnitKind,
        /// The class of units through which it belongs to the body.
        class: some ClassId,
        /// When it was a member unit.
        spans: list MemberSpan,
        /// When it ended (机构撤销、合并), and which units then took its place.
        endings: list Ending,
        /// The entry by which it joined with nobody's decision, where the list of units was read as illustrative.
        undecided: copy Option<u32>,
        /// The members (成员) that it named, in the order of the entries.
        members: list Naming,
        /// The liaison officers (联络员) that it named, in the order of the entries.
        liaison_officers: list Naming,
        /// The powers of attorney that it gave, in the order of the entries.
        authorizations: list Authorization,
    }
}

things! {
    /// The last day of a person in a post or in a naming, and the entry that set it.
    #[derive(Copy)]
    pub struct LastDay {
        /// The day.
        day: copy Date,
        /// The number of the entry.
        entry: copy u32,
    }
}

things! {
    /// That a person whom a unit had named left, and nobody was named in their place.
    #[derive(Copy)]
    pub struct Leaving {
        /// The last day.
        to: copy Date,
        /// When the unit said so, and the entry.
        made: copy Deed,
        /// When the office was told of it, and the entry.
        notified: copy Option<Deed>,
    }
}

things! {
    /// A person named by a unit, over time.
    pub struct Naming {
        /// The person who is named.
        person: by_ref PersonId,
        /// The rank of the person.
        rank: copy Rank,
        /// The first day.
        from: copy Date,
        /// The last day, each time it was set: the last of them holds.
        last_days: list LastDay,
        /// When the unit named the person, and the entry: the entry says what post the person holds there.
        made: copy Deed,
        /// Whether the person replaced another.
        is_change: copy bool,
        /// When the office was told of the change, and the entry.
        notified: copy Option<Deed>,
        /// Whether the appointment was confirmed.
        confirmed: copy bool,
        /// That the person left, where nobody was named in their place.
        left: copy Option<Leaving>,
    }
}

impl Naming {
    /// The last day.
    pub fn to(&self) -> Option<Date> {
        last_day(&self.last_days, u32::MAX)
    }

    /// Whether the naming is in effect on a day.
    pub fn holds(&self, on: Date) -> bool {
        self.held(on, u32::MAX)
    }

    /// The same, by the entries before a number.
    pub(crate) fn held(&self, on: Date, before: u32) -> bool {
        MemberSpan { from: self.from, to: last_day(&self.last_days, before) }.holds(on)
    }

    /// Whether it is a change of which the office has not been told.
    pub fn is_pending(&self) -> bool {
        self.is_change && self.notified.is_none()
    }

    /// That the person left, as long as the office has not been told.
    pub(crate) fn untold_leaving(&self) -> Option<Leaving> {
        self.left.filter(|it| it.notified.is_none())
    }

    /// Whether the person has left before a day and nobody was named in their place, by the entries before a number.
    pub(crate) fn has_left(&self, on: Date, before: u32) -> bool {
        self.left.is_some_and(|it| it.made.no < before && it.to < on)
    }
}

things! {
    /// A person in a post of the body, over time.
    pub struct Tenure {
        /// The person who holds the post.
        person: by_ref PersonId,
        /// Whether the person only stands in.
        acting: copy bool,
        /// The first day.
        from: copy Date,
        /// The last day, each time it was set: the last of them holds.
        last_days: list LastDay,
        /// The entry by which the person took the post.
        entry: copy u32,
    }
}

impl Tenure {
    /// The last day.
    pub fn to(&self) -> Option<Date> {
        last_day(&self.last_days, u32::MAX)
    }

    /// Whether the person holds the post on a day.
    pub fn holds(&self, on: Date) -> bool {
        self.held(on, u32::MAX)
    }

    /// The same, by the entries before a number.
    pub(crate) fn held(&self, on: Date, before: u32) -> bool {
        MemberSpan { from: self.from, to: last_day(&self.last_days, before) }.holds(on)
    }
}

impl Unit {
    /// Whether it is a member unit on a day.
    pub fn is_member(&self, on: Date) -> bool {
        self.spans.iter().any(|it| it.holds(on))
    }

    /// Its name on a day; before the first, the first.
    pub fn name(&self, on: Date) -> Option<&Text> {
        let then = self.names.range(..=on).next_back();
        then.or_else(|| self.names.first_key_value()).map(|(_, name)| name)
    }

    /// The persons that it named as members or as liaison officers, in the order of the entries.
    pub fn namings(&self, named: Named) -> &[Naming] {
        match named {
            Named::Member => &self.members,
            Named::LiaisonOfficer => &self.liaison_officers,
        }
    }

    /// The last naming, unless that person has left.
    pub(crate) fn last_named(&self, named: Named) -> Option<&Naming> {
        self.namings(named).last().filter(|it| it.left.is_none())
    }

    pub(crate) fn namings_mut(&mut self, named: Named) -> &mut Vec<Naming> {
        match named {
            Named::Member => &mut self.members,
            Named::LiaisonOfficer => &mut self.liaison_officers,
        }
    }

    /// The naming in effect on a day.
    pub fn naming(&self, named: Named, on: Date) -> Option<&Naming> {
        self.namings(named).iter().rfind(|it| it.holds(on))
    }

    /// The naming that it had made last by a moment, unless that person had left by then: a first day may lie ahead.
    pub(crate) fn proposed(&self, named: Named, at: Time) -> Option<&Naming> {
        let place = self.proposed_at(named, at)?;
        self.namings(named).get(place)
    }

    /// Where it stands.
    pub(crate) fn proposed_at(&self, named: Named, at: Time) -> Option<usize> {
        let (place, last) = self.namings(named).iter().enumerate().rfind(|(_, it)| it.made.at <= at)?;
        last.to().is_none_or(|to| at.date() <= to).then_some(place)
    }

    /// Another name from a day on; the same name leaves no trace.
    pub(crate) fn rename(&mut self, name: &Text, from: Date) {
        if self.name(from) != Some(name) {
            self.names.insert(from, name.clone());
        }
    }

    pub(crate) fn end(&mut self, to: Date) {
        for span in self.spans.iter_mut().filter(|it| it.to.is_none()) {
            span.to = Some(to);
        }
    }

    /// The unit is a member unit from a day on, and so there is such a unit from then on.
    pub(crate) fn join(&mut self, from: Date) {
        for ending in self.endings.iter_mut().filter(|it| it.holds(from)) {
            ending.until = Some(from);
        }
        if !self.is_member(from) {
            self.spans.push(MemberSpan { from, to: None });
        }
    }
}

#[cfg(test)]
thread_local! {
    /// How often it was looked whether something has ended, for tests that hold how many things an answer looks at.
    pub(crate) static LOOKED_AT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// The last day by the entries before a number, if one was set.
fn last_day(set: &[LastDay], before: u32) -> Option<Date> {
    #[cfg(test)]
    LOOKED_AT.with(|it| it.set(it.get() + 1));
    set.iter().rfind(|it| it.entry < before).map(|it| it.day)
}

/// Puts an end to what goes on longer.
pub(crate) fn close(set: &mut Vec<LastDay>, last: LastDay) {
    if last_day(set, u32::MAX).is_none_or(|it| it > last.day) {
        set.push(last);
    }
}

/// Units, posts and persons over time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Membership {
    pub(crate) units: Things<UnitId, Unit>,
    /// Everyone of whom the body has heard.
    pub(crate) persons: LongMap<PersonId, Places>,
    /// Where the namings of each unit stand about which somebody may ask.
    pub(super) namings: BTreeMap<UnitId, NamingsOfUnit>,
    /// For each post, who held it in each unit.
    pub(crate) seats: Map<PostId, Map<UnitId, Seat>>,
    /// The member units that the charter itself lists.
    listed: Set<UnitId>,
    /// The member units at the beginning that the charter does not list, in protocol order.
    pub(crate) founders: Vec<UnitId>,
    /// Whether any unit has ever ended: as long as none has, each stands for itself alone.
    pub(crate) some_ended: bool,
    /// For each unit that came in the place of others, which these are.
    pub(super) before: BTreeMap<UnitId, Set<UnitId>>,
}

impl Membership {
    pub(crate) fn knows_person(&self, person: &PersonId) -> bool {
        self.persons.contains_key(person)
    }

    /// Who holds a post of a unit on a day, by the entries before a number.
    pub(crate) fn holders(
        &self,
        post: &PostId,
        unit: &UnitId,
        on: Date,
        before: u32,
    ) -> impl Iterator<Item = &PersonId> {
        self.seats
            .get(post)
            .and_then(|it| it.get(unit))
            .into_iter()
            .flat_map(move |it| it.holders(on, before))
    }

    /// A unit that the body hears of; one it knows already stays as it is.
    pub(crate) fn introduce(&mut self, id: &UnitId, name: &Text, kind: UnitKind, from: Date) {
        self.unit_mut(id, name, kind, from);
    }

    pub(crate) fn unit_mut(&mut self, id: &UnitId, name: &Text, kind: UnitKind, from: Date) -> &mut Unit {
        self.units.get_or_insert_with(id, || Unit {
            names: Map::from([(from, name.clone())]),
            kind,
            class: None,
            spans: Vec::new(),
            endings: Vec::new(),
            undecided: None,
            members: Vec::new(),
            liaison_officers: Vec::new(),
            authorizations: Vec::new(),
        })
    }

    /// A unit has a name from a day on; one that was not known before becomes known.
    pub(crate) fn name(&mut self, id: &UnitId, name: &Text, kind: UnitKind, from: Date) {
        self.unit_mut(id, name, kind, from).rename(name, from);
    }

    /// A unit belongs to the body through a class, or through none; one that was not known before becomes known.
    pub(crate) fn classify(
        &mut self,
        id: &UnitId,
        name: &Text,
        kind: UnitKind,
        class: Option<&ClassId>,
        from: Date,
    ) {
        self.unit_mut(id, name, kind, from).class = class.cloned();
    }

    /// The member units of a new body: those its charter lists, and those that are named beside them.
    pub(crate) fn found(&mut self, listed: &[UnitId], named: Vec<UnitId>, from: Date) {
        for unit in listed.iter().chain(&named) {
            if let Some(unit) = self.units.get_mut(unit) {
                unit.spans.push(MemberSpan { from, to: None });
            }
        }
        self.listed = listed.iter().cloned().collect();
        self.founders = named;
    }

    /// The member units under a new version of the charter: those it lists or that are named no longer leave, those it
    /// lists or that are named anew join. Where there are neither, everyone stays.
    pub(crate) fn amend(&mut self, listed: &[UnitId], named: Vec<UnitId>, from: Date) {
        let now: Set<UnitId> = listed.iter().chain(&named).cloned().collect();
        if now.is_empty() {
            return;
        }
        // A list in the charter replaces the list before; units that are named replace everyone.
        let all = !named.is_empty();
        for (id, unit) in self.units.iter_mut().filter(|(id, _)| !now.contains(*id)) {
            if all || self.listed.contains(id) || self.founders.contains(id) {
                unit.end(day_before(from));
            }
        }
        for id in &now {
            // A unit that has ended and stands in the list as it did before has not come back by that.
            if let Some(unit) = self.units.get_mut(id)
                && (unit.stands(from) || !self.listed.contains(id))
            {
                unit.join(from);
            }
        }
        self.listed = listed.iter().cloned().collect();
        self.founders = named;
    }
}
