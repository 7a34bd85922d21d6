//! The act `extend_assignment` extends the time for an assignment, or sets one (延期).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule},
        view::Ask,
    },
    law::{
        assignment::{AHEAD, OPEN},
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
    /// Extends the time for an assignment, or sets one (延期).
    ///
    /// Only the office may do it (`actor.is_office`), as long as the assignment was open then (`assignment.is_open`). The new
    /// due date has not passed (`assignment.due_lies_ahead`) and is later than the old one
    /// (`assignment.extension_is_later`).
    ///
    /// It settles nothing. From then on the assignment and the part of the cooperating units are owed by the new due
    /// date. A due date that had already passed stays missed, and is judged besides the new one.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ExtendAssignment, wire};
    ///
    /// let act = ExtendAssignment::new("a1".parse()?, "2022-07-31".parse()?, "vets are ill".parse()?);
    /// let json = r#"{
    ///     "type": "extend_assignment", "assignment": "a1", "due": "2022-07-31", "reason": "vets are ill"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ExtendAssignment {
        /// The assignment that is extended.
        pub assignment: AssignmentId,
        /// The new last day in time.
        pub due: Date,
        /// Why the assignment is extended.
        pub reason: Text,
    }
}

impl ActType for ExtendAssignment {
    type Names<'s> = &'s Assignment;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard { rule: OPEN, check: |it| it.was_open(it.names) },
        Guard { rule: AHEAD, check: |it| it.due_lies_ahead(Some(it.act.due)) },
        Guard {
            rule: Rule::always(
                "assignment.extension_is_later",
                "延期后的时限晚于原时限",
                "the new due date is later than the old one",
            ),
            check: |it| match it.names.due {
                Some(due) if it.act.due <= due => Err(Finding::Differs {
                    found: it.act.due.to_string(),
                    expected: crate::terms::time::day_after(due).to_string(),
                }),
                _ => Ok(()),
            },
        },
    ];

    const FREE: &'static [&'static str] = &["due", "reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Assignment, &self.assignment))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.assignment)
    }

    fn since(&self, assignment: &Self::Names<'_>) -> Option<Time> {
        Some(assignment.dated())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(assignment) = state.assignments.assignments.get_mut(&self.assignment) {
            assignment.set_due(Some(self.due), stamp.at.date());
            deed::add(&mut assignment.extended, stamp.deed());
            assignment.last = assignment.last.max(stamp.at);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let extend = |(id, it): (&AssignmentId, &Assignment)| {
            let due = it.due.map_or(ask.today(), |due| crate::terms::time::day_after(due).max(ask.today()));
            Some(Self { assignment: id.clone(), due, reason: some_text()? })
        };
        ask.state.assignments().open().filter_map(extend).collect()
    }
}
