//! Joint work so far: groups, joint actions, inspections.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    state::moments::Moments,
    terms::{
        deed::Deed,
        id::{ActionId, GroupId, InspectionId, UnitId},
        record::words,
        time::Time,
    },
};

/// A joint working group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct WorkingGroup {
    pub(crate) head: UnitId,
    pub(crate) units: Vec<UnitId>,
    pub(crate) formed: Deed,
    pub(crate) ended: Option<Deed>,
    pub(crate) last: Time,
}

words! {
    /// How far a joint action has come.
    pub(crate) enum ActionStage {
        Planned,
        Running,
        Finished,
    }
}

/// A joint action.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct JointAction {
    pub(crate) units: Vec<UnitId>,
    pub(crate) planned: Deed,
    pub(crate) started: Option<Deed>,
    pub(crate) finished: Option<Deed>,
    pub(crate) last: Time,
}

impl JointAction {
    pub(crate) fn stage(&self) -> ActionStage {
        match (self.started, self.finished) {
            (_, Some(_)) => ActionStage::Finished,
            (Some(_), None) => ActionStage::Running,
            (None, None) => ActionStage::Planned,
        }
    }
}

/// An inspection of a street.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Inspection {
    /// The street, where it is known here.
    pub(crate) unit: Option<UnitId>,
    /// The units that inspected it.
    pub(crate) units: Vec<UnitId>,
    pub(crate) rectify: bool,
    pub(crate) rectified: Option<Deed>,
    pub(crate) made: Time,
    pub(crate) last: Time,
}

/// Working groups, joint actions, inspections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Actions {
    pub(crate) groups: BTreeMap<GroupId, WorkingGroup>,
    /// The groups that have not ended.
    pub(crate) groups_at_work: BTreeSet<GroupId>,
    pub(crate) actions: BTreeMap<ActionId, JointAction>,
    /// The actions that have not finished.
    pub(crate) open_actions: BTreeSet<ActionId>,
    pub(crate) inspections: BTreeMap<InspectionId, Inspection>,
    /// The inspections that found something not yet put right.
    pub(crate) to_rectify: BTreeSet<InspectionId>,
    /// When each street known here was inspected.
    pub(crate) inspected: BTreeMap<UnitId, Moments>,
    /// When actions started and finished.
    pub(crate) started: Moments,
    pub(crate) finished: Moments,
    /// Joint enforcement that is part of no action.
    pub(crate) enforcement: Moments,
}

impl Actions {
    pub(crate) fn open(&self, which: fn(&JointAction) -> bool) -> impl Iterator<Item = &ActionId> {
        self.open_actions.iter().filter(move |id| self.actions.get(*id).is_some_and(which))
    }

    pub(crate) fn start(&mut self, id: &ActionId, deed: Deed) {
        if let Some(action) = self.actions.get_mut(id) {
            action.started = Some(deed);
            action.last = deed.at;
        }
        self.started.note(deed);
    }

    /// A group did something.
    pub(crate) fn touch(&mut self, group: Option<&GroupId>, at: Time) {
        if let Some(group) = group.and_then(|it| self.groups.get_mut(it)) {
            group.last = group.last.max(at);
        }
    }
}
