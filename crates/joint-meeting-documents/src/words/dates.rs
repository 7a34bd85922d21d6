//! The wording of dates, for calendars and for the table of them.
//!
//! Which dates there are is gathered in `make`.

use chrono::NaiveTime;
use serde::Deserialize;

use super::Pattern;

/// How dates are worded.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CalendarForm {
    pub(crate) name: Pattern,
    /// The time of day at which the calendar reminds.
    pub(crate) alarm: NaiveTime,
    pub(crate) meeting: DateForm,
    pub(crate) duty: DateForm,
    pub(crate) place: Pattern,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DateForm {
    pub(crate) title: Pattern,
    pub(crate) about: Pattern,
}
