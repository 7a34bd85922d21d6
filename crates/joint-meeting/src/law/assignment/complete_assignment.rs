//! The act `complete_assignment` completes an assignment (办结).

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
        time::Time,
    },
};

record! {
    /// Completes an assignment (办结).
    ///
    /// Whoever acts for the assigned unit may do it (`assignment.by_its_unit`), once, unless the office returns the result:
    /// the assignment must be open (`assignment.is_open`). What was completed before the assignment was withdrawn can be entered
    /// after that.
    ///
    /// It settles nothing. The assignment is closed, so that it can be neither reported on nor extended after that. What
    /// was reported, or what time was given, stands beside the completion, in whatever order they are entered. This
    /// fulfils the duty `assignment.completed`, late if the due date has passed, and the duty `assignment.reported`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::CompleteAssignment, wire};
    ///
    /// let act = CompleteAssignment::new("a1".parse()?, "all dogs are registered".parse()?);
    /// let json = r#"{
    ///     "type": "complete_assignment", "assignment": "a1", "result": "all dogs are registered"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct CompleteAssignment {
        /// The assignment that is completed.
        pub assignment: AssignmentId,
        /// What came of the assignment.
        pub result: Text,
    }
}

impl ActType for CompleteAssignment {
    type Names<'s> = &'s Assignment;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: ITS_UNIT, check: |it| it.acts_for_assigned(it.names) },
        Guard { rule: OPEN, check: |it| it.may_be_completed(it.names) },
    ];

    const FREE: &'static [&'static str] = &["result"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Assignment, &self.assignment))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.assignment)
    }

    /// A result that was returned is worked over after that.
    fn since(&self, assignment: &Self::Names<'_>) -> Option<Time> {
        let returned = assignment.handled().and_then(|it| it.returned.last());
        Some(returned.map_or(assignment.made.at, |it| it.at.max(assignment.made.at)))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.assignments.open.remove(&self.assignment);
        if let Some(assignment) = state.assignments.assignments.get_mut(&self.assignment) {
            assignment.completed = Some(stamp.deed());
            assignment.last = assignment.last.max(stamp.at);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let complete = |(id, _): (&AssignmentId, &Assignment)| {
            Some(Self { assignment: id.clone(), result: some_text()? })
        };
        ask.state.assignments().open().filter_map(complete).collect()
    }
}
