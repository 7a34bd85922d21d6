//! The act `shorten_assignment` brings the due date of an assignment forward (提前时限).

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
        time::{Date, Time, day_before},
    },
};

record! {
    /// Brings the due date of an assignment forward (提前时限).
    ///
    /// Only the office may do it (`actor.is_office`), as long as the assignment is open (`assignment.is_open`): a result is not made
    /// late by what is entered after it. The new due date has not passed (`assignment.due_lies_ahead`) and is earlier than the old one
    /// (`assignment.shortening_is_earlier`).
    ///
    /// It settles nothing. From then on the assignment and the part of the cooperating units are owed by the new due
    /// date.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ShortenAssignment, wire};
    ///
    /// let act = ShortenAssignment::new("a1".parse()?, "2022-06-20".parse()?, "the season begins".parse()?);
    /// let json = r#"{
    ///     "type": "shorten_assignment", "assignment": "a1", "due": "2022-06-20", "reason": "the season begins"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ShortenAssignment {
        /// The assignment that is due earlier.
        pub assignment: AssignmentId,
        /// The new last day in time.
        pub due: Date,
        /// Why it is due earlier.
        pub reason: Text,
    }
}

impl ActType for ShortenAssignment {
    type Names<'s> = &'s Assignment;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard { rule: OPEN, check: |it| it.names.must_be_open() },
        Guard { rule: AHEAD, check: |it| it.due_lies_ahead(Some(it.act.due)) },
        Guard {
            rule: Rule::always(
                "assignment.shortening_is_earlier",
                "提前后的时限早于原时限",
                "the new due date is earlier than the old one",
            ),
            check: |it| match it.names.due {
                None => Err(Finding::Missing { what: vec!["due".to_owned()] }),
                Some(due) if it.act.due >= due => Err(Finding::NotAllowed {
                    value: it.act.due.to_string(),
                    allowed: vec![day_before(due).to_string()],
                }),
                Some(_) => Ok(()),
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
            deed::add(&mut assignment.handle(stamp.at).shortened, stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let shorten = |(id, it): (&AssignmentId, &Assignment)| {
            let due = day_before(it.due?);
            (due >= ask.today()).then_some(Self { assignment: id.clone(), due, reason: some_text()? })
        };
        ask.state.assignments().open().filter_map(shorten).collect()
    }
}
