//! The slice of decisions: agenda items so far, and how far each has come.

use crate::{
    state::{
        State,
        meeting::Meetings,
        thing::{Things, things},
    },
    terms::{
        deed::Deed,
        id::{ClauseId, ItemId, MeetingId, PersonId, Text, UnitId},
        period::Period,
        record::words,
        sorted::{Map, Set},
        time::{Date, Time},
        words::{ItemKind, MeetingKind, Position},
    },
};

words! {
    /// How far an item has come.
    pub enum ItemStage {
        /// The item was put, and is on no agenda.
        Proposed "已提出、未列入议程" "put and on no agenda",
        /// The item is on the agenda of a meeting.
        OnAgenda "已列入议程" "on an agenda",
        /// A meeting discussed or heard it.
        Discussed "已讨论" "discussed",
        /// A meeting agreed on it (议定).
        Agreed "已议定" "agreed",
        /// A liaison meeting clarified it (明确).
        Clarified "已明确" "clarified",
        /// A meeting left it open.
        LeftOpen "留待再议" "left open",
        /// It was referred to the superior.
        Referred "已提交上级" "referred to the superior",
    }
}

things! {
    /// What a unit that is consulted replied.
    pub struct Reply {
        /// What it replied.
        position: copy Position,
        /// Who replied for it, or wrote down what it said.
        by: by_ref PersonId,
        /// When it replied, and the entry: the entry has its words.
        given: copy Deed,
    }
}

things! {
    /// An agenda item (议题), from the day it was put.
    pub struct AgendaItem {
        /// What the item is called.
        title: by_ref Text,
        /// What is to be done with it.
        kind: copy ItemKind,
        /// Whether it is a major matter (重大事项).
        major: copy bool,
        /// The unit that put it; without one, the office did.
        proposed_by: some UnitId,
        /// The units that it concerns.
        concerned: list UnitId,
        /// The units whose membership, or whose persons, it is about.
        about: list UnitId,
        /// When it was put, and the entry: the entry says what was proposed.
        put: copy Deed,
        /// When the proposal was revised, and each entry: the last says what is proposed now.
        revised: list Deed,
        /// Whether it may go on an agenda, where the charter asks for approval.
        approved: copy bool,
        /// The meeting on whose agenda it is, or last was.
        meeting: some MeetingId,
        /// How far it has come.
        stage: copy ItemStage,
        /// What units said in the room to the proposal as it stands; an objection also if it was to one before.
        positions: by_ref Map<UnitId, Position>,
        /// When each unit last stated a position in the room or withdrew it.
        stated: by_ref Map<UnitId, Time>,
        /// The numbers of the entries by which units stated positions or withdrew them, at whatever meeting.
        positions_from: list u32,
        /// Whether a liaison meeting has discussed it.
        prepared: copy bool,
        /// The units that were consulted.
        consulted: by_ref Set<UnitId>,
        /// What units replied to the proposal as it stands, or others noted of them, in the order of the entries.
        replies: by_ref Map<UnitId, Vec<Reply>>,
        /// The units it binds.
        binds: list UnitId,
        /// The units that consented in writing to a task, and when.
        undertaken: by_ref Map<UnitId, Time>,
        /// The units whose functions in it moved to another, and when.
        moved: by_ref Map<UnitId, Time>,
        /// The units that have a task.
        tasked: by_ref Set<UnitId>,
        /// The units to which the decision itself gave a task.
        named: list UnitId,
        /// The clauses that it serves.
        serves: list ClauseId,
        /// When it was discussed, and the entry.
        discussed: copy Option<Deed>,
        /// When a meeting left it open, and each entry: the entry says why.
        left_open: list Deed,
        /// When nothing was left to settle, and the entry.
        settled: copy Option<Deed>,
        /// When something last happened to it, besides what units said.
        last: copy Time,
    }
}

impl AgendaItem {
    /// When the proposal was last put or revised.
    pub(crate) fn proposed_at(&self) -> Time {
        self.revised.last().map_or(self.put.at, |it| it.at.max(self.put.at))
    }

    /// When something last happened to it, or a unit last said something of it.
    pub(crate) fn last_said(&self) -> Time {
        let replied = self.replies.values().flatten().map(|it| it.given.at);
        self.stated.values().copied().chain(replied).fold(self.last, Time::max)
    }

    /// Whether a meeting agreed on it.
    pub fn is_agreed(&self) -> bool {
        self.stage == ItemStage::Agreed
    }

    /// Whether it is agreed, clarified or referred, or was to be heard and no more, and was.
    pub fn is_settled(&self) -> bool {
        self.settled.is_some()
    }

    pub(crate) fn settled_at_plenary(&self, meetings: &Meetings) -> bool {
        let meeting = self.meeting.as_ref().and_then(|it| meetings.meetings.get(it));
        self.is_settled() && meeting.is_some_and(|it| it.kind == MeetingKind::Plenary)
    }

    /// What was said to an earlier proposal, or at an earlier meeting, no longer counts.
    fn begin_anew(&mut self) {
        self.positions.clear();
        self.discussed = None;
    }
}

impl State {
    /// A unit speaks on an item in the room: what those said there in whose place it stands by then gives way.
    pub(crate) fn takes_over(&mut self, item: &ItemId, unit: &UnitId, at: Time) {
        let Some(item) = self.decisions.items.get_mut(item) else { return };
        let (since, on) = (item.put.at.date(), at.date());
        let stands_for =
            |it: &UnitId| it != unit && self.membership.in_place_of(it, since, (on, u32::MAX)).contains(unit);
        item.positions.retain(|it, _| !stands_for(it));
    }
}

/// Agenda items.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Decisions {
    pub(crate) items: Things<ItemId, AgendaItem>,
    /// The items that are not settled.
    pub(crate) open: Set<ItemId>,
    /// The items that are, by the day and the entry.
    pub(crate) settled: Map<(Date, u32), ItemId>,
}

impl Decisions {
    /// The items that were settled in a period, in order.
    pub(crate) fn settled_in(&self, period: Period) -> impl Iterator<Item = (&ItemId, &AgendaItem)> {
        let settled = self.settled.range((period.from, 0)..=(period.to.max(period.from), u32::MAX));
        settled.filter_map(|(_, id)| Some((id, self.items.get(id)?)))
    }

    /// The items settled by the end of a day.
    pub(crate) fn settled_by(&self, day: Date) -> impl Iterator<Item = (&ItemId, &AgendaItem)> {
        let settled = self.settled.range(..=(day, u32::MAX));
        settled.filter_map(|(_, id)| Some((id, self.items.get(id)?)))
    }

    /// The item comes onto the agenda of a meeting.
    pub(crate) fn put_on_agenda(&mut self, id: &ItemId, meeting: &MeetingId, at: Time) {
        if let Some(item) = self.items.get_mut(id) {
            item.begin_anew();
            item.stage = ItemStage::OnAgenda;
            item.meeting = Some(meeting.clone());
            item.last = item.last.max(at);
        }
    }

    /// The meeting was cancelled.
    pub(crate) fn take_off_agenda(&mut self, id: &ItemId, at: Time) {
        if let Some(item) = self.items.get_mut(id) {
            item.stage = ItemStage::Proposed;
            item.meeting = None;
            item.last = item.last.max(at);
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
        item.last = item.last.max(at);
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
