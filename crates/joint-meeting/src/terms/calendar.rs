//! Working days: the table of days off and days worked, and what is reckoned by it.

mod error;
pub(crate) mod used;

use std::{
    collections::BTreeMap,
    str::FromStr,
    sync::{Arc, LazyLock, OnceLock},
};

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};

pub use self::error::{CalendarError, TableError};
use crate::terms::{
    limits::{CALENDAR_MAX, DAYS_OFF_MAX},
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
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The days of known years that are not as in an ordinary week.
    exceptions: Map<Date, DayKind>,
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

/// What a working-day table begins with: its columns, of which the last may be left out.
const HEADER: &str = "date,kind,occasion";

/// In the place of what is made of a day: it is the first on which the table is known.
const FROM: &str = "known_from";

/// In the place of what is made of a day: it is the last on which the table is known.
const THROUGH: &str = "known_through";

/// How much of a line an error repeats, in characters.
const SHOWN: usize = 60;

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

    /// Adds a year's decree, or replaces it. Days of other years are ignored, and so is a year outside
    /// [`YEARS`](crate::time::YEARS).
    pub fn add_year(&mut self, year: i32, days: impl IntoIterator<Item = (Date, DayKind)>) {
        if !YEARS.contains(&year) {
            return;
        }
        self.exceptions.retain(|date, _| date.year() != year);
        self.exceptions.extend(days.into_iter().filter(|(date, _)| date.year() == year));
        self.exceptions.retain(|date, kind| *kind != ordinary(*date));
        self.years.insert(year);
        self.digest = OnceLock::new();
        let last =
            self.years.first().and_then(|first| (*first..).take_while(|it| self.years.contains(it)).last());
        self.through = last.and_then(Period::year).map(|it| it.to);
    }

    /// Whether people work that day, and whether that is only assumed.
    pub fn is_working(&self, date: Date) -> (bool, bool) {
        let kind = self.exceptions.get(&date).copied().unwrap_or_else(|| ordinary(date));
        (kind == DayKind::Work, !self.years.contains(&date.year()))
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

/// A table with the header `date,kind,occasion`; then a line for each day that is not as in an ordinary week, `off` or
/// `work`, and two lines that say from when and through when the table is known: `2004-01-01,known_from` and
/// `2026-12-31,known_through`.
impl FromStr for Calendar {
    type Err = CalendarError;

    fn from_str(csv: &str) -> Result<Self, CalendarError> {
        let wrong = |line: usize, fault| CalendarError { line, fault };
        let shown = |row: &str| row.chars().take(SHOWN).collect::<String>();
        if csv.len() > CALENDAR_MAX {
            return Err(wrong(1, TableError::TooLong));
        }
        let header = csv.lines().next().unwrap_or_default();
        if header != HEADER && Some(header) != HEADER.strip_suffix(",occasion") {
            return Err(wrong(1, TableError::Header(shown(header))));
        }
        // Rows stand in any order, and there may be many.
        let (mut exceptions, mut known) = (BTreeMap::new(), Map::new());
        for (ix, row) in csv.lines().enumerate().skip(1).filter(|(_, row)| !row.is_empty()) {
            let line = ix + 1;
            let mut cells = row.splitn(3, ',');
            let date = cells.next().and_then(|it| it.parse::<Date>().ok());
            let before = match (date, cells.next()) {
                (Some(date), Some("off")) => {
                    exceptions.insert(date, (line, DayKind::Off)).map(|it| it.1 != DayKind::Off)
                }
                (Some(date), Some("work")) => {
                    exceptions.insert(date, (line, DayKind::Work)).map(|it| it.1 != DayKind::Work)
                }
                (Some(date), Some(FROM)) => known.insert(FROM, (line, date)).map(|it| it.1 != date),
                (Some(date), Some(THROUGH)) => known.insert(THROUGH, (line, date)).map(|it| it.1 != date),
                _ => return Err(wrong(line, TableError::Row(shown(row)))),
            };
            if let (Some(true), Some(date)) = (before, date) {
                return Err(wrong(line, TableError::Contradiction(date)));
            }
        }
        let end = csv.lines().count() + 1;
        let told = |what| known.get(what).copied().ok_or_else(|| wrong(end, TableError::NoCoverage(what)));
        let ((first, from), (last, through)) = (told(FROM)?, told(THROUGH)?);
        if Period::year(from.year()).is_none_or(|it| it.from != from) {
            return Err(wrong(first, TableError::Coverage(from)));
        }
        if Period::year(through.year()).is_none_or(|it| it.to != through) || through < from {
            return Err(wrong(last, TableError::Coverage(through)));
        }
        let beside = exceptions.iter().filter(|(date, _)| **date < from || **date > through);
        if let Some((date, (line, _))) = beside.min_by_key(|(_, (line, _))| *line) {
            return Err(wrong(*line, TableError::NotCovered(*date)));
        }
        let mut off: Map<i32, usize> = Map::new();
        let is_off = |date: Date, kind| kind == DayKind::Off && ordinary(date) == DayKind::Work;
        for (date, (line, _)) in exceptions.iter().filter(|(date, (_, kind))| is_off(**date, *kind)) {
            let days = off.entry(date.year()).or_default();
            *days += 1;
            if *days > DAYS_OFF_MAX {
                return Err(wrong(*line, TableError::DaysOff(date.year())));
            }
        }
        let said = exceptions.into_iter().map(|(date, (_, kind))| (date, kind));
        Ok(Self {
            exceptions: said.filter(|(date, kind)| *kind != ordinary(*date)).collect(),
            years: (from.year()..=through.year()).collect(),
            through: Some(through),
            digest: OnceLock::new(),
        })
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

    /// The line and the form of what is wrong with a table, and that it is told in Chinese.
    fn wrong(csv: &str) -> (usize, TableError) {
        let why = csv.parse::<Calendar>().unwrap_err();
        let zh = why.text(crate::terms::language::Language::Zh);
        assert!(zh.starts_with(&format!("工作日表第{}行：", why.line)), "{zh}");
        let untold =
            zh.split(['「', '」']).step_by(2).any(|it| it.chars().any(|it| it.is_ascii_alphabetic()));
        assert!(!untold, "{zh}");
        assert!(why.to_string().len() < 400, "{why}");
        (why.line, why.fault)
    }

    #[test]
    fn a_table_says_what_it_is_and_how_far_it_is_known() {
        let known = "2022-01-01,known_from\n2023-12-31,known_through\n";
        let with = |rows: &str| format!("date,kind,occasion\n{known}{rows}");
        let calendar: Calendar = with("2022-10-08,work,国庆节\n").parse().unwrap();
        assert_eq!(calendar.known_through(), Some(day("2023-12-31")));
        assert_eq!(calendar.is_working(day("2022-10-08")), (true, false));
        assert_eq!(calendar.is_working(day("2024-01-02")), (true, true));
        let short = with("2022-10-08,work\r\n\r\n").replace("date,kind,occasion\n", "date,kind\r\n");
        assert_eq!(short.parse(), Ok(calendar.clone()));
        // Said twice is not said otherwise, and a comma may stand in the occasion.
        assert_eq!(with("2022-10-08,work,a,b\n2022-10-08,work\n").parse(), Ok(calendar.clone()));
        // What a day is in an ordinary week is as good as not said: 2022-10-15 is a Saturday.
        assert_eq!(with("2022-10-08,work\n2022-10-15,off\n").parse(), Ok(calendar));
        let full = |bytes: usize| with(&"\n".repeat(bytes - with("").len()));
        assert!(full(CALENDAR_MAX).parse::<Calendar>().is_ok());
        assert_eq!(wrong(&full(CALENDAR_MAX + 1)), (1, TableError::TooLong));

        for header in ["", "junk", "2022-10-08,work,国庆节\n", "Date,Kind", "\u{feff}date,kind,occasion\n"]
        {
            let text = header.lines().next().unwrap_or_default().to_owned();
            assert_eq!(wrong(header), (1, TableError::Header(text)));
        }
        for row in
            ["2022-10-08", "2022-10-08,rest", "2022-10-08,Off,x", "x,off", "2022-2-30,off", "2200-01-01,off"]
        {
            assert_eq!(wrong(&with(row)), (4, TableError::Row(row.to_owned())));
        }
        let otherwise = with("2022-10-01,off\n2022-10-08,work\n2022-10-08,off\n");
        assert_eq!(wrong(&otherwise), (6, TableError::Contradiction(day("2022-10-08"))));
        assert_eq!(
            wrong(&with("2024-12-31,known_through\n")),
            (4, TableError::Contradiction(day("2024-12-31")))
        );
        assert_eq!(
            wrong(&with("2021-01-01,known_from\n")),
            (4, TableError::Contradiction(day("2021-01-01")))
        );
        assert!(with("2022-01-01,known_from\n").parse::<Calendar>().is_ok());
        assert_eq!(wrong("date,kind\n2022-10-08,work\n"), (3, TableError::NoCoverage(FROM)));
        assert_eq!(wrong("date,kind\n2022-01-01,known_from\n"), (3, TableError::NoCoverage(THROUGH)));
        for (from, to, line, named) in [
            ("2022-01-02", "2022-12-31", 2, "2022-01-02"),
            ("2022-01-01", "2022-12-30", 3, "2022-12-30"),
            ("2022-01-01", "2021-12-31", 3, "2021-12-31"),
        ] {
            let table = format!("date,kind\n{from},known_from\n{to},known_through\n");
            assert_eq!(wrong(&table), (line, TableError::Coverage(day(named))));
        }
        let beside = with("2022-10-08,work\n2024-01-01,off\n2021-12-31,off\n");
        assert_eq!(wrong(&beside), (5, TableError::NotCovered(day("2024-01-01"))));
        let long = "x".repeat(1_000_000);
        assert_eq!(wrong(&with(&long)), (4, TableError::Row("x".repeat(SHOWN))));
        assert_eq!(wrong(&long), (1, TableError::Header("x".repeat(SHOWN))));
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
