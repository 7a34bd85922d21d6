//! The act `retire_register_item` takes an item out of the register (撤销职责项目).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::register::{CURRENT, KEPT, was_current},
    state::{
        State,
        register::{RegisterItem, Registers},
    },
    terms::{
        deed::Stamp,
        id::{RegisterItemId, Text, UnitId},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Takes an item out of the register (撤销职责项目).
    ///
    /// The office may do it, and whoever acts for the unit of the item (`register.kept_by_unit_or_office`). The item
    /// must not have been retired already (`register_item.is_current`).
    ///
    /// It settles nothing. The item is no longer current and cannot be revised; its versions are kept.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RetireRegisterItem, wire};
    ///
    /// let act = RetireRegisterItem::new("r1".parse()?, "the matter has gone to another unit".parse()?);
    /// let json = r#"{
    ///     "type": "retire_register_item", "register_item": "r1",
    ///     "reason": "the matter has gone to another unit"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RetireRegisterItem {
        /// The item that is retired.
        pub register_item: RegisterItemId,
        /// Why the item is retired.
        pub reason: Text,
    }
}

impl ActType for RetireRegisterItem {
    type Names<'s> = &'s RegisterItem;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: KEPT, check: |it| it.keeps_register(Some(&it.names.unit)) },
        Guard { rule: CURRENT, check: |it| was_current(it.names, it.recorded_at) },
    ];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.register_item)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let Registers { items, current, .. } = &mut *state.registers;
        if let Some(item) = items.get_mut(&self.register_item) {
            item.retired = Some(stamp.deed());
            if let Some(of_unit) = current.get_mut(&item.unit) {
                of_unit.remove(&self.register_item);
            }
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let retire = |(id, _): (&RegisterItemId, &UnitId)| {
            Some(Self { register_item: id.clone(), reason: some_text()? })
        };
        ask.state.registers().last_of_each_unit().filter_map(retire).collect()
    }
}
