//! The slice of meetings: meetings and requests for them so far.

use crate::{
    state::thing::{Things, things},
    terms::{
        deed::{Deed, Stamp, is_done},
        id::{ItemId, MeetingId, MinutesId, PersonId, RequestId, Text, UnitId},
        period::Period,
        record::words,
        sorted::{Map, Set},
        time::{Date, Time},
        words::{Capacity, MeetingKind, Mode},
    },
};

words! {
    /// How far a meeting has come.
    pub enum MeetingStage {
        /// The meeting is called.
        Convened "已通知、未召开" "called and not yet open",
        /// The meeting is being held.
        Open "正在召开" "open",
        /// The meeting was held.
        Closed "已结束" "closed",
        /// The meeting was called off.
        Cancelled "已取消" "cancelled",
    }
}

things! {
    /// Who attended a meeting for a unit.
    pub struct Attendance {
        /// The person who attended.
        person: by_ref PersonId,
        /// What the person attended as.
        capacity: copy Capacity,
        /// When that was recorded, and the entry.
        recorded: copy Deed,
        /// When the person arrived, where that was after the opening.
        arrived: copy Option<Time>,
        /// When the person left before the end, and the entry.
        left: copy Option<Deed>,
    }
}

things! {
    /// Someone invited to a meeting for one item (列席).
    pub struct Invitee {
        /// What the invitee is called in the invitation.
        name: by_ref Text,
        /// The unit that is invited, where it is one the body knows.
        unit: some UnitId,
        /// The item for which the invitee comes.
        item: by_ref ItemId,
        /// When the invitation was entered, and the entry.
        invited: copy Deed,
        /// When it was recorded that the invitee came, and the entry.
        came: copy Option<Deed>,
    }
}

things! {
    /// A meeting (会议), from the day it was called.
    pub struct Meeting {
        /// What kind of meeting it is.
        kind: copy MeetingKind,
        /// The units called to it.
        called: list UnitId,
        /// The items on its agenda.
        agenda: list ItemId,
        /// The person who presides, as last settled.
        presiding: by_ref PersonId,
        /// Whether that person was entrusted with it.
        is_delegated: copy bool,
        /// Who led it, and when each last did.
        led: by_ref Map<PersonId, Time>,
        /// When somebody was entrusted with presiding, and each entry.
        delegated: list Deed,
        /// The time for which it is called, as last put off, at the charter's offset.
        held_at: copy Time,
        /// When it is to end, as last said, at the charter's offset.
        ends_at: copy Option<Time>,
        /// Where it is held, as last said.
        place: some Text,
        /// When it was put off, and each entry: the entry says to when and why.
        postponed: list Deed,
        /// When a supplementary notice of it went out, and each entry: the entry says what it added.
        supplemented: list Deed,
        /// How it is held.
        mode: copy Mode,
        /// How far it has come.
        stage: copy MeetingStage,
        /// The units that attend: by member or alternate, at a liaison meeting by liaison officer.
        attended: by_ref Map<UnitId, Attendance>,
        /// The units that sent apologies, as attendance was recorded.
        apologies: list UnitId,
        /// The units that sent apologies before the meeting, with when and the entry: the entry says why.
        excused: by_ref Map<UnitId, Deed>,
        /// When attendance was recorded, and each entry: the entry says who sat in, too.
        recorded: list Deed,
        /// Those invited for single items, in the order of the invitations.
        invitees: list Invitee,
        /// The items that were discussed or heard at it.
        discussed: by_ref Set<ItemId>,
        /// The request upon which it was called.
        request: some RequestId,
        /// When it was called, and the entry.
        convened: copy Deed,
        /// When it was cancelled, and the entry: the entry says why.
        cancelled: copy Option<Deed>,
        /// When it was opened, and the entry.
        opened: copy Option<Deed>,
        /// When it was closed, and the entry.
        closed: copy Option<Deed>,
        /// When something last happened to it.
        last: copy Time,
        /// The minutes of it that were drafted last.
        minutes: some MinutesId,
    }
}

impl Meeting {
    /// The day on which it was opened or, as long as it was not, on which it is to be held.
    pub(crate) fn day(&self) -> Date {
        self.opened.map_or(self.held_at, |it| it.at).date()
    }

    /// The units that attend.
    pub fn attending(&self) -> impl Iterator<Item = &UnitId> {
        self.attended.keys()
    }

    /// Whether a person has left it by a moment: each unit for which they attend has.
    pub(crate) fn has_left(&self, person: &PersonId, at: Time) -> bool {
        let mut theirs = self.attended.values().filter(|it| it.person == *person).peekable();
        theirs.peek().is_some() && theirs.all(|it| is_done(it.left, at))
    }

    /// The units that are there at a moment: those that attend and had arrived, and had not left.
    pub(crate) fn attending_at(&self, at: Time) -> impl Iterator<Item = &UnitId> + Clone {
        let is_there = move |it: &Attendance| it.arrived.is_none_or(|it| it <= at) && !is_done(it.left, at);
        self.attended.iter().filter(move |(_, it)| is_there(it)).map(|(unit, _)| unit)
    }

    /// When it was called or last put off, and who presides last settled: what its opening builds on.
    pub(crate) fn called_since(&self) -> Time {
        let changes = [self.postponed.last(), self.delegated.last()].into_iter().flatten();
        changes.fold(self.convened.at, |last, it| last.max(it.at))
    }

    /// When it was opened or, later, attendance was last recorded: what is decided there builds on who is there.
    pub(crate) fn attended_since(&self) -> Option<Time> {
        self.opened.iter().chain(self.recorded.last()).map(|it| it.at).max()
    }

    /// When it was opened, once it is closed, and the entry that closed it.
    pub fn held(&self) -> Option<Deed> {
        self.opened.zip(self.closed).map(|(opened, closed)| Deed { at: opened.at, no: closed.no })
    }
}

things! {
    /// A request for a meeting (提请召开).
    pub struct MeetingRequest {
        /// The unit that asks.
        unit: by_ref UnitId,
        /// What the meeting is to be about.
        topic: by_ref Text,
        /// Whether the superior wants the meeting.
        from_superior: copy bool,
        /// When the request was made, and the entry.
        made: copy Deed,
        /// The answer of the office.
        answer: copy Option<RequestAnswer>,
        /// The meeting called upon it.
        meeting: some MeetingId,
        /// When the unit withdrew it, and the entry: the entry says why.
        withdrawn: copy Option<Deed>,
        /// When something last happened to it.
        last: copy Time,
    }
}

impl MeetingRequest {
    /// When it was declined or withdrawn.
    pub(crate) fn gone(&self) -> Option<Time> {
        let declined = self.answer.filter(|it| !it.granted).map(|it| it.given);
        self.withdrawn.or(declined).map(|it| it.at)
    }

    /// Whether the office granted it.
    pub fn is_granted(&self) -> bool {
        self.answer.is_some_and(|it| it.granted)
    }
}

things! {
    /// The answer of the office to a request for a meeting.
    #[derive(Copy)]
    pub struct RequestAnswer {
        /// Whether the request was granted.
        granted: copy bool,
        /// When the answer was given, and the entry.
        given: copy Deed,
    }
}

/// Meetings, requests for them, key periods.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Meetings {
    pub(crate) meetings: Things<MeetingId, Meeting>,
    pub(crate) requests: Things<RequestId, MeetingRequest>,
    pub(crate) key_periods: Vec<Period>,
    /// The meetings that are convened or open.
    pub(crate) live: Set<MeetingId>,
    /// The requests that are not yet answered, or granted and without a meeting.
    pub(crate) pending: Set<RequestId>,
    /// For each topic of those among them that are not the superior's, how many each unit has made.
    pub(crate) asking: Map<Text, Map<UnitId, u32>>,
    /// Every meeting that was opened, by its day and the entry that opened it.
    pub(crate) held: Map<(Date, u32), MeetingId>,
    /// When the last meeting of a kind was closed.
    pub(crate) last_closed: Map<MeetingKind, Time>,
}

impl Meetings {
    /// A request waits for an answer or a meeting.
    pub(crate) fn pend(&mut self, id: &RequestId) {
        if let Some(it) = self.requests.get(id).filter(|_| self.pending.insert(id.clone()))
            && !it.from_superior
        {
            *self.asking.entry(it.topic.clone()).or_default().entry(it.unit.clone()).or_default() += 1;
        }
    }

    /// A request waits no longer.
    pub(crate) fn settle(&mut self, id: &RequestId) {
        if let Some(it) = self.requests.get(id).filter(|_| self.pending.remove(id))
            && !it.from_superior
            && let Some(units) = self.asking.get_mut(&it.topic)
        {
            units.get_mut(&it.unit).into_iter().for_each(|it| *it = it.saturating_sub(1));
            units.retain(|_, count| *count > 0);
            if units.is_empty() {
                self.asking.remove(&it.topic);
            }
        }
    }

    /// Whether a key period covers any day of it.
    pub(crate) fn in_key_period(&self, period: Period) -> bool {
        self.key_periods.iter().any(|it| it.overlap(period).is_some())
    }

    /// The days on which meetings were held or are called.
    pub(crate) fn days(&self) -> Set<Date> {
        let held = self.held.keys().map(|(on, _)| *on);
        held.chain(self.live().map(|(_, it)| it.held_at.date())).collect()
    }

    /// A meeting to be changed, which is then the last thing that happened to it.
    pub(crate) fn touch(&mut self, id: &MeetingId, at: Time) -> Option<&mut Meeting> {
        let meeting = self.meetings.get_mut(id)?;
        meeting.last = meeting.last.max(at);
        Some(meeting)
    }

    /// A meeting that a person leads, who presides by right where it is another than the one so far.
    pub(crate) fn lead(&mut self, id: &MeetingId, stamp: Stamp<'_>) -> Option<&mut Meeting> {
        let meeting = self.touch(id, stamp.at)?;
        let led = meeting.led.entry(stamp.by.clone()).or_insert(stamp.at);
        *led = stamp.at.max(*led);
        if meeting.presiding != *stamp.by {
            meeting.presiding = stamp.by.clone();
            meeting.is_delegated = false;
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::dice::Dice;

    #[test]
    fn the_units_that_wait_on_a_topic_are_found_as_by_looking_at_every_request() {
        let at: Time = "2022-03-01T09:00:00+08:00".parse().unwrap();
        for seed in 0..300 {
            let (mut dice, mut meetings) = (Dice::new(seed), Meetings::default());
            let names: Vec<RequestId> = (0..12).map(|it| format!("q{it}").parse().unwrap()).collect();
            for (no, name) in (1..).zip(&names) {
                let request = MeetingRequest {
                    unit: dice.one_of(&["u1", "u2", "u3"]).parse().unwrap(),
                    topic: dice.one_of(&["犬只收容", "疫苗"]).parse().unwrap(),
                    from_superior: dice.below(5) == 0,
                    made: Deed { at, no },
                    answer: None,
                    meeting: None,
                    withdrawn: None,
                    last: at,
                };
                meetings.requests.insert(name.clone(), request);
            }
            for _ in 0..40 {
                let name = dice.one_of(&names);
                if dice.below(2) == 0 {
                    meetings.pend(name)
                } else {
                    meetings.settle(name)
                }
                let mut plain: Map<Text, Map<UnitId, u32>> = Map::new();
                let pending = meetings.requests.iter().filter(|(id, _)| meetings.pending.contains(*id));
                for (_, it) in pending.filter(|(_, it)| !it.from_superior) {
                    *plain.entry(it.topic.clone()).or_default().entry(it.unit.clone()).or_default() += 1;
                }
                assert_eq!(meetings.asking, plain, "{seed}");
            }
        }
    }
}
