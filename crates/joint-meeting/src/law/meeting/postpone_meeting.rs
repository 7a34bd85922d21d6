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
        calling::{CALLED_BY_WHOEVER_MAY, LIES_AHEAD},
        is_convened,
    },
    state::{
        State,
        meeting::{Meeting, Stage},
    },
    terms::{
        deed::Stamp,
        id::{MeetingId, Text},
        matter::MatterRef,
        record::record,
        time::Time,
    },
};

record! {
    /// Puts a meeting off to another time (改期).
    pub struct PostponeMeeting {
        /// The meeting.
        pub meeting: MeetingId,
        /// When it will be held instead.
        pub to: Time,
        /// Why.
        pub reason: Text,
    }
}

impl ActType for PostponeMeeting {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: CALLED_BY_WHOEVER_MAY, check: |it| it.may_call_unentrusted(it.names.kind) },
        is_convened(),
        Guard { rule: LIES_AHEAD, check: |it| it.is_held_after_notice(it.act.to) },
    ];

    const FREE: &'static [&'static str] = &["to", "reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.meeting)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        if let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) {
            meeting.held_at = self.to.at_offset(charter.offset());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let convened = ask.state.meetings.in_stage(Stage::Convened);
        let postpone = |id: &MeetingId| Some(Self { meeting: id.clone(), to: ask.at, reason: some_text()? });
        convened.filter_map(|(id, _)| postpone(id)).collect()
    }
}
