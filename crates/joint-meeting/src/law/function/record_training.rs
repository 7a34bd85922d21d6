//! The act `record_training` records training (业务培训).

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
    /// Records training in which units took part (业务培训).
    ///
    /// The office may do it, and whoever acts for one of the units (`work.recorded_by_unit_or_office`), which the
    /// record names (`work.names_its_units`).
    ///
    /// It settles nothing, and nothing else follows from it: the entry counts for the functions of which the charter
    /// says that this act serves them (`function.served_yearly`).
    ///
    /// ```
    /// use joint_meeting::{Act, act::RecordTraining, wire};
    ///
    /// let act = RecordTraining::new(["health".parse()?, "market".parse()?], "rabies".parse()?);
    /// let json = r#"{
    ///     "type": "record_training", "units": ["health", "market"], "topic": "rabies"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RecordTraining {
        /// The units that took part.
        pub units: Vec<UnitId>,
        /// What the training was about.
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
