//! The act `start_joint_action` starts a joint action (开展联合治理行动).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule},
        view::Ask,
    },
    law::action::{by_unit_or_office, of_enough_units},
    state::{
        State,
        action::{ActionStage, JointAction},
    },
    terms::{
        deed::Stamp,
        id::ActionId,
        matter::{MatterKind, MatterRef},
        record::record,
    },
};

record! {
    /// Starts a joint action (开展联合治理行动).
    ///
    /// The office may do it, and whoever acts for one of the units that take part (`work.recorded_by_unit_or_office`).
    /// The action must be planned and not have started (`action.is_planned`), and as many of its units are left as the
    /// charter asks for: what two were to do is no joint action once they were merged into one
    /// (`action.of_enough_units`).
    ///
    /// It settles nothing. The action is running until it is finished, and counts from now on for the duty
    /// `action.yearly` where the charter is read so that an action counts when it starts.
    ///
    /// ```
    /// use joint_meeting::{Act, act::StartJointAction, wire};
    ///
    /// let act = StartJointAction::new("j1".parse()?);
    /// assert_eq!(Act::from(act), wire::from_str(r#"{"type": "start_joint_action", "action": "j1"}"#)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct StartJointAction {
        /// The action that starts.
        pub action: ActionId,
    }
}

pub(crate) const PLANNED: Rule = Rule::always(
    "action.is_planned",
    "该行动已有方案，尚未开展",
    "the action is planned and has not started",
);

impl ActType for StartJointAction {
    type Names<'s> = &'s JointAction;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.names.units)),
        Guard { rule: PLANNED, check: |it| it.names.must_be(&[ActionStage::Planned]) },
        of_enough_units(|it| it.are_enough(&it.names.units, it.names.planned.at.date())),
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Action, &self.action))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.action)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.actions.start(&self.action, stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let planned = ask.state.actions().open(|it| it.started.is_none());
        planned.map(|action| Self { action: action.clone() }).collect()
    }
}
