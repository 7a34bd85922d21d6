//! The error that says why a whole batch, or a whole file, gives no answer.
//!
//! A body that cannot be read is none of these: it has a row of its own, whose column `error` says why.

/// Why there is no answer for a batch or a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FleetError {
    /// A column is missing.
    #[error("there is no column `{column}`; there are {}", listed(.has))]
    NoColumn {
        /// The column.
        column: &'static str,
        /// The columns that there are.
        has: Vec<String>,
    },
    /// A column holds something else than it has to.
    #[error("the column `{column}` holds {found}, and may hold {accepted}")]
    ColumnType {
        /// The column.
        column: &'static str,
        /// The type that it has.
        found: String,
        /// The types that would do.
        accepted: &'static str,
    },
    /// Somebody has said that the work is to stop.
    #[error("stopped, as was asked")]
    Stopped,
    /// A batch cannot be put together, or threads not be started.
    #[error("the answer cannot be put together: {why}")]
    Failed {
        /// Why.
        why: String,
    },
    /// A file cannot be read or written.
    #[error("`{place}`: {why}")]
    File {
        /// The file.
        place: String,
        /// Why.
        why: String,
    },
    /// The name of a file does not say what to write.
    #[error("`{place}` ends in none of {accepted}")]
    Ending {
        /// The file.
        place: String,
        /// The endings that would do.
        accepted: &'static str,
    },
    /// A sheet of a workbook has room for fewer rows.
    #[error("`{place}` has room for {room} rows, and the answer has more; write .parquet or .csv")]
    SheetFull {
        /// The file.
        place: String,
        /// So many rows a sheet has room for.
        room: usize,
    },
    /// A store gives no answer.
    #[error("{why}")]
    Store {
        /// Why, as the store says it.
        why: String,
    },
}

fn listed(names: &[String]) -> String {
    match names {
        [] => "none".to_owned(),
        names => names.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", "),
    }
}
