//! The slice of nesting: the lower bodies so far.

use std::collections::BTreeMap;

use crate::terms::{
    deed::Deed,
    id::{CharterId, ChildId, Text, UnitId},
    time::{Date, Time},
};

/// A lower body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Child {
    /// The unit that set it up, where it is known here.
    pub(crate) unit: Option<UnitId>,
    pub(crate) charter: CharterId,
    pub(crate) title: Text,
    pub(crate) from: Date,
    pub(crate) recorded: Deed,
    /// When it was first reported here.
    pub(crate) reported: Option<Deed>,
    pub(crate) handed_down: Vec<Deed>,
    pub(crate) last: Time,
}

/// The lower bodies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Nesting {
    pub(crate) children: BTreeMap<ChildId, Child>,
}
