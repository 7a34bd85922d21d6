//! `enter_register_item`: enters a matter in a unit's responsibility register (列入职责项目).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, new_name, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::{
        membership::of_members,
        register::{KEPT, NAMES, somebody_is_named},
    },
    state::{
        State,
        register::{RegisterItem, Version},
    },
    terms::{
        deed::Stamp,
        id::{PersonId, RegisterItemId, Text, UnitId},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Enters a matter in a unit's responsibility register (列入职责项目).
    pub struct EnterRegisterItem {
        /// Its name.
        pub register_item: RegisterItemId,
        /// The unit responsible (责任单位).
        pub unit: UnitId,
        /// The matter (责任事项).
        pub matter: Text,
        /// The post that is responsible for it.
        optional pub post: Option<Text>,
        /// The person who is responsible for it (责任人员).
        optional pub person: Option<PersonId>,
    }
}

impl ActType for EnterRegisterItem {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: KEPT, check: |it| it.keeps_register(Some(&it.act.unit)) },
        of_members(|it| it.members_all([&it.act.unit])),
        Guard { rule: NAMES, check: |it| somebody_is_named(it.act.post.as_ref(), it.act.person.as_ref()) },
    ];

    const FREE: &'static [&'static str] = &["register_item", "matter", "post", "person"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        let free = names.free(&self.register_item);
        names.known(&self.unit).and(free)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.membership.persons.extend(self.person.clone());
        state.registers.current.entry(self.unit.clone()).or_default().insert(self.register_item.clone());
        let item = RegisterItem {
            unit: self.unit.clone(),
            versions: vec![Version {
                matter: self.matter.clone(),
                post: self.post.clone(),
                person: self.person.clone(),
                since: stamp.deed(),
            }],
            retired: None,
        };
        state.registers.items.insert(self.register_item.clone(), item);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let enter = |unit: &UnitId| {
            Some(Self {
                register_item: new_name(ask)?,
                unit: unit.clone(),
                matter: some_text()?,
                post: some_text(),
                person: Some(ask.by.clone()),
            })
        };
        ask.members_on(ask.today()).into_iter().filter_map(enter).collect()
    }
}
