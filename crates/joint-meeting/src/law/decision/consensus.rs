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
        outcome::Outcome,
        rule::{Check, Guard, Rule, ensure, remedy},
        view::{Case, View},
        word::word,
    },
    law::decision::OfItem,
    state::{
        State,
        decision::{AgendaItem, ItemStage},
        meeting::Meeting,
    },
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{ItemId, MeetingId, UnitId},
        time::Date,
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
    remedy(ActKind::ConsultUnit, &[Role::MemberUnit, Role::Office]),
]);

impl<'s> View<'s> {
    /// The member units that attend.
    pub(crate) fn attending_members<'m>(&self, meeting: &'m Meeting, on: Date) -> Vec<&'m UnitId> {
        meeting.attending().filter(|it| self.is_member(it, on)).collect()
    }

    /// Checks that enough units attend for a discussion to be collective.
    pub(crate) fn is_collective(&self, meeting: &Meeting, on: Date) -> Check {
        let have = count(&self.attending_members(meeting, on));
        let need = match self.reading() {
            Collective::TwoUnits => 2,
            Collective::OneUnit => 1,
        };
        ensure(have >= need, || Finding::TooFew { have, need })
    }

    /// Checks that no unit that counts objects, and that none of those that must speak is silent.
    pub(crate) fn has_consensus(&self, meeting: &Meeting, item: &AgendaItem, on: Date) -> Check {
        let attending = self.attending_members(meeting, on);
        let concerned = |it: &UnitId| item.concerned.is_empty() || item.concerned.contains(it);
        let counts = |it: &UnitId| self.reading::<Basis>() != Basis::AttendingConcerned || concerned(it);
        let present: Vec<&UnitId> = attending.iter().copied().filter(|it| counts(it)).collect();
        let absent = self.members_on(on).into_iter().filter(|it| !attending.contains(it));
        let absent: Vec<&UnitId> =
            absent.filter(|it| counts(it) && self.must_reply(meeting, item, it)).collect();

        let in_the_room = |it: &&UnitId| item.positions.get(*it).copied();
        let in_writing = |it: &&UnitId| item.replies.get(*it).copied();
        let opposed = |position: Option<Position>| position.is_some_and(|it| self.stands_in_the_way(it));
        let against = present.iter().filter(|it| opposed(in_the_room(it)));
        let against = against.chain(absent.iter().filter(|it| opposed(in_writing(it))));
        let units: Vec<UnitId> = against.map(|it| (*it).clone()).collect();
        ensure(units.is_empty(), || Finding::OpposingUnits { units })?;

        let must_speak = self.reading::<Abstention>() == Abstention::Blocks;
        let silent = present.iter().filter(|it| must_speak && in_the_room(it).is_none());
        let silent = silent.chain(absent.iter().filter(|it| in_writing(it).is_none()));
        let mut units: Vec<UnitId> = silent.map(|it| (*it).clone()).collect();
        if present.is_empty() {
            units.extend(item.concerned.iter().filter(|it| !absent.contains(it)).cloned());
        }
        ensure(units.is_empty(), || Finding::MissingUnits { units })?;

        let in_favour = present.iter().filter(|it| in_the_room(it).is_some_and(|it| self.is_in_favour(it)));
        let have = u32::try_from(in_favour.count()).unwrap_or(u32::MAX);
        let need = self.settings().votes.fixed().copied().map_or(0, u32::from);
        ensure(have >= need, || Finding::TooFew { have, need })
    }

    /// Whether an absent unit must reply in writing.
    pub(crate) fn must_reply(&self, meeting: &Meeting, item: &AgendaItem, unit: &UnitId) -> bool {
        let asked = meeting.called.contains(unit) || item.concerned.contains(unit);
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

    fn is_in_favour(&self, position: Position) -> bool {
        matches!(position, Position::Agree | Position::AgreeWithReservation)
            && !self.stands_in_the_way(position)
    }

    /// The units that a matter binds: those that were there or replied in writing, and did not object.
    fn binds(&self, meeting: &Meeting, item: &AgendaItem, on: Date) -> Vec<UnitId> {
        let agreed = |unit: &UnitId| match meeting.attended.contains_key(unit) {
            true => item.positions.get(unit) != Some(&Position::Object),
            false => item.replies.get(unit).is_some_and(|it| self.is_in_favour(*it)),
        };
        let all = self.reading::<PartialBinds>() == PartialBinds::AllMembers;
        self.members_on(on).into_iter().filter(|it| all || agreed(it)).cloned().collect()
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

fn count(units: &[&UnitId]) -> u32 {
    u32::try_from(units.len()).unwrap_or(u32::MAX)
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
    Guard { rule: IS_COLLECTIVE, check: |it| it.is_collective(A::meeting(&it.names), it.today()) }
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
            let have = count(&it.attending_members(A::meeting(&it.names), it.today()));
            let need = it.settings().quorum.fixed().copied().map_or(0, u32::from);
            ensure(have >= need, || Finding::TooFew { have, need })
        },
    }
}

pub(crate) fn settle<A: Settling>(case: &Case<'_, A>) -> Outcome {
    let binds = case.binds(A::meeting(&case.names), A::item(&case.names), case.today());
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
        if let Outcome::Settled { binds } = outcome {
            item.binds.clone_from(binds);
        }
    }
    state.meetings.touch(meeting, stamp.at);
}
