//! Moments and days, and all date arithmetic but that of periods and working days.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, SecondsFormat, TimeZone};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::terms::{
    id::from_strings,
    period::{Period, Rhythm},
};

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
#[non_exhaustive]
pub enum TimeError {
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
    pub(crate) fn minute_of_day(self) -> u16 {
        use chrono::Timelike;
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
        if YEARS.contains(&it.year()) { Ok(Self(it)) } else { Err(TimeError::Year(it.year())) }
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
        DateTime::parse_from_rfc3339(s).map_err(|_| TimeError::Form)?.try_into()
    }
}

from_strings! { Time }

/// The number that decimal digits write.
const fn number(digits: &[u8]) -> Option<u32> {
    let (mut rest, mut number) = (digits, 0);
    while let [digit, after @ ..] = rest {
        if !digit.is_ascii_digit() {
            return None;
        }
        number = number * 10 + (*digit - b'0') as u32;
        rest = after;
    }
    Some(number)
}

/// Of `2022-04-21`.
const fn read_date(text: &[u8]) -> Option<Date> {
    let [year @ .., b'-', m1, m2, b'-', d1, d2] = text else { return None };
    match (number(year), number(&[*m1, *m2]), number(&[*d1, *d2])) {
        (Some(year @ 1949..=2199), Some(month), Some(day)) => Date::from_ymd_opt(year as i32, month, day),
        _ => None,
    }
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
    match date.and_time(time).checked_sub_offset(offset) {
        Some(utc) => Some(Time(DateTime::from_naive_utc_and_offset(utc, offset))),
        None => None,
    }
}

/// The day that a text means which is written in another way: `2022/5/1`, `2022年5月1日`, a day with a time.
pub(crate) fn day_meant(text: &str) -> Option<Date> {
    let digit = |it: char| match it {
        '０'..='９' => char::from_digit(u32::from(it) - u32::from('０'), 10).unwrap_or(it),
        _ => it,
    };
    let text: String = text.trim().chars().map(digit).collect();
    let day = text.split(['T', 't', ' ']).next()?;
    let mut parts = day.split(['-', '/', '.', '年', '月', '日', '－', '／']).filter(|it| !it.is_empty());
    let mut next = || parts.next()?.parse::<u32>().ok();
    let (year, month, on) = (next()?, next()?, next()?);
    if next().is_some() || !YEARS.contains(&i32::try_from(year).ok()?) {
        return None;
    }
    Date::from_ymd_opt(i32::try_from(year).ok()?, month, on)
}

#[doc(hidden)]
#[expect(clippy::expect_used, reason = "in a const: what is not a date does not compile")]
pub const fn date_literal(literal: &str) -> Date {
    read_date(literal.as_bytes()).expect("this is not a date of 1949 to 2199 such as 2022-04-21")
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
    let midnight = date.and_time(NaiveTime::MIN);
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

/// The day before. A date at the end of the calendar stays.
pub(crate) fn day_before(date: Date) -> Date {
    date.pred_opt().unwrap_or(date)
}

/// The day after. A date at the end of the calendar stays.
pub(crate) fn day_after(date: Date) -> Date {
    date.succ_opt().unwrap_or(date)
}

/// The day so many days later, but not after the last of [`YEARS`]: later moments cannot be written down.
pub(crate) fn days_after(date: Date, days: u32) -> Date {
    let last = Date::from_ymd_opt(*YEARS.end(), 12, 31).unwrap_or(date);
    date.checked_add_days(Days::new(days.into())).unwrap_or(last).min(last).max(date)
}

/// The corresponding day of the next year, or the last of its month (民法典 202).
pub(crate) fn year_after(date: Date) -> Date {
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
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
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
    pub(crate) fn exists(self) -> bool {
        Date::from_ymd_opt(2000, self.month, self.day).is_some()
    }
}

crate::terms::chinese::in_words! { TimeError }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_are_read_in_a_const_as_outside() {
        for text in [
            "1949-01-01",
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
            let read: Option<Date> =
                text.parse().ok().filter(|it: &Date| text.len() == 10 && YEARS.contains(&it.year()));
            assert_eq!(read_date(text.as_bytes()), read, "{text}");
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
