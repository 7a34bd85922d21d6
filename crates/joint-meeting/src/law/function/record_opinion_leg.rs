//! The act `record_opinion_leg` records what was done on one leg of an opinion case (三同步之一).

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
        function::opinion::{CASE_OPEN, was_open},
    },
    state::{State, function::OpinionCase},
    terms::{
        deed::Stamp,
        id::{CaseId, Text, UnitId},
        matter::{MatterKind, MatterRef},
        record::record,
        time::Time,
        words::OpinionLeg,
    },
};

record! {
    /// Records what was done on one leg of a case of adverse online opinion (三同步之一).
    ///
    /// The office may do it, and whoever acts for the unit that did it (`work.recorded_by_unit_or_office`); without a
    /// unit only the office may. The case must not have been closed by then (`opinion.case_is_open`).
    ///
    /// It settles nothing. The leg counts as done, and may be recorded again; when all three are done, the case can be
    /// closed. The unit counts as one that took part in the case.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RecordOpinionLeg, wire, words::OpinionLeg};
    ///
    /// let act = RecordOpinionLeg::new(
    ///     "o1".parse()?,
    ///     OpinionLeg::LawfulHandling,
    ///     "a notice on the web".parse()?,
    /// )
    /// .unit("police".parse()?);
    /// let json = r#"{
    ///     "type": "record_opinion_leg", "case": "o1", "leg": "lawful_handling",
    ///     "text": "a notice on the web", "unit": "police"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RecordOpinionLeg {
        /// The case on which something was done.
        pub case: CaseId,
        /// The leg on which it was done.
        pub leg: OpinionLeg,
        /// What was done.
        pub text: Text,
        /// The unit that did it. If there is none, the body did.
        optional pub unit: Option<UnitId>,
    }
}

impl ActType for RecordOpinionLeg {
    type Names<'s> = &'s OpinionCase;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.act.unit)),
        Guard { rule: CASE_OPEN, check: |it| was_open(it.names, it.at) },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Case, &self.case))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        known_units(names, &self.unit);
        names.known(&self.case)
    }

    fn since(&self, case: &Self::Names<'_>) -> Option<Time> {
        Some(case.opened.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(case) = state.functions.cases.get_mut(&self.case) {
            case.legs.insert(self.leg);
            case.units.extend(self.unit.clone());
            case.last = case.last.max(stamp.at);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let functions = ask.state.functions();
        let open = functions.open_cases.iter().filter_map(|id| Some((id, functions.cases.get(id)?)));
        open.flat_map(|(id, case)| {
            let legs = OpinionLeg::ALL.iter().filter(|it| !case.legs.contains(it));
            let units = || std::iter::once(None).chain(ask.some_member().map(Some));
            let leg =
                |leg: &OpinionLeg, unit| Some(Self { case: id.clone(), leg: *leg, text: some_text()?, unit });
            legs.flat_map(move |it| units().filter_map(move |unit| leg(it, unit)))
        })
        .collect()
    }
}
