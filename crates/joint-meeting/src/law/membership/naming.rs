//! What naming a member and naming a liaison officer share.

use crate::{
    charter::readings::{LiaisonAlsoMember, ReadingKey},
    kernel::{
        act::ActType,
        finding::{Finding, Lacking},
        resolver::Resolver,
        rule::{Check, Rule, ensure},
        view::{Ask, Case},
        word::word,
    },
    law::membership::{name_liaison_officer::NameLiaisonOfficer, name_member::NameMember},
    state::{
        State,
        membership::{LastDay, Naming, Unit},
    },
    terms::{
        deed::Stamp,
        id::{PersonId, UnitId},
        time::{Date, day_after, day_before, start_of},
        words::{Named, Rank, Role},
    },
};

/// What the naming of a member and of a liaison officer have in common.
pub(crate) trait Naming_: ActType {
    const NAMED: Named;
    fn unit(&self) -> &UnitId;
    fn person(&self) -> &PersonId;
    fn replaces(&self) -> Option<&PersonId>;
    fn from(&self) -> Option<Date>;
    fn rank(&self) -> Rank;

    /// Checks that the act replaces the person named now, or that nobody is named. Where the last one left, nobody need be
    /// replaced.
    fn replaces_the_one_named(case: &Case<'_, Self>) -> Check {
        let from = case.act.from().unwrap_or_else(|| case.today());
        let unit = case.state.membership().units.get(case.act.unit());
        let last = unit.and_then(|it| it.namings(Self::NAMED).last());
        let current = last.map(|it| &it.person);
        let has_left = last.is_some_and(|it| it.left.is_some()) && case.act.replaces().is_none();
        if has_left {
            let earliest = last.and_then(Naming::to).map_or(from, day_after);
            return ensure(from >= earliest, || Finding::TooEarly {
                earliest: start_of(earliest, case.charter.offset()),
            });
        }
        if current == case.act.replaces() {
            let since = last.map_or(from, |it| it.from);
            let earliest = start_of(since, case.charter.offset());
            return ensure(from >= since, || Finding::TooEarly { earliest });
        }
        let word = |it: Option<&PersonId>| it.map_or_else(|| "-".to_owned(), ToString::to_string);
        Err(Finding::Differs { found: word(case.act.replaces()), expected: word(current) })
    }

    fn resolve_naming(&self, names: &mut Resolver<'_>) -> Option<()> {
        let state = names.state;
        let unit = names.known(self.unit()).map(|_| ());
        if let Some(person) = self.replaces()
            && !state.membership.knows_person(person)
        {
            names.unknown(person);
        }
        unit
    }

    fn name(&self, stamp: Stamp<'_>, state: &mut State) {
        let from = self.from().unwrap_or_else(|| stamp.at.date());
        let unit = state.membership.units.get_mut(self.unit());
        let last = unit.and_then(|it| it.namings_mut(Self::NAMED).last_mut());
        // Whoever follows one who left is a change as well.
        let is_change = self.replaces().is_some() || last.as_ref().is_some_and(|it| it.left.is_some());
        // Each naming ends the one before, so that no other goes on.
        if let Some(naming) = last.filter(|it| it.to().is_none()) {
            naming.last_days.push(LastDay { day: day_before(from), entry: stamp.no });
        }
        let naming = Naming {
            person: self.person().clone(),
            rank: self.rank(),
            from,
            last_days: Vec::new(),
            made: stamp.deed(),
            is_change,
            notified: None,
            confirmed: false,
            left: None,
        };
        state.membership.name_person(self.unit(), Self::NAMED, naming);
    }
}

macro_rules! naming {
    ($act:ident is $named:ident) => {
        impl Naming_ for $act {
            const NAMED: Named = Named::$named;
            fn unit(&self) -> &UnitId {
                &self.unit
            }
            fn person(&self) -> &PersonId {
                &self.person
            }
            fn replaces(&self) -> Option<&PersonId> {
                self.replaces.as_ref()
            }
            fn from(&self) -> Option<Date> {
                self.from
            }
            fn rank(&self) -> Rank {
                self.rank
            }
        }
    };
}

naming!(NameMember is Member);

naming!(NameLiaisonOfficer is LiaisonOfficer);

pub(crate) fn rank_is_one_of(rank: Rank, ranks: &[Rank]) -> Check {
    ensure(ranks.is_empty() || ranks.iter().any(|it| it.covers(rank)), || Finding::NotAllowed {
        value: word(&rank),
        allowed: ranks.iter().map(word).collect(),
    })
}

pub(crate) const NOT_BOTH: Rule =
    Rule::law("liaison.is_not_the_member", "联络员与成员不是同一人", "the liaison officer is not the member")
        .reads(&[ReadingKey::LiaisonAlsoMember, ReadingKey::ConvenerCounts]);

impl Ask<'_> {
    /// Checks that the actor may say whom a unit names or that one of them left: its responsible person or its member, or the
    /// office with its letter attached.
    pub(crate) fn says_who_is_named(&self, unit: &UnitId) -> Check {
        let own = self.needs(&[Role::ResponsiblePerson, Role::Member], Some(unit));
        // A journal of the first format has no place for a letter.
        if own.is_ok() || self.beside.old_format.is_some() || self.needs(&[Role::Office], None).is_err() {
            return own;
        }
        ensure(self.beside.has_letter, || Finding::Missing { what: vec![word(&Lacking::Letter)] })
    }

    /// The other member units that have named the person so.
    pub(crate) fn others_naming(&self, named: Named, person: &PersonId, unit: &UnitId) -> Vec<String> {
        let on = self.today();
        let membership = self.state.membership();
        let names =
            |it: &Unit| it.namings(named).last().is_some_and(|it| it.to().is_none() && it.person == *person);
        let is_member = |id: &UnitId| named == Named::Member && self.member_of(id, on) == Some(person);
        let others = self.units_about(person, on).into_iter().filter(|it| *it != unit);
        let others = others.filter_map(|id| membership.units.get_key_value(id));
        others
            .filter(|(id, it)| it.is_member(on) && (names(it) || is_member(id)))
            .map(|(id, _)| id.to_string())
            .collect()
    }

    /// Checks that no person is both the member and the liaison officer of a unit, unless the reading lets them be.
    pub(crate) fn is_not_both(&self, other: Option<&PersonId>, person: &PersonId) -> Check {
        let may = self.reading::<LiaisonAlsoMember>() == LiaisonAlsoMember::Yes;
        ensure(may || other != Some(person), || Finding::Unwanted { what: vec![person.to_string()] })
    }
}
