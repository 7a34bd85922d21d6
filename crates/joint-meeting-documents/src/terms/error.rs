//! The error that says why a paper cannot be made or written, for makers and writers alike.
//!
//! What is wrong with a file of wording is told where that is read.

use joint_meeting::{ActKind, Language, id::UnitId, time::PeriodError, words::kind_text};
use serde::Serialize;

/// Why a paper cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PaperError {
    /// The journal knows no such thing.
    #[error("no {kind} `{name}`")]
    Unknown {
        /// The kind it would be of.
        kind: &'static str,
        /// Its name.
        name: String,
    },
    /// What the paper is about has not happened.
    #[error("`{act}` has not happened yet")]
    NotYet {
        /// The act that is missing.
        act: &'static str,
    },
    /// The act is another than one that issues a document.
    #[error("`{act}` issues no document")]
    NoDocument {
        /// The act.
        act: &'static str,
    },
    /// The unit owes no report for that year.
    #[error("`{unit}` owes no report for {year}")]
    NothingOwed {
        /// The unit.
        unit: UnitId,
        /// The year.
        year: i32,
    },
    /// No such year can be written down.
    #[error("year {year} is out of range")]
    Year {
        /// The year.
        year: i32,
    },
    /// The period asked about ends before it begins, or is too long.
    #[error(transparent)]
    Period(#[from] PeriodError),
    /// The wording has no such paper.
    #[error("the wording has no paper `{name}`")]
    NoTemplate {
        /// Its name.
        name: String,
    },
    /// The wording lacks a word.
    #[error("the wording has no word `{word}`")]
    NoWord {
        /// Its key.
        word: String,
    },
    /// A template asks for a field that neither the journal nor the host has.
    #[error("{place}: field `{field}` is missing")]
    MissingField {
        /// The place in the wording.
        place: String,
        /// The field.
        field: String,
    },
    /// A template makes more of what it is given than a paper can hold.
    #[error("{place}: too long")]
    TooLong {
        /// Where in the wording.
        place: String,
    },
    /// A template has a heading of a level that there is not.
    #[error("{template}: a heading of level {level}; the levels are 1 to 4")]
    BadLevel {
        /// The template.
        template: String,
        /// The level.
        level: u8,
    },
    /// A paper without a table has nothing for CSV.
    #[error("there is no table in this paper")]
    NoTable,
    /// A format could not be written.
    #[error("the paper cannot be written: {why}")]
    NotWritten {
        /// What the writer says.
        why: String,
    },
}

impl PaperError {
    /// The error in words.
    pub fn text(&self, language: Language) -> String {
        let title = |act: &str| ActKind::named(act).map_or("", |it| it.title(language));
        if language == Language::En {
            return match self {
                Self::NotYet { act } => format!("not done yet: {}", title(act)),
                Self::NoDocument { act } => format!("no document is issued by this act: {}", title(act)),
                Self::Unknown { kind, name } => format!("there is no {} `{name}`", kind_text(kind, language)),
                other => other.to_string(),
            };
        }
        match self {
            Self::Unknown { kind, name } => format!("没有{}「{name}」", kind_text(kind, language)),
            Self::NotYet { act } => format!("尚未{}", title(act)),
            Self::NoDocument { act } => format!("“{}”不印发文件", title(act)),
            Self::NothingOwed { unit, year } => format!("单位「{unit}」没有{year}年应报送的工作情况"),
            Self::Year { year } => format!("年份{year}超出范围"),
            Self::NoTemplate { name } => format!("用语中没有文稿「{name}」"),
            Self::NoWord { word } => format!("用语中没有「{word}」这个词"),
            Self::MissingField { place, field } => format!("「{place}」缺少字段「{field}」"),
            Self::TooLong { place } => format!("「{place}」过长"),
            Self::BadLevel { template, level } => {
                format!("「{template}」中有第{level}级标题，标题只有一至四级")
            }
            Self::Period(it) => it.text(language),
            Self::NoTable => "此文稿中没有表格".to_owned(),
            Self::NotWritten { why } => format!("文稿无法写出：「{why}」"),
        }
    }
}
