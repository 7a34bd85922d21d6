//! The persons of a roster beside those of the body: posts that change hands, and whom units name anew.

use std::collections::{BTreeMap, BTreeSet};

use joint_meeting::{
    JointMeeting,
    act::{EndNaming, FillPost, VacatePost},
    id::{PersonId, PostId, UnitId},
    state::{Naming, Tenure},
    time::Date,
    words::Named,
};

use super::{
    acts::RosterTrial,
    changes::{RosterQuestion, Told},
    fault::FaultsFound,
    named::naming,
    names::{Names, RosterCapacity},
    rows::{RosterRow, Rows},
    said::{RosterSeat, Speaker},
};

pub(super) struct Persons<'c> {
    pub(super) body: &'c JointMeeting,
    pub(super) rows: &'c Rows,
    pub(super) names: &'c Names<'c>,
    pub(super) speaker: &'c Speaker<'c>,
    pub(super) on: Date,
    /// Who enters it.
    pub(super) by: Option<&'c PersonId>,
}

impl Persons<'_> {
    pub(super) fn compare(&self, trial: &mut RosterTrial<'_>, told: &mut Told, found: &mut FaultsFound) {
        let mut seats: BTreeMap<RosterSeat, Vec<&RosterRow>> = BTreeMap::new();
        for row in &self.rows.rows {
            let seat = match (&row.capacity, row.seat(self.names)) {
                (RosterCapacity::Post(post), Some(unit)) => RosterSeat::Post(post.clone(), unit.clone()),
                (RosterCapacity::Named(named), Some(unit)) => RosterSeat::Named(*named, unit.clone()),
                _ => continue,
            };
            seats.entry(seat).or_default().push(row);
        }
        // Whoever enters it leaves their own post last: until then they can enter the rest.
        let is_own = |seat: &RosterSeat| match seat {
            RosterSeat::Post(post, unit) => {
                self.holders(post, unit).iter().any(|it| Some(it.person()) == self.by)
            }
            RosterSeat::Named(..) => false,
        };
        let mut in_order: Vec<(&RosterSeat, &Vec<&RosterRow>)> = seats.iter().collect();
        in_order.sort_by_key(|(seat, _)| is_own(seat));
        for (seat, rows) in in_order {
            match seat {
                RosterSeat::Post(post, unit) => self.post((post, unit), seat, rows, trial, told),
                RosterSeat::Named(named, unit) => self.named(*named, unit, (seat, rows), trial, told, found),
            }
        }
        self.without_rows(&seats, told);
    }

    fn holders(&self, post: &PostId, unit: &UnitId) -> Vec<&Tenure> {
        self.body.tenures(post, unit).iter().filter(|it| it.holds(self.on)).collect()
    }

    fn post(
        &self,
        (post, unit): (&PostId, &UnitId),
        seat: &RosterSeat,
        rows: &[&RosterRow],
        trial: &mut RosterTrial<'_>,
        told: &mut Told,
    ) {
        let entry = self.names.charter.post(post);
        let several = entry.is_some_and(|it| it.several);
        let own = entry.is_some_and(|it| it.unit.is_some());
        let of_unit = || Some(unit.clone()).filter(|_| !own);
        let now = self.holders(post, unit);
        let vacate = |person: &PersonId, to: Option<Date>| {
            let act = VacatePost::new(post.clone(), person.clone());
            let act = of_unit().into_iter().fold(act, VacatePost::unit);
            to.into_iter().fold(act, VacatePost::to)
        };
        // Whoever leaves by a row of their own leaves first, so that others can follow.
        for row in rows {
            let place = self.rows.place(row.at);
            let (Some(person), Some(to)) = (&row.person, row.to) else { continue };
            match now.iter().find(|it| it.person() == person) {
                Some(it) if it.to() == Some(to) => {
                    told.same(self.speaker.sits(seat, Some(person), ("", "")), place)
                }
                Some(_) => {
                    trial.propose(vacate(person, Some(to)), Some(unit), vec![person.clone()], Some(place))
                }
                None => {
                    told.same(self.speaker.sits(seat, Some(person), ("（已离任）", " (has left)")), place)
                }
            }
        }
        let leaves =
            |person: &PersonId| rows.iter().any(|it| it.to.is_some() && it.person.as_ref() == Some(person));
        let stays =
            |person: &PersonId| rows.iter().any(|it| it.to.is_none() && it.person.as_ref() == Some(person));
        let mut vacated = BTreeSet::new();
        for row in rows.iter().filter(|it| it.to.is_none()) {
            let place = self.rows.place(row.at);
            let others = now.iter().filter(|it| !leaves(it.person()) && !stays(it.person()));
            let Some(person) = &row.person else {
                // Of several persons in one post a row without a name says nothing.
                if several && rows.len() > 1 {
                    continue;
                }
                let mut others = others.peekable();
                if others.peek().is_none() {
                    told.same(self.speaker.sits(seat, None, ("", "")), place);
                    continue;
                }
                for it in others {
                    let first = vec![it.person().clone()];
                    trial.propose(vacate(it.person(), None), Some(unit), first, Some(place.clone()));
                }
                continue;
            };
            if let Some(it) = now.iter().find(|it| it.person() == person) {
                self.same_holder(it, seat, row, told);
                continue;
            }
            let from = row.from.unwrap_or(self.on);
            if !several {
                for it in others.filter(|it| vacated.insert(it.person().clone())) {
                    let act = vacate(it.person(), from.pred_opt());
                    trial.propose(act, Some(unit), vec![it.person().clone()], Some(place.clone()));
                }
            }
            let act = FillPost::new(post.clone(), person.clone()).acting(row.acting).from(from);
            let act = of_unit().into_iter().fold(act, FillPost::unit);
            trial.propose(act, Some(unit), Vec::new(), Some(place));
        }
        let mut rest: Vec<&&Tenure> = now.iter().collect();
        let has_names = rows.iter().any(|it| it.to.is_none() && it.person.is_some());
        rest.retain(|it| several && has_names && !leaves(it.person()) && !stays(it.person()));
        for it in rest {
            self.without_row(seat, it.person(), told);
        }
    }

    fn same_holder(&self, it: &Tenure, seat: &RosterSeat, row: &RosterRow, told: &mut Told) {
        let place = self.rows.place(row.at);
        let differs = match row.from {
            _ if it.acting() != row.acting => Some((
                RosterQuestion::Acting,
                ("，是否代理与记录不同", ", whose acting is recorded otherwise"),
            )),
            Some(from) if from != it.from() => Some((
                RosterQuestion::FirstDay,
                ("，起始日期与记录不同", ", whose first day is recorded otherwise"),
            )),
            _ => None,
        };
        match differs {
            Some((what, words)) => {
                told.open(what, self.speaker.sits(seat, row.person.as_ref(), words), Some(place))
            }
            None => told.same(self.speaker.sits(seat, row.person.as_ref(), ("", "")), place),
        }
    }

    fn named(
        &self,
        named: Named,
        unit: &UnitId,
        (seat, rows): (&RosterSeat, &[&RosterRow]),
        trial: &mut RosterTrial<'_>,
        told: &mut Told,
        found: &mut FaultsFound,
    ) {
        let namings = self.body.unit(unit).map_or(&[][..], |it| it.namings(named));
        let last = namings.last().filter(|it| it.left().is_none());
        for row in rows {
            let place = self.rows.place(row.at);
            let is_last = |it: &&Naming| Some(it.person()) == row.person.as_ref();
            let end = |it: &Naming| {
                let act = EndNaming::new(unit.clone(), named, it.person().clone());
                row.to.into_iter().fold(act, EndNaming::to)
            };
            match (&row.person, row.to, last) {
                (Some(_), Some(_), Some(it)) if is_last(&it) => {
                    trial.propose(end(it), Some(unit), Vec::new(), Some(place));
                }
                (Some(_), Some(_), _) => {
                    let says = self.speaker.sits(seat, row.person.as_ref(), ("（已离任）", " (has left)"));
                    told.same(says, place);
                }
                // Who represents the unit as its convener is not named by it.
                (None, _, None) => told.same(self.speaker.sits(seat, None, ("", "")), place),
                (None, _, Some(it)) => trial.propose(end(it), Some(unit), Vec::new(), Some(place)),
                (Some(_), None, Some(it)) if is_last(&it) => self.same_naming(it, seat, row, told),
                (Some(person), None, None) if self.represents(person, named, unit) => {
                    told.same(self.speaker.sits(seat, Some(person), ("", "")), place);
                }
                (Some(_), None, last) => {
                    let replaces = last.map(|it| it.person().clone());
                    if let Some(act) = naming(row, replaces, self.rows, self.names.charter, found) {
                        trial.propose(act, Some(unit), Vec::new(), Some(place));
                    }
                }
            }
        }
    }

    fn represents(&self, person: &PersonId, named: Named, unit: &UnitId) -> bool {
        let units = self.body.roster(self.on).units;
        named == Named::Member
            && units.iter().any(|it| it.unit == *unit && it.member.as_ref() == Some(person))
    }

    fn same_naming(&self, it: &Naming, seat: &RosterSeat, row: &RosterRow, told: &mut Told) {
        let place = self.rows.place(row.at);
        let differs = match (row.rank, row.from) {
            (Some(rank), _) if rank != it.rank() => {
                Some((RosterQuestion::Rank, ("，职级与记录不同", ", whose rank is recorded otherwise")))
            }
            (_, Some(from)) if from != it.from() => Some((
                RosterQuestion::FirstDay,
                ("，起始日期与记录不同", ", whose first day is recorded otherwise"),
            )),
            _ => None,
        };
        match differs {
            Some((what, words)) => {
                told.open(what, self.speaker.sits(seat, row.person.as_ref(), words), Some(place))
            }
            None => told.same(self.speaker.sits(seat, row.person.as_ref(), ("", "")), place),
        }
    }

    /// Whom the body has and of whom the roster has no row.
    fn without_rows(&self, seats: &BTreeMap<RosterSeat, Vec<&RosterRow>>, told: &mut Told) {
        let units: Vec<&UnitId> = self.body.units().map(|(id, _)| id).collect();
        for post in self.names.charter.posts() {
            let of: Vec<&UnitId> = match &post.unit {
                Some(own) => vec![own],
                None => units.clone(),
            };
            for unit in of {
                let seat = RosterSeat::Post(post.id.clone(), unit.clone());
                if !seats.contains_key(&seat) {
                    for it in self.holders(&post.id, unit) {
                        self.without_row(&seat, it.person(), told);
                    }
                }
            }
        }
        let said: BTreeSet<&UnitId> = self.rows.rows.iter().filter_map(|it| it.unit.as_ref()).collect();
        for (id, unit) in self.body.units().filter(|(id, it)| it.is_member(self.on) && said.contains(id)) {
            for named in Named::ALL {
                let seat = RosterSeat::Named(*named, id.clone());
                if let (Some(it), false) = (unit.naming(*named, self.on), seats.contains_key(&seat)) {
                    self.without_row(&seat, it.person(), told);
                }
            }
        }
    }

    fn without_row(&self, seat: &RosterSeat, person: &PersonId, told: &mut Told) {
        let words = ("，名单中没有", ", of whom the roster has no row");
        told.open(RosterQuestion::PersonWithoutRow, self.speaker.sits(seat, Some(person), words), None);
    }
}
