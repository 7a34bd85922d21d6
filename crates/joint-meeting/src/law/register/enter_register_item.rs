//! The act `enter_register_item` enters a matter in a unit's responsibility register (列入职责项目).

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
        register::{RegisterEntry, RegisterItem},
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
    ///
    /// The office may do it, and whoever acts for the unit (`register.kept_by_unit_or_office`), which must be a member
    /// unit that day (`unit.is_member`). The item names the post or the person who is responsible, or both
    /// (`register.names_matter_unit_person`).
    ///
    /// It settles nothing. The item is current until it is retired, and the unit has something to adopt. Whether a post
    /// without a person suffices is judged by the duty `register.complete`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::EnterRegisterItem, wire};
    ///
    /// let act = EnterRegisterItem::new("r1".parse()?, "health".parse()?, "vaccination of dogs".parse()?)
    ///     .post("deputy head".parse()?)
    ///     .person("p24".parse()?);
    /// let json = r#"{
    ///     "type": "enter_register_item", "register_item": "r1", "unit": "health",
    ///     "matter": "vaccination of dogs", "post": "deputy head", "person": "p24"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct EnterRegisterItem {
        /// The new name of the item.
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
        if let Some(person) = &self.person {
            state.membership.meet(person);
        }
        state.registers.current.entry(self.unit.clone()).or_default().insert(self.register_item.clone());
        let item = RegisterItem {
            unit: self.unit.clone(),
            versions: vec![RegisterEntry {
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
                register_item: new_name()?,
                unit: unit.clone(),
                matter: some_text()?,
                post: some_text(),
                person: Some(ask.by.clone()),
            })
        };
        ask.members_on(ask.today()).into_iter().filter_map(enter).collect()
    }
}
