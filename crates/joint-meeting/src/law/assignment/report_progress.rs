//! The act `report_progress` reports how an assignment gets on (报告进展).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::assignment::{ITS_UNIT, OPEN},
    state::{State, assignment::Assignment},
    terms::{
        deed::Stamp,
        id::{AssignmentId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
    },
};

record! {
    /// Reports how an assignment gets on (报告进展).
    ///
    /// Whoever acts for the assigned unit may do it (`assignment.by_its_unit`), as long as the assignment was open then
    /// (`assignment.is_open`).
    ///
    /// It settles nothing. The report stands in the assignment, and fulfils the duty `assignment.reported`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ReportProgress, wire};
    ///
    /// let act = ReportProgress::new("a1".parse()?, "half of the dogs are registered".parse()?);
    /// let json = r#"{
    ///     "type": "report_progress", "assignment": "a1", "text": "half of the dogs are registered"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ReportProgress {
        /// The assignment that is reported on.
        pub assignment: AssignmentId,
        /// How the assignment gets on.
        pub text: Text,
    }
}

impl ActType for ReportProgress {
    type Names<'s> = &'s Assignment;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: ITS_UNIT, check: |it| it.acts_for_assigned(it.names) },
        Guard { rule: OPEN, check: |it| it.was_open(it.names) },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Assignment, &self.assignment))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.assignment)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(assignment) = state.assignments.assignments.get_mut(&self.assignment) {
            assignment.progress.push(stamp.deed());
            assignment.last = assignment.last.max(stamp.at);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let report =
            |(id, _): (&AssignmentId, &Assignment)| Some(Self { assignment: id.clone(), text: some_text()? });
        ask.state.assignments().open().filter_map(report).collect()
    }
}
