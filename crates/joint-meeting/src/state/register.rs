//! The slice of the responsibility register: its items and adoptions so far.

use crate::{
    state::thing::{Things, things},
    terms::{
        deed::Deed,
        id::{PersonId, RegisterItemId, Text, UnitId},
        sorted::{Map, Set},
        time::{Date, Time},
    },
};

things! {
    /// An item of the responsibility register (职责项目清单).
    pub struct RegisterItem {
        /// The unit that is responsible.
        unit: by_ref UnitId,
        /// The item as it was entered, and each revision, in order.
        versions: list RegisterEntry,
        /// When it was retired, and the entry.
        retired: copy Option<Deed>,
    }
}

things! {
    /// How an item of the register stood from some time on.
    pub struct RegisterEntry {
        /// The matter for which the unit is responsible (责任事项).
        matter: by_ref Text,
        /// The post that is responsible for it in the unit.
        post: some Text,
        /// The person who is responsible for it in the unit (责任人员).
        person: some PersonId,
        /// When it was entered or revised so, and the entry.
        since: copy Deed,
    }
}

impl RegisterItem {
    /// When it was last changed.
    pub fn last(&self) -> Option<Time> {
        self.retired.or(self.versions.last().map(|it| it.since)).map(|it| it.at)
    }

    /// The day on which it was entered; a later one where it never was.
    pub(crate) fn since(&self, on: Date) -> Date {
        self.versions.first().map_or(on, |it| it.since.at.date())
    }

    /// It was revised. A revision that was entered late stands before those made after it.
    pub(crate) fn revise(&mut self, entry: RegisterEntry) {
        let at = self.versions.partition_point(|it| it.since <= entry.since);
        self.versions.insert(at, entry);
    }

    /// How it stood at the end of a day; none before it was entered or once it was retired.
    pub fn version(&self, on: Date) -> Option<&RegisterEntry> {
        let stands = self.retired.is_none_or(|it| it.at.date() > on);
        self.versions.iter().rfind(|it| it.since.at.date() <= on).filter(|_| stands)
    }
}

/// The responsibility registers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Registers {
    pub(crate) items: Things<RegisterItemId, RegisterItem>,
    /// The items that are not retired.
    pub(crate) current: Map<UnitId, Set<RegisterItemId>>,
    /// When each register was adopted; without a unit, that of the whole body.
    pub(crate) adopted: Map<Option<UnitId>, Vec<Deed>>,
}

impl Registers {
    pub(crate) fn has_items(&self, unit: &UnitId) -> bool {
        self.current.get(unit).is_some_and(|it| !it.is_empty())
    }

    pub(crate) fn last_of_each_unit(&self) -> impl Iterator<Item = (&RegisterItemId, &UnitId)> {
        self.current.iter().filter_map(|(unit, items)| Some((items.last()?, unit)))
    }
}
