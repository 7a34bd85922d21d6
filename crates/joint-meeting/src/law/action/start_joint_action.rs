//! `start_joint_action`: starts a joint action (开展联合治理行动).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
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
        id::ActionId,
        matter::{MatterKind, MatterRef},
        record::record,
        words::Role,
    },
};

record! {
    /// Starts a joint action (开展联合治理行动).
    pub struct StartJointAction {
        /// The action.
        pub action: ActionId,
    }
}

impl ActType for StartJointAction {
    type Names<'s> = &'s Action;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.names.units)),
        Guard {
            rule: Rule::always(
                "action.is_planned",
                "该行动已有方案，尚未开展",
                "the action is planned and has not started",
            )
            .cured_by(&[remedy(ActKind::PlanJointAction, &[Role::Office])]),
            check: |it| it.names.must_be(&[ActionStage::Planned]),
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::of(MatterKind::Action, self.action.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.action)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.actions.start(&self.action, stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let planned = ask.state.actions.open(|it| it.started.is_none());
        planned.map(|action| Self { action: action.clone() }).collect()
    }
}
