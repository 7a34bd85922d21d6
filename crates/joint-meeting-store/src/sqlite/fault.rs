//! What an error of SQLite means for who stores.

use rusqlite::{Error, ErrorCode};

/// What is at fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Somebody else, who writes.
    Busy,
    /// It was opened to read, or may only be read.
    ReadOnly,
    /// A key is taken.
    Taken,
    /// The file is none of SQLite.
    NoDatabase,
    /// The disk, or the file.
    Disk,
}

pub(super) fn fault(why: &Error) -> Fault {
    match why.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Fault::Busy,
        Some(ErrorCode::ReadOnly) => Fault::ReadOnly,
        Some(ErrorCode::ConstraintViolation) => Fault::Taken,
        Some(ErrorCode::NotADatabase) => Fault::NoDatabase,
        _ => Fault::Disk,
    }
}
