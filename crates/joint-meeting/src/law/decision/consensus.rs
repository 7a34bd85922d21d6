//! Consensus: who has to agree, what stands in the way, and what the two ways of settling a matter share.

use crate::{
    charter::{
        readings::{
            Absent, Abstention, Basis, Collective, LiaisonPowers, PartialBinds, ReadingKey, Reservation,
        },
        settings::{SettingKey, choices::Power},
    },
    kernel::{
        finding::Finding,
        outcome::{Outcome, SettledAgain},
        rule::{Check, Guard, Rule, ensure, remedy},
        view::{Case, View},
        word::word,
    },
    law::decision::OfItem,
    state::{
        State,
        decision::{AgendaItem, ItemStage, Reply},
        meeting::Meeting,
    },
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{ItemId, MeetingId, UnitId},
        sorted::Set,
        time::{Date, Time},
        words::{ItemKind, MeetingKind, Position, Role},
    },
};

/// An act that settles a matter.
pub(crate) trait Settling: OfItem {
    const POWER: Power;
}

pub(crate) const HAS_CONSENSUS: Rule = Rule::law(
    "decision.has_consensus",
    "协商一致，没有未解决的不同意见",
    "there is consensus: no unit that counts stands in the way",
)
.needs(&[SettingKey::Votes])
.reads(&[ReadingKey::Basis, ReadingKey::Abstention, ReadingKey::Reservation, ReadingKey::Absent])
.cured_by(&[
    remedy(ActKind::StatePosition, &[Role::MemberUnit]),
    remedy(ActKind::WithdrawPosition, &[Role::MemberUnit]),
    remedy(ActKind::ConsultUnit, &[Role::ResponsiblePerson, Role::Member]),
]);

impl<'s> View<'s> {
    /// The member units that are there at a moment, or stand in the place of one that is.
    fn attending_members(&self, meeting: &Meeting, at: Time) -> Vec<UnitId> {
        self.members_among(meeting, meeting.attending_at(at), at.date())
    }

    /// The member units that take part in settling an item at a moment: those that are there, and those that left when they
    /// had said what they think of it.
    pub(super) fn taking_part(&self, meeting: &Meeting, item: &AgendaItem, at: Time) -> Vec<UnitId> {
        let spoke = meeting.attending().filter(|it| item.positions.contains_key(*it));
        self.members_among(meeting, meeting.attending_at(at).chain(spoke), at.date())
    }

    fn members_among<'u>(
        &self,
        meeting: &Meeting,
        units: impl IntoIterator<Item = &'u UnitId>,
        on: Date,
    ) -> Vec<UnitId> {
        let then = self.as_on(on);
        let here = then.answering(units, meeting.day());
        here.into_iter().filter(|it| then.is_member(it, on)).collect()
    }

    /// Checks that enough units attend, each by a person of its own, for a discussion to be collective.
    pub(crate) fn is_collective(&self, meeting: &Meeting, at: Time) -> Check {
        let have = self.persons(meeting, &self.attending_members(meeting, at));
        let need = match self.reading() {
            Collective::TwoUnits => 2,
            Collective::OneUnit => 1,
        };
        ensure(have >= need, || Finding::TooFew { have, need })
    }

    /// Checks that no unit that counts objects, and that none of those that must speak is silent.
    pub(crate) fn has_consensus(&self, meeting: &Meeting, item: &AgendaItem, at: Time) -> Check {
        let then = self.as_on(at.date());
        then.has_consensus_today(meeting, item, at)
    }

    fn has_consensus_today(&self, meeting: &Meeting, item: &AgendaItem, at: Time) -> Check {
        let since = item.put.at.date();
        let attending = self.taking_part(meeting, item, at);
        let concerned =
            |it: &UnitId| item.concerned.is_empty() || self.is_answering(it, &item.concerned, since);
        let counts = |it: &UnitId| self.reading::<Basis>() != Basis::AttendingConcerned || concerned(it);
        let present: Vec<&UnitId> = attending.iter().filter(|it| counts(it)).collect();
        let absent = self.members_on(self.on()).into_iter().filter(|it| !attending.contains(it));
        let absent: Vec<&UnitId> =
            absent.filter(|it| counts(it) && self.must_reply(meeting, item, it)).collect();

        let in_the_room = |it: &&UnitId| self.said(stated(item), it, since);
        let in_writing = |it: &&UnitId| self.said(self.written(item), it, since);
        let opposed = |said: Vec<Position>| said.into_iter().any(|it| self.stands_in_the_way(it));
        let against = present.iter().filter(|it| opposed(in_the_room(it)));
        let against = against.chain(absent.iter().filter(|it| opposed(in_writing(it))));
        let mut units: Vec<UnitId> = against.map(|it| (*it).clone()).collect();
        let replied = self.written(item).filter(|(it, _)| self.must_reply(meeting, item, it));
        let said = stated(item).chain(replied).filter(|(it, _)| counts(it));
        let against = said.filter(|(_, it)| self.stands_in_the_way(*it)).map(|(it, _)| it);
        units.extend(self.left_behind(item, against));
        ensure(units.is_empty(), || Finding::OpposingUnits { units })?;

        let must_speak = self.reading::<Abstention>() == Abstention::Blocks;
        let silent = present.iter().filter(|it| must_speak && in_the_room(it).is_empty());
        let silent = silent.chain(absent.iter().filter(|it| in_writing(it).is_empty()));
        let mut units: Vec<UnitId> = silent.map(|it| (*it).clone()).collect();
        if present.is_empty() {
            let concerned = self.answering(&item.concerned, since).into_iter();
            units.extend(concerned.filter(|it| !absent.contains(&it)));
        }
        ensure(units.is_empty(), || Finding::MissingUnits { units })?;

        let is_for = |it: &&UnitId| self.are_in_favour(&in_the_room(it));
        let have = self.persons(meeting, present.iter().copied().filter(is_for));
        let need = self.settings().votes.fixed().copied().map_or(0, u32::from);
        ensure(have >= need, || Finding::TooFew { have, need })
    }

    /// What a unit replied in writing: by its responsible person or its member. What anyone else wrote down of it is
    /// remembered, and counts for nothing.
    pub(crate) fn written_reply(&self, item: &AgendaItem, unit: &UnitId) -> Option<Position> {
        self.reply_of(item, unit).map(|it| it.position)
    }

    fn reply_of<'i>(&self, item: &'i AgendaItem, unit: &UnitId) -> Option<&'i Reply> {
        let own = |it: &&Reply| self.bound_unit(&it.by, unit, ActKind::ConsultUnit, it.given);
        item.replies.get(unit)?.iter().rfind(own)
    }

    /// What each unit replied in writing. The reply of a unit that ended gives way to a later one of a unit in its place.
    pub(crate) fn written<'i>(&self, item: &'i AgendaItem) -> impl Iterator<Item = (&'i UnitId, Position)> {
        let since = item.put.at.date();
        let gave_way = move |unit: &UnitId| {
            let others = item.replies.keys().filter(|it| *it != unit);
            others.filter_map(|it| Some((it, self.reply_of(item, it)?.given))).any(|(it, given)| {
                let then = (given.at.date(), given.no);
                self.state.membership().in_place_of(unit, since, then).contains(it)
            })
        };
        let all = item.replies.keys().filter(move |it| !gave_way(it));
        all.filter_map(|it| Some((it, self.written_reply(item, it)?)))
    }

    /// What a unit has said, and what those said in whose place it stands.
    pub(crate) fn said<'i>(
        &self,
        said: impl Iterator<Item = (&'i UnitId, Position)>,
        unit: &UnitId,
        since: Date,
    ) -> Vec<Position> {
        let of = said.filter(|(it, _)| self.is_answering(unit, [*it], since));
        of.map(|(_, position)| position).collect()
    }

    /// The units that answer for those that objected as member units and are none any more, where no member unit stands in
    /// their place: an objection ends neither with the unit that made it nor with its membership.
    pub(super) fn left_behind<'i>(
        &self,
        item: &AgendaItem,
        objecting: impl Iterator<Item = &'i UnitId>,
    ) -> Vec<UnitId> {
        let since = item.put.at.date();
        let was_member = |unit: &UnitId| {
            let stated = item.stated.get(unit).copied();
            let said = stated.max(self.reply_of(item, unit).map(|it| it.given.at));
            said.is_some_and(|it| self.is_member(unit, it.date()))
        };
        let has_left = |unit: &&UnitId| {
            let now = self.in_place_of(unit, since);
            let stands = now.contains(unit);
            !now.into_iter().any(|it| self.is_member(it, self.on())) && (!stands || was_member(unit))
        };
        self.answering(objecting.filter(has_left), since)
    }

    /// How many of the units have a person of their own there: one who came for two units cannot confer with themselves.
    fn persons<'u>(&self, meeting: &Meeting, units: impl IntoIterator<Item = &'u UnitId>) -> u32 {
        let (mut number, mut persons) = (0, Set::new());
        for unit in units {
            number += 1;
            let came =
                meeting.attended.iter().filter(|(it, _)| self.is_answering(unit, [*it], meeting.day()));
            persons.extend(came.map(|(_, it)| &it.person));
        }
        u32::try_from(persons.len()).unwrap_or(u32::MAX).min(number)
    }

    /// Whether an absent unit must reply in writing.
    pub(crate) fn must_reply(&self, meeting: &Meeting, item: &AgendaItem, unit: &UnitId) -> bool {
        let asked = self.is_answering(unit, &meeting.called, meeting.convened.at.date())
            || self.is_answering(unit, &item.concerned, item.put.at.date());
        self.reading::<Basis>() == Basis::AllMembers
            || (self.reading::<Absent>() == Absent::MustReply && asked)
    }

    fn stands_in_the_way(&self, position: Position) -> bool {
        match position {
            Position::Agree => false,
            Position::AgreeWithReservation => self.reading::<Reservation>() == Reservation::Blocks,
            Position::Abstain => self.reading::<Abstention>() == Abstention::Blocks,
            Position::Object => true,
        }
    }

    fn are_in_favour(&self, said: &[Position]) -> bool {
        let in_favour = |it: &Position| {
            matches!(it, Position::Agree | Position::AgreeWithReservation) && !self.stands_in_the_way(*it)
        };
        !said.is_empty() && said.iter().all(in_favour)
    }

    /// The units that a matter binds: those that were there or replied in writing, and did not object.
    fn binds(&self, meeting: &Meeting, item: &AgendaItem, at: Time) -> Vec<UnitId> {
        let attending = self.taking_part(meeting, item, at);
        let since = item.put.at.date();
        let agreed = |unit: &UnitId| match attending.contains(unit) {
            true => !self.said(stated(item), unit, since).contains(&Position::Object),
            false => self.are_in_favour(&self.said(self.written(item), unit, since)),
        };
        let all = self.reading::<PartialBinds>() == PartialBinds::AllMembers;
        self.members_on(at.date()).into_iter().filter(|it| all || agreed(it)).cloned().collect()
    }

    /// What was agreed or clarified at a meeting from a moment on, where that binds others by what is known now of who was
    /// there.
    pub(crate) fn settled_again(&self, id: &MeetingId, meeting: &Meeting, since: Time) -> Vec<SettledAgain> {
        let items = meeting.discussed.iter().filter_map(|it| self.state.decisions().items.get(it));
        let here = items.filter(|it| it.meeting.as_ref() == Some(id));
        let binding = here.filter(|it| matches!(it.stage, ItemStage::Agreed | ItemStage::Clarified));
        let again = binding.filter_map(|item| {
            let deed = item.settled.filter(|it| it.at >= since)?;
            let binds = self.binds(meeting, item, deed.at);
            let differs = binds != item.binds;
            differs.then_some(SettledAgain { no: deed.no, outcome: Outcome::Settled { binds } })
        });
        again.collect()
    }

    /// Checks that a meeting of the kind may do that with such an item.
    fn has_power(&self, kind: MeetingKind, power: Power, item: ItemKind) -> Check {
        let also = match (power, item) {
            (Power::Agree, ItemKind::Membership) => Power::ConfirmMembers,
            (Power::Agree, ItemKind::Rules) => Power::Amend,
            _ => power,
        };
        let refused = |allowed: &[Power]| {
            let allowed = allowed.iter().map(word).collect();
            Err(Finding::NotAllowed { value: word(&power), allowed })
        };
        match self.settings().powers.fixed().and_then(|it| it.get(&kind)) {
            Some(powers) if powers.contains(&power) || powers.contains(&also) => Ok(()),
            Some(powers) => refused(powers),
            None if kind == MeetingKind::Liaison
                && power == Power::Agree
                && self.reading::<LiaisonPowers>() == LiaisonPowers::Clarify =>
            {
                refused(&[Power::Clarify])
            }
            None => Ok(()),
        }
    }
}

/// What each unit has said in the room.
pub(crate) fn stated(item: &AgendaItem) -> impl Iterator<Item = (&UnitId, Position)> {
    item.positions.iter().map(|(unit, position)| (unit, *position))
}

const IS_COLLECTIVE: Rule = Rule::law(
    "decision.is_collective",
    "由多个成员单位集体讨论决定",
    "enough member units attend for the discussion to be collective",
)
.reads(&[ReadingKey::Collective])
.cured_by(&[remedy(ActKind::RecordAttendance, &[Role::Office])]);

/// The guard that the discussion is collective.
pub(crate) const fn is_collective<A: Settling>() -> Guard<A> {
    Guard { rule: IS_COLLECTIVE, check: |it| it.is_collective(A::meeting(&it.names), it.at) }
}

/// The guard that the meeting has the power to do this.
pub(crate) const fn within_powers<A: Settling>() -> Guard<A> {
    Guard {
        rule: Rule::law(
            "decision.within_the_powers_of_the_meeting",
            "该类会议有权这样决定",
            "a meeting of the kind may settle the matter in this way",
        )
        .needs(&[SettingKey::Powers])
        .reads(&[ReadingKey::LiaisonPowers]),
        check: |it| it.has_power(A::meeting(&it.names).kind, A::POWER, A::item(&it.names).kind),
    }
}

/// The guard that the matter is not reserved to a plenary meeting, or that this is one.
pub(crate) const fn reserved_kept<A: Settling>() -> Guard<A> {
    Guard {
        rule: Rule::law(
            "meeting.reserved_to_plenary_kept",
            "须由全体成员会议议定的事项由其议定",
            "what is reserved to a plenary meeting is settled at one",
        )
        .needs(&[SettingKey::ReservedToPlenary]),
        check: |it| {
            let (kind, item) = (A::meeting(&it.names).kind, A::item(&it.names).kind);
            let reserved = it.settings().reserved_to_plenary.fixed().is_some_and(|it| it.contains(&item));
            ensure(!reserved || kind == MeetingKind::Plenary, || Finding::NotAllowed {
                value: word(&kind),
                allowed: vec![word(&MeetingKind::Plenary)],
            })
        },
    }
}

const QUORUM_ATTENDS: Rule = Rule::law(
    "meeting.quorum_attends",
    "到会单位达到规定数",
    "as many member units attend as the charter asks, if it asks for any number",
)
.needs(&[SettingKey::Quorum])
.cured_by(&[remedy(ActKind::RecordAttendance, &[Role::Office])]);

/// The guard that as many units attend as the charter asks.
pub(crate) const fn quorum<A: Settling>() -> Guard<A> {
    Guard {
        rule: QUORUM_ATTENDS,
        check: |it| {
            let meeting = A::meeting(&it.names);
            let have = it.persons(meeting, &it.attending_members(meeting, it.at));
            let need = it.settings().quorum.fixed().copied().map_or(0, u32::from);
            ensure(have >= need, || Finding::TooFew { have, need })
        },
    }
}

pub(crate) fn settle<A: Settling>(case: &Case<'_, A>) -> Outcome {
    let binds = case.binds(A::meeting(&case.names), A::item(&case.names), case.at);
    Outcome::Settled { binds }
}

/// Folds a settled matter in.
pub(crate) fn settled(
    (meeting, item, tasks): (&MeetingId, &ItemId, &[UnitId]),
    stage: ItemStage,
    (stamp, outcome): (Stamp<'_>, &Outcome),
    state: &mut State,
) {
    state.decisions.settle(item, stage, stamp.deed());
    if let Some(item) = state.decisions.items.get_mut(item) {
        item.tasked.extend(tasks.iter().cloned());
        item.named = tasks.to_vec();
        if let Outcome::Settled { binds } = outcome {
            item.binds.clone_from(binds);
        }
    }
    state.meetings.lead(meeting, stamp);
}

/// Folds in that what was settled at a meeting binds others than it did.
pub(crate) fn bind_again(meeting: &MeetingId, settled: &[SettledAgain], state: &mut State) {
    let Some(meeting) = state.meetings.meetings.get(meeting) else { return };
    for item in &meeting.discussed {
        let Some(item) = state.decisions.items.get_mut(item) else { continue };
        let again = settled.iter().find(|it| item.settled.is_some_and(|deed| deed.no == it.no));
        if let Some(Outcome::Settled { binds }) = again.map(|it| &it.outcome) {
            item.binds.clone_from(binds);
        }
    }
}
