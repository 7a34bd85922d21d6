//! Days: the one type of a civil date, which lies in the years that can be written down, and the reckoning with days.

use std::{cell::Cell, fmt, ops::Sub, str::FromStr};

use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::terms::{id::from_strings, period::Period};

/// The years in which a time or date may lie.
pub const YEARS: std::ops::RangeInclusive<i32> = 1949..=2199;

/// A civil date in one of [`YEARS`]; only what an old journal keeps may hold a day beside them.
///
/// It is written in one way, `2022-04-21`, and read from that alone. A date of another year cannot be made:
///
/// ```
/// use joint_meeting::{chrono::NaiveDate, time::{Date, DateError}};
///
/// let day: Date = "2199-12-31".parse()?;
/// assert_eq!("2200-01-01".parse::<Date>(), Err(DateError::Year(2200)));
/// assert_eq!(Date::try_from(NaiveDate::MAX).unwrap_err(), DateError::Year(262142));
/// assert_eq!(day.succ_opt(), None);
/// # Ok::<(), DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Date(NaiveDate);

/// Why something is not a date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateError {
    /// The text is no day at all.
    #[error("`{0}` is not a day such as 2022-05-01")]
    Form(String),
    /// The text means a day, and writes it in another way.
    #[error("`{text}` is not a day: write {day}")]
    Spelling {
        /// The text.
        text: String,
        /// The day that it seems to mean.
        day: Date,
    },
    /// The year is outside [`YEARS`].
    #[error("year {0} is outside 1949 to 2199")]
    Year(i32),
}

/// How much of a text that is no day an error repeats, in characters.
const SHOWN: usize = 40;

impl Date {
    /// The day of that year, month and day of the month; none if there is no such day, or if it lies outside [`YEARS`].
    pub const fn from_ymd_opt(year: i32, month: u32, day: u32) -> Option<Self> {
        if year < *YEARS.start() || year > *YEARS.end() {
            return None;
        }
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(it) => Some(Self(it)),
            None => None,
        }
    }

    /// The first day of [`YEARS`].
    pub const MIN: Self = date_literal("1949-01-01");

    /// The last day of [`YEARS`].
    pub const MAX: Self = date_literal("2199-12-31");

    /// The day, or the first or last of [`YEARS`] if it lies before or after these.
    pub(crate) fn nearest(it: NaiveDate) -> Self {
        Self(it).clamp(Self::MIN, Self::MAX)
    }

    /// The day after; none after the last of [`YEARS`].
    pub fn succ_opt(self) -> Option<Self> {
        self.0.succ_opt()?.try_into().ok()
    }

    /// The day before; none before the first of [`YEARS`].
    pub fn pred_opt(self) -> Option<Self> {
        self.0.pred_opt()?.try_into().ok()
    }

    /// The underlying date.
    pub const fn to_chrono(self) -> NaiveDate {
        self.0
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = DateError;

    fn try_from(it: NaiveDate) -> Result<Self, DateError> {
        if YEARS.contains(&it.year()) { Ok(Self(it)) } else { Err(DateError::Year(it.year())) }
    }
}

impl From<Date> for NaiveDate {
    fn from(it: Date) -> Self {
        it.0
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        if let Some(it) = read_date(text.as_bytes()) {
            return Ok(it);
        }
        let shown = || text.chars().take(SHOWN).collect::<String>();
        match (text.parse::<NaiveDate>().map(Self::try_from), day_meant(text)) {
            (Ok(Err(beside)), _) => Err(beside),
            (_, Some(day)) => Err(DateError::Spelling { text: shown(), day }),
            _ => Err(DateError::Form(shown())),
        }
    }
}

from_strings! { Date }

impl Datelike for Date {
    fn year(&self) -> i32 {
        self.0.year()
    }
    fn month(&self) -> u32 {
        self.0.month()
    }
    fn month0(&self) -> u32 {
        self.0.month0()
    }
    fn day(&self) -> u32 {
        self.0.day()
    }
    fn day0(&self) -> u32 {
        self.0.day0()
    }
    fn ordinal(&self) -> u32 {
        self.0.ordinal()
    }
    fn ordinal0(&self) -> u32 {
        self.0.ordinal0()
    }
    fn weekday(&self) -> chrono::Weekday {
        self.0.weekday()
    }
    fn iso_week(&self) -> chrono::IsoWeek {
        self.0.iso_week()
    }
    fn with_year(&self, year: i32) -> Option<Self> {
        self.0.with_year(year)?.try_into().ok()
    }
    fn with_month(&self, month: u32) -> Option<Self> {
        self.0.with_month(month).map(Self)
    }
    fn with_month0(&self, month0: u32) -> Option<Self> {
        self.0.with_month0(month0).map(Self)
    }
    fn with_day(&self, day: u32) -> Option<Self> {
        self.0.with_day(day).map(Self)
    }
    fn with_day0(&self, day0: u32) -> Option<Self> {
        self.0.with_day0(day0).map(Self)
    }
    fn with_ordinal(&self, ordinal: u32) -> Option<Self> {
        self.0.with_ordinal(ordinal).map(Self)
    }
    fn with_ordinal0(&self, ordinal0: u32) -> Option<Self> {
        self.0.with_ordinal0(ordinal0).map(Self)
    }
}

impl Sub for Date {
    type Output = TimeDelta;

    fn sub(self, other: Self) -> TimeDelta {
        self.0 - other.0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Date;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a formatted date string")
            }
            fn visit_str<E: de::Error>(self, value: &str) -> Result<Date, E> {
                let kept = || is_kept().then(|| value.parse().ok().map(Date)).flatten();
                value.parse().or_else(|why| kept().ok_or(why)).map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Visitor)
    }
}

/// Reads a year as one of [`YEARS`], as a date is read: for `#[serde(deserialize_with = …)]`.
///
/// # Errors
/// It is no number, or another year.
pub fn bounded_year<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i32, D::Error> {
    let year = i32::deserialize(deserializer)?;
    if YEARS.contains(&year) || is_kept() { Ok(year) } else { Err(de::Error::custom(DateError::Year(year))) }
}

thread_local! {
    static KEPT: Cell<bool> = const { Cell::new(false) };
}

/// Reads what was written before: a journal may hold days and times that no door takes any more.
pub(crate) fn as_kept<T>(read: impl FnOnce() -> T) -> T {
    let before = KEPT.replace(true);
    let it = read();
    KEPT.set(before);
    it
}

/// Whether what is read was written before.
pub(super) fn is_kept() -> bool {
    KEPT.get()
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Date {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date" })
    }
}

/// The number that decimal digits write.
pub(crate) const fn number(digits: &[u8]) -> Option<u32> {
    let (mut rest, mut number) = (digits, 0_u32);
    while let [digit, after @ ..] = rest {
        if !digit.is_ascii_digit() {
            return None;
        }
        number = match number.checked_mul(10) {
            Some(it) => it + (*digit - b'0') as u32,
            None => return None,
        };
        rest = after;
    }
    Some(number)
}

/// Of `2022-04-21`.
pub(crate) const fn read_date(text: &[u8]) -> Option<Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    match (number(&[*y1, *y2, *y3, *y4]), number(&[*m1, *m2]), number(&[*d1, *d2])) {
        (Some(year), Some(month), Some(day)) => Date::from_ymd_opt(year as i32, month, day),
        _ => None,
    }
}

/// The day that a text means which is written in another way: `2022/5/1`, `2022年5月1日`, a day with a time. A moment with an offset
/// means none: which day it is depends on where one stands.
fn day_meant(text: &str) -> Option<Date> {
    let digit = |it: char| match it {
        '０'..='９' => char::from_digit(u32::from(it) - u32::from('０'), 10).unwrap_or(it),
        _ => it,
    };
    let text: String = text.trim().chars().map(digit).collect();
    let (day, time) = text.split_once(['T', 't', ' ']).unwrap_or((&text, ""));
    if time.contains(['Z', 'z', '+', '-']) {
        return None;
    }
    let mut parts = day.split(['-', '/', '.', '年', '月', '日', '－', '／']).filter(|it| !it.is_empty());
    let mut next = || parts.next()?.parse::<u32>().ok();
    let (year, month, on) = (next()?, next()?, next()?);
    if next().is_some() {
        return None;
    }
    Date::from_ymd_opt(i32::try_from(year).ok()?, month, on)
}

#[doc(hidden)]
#[expect(clippy::expect_used, reason = "in a const: what is not a date does not compile")]
pub const fn date_literal(literal: &str) -> Date {
    read_date(literal.as_bytes()).expect("this is not a date of 1949 to 2199 such as 2022-04-21")
}

/// The day before. The first day of [`YEARS`] stays.
pub(crate) fn day_before(date: Date) -> Date {
    date.pred_opt().unwrap_or(date)
}

/// The day after. The last day of [`YEARS`] stays.
pub(crate) fn day_after(date: Date) -> Date {
    date.succ_opt().unwrap_or(date)
}

/// The day so many days later, but not after the last of [`YEARS`].
pub(crate) fn days_after(date: Date, days: u32) -> Date {
    date.0.checked_add_days(Days::new(days.into())).map_or(Date::MAX, Date::nearest)
}

/// The corresponding day of the next year, or the last of its month (民法典 202); not after the last of [`YEARS`].
pub(crate) fn year_after(date: Date) -> Date {
    date.0.checked_add_months(chrono::Months::new(12)).map_or(Date::MAX, Date::nearest)
}

/// A period with so many days more on either side, within [`YEARS`].
pub(crate) fn around(period: Period, days: u64) -> Period {
    Period {
        from: period.from.0.checked_sub_days(Days::new(days)).map_or(Date::MIN, Date::nearest),
        to: period.to.0.checked_add_days(Days::new(days)).map_or(Date::MAX, Date::nearest),
    }
}

/// The number of whole days from one date to another; negative if the other is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    (to - from).num_days()
}

crate::terms::chinese::in_words! { DateError }
