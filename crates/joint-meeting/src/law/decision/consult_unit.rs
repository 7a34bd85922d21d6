//! The act `consult_unit` records what a unit that is consulted replies in writing (征求意见).

use crate::{
    charter::Charter,
    kernel::{act::ActType, outcome::Outcome, resolver::Resolver, rule::Guard, transition, view::Ask},
    law::{decision::IS_UNSETTLED, membership::by_unit},
    state::{State, decision::Item},
    terms::{
        deed::Stamp,
        id::{ItemId, Text, UnitId},
        matter::MatterRef,
        record::record,
        words::{Position, Role},
    },
};

record! {
    /// Records what a unit that is consulted replies in writing (征求意见).
    pub struct ConsultUnit {
        /// The item.
        pub item: ItemId,
        /// The unit.
        pub unit: UnitId,
        /// What it replies.
        pub reply: Position,
        /// Its words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<Text>,
    }
}

impl ActType for ConsultUnit {
    type Names<'s> = &'s Item;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.needs(&[Role::Office], None).or_else(|_| it.acts_for(&it.act.unit))),
        Guard { rule: IS_UNSETTLED, check: |it| it.names.must_be_unsettled() },
    ];

    const FREE: &'static [&'static str] = &["reply", "text"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_item(&self.item, state)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let item = names.known(&self.item);
        names.known(&self.unit).and(item)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(item) = state.decisions.touch(&self.item, stamp.at) {
            item.consulted.insert(self.unit.clone());
            item.replies.insert(self.unit.clone(), self.reply);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let decisions = &ask.state.decisions;
        let members = ask.members_on(ask.today());
        let office = ask.needs(&[Role::Office], None).is_ok();
        let asked = |id: &ItemId, item: &Item| {
            let awaited = |it: &&&UnitId| {
                let asks = (office && item.concerned.contains(it)) || ask.acts_for(it).is_ok();
                asks && !item.replies.contains_key(**it)
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
