//! The act `record_contact` records a contact between a unit and the office (日常联系对接).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::{
        action::{by_unit_or_office, known_units},
        membership::of_members,
    },
    state::State,
    terms::{
        deed::Stamp,
        id::{Text, UnitId},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Records a contact between a unit and the office (日常联系对接).
    pub struct RecordContact {
        /// The unit.
        pub unit: UnitId,
        /// What it was about.
        pub text: Text,
    }
}

impl ActType for RecordContact {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for([&it.act.unit])),
        of_members(|it| it.members_all([&it.act.unit])),
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, [&self.unit]);
        Some(())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.functions.contacts.entry(self.unit.clone()).or_default().note(stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || Some(Self { unit: ask.some_member()?, text: some_text()? });
        made().into_iter().collect()
    }
}
