//! The slice of nesting: the lower bodies so far.

use crate::{
    state::thing::{Things, things},
    terms::{
        deed::Deed,
        id::{CharterId, ChildId, Text, UnitId},
        time::{Date, Time},
    },
};

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

/// The lower bodies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Nesting {
    pub(crate) children: Things<ChildId, Child>,
}
