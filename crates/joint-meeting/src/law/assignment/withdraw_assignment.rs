//! The act `withdraw_assignment` withdraws an assignment, or ends it where another is in its place (撤回任务、改派).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Check, Guard, Rule, ensure},
        view::{Ask, Case},
    },
    law::{
        assignment::{OPEN, SETTLED, is_settled},
        membership::by_office,
    },
    state::{
        State,
        assignment::Assignment,
        decision::{AgendaItem, ItemStage},
    },
    terms::{
        deed::Stamp,
        id::{AssignmentId, ItemId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
        time::Time,
    },
};

record! {
    /// Withdraws an assignment (撤回任务), or ends it where another is in its place (改派).
    ///
    /// Only the office may do it (`actor.is_office`), as long as the assignment is open (`assignment.is_open`). It rests on a
    /// matter that was agreed or clarified after the assignment was made: what was agreed is taken back by what is agreed
    /// (`assignment.of_a_settled_matter`). A unit that the office chose can be relieved without that by another assignment
    /// of the same matter; one that the decision itself named cannot. That other assignment has been made by then, and has
    /// not been withdrawn (`assignment.replaced_by_another`).
    ///
    /// It settles nothing. The units owe nothing more under the assignment. A due date that had already passed stays
    /// missed.
    ///
    /// ```
    /// use joint_meeting::{Act, act::WithdrawAssignment, wire};
    ///
    /// let act = WithdrawAssignment::new("a1".parse()?, "the shelter is not built".parse()?).basis("i7".parse()?);
    /// let json = r#"{
    ///     "type": "withdraw_assignment", "assignment": "a1", "reason": "the shelter is not built", "basis": "i7"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct WithdrawAssignment {
        /// The assignment that is withdrawn.
        pub assignment: AssignmentId,
        /// Why it is withdrawn.
        pub reason: Text,
        /// The matter by which it is withdrawn.
        optional pub basis: Option<ItemId>,
        /// The assignment in its place, where there is one.
        optional pub replaced_by: Option<AssignmentId>,
    }
}

/// What the names of the act stand for.
pub(crate) struct Withdrawn<'s> {
    assignment: &'s Assignment,
    item: Option<&'s AgendaItem>,
    basis: Option<&'s AgendaItem>,
    replaced_by: Option<&'s Assignment>,
}

impl crate::kernel::resolver::Since for Withdrawn<'_> {
    fn since(&self) -> Option<Time> {
        let settled = self.basis.and_then(|it| it.settled).map(|it| it.at);
        let made = self.replaced_by.map(|it| it.made.at);
        Some(self.assignment.dated()).max(settled).max(made)
    }
}

impl ActType for WithdrawAssignment {
    type Names<'s> = Withdrawn<'s>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard { rule: OPEN, check: |it| it.names.assignment.must_be_open() },
        Guard { rule: SETTLED, check: has_basis },
        Guard {
            rule: Rule::always(
                "assignment.replaced_by_another",
                "代替该任务的是同一事项的另一任务，没有撤回",
                "the assignment in its place is another one of the same matter, which has not been withdrawn",
            ),
            check: replaced_by_another,
        },
    ];

    const FREE: &'static [&'static str] = &["reason", "basis", "replaced_by"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Assignment, &self.assignment))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let basis = names.known_if_named(self.basis.as_ref());
        let replaced_by = names.known_if_named(self.replaced_by.as_ref());
        let assignment = names.known(&self.assignment)?;
        let item = names.state.decisions.items.get(&assignment.item);
        Some(Withdrawn { assignment, item, basis: basis?, replaced_by: replaced_by? })
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let slice = &mut state.assignments;
        slice.open.remove(&self.assignment);
        let Some(assignment) = slice.assignments.get_mut(&self.assignment) else { return };
        assignment.set_due(None, stamp.at.date());
        assignment.handle(stamp.at).withdrawn = Some(stamp.deed());
        let (item, unit) = (assignment.item.clone(), assignment.unit.clone());
        let mut others = slice.of_item(&item);
        let has_another = others.any(|it| it.unit == unit && it.withdrawn().is_none());
        if let Some(item) = state.decisions.items.get_mut(&item)
            && !has_another
            && !item.named.contains(&unit)
        {
            item.tasked.remove(&unit);
        }
    }

    /// The candidates are, for each open assignment, that another is in its place, where there is one, and that the matter
    /// settled last is the ground.
    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let last = ask.lately_settled().next().map(|(id, _)| id);
        let withdraw = |id: &AssignmentId, basis: Option<&ItemId>, replaced_by: Option<&AssignmentId>| {
            let (basis, replaced_by) = (basis.cloned(), replaced_by.cloned());
            Some(Self { assignment: id.clone(), reason: some_text()?, basis, replaced_by })
        };
        let of_assignment = |(id, it): (&AssignmentId, &Assignment)| {
            let others = ask.state.assignments().of_item.get(&it.item);
            let another = others.into_iter().flatten().rev().find(|it| *it != id);
            let replaced = another.and_then(|it| withdraw(id, None, Some(it)));
            replaced.into_iter().chain(withdraw(id, last, None))
        };
        ask.state.assignments().open().flat_map(of_assignment).collect()
    }
}

/// Checks that what an assignment was withdrawn by was settled later, and weighs as much as what the assignment rests on.
fn has_basis(case: &Case<'_, WithdrawAssignment>) -> Check {
    let Withdrawn { assignment, item, basis, replaced_by } = case.names;
    let was_agreed = item.is_some_and(AgendaItem::is_agreed);
    let Some(basis) = basis else {
        let by_office = item.is_some_and(|it| !it.named.contains(&assignment.unit));
        return ensure(replaced_by.is_some() && by_office, || Finding::Missing {
            what: vec!["basis".to_owned()],
        });
    };
    is_settled(basis)?;
    ensure(!was_agreed || basis.is_agreed(), || Finding::state(basis.stage, &[ItemStage::Agreed]))?;
    ensure(basis.settled > Some(assignment.made), || Finding::Unwanted {
        what: case.act.basis.iter().map(ToString::to_string).collect(),
    })
}

fn replaced_by_another(case: &Case<'_, WithdrawAssignment>) -> Check {
    let Some(other) = case.names.replaced_by else { return Ok(()) };
    let is_another = case.act.replaced_by.as_ref() != Some(&case.act.assignment);
    ensure(is_another && other.item == case.names.assignment.item, || Finding::Unwanted {
        what: case.act.replaced_by.iter().map(ToString::to_string).collect(),
    })?;
    let withdrawn = other.withdrawn().is_some();
    ensure(!withdrawn, || Finding::state(Standing::Withdrawn, &[Standing::Current]))
}
