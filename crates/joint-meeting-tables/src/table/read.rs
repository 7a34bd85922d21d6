//! Tables as they are read again from JSON: cells know days and moments by how they are written.

use joint_meeting::{Language, time::Date};
use serde::{Deserialize, Deserializer};

use super::{Table, TableCell, TableColumn};

/// A table as it stands in JSON, whose rows may be of any length.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableRead {
    title: String,
    language: Language,
    #[serde(default)]
    on: Option<Date>,
    columns: Vec<TableColumn>,
    rows: Vec<Vec<TableCell>>,
}

impl From<TableRead> for Table {
    fn from(it: TableRead) -> Self {
        let columns = it.columns.into_iter().map(|it| (it.name, it.head));
        let mut table = Self { on: it.on, ..Self::new(it.title, it.language, columns) };
        it.rows.into_iter().for_each(|row| table.push(row));
        table
    }
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a cell is a text, a whole number or nothing")]
enum CellRead {
    Number(i64),
    Text(String),
}

impl<'de> Deserialize<'de> for TableCell {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(match Option::<CellRead>::deserialize(from)? {
            None => Self::Empty,
            Some(CellRead::Number(it)) => Self::Number(it),
            Some(CellRead::Text(it)) => {
                let day = it.parse().map(Self::Day);
                day.or_else(|_| it.parse().map(Self::Time)).unwrap_or_else(|_| it.into())
            }
        })
    }
}
