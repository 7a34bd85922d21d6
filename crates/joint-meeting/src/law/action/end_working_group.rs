//! `end_working_group`: ends a joint working group with its report (联合工作组结束).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::action::{GROUP_AT_WORK, by_unit_or_office, is_at_work},
    state::{State, action::Group},
    terms::{
        deed::Stamp,
        id::{GroupId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
    },
};

record! {
    /// Ends a joint working group with its report (联合工作组结束).
    pub struct EndWorkingGroup {
        /// The group.
        pub group: GroupId,
        /// Its report.
        pub report: Text,
    }
}

impl ActType for EndWorkingGroup {
    type Names<'s> = &'s Group;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(it.names.units.iter().chain([&it.names.head]))),
        Guard { rule: GROUP_AT_WORK, check: |it| is_at_work(Some(it.names)) },
    ];

    const FREE: &'static [&'static str] = &["report"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::of(MatterKind::Group, self.group.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.group)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(group) = state.actions.groups.get_mut(&self.group) {
            group.ended = Some(stamp.deed());
            group.last = stamp.at;
        }
        state.actions.groups_at_work.remove(&self.group);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let groups = ask.state.actions.groups_at_work.iter();
        groups.filter_map(|group| Some(Self { group: group.clone(), report: some_text()? })).collect()
    }
}
