//! The error that says why a file is no spreadsheet that can be read.

use joint_meeting::Language;
use serde::Serialize;

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum UnreadableError {
    /// There is nothing in it.
    #[error("there is nothing in the file")]
    Empty,
    /// The file, or what is packed in it, is larger than what is read.
    #[error("the file is too large: at most 32 MB, 100000 rows, 256 columns and a million cells are read")]
    TooLarge,
    /// It is protected by a password.
    #[error("the file is protected by a password: save it without one")]
    Password,
    /// It is a workbook of the old format (.xls).
    #[error("the file is an old workbook (.xls): save it as .xlsx")]
    OldWorkbook,
    /// It is no spreadsheet.
    #[error("the file is no spreadsheet: .xlsx, .ods and .csv are read")]
    NoSpreadsheet,
    /// Its characters are written in no way that is known.
    #[error("the characters of the file are not UTF-8, UTF-16 or GB18030")]
    Characters,
    /// It begins as a spreadsheet does, and does not go on so.
    #[error("the file is damaged: {why}")]
    Damaged {
        /// What the reader says.
        why: String,
    },
}

impl UnreadableError {
    /// The error in words.
    pub fn text(&self, language: Language) -> String {
        if language == Language::En {
            return self.to_string();
        }
        match self {
            Self::Empty => "文件中没有内容".to_owned(),
            Self::TooLarge => "文件过大：最多读取32 MB、10万行、256列、100万个单元格".to_owned(),
            Self::Password => "文件设有密码，请取消密码后另存".to_owned(),
            Self::OldWorkbook => "文件是旧版工作簿（.xls），请另存为 .xlsx".to_owned(),
            Self::NoSpreadsheet => "文件不是表格，可读取 .xlsx、.ods 和 .csv".to_owned(),
            Self::Characters => "文件的文字编码不是 UTF-8、UTF-16 或者 GB18030".to_owned(),
            Self::Damaged { why } => format!("文件已损坏：「{why}」"),
        }
    }

    pub(super) fn damaged(why: impl ToString) -> Self {
        Self::Damaged { why: why.to_string().chars().take(200).collect() }
    }
}
