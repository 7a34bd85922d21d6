//! The act `accept_result` accepts the result of an assignment (验收销号).

use crate::{
    charter::Charter,
    kernel::{act::ActType, outcome::Outcome, resolver::Resolver, rule::Guard, view::Ask},
    law::{
        assignment::{OnResult, with_result},
        membership::by_office,
    },
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
    /// Accepts the result of an assignment and strikes it off the list (验收销号).
    ///
    /// Only the office may do it (`actor.is_office`), once the unit has completed the assignment
    /// (`assignment.result_is_not_accepted`). No charter need provide for this: it is recorded as what was done, and no
    /// duty waits for it. The completion of a unit that only told the office of it is entered with `complete_assignment`,
    /// by whoever told it; an assignment that is to be struck off without a result is withdrawn with `withdraw_assignment`.
    ///
    /// It settles nothing. The result can be returned no more.
    ///
    /// ```
    /// use joint_meeting::{Act, act::AcceptResult, wire};
    ///
    /// let act = AcceptResult::new("a1".parse()?).opinion("seen on the spot".parse()?);
    /// let json = r#"{"type": "accept_result", "assignment": "a1", "opinion": "seen on the spot"}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct AcceptResult {
        /// The assignment whose result is accepted.
        pub assignment: AssignmentId,
        /// What the office found (验收意见).
        optional pub opinion: Option<Text>,
    }
}

impl OnResult for AcceptResult {
    fn assignment<'s>(names: &Self::Names<'s>) -> &'s Assignment {
        names
    }
}

impl ActType for AcceptResult {
    type Names<'s> = &'s Assignment;

    const GUARDS: &'static [Guard<Self>] = &[by_office(), with_result()];

    const FREE: &'static [&'static str] = &["opinion"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Assignment, &self.assignment))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.assignment)
    }

    fn since(&self, assignment: &Self::Names<'_>) -> Option<Time> {
        assignment.completed.map(|it| it.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(assignment) = state.assignments.assignments.get_mut(&self.assignment) {
            assignment.handle(stamp.at).accepted = Some(stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        ask.awaiting_acceptance().map(|it| Self { assignment: it.clone(), opinion: None }).collect()
    }
}
