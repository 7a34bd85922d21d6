//! Decisions: agenda items, positions, consensus.
//!
//! What is agreed binds nobody on paper before its minutes are consented to and countersigned: see `document`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    id::{ClauseId, ItemId, MeetingId, Text, UnitId},
    meeting::{ItemKind, MeetingKind},
    record::words,
    state::State,
    time::Time,
};

words! {
    /// What a unit says to a proposal.
    pub enum Position {
        /// It agrees (同意).
        Agree,
        /// It agrees, and has a reservation on record (保留意见).
        AgreeWithReservation,
        /// It objects (不同意).
        Object,
        /// It abstains (不表态).
        Abstain,
    }
}

/// How far an item has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ItemStage {
    Proposed,
    OnAgenda,
    Discussed,
    Agreed,
    Clarified,
    LeftOpen,
    Referred,
}

/// An agenda item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Item {
    pub(crate) title: Text,
    pub(crate) kind: ItemKind,
    /// Whether it is a major matter (重大事项).
    pub(crate) major: bool,
    /// The unit that put it; without one, the office did.
    pub(crate) proposed_by: Option<UnitId>,
    pub(crate) concerned: Vec<UnitId>,
    pub(crate) proposal: Option<Text>,
    pub(crate) revision: u32,
    /// Whether it may go on an agenda, where the charter asks for approval.
    pub(crate) approved: bool,
    /// The meeting on whose agenda it is, or last was.
    pub(crate) meeting: Option<MeetingId>,
    pub(crate) stage: ItemStage,
    /// What units said in the room to the proposal as it stands.
    pub(crate) positions: BTreeMap<UnitId, Position>,
    /// The units that were consulted.
    pub(crate) consulted: BTreeSet<UnitId>,
    /// What units replied in writing to the proposal as it stands.
    pub(crate) replies: BTreeMap<UnitId, Position>,
    /// The units it binds.
    pub(crate) binds: Vec<UnitId>,
    /// The units that consented in writing to a task.
    pub(crate) undertaken: BTreeSet<UnitId>,
    /// The units that have a task.
    pub(crate) tasked: BTreeSet<UnitId>,
    pub(crate) serves: Vec<ClauseId>,
    /// When it was discussed, and the entry.
    pub(crate) discussed: Option<(Time, u32)>,
    /// When nothing was left to settle, and the entry.
    pub(crate) settled: Option<(Time, u32)>,
    pub(crate) last: Time,
}

impl Item {
    pub(crate) fn is_agreed(&self) -> bool {
        self.stage == ItemStage::Agreed
    }

    /// Agreed, clarified, referred, or heard and no more.
    pub(crate) fn is_settled(&self) -> bool {
        self.settled.is_some()
    }

    pub(crate) fn settled_at_plenary(&self, state: &State) -> bool {
        let meeting = self.meeting.as_ref().and_then(|it| state.meetings.meetings.get(it));
        self.is_settled() && meeting.is_some_and(|it| it.kind == MeetingKind::Plenary)
    }
}

/// Agenda items.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Decisions {
    pub(crate) items: BTreeMap<ItemId, Item>,
    /// The items that are not settled.
    pub(crate) open: BTreeSet<ItemId>,
}
