//! The act `discuss` takes an item up for discussion, or hears it (研究讨论、听取通报).

use crate::{
    charter::Charter,
    kernel::{act::ActType, outcome::Outcome, resolver::Resolver, rule::Guard, transition, view::Ask},
    law::{
        decision::{AtMeeting, at_meeting, is_unsettled, led, on_the_agenda},
        meeting::is_open,
    },
    state::{State, decision::ItemStage},
    terms::{
        deed::Stamp,
        id::{ItemId, MeetingId},
        matter::MatterRef,
        record::record,
        time::Time,
        words::MeetingKind,
    },
};

record! {
    /// Takes an item up for discussion, or hears it (研究讨论、听取通报).
    ///
    /// Whoever presides does this (`meeting.led_by_presiding`), at a meeting that is open (`meeting.is_open`), for an
    /// item that is on its agenda (`item.is_on_the_agenda`) and not settled (`item.is_unsettled`).
    ///
    /// It settles nothing. The item is discussed, so that attending units can state positions and the meeting can agree
    /// or clarify it (`item.is_discussed`). After a liaison meeting it also counts as prepared for the meetings that
    /// ask for that (`meeting.prior_steps_done`).
    ///
    /// ```
    /// use joint_meeting::{Act, act::Discuss, wire};
    ///
    /// let act = Discuss::new("m1".parse()?, "i1".parse()?);
    /// assert_eq!(Act::from(act), wire::from_str(r#"{"type": "discuss", "meeting": "m1", "item": "i1"}"#)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Discuss {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item.
        pub item: ItemId,
    }
}

impl ActType for Discuss {
    type Names<'s> = AtMeeting<'s>;

    const GUARDS: &'static [Guard<Self>] = &[led(), is_open(), on_the_agenda(), is_unsettled()];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        at_meeting(names, &self.meeting, &self.item)
    }

    fn since(&self, (meeting, item): &Self::Names<'_>) -> Option<Time> {
        Some(item.last).max(meeting.opened.map(|it| it.at))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let Some(item) = state.decisions.touch(&self.item, stamp.at) else { return };
        item.stage = ItemStage::Discussed;
        item.discussed = item.discussed.or(Some(stamp.deed()));
        if let Some(meeting) = state.meetings.lead(&self.meeting, stamp) {
            meeting.discussed.insert(self.item.clone());
            item.prepared |= meeting.kind == MeetingKind::Liaison;
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let fresh = ask.in_the_room().filter(|(_, _, _, it)| it.stage != ItemStage::Discussed);
        fresh.map(|(meeting, _, item, _)| Self { meeting: meeting.clone(), item: item.clone() }).collect()
    }
}
