//! The act `record_joint_enforcement` records joint enforcement (联合执法).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule},
        view::Ask,
    },
    law::action::{by_unit_or_office, known_units},
    state::{
        State,
        action::{ActionStage, JointAction},
    },
    terms::{
        deed::{Stamp, is_done},
        id::{ActionId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
    },
};

record! {
    /// Records joint enforcement (联合执法): units that enforced the law together.
    ///
    /// The office may do it, and whoever acts for one of the units that took part (`work.recorded_by_unit_or_office`).
    /// There must be two units or more (`enforcement.of_two_units_or_more`). A joint action of which it is part must
    /// have neither finished nor been dropped by then (`enforcement.part_of_an_open_action`).
    ///
    /// It settles nothing. As part of a joint action that was only planned it starts that action. By itself it counts
    /// for the duty `action.yearly` where the charter is read so.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RecordJointEnforcement, wire};
    ///
    /// let act = RecordJointEnforcement::new(["police".parse()?, "health".parse()?], "six fines".parse()?)
    ///     .counts_as("j1".parse()?);
    /// let json = r#"{
    ///     "type": "record_joint_enforcement", "units": ["police", "health"], "result": "six fines",
    ///     "counts_as": "j1"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RecordJointEnforcement {
        /// The units that took part.
        pub units: Vec<UnitId>,
        /// What came of the enforcement.
        pub result: Text,
        /// The joint action of which the enforcement is part. If that was only planned, it begins with this.
        optional pub counts_as: Option<ActionId>,
    }
}

impl ActType for RecordJointEnforcement {
    type Names<'s> = Option<&'s JointAction>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.act.units)),
        Guard {
            rule: Rule::always(
                "enforcement.of_two_units_or_more",
                "联合执法由两个以上单位参加",
                "two units or more take part in joint enforcement",
            ),
            check: |it| it.units_at_least((&it.act.units, it.today()), 2),
        },
        Guard {
            rule: Rule::always(
                "enforcement.part_of_an_open_action",
                "所属行动尚未结束，也没有取消",
                "the action of which it is part has neither finished nor been dropped",
            ),
            check: |it| {
                let ended = |it: &JointAction, at| is_done(it.finished, at) || it.dropped.is_some();
                let over = it.names.filter(|action| ended(action, it.at));
                over.map_or(Ok(()), |it| it.must_be(&[ActionStage::Planned, ActionStage::Running]))
            },
        },
    ];

    const FREE: &'static [&'static str] = &["units", "result"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        known_units(names, &self.units);
        names.known_if_named(self.counts_as.as_ref())
    }

    fn since(&self, action: &Self::Names<'_>) -> Option<Time> {
        action.map(|it| it.planned.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let actions = &mut state.actions;
        let Some(id) = &self.counts_as else { return actions.enforcement.note(stamp.deed()) };
        if actions.actions.get(id).is_none_or(|it| it.started.is_none()) {
            actions.start(id, stamp.deed());
        }
        if let Some(action) = actions.actions.get_mut(id) {
            action.enforced.push(stamp.deed());
            action.last = action.last.max(stamp.at);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let record = |action: Option<&ActionId>| {
            Some(Self { units: ask.two_members(), result: some_text()?, counts_as: action.cloned() })
        };
        let action = ask.state.actions().open_actions.last();
        std::iter::once(None).chain(action.map(Some)).filter_map(record).collect()
    }
}
