//! Reports so far, with every receipt.

use std::collections::{BTreeMap, BTreeSet};

use crate::terms::{
    deed::Deed,
    id::{MeetingId, Text, UnitId},
    period::Period,
    time::Time,
};

/// The report of a unit for a year.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Report {
    /// The time it covers, with what supplements added.
    pub(crate) covers: Period,
    /// Its parts, as last supplemented.
    pub(crate) parts: BTreeMap<Text, Text>,
    pub(crate) first: Receipt,
    pub(crate) supplements: Vec<Receipt>,
}

/// That something came to the office.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Receipt {
    pub(crate) received: Deed,
    pub(crate) sent: Time,
    /// The keys of the parts that came.
    pub(crate) parts: BTreeSet<Text>,
}

impl Report {
    /// The last of its receipts.
    pub(crate) fn last(&self) -> &Receipt {
        self.supplements.last().unwrap_or(&self.first)
    }

    pub(crate) fn receipts(&self) -> impl Iterator<Item = &Receipt> {
        std::iter::once(&self.first).chain(&self.supplements)
    }

    pub(crate) fn entries(&self) -> Vec<u32> {
        self.receipts().map(|it| it.received.no).collect()
    }

    /// The first receipt after which the parts that had come are enough.
    pub(crate) fn receipt_that(&self, is_enough: impl Fn(&BTreeSet<&Text>) -> bool) -> Option<&Receipt> {
        let mut had = BTreeSet::new();
        self.receipts().find(|it| {
            had.extend(&it.parts);
            is_enough(&had)
        })
    }
}

/// What a unit gave at a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct CollectedReport {
    /// When, and the entries.
    pub(crate) entries: Vec<Deed>,
    /// The keys of its parts.
    pub(crate) parts: BTreeSet<Text>,
}

/// The reports of the units, and the results reported upwards.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Reports {
    pub(crate) reports: BTreeMap<UnitId, BTreeMap<i32, Report>>,
    /// For each meeting the units that reported there, and when.
    pub(crate) collected: BTreeMap<MeetingId, BTreeMap<UnitId, CollectedReport>>,
    /// When results were reported, by the one to whom.
    pub(crate) results: BTreeMap<Text, Vec<Deed>>,
}

impl Reports {
    /// The report of a unit for a year.
    pub(crate) fn of(&self, unit: &UnitId, year: i32) -> Option<&Report> {
        self.reports.get(unit)?.get(&year)
    }
}
