//! Units, posts and persons so far, each for a time.

use std::collections::{BTreeMap, BTreeSet};

use crate::terms::{
    deed::Deed,
    id::{ClassId, PersonId, PostId, Text, UnitId},
    time::{Date, day_before},
    words::{Named, Rank, UnitKind},
};

/// A run of days without an end or with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct MemberSpan {
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
}

impl MemberSpan {
    pub(crate) fn holds(self, on: Date) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }
}

/// A unit over time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Unit {
    /// Its names, each from a day.
    pub(crate) names: BTreeMap<Date, Text>,
    pub(crate) kind: UnitKind,
    pub(crate) class: Option<ClassId>,
    /// When it was a member unit.
    pub(crate) spans: Vec<MemberSpan>,
    /// The unit it merged into.
    pub(crate) successor: Option<UnitId>,
    /// The entry by which it joined with nobody's decision, where the list of units was read as illustrative.
    pub(crate) undecided: Option<u32>,
    pub(crate) members: Vec<Naming>,
    pub(crate) liaison_officers: Vec<Naming>,
}

/// A person named by a unit, over time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Naming {
    pub(crate) person: PersonId,
    pub(crate) rank: Rank,
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
    /// When the unit named the person, and the entry.
    pub(crate) made: Deed,
    /// Whether it replaced another.
    pub(crate) is_change: bool,
    /// When the office was told, and the entry.
    pub(crate) notified: Option<Deed>,
    pub(crate) confirmed: bool,
}

impl Naming {
    pub(crate) fn holds(&self, on: Date) -> bool {
        MemberSpan { from: self.from, to: self.to }.holds(on)
    }

    pub(crate) fn is_pending(&self) -> bool {
        self.is_change && self.notified.is_none()
    }
}

/// A person in a post, over time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Tenure {
    pub(crate) person: PersonId,
    /// Whether the person only stands in.
    pub(crate) acting: bool,
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
    pub(crate) entry: u32,
}

impl Tenure {
    pub(crate) fn holds(&self, on: Date) -> bool {
        MemberSpan { from: self.from, to: self.to }.holds(on)
    }
}

impl Unit {
    pub(crate) fn is_member(&self, on: Date) -> bool {
        self.spans.iter().any(|it| it.holds(on))
    }

    /// Its name on a day; before the first, the first.
    pub(crate) fn name(&self, on: Date) -> Option<&Text> {
        let then = self.names.range(..=on).next_back();
        then.or_else(|| self.names.first_key_value()).map(|(_, name)| name)
    }

    pub(crate) fn namings(&self, named: Named) -> &[Naming] {
        match named {
            Named::Member => &self.members,
            Named::LiaisonOfficer => &self.liaison_officers,
        }
    }

    pub(crate) fn namings_mut(&mut self, named: Named) -> &mut Vec<Naming> {
        match named {
            Named::Member => &mut self.members,
            Named::LiaisonOfficer => &mut self.liaison_officers,
        }
    }

    /// The naming in effect on a day.
    pub(crate) fn naming(&self, named: Named, on: Date) -> Option<&Naming> {
        self.namings(named).iter().rfind(|it| it.holds(on))
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
}

/// Units, posts and persons over time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Membership {
    pub(crate) units: BTreeMap<UnitId, Unit>,
    pub(crate) persons: BTreeSet<PersonId>,
    /// For each post, who held it in each unit.
    pub(crate) seats: BTreeMap<PostId, BTreeMap<UnitId, Vec<Tenure>>>,
    /// The member units that the charter itself lists.
    listed: BTreeSet<UnitId>,
    /// The member units at the beginning that the charter does not list, in protocol order.
    pub(crate) founders: Vec<UnitId>,
}

impl Membership {
    pub(crate) fn knows_person(&self, person: &PersonId) -> bool {
        self.persons.contains(person)
    }

    /// Everyone who ever held a post of a unit.
    pub(crate) fn tenures(&self, post: &PostId, unit: &UnitId) -> &[Tenure] {
        self.seats.get(post).and_then(|it| it.get(unit)).map_or(&[], |it| it)
    }

    /// Who holds a post of a unit on a day.
    pub(crate) fn holders(&self, post: &PostId, unit: &UnitId, on: Date) -> impl Iterator<Item = &PersonId> {
        self.tenures(post, unit).iter().filter(move |it| it.holds(on)).map(|it| &it.person)
    }

    pub(crate) fn tenure(&self, post: &PostId, unit: &UnitId, on: Date) -> Option<&Tenure> {
        self.tenures(post, unit).iter().rfind(|it| it.holds(on))
    }

    /// A unit that the body hears of; one it knows already stays as it is.
    pub(crate) fn introduce(&mut self, id: &UnitId, name: &Text, kind: UnitKind, from: Date) {
        self.unit_mut(id, name, kind, from);
    }

    pub(crate) fn unit_mut(&mut self, id: &UnitId, name: &Text, kind: UnitKind, from: Date) -> &mut Unit {
        self.units.entry(id.clone()).or_insert_with(|| Unit {
            names: BTreeMap::from([(from, name.clone())]),
            kind,
            class: None,
            spans: Vec::new(),
            successor: None,
            undecided: None,
            members: Vec::new(),
            liaison_officers: Vec::new(),
        })
    }

    /// A person takes a post.
    pub(crate) fn seat(
        &mut self,
        post: &PostId,
        unit: &UnitId,
        person: &PersonId,
        acting: bool,
        from: Date,
        entry: u32,
    ) {
        self.persons.insert(person.clone());
        let tenure = Tenure { person: person.clone(), acting, from, to: None, entry };
        self.seats.entry(post.clone()).or_default().entry(unit.clone()).or_default().push(tenure);
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
        let now: BTreeSet<UnitId> = listed.iter().chain(&named).cloned().collect();
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
            if let Some(unit) = self.units.get_mut(id)
                && !unit.is_member(from)
            {
                unit.spans.push(MemberSpan { from, to: None });
            }
        }
        self.listed = listed.iter().cloned().collect();
        self.founders = named;
    }
}
