//! Meetings and requests for them so far.

use std::collections::{BTreeMap, BTreeSet};

use crate::terms::{
    deed::Deed,
    id::{ItemId, MeetingId, MinutesId, PersonId, RequestId, Text, UnitId},
    period::Period,
    record::words,
    time::{Date, Time},
    words::{Capacity, MeetingKind, Mode},
};

words! {
    /// How far a meeting has come.
    pub(crate) enum MeetingStage {
        Convened,
        Open,
        Closed,
        Cancelled,
    }
}

/// Who attended for a unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Attendance {
    pub(crate) person: PersonId,
    pub(crate) capacity: Capacity,
}

/// Someone invited for one item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Invitee {
    pub(crate) name: Text,
    /// The unit, where it is one the body knows.
    pub(crate) unit: Option<UnitId>,
    pub(crate) item: ItemId,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Meeting {
    pub(crate) kind: MeetingKind,
    pub(crate) called: Vec<UnitId>,
    pub(crate) agenda: Vec<ItemId>,
    pub(crate) presiding: PersonId,
    /// Whether whoever presides was entrusted with it.
    pub(crate) delegated: bool,
    /// The time for which it is called, at the charter's offset.
    pub(crate) held_at: Time,
    pub(crate) mode: Mode,
    pub(crate) stage: MeetingStage,
    /// The units that attend: by member or alternate, at a liaison meeting by liaison officer.
    pub(crate) attended: BTreeMap<UnitId, Attendance>,
    pub(crate) apologies: Vec<UnitId>,
    /// Who sat in.
    pub(crate) observers: Vec<PersonId>,
    pub(crate) invitees: Vec<Invitee>,
    /// The items that were discussed or heard.
    pub(crate) discussed: BTreeSet<ItemId>,
    pub(crate) request: Option<RequestId>,
    pub(crate) convened: Deed,
    pub(crate) opened: Option<Deed>,
    pub(crate) closed: Option<Deed>,
    pub(crate) last: Time,
    pub(crate) minutes: Option<MinutesId>,
}

impl Meeting {
    /// The units that attend.
    pub(crate) fn attending(&self) -> impl Iterator<Item = &UnitId> {
        self.attended.keys()
    }

    /// When it was held, and the entry that closed it.
    pub(crate) fn held(&self) -> Option<Deed> {
        self.opened.zip(self.closed).map(|(opened, closed)| Deed { at: opened.at, no: closed.no })
    }
}

/// A request for a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct MeetingRequest {
    pub(crate) unit: UnitId,
    pub(crate) topic: Text,
    pub(crate) from_superior: bool,
    pub(crate) made: Deed,
    pub(crate) answer: Option<RequestAnswer>,
    /// The meeting called upon it.
    pub(crate) meeting: Option<MeetingId>,
    pub(crate) last: Time,
}

impl MeetingRequest {
    /// Whether it had been made, and not yet been declined, when the other was answered.
    pub(crate) fn stood_beside(&self, other: &Self) -> bool {
        let Some(answered) = other.answer.map(|it| it.given.at) else { return true };
        self.made.at <= answered && self.answer.is_none_or(|it| it.granted || it.given.at >= answered)
    }

    pub(crate) fn is_granted(&self) -> bool {
        self.answer.is_some_and(|it| it.granted)
    }
}

/// The office's answer to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RequestAnswer {
    pub(crate) granted: bool,
    pub(crate) given: Deed,
}

/// Meetings, requests for them, key periods.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Meetings {
    pub(crate) meetings: BTreeMap<MeetingId, Meeting>,
    pub(crate) requests: BTreeMap<RequestId, MeetingRequest>,
    pub(crate) key_periods: Vec<Period>,
    /// The meetings that are convened or open.
    pub(crate) live: BTreeSet<MeetingId>,
    /// The requests that are not yet answered, or granted and without a meeting.
    pub(crate) pending: BTreeSet<RequestId>,
    /// Every meeting that was opened, by its day and the entry that opened it.
    pub(crate) held: BTreeMap<(Date, u32), MeetingId>,
    /// When the last meeting of a kind was closed.
    pub(crate) last_closed: BTreeMap<MeetingKind, Time>,
}

impl Meetings {
    /// When a meeting was called upon a request, or upon one beside it that was about the same, and the entry.
    pub(crate) fn called_upon(&self, request: &MeetingRequest, beside: &[&MeetingRequest]) -> Option<Deed> {
        let called = |it: &MeetingRequest| Some(self.meetings.get(it.meeting.as_ref()?)?.convened);
        let alike = beside.iter().filter(|it| it.topic == request.topic);
        called(request).or_else(|| alike.filter_map(|it| called(it)).min())
    }

    /// Whether a key period covers any day of it.
    pub(crate) fn in_key_period(&self, period: Period) -> bool {
        self.key_periods.iter().any(|it| it.overlap(period).is_some())
    }

    /// The day of the first meeting, held or called, after a day.
    pub(crate) fn next_held_after(&self, date: Date) -> Option<Date> {
        let held = self.held.range((date, u32::MAX)..).map(|((on, _), _)| *on).next();
        let live = self.live.iter().filter_map(|it| self.meetings.get(it)).map(|it| it.held_at.date());
        held.into_iter().chain(live.filter(|it| *it > date)).min()
    }

    /// A meeting to be changed, which is then the last thing that happened to it.
    pub(crate) fn touch(&mut self, id: &MeetingId, at: Time) -> Option<&mut Meeting> {
        let meeting = self.meetings.get_mut(id)?;
        meeting.last = at;
        Some(meeting)
    }

    /// The meetings that are convened or open.
    pub(crate) fn live(&self) -> impl Iterator<Item = (&MeetingId, &Meeting)> {
        self.live.iter().filter_map(|id| Some((id, self.meetings.get(id)?)))
    }

    /// The live meetings at a stage.
    pub(crate) fn in_stage(&self, stage: MeetingStage) -> impl Iterator<Item = (&MeetingId, &Meeting)> {
        self.live().filter(move |(_, it)| it.stage == stage)
    }

    /// The meetings of a kind that were held in a period and closed, in the order in which they were held.
    pub(crate) fn held_in(
        &self,
        kind: MeetingKind,
        period: Period,
    ) -> impl Iterator<Item = (&MeetingId, &Meeting)> {
        let held = self.held.range((period.from, 0)..=(period.to.max(period.from), u32::MAX));
        held.filter_map(|(_, id)| Some((id, self.meetings.get(id)?)))
            .filter(move |(_, it)| it.kind == kind && it.closed.is_some())
    }
}
