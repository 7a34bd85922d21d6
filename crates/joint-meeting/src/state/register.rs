//! The responsibility register so far.

use std::collections::{BTreeMap, BTreeSet};

use crate::terms::{
    deed::Deed,
    id::{PersonId, RegisterItemId, Text, UnitId},
    time::{Date, Time},
};

/// An item of the register.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RegisterItem {
    pub(crate) unit: UnitId,
    /// As it was entered, and each revision.
    pub(crate) versions: Vec<RegisterEntry>,
    pub(crate) retired: Option<Deed>,
}

/// How an item stood from some time on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RegisterEntry {
    pub(crate) matter: Text,
    pub(crate) post: Option<Text>,
    pub(crate) person: Option<PersonId>,
    pub(crate) since: Deed,
}

impl RegisterItem {
    /// When it was last changed.
    pub(crate) fn last(&self) -> Option<Time> {
        self.retired.or(self.versions.last().map(|it| it.since)).map(|it| it.at)
    }

    /// How it stood at the end of a day; none before it was entered or once it was retired.
    pub(crate) fn version(&self, on: Date) -> Option<&RegisterEntry> {
        let stands = self.retired.is_none_or(|it| it.at.date() > on);
        self.versions.iter().rfind(|it| it.since.at.date() <= on).filter(|_| stands)
    }
}

/// The responsibility registers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Registers {
    pub(crate) items: BTreeMap<RegisterItemId, RegisterItem>,
    /// The items that are not retired.
    pub(crate) current: BTreeMap<UnitId, BTreeSet<RegisterItemId>>,
    /// When each register was adopted; without a unit, that of the whole body.
    pub(crate) adopted: BTreeMap<Option<UnitId>, Vec<Deed>>,
}

impl Registers {
    pub(crate) fn has_items(&self, unit: &UnitId) -> bool {
        self.current.get(unit).is_some_and(|it| !it.is_empty())
    }

    pub(crate) fn last_of_each_unit(&self) -> impl Iterator<Item = (&RegisterItemId, &UnitId)> {
        self.current.iter().filter_map(|(unit, items)| Some((items.last()?, unit)))
    }
}
