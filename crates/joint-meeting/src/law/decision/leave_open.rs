//! The act `leave_open` leaves an item open (留待再议).

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
    law::{
        decision::{AtMeeting, at_meeting, is_unsettled, led, on_the_agenda},
        meeting::is_open,
    },
    state::{State, decision::ItemStage},
    terms::{
        deed::Stamp,
        id::{ItemId, MeetingId, Text},
        matter::MatterRef,
        record::record,
        time::Time,
    },
};

record! {
    /// Leaves an item open (留待再议).
    ///
    /// Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
    /// item that is on its agenda (`item.is_on_the_agenda`) and not settled (`item.is_unsettled`), whether it was
    /// discussed or not.
    ///
    /// It settles nothing. The item has an outcome, so that the meeting can be closed (`meeting.items_are_settled`),
    /// and stays open: after the meeting it can be put on another agenda, and `refer_upwards` can take it to the
    /// superior.
    ///
    /// ```
    /// use joint_meeting::{Act, act::LeaveOpen, wire};
    ///
    /// let act = LeaveOpen::new("m1".parse()?, "i1".parse()?, "no consensus".parse()?);
    /// let json = r#"{"type": "leave_open", "meeting": "m1", "item": "i1", "reason": "no consensus"}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct LeaveOpen {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item.
        pub item: ItemId,
        /// Why it is left open.
        pub reason: Text,
    }
}

impl ActType for LeaveOpen {
    type Names<'s> = AtMeeting<'s>;

    const GUARDS: &'static [Guard<Self>] = &[led(), is_open(), on_the_agenda(), is_unsettled()];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        at_meeting(names, &self.meeting, &self.item)
    }

    fn since(&self, (meeting, item): &Self::Names<'_>) -> Option<Time> {
        Some(item.last_said()).max(meeting.attended_since())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(item) = state.decisions.touch(&self.item, stamp.at) {
            item.stage = ItemStage::LeftOpen;
            item.left_open.push(stamp.deed());
        }
        state.meetings.lead(&self.meeting, stamp);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let live = ask.in_the_room().filter(|(_, _, _, it)| it.stage != ItemStage::LeftOpen);
        let leave = |meeting: &MeetingId, item: &ItemId| {
            Some(Self { meeting: meeting.clone(), item: item.clone(), reason: some_text()? })
        };
        live.filter_map(|(meeting, _, item, _)| leave(meeting, item)).collect()
    }
}
