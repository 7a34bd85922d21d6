//! Assignments (落实任务): what the acts on a task of a unit share.
//!
//! When a task binds a unit is in `bond`. How a matter is agreed stands in `decision`; joint actions and inspections in
//! `action`.

pub(crate) mod accept_result;
pub(crate) mod assign;
pub(crate) mod bond;
pub(crate) mod complete_assignment;
pub(crate) mod consent_to_task;
pub(crate) mod duties;
pub(crate) mod enter_cooperation;
pub(crate) mod extend_assignment;
pub(crate) mod report_progress;
pub(crate) mod return_assignment;
pub(crate) mod shorten_assignment;
pub(crate) mod withdraw_assignment;

use crate::{
    kernel::{
        act::ActType,
        due::Due,
        duty::{Found, Instance},
        finding::{Finding, Standing},
        resolver::{Since, since, stands_for},
        rule::{Check, Guard, Rule, ensure, remedy},
        succession::FOR_UNIT,
        view::{Ask, View},
    },
    law::assignment::bond::Bond,
    state::{
        assignment::Assignment,
        decision::{AgendaItem, ItemStage},
    },
    terms::{
        act_kind::ActKind,
        deed::{Deed, is_done},
        id::{AssignmentId, ItemId, UnitId},
        order,
        sorted::Set,
        time::{Date, Time},
        words::Role,
    },
};

pub(crate) const SETTLED: Rule = Rule::law(
    "assignment.of_a_settled_matter",
    "任务的明确、撤回以已经议定或者明确的事项为依据",
    "what is assigned or withdrawn rests on a matter that has been agreed or clarified",
)
.cured_by(&[
    remedy(ActKind::Agree, &[Role::PresidingPerson]),
    remedy(ActKind::Clarify, &[Role::PresidingPerson]),
]);

pub(crate) const OPEN: Rule = Rule::always(
    "assignment.is_open",
    "该任务尚未办结，也没有撤回",
    "the assignment has been neither completed nor withdrawn",
);

const REPORTED: Rule = Rule::always(
    "assignment.result_is_not_accepted",
    "该任务已报办结，尚未验收",
    "the assignment has been completed, and its result has not been accepted",
)
.cured_by(&[remedy(ActKind::CompleteAssignment, &[Role::MemberUnit])]);

/// An act on the result of an assignment.
pub(crate) trait OnResult: ActType {
    fn assignment<'s>(names: &Self::Names<'s>) -> &'s Assignment;
}

/// The guard that the assignment has a result that the office has not accepted.
pub(crate) const fn with_result<A: OnResult>() -> Guard<A> {
    Guard { rule: REPORTED, check: |it| A::assignment(&it.names).must_await_acceptance() }
}

pub(crate) const AHEAD: Rule =
    Rule::always("assignment.due_lies_ahead", "完成时限未过", "the due date has not passed");

pub(crate) const ITS_UNIT: Rule =
    Rule::law("assignment.by_its_unit", "由落实部门办理", "whoever acts for the assigned unit does this");

pub(crate) fn is_settled(item: &AgendaItem) -> Check {
    const NEEDS: &[ItemStage] = &[ItemStage::Agreed, ItemStage::Clarified];
    ensure(NEEDS.contains(&item.stage), || Finding::state(item.stage, NEEDS))
}

impl Ask<'_> {
    /// Checks that the assignment was still open at the moment of the act.
    fn was_open(&self, assignment: &Assignment) -> Check {
        if is_done(assignment.ended(), self.at) { assignment.must_be_open() } else { Ok(()) }
    }

    /// Checks that the assignment has no result, and had not been withdrawn at the moment of the act.
    fn may_be_completed(&self, assignment: &Assignment) -> Check {
        if assignment.completed.is_some() { assignment.must_be_open() } else { self.was_open(assignment) }
    }

    fn due_lies_ahead(&self, due: Option<Date>) -> Check {
        match due {
            Some(due) if due < self.today() => Err(Finding::Late { due, done: self.today() }),
            _ => Ok(()),
        }
    }

    /// Checks that the actor acts for the unit to which the assignment was given or, once it has ended, for one in its
    /// place.
    fn acts_for_assigned(&self, assignment: &Assignment) -> Check {
        self.speaks(&assignment.unit, assignment.made.at.date(), FOR_UNIT)
    }

    /// The last assignments with a result that the office has not accepted.
    fn awaiting_acceptance(&self) -> impl Iterator<Item = &AssignmentId> {
        const RECENT: usize = 12;
        let all = self.state.assignments().assignments.iter();
        let mut all: Vec<_> = all.filter(|(_, it)| it.must_await_acceptance().is_ok()).collect();
        order::sort_by_key(&mut all, |(_, it)| it.completed);
        all.into_iter().rev().take(RECENT).map(|(id, _)| id)
    }

    /// What the last meetings have agreed or clarified.
    pub(crate) fn lately_settled(&self) -> impl Iterator<Item = (&ItemId, &AgendaItem)> {
        const MEETINGS: usize = 4;
        let meetings = self.state.meetings();
        let lately = meetings.held.values().rev().take(MEETINGS).filter_map(|it| meetings.meetings.get(it));
        let items = lately.flat_map(|it| &it.agenda);
        items
            .filter_map(|id| Some((id, self.state.decisions().items.get(id)?)))
            .filter(|(_, item)| is_settled(item).is_ok())
    }

    /// The member units, and the units invited for the item.
    fn units_about(&self, id: &ItemId, item: &AgendaItem) -> Set<UnitId> {
        let meeting = item.meeting.as_ref().and_then(|it| self.state.meetings().meetings.get(it));
        let invitees = meeting.into_iter().flat_map(|it| &it.invitees).filter(|it| it.item == *id);
        let invited = invitees.filter_map(|it| it.unit.as_ref());
        self.members_on(self.today()).into_iter().chain(invited).cloned().collect()
    }
}

/// What the names in an assignment stand for.
pub(crate) struct Assigned<'s> {
    item: &'s AgendaItem,
    /// When the last of the units that consented in writing did so.
    undertaken: Option<Time>,
}

impl Since for Assigned<'_> {
    fn since(&self) -> Option<Time> {
        self.item.settled.map(|it| it.at).max(self.undertaken)
    }
}

since! { Assignment(made.at); }

impl Assignment {
    fn must_be_open(&self) -> Check {
        let is = self.completed.map(|_| Standing::Completed);
        match is.or(self.withdrawn().map(|_| Standing::Withdrawn)) {
            Some(is) => Err(Finding::state(is, &[Standing::Open])),
            None => Ok(()),
        }
    }

    fn must_await_acceptance(&self) -> Check {
        let is = match (self.accepted(), self.withdrawn(), self.completed) {
            (Some(_), _, _) => Standing::Accepted,
            (_, Some(_), _) => Standing::Withdrawn,
            (_, _, Some(_)) => return Ok(()),
            _ => Standing::Open,
        };
        Err(Finding::state(is, &[Standing::Completed]))
    }

    /// How a unit stands to the assignment, for itself or for the unit of those named in whose place it stands.
    pub(crate) fn bond(&self, view: &View<'_>, unit: &UnitId) -> Bond {
        let Some(item) = view.state.decisions().items.get(&self.item) else { return Bond::Outside };
        let named = std::iter::once(&self.unit).chain(&self.cooperating);
        let own = named.filter(|it| view.is_answering(unit, [*it], self.made.at.date()));
        own.map(|it| view.bond_of(&self.item, item, it)).min().unwrap_or(Bond::Outside)
    }

    /// The day from which it binds a unit, if it does.
    pub(crate) fn bound_since(&self, view: &View<'_>, unit: &UnitId) -> Option<Date> {
        self.since(self.bond(view, unit))
    }

    /// The day from which it binds a unit that stands to it so.
    fn since(&self, bond: Bond) -> Option<Date> {
        match bond {
            Bond::Bound(from) => Some(from.max(self.made.at).date()),
            Bond::Provisional | Bond::Declined | Bond::Outside => None,
        }
    }

    /// Each unit that owes what the assignment lays on the unit it is given to, with the deed by which it was done.
    fn owed_with(&self, view: &View<'_>, done: Option<Deed>) -> Vec<(UnitId, Option<Deed>)> {
        let since = self.made.at.date();
        view.answers([&self.unit], since, |unit| view.answer(unit, since, &|_, _| done))
    }

    /// Each unit that owes cooperation, with the first it has entered.
    fn cooperation(&self, view: &View<'_>) -> Vec<(UnitId, Option<Deed>)> {
        let since = self.made.at.date();
        let mut all = view.answers(&self.cooperating, since, |unit| {
            view.answer(unit, since, &|unit, since| {
                let entered = self.cooperated.get(unit).into_iter().flatten();
                entered.filter(|it| since.precedes(**it)).min().copied()
            })
        });
        // Nobody cooperates with themselves: what a merger brought together is one task.
        all.retain(|(unit, done)| done.is_some() || !view.is_answering(unit, [&self.unit], since));
        all
    }

    /// What a unit owes under the assignment, done or not, by the due date and by each that was missed before. It owes
    /// nothing before the task binds it, nothing at all once it has declined, and nothing more once the assignment is
    /// withdrawn. Without a due date that binds it, what is not done cannot be judged. By a date that has passed, what counts
    /// is the result that was there then, if one was.
    fn owed_by(
        &self,
        id: &AssignmentId,
        view: &View<'_>,
        unit: &UnitId,
        (done, result_by): (Option<Deed>, impl Fn(Date) -> Option<Deed>),
        what: &str,
    ) -> Vec<Instance> {
        if view.leaves_out(done.is_some()) {
            return Vec::new();
        }
        let bond = self.bond(view, unit);
        let before = [self.made].into_iter().chain(self.progress.iter().copied());
        let before = before.chain(self.extended.iter().copied()).chain(self.withdrawn());
        let handled = self.handled().into_iter();
        let handled = handled.flat_map(|it| [&it.shortened, &it.results, &it.returned]).flatten();
        let before = before.chain(handled.copied());
        let mut entries: Set<u32> = before.map(|it| it.no).collect();
        entries.extend(done.map(|it| it.no));
        let found = |done: Option<Deed>| {
            let entries = entries.iter().copied().collect();
            let found = match done {
                Some(Deed { at, .. }) => Found::Done { at, entries },
                None => Found::Open { finding: Finding::Missing { what: vec![what.to_owned()] }, entries },
            };
            bond.of_what_is(found)
        };
        let found_by = |due: Date| found(result_by(due).or(done));
        let found = found(done);
        let bound = self.since(bond);
        let ended = done.is_none() && self.withdrawn().is_some();
        let due = match found {
            // The date is one to plan by.
            Found::Waiting { .. } => self.due,
            // One that had passed when the unit was bound does not bind it.
            _ => self.due.filter(|due| bound.is_some_and(|since| since <= *due)),
        };
        let owed = |found| {
            let owed = Instance::of_unit(unit, found).owed_to(Role::Office);
            owed.since(bound.unwrap_or(self.made.at.date()))
        };
        let missed = |due: &Date| {
            let owed = owed(found_by(*due)).about(format_args!("{id} {due}"));
            owed.due(Some(Due::on(view, *due)))
        };
        let binding = self.missed.iter().filter(|due| bound.is_some_and(|it| it <= **due));
        let mut all: Vec<Instance> = binding.map(missed).collect();
        if ended {
            all.push(Instance::of_unit(unit, Found::NotApplicable).about(id));
            return all;
        }
        let owed = owed(found).about(id);
        all.push(match due {
            Some(due) => owed.due(Some(Due::on(view, due))),
            None => owed.undated(),
        });
        all
    }
}

stands_for! { AssignmentId => Assignment in assignments.assignments; }
