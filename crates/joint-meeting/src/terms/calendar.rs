//! Working days: the table of days off and days worked, and what is reckoned by it.

mod error;
mod law;
mod table;
pub(crate) mod used;

use std::sync::{Arc, LazyLock, OnceLock};

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};

pub use self::error::{CalendarError, TableError};
use self::law::{HolidayLaw, decree_of};
use crate::terms::{
    period::Period,
    sorted::{Map, Set},
    time::{Date, YEARS, day_after, day_before},
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
    /// Whether there was a day on the way of which no known decree has the last word, so that an ordinary week was assumed
    /// and the answer may change.
    pub provisional: bool,
}

/// The table of working days (国务院办公厅关于节假日安排的通知), year by year.
///
/// Days that are off by law are off where no decree is known, too, and that is certain. Of the last days of a year the
/// decree for the next one has the last word: until it is known, they are assumed.
///
/// ```
/// use joint_meeting::time::{Calendar, Date};
///
/// let calendar = Calendar::known();
/// let day = |s: &str| s.parse::<Date>().unwrap();
/// let safe = calendar.working_day_on_or_before(day("2022-12-24"));
/// assert_eq!((safe.date, safe.provisional), (day("2022-12-23"), false));
/// assert!(calendar.working_day_on_or_before(day("2028-12-24")).provisional);
/// assert_eq!(calendar.working_day_on_or_before(day("2028-10-03")).date, day("2028-09-29"));
/// ```
#[derive(Clone, Debug)]
pub struct Calendar {
    /// What the decree for a year says of a day, which may lie at the end of the year before.
    said: Map<(Date, i32), DayKind>,
    /// The days that by the last decree that speaks of them are not as in an ordinary week.
    exceptions: Map<Date, DayKind>,
    /// Of which the decree is known.
    years: Set<i32>,
    /// The last day up to which the years reach without a gap.
    through: Option<Date>,
    /// Found when it is first asked for.
    digest: OnceLock<String>,
}

/// What an ordinary week makes of a day.
fn ordinary(date: Date) -> DayKind {
    if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) { DayKind::Off } else { DayKind::Work }
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
        self.through
    }

    /// A table of what is said in the decrees for some years.
    fn decreed(said: Map<(Date, i32), DayKind>, years: Set<i32>) -> Self {
        // Of what is said of one day, the last stays.
        let mut exceptions: Map<Date, DayKind> =
            said.iter().map(|((date, _), kind)| (*date, *kind)).collect();
        exceptions.retain(|date, kind| *kind != ordinary(*date));
        let last = years.first().and_then(|first| (*first..).take_while(|it| years.contains(it)).last());
        let through = last.and_then(Period::year).map(|it| it.to);
        Self { said, exceptions, years, through, digest: OnceLock::new() }
    }

    /// Adds the decree for a year, or puts it in the place of the one that was known. It speaks of the year, and of the last
    /// days of the year before; other days are ignored, and so is a year outside [`YEARS`](crate::time::YEARS). What the
    /// decrees for other years say stays.
    pub fn add_year(&mut self, year: i32, days: impl IntoIterator<Item = (Date, DayKind)>) {
        if !YEARS.contains(&year) {
            return;
        }
        let speaks_of = |date: Date| date.year() == year || decree_of(date) == year;
        self.said.retain(|(_, decree), _| *decree != year);
        let days = days.into_iter().filter(|(date, _)| speaks_of(*date));
        self.said.extend(days.map(|(date, kind)| ((date, year), kind)));
        self.years.insert(year);
        *self = Self::decreed(std::mem::take(&mut self.said), std::mem::take(&mut self.years));
    }

    /// Whether people work that day, and whether that is only assumed.
    pub fn is_working(&self, date: Date) -> (bool, bool) {
        let is_known = |year| self.years.contains(&year);
        let exception = self.exceptions.get(&date).copied();
        let decreed = is_known(date.year());
        if !decreed && exception.is_none() && HolidayLaw::known().is_off(date) {
            return (false, false);
        }
        let settled = decreed && (is_known(date.year() + 1) || is_known(decree_of(date)));
        (exception.unwrap_or_else(|| ordinary(date)) == DayKind::Work, !settled)
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
        assert_eq!(calendar.known_through(), Some(day("2026-12-31")));
    }

    #[test]
    fn a_year_is_added_or_replaced() {
        let mut calendar = Calendar::known();
        let (off, work) = (day("2027-01-01"), day("2027-01-02"));
        assert_eq!(calendar.is_working(work), (false, true));
        calendar
            .add_year(2027, [(off, DayKind::Off), (work, DayKind::Work), (day("2026-05-01"), DayKind::Work)]);
        assert_eq!((calendar.is_working(off), calendar.is_working(work)), ((false, false), (true, false)));
        assert_eq!(calendar.known_through(), Some(day("2027-12-31")));
        // Days of other years are as they were.
        assert_eq!(calendar.is_working(day("2026-05-01")), (false, false));
        assert_eq!(calendar.is_working(day("2026-10-10")), (true, false));
        // Replaced, and not added to.
        calendar.add_year(2027, [(work, DayKind::Off)]);
        assert_eq!((calendar.is_working(off), calendar.is_working(work)), ((true, false), (false, false)));
        // A year that is not joined to those before does not carry what is known further, but is known itself.
        calendar.add_year(2029, []);
        assert_eq!(calendar.known_through(), Some(day("2027-12-31")));
        assert_eq!(calendar.is_working(day("2029-05-04")), (true, false));
        assert_eq!(calendar.is_working(day("2028-05-04")), (true, true));
        let before = calendar.clone();
        calendar.add_year(2200, []);
        calendar.add_year(i32::MIN, []);
        assert_eq!(calendar, before);
    }

    #[test]
    fn a_day_off_by_law_is_off_for_certain_where_no_decree_is_known() {
        let calendar = Calendar::known();
        for off in ["2027-01-01", "2027-02-05", "2027-05-02", "2027-06-09", "2027-09-15", "2027-10-01"] {
            assert_eq!(calendar.is_working(day(off)), (false, false), "{off}");
        }
        // A weekend may be worked, and a day of the week may be off.
        for (assumed, works) in [("2027-10-09", false), ("2027-10-04", true), ("2027-02-10", true)] {
            assert_eq!(calendar.is_working(day(assumed)), (works, true), "{assumed}");
        }
        let safe = calendar.working_day_on_or_before(day("2027-10-03"));
        assert_eq!(safe, Reckoned { date: day("2027-09-30"), provisional: true });
        // What a decree leaves out it has left out, and a year of before the law is as in any week.
        let mut decreed = calendar.clone();
        decreed.add_year(2027, []);
        assert_eq!(decreed.is_working(day("2027-10-01")), (true, false));
        let short: Calendar = "date,kind\n2022-01-01,known_from\n2022-12-31,known_through\n".parse().unwrap();
        assert_eq!(short.is_working(day("2024-10-01")), (true, true));
        assert_eq!(short.is_working(day("2025-10-01")), (false, false));
    }

    #[test]
    fn the_end_of_a_year_is_assumed_until_the_next_decree_is_known() {
        let mut calendar = Calendar::known();
        let end = ["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"];
        let asked = |calendar: &Calendar| end.map(|it| calendar.is_working(day(it)));
        assert_eq!(asked(&calendar), [(true, false), (true, true), (true, true), (true, true)]);
        // It may begin in the year before, and only at the end of it.
        let decree =
            [("2026-12-28", DayKind::Off), ("2026-12-31", DayKind::Off), ("2027-01-02", DayKind::Work)];
        let decree = decree.map(|(it, kind)| (day(it), kind));
        calendar.add_year(2027, decree);
        assert_eq!(asked(&calendar), [(true, false), (true, false), (true, false), (false, false)]);
        // The decree for the year before neither drops that nor speaks against it; another for the year itself does.
        let before = calendar.clone();
        let known: Vec<_> = Calendar::known().said.iter().map(|((it, of), kind)| (*it, *of, *kind)).collect();
        let of_2026 = || known.iter().filter(|it| it.1 == 2026).map(|it| (it.0, it.2));
        calendar.add_year(2026, of_2026());
        assert_eq!(calendar, before);
        calendar.add_year(2026, of_2026().chain([(day("2026-12-31"), DayKind::Work)]));
        assert_eq!(calendar, before);
        calendar.add_year(2027, decree.into_iter().skip(2));
        assert_eq!(calendar.is_working(day("2026-12-31")), (true, false));
        // In the built-in table, too: the decree for 2008 has the last days of 2007.
        let mut calendar = Calendar::known();
        calendar.add_year(2007, []);
        assert_eq!(calendar.is_working(day("2007-12-31")), (false, false));
        calendar.add_year(2008, []);
        assert_eq!(calendar.is_working(day("2007-12-31")), (true, false));
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
