//! The act `reopen_opinion_case` reopens a case of adverse online opinion (舆情重启).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::action::by_unit_or_office,
    state::{State, function::OpinionCase},
    terms::{
        deed::Stamp,
        id::{CaseId, Text},
        matter::{MatterKind, MatterRef},
        order,
        record::record,
    },
};

record! {
    /// Reopens a case of adverse online opinion that flares up again (舆情重启).
    ///
    /// The office may do it, and whoever acts for a unit that took it up or did something on one of its legs
    /// (`work.recorded_by_unit_or_office`). The case must be closed (`opinion.case_is_closed`). A case that was closed by
    /// mistake is not reopened: the record is corrected.
    ///
    /// It settles nothing. The case is open until it is closed again. What was done on its legs stands.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ReopenOpinionCase, wire};
    ///
    /// let act = ReopenOpinionCase::new("o1".parse()?, "the film is shown again".parse()?);
    /// let json = r#"{"type": "reopen_opinion_case", "case": "o1", "reason": "the film is shown again"}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ReopenOpinionCase {
        /// The case that is reopened.
        pub case: CaseId,
        /// Why it is reopened.
        pub reason: Text,
    }
}

impl ActType for ReopenOpinionCase {
    type Names<'s> = &'s OpinionCase;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.names.units)),
        Guard {
            rule: Rule::always("opinion.case_is_closed", "该舆情已经办结", "the case is closed"),
            check: |it| {
                let closed = it.names.closed.is_some();
                ensure(closed, || Finding::state(Standing::Open, &[Standing::Closed]))
            },
        },
    ];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Case, &self.case))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.case)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(case) = state.functions.cases.get_mut(&self.case) {
            case.closed = None;
            case.reopened.push(stamp.deed());
            case.last = case.last.max(stamp.at);
        }
        state.functions.open_cases.insert(self.case.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        const RECENT: usize = 12;
        let closed = ask.state.functions().cases.iter().filter_map(|(id, it)| Some((it.closed?, id)));
        let mut closed: Vec<_> = closed.collect();
        order::sort(&mut closed);
        let reopen = |(_, id): (_, &CaseId)| Some(Self { case: id.clone(), reason: some_text()? });
        closed.into_iter().rev().take(RECENT).filter_map(reopen).collect()
    }
}
