//! The act `consent_to_task` consents in writing to a task for a unit the decision does not bind (书面同意承担任务).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        transition,
        view::Ask,
    },
    law::assignment::{SETTLED, bond::Bond, is_settled},
    state::{State, decision::AgendaItem},
    terms::{
        deed::Stamp,
        id::{ItemId, UnitId},
        matter::MatterRef,
        record::record,
        words::Role,
    },
};

record! {
    /// Consents in writing to a task for a unit that the decision does not bind (书面同意承担任务).
    ///
    /// The responsible person of the unit does this or, for a member unit, also its member
    /// (`task.consented_by_responsible_person`). The matter must have been agreed or clarified
    /// (`assignment.of_a_settled_matter`), and the unit consents once (`task.consented_once`).
    ///
    /// It settles nothing. A task under the matter binds the unit from then on: the unit can be assigned it
    /// (`assignment.unit_is_bound`), and a document that gives it the task can be issued
    /// (`document.tasked_units_have_undertaken`).
    ///
    /// ```
    /// use joint_meeting::{Act, act::ConsentToTask, wire};
    ///
    /// let act = ConsentToTask::new("i1".parse()?, "market".parse()?);
    /// assert_eq!(Act::from(act), wire::from_str(r#"{"type": "consent_to_task", "item": "i1", "unit": "market"}"#)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ConsentToTask {
        /// The matter in which the task lies.
        pub item: ItemId,
        /// The unit that takes on the task.
        pub unit: UnitId,
    }
}

impl ActType for ConsentToTask {
    type Names<'s> = &'s AgendaItem;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "task.consented_by_responsible_person",
                "由该单位负责人或者成员书面同意",
                "the responsible person or the member of the unit consents in writing",
            ),
            check: |it| {
                // A unit from outside has no member.
                let roles: &[Role] = match it.is_member(&it.act.unit, it.today()) {
                    true => &[Role::ResponsiblePerson, Role::Member],
                    false => &[Role::ResponsiblePerson],
                };
                it.speaks(&it.act.unit, it.today(), roles)
            },
        },
        Guard { rule: SETTLED, check: |it| is_settled(it.names) },
        Guard {
            rule: Rule::always("task.consented_once", "尚未同意", "the unit has not yet consented"),
            check: |it| {
                ensure(!it.names.undertaken.contains_key(&it.act.unit), || {
                    Finding::state(Standing::Consented, &[Standing::NotConsented])
                })
            },
        },
    ];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_item(&self.item, &state.decisions)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.unit);
        names.known(&self.item)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(item) = state.decisions.items.get_mut(&self.item) {
            item.undertaken.insert(self.unit.clone(), stamp.at);
        }
    }

    fn candidates(ask: &Ask<'_>) -> impl Iterator<Item = Self> {
        let of_item = move |(id, item)| {
            let is_bound = move |it: &UnitId| matches!(ask.bond(id, item, it), Bond::Bound(_));
            let units = ask.units_about(id, item).into_iter().filter(move |it| !is_bound(it));
            units.map(move |unit| Self { item: id.clone(), unit })
        };
        ask.lately_settled().flat_map(of_item)
    }
}
