//! The act `regroup_joint_action` changes which units take part in a joint action (调整参加单位).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::{
        action::{known_units, of_enough_units},
        membership::{by_office, of_standing_units},
    },
    state::{
        State,
        action::{ActionStage, JointAction},
    },
    terms::{
        deed::Stamp,
        id::{ActionId, Text, UnitId},
        matter::{MatterKind, MatterRef},
        record::record,
        sorted::Set,
    },
};

record! {
    /// Changes which units take part in a joint action (调整参加单位): some join it, some leave it.
    ///
    /// Only the office may do it (`actor.is_office`), as long as the action has not ended (`action.has_not_ended`). Units that
    /// join have not ended (`unit.has_not_ended`); who joins was no part of it before, and who leaves was, each named once
    /// (`action.regrouped_by_what_changes`). As many are left as the charter asks for (`action.of_enough_units`).
    ///
    /// It settles nothing. From then on those units take part in the action, and whoever acts for one of them may start
    /// and finish it.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RegroupJointAction, wire};
    ///
    /// let act = RegroupJointAction::new("j1".parse()?)
    ///     .joining(["health".parse()?])
    ///     .leaving(["market".parse()?])
    ///     .reason("the market has closed".parse()?);
    /// let json = r#"{
    ///     "type": "regroup_joint_action", "action": "j1", "joining": ["health"], "leaving": ["market"],
    ///     "reason": "the market has closed"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RegroupJointAction {
        /// The action.
        pub action: ActionId,
        /// The units that join it.
        optional pub joining: Vec<UnitId>,
        /// The units that leave it.
        optional pub leaving: Vec<UnitId>,
        /// Why they do.
        optional pub reason: Option<Text>,
    }
}

impl RegroupJointAction {
    /// The units that take part once the others have left.
    fn then<'u>(&'u self, action: &'u JointAction) -> impl Iterator<Item = &'u UnitId> {
        action.units.iter().chain(&self.joining).filter(|it| !self.leaving.contains(it))
    }
}

impl ActType for RegroupJointAction {
    type Names<'s> = &'s JointAction;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_standing_units(|it| it.stand(&it.act.joining)),
        Guard {
            rule: Rule::always(
                "action.has_not_ended",
                "该行动尚未结束，也没有取消",
                "the action has neither finished nor been dropped",
            ),
            check: |it| it.names.must_be(&[ActionStage::Planned, ActionStage::Running]),
        },
        Guard {
            rule: Rule::always(
                "action.regrouped_by_what_changes",
                "加入的单位原未参加，退出的单位原已参加，各列一次",
                "the units that join took no part before, and those that leave did, each named once",
            ),
            check: |it| {
                let (joining, leaving) = (&it.act.joining, &it.act.leaving);
                let some = !joining.is_empty() || !leaving.is_empty();
                ensure(some, || Finding::Missing { what: vec!["units".to_owned()] })?;
                let mut seen = Set::new();
                let takes_part = |unit: &UnitId| it.names.units.contains(unit);
                let all = joining.iter().map(|it| (it, takes_part(it)));
                let all = all.chain(leaving.iter().map(|it| (it, !takes_part(it))));
                let wrong = all.filter(|(unit, wrong)| !seen.insert(*unit) || *wrong);
                let what: Vec<String> = wrong.map(|(it, _)| it.to_string()).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        of_enough_units(|it| it.are_enough(it.act.then(it.names), it.names.planned.at.date())),
    ];

    const FREE: &'static [&'static str] = &["joining", "leaving", "reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Action, &self.action))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        known_units(names, self.joining.iter().chain(&self.leaving));
        names.known(&self.action)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(action) = state.actions.actions.get_mut(&self.action) {
            action.units = self.then(action).cloned().collect();
            action.regrouped.push(stamp.deed());
            action.last = stamp.at;
        }
    }

    /// The candidates are, for each open action, that a member unit joins it, and that its last unit leaves.
    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let members = ask.members_on(ask.today());
        let regroup = |id: &ActionId| {
            let units = ask.state.actions().actions.get(id).map_or(&[][..], |it| &it.units);
            let of = |joining: Option<&UnitId>, leaving: Option<&UnitId>| {
                let (joining, leaving) = (joining.cloned(), leaving.cloned());
                let (joining, leaving) = (joining.into_iter().collect(), leaving.into_iter().collect());
                Self { action: id.clone(), joining, leaving, reason: None }
            };
            let other = members.iter().find(|it| !units.contains(it)).copied();
            let joins = other.map(|it| of(Some(it), None));
            joins.into_iter().chain(units.last().map(|it| of(None, Some(it)))).collect::<Vec<_>>()
        };
        ask.state.actions().open_actions.iter().flat_map(regroup).collect()
    }
}
