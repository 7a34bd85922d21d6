//! The act `revise_proposal` puts another proposal in the place of the one discussed (修改方案).
//!
//! Agreement must then be stated anew; an objection stands until its unit says otherwise.

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
        decision::{AtMeeting, at_meeting, is_discussed, is_unsettled, led, on_the_agenda},
        meeting::is_open,
    },
    state::{State, decision::ItemStage},
    terms::{
        deed::{self, Stamp},
        id::{ItemId, MeetingId, Text},
        matter::MatterRef,
        record::record,
        time::Time,
        words::Position,
    },
};

record! {
    /// Puts another proposal in the place of the one discussed (修改方案): agreement must be stated anew, an objection
    /// stands until its unit says otherwise.
    ///
    /// Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
    /// item that is on its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled
    /// (`item.is_unsettled`).
    ///
    /// It settles nothing. The new proposal is the one that the meeting can agree. Of what units said to the old one in
    /// the room only the objections are left, and replies in writing are not.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ReviseProposal, wire};
    ///
    /// let act = ReviseProposal::new("m1".parse()?, "i1".parse()?, "chips in two years".parse()?);
    /// let json = r#"{
    ///     "type": "revise_proposal", "meeting": "m1", "item": "i1", "proposal": "chips in two years"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ReviseProposal {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item.
        pub item: ItemId,
        /// What is proposed now.
        pub proposal: Text,
    }
}

impl ActType for ReviseProposal {
    type Names<'s> = AtMeeting<'s>;

    const GUARDS: &'static [Guard<Self>] =
        &[led(), is_open(), on_the_agenda(), is_discussed(), is_unsettled()];

    const FREE: &'static [&'static str] = &["proposal"];

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
            deed::add(&mut item.revised, stamp.deed());
            item.positions.retain(|_, it| *it == Position::Object);
            item.replies.clear();
        }
        state.meetings.lead(&self.meeting, stamp);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let discussed = ask.in_the_room().filter(|(_, _, _, it)| it.stage == ItemStage::Discussed);
        let revise = |meeting: &MeetingId, item: &ItemId| {
            Some(Self { meeting: meeting.clone(), item: item.clone(), proposal: some_text()? })
        };
        discussed.filter_map(|(meeting, _, item, _)| revise(meeting, item)).collect()
    }
}
