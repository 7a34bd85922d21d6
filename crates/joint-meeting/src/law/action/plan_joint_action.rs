//! The act `plan_joint_action` plans a joint action (制定联合治理行动方案).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, new_name, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::{
        action::{GROUP_AT_WORK, known_units, names_units, of_enough_units, of_named_units},
        membership::{by_office, of_standing_units},
    },
    state::{
        State,
        action::{JointAction, WorkingGroup},
    },
    terms::{
        deed::Stamp,
        id::{ActionId, GroupId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
    },
};

record! {
    /// Plans a joint action (制定联合治理行动方案), in which several units tackle a problem together.
    ///
    /// Only the office may do it (`actor.is_office`). The plan names the problem (`action.targets_a_problem`) and the
    /// units that take part (`work.names_its_units`), as many as the charter asks for (`action.of_enough_units`). A
    /// working group that is to carry it out must have been at work (`group.is_at_work`).
    ///
    /// It settles nothing. The action is planned and can be started; a plan alone does not count for the duty
    /// `action.yearly`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::PlanJointAction, wire};
    ///
    /// let act = PlanJointAction::new("j1".parse()?, ["police".parse()?, "urban-management".parse()?])
    ///     .problem("strays around the market".parse()?);
    /// let json = r#"{
    ///     "type": "plan_joint_action", "action": "j1", "problem": "strays around the market",
    ///     "units": ["police", "urban-management"]
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct PlanJointAction {
        /// The new name of the action here.
        pub action: ActionId,
        /// The problem that the action targets (难点、堵点).
        optional pub problem: Option<Text>,
        /// The units that take part.
        pub units: Vec<UnitId>,
        /// The working group that carries it out.
        optional pub group: Option<GroupId>,
    }
}

impl ActType for PlanJointAction {
    type Names<'s> = Option<&'s WorkingGroup>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_standing_units(|it| it.stand(&it.act.units)),
        Guard {
            rule: Rule::law(
                "action.targets_a_problem",
                "联合治理行动针对难点、堵点问题",
                "a joint action targets a problem that is named",
            ),
            check: |it| {
                ensure(it.act.problem.is_some(), || Finding::Missing { what: vec!["problem".to_owned()] })
            },
        },
        of_enough_units(|it| it.are_enough(&it.act.units, it.today())),
        of_named_units(|it| names_units(&it.act.units)),
        Guard { rule: GROUP_AT_WORK, check: |it| it.is_at_work(it.names) },
    ];

    const FREE: &'static [&'static str] = &["action", "problem", "units"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.free(&self.action);
        known_units(names, &self.units);
        names.known_if_named(self.group.as_ref())
    }

    fn since(&self, group: &Self::Names<'_>) -> Option<Time> {
        group.map(|it| it.formed.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let action = JointAction {
            units: self.units.clone(),
            planned: stamp.deed(),
            started: None,
            enforced: Vec::new(),
            finished: None,
            regrouped: Vec::new(),
            dropped: None,
            last: stamp.at,
        };
        state.actions.touch(self.group.as_ref(), stamp.at);
        state.actions.actions.insert(self.action.clone(), action);
        state.actions.open_actions.insert(self.action.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let plan = |group: Option<&GroupId>| {
            Some(Self {
                action: new_name()?,
                problem: some_text(),
                units: ask.two_members(),
                group: group.cloned(),
            })
        };
        let group = ask.state.actions().groups_at_work.last();
        std::iter::once(None).chain(group.map(Some)).filter_map(plan).collect()
    }
}
