//! The act `record_good_practice` records a good practice of a unit, to be spread (经验做法).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::action::{by_unit_or_office, known_units},
    state::State,
    terms::{
        deed::Stamp,
        id::{Text, UnitId},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Records a good practice of a unit, to be spread (经验做法).
    ///
    /// The office may do it, and whoever acts for the unit (`work.recorded_by_unit_or_office`).
    ///
    /// It settles nothing, and nothing else follows from it: the entry counts for the functions of which the charter
    /// says that this act serves them (`function.served_yearly`).
    ///
    /// ```
    /// use joint_meeting::{Act, act::RecordGoodPractice, wire};
    ///
    /// let act = RecordGoodPractice::new("market".parse()?, "a stall for licences".parse()?);
    /// let json = r#"{
    ///     "type": "record_good_practice", "unit": "market", "practice": "a stall for licences"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RecordGoodPractice {
        /// The unit whose practice it is.
        pub unit: UnitId,
        /// What the practice is.
        pub practice: Text,
    }
}

impl ActType for RecordGoodPractice {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[by_unit_or_office(|it| it.records_for([&it.act.unit]))];

    const FREE: &'static [&'static str] = &["practice"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, [&self.unit]);
        Some(())
    }

    fn apply(&self, _: Stamp<'_>, _: &Outcome, _: &mut State, _: &Charter) {}

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || Some(Self { unit: ask.some_member()?, practice: some_text()? });
        made().into_iter().collect()
    }
}
