//! Meetings: asked for, called, presided over, attended, closed.
//!
//! Convening is in [`convene`], requests in [`request`], the meeting itself in [`session`]; what they share, the
//! duties and the slice of state are here. What a meeting decides is in `decision`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    id::{ItemId, MeetingId, MinutesId, PersonId, RequestId, Text, UnitId},
    record::words,
    time::{Date, Period, Time},
};

words! {
    /// The kinds of meeting.
    pub enum MeetingKind {
        /// 全体成员会议
        Plenary,
        /// 专门会议: the body looks into one matter.
        Special,
        /// 专题会议: asked for by a member unit.
        Thematic,
        /// 联络员会议
        Liaison,
    }

    /// What an agenda item is for.
    pub enum ItemKind {
        /// A report on the state of work is heard (通报工作情况).
        StateOfWork,
        /// A topic is discussed (议题).
        Discussion,
        /// A matter is to be agreed (需要议定的事项).
        Decision,
        /// Member units, members or liaison officers change.
        Membership,
        /// The body's own rules change.
        Rules,
        /// Policy or law.
        Policy,
        /// A major case.
        MajorCase,
    }

    /// How a meeting is held.
    pub enum Mode {
        /// In one room (现场).
        OnSite,
        /// By video (视频).
        Video,
        /// By papers passed round (书面传阅).
        Circulation,
    }

    /// As what a person attends for a unit.
    pub enum Capacity {
        /// As its member (成员).
        Member,
        /// In the member's place (代为参加).
        Alternate,
        /// As its liaison officer (联络员).
        LiaisonOfficer,
    }
}

/// How far a meeting has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Stage {
    Convened,
    Open,
    Closed,
    Cancelled,
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
    pub(crate) stage: Stage,
    /// The units that attend: by member or alternate, at a liaison meeting by liaison officer.
    pub(crate) attended: BTreeMap<UnitId, Attendance>,
    pub(crate) apologies: Vec<UnitId>,
    pub(crate) invitees: Vec<Invitee>,
    /// The kinds of item that were discussed or heard.
    pub(crate) heard: BTreeSet<ItemKind>,
    pub(crate) request: Option<RequestId>,
    pub(crate) convened: (Time, u32),
    pub(crate) opened: Option<(Time, u32)>,
    pub(crate) closed: Option<(Time, u32)>,
    pub(crate) last: Time,
    pub(crate) minutes: Option<MinutesId>,
}

impl Meeting {
    /// The units that attend.
    pub(crate) fn attending(&self) -> impl Iterator<Item = &UnitId> {
        self.attended.keys()
    }

    pub(crate) fn is_open(&self) -> bool {
        self.stage == Stage::Open
    }
}

/// A request for a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Request {
    pub(crate) unit: UnitId,
    pub(crate) topic: Text,
    pub(crate) from_superior: bool,
    pub(crate) made: (Time, u32),
    pub(crate) answer: Option<Answer>,
    /// The meeting called upon it.
    pub(crate) meeting: Option<MeetingId>,
    pub(crate) last: Time,
}

/// The office's answer to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Answer {
    pub(crate) granted: bool,
    pub(crate) at: Time,
    pub(crate) entry: u32,
}

/// Meetings, requests for them, key periods.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Meetings {
    pub(crate) meetings: BTreeMap<MeetingId, Meeting>,
    pub(crate) requests: BTreeMap<RequestId, Request>,
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
}
