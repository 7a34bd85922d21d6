//! The slice of assignments: the tasks of units so far.

use std::collections::{BTreeMap, BTreeSet};

use crate::terms::{
    deed::Deed,
    id::{AssignmentId, ItemId, Text, UnitId},
    period::Period,
    time::{Date, Time},
};

/// An assignment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Assignment {
    pub(crate) item: ItemId,
    pub(crate) unit: UnitId,
    pub(crate) cooperating: Vec<UnitId>,
    pub(crate) target: Option<Text>,
    /// As last extended.
    pub(crate) due: Option<Date>,
    pub(crate) made: Deed,
    /// What each cooperating unit entered.
    pub(crate) cooperated: BTreeMap<UnitId, Vec<Deed>>,
    pub(crate) progress: Vec<Deed>,
    pub(crate) extended: Vec<Deed>,
    pub(crate) completed: Option<Deed>,
    pub(crate) last: Time,
}

impl Assignment {
    pub(crate) fn is_open(&self) -> bool {
        self.completed.is_none()
    }

    pub(crate) fn was_open_in(&self, period: Period) -> bool {
        self.made.at.date() <= period.to && self.completed.is_none_or(|it| it.at.date() >= period.from)
    }
}

/// Assignments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Assignments {
    pub(crate) assignments: BTreeMap<AssignmentId, Assignment>,
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
