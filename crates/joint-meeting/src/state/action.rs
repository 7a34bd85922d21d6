//! The slice of joint work: working groups, joint actions, joint enforcement and inspections so far.

use crate::{
    state::{
        moments::Moments,
        thing::{Things, things},
    },
    terms::{
        deed::Deed,
        id::{ActionId, GroupId, InspectionId, UnitId},
        record::words,
        sorted::{Map, Set},
        time::Time,
    },
};

things! {
    /// A joint working group (联合工作组).
    pub struct WorkingGroup {
        /// The unit that heads it.
        head: by_ref UnitId,
        /// The units that take part in it.
        units: list UnitId,
        /// When it was formed, and the entry.
        formed: copy Deed,
        /// When it ended, and the entry.
        ended: copy Option<Deed>,
        /// When it last did something.
        last: copy Time,
    }
}

words! {
    /// How far a joint action has come.
    pub enum ActionStage {
        /// The action is planned.
        Planned "已计划、未开始" "planned",
        /// The action has started.
        Running "正在开展" "running",
        /// The action has finished.
        Finished "已结束" "finished",
        /// The plan was dropped before the action started.
        Dropped "已取消" "dropped",
    }
}

things! {
    /// A joint action (联合治理行动).
    pub struct JointAction {
        /// The units that take part in it.
        units: list UnitId,
        /// When it was planned, and the entry: the entry says against what problem.
        planned: copy Deed,
        /// When it started, and the entry: that of its start, or of the first joint enforcement that was part of it.
        started: copy Option<Deed>,
        /// When joint enforcement was done as part of it, and each entry: the entry says by whom and with what result.
        enforced: list Deed,
        /// When it finished, and the entry: the entry says with what result.
        finished: copy Option<Deed>,
        /// When units joined it or left it, and each entry: the entry says which, and why.
        regrouped: list Deed,
        /// When its plan was dropped, and the entry: the entry says why.
        dropped: copy Option<Deed>,
        /// When something last happened to it.
        last: copy Time,
    }
}

impl JointAction {
    /// How far it has come.
    pub fn stage(&self) -> ActionStage {
        match (self.started, self.finished) {
            _ if self.dropped.is_some() => ActionStage::Dropped,
            (_, Some(_)) => ActionStage::Finished,
            (Some(_), None) => ActionStage::Running,
            (None, None) => ActionStage::Planned,
        }
    }
}

things! {
    /// A supervisory inspection of a street (督导检查).
    pub struct Inspection {
        /// The street, where it is known here.
        unit: some UnitId,
        /// The units that inspected it.
        units: list UnitId,
        /// Whether something was found that has to be put right.
        rectify: copy bool,
        /// When what was found was put right, and the entry.
        rectified: copy Option<Deed>,
        /// When it was made, and the entry: the entry says what was found.
        made: copy Deed,
        /// When something last happened to it.
        last: copy Time,
    }
}

/// Working groups, joint actions, inspections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Actions {
    pub(crate) groups: Things<GroupId, WorkingGroup>,
    /// The groups that have not ended.
    pub(crate) groups_at_work: Set<GroupId>,
    pub(crate) actions: Things<ActionId, JointAction>,
    /// The actions that have neither finished nor been dropped.
    pub(crate) open_actions: Set<ActionId>,
    pub(crate) inspections: Things<InspectionId, Inspection>,
    /// The inspections that found something not yet put right.
    pub(crate) to_rectify: Set<InspectionId>,
    /// When each street known here was inspected.
    pub(crate) inspected: Map<UnitId, Moments>,
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
