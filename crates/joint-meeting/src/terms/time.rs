//! Moments and days, and all date arithmetic but that of periods and working days.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, SecondsFormat};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::terms::period::{Period, Rhythm};

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
    /// The string is not RFC 3339 with an offset.
    #[error("not a time with an offset, such as 2022-12-25T09:00:00+08:00")]
    Form,
    /// The year is outside [`YEARS`].
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

/// The day so many days later, but not after the last of [`YEARS`]: later moments cannot be written down.
pub fn days_after(date: Date, days: u32) -> Date {
    let last = Date::from_ymd_opt(*YEARS.end(), 12, 31).unwrap_or(date);
    date.checked_add_days(Days::new(days.into())).unwrap_or(last).min(last).max(date)
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

/// The number of whole days from one date to another; negative if the other is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    to.signed_duration_since(from).num_days()
}

/// A month and a day that come round each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MonthDay {
    /// The month, 1 to 12.
    pub month: u32,
    /// The day, 1 to 31; in a year without that day, the last day of the month is meant.
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
