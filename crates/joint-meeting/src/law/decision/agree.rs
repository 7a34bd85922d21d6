//! `agree`: agrees a matter (议定).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use crate::{
    charter::{
        Charter,
        settings::{SettingKey, choices::Power},
    },
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, remedy},
        transition,
        view::{Ask, Case},
    },
    law::{
        decision::{
            AtMeeting, at_meeting,
            consensus::{
                HAS_CONSENSUS, Settling, is_collective, quorum, reserved_kept, settle, settled, within_powers,
            },
            is_discussed, is_unsettled, led, on_the_agenda,
        },
        meeting::is_open,
    },
    state::{State, decision::ItemStage},
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{ItemId, MeetingId, UnitId},
        matter::MatterRef,
        record::record,
        words::Role,
    },
};

record! {
    /// Agrees a matter (议定).
    pub struct Agree {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item.
        pub item: ItemId,
        /// The units to which it gives work (落实部门).
        optional pub tasks: Vec<UnitId>,
    }
}

impl Settling for Agree {
    const POWER: Power = Power::Agree;
}

impl ActType for Agree {
    type Names<'s> = AtMeeting<'s>;

    const GUARDS: &'static [Guard<Self>] = &[
        led(),
        is_open(),
        on_the_agenda(),
        is_unsettled(),
        is_discussed(),
        is_collective(),
        Guard {
            rule: HAS_CONSENSUS,
            check: |it| {
                let (meeting, item) = it.names;
                it.has_consensus(meeting, item, it.today())
            },
        },
        within_powers(),
        reserved_kept(),
        quorum(),
        Guard {
            rule: Rule::law(
                "decision.is_not_for_the_superior",
                "不属于须报上级决定的事项",
                "the matter is not one that the charter leaves to the superior",
            )
            .needs(&[SettingKey::Escalation])
            .cured_by(&[
                remedy(ActKind::LeaveOpen, &[Role::PresidingPerson]),
                remedy(ActKind::ReferUpwards, &[Role::LeadUnit]),
            ]),
            check: |it| {
                let way = it.settings().escalation.fixed().filter(|it| it.reserved);
                let is_for = way.is_some_and(|way| it.names.1.major || !way.major_only);
                ensure(!is_for, || Finding::Unwanted { what: vec![it.act.item.to_string()] })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["tasks"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let units = names.all_known(&self.tasks);
        at_meeting(names, &self.meeting, &self.item).filter(|_| units.is_some())
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        settle(case)
    }

    fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, _: &Charter) {
        settled((&self.meeting, &self.item, &self.tasks), ItemStage::Agreed, (stamp, outcome), state);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let decided = ask.in_the_room().filter(|(_, _, _, it)| it.stage == ItemStage::Discussed);
        decided
            .map(|(id, meeting, item, _)| Self {
                meeting: id.clone(),
                item: item.clone(),
                tasks: meeting.attending().take(1).cloned().collect(),
            })
            .collect()
    }
}
