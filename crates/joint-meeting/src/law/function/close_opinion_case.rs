//! The act `close_opinion_case` closes a case of adverse online opinion (舆情办结).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, remedy},
        view::Ask,
        word::word,
    },
    law::{
        action::by_unit_or_office,
        function::opinion::{CASE_OPEN, was_open},
    },
    state::{State, function::OpinionCase},
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::CaseId,
        matter::{MatterKind, MatterRef},
        record::record,
        words::{OpinionLeg, Role},
    },
};

record! {
    /// Closes a case of adverse online opinion (舆情办结).
    ///
    /// The office may do it, and whoever acts for a unit that took it up or did something on one of its legs
    /// (`work.recorded_by_unit_or_office`). The case must not be closed already (`opinion.case_is_open`), and something
    /// must have been done on each of its three legs (`opinion.all_three_legs`).
    ///
    /// It settles nothing. Nothing done since can be recorded in the case.
    ///
    /// ```
    /// use joint_meeting::{Act, act::CloseOpinionCase, wire};
    ///
    /// let act = CloseOpinionCase::new("o1".parse()?);
    /// assert_eq!(Act::from(act), wire::from_str(r#"{"type": "close_opinion_case", "case": "o1"}"#)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct CloseOpinionCase {
        /// The case that is closed.
        pub case: CaseId,
    }
}

impl ActType for CloseOpinionCase {
    type Names<'s> = &'s OpinionCase;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.names.units)),
        Guard { rule: CASE_OPEN, check: |it| was_open(it.names, it.recorded_at) },
        Guard {
            rule: Rule::law(
                "opinion.all_three_legs",
                "依法处置、舆论引导、社会面管控三同步",
                "lawful handling, public guidance and social control went together",
            )
            .cured_by(&[remedy(ActKind::RecordOpinionLeg, &[Role::Office, Role::MemberUnit])]),
            check: |it| {
                let missing = OpinionLeg::ALL.iter().filter(|leg| !it.names.legs.contains(leg));
                let missing: Vec<String> = missing.map(word).collect();
                ensure(missing.is_empty(), || Finding::Missing { what: missing })
            },
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Case, &self.case))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.case)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(case) = state.functions.cases.get_mut(&self.case) {
            case.closed = Some(stamp.deed());
            case.last = case.last.max(stamp.at);
        }
        state.functions.open_cases.remove(&self.case);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        ask.state.functions().open_cases.iter().map(|it| Self { case: it.clone() }).collect()
    }
}
