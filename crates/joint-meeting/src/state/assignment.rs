//! The slice of assignments: the tasks of units so far.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    state::thing::{Things, things},
    terms::{
        deed::Deed,
        id::{AssignmentId, ItemId, Text, UnitId},
        period::Period,
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
        /// The day by which it is due, as last extended.
        due: copy Option<Date>,
        /// The due dates that had passed when the time was extended, in order.
        missed: list Date,
        /// When it was assigned, and the entry.
        made: copy Deed,
        /// When each cooperating unit entered what it did, and each entry.
        cooperated: by_ref BTreeMap<UnitId, Vec<Deed>>,
        /// When progress was reported, and each entry: the entry says what.
        progress: list Deed,
        /// When it was extended, and each entry: the entry says to what day.
        extended: list Deed,
        /// When it was completed, and the entry: the entry says with what result.
        completed: copy Option<Deed>,
        /// When something last happened to it.
        last: copy Time,
    }
}

impl Assignment {
    /// Whether it is not completed.
    pub fn is_open(&self) -> bool {
        self.completed.is_none()
    }

    pub(crate) fn was_open_in(&self, period: Period) -> bool {
        self.made.at.date() <= period.to && self.completed.is_none_or(|it| it.at.date() >= period.from)
    }
}

/// Assignments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Assignments {
    pub(crate) assignments: Things<AssignmentId, Assignment>,
    /// The assignments that are not completed.
    pub(crate) open: BTreeSet<AssignmentId>,
    /// The assignments under each matter.
    pub(crate) of_item: BTreeMap<ItemId, Vec<AssignmentId>>,
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
