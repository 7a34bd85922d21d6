//! The act `state_position` states the position of a unit (表明意见); a later one replaces it.
//!
//! What it shares with the act that takes a position back is in `discussion`.

use crate::{
    charter::Charter,
    kernel::{act::ActType, outcome::Outcome, resolver::Resolver, rule::Guard, transition, view::Ask},
    law::{
        decision::{
            AtMeeting, at_meeting,
            discussion::{ByUnit, by_attending_unit, of_an_attending_unit},
            is_discussed, is_unsettled, on_the_agenda,
        },
        meeting::is_open,
    },
    state::{State, decision::AgendaItem},
    terms::{
        deed::Stamp,
        id::{ItemId, MeetingId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
        words::Position,
    },
};

record! {
    /// States the position of a unit (表明意见); a later one replaces it.
    ///
    /// The person who attends for the unit does this, or its responsible person or its member (`actor.acts_for_unit`).
    /// The unit attends the meeting (`position.of_an_attending_unit`), which is open (`meeting.is_open`); the item is on
    /// its agenda (`item.is_on_the_agenda`), discussed (`item.is_discussed`) and not settled (`item.is_unsettled`).
    ///
    /// It settles nothing. The position is what the unit says when the matter is agreed: an objection stands in the way
    /// of consensus, and so do a reservation or an abstention where the charter is read so (`decision.has_consensus`).
    ///
    /// ```
    /// use joint_meeting::{Act, act::StatePosition, wire, words::Position};
    ///
    /// let act = StatePosition::new("m1".parse()?, "i1".parse()?, "health".parse()?, Position::AgreeWithReservation)
    ///     .text("the costs are not covered".parse()?);
    /// let json = r#"{
    ///     "type": "state_position", "meeting": "m1", "item": "i1", "unit": "health",
    ///     "position": "agree_with_reservation", "text": "the costs are not covered"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct StatePosition {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item.
        pub item: ItemId,
        /// The unit.
        pub unit: UnitId,
        /// Its position.
        pub position: Position,
        /// Its words: the reservation, the ground of the objection.
        optional pub text: Option<Text>,
    }
}

impl ByUnit for StatePosition {
    fn unit(&self) -> &UnitId {
        &self.unit
    }
}

impl ActType for StatePosition {
    type Names<'s> = AtMeeting<'s>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_attending_unit(),
        is_open(),
        on_the_agenda(),
        is_discussed(),
        of_an_attending_unit(),
        is_unsettled(),
    ];

    const FREE: &'static [&'static str] = &["position", "text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.unit);
        at_meeting(names, &self.meeting, &self.item)
    }

    fn since(&self, (meeting, item): &Self::Names<'_>) -> Option<Time> {
        let attends = meeting.attended.get(&self.unit).map(|it| it.recorded).or(meeting.opened);
        Some(item.last).max(attends.map(|it| it.at)).max(item.stated.get(&self.unit).copied())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.takes_over(&self.item, &self.unit, stamp.at);
        if let Some(item) = state.decisions.items.get_mut(&self.item) {
            item.positions.insert(self.unit.clone(), self.position);
            item.stated.insert(self.unit.clone(), stamp.at);
            item.positions_from.push(stamp.no);
        }
        state.meetings.touch(&self.meeting, stamp.at);
    }

    fn candidates(ask: &Ask<'_>) -> impl Iterator<Item = Self> {
        let state = |(meeting, item, it, unit): (&MeetingId, &ItemId, &AgendaItem, UnitId)| {
            let stated = it.positions.get(&unit).copied();
            let others = Position::ALL.iter().filter(move |it| Some(**it) != stated);
            let (meeting, item, unit) = (meeting.clone(), item.clone(), unit);
            others.map(move |position| Self {
                meeting: meeting.clone(),
                item: item.clone(),
                unit: unit.clone(),
                position: *position,
                text: None,
            })
        };
        ask.with_own_units().flat_map(state)
    }
}
