//! The act `send_apology` tells the office that a unit will not come to a meeting (会前请假).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        transition,
        view::Ask,
    },
    law::{meeting::record_attendance::OF_UNITS_CALLED, membership::by_unit},
    state::{
        State,
        meeting::{Meeting, MeetingStage},
    },
    terms::{
        deed::Stamp,
        id::{MeetingId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
    },
};

record! {
    /// Tells the office that a unit will not come to a meeting, or sends an alternate (会前请假).
    ///
    /// Whoever acts for the unit may do it (`actor.acts_for_unit`), before the meeting begins (`apology.sent_before_the_meeting`),
    /// once (`apology.sent_once`), for a unit that was called (`attendance.of_units_called`). Charters do not say who may be
    /// excused, nor by whom: it is recorded as what was said.
    ///
    /// It settles nothing. Who attends is recorded on the day, with `record_attendance`, whatever was said before.
    ///
    /// ```
    /// use joint_meeting::{Act, act::SendApology, wire};
    ///
    /// let act = SendApology::new("m1".parse()?, "market".parse()?).reason("an inspection from above".parse()?);
    /// let json = r#"{
    ///     "type": "send_apology", "meeting": "m1", "unit": "market", "reason": "an inspection from above"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct SendApology {
        /// The meeting.
        pub meeting: MeetingId,
        /// The unit that will not come, or not by its member.
        pub unit: UnitId,
        /// Why it will not.
        optional pub reason: Option<Text>,
        /// Who comes instead, if anybody does.
        optional pub alternate: Option<Text>,
    }
}

impl ActType for SendApology {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.acts_for(&it.act.unit)),
        Guard {
            rule: Rule::always(
                "apology.sent_before_the_meeting",
                "会前请假在会议召开之前",
                "apologies are sent before the meeting begins",
            ),
            check: |it| match it.names.opened {
                Some(opened) if it.at < opened.at => Ok(()),
                _ => it.names.must_be(&[MeetingStage::Convened]),
            },
        },
        Guard { rule: OF_UNITS_CALLED, check: |it| it.were_called(it.names, [&it.act.unit]) },
        Guard {
            rule: Rule::always(
                "apology.sent_once",
                "同一单位会前请假以一次为限",
                "a unit sends its apologies before a meeting once",
            ),
            check: |it| {
                let again = it.names.excused.contains_key(&it.act.unit);
                ensure(!again, || Finding::Unwanted { what: vec![it.act.unit.to_string()] })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["reason", "alternate"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.unit);
        names.known(&self.meeting)
    }

    fn since(&self, meeting: &Self::Names<'_>) -> Option<Time> {
        Some(meeting.convened.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) {
            meeting.excused.insert(self.unit.clone(), stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let convened = ask.state.meetings().in_stage(MeetingStage::Convened);
        let excuse = |(id, meeting): (&MeetingId, &Meeting)| {
            let mut called = ask.answering(&meeting.called, meeting.convened.at.date()).into_iter();
            let unit = called.find(|it| !meeting.excused.contains_key(it) && ask.acts_for(it).is_ok())?;
            Some(Self { meeting: id.clone(), unit, reason: None, alternate: None })
        };
        convened.filter_map(excuse).collect()
    }
}
