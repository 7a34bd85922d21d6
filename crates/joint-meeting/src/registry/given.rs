//! The numbers that entries give: of which series or bulletins each is, and that it is spent.
//!
//! Which number comes next when an act is decided is in `law::document`; what becomes of numbers when the record is corrected, in
//! `body::correcting`.

use crate::{
    kernel::outcome::Outcome,
    law::document::numbering::year,
    registry::{acts::Act, entry::Entry},
    state::{State, document::BulletinKind},
    terms::{
        act_kind::ActKind,
        id::{MinutesId, SeriesId},
        number::DocumentNumber,
    },
};

/// Numbers that follow one another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Row {
    /// Those of a series in a year.
    Series(SeriesId, i32),
    /// The running numbers of bulletins of a kind in a year.
    Bulletins(BulletinKind, i32),
}

/// A number that an entry gives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct GivenNumber {
    pub(crate) row: Row,
    pub(crate) serial: u32,
}

impl Entry {
    /// The number that it gives, if it gives one.
    pub(crate) fn given(&self) -> Option<GivenNumber> {
        match (&self.outcome, self.act.kind()) {
            (Outcome::Numbered { number }, _) => {
                let row = Row::Series(self.act.series()?.clone(), number.year());
                Some(GivenNumber { row, serial: number.serial() })
            }
            (Outcome::Serial { serial }, ActKind::IssueBriefing) => Some(GivenNumber {
                row: Row::Bulletins(BulletinKind::Briefing, year(self.at)),
                serial: *serial,
            }),
            (Outcome::Serial { serial }, ActKind::IssueCircular) => Some(GivenNumber {
                row: Row::Bulletins(BulletinKind::Circular, year(self.at)),
                serial: *serial,
            }),
            _ => None,
        }
    }

    /// Gives another number of the same row; whether there is such a number.
    pub(crate) fn give(&mut self, serial: u32) -> bool {
        let other = match &self.outcome {
            Outcome::Numbered { number } => DocumentNumber::new(number.code(), number.year(), serial)
                .map(|number| Outcome::Numbered { number })
                .ok(),
            Outcome::Serial { .. } => Some(Outcome::Serial { serial }),
            _ => None,
        };
        let gives = other.is_some();
        self.outcome = other.unwrap_or_else(|| self.outcome.clone());
        gives
    }

    /// The minutes to which it allots a number. Any other number goes out with the entry that gives it.
    pub(crate) fn allots_to(&self) -> Option<&MinutesId> {
        if let Act::AllotNumber(it) = &self.act { Some(&it.minutes) } else { None }
    }

    /// The minutes that it sends out.
    pub(crate) fn sends_out(&self) -> Option<&MinutesId> {
        if let Act::IssueDocument(it) = &self.act { Some(&it.minutes) } else { None }
    }
}

impl Act {
    /// The series from which it takes a number, if it takes one.
    pub(crate) fn series(&self) -> Option<&SeriesId> {
        match self {
            Self::AllotNumber(it) => Some(&it.series),
            Self::IssueOtherDocument(it) => it.series.as_ref(),
            _ => None,
        }
    }

    /// The serial that it asks for, if it asks for one.
    pub(crate) fn serial(&self) -> Option<u32> {
        match self {
            Self::AllotNumber(it) => it.serial,
            Self::IssueOtherDocument(it) => it.serial,
            _ => None,
        }
    }
}

impl State {
    /// A number is never given again, though nothing in the record bears it any more.
    pub(crate) fn spend(&mut self, given: &GivenNumber) {
        match &given.row {
            Row::Series(series, year) => self.documents.spend(series, *year, given.serial),
            Row::Bulletins(kind, year) => self.documents.give(*kind, *year, given.serial),
        }
    }
}
