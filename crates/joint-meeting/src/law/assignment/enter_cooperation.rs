//! The act `enter_cooperation` records what a cooperating unit has done (配合情况).

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
    law::membership::by_unit,
    state::{State, assignment::Assignment},
    terms::{
        deed::{Stamp, is_done},
        id::{AssignmentId, Text, UnitId},
        matter::{MatterKind, MatterRef},
        record::record,
    },
};

record! {
    /// Records what a cooperating unit has done for an assignment (配合情况).
    ///
    /// Whoever acts for that unit may do it (`actor.acts_for_unit`), if the assignment names the unit as one that
    /// cooperates (`cooperation.by_a_named_unit`). It may come after the assignment is completed, but not after it
    /// was withdrawn (`cooperation.of_what_was_not_withdrawn`).
    ///
    /// It settles nothing. The record stands in the assignment, and fulfils the duty `cooperation.entered` of the unit.
    ///
    /// ```
    /// use joint_meeting::{Act, act::EnterCooperation, wire};
    ///
    /// let act = EnterCooperation::new("a1".parse()?, "health".parse()?, "two vets sent".parse()?);
    /// let json = r#"{
    ///     "type": "enter_cooperation", "assignment": "a1", "unit": "health", "text": "two vets sent"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct EnterCooperation {
        /// The assignment to which the unit contributed.
        pub assignment: AssignmentId,
        /// The unit that cooperates.
        pub unit: UnitId,
        /// What the unit has done.
        pub text: Text,
    }
}

impl ActType for EnterCooperation {
    type Names<'s> = &'s Assignment;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.acts_for(&it.act.unit)),
        Guard {
            rule: Rule::law(
                "cooperation.by_a_named_unit",
                "由该任务的配合单位办理",
                "the unit is named as one that cooperates",
            ),
            check: |it| {
                let since = it.names.made.at.date();
                ensure(it.is_answering(&it.act.unit, &it.names.cooperating, since), || {
                    Finding::StrangeUnits { units: vec![it.act.unit.clone()] }
                })
            },
        },
        Guard {
            rule: Rule::always(
                "cooperation.of_what_was_not_withdrawn",
                "该任务当时没有撤回",
                "the assignment had not been withdrawn by then",
            ),
            check: |it| {
                let withdrawn = is_done(it.names.withdrawn(), it.at);
                ensure(!withdrawn, || {
                    Finding::state(Standing::Withdrawn, &[Standing::Open, Standing::Completed])
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Assignment, &self.assignment))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.unit);
        names.known(&self.assignment)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(assignment) = state.assignments.assignments.get_mut(&self.assignment) {
            assignment.cooperated.entry(self.unit.clone()).or_default().push(stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> impl Iterator<Item = Self> {
        let enter =
            |id: &AssignmentId, unit: UnitId| Some(Self { assignment: id.clone(), unit, text: some_text()? });
        let open = ask.state.assignments().open();
        let units = |it: &Assignment| ask.answering(&it.cooperating, it.made.at.date());
        open.flat_map(move |(id, it)| units(it).into_iter().filter_map(move |unit| enter(id, unit)))
    }
}
