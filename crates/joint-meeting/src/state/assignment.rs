//! The slice of assignments: the tasks of units so far, and what became of them.

use crate::{
    state::thing::{Things, things},
    terms::{
        deed::Deed,
        id::{AssignmentId, ItemId, Text, UnitId},
        period::Period,
        sorted::{LongMap, Map, Set},
        time::{Date, Time},
    },
};

things! {
    /// An assignment to a unit (落实部门) of what was agreed or clarified.
    pub struct Assignment {
        /// The item under which it was assigned.
        item: by_ref ItemId,
        /// The unit to which it was assigned.
        unit: by_ref UnitId,
        /// The units that cooperate in it.
        cooperating: list UnitId,
        /// What is to be reached.
        target: some Text,
        /// The day by which it is due, as last set.
        due: copy Option<Date>,
        /// The due dates that had passed when another was set, when a result was returned, or when it was withdrawn, in order.
        missed: list Date,
        /// When it was assigned, and the entry.
        made: copy Deed,
        /// When each cooperating unit entered what it did, and each entry.
        cooperated: by_ref Map<UnitId, Vec<Deed>>,
        /// When progress was reported, and each entry: the entry says what.
        progress: list Deed,
        /// When it was extended, and each entry: the entry says to what day.
        extended: list Deed,
        /// When it was completed, and the entry: the entry says with what result. A result that was returned is none.
        completed: copy Option<Deed>,
        /// What the office did with it besides, if anything.
        handled: rare Handling,
        /// When something last happened to it.
        last: copy Time,
    }
}

things! {
    /// What the office did with an assignment besides giving and extending it.
    #[derive(Default)]
    pub struct Handling {
        /// When its due date was brought forward, and each entry: the entry says to what day.
        shortened: list Deed,
        /// When a result was returned to be worked over, and each entry: the entry says why, and by when.
        returned: list Deed,
        /// When each of those results had been reported, and each entry.
        results: list Deed,
        /// When its result was accepted, and the entry.
        accepted: copy Option<Deed>,
        /// When it was withdrawn, and the entry: the entry says on what ground.
        withdrawn: copy Option<Deed>,
    }
}

impl Assignment {
    /// Whether it is neither completed nor withdrawn.
    pub fn is_open(&self) -> bool {
        self.ended().is_none()
    }

    /// When it was withdrawn, and the entry.
    pub fn withdrawn(&self) -> Option<Deed> {
        self.handled()?.withdrawn
    }

    /// When its result was accepted, and the entry.
    pub fn accepted(&self) -> Option<Deed> {
        self.handled()?.accepted
    }

    /// When it was completed or withdrawn, and the entry.
    pub(crate) fn ended(&self) -> Option<Deed> {
        self.completed.or(self.withdrawn())
    }

    pub(crate) fn was_open_in(&self, period: Period) -> bool {
        self.made.at.date() <= period.to && self.ended().is_none_or(|it| it.at.date() >= period.from)
    }

    /// The result that stood at the end of a due date that is `missed`, or came next after it, if it was returned later.
    pub(crate) fn result_by(&self, due: Date) -> Option<Deed> {
        let handled = self.handled()?;
        let returned_by_then = handled.returned.partition_point(|it| it.at.date() <= due);
        handled.results.get(returned_by_then).copied()
    }

    /// When its due date was last set.
    pub(crate) fn dated(&self) -> Time {
        let handled = self.handled();
        let set = handled.into_iter().flat_map(|it| [it.shortened.last(), it.returned.last()]);
        set.chain([self.extended.last()]).flatten().fold(self.made.at, |last, it| last.max(it.at))
    }

    /// Sets the due date on a day; one that had passed by then stays missed.
    pub(crate) fn set_due(&mut self, due: Option<Date>, today: Date) {
        let before = std::mem::replace(&mut self.due, due);
        self.missed.extend(before.filter(|it| *it < today));
    }

    /// What the office did with it, to be written on.
    pub(crate) fn handle(&mut self, at: Time) -> &mut Handling {
        self.last = self.last.max(at);
        self.handled.get_or_insert_default()
    }
}

/// Assignments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Assignments {
    pub(crate) assignments: Things<AssignmentId, Assignment>,
    /// The assignments that are neither completed nor withdrawn.
    pub(crate) open: Set<AssignmentId>,
    /// The assignments under each matter.
    pub(crate) of_item: LongMap<ItemId, Vec<AssignmentId>>,
}

impl Assignments {
    /// The assignments under a matter.
    pub(crate) fn of_item(&self, item: &ItemId) -> impl Iterator<Item = &Assignment> {
        self.of_item.get(item).into_iter().flatten().filter_map(|it| self.assignments.get(it))
    }

    pub(crate) fn open(&self) -> impl Iterator<Item = (&AssignmentId, &Assignment)> {
        self.open.iter().filter_map(|it| self.assignments.get_key_value(it))
    }
}
