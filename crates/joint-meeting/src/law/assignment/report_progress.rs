//! `report_progress`: reports how an assignment gets on (报告进展).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::assignment::{ITS_UNIT, OPEN, is_open},
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
    pub struct ReportProgress {
        /// The assignment.
        pub assignment: AssignmentId,
        /// How it gets on.
        pub text: Text,
    }
}

impl ActType for ReportProgress {
    type Names<'s> = &'s Assignment;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: ITS_UNIT, check: |it| it.acts_for(&it.names.unit) },
        Guard { rule: OPEN, check: |it| is_open(it.names) },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::of(MatterKind::Assignment, self.assignment.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.assignment)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(assignment) = state.assignments.assignments.get_mut(&self.assignment) {
            assignment.progress.push(stamp.deed());
            assignment.last = stamp.at;
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let report =
            |(id, _): (&AssignmentId, &Assignment)| Some(Self { assignment: id.clone(), text: some_text()? });
        ask.state.assignments.open().filter_map(report).collect()
    }
}
