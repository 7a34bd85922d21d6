//! The act `cancel_meeting` calls a meeting off (取消).

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
    law::meeting::{calling::CALLED_BY_WHOEVER_MAY, is_convened},
    state::{
        State,
        meeting::{Meeting, MeetingStage},
    },
    terms::{
        deed::Stamp,
        id::{MeetingId, Text},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Calls a meeting off (取消).
    ///
    /// Those who may call a meeting of the kind, other than as one entrusted, do this or, while there is nobody who may, the
    /// convener (`meeting.called_by_whoever_may`). The meeting has not begun (`meeting.is_convened`).
    ///
    /// It settles nothing. The meeting is at its end. Its items are on no agenda and can be put on another, and the
    /// request upon which it was called waits for a meeting again.
    ///
    /// ```
    /// use joint_meeting::{Act, act::CancelMeeting, wire};
    ///
    /// let act = CancelMeeting::new("m1".parse()?, "flood warning".parse()?);
    /// let json = r#"{"type": "cancel_meeting", "meeting": "m1", "reason": "flood warning"}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct CancelMeeting {
        /// The meeting.
        pub meeting: MeetingId,
        /// Why it is called off.
        pub reason: Text,
    }
}

impl ActType for CancelMeeting {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] =
        &[Guard { rule: CALLED_BY_WHOEVER_MAY, check: |it| it.may_call_off(it.names.kind) }, is_convened()];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.meeting)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) else { return };
        meeting.stage = MeetingStage::Cancelled;
        meeting.cancelled = Some(stamp.deed());
        let (agenda, request) = (meeting.agenda.clone(), meeting.request.clone());
        state.meetings.live.remove(&self.meeting);
        for item in &agenda {
            state.decisions.take_off_agenda(item, stamp.at);
        }
        if let Some(id) = request
            && let Some(request) = state.meetings.requests.get_mut(&id)
        {
            request.meeting = None;
            request.last = stamp.at;
            state.meetings.pend(&id);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let convened = ask.state.meetings().in_stage(MeetingStage::Convened);
        let cancel = |id: &MeetingId| Some(Self { meeting: id.clone(), reason: some_text()? });
        convened.filter_map(|(id, _)| cancel(id)).collect()
    }
}
