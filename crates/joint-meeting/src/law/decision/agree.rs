//! The act `agree` agrees a matter (议定).
//!
//! Who has to agree, and what it shares with `clarify`, is in `consensus`.

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
        rule::{Guard, Rule, ensure, instead},
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
        membership::of_standing_units,
    },
    state::{State, decision::ItemStage},
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{ItemId, MeetingId, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
        words::Role,
    },
};

record! {
    /// Agrees a matter (议定).
    ///
    /// Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
    /// item that is on its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled
    /// (`item.is_unsettled`). Enough member units attend for the discussion to be collective
    /// (`decision.is_collective`), and as many as the charter asks for (`meeting.quorum_attends`). No unit that counts
    /// stands in the way or is silent where it must speak (`decision.has_consensus`). A meeting of the kind may agree
    /// such a matter (`decision.within_the_powers_of_the_meeting`), and the matter is not reserved to a plenary meeting
    /// (`meeting.reserved_to_plenary_kept`) or to the superior (`decision.is_not_for_the_superior`).
    ///
    /// It settles whom the matter binds: the member units that attended and did not object, and those that did not
    /// attend but replied in writing in favour of it or, where the charter is read so, all member units. The item is
    /// agreed and at its end. The minutes have to record it, and the units to which it gives work can be assigned that
    /// work by `assign`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::Agree, wire};
    ///
    /// let act = Agree::new("m1".parse()?, "i1".parse()?).tasks(["health".parse()?]);
    /// let json = r#"{"type": "agree", "meeting": "m1", "item": "i1", "tasks": ["health"]}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
        of_standing_units(|it| it.stand(&it.act.tasks)),
        Guard {
            rule: HAS_CONSENSUS,
            check: |it| {
                let (meeting, item) = it.names;
                it.has_consensus(meeting, item, it.at)
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
                instead(ActKind::LeaveOpen, &[Role::PresidingPerson]),
                instead(ActKind::ReferUpwards, &[Role::LeadUnit]),
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
        names.all_known(&self.tasks);
        at_meeting(names, &self.meeting, &self.item)
    }

    fn since(&self, (meeting, item): &Self::Names<'_>) -> Option<Time> {
        Some(item.last_said()).max(meeting.attended_since())
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        settle(case)
    }

    fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, _: &Charter) {
        settled((&self.meeting, &self.item, &self.tasks), ItemStage::Agreed, (stamp, outcome), state);
    }

    fn candidates(ask: &Ask<'_>) -> impl Iterator<Item = Self> {
        let decided = ask.in_the_room().filter(|(_, _, _, it)| it.stage == ItemStage::Discussed);
        decided.map(move |(id, meeting, item, _)| Self {
            meeting: id.clone(),
            item: item.clone(),
            tasks: ask.answering(meeting.attending().take(1), meeting.day()),
        })
    }
}
