//! A table as data: a title, columns with their headings, and rows of typed cells.
//!
//! How it looks is settled by its writer.

mod read;

use joint_meeting::{
    Language,
    time::{Date, Time},
};
use serde::{Deserialize, Serialize};

/// A table.
///
/// In JSON a cell is what it holds: a text, a number, a day, a time, or nothing. Read again, a text that is nothing but a day or a
/// moment is one, and a row has a cell for every column.
///
/// ```
/// use joint_meeting::{Language, time};
/// use joint_meeting_tables::{Table, TableCell};
///
/// let mut table = Table::new("到期事项", Language::Zh, [("unit", "单位"), ("due", "期限")]);
/// table.push([TableCell::from("区卫生健康委"), TableCell::from(time!("2022-11-30T09:00:00+08:00").date())]);
/// table.push(["区市场监管局".into(), TableCell::Empty]);
/// assert_eq!(table.text(None), "到期事项\n\n单位          期限\n────────────  ──────────\n区卫生健康委  2022-11-30\n区市场监管局\n");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "read::TableRead")]
#[non_exhaustive]
pub struct Table {
    /// What it is called.
    pub title: String,
    /// The language of its words.
    pub language: Language,
    /// The day as of which it holds. A file that is written of it bears this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<TableCell>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableColumn {
    /// Its name for programs, the same in every language.
    pub name: String,
    /// Its heading.
    pub head: String,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum TableCell {
    /// Nothing.
    Empty,
    /// A text, which can have several lines.
    Text(String),
    /// A word of how something stands.
    State(TableState),
    /// A number.
    Number(i64),
    /// A day.
    Day(Date),
    /// A moment.
    Time(Time),
}

/// How something stands: a word, and whether there is reason to look at it.
///
/// In JSON it is the word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableState {
    /// The word.
    pub text: String,
    /// How a writer with colours shows it. No table rests on colours alone.
    pub tone: TableTone,
}

/// How a word of how something stands is shown by writers with colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableTone {
    /// As it should be.
    Well,
    /// Like any other text.
    Plain,
    /// Somebody has to look at it.
    Watch,
    /// Not as it should be.
    Amiss,
}

impl Serialize for TableState {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.text)
    }
}

impl Table {
    /// A table without rows, of columns that have each a name and a heading.
    pub fn new<N: Into<String>, H: Into<String>>(
        title: impl Into<String>,
        language: Language,
        columns: impl IntoIterator<Item = (N, H)>,
    ) -> Self {
        let columns =
            columns.into_iter().map(|(name, head)| TableColumn { name: name.into(), head: head.into() });
        Self { title: title.into(), language, on: None, columns: columns.collect(), rows: Vec::new() }
    }

    /// The day as of which it holds.
    #[must_use]
    pub fn on(self, day: Date) -> Self {
        Self { on: Some(day), ..self }
    }

    /// Adds a row. A cell that it lacks is empty, and for one too many there is no place.
    pub fn push(&mut self, row: impl IntoIterator<Item = TableCell>) {
        let mut row: Vec<TableCell> = row.into_iter().collect();
        row.resize(self.columns.len(), TableCell::Empty);
        self.rows.push(row);
    }

    /// Without the columns in which no row has anything, unless it has no rows at all.
    #[must_use]
    pub fn without_empty_columns(mut self) -> Self {
        if self.rows.is_empty() {
            return self;
        }
        let says = |it: Option<&TableCell>| it.is_some_and(|it| *it != TableCell::Empty);
        let kept: Vec<bool> =
            (0..self.columns.len()).map(|ix| self.rows.iter().any(|row| says(row.get(ix)))).collect();
        let keep = |of: &mut Vec<TableCell>| {
            let mut is_kept = kept.iter();
            of.retain(|_| is_kept.next().copied().unwrap_or(true));
        };
        self.rows.iter_mut().for_each(keep);
        let mut is_kept = kept.iter();
        self.columns.retain(|_| is_kept.next().copied().unwrap_or(true));
        self
    }
}

impl TableCell {
    /// What it holds, as a text: a day as `2022-05-09`, a moment as `2022-05-09 09:30`.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(it) | Self::State(TableState { text: it, .. }) => it.clone(),
            Self::Number(it) => it.to_string(),
            Self::Day(it) => it.to_string(),
            Self::Time(it) => it.to_chrono().format("%Y-%m-%d %H:%M").to_string(),
        }
    }
}

impl From<String> for TableCell {
    fn from(it: String) -> Self {
        if it.is_empty() { Self::Empty } else { Self::Text(it) }
    }
}

impl From<&str> for TableCell {
    fn from(it: &str) -> Self {
        it.to_owned().into()
    }
}

impl From<TableState> for TableCell {
    fn from(it: TableState) -> Self {
        Self::State(it)
    }
}

impl From<i64> for TableCell {
    fn from(it: i64) -> Self {
        Self::Number(it)
    }
}

impl From<u32> for TableCell {
    fn from(it: u32) -> Self {
        Self::Number(it.into())
    }
}

impl From<Date> for TableCell {
    fn from(it: Date) -> Self {
        Self::Day(it)
    }
}

impl From<Time> for TableCell {
    fn from(it: Time) -> Self {
        Self::Time(it)
    }
}

impl<T: Into<Self>> From<Option<T>> for TableCell {
    fn from(it: Option<T>) -> Self {
        it.map_or(Self::Empty, Into::into)
    }
}
