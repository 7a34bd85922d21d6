//! What can be wrong with a table of working days.

use crate::terms::{
    limits::{CALENDAR_MAX, DAYS_OFF_MAX},
    time::Date,
};

/// The line of a working-day table that is wrong, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the working-day table: {fault}")]
#[non_exhaustive]
pub struct CalendarError {
    /// The number of the line, counted from one; of what is missing, that after the last.
    pub line: usize,
    /// What is wrong.
    pub fault: TableError,
}

/// What can be wrong with a line of a working-day table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// The table is longer than [`CALENDAR_MAX`](crate::limits::CALENDAR_MAX).
    #[error("longer than {CALENDAR_MAX} bytes")]
    TooLong,
    /// A year has more days off than [`DAYS_OFF_MAX`](crate::limits::DAYS_OFF_MAX).
    #[error("year {0} has more than {DAYS_OFF_MAX} days off")]
    DaysOff(i32),
    /// The table does not begin with the names of its columns.
    #[error("the header `date,kind,occasion` should stand here, not `{0}`")]
    Header(String),
    /// The line is not a day, what is made of it and perhaps the occasion. A long line is cut short here.
    #[error("not `date,off|work,occasion`: `{0}`")]
    Row(String),
    /// An earlier line says otherwise.
    #[error("another line says otherwise of {0}")]
    Contradiction(Date),
    /// The table does not say from when or through when it is known.
    #[error("`{0}` is missing: `date,{0}` says how far the table is known, which is whole years")]
    NoCoverage(&'static str),
    /// What is said to be known does not begin or end with a year, or ends before it begins.
    #[error("a table is known for whole years, and {0} is not at the end of one")]
    Coverage(Date),
    /// The day lies where the table is not known.
    #[error("{0} lies where the table is not known")]
    NotCovered(Date),
}

crate::terms::chinese::in_words! { CalendarError TableError }
