//! The act `move_functions` records that functions of a unit moved to another, while both go on (职能划转).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::{Resolver, Since},
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::{
        assignment::is_settled,
        membership::{by_office, of_standing_units},
    },
    state::{State, decision::AgendaItem},
    terms::{
        deed::Stamp,
        id::{ItemId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
    },
};

record! {
    /// Records that functions of a unit moved to another, while both go on (职能划转).
    ///
    /// The office does this (`actor.is_office`), on the paper that the act names; nobody of the body has to decide it. Neither
    /// unit has ended (`unit.has_not_ended`), and they are two (`functions.move_to_another`). The act names the matters that
    /// moved: they are settled, the first unit has a task in each of them or is bound by it, and they have not moved from it
    /// before (`functions.of_matters_that_bind`). How units merge or end is recorded by `merge_units` and `end_unit`, and who stays
    /// away from now on by `withdraw_unit`.
    ///
    /// It settles nothing. From then on these matters bind the other unit, as if it had consented in writing; the first gets no
    /// task in them any more (`assignment.unit_is_bound`); where the decision itself named it, it names the other. An assignment that is open under them is given to the
    /// other unit by `assign`, and taken from the first by `withdraw_assignment` with that assignment in its place. What was
    /// owed until then, and what the first unit said and signed, stays its own.
    ///
    /// ```
    /// use joint_meeting::{Act, act::MoveFunctions, wire};
    ///
    /// let act = MoveFunctions::new(
    ///     "health".parse()?,
    ///     "market".parse()?,
    ///     ["i1".parse()?],
    ///     "reform of institutions".parse()?,
    /// );
    /// let json = r#"{
    ///     "type": "move_functions", "unit": "health", "to": "market", "items": ["i1"], "basis": "reform of institutions"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct MoveFunctions {
        /// The unit that had the functions.
        pub unit: UnitId,
        /// The unit that has them now.
        pub to: UnitId,
        /// The matters that moved with them.
        pub items: Vec<ItemId>,
        /// The paper on which it rests.
        pub basis: Text,
    }
}

/// The matters that move.
pub(crate) struct Moved<'s>(Vec<&'s AgendaItem>);

impl Since for Moved<'_> {
    fn since(&self) -> Option<Time> {
        self.0.iter().filter_map(|it| it.settled).map(|it| it.at).max()
    }
}

impl ActType for MoveFunctions {
    type Names<'s> = Moved<'s>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_standing_units(|it| it.stand([&it.act.unit, &it.act.to])),
        Guard {
            rule: Rule::always(
                "functions.move_to_another",
                "职能划转给另一单位",
                "functions move to another unit",
            ),
            check: |it| {
                ensure(it.act.unit != it.act.to, || Finding::Unwanted { what: vec![it.act.to.to_string()] })
            },
        },
        Guard {
            rule: Rule::always(
                "functions.of_matters_that_bind",
                "随职能划转的是已经议定或者明确、原单位承担的事项",
                "what moves are matters that are settled, and in which the unit has a task or by which it is bound",
            ),
            check: |it| {
                ensure(!it.act.items.is_empty(), || Finding::TooFew { have: 0, need: 1 })?;
                it.names.0.iter().try_for_each(|item| is_settled(item))?;
                let falls_on = |(id, item): &(&ItemId, &&AgendaItem)| {
                    let unit = &it.act.unit;
                    let bound = item.tasked.contains(unit) || it.bond(id, item, unit).can_be_tasked();
                    bound && !item.moved.contains_key(unit)
                };
                let others = it.act.items.iter().zip(&it.names.0).filter(|it| !falls_on(it));
                let what: Vec<String> = others.map(|(id, _)| id.to_string()).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["basis"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let (unit, to) = (names.known(&self.unit), names.known(&self.to));
        let items: Vec<Option<&AgendaItem>> = self.items.iter().map(|it| names.known(it)).collect();
        unit.zip(to)?;
        items.into_iter().collect::<Option<Vec<_>>>().map(Moved)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        for id in &self.items {
            let has_task = state.assignments.of_item(id).any(|it| it.unit == self.unit);
            let membership = &state.membership;
            let Some(item) = state.decisions.items.get_mut(id) else { continue };
            item.moved.insert(self.unit.clone(), stamp.at);
            item.moved.remove(&self.to);
            item.undertaken.entry(self.to.clone()).or_insert(stamp.at);
            let (since, on) = (item.settled.unwrap_or(item.put).at.date(), (stamp.at.date(), stamp.no));
            let stands_for = |it: &UnitId| membership.in_place_of(it, since, on).contains(&self.unit);
            if let Some(named) = item.named.iter_mut().find(|it| **it == self.unit || stands_for(it)) {
                *named = self.to.clone();
                item.tasked.insert(self.to.clone());
                if !has_task {
                    item.tasked.remove(&self.unit);
                }
            }
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let members = ask.members_on(ask.today());
        let moves = |(id, item): (&ItemId, &AgendaItem)| {
            let unit = item.tasked.iter().chain(&item.binds).next()?;
            let to = members.iter().rev().find(|it| **it != unit)?;
            let (unit, to, items) = (unit.clone(), (*to).clone(), vec![id.clone()]);
            Some(Self { unit, to, items, basis: some_text()? })
        };
        ask.lately_settled().filter_map(moves).take(1).collect()
    }
}
