//! `record_training`: records training (业务培训).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::action::{by_unit_or_office, known_units, names_units, of_named_units},
    state::State,
    terms::{
        deed::Stamp,
        id::{Text, UnitId},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Records training (业务培训).
    pub struct RecordTraining {
        /// The units that took part.
        pub units: Vec<UnitId>,
        /// What it was about.
        pub topic: Text,
    }
}

impl ActType for RecordTraining {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.act.units)),
        of_named_units(|it| names_units(&it.act.units)),
    ];

    const FREE: &'static [&'static str] = &["units", "topic"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, &self.units);
        Some(())
    }

    fn apply(&self, _: Stamp<'_>, _: &Outcome, _: &mut State, _: &Charter) {}

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let units = || ask.members_on(ask.today()).into_iter().cloned().collect();
        some_text().into_iter().map(|topic| Self { units: units(), topic }).collect()
    }
}
