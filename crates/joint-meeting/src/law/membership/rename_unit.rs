//! The act `rename_unit` records a unit's new name (更名).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::membership::by_office,
    state::{State, membership::Unit},
    terms::{
        deed::Stamp,
        id::{Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Date,
    },
};

record! {
    /// Records a unit's new name (更名).
    ///
    /// The office does this (`actor.is_office`); no other rule stands before it.
    ///
    /// It settles nothing. The unit bears the new name from the day that the act names, and on the days before that it
    /// keeps the name that it had.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RenameUnit, wire};
    ///
    /// let act = RenameUnit::new(
    ///     "urban-management".parse()?,
    ///     "区城市管理局".parse()?,
    ///     "reform of institutions".parse()?,
    ///     "2022-07-01".parse()?,
    /// );
    /// let json = r#"{
    ///     "type": "rename_unit", "unit": "urban-management", "name": "区城市管理局",
    ///     "basis": "reform of institutions", "from": "2022-07-01"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RenameUnit {
        /// The unit.
        pub unit: UnitId,
        /// The new name.
        pub name: Text,
        /// The paper on which it rests.
        pub basis: Text,
        /// The first day of the new name.
        pub from: Date,
    }
}

impl ActType for RenameUnit {
    type Names<'s> = &'s Unit;

    const GUARDS: &'static [Guard<Self>] = &[by_office()];

    const FREE: &'static [&'static str] = &["name", "basis", "from"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.unit)
    }

    fn apply(&self, _: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(unit) = state.membership.units.get_mut(&self.unit) {
            unit.names.insert(self.from, self.name.clone());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let rename = |unit: &UnitId| {
            Some(Self { unit: unit.clone(), name: some_text()?, basis: some_text()?, from: ask.today() })
        };
        ask.members_on(ask.today()).into_iter().take(1).filter_map(rename).collect()
    }
}
