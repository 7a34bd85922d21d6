//! The act `record_leaving` records that a unit left a meeting before its end (提前离会).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        transition,
        view::{Ask, Case},
    },
    law::{decision::consensus::bind_again, membership::by_office},
    state::{
        State,
        meeting::{Attendance, Meeting, MeetingStage},
    },
    terms::{
        deed::{Deed, Stamp},
        id::{MeetingId, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
    },
};

record! {
    /// Records that a unit left a meeting before its end (提前离会). The time of the act is that at which it left.
    ///
    /// Only the office may do it (`actor.is_office`), during the meeting or after it (`attendance.left_during_the_meeting`), of
    /// a unit that attends, once (`attendance.left_by_one_who_attends`).
    ///
    /// From then on the unit is not there: it makes no discussion collective and no quorum, states no position, and is not
    /// bound by what is settled later, unless it had stated its position on that before; where such a matter was settled
    /// before the leaving was recorded, this act settles whom it binds. What the unit stated stands, an objection too. It
    /// attended the meeting all the same, and is asked about the minutes. Its person led nothing after that.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RecordLeaving, wire};
    ///
    /// let act = RecordLeaving::new("m1".parse()?, "market".parse()?);
    /// let json = r#"{"type": "record_leaving", "meeting": "m1", "unit": "market"}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RecordLeaving {
        /// The meeting.
        pub meeting: MeetingId,
        /// The unit that left.
        pub unit: UnitId,
    }
}

impl ActType for RecordLeaving {
    type Names<'s> = (&'s Meeting, Option<Time>);

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::always(
                "attendance.left_during_the_meeting",
                "提前离会在会议召开之后、结束之前",
                "who left early did so between the opening and the end of the meeting",
            ),
            check: |it| {
                it.names.0.must_be(&[MeetingStage::Open, MeetingStage::Closed])?;
                match it.names.0.closed {
                    Some(closed) if it.at > closed.at => Err(Finding::TooLate { latest: closed.at }),
                    _ => Ok(()),
                }
            },
        },
        Guard {
            rule: Rule::always(
                "attendance.left_by_one_who_attends",
                "提前离会的是与会单位，以一次为限",
                "a unit that left early attends the meeting, and has not left yet",
            ),
            check: |it| {
                let there = it.names.0.attended.get(&it.act.unit).is_some_and(|it| it.left.is_none());
                ensure(there, || Finding::StrangeUnits { units: vec![it.act.unit.clone()] })
            },
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.unit);
        let meeting = names.known(&self.meeting)?;
        let items = meeting.agenda.iter().filter_map(|it| names.state.decisions.items.get(it));
        let stated = items.filter_map(|it| it.stated.get(&self.unit)).copied();
        let here = stated.filter(|it| meeting.closed.is_none_or(|closed| *it <= closed.at));
        Some((meeting, here.max()))
    }

    /// A unit leaves after it came, and after it last spoke or led there.
    fn since(&self, (meeting, spoke): &Self::Names<'_>) -> Option<Time> {
        let attendance = meeting.attended.get(&self.unit);
        let arrived = attendance.and_then(|it| it.arrived);
        let led = attendance.and_then(|it| meeting.led.get(&it.person)).copied();
        arrived.max(led).max(*spoke).max(meeting.opened.map(|it| it.at))
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        let mut without = case.names.0.clone();
        // Only the moment counts here: the entry has no number yet.
        leave(&mut without, &case.act.unit, Deed { at: case.at, no: 0 });
        let settled = case.settled_again(&case.act.meeting, &without, case.at);
        if settled.is_empty() { Outcome::None } else { Outcome::Left { settled } }
    }

    fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, _: &Charter) {
        if let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) {
            leave(meeting, &self.unit, stamp.deed());
        }
        if let Outcome::Left { settled } = outcome {
            bind_again(&self.meeting, settled, state);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let open = ask.state.meetings().in_stage(MeetingStage::Open);
        let leave = |(id, meeting): (&MeetingId, &Meeting)| {
            let there = |(_, it): &(&UnitId, &Attendance)| it.left.is_none();
            let (unit, _) = meeting.attended.iter().rfind(there)?;
            Some(Self { meeting: id.clone(), unit: unit.clone() })
        };
        open.filter_map(leave).collect()
    }
}

/// The unit is there no longer.
fn leave(meeting: &mut Meeting, unit: &UnitId, deed: Deed) {
    if let Some(attendance) = meeting.attended.get_mut(unit) {
        attendance.left = Some(deed);
    }
}
