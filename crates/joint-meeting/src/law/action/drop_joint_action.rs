//! The act `drop_joint_action` drops the plan of a joint action (取消联合治理行动).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::{action::start_joint_action::PLANNED, membership::by_office},
    state::{
        State,
        action::{ActionStage, JointAction},
    },
    terms::{
        deed::Stamp,
        id::{ActionId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
    },
};

record! {
    /// Drops the plan of a joint action (取消联合治理行动).
    ///
    /// Only the office may do it (`actor.is_office`), as long as the action is planned and has not started
    /// (`action.is_planned`); one that has started is finished, with whatever came of it.
    ///
    /// It settles nothing. The action can be started no more, and never counts for the duty `action.yearly`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::DropJointAction, wire};
    ///
    /// let act = DropJointAction::new("j1".parse()?, "the market has closed".parse()?);
    /// let json = r#"{"type": "drop_joint_action", "action": "j1", "reason": "the market has closed"}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct DropJointAction {
        /// The action whose plan is dropped.
        pub action: ActionId,
        /// Why it is dropped.
        pub reason: Text,
    }
}

impl ActType for DropJointAction {
    type Names<'s> = &'s JointAction;

    const GUARDS: &'static [Guard<Self>] =
        &[by_office(), Guard { rule: PLANNED, check: |it| it.names.must_be(&[ActionStage::Planned]) }];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Action, &self.action))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.action)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(action) = state.actions.actions.get_mut(&self.action) {
            action.dropped = Some(stamp.deed());
            action.last = stamp.at;
        }
        state.actions.open_actions.remove(&self.action);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let planned = ask.state.actions().open(|it| it.started.is_none());
        planned.filter_map(|it| Some(Self { action: it.clone(), reason: some_text()? })).collect()
    }
}
