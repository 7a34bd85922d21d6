//! Times, dates, periods and working days: the one home of date arithmetic.
//!
//! What a date in a charter *means* (is the 25th itself in time?) is a reading: see `charter`. What
//! follows from the reading is reckoned here.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    str::FromStr,
    sync::{Arc, LazyLock},
};

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, SecondsFormat, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A civil date.
pub type Date = NaiveDate;

/// The years in which a time or date may lie.
pub const YEARS: std::ops::RangeInclusive<i32> = 1949..=2199;

/// A moment with its offset from UTC. There is no naive time at any door.
///
/// Equality and order are those of the instant; [`Time::date`] is the civil date at its own offset.
/// An entry's times always stand at the offset of the charter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(DateTime<FixedOffset>);

/// Why a string is not a time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidTime {
    /// Not RFC 3339 with an offset.
    #[error("not a time with an offset, such as 2022-12-25T09:00:00+08:00")]
    Form,
    /// Outside [`YEARS`].
    #[error("year {0} is outside 1949 to 2199")]
    Year(i32),
}

impl Time {
    /// The civil date at this time's own offset.
    pub fn date(self) -> Date {
        self.0.date_naive()
    }

    /// The same moment, at another offset.
    pub fn at_offset(self, offset: FixedOffset) -> Self {
        Self(self.0.with_timezone(&offset))
    }

    /// Minutes since midnight at this time's own offset.
    pub fn minute_of_day(self) -> u16 {
        use chrono::Timelike;
        u16::try_from(self.0.num_seconds_from_midnight() / 60).unwrap_or(0)
    }

    /// The underlying date and time.
    pub fn to_chrono(self) -> DateTime<FixedOffset> {
        self.0
    }
}

impl TryFrom<DateTime<FixedOffset>> for Time {
    type Error = InvalidTime;

    fn try_from(it: DateTime<FixedOffset>) -> Result<Self, InvalidTime> {
        if YEARS.contains(&it.year()) { Ok(Self(it)) } else { Err(InvalidTime::Year(it.year())) }
    }
}

impl FromStr for Time {
    type Err = InvalidTime;

    fn from_str(s: &str) -> Result<Self, InvalidTime> {
        DateTime::parse_from_rfc3339(s).map_err(|_| InvalidTime::Form)?.try_into()
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.to_rfc3339_opts(SecondsFormat::AutoSi, false))
    }
}

impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Time;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time with an offset")
            }
            fn visit_str<E: de::Error>(self, value: &str) -> Result<Time, E> {
                value.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Visitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Time {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Time".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A moment with its offset, by RFC 3339: `2022-12-25T09:00:00+08:00`.", "type": "string", "format": "date-time"
        })
    }
}

/// A run of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Period {
    /// The calendar year. `None` outside [`YEARS`].
    pub fn year(year: i32) -> Option<Self> {
        if !YEARS.contains(&year) {
            return None;
        }
        Some(Self { from: Date::from_ymd_opt(year, 1, 1)?, to: Date::from_ymd_opt(year, 12, 31)? })
    }

    /// Whether the day lies in it.
    pub fn contains(self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }

    /// The days both have in common.
    pub fn overlap(self, other: Self) -> Option<Self> {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        (from <= to).then_some(Self { from, to })
    }

    /// The years it touches.
    pub fn years(self) -> std::ops::RangeInclusive<i32> {
        self.from.year()..=self.to.year()
    }
}

/// The periods by which a charter counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Rhythm {
    /// A calendar year.
    Year,
    /// January to June, July to December.
    Half,
    /// A calendar quarter.
    Quarter,
    /// A calendar month.
    Month,
    /// Monday to Sunday.
    Week,
}

impl Rhythm {
    /// The period of this rhythm in which the day lies.
    pub fn around(self, date: Date) -> Period {
        let months = |first: u32, count: u32| {
            let from = Date::from_ymd_opt(date.year(), first, 1).unwrap_or(date);
            let to = from
                .checked_add_months(chrono::Months::new(count))
                .and_then(|it| it.pred_opt())
                .unwrap_or(date);
            Period { from, to }
        };
        let month0 = date.month0();
        match self {
            Self::Year => months(1, 12),
            Self::Half => months(month0 / 6 * 6 + 1, 6),
            Self::Quarter => months(month0 / 3 * 3 + 1, 3),
            Self::Month => months(month0 + 1, 1),
            Self::Week => {
                let week = date.week(Weekday::Mon);
                Period {
                    from: week.checked_first_day().unwrap_or(date),
                    to: week.checked_last_day().unwrap_or(date),
                }
            }
        }
    }

    /// Every period of this rhythm that begins within the given one, in order, and the one around its first day.
    pub fn across(self, period: Period) -> Vec<Period> {
        let mut all = Vec::new();
        let mut next = self.around(period.from);
        while next.from <= period.to {
            all.push(next);
            let Some(day) = next.to.succ_opt() else { break };
            next = self.around(day);
        }
        all
    }
}

/// The first moment of a day at an offset.
pub fn start_of(date: Date, offset: FixedOffset) -> Time {
    use chrono::TimeZone;
    let midnight = date.and_time(chrono::NaiveTime::MIN);
    Time(
        offset
            .from_local_datetime(&midnight)
            .single()
            .unwrap_or_else(|| midnight.and_utc().with_timezone(&offset)),
    )
}

/// The last second of a day at an offset.
pub fn end_of(date: Date, offset: FixedOffset) -> Time {
    Time(start_of(date, offset).0 + chrono::TimeDelta::seconds(24 * 60 * 60 - 1))
}

/// The day before. A date at the end of the calendar stays.
pub fn day_before(date: Date) -> Date {
    date.pred_opt().unwrap_or(date)
}

/// The day after. A date at the end of the calendar stays.
pub fn day_after(date: Date) -> Date {
    date.succ_opt().unwrap_or(date)
}

/// So many days later. A date past the end of the calendar stays.
pub fn days_after(date: Date, days: u32) -> Date {
    date.checked_add_days(Days::new(days.into())).unwrap_or(date)
}

/// The corresponding day of the next year, or the last of its month (民法典 202).
pub fn year_after(date: Date) -> Date {
    date.checked_add_months(chrono::Months::new(12)).unwrap_or(date)
}

/// A period with so many days more on either side.
pub(crate) fn around(period: Period, days: u64) -> Period {
    Period {
        from: period.from.checked_sub_days(Days::new(days)).unwrap_or(period.from),
        to: period.to.checked_add_days(Days::new(days)).unwrap_or(period.to),
    }
}

/// Whole days from one date to another; negative if the other is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    to.signed_duration_since(from).num_days()
}

/// A month and a day that come round each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MonthDay {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31; in a year without that day, the last day of the month.
    pub day: u32,
}

impl MonthDay {
    /// That day in the year.
    pub fn in_year(self, year: i32) -> Option<Date> {
        let first = Date::from_ymd_opt(year, self.month, 1)?;
        let last = Rhythm::Month.around(first).to;
        Some(Date::from_ymd_opt(year, self.month, self.day).unwrap_or(last))
    }

    /// Whether any year has that day.
    pub fn exists(self) -> bool {
        Date::from_ymd_opt(2000, self.month, self.day).is_some()
    }
}

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
pub struct Reckoned {
    /// The day.
    pub date: Date,
    /// The decree for a year on the way is not known: ordinary weeks were assumed, and the answer may change.
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
pub struct InvalidCalendar {
    /// Counted from one.
    pub line: usize,
    /// The line as given.
    pub text: String,
}

impl Calendar {
    /// The table that comes with the library.
    pub fn known() -> Self {
        Self::clone(&Self::shared())
    }

    /// The same, read once for all bodies.
    pub(crate) fn shared() -> Arc<Self> {
        #[expect(clippy::expect_used, reason = "the table is compiled in, and a test reads it")]
        static KNOWN: LazyLock<Arc<Calendar>> = LazyLock::new(|| {
            let table = include_str!("../data/cn-working-days.csv").parse();
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

    /// So many working days later; the day itself does not count (民法典 201).
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
    type Err = InvalidCalendar;

    fn from_str(csv: &str) -> Result<Self, InvalidCalendar> {
        let mut calendar = Self { exceptions: BTreeMap::new(), years: BTreeSet::new() };
        for (ix, row) in csv.lines().enumerate().skip(1).filter(|(_, row)| !row.is_empty()) {
            let invalid = || InvalidCalendar { line: ix + 1, text: row.to_owned() };
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

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!("2022-12-25T09:00:00".parse::<Time>(), Err(InvalidTime::Form));
        assert_eq!("1899-12-25T09:00:00Z".parse::<Time>(), Err(InvalidTime::Year(1899)));
        let late: Time = "2022-12-25T16:30:00Z".parse().unwrap();
        let east = FixedOffset::east_opt(8 * 3600).unwrap();
        assert_eq!(late.at_offset(east).date(), day("2022-12-26"));
        assert_eq!(late.at_offset(east).to_string(), "2022-12-26T00:30:00+08:00");
    }
}
