//! The act `end_working_group` ends a joint working group with its report (联合工作组结束).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::action::{GROUP_AT_WORK, by_unit_or_office, must_be_at_work},
    state::{State, action::WorkingGroup},
    terms::{
        deed::Stamp,
        id::{GroupId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
    },
};

record! {
    /// Ends a joint working group with its report (联合工作组结束).
    ///
    /// The office may do it, and whoever acts for a unit of the group (`work.recorded_by_unit_or_office`). The group
    /// must not have ended (`group.is_at_work`).
    ///
    /// It settles nothing. No joint action and no inspection made since can be ascribed to the group. Nor can any once
    /// the units of the group were merged into one.
    ///
    /// ```
    /// use joint_meeting::{Act, act::EndWorkingGroup, wire};
    ///
    /// let act = EndWorkingGroup::new("g1".parse()?, "three streets inspected".parse()?);
    /// let json = r#"{
    ///     "type": "end_working_group", "group": "g1", "report": "three streets inspected"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct EndWorkingGroup {
        /// The group that ends.
        pub group: GroupId,
        /// The report of the group.
        pub report: Text,
    }
}

impl ActType for EndWorkingGroup {
    type Names<'s> = &'s WorkingGroup;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(it.names.units.iter().chain([&it.names.head]))),
        Guard { rule: GROUP_AT_WORK, check: |it| must_be_at_work(it.names.ended.is_none()) },
    ];

    const FREE: &'static [&'static str] = &["report"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Group, &self.group))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.group)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(group) = state.actions.groups.get_mut(&self.group) {
            group.ended = Some(stamp.deed());
            group.last = group.last.max(stamp.at);
        }
        state.actions.groups_at_work.remove(&self.group);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let groups = ask.state.actions().groups_at_work.iter();
        groups.filter_map(|group| Some(Self { group: group.clone(), report: some_text()? })).collect()
    }
}
