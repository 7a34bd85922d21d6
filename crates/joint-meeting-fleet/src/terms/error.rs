//! The error that says why a whole batch, or a whole file, gives no answer.
//!
//! A body that cannot be read is none of these: it has a row of its own, whose column `error` says why.

use joint_meeting::Language;

/// Why there is no answer for a batch or a file.
#[derive(Clone, Debug, thiserror::Error)]
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
    #[cfg(feature = "files")]
    #[error(transparent)]
    Store(#[from] joint_meeting_store::StoreError),
}

impl FleetError {
    /// Which error it is, for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NoColumn { .. } => "no_column",
            Self::ColumnType { .. } => "column_type",
            Self::Stopped => "stopped",
            Self::Failed { .. } => "failed",
            Self::File { .. } => "file",
            Self::Ending { .. } => "ending",
            Self::SheetFull { .. } => "sheet_full",
            #[cfg(feature = "files")]
            Self::Store(why) => why.kind(),
        }
    }

    /// The error as a sentence.
    ///
    /// ```
    /// use joint_meeting::Language;
    /// use joint_meeting_fleet::FleetError;
    ///
    /// assert_eq!(FleetError::Stopped.text(Language::Zh), "已按要求停止");
    /// ```
    pub fn text(&self, language: Language) -> String {
        if language == Language::En {
            return self.to_string();
        }
        match self {
            Self::NoColumn { column, has } => match has.as_slice() {
                [] => format!("没有“{column}”列，一列也没有"),
                has => format!("没有“{column}”列；现有{}", has.join("、")),
            },
            Self::ColumnType { column, found, accepted } => {
                format!("“{column}”列的类型是{found}，应为{accepted}")
            }
            Self::Stopped => "已按要求停止".to_owned(),
            Self::Failed { why } => format!("无法汇总结果：{why}"),
            Self::File { place, why } => format!("{place}：{why}"),
            Self::Ending { place, accepted } => format!("{place}的扩展名应为{accepted}之一"),
            Self::SheetFull { place, room } => {
                format!("{place}：一张工作表只能放{room}行，结果不止这些；请写成.parquet或.csv")
            }
            #[cfg(feature = "files")]
            Self::Store(why) => why.text(language),
        }
    }
}

fn listed(names: &[String]) -> String {
    match names {
        [] => "none".to_owned(),
        names => names.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", "),
    }
}
