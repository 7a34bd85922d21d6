//! What is said in the room: discussing, positions, new proposals, leaving open.

use super::{
    AtMeeting, Item, ItemStage, Position, at_meeting, is_discussed, is_unsettled, led, on_the_agenda,
};
use crate::{
    act::{ActKind, ActType, Resolver, some_text},
    charter::{Charter, Role},
    deed::Stamp,
    entry::Outcome,
    id::{ItemId, MeetingId, Text, UnitId},
    law::{self, MatterRef},
    meeting::{Meeting, MeetingKind, Stage, is_open},
    membership::by_unit,
    record::record,
    refusal::Finding,
    rule::{Ask, Guard, Rule, ensure, remedy},
    state::State,
};

record! {
    /// Takes an item up for discussion, or hears it (研究讨论、听取通报).
    pub struct Discuss {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item.
        pub item: ItemId,
    }

    /// States the position of a unit (表明意见); a later one replaces it.
    pub struct StatePosition {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item.
        pub item: ItemId,
        /// The unit.
        pub unit: UnitId,
        /// Its position.
        pub position: Position,
        /// Its words: the reservation, the ground of the objection.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<Text>,
    }

    /// Takes back the position of a unit (撤回意见).
    pub struct WithdrawPosition {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item.
        pub item: ItemId,
        /// The unit.
        pub unit: UnitId,
    }

    /// Puts another proposal in the place of the one discussed (修改方案): agreement must be stated anew, an objection
    /// stands until its unit says otherwise.
    pub struct ReviseProposal {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item.
        pub item: ItemId,
        /// What is proposed now.
        pub proposal: Text,
    }

    /// Leaves an item open (留待再议).
    pub struct LeaveOpen {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item.
        pub item: ItemId,
        /// Why.
        pub reason: Text,
    }
}

impl ActType for Discuss {
    type Names<'s> = AtMeeting<'s>;

    const GUARDS: &'static [Guard<Self>] = &[led(), is_open(), on_the_agenda(), is_unsettled()];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        law::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        at_meeting(names, &self.meeting, &self.item)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let Some(item) = state.decisions.touch(&self.item, stamp.at) else { return };
        item.stage = ItemStage::Discussed;
        item.discussed = item.discussed.or(Some(stamp.deed()));
        if let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) {
            meeting.discussed.insert(self.item.clone());
            item.prepared |= meeting.kind == MeetingKind::Liaison;
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let fresh = ask.in_the_room().filter(|(_, _, _, it)| it.stage != ItemStage::Discussed);
        fresh.map(|(meeting, _, item, _)| Self { meeting: meeting.clone(), item: item.clone() }).collect()
    }
}

impl<'s> Ask<'s> {
    /// The items on the agendas of open meetings that are not settled, for candidates.
    pub(super) fn in_the_room(
        &self,
    ) -> impl Iterator<Item = (&'s MeetingId, &'s Meeting, &'s ItemId, &'s Item)> + use<'s> {
        let state = self.state;
        let open = state.meetings.in_stage(Stage::Open);
        open.flat_map(move |(id, meeting)| {
            let items = meeting.agenda.iter().filter_map(|it| Some((it, state.decisions.items.get(it)?)));
            items.filter(|(_, it)| !it.is_settled()).map(move |(item, it)| (id, meeting, item, it))
        })
    }

    /// The same, for each attending unit for which the actor can speak.
    fn with_own_units(&self) -> impl Iterator<Item = (&'s MeetingId, &'s ItemId, &'s Item, &'s UnitId)> {
        let discussed = self.in_the_room().filter(|(_, _, _, it)| it.stage == ItemStage::Discussed);
        discussed.flat_map(|(id, meeting, item, it)| {
            let own = meeting.attending().filter(|unit| self.speaks_for(meeting, unit));
            own.map(move |unit| (id, item, it, unit))
        })
    }

    /// Whether the actor acts for the unit, or attends for it.
    fn speaks_for(&self, meeting: &Meeting, unit: &UnitId) -> bool {
        self.acts_for(unit).is_ok() || meeting.attended.get(unit).is_some_and(|it| it.person == *self.by)
    }
}

/// The actor acts for the unit, or attends for it.
const fn by_attending_unit<A: ByUnit>() -> Guard<A> {
    by_unit(|it| {
        let (meeting, unit) = (A::meeting(&it.names), it.act.unit());
        if it.speaks_for(meeting, unit) { Ok(()) } else { it.acts_for(unit) }
    })
}

const OF_AN_ATTENDING_UNIT: Rule = Rule::law(
    "position.of_an_attending_unit",
    "表明意见的是与会单位",
    "a unit that states a position attends the meeting",
)
.cured_by(&[remedy(ActKind::RecordAttendance, &[Role::Office])]);

/// The unit attends the meeting.
const fn of_an_attending_unit<A: ByUnit>() -> Guard<A> {
    Guard {
        rule: OF_AN_ATTENDING_UNIT,
        check: |it| {
            let (meeting, unit) = (A::meeting(&it.names), it.act.unit());
            ensure(meeting.attended.contains_key(unit), || Finding::StrangeUnits {
                units: vec![unit.clone()],
            })
        },
    }
}

/// An act by which a unit speaks.
trait ByUnit: super::OfItem {
    fn unit(&self) -> &UnitId;
}

impl ByUnit for StatePosition {
    fn unit(&self) -> &UnitId {
        &self.unit
    }
}

impl ByUnit for WithdrawPosition {
    fn unit(&self) -> &UnitId {
        &self.unit
    }
}

impl ActType for StatePosition {
    type Names<'s> = AtMeeting<'s>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_attending_unit(),
        is_open(),
        on_the_agenda(),
        is_discussed(),
        of_an_attending_unit(),
        is_unsettled(),
    ];

    const FREE: &'static [&'static str] = &["position", "text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        law::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let unit = names.known(&self.unit);
        at_meeting(names, &self.meeting, &self.item).filter(|_| unit.is_some())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(item) = state.decisions.touch(&self.item, stamp.at) {
            item.positions.insert(self.unit.clone(), self.position);
        }
        state.meetings.touch(&self.meeting, stamp.at);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let state = |(meeting, item, it, unit): (&MeetingId, &ItemId, &Item, &UnitId)| {
            let stated = it.positions.get(unit).copied();
            let others = Position::ALL.iter().filter(move |it| Some(**it) != stated);
            let (meeting, item, unit) = (meeting.clone(), item.clone(), unit.clone());
            others
                .map(|position| Self {
                    meeting: meeting.clone(),
                    item: item.clone(),
                    unit: unit.clone(),
                    position: *position,
                    text: None,
                })
                .collect::<Vec<_>>()
        };
        ask.with_own_units().flat_map(state).collect()
    }
}

impl ActType for WithdrawPosition {
    type Names<'s> = AtMeeting<'s>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_attending_unit(),
        is_open(),
        on_the_agenda(),
        of_an_attending_unit(),
        is_unsettled(),
        Guard {
            rule: Rule::always("position.is_stated", "该单位已表明意见", "the unit has stated a position")
                .cured_by(&[remedy(ActKind::StatePosition, &[Role::MemberUnit])]),
            check: |it| {
                let stated = it.names.1.positions.contains_key(&it.act.unit);
                ensure(stated, || Finding::MissingUnits { units: vec![it.act.unit.clone()] })
            },
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        law::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let unit = names.known(&self.unit);
        at_meeting(names, &self.meeting, &self.item).filter(|_| unit.is_some())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(item) = state.decisions.touch(&self.item, stamp.at) {
            item.positions.remove(&self.unit);
        }
        state.meetings.touch(&self.meeting, stamp.at);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let stated = ask.with_own_units().filter(|(_, _, it, unit)| it.positions.contains_key(*unit));
        stated
            .map(|(meeting, item, _, unit)| Self {
                meeting: meeting.clone(),
                item: item.clone(),
                unit: unit.clone(),
            })
            .collect()
    }
}

impl ActType for ReviseProposal {
    type Names<'s> = AtMeeting<'s>;

    const GUARDS: &'static [Guard<Self>] =
        &[led(), is_open(), on_the_agenda(), is_discussed(), is_unsettled()];

    const FREE: &'static [&'static str] = &["proposal"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        law::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        at_meeting(names, &self.meeting, &self.item)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(item) = state.decisions.touch(&self.item, stamp.at) {
            item.proposal = Some(self.proposal.clone());
            item.revision = item.revision.saturating_add(1);
            item.positions.retain(|_, it| *it == Position::Object);
            item.replies.clear();
        }
        state.meetings.touch(&self.meeting, stamp.at);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let discussed = ask.in_the_room().filter(|(_, _, _, it)| it.stage == ItemStage::Discussed);
        let revise = |meeting: &MeetingId, item: &ItemId| {
            Some(Self { meeting: meeting.clone(), item: item.clone(), proposal: some_text()? })
        };
        discussed.filter_map(|(meeting, _, item, _)| revise(meeting, item)).collect()
    }
}

impl ActType for LeaveOpen {
    type Names<'s> = AtMeeting<'s>;

    const GUARDS: &'static [Guard<Self>] = &[led(), is_open(), on_the_agenda(), is_unsettled()];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        law::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        at_meeting(names, &self.meeting, &self.item)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(item) = state.decisions.touch(&self.item, stamp.at) {
            item.stage = ItemStage::LeftOpen;
        }
        state.meetings.touch(&self.meeting, stamp.at);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let live = ask.in_the_room().filter(|(_, _, _, it)| it.stage != ItemStage::LeftOpen);
        let leave = |meeting: &MeetingId, item: &ItemId| {
            Some(Self { meeting: meeting.clone(), item: item.clone(), reason: some_text()? })
        };
        live.filter_map(|(meeting, _, item, _)| leave(meeting, item)).collect()
    }
}
