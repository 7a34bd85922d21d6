//! How much there can be of a thing that is kept, asked for or answered, where no file is its own place for it.

/// The most entries of one body.
pub const ENTRIES_MAX: u32 = 10_000_000;

/// The most rows of one page of options.
pub const OPTIONS_MAX: u16 = 1024;

/// The rows of one page of options where no number is asked for, and the most rows of one kind of act where no page is.
pub const OPTIONS_PAGE: u16 = 256;

/// The most rows of one kind of act that are counted beside a page of options.
pub const OPTIONS_COUNTED: u16 = 256;

/// The most calendar years that the period of a question touches. What reaches further is asked year by year.
pub const PERIOD_YEARS_MAX: i32 = 20;

/// The most days that a question about obligations looks ahead: ten years.
pub const HORIZON_DAYS_MAX: u32 = 3653;

/// The longest table of working days, in bytes.
pub const CALENDAR_MAX: usize = 1024 * 1024;

/// The most days of the working week that are off in one year of a table of working days.
pub const DAYS_OFF_MAX: usize = 120;

/// The most proofs of one entry.
pub const PROOFS_MAX: usize = 32;
