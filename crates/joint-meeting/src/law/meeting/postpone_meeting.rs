//! The act `postpone_meeting` puts a meeting off to another time (改期).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        transition,
        view::Ask,
    },
    law::meeting::{
        calling::{CALLED_BY_WHOEVER_MAY, ENDS_AFTER_IT_BEGINS, LIES_AHEAD, ends_after},
        is_convened,
    },
    state::{
        State,
        meeting::{Meeting, MeetingStage},
    },
    terms::{
        deed::{self, Stamp},
        id::{MeetingId, Text},
        matter::MatterRef,
        record::record,
        time::Time,
    },
};

record! {
    /// Puts a meeting off to another time (改期).
    ///
    /// Those who may call a meeting of the kind, other than as one entrusted, do this or, while there is nobody who may, the
    /// convener (`meeting.called_by_whoever_may`). The meeting has not begun (`meeting.is_convened`), and the new time is not
    /// before the act (`meeting.lies_ahead`); it may be earlier than the old one. A new planned end comes after it
    /// (`meeting.ends_after_it_begins`); where none is given, none is known any more.
    ///
    /// It settles nothing. The meeting is held at the new time, and can only be opened on that day
    /// (`meeting.opens_on_its_day`).
    ///
    /// ```
    /// use joint_meeting::{Act, act::PostponeMeeting, wire};
    ///
    /// let act = PostponeMeeting::new("m1".parse()?, "2022-05-20T09:00:00+08:00".parse()?, "rain".parse()?);
    /// let json = r#"{
    ///     "type": "postpone_meeting", "meeting": "m1", "to": "2022-05-20T09:00:00+08:00", "reason": "rain"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct PostponeMeeting {
        /// The meeting.
        pub meeting: MeetingId,
        /// When it will be held instead.
        pub to: Time,
        /// Why it is put off.
        pub reason: Text,
        /// When it is to end instead.
        optional pub ends_at: Option<Time>,
        /// Where it will be held instead, where that changes too.
        optional pub place: Option<Text>,
    }
}

impl ActType for PostponeMeeting {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: CALLED_BY_WHOEVER_MAY, check: |it| it.may_call_off(it.names.kind) },
        is_convened(),
        Guard { rule: LIES_AHEAD, check: |it| it.is_held_after_notice(it.act.to) },
        Guard { rule: ENDS_AFTER_IT_BEGINS, check: |it| ends_after(it.act.to, it.act.ends_at) },
    ];

    const FREE: &'static [&'static str] = &["to", "reason", "ends_at", "place"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.meeting)
    }

    fn since(&self, meeting: &Self::Names<'_>) -> Option<Time> {
        Some(meeting.called_since())
    }

    fn says_more(&self) -> bool {
        self.ends_at.is_some() || self.place.is_some()
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        if let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) {
            meeting.held_at = self.to.at_offset(charter.offset());
            // Who could not come then may come now.
            meeting.excused.clear();
            meeting.ends_at = self.ends_at.map(|it| it.at_offset(charter.offset()));
            meeting.place = self.place.clone().or(meeting.place.take());
            deed::add(&mut meeting.postponed, stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let convened = ask.state.meetings().in_stage(MeetingStage::Convened);
        let postpone = |id: &MeetingId| {
            Some(Self { meeting: id.clone(), to: ask.at, reason: some_text()?, ends_at: None, place: None })
        };
        convened.filter_map(|(id, _)| postpone(id)).collect()
    }
}
