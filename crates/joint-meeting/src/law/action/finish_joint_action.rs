//! The act `finish_joint_action` finishes a joint action with its result (联合治理行动结束).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, remedy},
        view::Ask,
    },
    law::action::by_unit_or_office,
    state::{
        State,
        action::{ActionStage, JointAction},
    },
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{ActionId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
        words::Role,
    },
};

record! {
    /// Finishes a joint action with its result (联合治理行动结束).
    ///
    /// The office may do it, and whoever acts for one of the units that took part (`work.recorded_by_unit_or_office`).
    /// The action must have started and not have finished (`action.is_running`).
    ///
    /// It settles nothing. The action is closed, and counts for the duty `action.yearly` where the charter is read so
    /// that an action counts when it is finished.
    ///
    /// ```
    /// use joint_meeting::{Act, act::FinishJointAction, wire};
    ///
    /// let act = FinishJointAction::new("j1".parse()?, "the market is free of strays".parse()?);
    /// let json = r#"{
    ///     "type": "finish_joint_action", "action": "j1", "result": "the market is free of strays"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct FinishJointAction {
        /// The action that is finished.
        pub action: ActionId,
        /// The result of the action.
        pub result: Text,
    }
}

impl ActType for FinishJointAction {
    type Names<'s> = &'s JointAction;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.names.units)),
        Guard {
            rule: Rule::always(
                "action.is_running",
                "该行动已经开展，尚未结束",
                "the action has started and has not finished",
            )
            .cured_by(&[remedy(ActKind::StartJointAction, &[Role::Office, Role::MemberUnit])]),
            check: |it| it.names.must_be(&[ActionStage::Running]),
        },
    ];

    const FREE: &'static [&'static str] = &["result"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Action, &self.action))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.action)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(action) = state.actions.actions.get_mut(&self.action) {
            action.finished = Some(stamp.deed());
            action.last = action.last.max(stamp.at);
        }
        state.actions.finished.note(stamp.deed());
        state.actions.open_actions.remove(&self.action);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let running = ask.state.actions().open(|it| it.started.is_some());
        running.filter_map(|action| Some(Self { action: action.clone(), result: some_text()? })).collect()
    }
}
