//! The slice of reports: what was reported so far, with every receipt.

use crate::{
    state::thing::things,
    terms::{
        deed::Deed,
        id::{MeetingId, Text, UnitId},
        order,
        period::Period,
        sorted::{Map, Set},
        time::Time,
    },
};

things! {
    /// The report of a unit for a year (报告).
    pub struct Report {
        /// The time it covers, with what supplements added.
        covers: copy Period,
        /// How it first came to the office.
        first: by_ref Receipt,
        /// How each supplement came, in the order in which they came.
        supplements: list Receipt,
    }
}

things! {
    /// That a report or a supplement came to the office.
    pub struct Receipt {
        /// When it came, and the entry: the entry holds the texts of its parts.
        received: copy Deed,
        /// When it was sent.
        sent: copy Time,
        /// The keys of the parts that came, in order.
        parts: list Text,
    }
}

impl Report {
    /// The last of its receipts.
    pub fn last(&self) -> &Receipt {
        self.supplements.last().unwrap_or(&self.first)
    }

    /// Its receipts, in order.
    pub fn receipts(&self) -> impl Iterator<Item = &Receipt> {
        std::iter::once(&self.first).chain(&self.supplements)
    }

    /// Whether a part came, by whatever receipt.
    pub fn has_part(&self, part: &Text) -> bool {
        self.receipts().any(|it| it.parts.contains(part))
    }

    pub(crate) fn entries(&self) -> Vec<u32> {
        let mut entries: Vec<u32> = self.receipts().map(|it| it.received.no).collect();
        order::sort(&mut entries);
        entries
    }

    /// A supplement came. One that was entered late stands before those that came after it.
    pub(crate) fn supplement(&mut self, receipt: Receipt) {
        let at = self.supplements.partition_point(|it| it.received <= receipt.received);
        self.supplements.insert(at, receipt);
    }

    /// The first receipt after which the parts that had come are enough.
    pub(crate) fn receipt_that(&self, is_enough: impl Fn(&Set<&Text>) -> bool) -> Option<&Receipt> {
        let mut had = Set::new();
        self.receipts().find(|it| {
            had.extend(&it.parts);
            is_enough(&had)
        })
    }
}

/// What a unit gave at a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct CollectedReport {
    /// When, and the entries, in the order of time.
    pub(crate) entries: Vec<Deed>,
    /// The keys of its parts.
    pub(crate) parts: Set<Text>,
}

/// The reports of the units, and the results reported upwards.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Reports {
    pub(crate) reports: Map<UnitId, Map<i32, Report>>,
    /// For each meeting the units that reported there, and when.
    pub(crate) collected: Map<MeetingId, Map<UnitId, CollectedReport>>,
    /// When results were reported, by the one to whom.
    pub(crate) results: Map<Text, Vec<Deed>>,
}

impl Reports {
    /// The report of a unit for a year.
    pub(crate) fn of(&self, unit: &UnitId, year: i32) -> Option<&Report> {
        self.reports.get(unit)?.get(&year)
    }
}
