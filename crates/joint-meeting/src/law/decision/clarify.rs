//! The act `clarify` clarifies a matter (明确) without giving anyone new duties.

use crate::{
    charter::{Charter, settings::choices::Power},
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Check, Guard, Rule, ensure, instead},
        transition,
        view::{Ask, Case, View},
    },
    law::{
        decision::{
            AtMeeting, at_meeting,
            consensus::{
                HAS_CONSENSUS, Settling, is_collective, quorum, reserved_kept, settle, settled, stated,
                within_powers,
            },
            is_discussed, is_unsettled, led, on_the_agenda,
        },
        meeting::is_open,
    },
    state::{
        State,
        decision::{AgendaItem, ItemStage},
        meeting::Meeting,
    },
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{ItemId, MeetingId, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
        words::{Position, Role},
    },
};

record! {
    /// Clarifies a matter (明确), without giving anyone new duties.
    ///
    /// Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
    /// item that is on its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled
    /// (`item.is_unsettled`). Enough member units attend (`decision.is_collective`, `meeting.quorum_attends`), and none
    /// of them objects; none has to speak (`decision.has_consensus`). A meeting of the kind may clarify matters
    /// (`decision.within_the_powers_of_the_meeting`), and the matter is not reserved to a plenary meeting
    /// (`meeting.reserved_to_plenary_kept`). It gives work to no unit: one that names `tasks` is refused, and has to be
    /// agreed (`decision.clarified_without_new_duties`).
    ///
    /// It settles whom the matter binds: the member units that attended and did not object, and those that did not
    /// attend but replied in writing in favour of it or, where the charter is read so, all member units. The item is
    /// clarified and at its end, and the minutes have to record it.
    ///
    /// ```
    /// use joint_meeting::{Act, act::Clarify, wire};
    ///
    /// let act = Clarify::new("m1".parse()?, "i1".parse()?);
    /// assert_eq!(Act::from(act), wire::from_str(r#"{"type": "clarify", "meeting": "m1", "item": "i1"}"#)?);
    ///
    /// // An act can be written that the rules refuse.
    /// let act = Clarify::new("m1".parse()?, "i1".parse()?).tasks(["health".parse()?]);
    /// let json = r#"{"type": "clarify", "meeting": "m1", "item": "i1", "tasks": ["health"]}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Clarify {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item.
        pub item: ItemId,
        /// The units to which it gives work.
        optional pub tasks: Vec<UnitId>,
    }
}

impl Settling for Clarify {
    const POWER: Power = Power::Clarify;
}

impl<'s> View<'s> {
    /// Checks that no attending unit objects.
    fn has_no_objection(&self, meeting: &Meeting, item: &AgendaItem, at: Time) -> Check {
        let since = item.put.at.date();
        let objects = |it: &UnitId| self.said(stated(item), it, since).contains(&Position::Object);
        let mut units = self.taking_part(meeting, item, at);
        units.retain(objects);
        let objecting = item.positions.iter().filter(|(_, it)| **it == Position::Object);
        units.extend(self.left_behind(item, objecting.map(|(it, _)| it)));
        ensure(units.is_empty(), || Finding::OpposingUnits { units })
    }
}

impl ActType for Clarify {
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
                it.has_no_objection(meeting, item, it.at)
            },
        },
        within_powers(),
        reserved_kept(),
        quorum(),
        Guard {
            rule: Rule::law(
                "decision.clarified_without_new_duties",
                "明确的事项不给任何单位增加任务",
                "what is only clarified gives no unit a new duty",
            )
            .cured_by(&[instead(ActKind::Agree, &[Role::PresidingPerson])]),
            check: |it| {
                let units: Vec<UnitId> = it.act.tasks.iter().chain(&it.names.1.tasked).cloned().collect();
                ensure(units.is_empty(), || Finding::StrangeUnits { units })
            },
        },
    ];

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
        settled((&self.meeting, &self.item, &self.tasks), ItemStage::Clarified, (stamp, outcome), state);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let decided = ask.in_the_room().filter(|(_, _, _, it)| it.stage == ItemStage::Discussed);
        decided
            .map(|(meeting, _, item, _)| Self {
                meeting: meeting.clone(),
                item: item.clone(),
                tasks: Vec::new(),
            })
            .collect()
    }
}
