//! The act `revise_register_item` revises an item of the register (修订职责项目).
//!
//! What is given takes the place of all that was there.

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::register::{CURRENT, KEPT, NAMES, somebody_is_named, was_current},
    state::{
        State,
        register::{RegisterEntry, RegisterItem},
    },
    terms::{
        deed::Stamp,
        id::{PersonId, RegisterItemId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
    },
};

record! {
    /// Revises an item of the register (修订职责项目); what is given takes the place of all that was there.
    ///
    /// The office may do it, and whoever acts for the unit of the item (`register.kept_by_unit_or_office`). The item
    /// must not have been retired by then (`register_item.is_current`), and names a post or a person again
    /// (`register.names_matter_unit_person`).
    ///
    /// It settles nothing. A new version of the item holds from now on; a post or a person that is left out is no
    /// longer named. The versions before are kept.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ReviseRegisterItem, wire};
    ///
    /// let act = ReviseRegisterItem::new("r1".parse()?, "vaccination of dogs and cats".parse()?)
    ///     .person("p24".parse()?);
    /// let json = r#"{
    ///     "type": "revise_register_item", "register_item": "r1", "matter": "vaccination of dogs and cats",
    ///     "person": "p24"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ReviseRegisterItem {
        /// The item that is revised.
        pub register_item: RegisterItemId,
        /// The matter (责任事项).
        pub matter: Text,
        /// The post that is responsible for it.
        optional pub post: Option<Text>,
        /// The person who is responsible for it (责任人员).
        optional pub person: Option<PersonId>,
    }
}

impl ActType for ReviseRegisterItem {
    type Names<'s> = &'s RegisterItem;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: KEPT, check: |it| it.keeps_register(Some(&it.names.unit)) },
        Guard { rule: NAMES, check: |it| somebody_is_named(it.act.post.as_ref(), it.act.person.as_ref()) },
        Guard { rule: CURRENT, check: |it| was_current(it.names, it.at) },
    ];

    const FREE: &'static [&'static str] = &["matter", "post", "person"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.register_item)
    }

    fn since(&self, item: &Self::Names<'_>) -> Option<Time> {
        item.versions.first().map(|it| it.since.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(person) = &self.person {
            state.membership.meet(person);
        }
        if let Some(item) = state.registers.items.get_mut(&self.register_item) {
            item.revise(RegisterEntry {
                matter: self.matter.clone(),
                post: self.post.clone(),
                person: self.person.clone(),
                since: stamp.deed(),
            });
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let revise = |(id, _): (&RegisterItemId, &UnitId)| {
            Some(Self {
                register_item: id.clone(),
                matter: some_text()?,
                post: some_text(),
                person: Some(ask.by.clone()),
            })
        };
        ask.state.registers().last_of_each_unit().filter_map(revise).collect()
    }
}
