//! The act `consult_unit` records what a unit that is consulted replies (征求意见).

use crate::{
    charter::Charter,
    kernel::{act::ActType, outcome::Outcome, resolver::Resolver, rule::Guard, transition, view::Ask},
    law::{decision::IS_UNSETTLED, membership::by_unit},
    state::{
        State,
        decision::{AgendaItem, Reply},
    },
    terms::{
        deed::Stamp,
        id::{ItemId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
        words::{Position, Role},
    },
};

record! {
    /// Records what a unit that is consulted replies (征求意见).
    ///
    /// The office does this, or whoever acts for the unit (`actor.acts_for_unit`), for an item that is not settled
    /// (`item.is_unsettled`); no meeting has to be open for it.
    ///
    /// It settles nothing. The unit counts as consulted about the item (`meeting.prior_steps_done`). What its responsible
    /// person or its member replies is what the unit says in writing if it does not attend: an objection stands in the
    /// way of consensus where the charter is read so that absent units must reply (`decision.has_consensus`), and a reply
    /// in favour has the unit bound by what is agreed. A later reply of theirs replaces an earlier one. What the office
    /// or the liaison officer notes, such as an answer by telephone, is remembered and does neither, nor does it replace
    /// what the unit has said in writing.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ConsultUnit, wire, words::Position};
    ///
    /// let act = ConsultUnit::new("i1".parse()?, "health".parse()?, Position::Agree).text("with readers".parse()?);
    /// let json = r#"{
    ///     "type": "consult_unit", "item": "i1", "unit": "health", "reply": "agree", "text": "with readers"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ConsultUnit {
        /// The item.
        pub item: ItemId,
        /// The unit.
        pub unit: UnitId,
        /// What it replies.
        pub reply: Position,
        /// The words of its reply.
        optional pub text: Option<Text>,
    }
}

impl ActType for ConsultUnit {
    type Names<'s> = &'s AgendaItem;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.needs(&[Role::Office], None).or_else(|_| it.acts_for(&it.act.unit))),
        Guard { rule: IS_UNSETTLED, check: |it| it.names.must_be_unsettled() },
    ];

    const FREE: &'static [&'static str] = &["reply", "text"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_item(&self.item, &state.decisions)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let item = names.known(&self.item);
        names.known(&self.unit).and(item)
    }

    fn since(&self, item: &Self::Names<'_>) -> Option<Time> {
        Some(item.proposed_at())
            .max(item.replies.get(&self.unit).and_then(|it| it.last()).map(|it| it.given.at))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(item) = state.decisions.items.get_mut(&self.item) {
            item.consulted.insert(self.unit.clone());
            let reply = Reply { position: self.reply, by: stamp.by.clone(), given: stamp.deed() };
            // Most units reply once.
            let replies = item.replies.entry(self.unit.clone()).or_insert_with(|| Vec::with_capacity(1));
            replies.push(reply);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let decisions = ask.state.decisions();
        let members = ask.members_on(ask.today());
        let office = ask.needs(&[Role::Office], None).is_ok();
        let asked = |id: &ItemId, item: &AgendaItem| {
            let awaited = |it: &&&UnitId| match ask.binds_unit(ask.by, it, ask.today()) {
                // Who objected may come round.
                true => ask.written_reply(item, it).is_none_or(|it| it == Position::Object),
                false => {
                    let asks = (office && item.concerned.contains(it)) || ask.acts_for(it).is_ok();
                    asks && !item.consulted.contains(**it)
                }
            };
            let reply = |unit: &&UnitId| {
                let reply = |reply| Self { item: id.clone(), unit: (*unit).clone(), reply, text: None };
                [reply(Position::Agree), reply(Position::Object)]
            };
            members.iter().filter(awaited).flat_map(reply).collect::<Vec<_>>()
        };
        let open = decisions.open.iter().filter_map(|id| Some((id, decisions.items.get(id)?)));
        let decided = open.filter(|(_, it)| it.kind.is_decided()).take(MANY);
        decided.flat_map(|(id, it)| asked(id, it)).collect()
    }
}

/// The number of items that are tried as candidates.
const MANY: usize = 16;
