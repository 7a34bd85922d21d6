//! What is asked of every body of a fleet.

use std::sync::Arc;

use joint_meeting::{
    Language,
    answer::Verdict,
    time::{Calendar, Date, Period},
};

/// A question that is asked of every body.
///
/// ```
/// use joint_meeting::{answer::Verdict, time::Period};
/// use joint_meeting_fleet::FleetQuestion;
///
/// let year = Period::year(2022).unwrap();
/// let question = FleetQuestion::audit(year, "2023-01-15".parse()?).only([Verdict::Unmet]).checked();
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FleetQuestion {
    /// What is asked.
    pub ask: FleetAsk,
    /// The verdicts of which there are rows; of all, where none is named.
    pub only: Vec<Verdict>,
    /// Whether every line of a journal is checked, byte for byte, with the chain from line to line. Where not, what the lines say is
    /// trusted; whether the rules would have allowed it is asked in an audit all the same.
    pub checked: bool,
    /// The table of working days, where it is another than the one that comes with the library.
    pub calendar: Option<Arc<Calendar>>,
    /// The language of the column `error`, which is the only one that holds sentences, and of the headings and words of a workbook:
    /// English, unless somebody says otherwise.
    pub language: Language,
}

/// What is asked of every body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FleetAsk {
    /// Whether the charter was kept in a period, as seen on a day.
    Audit {
        /// The period.
        period: Period,
        /// The day.
        on: Date,
    },
    /// What is owed on a day.
    Obligations {
        /// The day.
        on: Date,
        /// So many days ahead, with what is due by then.
        horizon_days: u32,
    },
    /// Which charter is in force on a day, and how it differs from the one that comes with the library.
    Charters {
        /// The day.
        on: Date,
    },
}

impl FleetQuestion {
    /// A question.
    pub fn new(ask: FleetAsk) -> Self {
        Self { ask, only: Vec::new(), checked: false, calendar: None, language: Language::En }
    }

    /// Whether the charter was kept in a period, as seen on a day.
    pub fn audit(period: Period, on: Date) -> Self {
        Self::new(FleetAsk::Audit { period, on })
    }

    /// What is owed on a day, and what is due within so many days.
    pub fn obligations(on: Date, horizon_days: u32) -> Self {
        Self::new(FleetAsk::Obligations { on, horizon_days })
    }

    /// Which charter is in force on a day.
    pub fn charters(on: Date) -> Self {
        Self::new(FleetAsk::Charters { on })
    }

    /// Rows of these verdicts alone.
    #[must_use]
    pub fn only(self, verdicts: impl IntoIterator<Item = Verdict>) -> Self {
        Self { only: verdicts.into_iter().collect(), ..self }
    }

    /// The same with every line of every journal checked.
    #[must_use]
    pub fn checked(self) -> Self {
        Self { checked: true, ..self }
    }

    /// The same by another table of working days.
    #[must_use]
    pub fn by_calendar(self, calendar: impl Into<Arc<Calendar>>) -> Self {
        Self { calendar: Some(calendar.into()), ..self }
    }

    /// The same with the column `error`, and the headings and words of a workbook, in a language.
    #[must_use]
    pub fn said_in(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// Whether a verdict has a row.
    pub(crate) fn wants(&self, verdict: Verdict) -> bool {
        self.only.is_empty() || self.only.contains(&verdict)
    }
}
