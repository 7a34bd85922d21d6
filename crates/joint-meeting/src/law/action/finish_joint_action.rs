//! `finish_joint_action`: finishes a joint action with its result (联合治理行动结束).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

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
        action::{Action, ActionStage},
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
    pub struct FinishJointAction {
        /// The action.
        pub action: ActionId,
        /// Its result.
        pub result: Text,
    }
}

impl ActType for FinishJointAction {
    type Names<'s> = &'s Action;

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
        MatterRef::of(MatterKind::Action, self.action.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.action)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(action) = state.actions.actions.get_mut(&self.action) {
            action.finished = Some(stamp.deed());
            action.last = stamp.at;
        }
        state.actions.finished.note(stamp.deed());
        state.actions.open_actions.remove(&self.action);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let running = ask.state.actions.open(|it| it.started.is_some());
        running.filter_map(|action| Some(Self { action: action.clone(), result: some_text()? })).collect()
    }
}
