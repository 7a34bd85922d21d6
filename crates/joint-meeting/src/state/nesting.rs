//! The slice of nesting: the lower bodies so far.

use crate::{
    state::{
        membership::LastDay,
        thing::{Things, things},
    },
    terms::{
        deed::Deed,
        id::{CharterId, ChildId, Text, UnitId},
        time::{Date, Time},
    },
};

things! {
    /// What changed with a lower body from a day on. What is left out stayed as it was.
    pub struct ChildChange {
        /// The first day on which it is so.
        from: copy Date,
        /// What it is called.
        title: some Text,
        /// The charter under which it works.
        charter: some CharterId,
        /// The version of that charter.
        version: copy Option<u32>,
        /// The area or the matter for which it is there.
        scope: some Text,
        /// When it was recorded here, and the entry.
        made: copy Deed,
    }
}

things! {
    /// A lower body.
    pub struct Child {
        /// The unit that set it up, where it is known here.
        unit: some UnitId,
        /// What the unit that set it up is called.
        set_up_by: by_ref Text,
        /// The charter under which it works, which others may share.
        charter: by_ref CharterId,
        /// What it is called.
        title: by_ref Text,
        /// The area or the matter for which it is there, where that was said.
        scope: some Text,
        /// Its first day.
        from: copy Date,
        /// What changed with it later, in the order of the entries.
        changes: list ChildChange,
        /// Its last day, each time it was set: the last of them holds.
        last_days: list LastDay,
        /// When it was recorded here, and the entry.
        recorded: copy Deed,
        /// When it was first reported here, and the entry.
        reported: copy Option<Deed>,
        /// When something was handed down to it, and each entry.
        handed_down: list Deed,
        /// When something last passed between it and the body.
        last: copy Time,
    }
}

impl Child {
    /// Its last day, where it has ended.
    pub fn to(&self) -> Option<Date> {
        self.last_days.last().map(|it| it.day)
    }

    /// What it is called on a day.
    pub fn title_on(&self, on: Date) -> &Text {
        let changes = self.changes.iter().filter(|it| it.from <= on);
        let latest =
            changes.filter_map(|it| Some((it.from, it.title.as_ref()?))).max_by_key(|(from, _)| *from);
        latest.map_or(&self.title, |(_, title)| title)
    }
}

/// The lower bodies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Nesting {
    pub(crate) children: Things<ChildId, Child>,
}
