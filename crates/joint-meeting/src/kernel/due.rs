//! Due dates: when something is late, and the safe day before.

use serde::Serialize;

use crate::{
    charter::readings::{DueDay, Reading},
    kernel::{verdict::ReadingUse, view::View},
    terms::{
        calendar::Reckoned,
        record::words,
        time::{Date, MonthDay, Time, day_before},
    },
};

impl Due {
    /// By the end of a day.
    pub(crate) fn on(view: &View<'_>, date: Date) -> Self {
        Self::reckoned(view, Reckoned { date, provisional: false }, date, Reckoning::Dates)
    }

    /// Within so many working days after a day, which does not count itself.
    pub(crate) fn within_working_days(view: &View<'_>, from: Date, days: u16) -> Self {
        let last = view.calendar().working_days_after(from, days);
        Self::reckoned(view, last, last.date, Reckoning::WorkingDays)
    }

    /// Before a day of the year (某月某日前), by the reading in effect. The safe day is the last working day before.
    pub(crate) fn before(view: &View<'_>, day: MonthDay, year: i32) -> Option<Self> {
        let date = day.in_year(year)?;
        let exact = |date| Reckoned { date, provisional: false };
        let (last, reckoning) = match view.reading::<DueDay>() {
            DueDay::Inclusive | DueDay::CloseOfWork => (exact(date), Reckoning::Dates),
            DueDay::Exclusive => (exact(day_before(date)), Reckoning::Dates),
            DueDay::Rolled => (view.calendar().working_day_on_or_after(date), Reckoning::WorkingDays),
        };
        let mut due = Self::reckoned(view, last, day_before(date), reckoning);
        if let DueDay::CloseOfWork = view.reading() {
            due.minute = view.settings().close_of_work.fixed().map(|it| it.hour * 60 + it.minute);
        }
        due.reading = Some(ReadingUse::new(DueDay::KEY, view.option(DueDay::KEY)));
        Some(due)
    }

    fn reckoned(view: &View<'_>, last: Reckoned, safe_from: Date, reckoning: Reckoning) -> Self {
        let safe = view.table.for_advice().working_day_on_or_before(safe_from);
        Self {
            date: last.date,
            minute: None,
            safe: safe.date,
            reckoning,
            reading: None,
            provisional: last.provisional || safe.provisional,
        }
    }

    /// Whether a time is too late.
    pub(crate) fn missed_by(&self, at: Time) -> bool {
        let date = at.date();
        date > self.date || (date == self.date && self.minute.is_some_and(|it| at.minute_of_day() > it))
    }
}

words! {
    /// How a date was reckoned.
    pub enum Reckoning {
        /// It was reckoned by calendar dates alone.
        Dates "按日历推算" "by calendar dates",
        /// It was reckoned by the table of working days.
        WorkingDays "按工作日推算" "by working days",
    }
}

/// When something is due (期限).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Due {
    /// The last day in time.
    pub date: Date,
    /// The last minute of that day in time, counted from midnight; without one, its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minute: Option<u16>,
    /// The last working day on which it is in time by every defensible reading.
    pub safe: Date,
    /// How the date was reckoned.
    pub reckoning: Reckoning,
    /// The reading that settles the date, where one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<ReadingUse>,
    /// Whether there was a day on the way of which no known decree has the last word, so that the answer may change.
    pub provisional: bool,
}
