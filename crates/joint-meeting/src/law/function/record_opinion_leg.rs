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
        action::by_unit_or_office,
        function::opinion::{CASE_OPEN, OFFICE_OR_UNIT, case_is_open},
    },
    state::{State, function::OpinionCase},
    terms::{
        deed::Stamp,
        id::{CaseId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
        time::Time,
        words::OpinionLeg,
    },
};

record! {
    /// Records what was done on one leg of a case of adverse online opinion (三同步之一).
    ///
    /// The office may do it, and whoever acts for a member unit (`work.recorded_by_unit_or_office`). The case must not
    /// be closed (`opinion.case_is_open`).
    ///
    /// It settles nothing. The leg counts as done, and may be recorded again; when all three are done, the case can be
    /// closed.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RecordOpinionLeg, wire, words::OpinionLeg};
    ///
    /// let act = RecordOpinionLeg::new(
    ///     "o1".parse()?,
    ///     OpinionLeg::LawfulHandling,
    ///     "a notice on the web".parse()?,
    /// );
    /// let json = r#"{
    ///     "type": "record_opinion_leg", "case": "o1", "leg": "lawful_handling",
    ///     "text": "a notice on the web"
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
    }
}

impl ActType for RecordOpinionLeg {
    type Names<'s> = &'s OpinionCase;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.needs(OFFICE_OR_UNIT, None)),
        Guard { rule: CASE_OPEN, check: |it| case_is_open(it.names) },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::of(MatterKind::Case, self.case.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.case)
    }

    fn since(&self, case: &Self::Names<'_>) -> Option<Time> {
        Some(case.opened.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(case) = state.functions.cases.get_mut(&self.case) {
            case.legs.insert(self.leg);
            case.last = case.last.max(stamp.at);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let functions = &ask.state.functions;
        let open = functions.open_cases.iter().filter_map(|id| Some((id, functions.cases.get(id)?)));
        open.flat_map(|(id, case)| {
            let legs = OpinionLeg::ALL.iter().filter(|it| !case.legs.contains(it));
            legs.filter_map(|leg| Some(Self { case: id.clone(), leg: *leg, text: some_text()? }))
        })
        .collect()
    }
}
