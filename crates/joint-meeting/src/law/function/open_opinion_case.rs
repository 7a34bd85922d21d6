//! The act `open_opinion_case` opens a case of adverse online opinion (网络负面舆情).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, new_name, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::action::{by_unit_or_office, known_units},
    state::{State, function::OpinionCase},
    terms::{
        deed::Stamp,
        id::{CaseId, Text, UnitId},
        matter::MatterRef,
        record::record,
        sorted::Set,
    },
};

record! {
    /// Opens a case of adverse online opinion (网络负面舆情).
    ///
    /// The office may do it, and whoever acts for the unit that takes the case up (`work.recorded_by_unit_or_office`);
    /// without a unit only the office may.
    ///
    /// It settles nothing. The case is open until it is closed: what is done on each of its three legs is recorded in
    /// it.
    ///
    /// ```
    /// use joint_meeting::{Act, act::OpenOpinionCase, wire};
    ///
    /// let act = OpenOpinionCase::new("o1".parse()?, "a film of a dog bite".parse()?).unit("cyberspace".parse()?);
    /// let json = r#"{
    ///     "type": "open_opinion_case", "case": "o1", "matter": "a film of a dog bite", "unit": "cyberspace"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct OpenOpinionCase {
        /// The new name of the case here.
        pub case: CaseId,
        /// What the case is about.
        pub matter: Text,
        /// The unit that takes it up. If there is none, the office did.
        optional pub unit: Option<UnitId>,
    }
}

impl ActType for OpenOpinionCase {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[by_unit_or_office(|it| it.records_for(&it.act.unit))];

    const FREE: &'static [&'static str] = &["case", "matter"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, &self.unit);
        names.free(&self.case)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let case = OpinionCase {
            opened: stamp.deed(),
            legs: Set::new(),
            units: self.unit.iter().cloned().collect(),
            closed: None,
            reopened: Vec::new(),
            last: stamp.at,
        };
        state.functions.cases.insert(self.case.clone(), case);
        state.functions.open_cases.insert(self.case.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = |unit| Some(Self { case: new_name()?, matter: some_text()?, unit });
        std::iter::once(None).chain(ask.some_member().map(Some)).filter_map(made).collect()
    }
}
