//! stub
use crate::{id::ItemId, state::State};
use std::collections::BTreeMap;
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Item {}
impl Item {
    pub(crate) fn is_agreed(&self) -> bool {
        false
    }
    pub(crate) fn settled_at_plenary(&self, _: &State) -> bool {
        false
    }
}
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Decisions {
    pub(crate) items: BTreeMap<ItemId, Item>,
}
