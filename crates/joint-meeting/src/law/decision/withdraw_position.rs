//! The act `withdraw_position` takes back the position of a unit (撤回意见).
//!
//! What it shares with the act that states a position is in `discussion`.

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, remedy},
        transition,
        view::Ask,
    },
    law::{
        decision::{
            AtMeeting, at_meeting,
            consensus::stated,
            discussion::{ByUnit, by_attending_unit, of_an_attending_unit},
            is_unsettled, on_the_agenda,
        },
        meeting::is_open,
    },
    state::State,
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{ItemId, MeetingId, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
        words::Role,
    },
};

record! {
    /// Takes back the position of a unit (撤回意见).
    ///
    /// The person who attends for the unit does this, or its responsible person or its member (`actor.acts_for_unit`).
    /// The unit attends the meeting (`position.of_an_attending_unit`), which is open (`meeting.is_open`), and has stated
    /// a position (`position.is_stated`); the item is on the agenda (`item.is_on_the_agenda`) and not settled
    /// (`item.is_unsettled`).
    ///
    /// It settles nothing. The unit has said nothing about the item, as if it had never stated a position: it no longer
    /// objects, nor agrees.
    ///
    /// ```
    /// use joint_meeting::{Act, act::WithdrawPosition, wire};
    ///
    /// let act = WithdrawPosition::new("m1".parse()?, "i1".parse()?, "health".parse()?);
    /// let json = r#"{"type": "withdraw_position", "meeting": "m1", "item": "i1", "unit": "health"}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct WithdrawPosition {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item.
        pub item: ItemId,
        /// The unit.
        pub unit: UnitId,
    }
}

impl ByUnit for WithdrawPosition {
    fn unit(&self) -> &UnitId {
        &self.unit
    }
}

impl ActType for WithdrawPosition {
    type Names<'s> = AtMeeting<'s>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_attending_unit(),
        is_open(),
        on_the_agenda(),
        of_an_attending_unit(),
        is_unsettled(),
        Guard {
            rule: Rule::always("position.is_stated", "该单位已表明意见", "the unit has stated a position")
                .cured_by(&[remedy(ActKind::StatePosition, &[Role::MemberUnit])]),
            check: |it| {
                let stated = !it.said(stated(it.names.1), &it.act.unit, it.names.1.put.at.date()).is_empty();
                ensure(stated, || Finding::MissingUnits { units: vec![it.act.unit.clone()] })
            },
        },
    ];

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
            item.positions.remove(&self.unit);
            item.stated.insert(self.unit.clone(), stamp.at);
            item.positions_from.push(stamp.no);
        }
        state.meetings.touch(&self.meeting, stamp.at);
    }

    fn candidates(ask: &Ask<'_>) -> impl Iterator<Item = Self> {
        let stated = ask
            .with_own_units()
            .filter(move |(_, _, it, unit)| !ask.said(stated(it), unit, it.put.at.date()).is_empty());
        stated.map(|(meeting, item, _, unit)| Self { meeting: meeting.clone(), item: item.clone(), unit })
    }
}
