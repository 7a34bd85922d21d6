//! `record_guidance`: records guidance given to others (指导).
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
    law::{
        action::{by_unit_or_office, known_units},
        function::known_clauses,
    },
    state::{State, function::Guidance},
    terms::{
        deed::Stamp,
        id::{ClauseId, Text, UnitId},
        matter::MatterRef,
        record::record,
        words::Grassroots,
    },
};

record! {
    /// Records guidance given to others (指导).
    pub struct RecordGuidance {
        /// The unit that gave it; if none, the body did.
        optional pub unit: Option<UnitId>,
        /// To whom: a street, a department, a trade body.
        pub to: Text,
        /// What it was about.
        pub topic: Text,
        /// The forces at the grass roots that it brings in.
        optional pub forces: Vec<Grassroots>,
        /// The clauses it serves.
        optional pub serves: Vec<ClauseId>,
    }
}

impl ActType for RecordGuidance {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[by_unit_or_office(|it| it.records_for(&it.act.unit))];

    const FREE: &'static [&'static str] = &["to", "topic", "forces", "serves"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, &self.unit);
        known_clauses(names, &self.serves);
        Some(())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.functions.serve_all(&self.serves, stamp.deed());
        state.functions.guidance.push(Guidance {
            unit: self.unit.clone(),
            serves: self.serves.clone(),
            names_forces: !self.forces.is_empty(),
            given: stamp.deed(),
        });
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let guide = |unit: Option<UnitId>| {
            let (to, topic) = (some_text()?, some_text()?);
            Some(Self { unit, to, topic, forces: Grassroots::ALL.to_vec(), serves: Vec::new() })
        };
        std::iter::once(None).chain(ask.some_member().map(Some)).filter_map(guide).collect()
    }
}
