//! Periods of days, and the rhythms that cut time into them.

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Deserializer, Serialize, de};

use crate::terms::{
    limits::{HORIZON_DAYS_MAX, PERIOD_YEARS_MAX},
    time::{Date, YEARS},
};

/// A run of days, both ends included.
///
/// ```
/// use joint_meeting::time::Period;
///
/// let spring = Period::new("2022-03-01".parse()?, "2022-05-31".parse()?)?;
/// assert!(spring.contains("2022-05-31".parse()?));
/// assert!(Period::new(spring.to, spring.from).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// A period would end before it begins, or is longer than one that is asked about can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("a period from {from} to {to} {}", self.problem())]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PeriodError {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

crate::terms::chinese::in_words! { PeriodError }

/// Reads a period that is asked about.
pub(crate) fn in_order<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Period, D::Error> {
    let Period { from, to } = Period::deserialize(deserializer)?;
    Period::of_question(from, to).map_err(de::Error::custom)
}

/// Reads for how many days one looks ahead.
pub(crate) fn horizon<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    match u32::deserialize(deserializer)? {
        days @ 0..=HORIZON_DAYS_MAX => Ok(days),
        _ => Err(de::Error::custom(format!("at most {HORIZON_DAYS_MAX} days are looked ahead"))),
    }
}

impl PeriodError {
    fn problem(&self) -> String {
        match self.to < self.from {
            true => "ends before it begins".to_owned(),
            false => format!("touches more than {PERIOD_YEARS_MAX} years"),
        }
    }
}

impl Period {
    /// The days from the first to the last.
    ///
    /// # Errors
    /// If the last lies before the first.
    pub fn new(from: Date, to: Date) -> Result<Self, PeriodError> {
        if to < from { Err(PeriodError { from, to }) } else { Ok(Self { from, to }) }
    }

    /// The part of it from a day on, where one is given; none if it ends before.
    pub(crate) fn since(self, day: Option<Date>) -> Option<Self> {
        let from = day.map_or(self.from, |it| it.max(self.from));
        (from <= self.to).then_some(Self { from, to: self.to })
    }

    /// The same, as a question takes it.
    ///
    /// # Errors
    /// If the last lies before the first, or the days lie in more than
    /// [`PERIOD_YEARS_MAX`](crate::limits::PERIOD_YEARS_MAX) calendar years.
    pub fn of_question(from: Date, to: Date) -> Result<Self, PeriodError> {
        if to.year() - from.year() < PERIOD_YEARS_MAX {
            Self::new(from, to)
        } else {
            Err(PeriodError { from, to })
        }
    }

    /// The calendar year. `None` outside [`YEARS`].
    pub fn year(year: i32) -> Option<Self> {
        if !YEARS.contains(&year) {
            return None;
        }
        Some(Self { from: Date::from_ymd_opt(year, 1, 1)?, to: Date::from_ymd_opt(year, 12, 31)? })
    }

    /// All of [`YEARS`].
    pub(crate) const LONGEST: Self = Self { from: Date::MIN, to: Date::MAX };

    /// Whether the day lies in it.
    pub fn contains(self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }

    /// The days that both periods have in common.
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
            let next = from.to_chrono().checked_add_months(chrono::Months::new(count));
            let to = next.and_then(|it| it.pred_opt()).map_or(date, Date::nearest);
            Period { from, to }
        };
        let month0 = date.month0();
        match self {
            Self::Year => months(1, 12),
            Self::Half => months(month0 / 6 * 6 + 1, 6),
            Self::Quarter => months(month0 / 3 * 3 + 1, 3),
            Self::Month => months(month0 + 1, 1),
            Self::Week => {
                let week = date.to_chrono().week(Weekday::Mon);
                Period {
                    from: week.checked_first_day().map_or(date, Date::nearest),
                    to: week.checked_last_day().map_or(date, Date::nearest),
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
