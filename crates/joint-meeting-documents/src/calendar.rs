//! The dates of a body as data: its meetings and what is owed, for calendar programs and as a table.
//!
//! Which dates there are is gathered in `make`, how they are worded stands in the templates, and the file for calendar
//! programs is written in `write`.

use joint_meeting::{
    journal::Head,
    time::{Date, Time},
};

use crate::paper::Paper;

/// The dates of a body (日程).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperCalendar {
    /// Its name.
    pub name: String,
    /// The time at which the last entry it was made from was recorded.
    pub stamp: Time,
    /// The dates: meetings first, each group in order.
    pub dates: Vec<Dated>,
    /// The calendar as a paper with one table, for CSV and for print.
    pub table: Paper,
    /// The head of the journal it was made from.
    pub made_from: Head,
}

/// Something with a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The name of the thing, which is the same in every calendar of the body, whatever has become of the thing.
    pub uid: String,
    /// What it is called.
    pub title: String,
    /// What there is to know of it.
    pub about: String,
    /// How often its date or what there is to say of it may have changed.
    pub changes: u32,
    /// When the last of what changed it, or did it, was recorded; none of something owed that stands as it began.
    pub modified: Option<Time>,
    /// When it is.
    pub when: When,
}

/// When something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// A meeting.
    Meeting {
        /// When it begins or began.
        from: Time,
        /// When it was closed; before that, when it is to end, if that was said.
        to: Option<Time>,
        /// Where it is, if the host has said so.
        place: Option<String>,
        /// Whether it was called off.
        cancelled: bool,
    },
    /// Something owed.
    Duty {
        /// The last day in time; without one it is owed at once.
        due: Option<Date>,
        /// The last moment of that day in time, where it is not the end of the day.
        until: Option<Time>,
        /// When to remind of it: on the safe day, and never later than the day before the last in time; none once that is
        /// past or nothing is left to do.
        alarm: Option<Time>,
        /// How far it has come.
        progress: Progress,
    },
}

/// How far something owed has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing is known to be done.
    Open,
    /// A part is done, in per cent.
    Begun(u8),
    /// It was done, by what happened then.
    Done(Time),
    /// Whether it was done cannot be said in one word: the readings differ, or it can no longer be done.
    Unsaid,
}
