//! The act `return_assignment` returns the result of an assignment to be worked over (退回重办).

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
        assignment::{AHEAD, OnResult, with_result},
        membership::by_office,
    },
    state::{State, assignment::Assignment},
    terms::{
        deed::{self, Stamp},
        id::{AssignmentId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
        time::{Date, Time},
    },
};

record! {
    /// Returns the result of an assignment to be worked over (退回重办).
    ///
    /// Only the office may do it (`actor.is_office`), once the unit has completed the assignment, as long as the result has
    /// not been accepted (`assignment.result_is_not_accepted`). A new due date has not passed (`assignment.due_lies_ahead`).
    /// No charter need provide for this: it is recorded as what was done.
    ///
    /// It settles nothing. The assignment is open again, and the unit completes it anew. It is owed by the new due date or,
    /// where none is given, by the old one, if that has not passed. Otherwise no date is set, until one is with
    /// `extend_assignment`. By a due date that has passed the result came in time or late as it did.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ReturnAssignment, wire};
    ///
    /// let act = ReturnAssignment::new("a1".parse()?, "two streets are missing".parse()?)
    ///     .due("2022-07-20".parse()?);
    /// let json = r#"{
    ///     "type": "return_assignment", "assignment": "a1", "reason": "two streets are missing", "due": "2022-07-20"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ReturnAssignment {
        /// The assignment whose result is returned.
        pub assignment: AssignmentId,
        /// What is wanting in the result.
        pub reason: Text,
        /// The new last day in time.
        optional pub due: Option<Date>,
    }
}

impl OnResult for ReturnAssignment {
    fn assignment<'s>(names: &Self::Names<'s>) -> &'s Assignment {
        names
    }
}

impl ActType for ReturnAssignment {
    type Names<'s> = &'s Assignment;

    const GUARDS: &'static [Guard<Self>] =
        &[by_office(), with_result(), Guard { rule: AHEAD, check: |it| it.due_lies_ahead(it.act.due) }];

    const FREE: &'static [&'static str] = &["reason", "due"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Assignment, &self.assignment))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.assignment)
    }

    fn since(&self, assignment: &Self::Names<'_>) -> Option<Time> {
        assignment.completed.map(|it| it.at).max(Some(assignment.dated()))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let slice = &mut state.assignments;
        slice.open.insert(self.assignment.clone());
        let Some(assignment) = slice.assignments.get_mut(&self.assignment) else { return };
        let result = assignment.completed.take();
        let today = stamp.at.date();
        assignment.set_due(self.due.or(assignment.due.filter(|it| *it >= today)), today);
        let handled = assignment.handle(stamp.at);
        handled.results.extend(result);
        deed::add(&mut handled.returned, stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let give_back =
            |id: &AssignmentId| Some(Self { assignment: id.clone(), reason: some_text()?, due: None });
        ask.awaiting_acceptance().filter_map(give_back).collect()
    }
}
