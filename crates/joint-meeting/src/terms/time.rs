//! Moments, and the days that come round each year.
//!
//! Days, and what is reckoned with them, are in `terms::date`.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Datelike, FixedOffset, NaiveTime, SecondsFormat, TimeZone, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub use crate::terms::date::{Date, DateError, YEARS, bounded_year, date_literal};
pub(crate) use crate::terms::date::{
    around, as_kept, day_after, day_before, days_after, days_between, number, read_date, year_after,
};
use crate::terms::{date::is_kept, id::from_strings, period::Rhythm};

/// The first moment that can be written down, in seconds of Unix: the beginning of 2 January 1949, UTC.
const FIRST: i64 = -662_601_600;

/// The first moment that cannot be written down any more: the beginning of 31 December 2199, UTC.
const END: i64 = 7_258_032_000;

/// A moment with its offset from UTC. There is no naive time at any door.
///
/// Equality and order are those of the instant; [`Time::date`] is the civil date at its own offset.
/// An entry's times always stand at the offset of the charter. That is why a time that can be made lies in [`YEARS`] at
/// every offset, and not at its own alone: not within a day of their ends.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(DateTime<FixedOffset>);

/// Why a string is not a time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TimeError {
    /// The string is not RFC 3339 with an offset.
    #[error("not a time with an offset, such as 2022-12-25T09:00:00+08:00")]
    Form,
    /// The year is outside [`YEARS`].
    #[error("year {0} is outside 1949 to 2199")]
    Year(i32),
    /// The year is one of [`YEARS`] here, but not at every other offset.
    #[error(
        "a time within a day of the beginning of 1949 or of the end of 2199 lies in another year elsewhere"
    )]
    Edge,
}

impl Time {
    /// The civil date at this time's own offset.
    pub fn date(self) -> Date {
        let utc = self.0.naive_utc();
        let of_day =
            i64::from(utc.num_seconds_from_midnight()) + i64::from(self.0.offset().local_minus_utc());
        // Most moments are of the same day here as at UTC, which is quicker to see than to reckon.
        let is_same = (0..24 * 60 * 60).contains(&of_day);
        Date::nearest(if is_same { utc.date() } else { self.0.date_naive() })
    }

    /// The same moment, at another offset.
    pub fn at_offset(self, offset: FixedOffset) -> Self {
        Self(self.0.with_timezone(&offset))
    }

    /// Minutes since midnight at this time's own offset.
    pub(crate) fn minute_of_day(self) -> u16 {
        u16::try_from(self.0.num_seconds_from_midnight() / 60).unwrap_or(0)
    }

    /// The underlying date and time.
    pub fn to_chrono(self) -> DateTime<FixedOffset> {
        self.0
    }
}

impl<Zone: TimeZone> TryFrom<DateTime<Zone>> for Time {
    type Error = TimeError;

    fn try_from(it: DateTime<Zone>) -> Result<Self, TimeError> {
        let it = it.fixed_offset();
        match () {
            () if !YEARS.contains(&it.year()) => Err(TimeError::Year(it.year())),
            () if !is_written_anywhere(it.timestamp()) && !is_kept() => Err(TimeError::Edge),
            () => Ok(Self(it)),
        }
    }
}

impl From<Time> for DateTime<FixedOffset> {
    fn from(it: Time) -> Self {
        it.0
    }
}

impl FromStr for Time {
    type Err = TimeError;

    fn from_str(s: &str) -> Result<Self, TimeError> {
        let otherwise = || DateTime::parse_from_rfc3339(s).map_err(|_| TimeError::Form)?.try_into();
        read_time(s.as_bytes()).map_or_else(otherwise, Ok)
    }
}

from_strings! { Time }

/// Whether a moment lies in [`YEARS`] at every offset there is.
const fn is_written_anywhere(seconds: i64) -> bool {
    FIRST <= seconds && seconds < END
}

/// Of `2022-04-21T09:00:00+08:00`.
const fn read_time(text: &[u8]) -> Option<Time> {
    let [date @ .., b'T', h1, h2, b':', m1, m2, b':', s1, s2, sign, z1, z2, b':', y1, y2] = text else {
        return None;
    };
    let (Some(date), Some(hour), Some(minute), Some(second), Some(hours @ ..24), Some(minutes @ ..60)) = (
        read_date(date),
        number(&[*h1, *h2]),
        number(&[*m1, *m2]),
        number(&[*s1, *s2]),
        number(&[*z1, *z2]),
        number(&[*y1, *y2]),
    ) else {
        return None;
    };
    let east = (hours * 3600 + minutes * 60) as i32;
    let offset = match sign {
        b'+' => FixedOffset::east_opt(east),
        b'-' => FixedOffset::east_opt(-east),
        _ => None,
    };
    let (Some(time), Some(offset)) = (NaiveTime::from_hms_opt(hour, minute, second), offset) else {
        return None;
    };
    match date.to_chrono().and_time(time).checked_sub_offset(offset) {
        Some(utc) if is_written_anywhere(utc.and_utc().timestamp()) => {
            Some(Time(DateTime::from_naive_utc_and_offset(utc, offset)))
        }
        _ => None,
    }
}

#[doc(hidden)]
#[expect(clippy::expect_used, reason = "in a const: what is not a time does not compile")]
pub const fn time_literal(literal: &str) -> Time {
    read_time(literal.as_bytes())
        .expect("this is not a time of 1949 to 2199 such as 2022-04-21T09:00:00+08:00")
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
    let midnight = date.to_chrono().and_time(NaiveTime::MIN);
    Time(
        offset
            .from_local_datetime(&midnight)
            .single()
            .unwrap_or_else(|| midnight.and_utc().with_timezone(&offset)),
    )
}

/// The last second of a day at an offset.
pub(crate) fn end_of(date: Date, offset: FixedOffset) -> Time {
    Time(start_of(date, offset).0 + chrono::TimeDelta::seconds(24 * 60 * 60 - 1))
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
    pub(crate) fn exists(self) -> bool {
        Date::from_ymd_opt(2000, self.month, self.day).is_some()
    }
}

crate::terms::chinese::in_words! { TimeError }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_a_moment_is_that_of_its_offset() {
        for offset in ["-23:59", "-12:00", "-00:01", "+00:00", "+00:01", "+08:00", "+23:59"] {
            for moment in [
                "00:00:00", "00:00:59", "00:01:00", "07:59:59", "08:00:00", "12:00:00", "23:58:59",
                "23:59:59",
            ] {
                let time: Time = format!("2024-02-29T{moment}{offset}").parse().unwrap();
                for other in [-86_340, -28_800, -60, 0, 60, 28_800, 86_340] {
                    let it = time.at_offset(FixedOffset::east_opt(other).unwrap());
                    assert_eq!(it.date().to_chrono(), it.to_chrono().date_naive(), "{time} at {other}");
                }
            }
        }
    }

    #[test]
    fn dates_and_times_are_read_in_a_const_as_outside() {
        for text in [
            "1949-01-01",
            "1949-01-02",
            "2199-12-30",
            "2199-12-31",
            "2000-02-29",
            "2022-02-29",
            "2022-13-01",
            "2022-00-10",
            "2022-01-32",
            "2022-1-01",
            "22-01-01",
            "1948-12-31",
            "2022/01/01",
            "2022-01-01 ",
            "",
            "-2022-01-01",
            "2022-01-0a",
        ] {
            let outside = text.parse::<chrono::NaiveDate>().ok().filter(|it| YEARS.contains(&it.year()));
            let read = outside.filter(|_| text.len() == 10);
            assert_eq!(read_date(text.as_bytes()).map(Date::to_chrono), read, "{text}");
            assert_eq!(text.parse::<Date>().ok().map(Date::to_chrono), read, "{text}");
            for rest in [
                "00:00:00+08:00",
                "23:59:59-23:59",
                "24:00:00+08:00",
                "09:60:00+08:00",
                "09:00:61+08:00",
                "09:00:00+24:00",
                "09:00:00+08:60",
                "09:00:00",
                "09:00+08:00",
                "9:00:00+08:00",
                "09:00:00 08:00",
                "09:00:0a+08:00",
                "12:30:15+00:00",
            ] {
                let text = format!("{text}T{rest}");
                let (read, plain) = (read_time(text.as_bytes()), text.parse::<Time>().ok());
                assert_eq!(read.map(|it| it.to_string()), plain.map(|it| it.to_string()), "{text}");
            }
        }
    }
}
