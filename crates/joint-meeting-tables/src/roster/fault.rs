//! What is wrong in a roster: each fault with its place, and the words that would do.

use joint_meeting::{Language, id::TextError};
use serde::Serialize;

use crate::read::unreadable::UnreadableError;

/// Why nothing is made of a roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum RosterError {
    /// No body is founded under the charter: it is a rule about joint meetings.
    #[error("no body is founded under this charter: it is a rule about joint meetings")]
    NoBody,
    /// Something is wrong in it.
    #[error("{}", lines(faults, *more, Language::En))]
    Faults {
        /// What is wrong, in the order of the rows.
        faults: Vec<RosterFault>,
        /// How many more faults there are than are told.
        #[serde(skip_serializing_if = "is_zero")]
        more: usize,
    },
    /// The file cannot be read. In JSON it is the error that says why.
    #[error(transparent)]
    #[serde(untagged)]
    Unreadable(#[from] UnreadableError),
}

/// Something that is wrong in a roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RosterFault {
    /// The sheet; none in a .csv.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sheet: String,
    /// The row, as a spreadsheet counts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The heading of the column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The cell: `C5`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// What is wrong.
    #[serde(flatten)]
    pub what: Wrong,
    /// What would do instead, the nearest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<String>,
}

/// What is wrong with a cell, a row or a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "wrong", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Wrong {
    /// No row of any sheet has the headings of a roster; these are needed.
    NoHeading,
    /// Two columns have headings that mean the same.
    HeadingTwice,
    /// A row is about nothing: every sheet has a heading and no rows.
    NoRows,
    /// The formula of the cell has no value.
    Formula {
        /// What stands there.
        error: String,
    },
    /// Nothing stands in the cell, and something has to.
    Missing,
    /// It is no day.
    NoDay {
        /// What stands there.
        text: String,
    },
    /// It ends before it begins.
    EndsBefore,
    /// It says neither yes nor no.
    NeitherYesNorNo {
        /// What stands there.
        text: String,
    },
    /// No such unit is known. A new one has its kind beside it.
    UnknownUnit {
        /// What stands there.
        text: String,
    },
    /// No such post or capacity is known, for this unit.
    UnknownCapacity {
        /// What stands there.
        text: String,
    },
    /// There are several of that name.
    Ambiguous {
        /// What stands there.
        text: String,
    },
    /// It is no kind of unit.
    UnknownKind {
        /// What stands there.
        text: String,
    },
    /// It is no rank.
    UnknownRank {
        /// What stands there.
        text: String,
    },
    /// It cannot be a name or a text.
    NoText {
        /// Why.
        why: String,
    },
    /// The same stands in another row.
    Twice {
        /// That row.
        other: u32,
    },
    /// Another row puts somebody else there, and there is room for one.
    TakenBy {
        /// That row.
        other: u32,
    },
}

impl RosterError {
    /// The error in words, a line for each fault.
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Unreadable(it) => it.text(language),
            Self::NoBody if language == Language::Zh => {
                "此制度是关于联席会议的规则，不能据以设立联席会议".to_owned()
            }
            Self::NoBody => self.to_string(),
            Self::Faults { faults, more } => lines(faults, *more, language),
        }
    }
}

impl RosterFault {
    /// The fault in words: where it is, what is wrong, and what would do.
    pub fn text(&self, language: Language) -> String {
        let zh = language == Language::Zh;
        let mut place = Vec::new();
        if !self.sheet.is_empty() {
            place.push(if zh {
                format!("工作表「{}」", self.sheet)
            } else {
                format!("sheet “{}”", self.sheet)
            });
        }
        place.extend(self.row.map(|it| if zh { format!("第{it}行") } else { format!("row {it}") }));
        let cell = self
            .cell
            .as_ref()
            .map_or_else(String::new, |it| if zh { format!("（{it}）") } else { format!(" ({it})") });
        place.extend(
            self.column
                .as_ref()
                .map(|it| if zh { format!("“{it}”列{cell}") } else { format!("column “{it}”{cell}") }),
        );
        let place = place.join(if zh { "" } else { ", " });
        let colon = if zh { "：" } else { ": " };
        let mut text = match place.is_empty() {
            true => self.what.text(language),
            false => format!("{place}{colon}{}", self.what.text(language)),
        };
        if !self.nearest.is_empty() {
            text += &match language {
                Language::Zh => format!("；可填：{}", self.nearest.join("、")),
                Language::En => format!("; these would do: {}", self.nearest.join(", ")),
            };
        }
        text
    }
}

impl Wrong {
    pub(super) fn no_text(why: &TextError) -> Self {
        Self::NoText { why: why.to_string() }
    }

    fn text(&self, language: Language) -> String {
        let (zh, en) = match self {
            Self::NoHeading => (
                "没有找到表头：至少要有“单位”“担任”“姓名”三列中的两列".to_owned(),
                "no headings were found: at least two of “Unit”, “Serves as” and “Name” are needed"
                    .to_owned(),
            ),
            Self::HeadingTwice => {
                ("与另一列的表头含义相同".to_owned(), "another column has the same heading".to_owned())
            }
            Self::NoRows => ("表头下面没有内容".to_owned(), "there is nothing below the headings".to_owned()),
            Self::Formula { error } => {
                (format!("公式没有结果（{error}）"), format!("the formula has no value ({error})"))
            }
            Self::Missing => ("没有填写".to_owned(), "nothing stands here, and something has to".to_owned()),
            Self::NoDay { text } => (format!("「{text}」不是日期"), format!("“{text}” is no day")),
            Self::EndsBefore => ("截止日期早于起始日期".to_owned(), "it ends before it begins".to_owned()),
            Self::NeitherYesNorNo { text } => {
                (format!("「{text}」应为是或者否"), format!("“{text}” says neither yes nor no"))
            }
            Self::UnknownUnit { text } => (
                format!("没有单位「{text}」；新增单位须填写单位类别，更名须填写原单位名称"),
                format!(
                    "no unit “{text}” is known; a new one has its kind beside it, a renamed one its former name"
                ),
            ),
            Self::UnknownCapacity { text } => (
                format!("该单位没有「{text}」这一职务或者身份"),
                format!("the unit has no post or capacity “{text}”"),
            ),
            Self::Ambiguous { text } => (
                format!("「{text}」不止一个，须写明是哪一个"),
                format!("there are several “{text}”: say which"),
            ),
            Self::UnknownKind { text } => {
                (format!("「{text}」不是单位类别"), format!("“{text}” is no kind of unit"))
            }
            Self::UnknownRank { text } => (format!("「{text}」不是职级"), format!("“{text}” is no rank")),
            Self::NoText { why } => (format!("文字不能采用：{why}"), format!("it cannot be taken: {why}")),
            Self::Twice { other } => {
                (format!("与第{other}行重复"), format!("the same stands in row {other}"))
            }
            Self::TakenBy { other } => (
                format!("第{other}行已填写另一人，此处只能有一人"),
                format!("row {other} has somebody else, and there is room for one"),
            ),
        };
        match language {
            Language::Zh => zh,
            Language::En => en,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(it: &usize) -> bool {
    *it == 0
}

fn lines(faults: &[RosterFault], more: usize, language: Language) -> String {
    let mut lines: Vec<String> = faults.iter().map(|it| it.text(language)).collect();
    if more > 0 {
        lines.push(match language {
            Language::Zh => format!("另有{more}处问题"),
            Language::En => format!("and {more} more"),
        });
    }
    lines.join("\n")
}

/// The most faults that are told.
const TOLD: usize = 500;

/// The faults that are found.
#[derive(Default)]
pub(super) struct FaultsFound {
    faults: Vec<RosterFault>,
    more: usize,
}

impl FaultsFound {
    pub(super) fn add(&mut self, fault: RosterFault) {
        if self.faults.len() < TOLD { self.faults.push(fault) } else { self.more += 1 }
    }

    pub(super) fn done(self) -> Result<(), RosterError> {
        let Self { faults, more } = self;
        if faults.is_empty() { Ok(()) } else { Err(RosterError::Faults { faults, more }) }
    }
}
