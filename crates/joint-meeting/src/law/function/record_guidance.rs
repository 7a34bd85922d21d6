//! The act `record_guidance` records guidance given to others (指导).

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
    /// Records guidance given to others (指导) by a unit or by the body.
    ///
    /// The office may do it, and whoever acts for the unit that gave the guidance (`work.recorded_by_unit_or_office`);
    /// for guidance by the body only the office may. The clauses it serves must be clauses of the charter.
    ///
    /// It settles nothing. The guidance shows that the duty `guidance.given` is met for the clauses that it names, or
    /// for all if it names none; if forces at the grass roots are named, also the duty
    /// `guidance.brings_in_the_grassroots`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RecordGuidance, wire, words::Grassroots};
    ///
    /// let act = RecordGuidance::new("the departments of the streets".parse()?, "vaccination".parse()?)
    ///     .unit("health".parse()?)
    ///     .forces([Grassroots::GridWorker, Grassroots::Volunteer]);
    /// let json = r#"{
    ///     "type": "record_guidance", "unit": "health", "to": "the departments of the streets",
    ///     "topic": "vaccination", "forces": ["grid_worker", "volunteer"]
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RecordGuidance {
        /// The unit that gave the guidance. If there is none, the body did.
        optional pub unit: Option<UnitId>,
        /// To whom it was given: a street, a department, a trade body.
        pub to: Text,
        /// What the guidance was about.
        pub topic: Text,
        /// The forces at the grass roots that the guidance brings in.
        optional pub forces: Vec<Grassroots>,
        /// The clauses that the guidance serves.
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
