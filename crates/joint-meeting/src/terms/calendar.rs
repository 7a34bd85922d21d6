//! Working days: the table of days off and days worked, and what is reckoned by it.

use std::{
    collections::{BTreeMap, BTreeSet},
    str::FromStr,
    sync::{Arc, LazyLock},
};

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};

use crate::terms::{
    period::Period,
    time::{Date, day_after, day_before},
};

/// What the decree of a year makes of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DayKind {
    /// A rest day (放假).
    Off,
    /// A make-up working day (调休上班).
    Work,
}

/// A day reckoned by the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Reckoned {
    /// The day.
    pub date: Date,
    /// Whether the decree for a year on the way is not known, so that ordinary weeks were assumed and the answer may
    /// change.
    pub provisional: bool,
}

/// The table of working days (国务院办公厅关于节假日安排的通知), year by year.
///
/// ```
/// use joint_meeting::time::{Calendar, Date};
///
/// let calendar = Calendar::known();
/// let day = |s: &str| s.parse::<Date>().unwrap();
/// let safe = calendar.working_day_on_or_before(day("2022-12-24"));
/// assert_eq!((safe.date, safe.provisional), (day("2022-12-23"), false));
/// assert!(calendar.working_day_on_or_before(day("2028-12-24")).provisional);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    exceptions: BTreeMap<Date, DayKind>,
    years: BTreeSet<i32>,
}

/// A line of a working-day table that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the working-day table is not `date,off|work,occasion`: `{text}`")]
#[non_exhaustive]
pub struct CalendarError {
    /// The number of the line, counted from one.
    pub line: usize,
    /// The line as given.
    pub text: String,
}

impl Calendar {
    /// The table that comes with the library.
    pub fn known() -> Self {
        Self::clone(&Self::shared())
    }

    /// The table that comes with the library, read once for all bodies.
    pub(crate) fn shared() -> Arc<Self> {
        #[expect(clippy::expect_used, reason = "the table is compiled in, and a test reads it")]
        static KNOWN: LazyLock<Arc<Calendar>> = LazyLock::new(|| {
            let table = include_str!("../../data/cn-working-days.csv").parse();
            Arc::new(table.expect("the built-in table can be read"))
        });
        Arc::clone(&KNOWN)
    }

    /// The last day up to which the table reaches without a gap.
    pub fn known_through(&self) -> Option<Date> {
        Period::year(*self.years.iter().next_back()?).map(|it| it.to)
    }

    /// Adds a year's decree, or replaces it. Days of other years are ignored.
    pub fn add_year(&mut self, year: i32, days: impl IntoIterator<Item = (Date, DayKind)>) {
        self.exceptions.retain(|date, _| date.year() != year);
        self.exceptions.extend(days.into_iter().filter(|(date, _)| date.year() == year));
        self.years.insert(year);
    }

    /// Whether people work that day, and whether that is only assumed.
    pub fn is_working(&self, date: Date) -> (bool, bool) {
        let working = match self.exceptions.get(&date) {
            Some(kind) => *kind == DayKind::Work,
            None => !matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
        };
        (working, !self.years.contains(&date.year()))
    }

    /// The last working day on or before a day.
    pub fn working_day_on_or_before(&self, date: Date) -> Reckoned {
        self.seek(date, 0, day_before)
    }

    /// The first working day on or after a day.
    pub fn working_day_on_or_after(&self, date: Date) -> Reckoned {
        self.seek(date, 0, day_after)
    }

    /// The day so many working days later; the day itself does not count (民法典 201).
    pub fn working_days_after(&self, date: Date, days: u16) -> Reckoned {
        if days == 0 { Reckoned { date, provisional: false } } else { self.seek(date, days, day_after) }
    }

    /// From `date`, steps until `more` further working days are counted; with none, until one is stood on.
    fn seek(&self, mut date: Date, mut more: u16, step: fn(Date) -> Date) -> Reckoned {
        let (mut working, mut provisional) = self.is_working(date);
        while more > 0 || !working {
            let next = step(date);
            if next == date {
                break;
            }
            date = next;
            let (works, assumed) = self.is_working(date);
            (working, provisional) = (works, provisional || assumed);
            more -= u16::from(works && more > 0);
        }
        Reckoned { date, provisional }
    }
}

impl FromStr for Calendar {
    type Err = CalendarError;

    fn from_str(csv: &str) -> Result<Self, CalendarError> {
        let mut calendar = Self { exceptions: BTreeMap::new(), years: BTreeSet::new() };
        for (ix, row) in csv.lines().enumerate().skip(1).filter(|(_, row)| !row.is_empty()) {
            let invalid = || CalendarError { line: ix + 1, text: row.to_owned() };
            let mut cells = row.split(',');
            let date: Date = cells.next().and_then(|it| it.parse().ok()).ok_or_else(invalid)?;
            let kind = match cells.next() {
                Some("off") => DayKind::Off,
                Some("work") => DayKind::Work,
                _ => return Err(invalid()),
            };
            calendar.exceptions.insert(date, kind);
            calendar.years.insert(date.year());
        }
        Ok(calendar)
    }
}

crate::terms::chinese::in_words! { CalendarError }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::period::{Period, Rhythm};
    use crate::terms::time::{Date, MonthDay, Time, TimeError};
    use chrono::FixedOffset;

    fn day(s: &str) -> Date {
        s.parse().unwrap()
    }

    #[test]
    fn the_built_in_table_is_read() {
        let calendar = Calendar::known();
        assert_eq!(calendar.exceptions.len(), 557);
        assert_eq!(calendar.known_through(), Some(day("2026-12-31")));
    }

    #[test]
    fn the_safe_day_of_25_december() {
        let calendar = Calendar::known();
        for (year, safe, provisional) in [
            (2022, "2022-12-23", false),
            (2023, "2023-12-22", false),
            (2024, "2024-12-24", false),
            (2025, "2025-12-24", false),
            (2026, "2026-12-24", false),
            (2027, "2027-12-24", true),
            (2028, "2028-12-22", true),
        ] {
            let eve = MonthDay { month: 12, day: 24 }.in_year(year).unwrap();
            assert_eq!(calendar.working_day_on_or_before(eve), Reckoned { date: day(safe), provisional });
        }
    }

    #[test]
    fn working_days_skip_moved_weekends() {
        let calendar = Calendar::known();
        // 2022-10-01 to 07 are off, 08 and 09 are make-up working days.
        assert_eq!(calendar.working_days_after(day("2022-09-30"), 1).date, day("2022-10-08"));
        assert_eq!(calendar.working_days_after(day("2022-09-30"), 3).date, day("2022-10-10"));
        assert_eq!(calendar.working_days_after(day("2022-09-30"), 0).date, day("2022-09-30"));
        assert_eq!(calendar.working_day_on_or_after(day("2022-12-31")).date, day("2023-01-03"));
    }

    #[test]
    fn periods_around_a_day() {
        let leap = day("2024-02-29");
        assert_eq!(Rhythm::Month.around(leap), Period { from: day("2024-02-01"), to: leap });
        assert_eq!(Rhythm::Quarter.around(leap).to, day("2024-03-31"));
        assert_eq!(Rhythm::Half.around(day("2024-07-01")).from, day("2024-07-01"));
        assert_eq!(Rhythm::Week.around(leap), Period { from: day("2024-02-26"), to: day("2024-03-03") });
        assert_eq!(Rhythm::Quarter.across(Period::year(2024).unwrap()).len(), 4);
        assert_eq!(MonthDay { month: 2, day: 29 }.in_year(2023), Some(day("2023-02-28")));
    }

    #[test]
    fn times_need_an_offset() {
        assert_eq!("2022-12-25T09:00:00".parse::<Time>(), Err(TimeError::Form));
        assert_eq!("1899-12-25T09:00:00Z".parse::<Time>(), Err(TimeError::Year(1899)));
        let late: Time = "2022-12-25T16:30:00Z".parse().unwrap();
        let east = FixedOffset::east_opt(8 * 3600).unwrap();
        assert_eq!(late.at_offset(east).date(), day("2022-12-26"));
        assert_eq!(late.at_offset(east).to_string(), "2022-12-26T00:30:00+08:00");
    }
}
