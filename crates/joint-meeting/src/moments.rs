//! Moments: when something was done, with the numbers of the entries, quick to ask for a period.

use crate::{
    entry::Entry,
    time::{Date, Period, Time, around},
};

/// When something was done, in order, each time with the number of its entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Moments(Vec<(Time, u32)>);

impl Moments {
    /// Nothing was done.
    pub(crate) const NONE: &'static Self = &Self(Vec::new());

    pub(crate) fn note(&mut self, entry: &Entry) {
        let moment = (entry.at, entry.no);
        // What is entered late belongs further back; all else at the end.
        let place = match self.0.last() {
            Some(last) if moment < *last => self.0.partition_point(|it| *it < moment),
            _ => self.0.len(),
        };
        self.0.insert(place, moment);
    }

    /// Those within a period.
    pub(crate) fn within(&self, period: Period) -> impl Iterator<Item = (Time, u32)> {
        self.about(period).filter(move |(at, _)| period.contains(at.date()))
    }

    /// Those within a period and a year on either side, for a period that is yet to be rounded.
    pub(crate) fn near(&self, period: Period) -> impl Iterator<Item = (Time, u32)> {
        self.about(around(period, 366))
    }

    /// Those within a period and some days on either side, so that no offset of a time matters.
    fn about(&self, period: Period) -> impl Iterator<Item = (Time, u32)> {
        let Period { from, to } = around(period, 2);
        let first_on = |date: Date| self.0.partition_point(|(at, _)| at.date() < date);
        let rest = self.0.get(first_on(from)..).unwrap_or_default();
        rest.iter().copied().take_while(move |(at, _)| at.date() <= to)
    }
}
