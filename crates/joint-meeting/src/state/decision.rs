//! Agenda items so far, and how far each has come.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    state::State,
    terms::{
        deed::Deed,
        id::{ClauseId, ItemId, MeetingId, Text, UnitId},
        period::Period,
        record::words,
        time::{Date, Time},
        words::{ItemKind, MeetingKind, Position},
    },
};

words! {
    /// How far an item has come.
    pub(crate) enum ItemStage {
        Proposed,
        OnAgenda,
        Discussed,
        Agreed,
        Clarified,
        LeftOpen,
        Referred,
    }
}

/// An agenda item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct AgendaItem {
    pub(crate) title: Text,
    pub(crate) kind: ItemKind,
    /// Whether it is a major matter (重大事项).
    pub(crate) major: bool,
    /// The unit that put it; without one, the office did.
    pub(crate) proposed_by: Option<UnitId>,
    pub(crate) concerned: Vec<UnitId>,
    pub(crate) proposal: Option<Text>,
    /// When it was put.
    pub(crate) put: Time,
    pub(crate) revision: u32,
    /// Whether it may go on an agenda, where the charter asks for approval.
    pub(crate) approved: bool,
    /// The meeting on whose agenda it is, or last was.
    pub(crate) meeting: Option<MeetingId>,
    pub(crate) stage: ItemStage,
    /// What units said in the room to the proposal as it stands; an objection also if it was to one before.
    pub(crate) positions: BTreeMap<UnitId, Position>,
    /// Whether a liaison meeting has discussed it.
    pub(crate) prepared: bool,
    /// The units that were consulted.
    pub(crate) consulted: BTreeSet<UnitId>,
    /// What units replied in writing to the proposal as it stands.
    pub(crate) replies: BTreeMap<UnitId, Position>,
    /// The units it binds.
    pub(crate) binds: Vec<UnitId>,
    /// The units that consented in writing to a task, and when.
    pub(crate) undertaken: BTreeMap<UnitId, Time>,
    /// The units that have a task.
    pub(crate) tasked: BTreeSet<UnitId>,
    pub(crate) serves: Vec<ClauseId>,
    /// When it was discussed, and the entry.
    pub(crate) discussed: Option<Deed>,
    /// When nothing was left to settle, and the entry.
    pub(crate) settled: Option<Deed>,
    pub(crate) last: Time,
}

impl AgendaItem {
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

    /// Whether every unit concerned, but the one that put it, was consulted.
    pub(crate) fn is_consulted(&self) -> bool {
        let others = self.concerned.iter().filter(|it| Some(*it) != self.proposed_by.as_ref());
        others.into_iter().all(|it| self.consulted.contains(it))
    }

    /// What was said to an earlier proposal, or at an earlier meeting, no longer counts.
    fn begin_anew(&mut self) {
        self.positions.clear();
        self.discussed = None;
    }
}

/// Agenda items.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Decisions {
    pub(crate) items: BTreeMap<ItemId, AgendaItem>,
    /// The items that are not settled.
    pub(crate) open: BTreeSet<ItemId>,
    /// The items that are, by the day and the entry.
    pub(crate) settled: BTreeMap<(Date, u32), ItemId>,
}

impl Decisions {
    /// The items that were settled in a period, in order.
    pub(crate) fn settled_in(&self, period: Period) -> impl Iterator<Item = (&ItemId, &AgendaItem)> {
        let settled = self.settled.range((period.from, 0)..=(period.to.max(period.from), u32::MAX));
        settled.filter_map(|(_, id)| Some((id, self.items.get(id)?)))
    }

    /// The item comes onto the agenda of a meeting.
    pub(crate) fn put_on_agenda(&mut self, id: &ItemId, meeting: &MeetingId, at: Time) {
        if let Some(item) = self.items.get_mut(id) {
            item.begin_anew();
            item.stage = ItemStage::OnAgenda;
            item.meeting = Some(meeting.clone());
            item.last = at;
        }
    }

    /// The meeting was cancelled.
    pub(crate) fn take_off_agenda(&mut self, id: &ItemId, at: Time) {
        if let Some(item) = self.items.get_mut(id) {
            item.stage = ItemStage::Proposed;
            item.meeting = None;
            item.last = at;
        }
    }

    /// The meeting was closed: what was only to be heard is done with; what was to be decided and was not stays open.
    pub(crate) fn meeting_closed(&mut self, id: &ItemId, deed: Deed) {
        let Some(item) = self.items.get_mut(id) else { return };
        item.approved = false;
        match item.stage {
            ItemStage::Discussed if !item.kind.is_decided() => self.settle(id, ItemStage::Discussed, deed),
            ItemStage::OnAgenda | ItemStage::Discussed => item.stage = ItemStage::LeftOpen,
            _ => {}
        }
    }

    /// Something was done about an item.
    pub(crate) fn touch(&mut self, id: &ItemId, at: Time) -> Option<&mut AgendaItem> {
        let item = self.items.get_mut(id)?;
        item.last = at;
        Some(item)
    }

    pub(crate) fn settle(&mut self, id: &ItemId, stage: ItemStage, deed: Deed) {
        let Some(item) = self.touch(id, deed.at) else { return };
        item.stage = stage;
        item.settled = Some(deed);
        self.open.remove(id);
        self.settled.insert((deed.at.date(), deed.no), id.clone());
    }
}
