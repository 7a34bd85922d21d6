//! A sheet as it was read: rows of cells, each with its place.

use joint_meeting::chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    limits::{CELLS_MAX, COLUMNS_MAX, ROWS_MAX},
    unreadable::UnreadableError,
};

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Sheet {
    /// Its name; none for a .csv.
    pub name: String,
    /// Its rows with something in them, in their order.
    pub rows: Vec<SheetRow>,
    /// Whether numbers count days from 1904.
    pub from_1904: bool,
}

/// A row of a sheet.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SheetRow {
    /// Its number, counted from one as a spreadsheet does.
    pub no: u32,
    /// Its cells with something in them, each with its column, counted from zero.
    pub cells: Vec<(u32, SheetCell)>,
}

/// A cell of a sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum SheetCell {
    /// Yes or no.
    Bool(bool),
    /// A number, which may count days.
    Number(f64),
    /// A day; what time of it is left out.
    Day(NaiveDate),
    /// A text.
    Text(String),
    /// An error of a formula, such as `#REF!`.
    #[serde(skip_deserializing)]
    Error {
        /// The error as the spreadsheet shows it.
        error: String,
    },
}

impl Sheet {
    /// A sheet of rows of texts, as a page or a program has them. The first row is row 1.
    pub fn of_rows<R: IntoIterator<Item = C>, C: Into<SheetCell>>(
        name: impl Into<String>,
        rows: impl IntoIterator<Item = R>,
    ) -> Result<Self, UnreadableError> {
        let mut filling = SheetFilling::new(name.into());
        for (row, cells) in rows.into_iter().enumerate() {
            for (column, it) in cells.into_iter().enumerate() {
                let row = u32::try_from(row).map_err(|_| UnreadableError::TooLarge)?;
                let column = u32::try_from(column).map_err(|_| UnreadableError::TooLarge)?;
                filling.put(row, column, it.into())?;
            }
        }
        Ok(filling.done())
    }
}

impl SheetRow {
    /// The cell in a column; none if there is nothing in it.
    pub fn cell(&self, column: u32) -> Option<&SheetCell> {
        let at = self.cells.binary_search_by_key(&column, |(it, _)| *it).ok()?;
        self.cells.get(at).map(|(_, it)| it)
    }
}

impl SheetCell {
    /// What stands in it, as a text: a whole number without a point.
    pub fn text(&self) -> String {
        match self {
            Self::Bool(it) => it.to_string(),
            Self::Number(it) => it.to_string(),
            Self::Day(it) => it.to_string(),
            Self::Text(it) => it.clone(),
            Self::Error { error } => error.clone(),
        }
    }
}

impl From<&str> for SheetCell {
    fn from(it: &str) -> Self {
        Self::Text(it.to_owned())
    }
}

impl From<String> for SheetCell {
    fn from(it: String) -> Self {
        Self::Text(it)
    }
}

/// The name of a cell in a spreadsheet: `C5` for the third column of the fifth row. Columns are counted from zero, rows from one.
pub(crate) fn place(column: u32, row: u32) -> String {
    let (mut letters, mut left) = (Vec::new(), column + 1);
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

/// A sheet that is being filled, row by row.
pub(super) struct SheetFilling {
    sheet: Sheet,
    cells: usize,
}

impl SheetFilling {
    pub(super) fn new(name: String) -> Self {
        Self { sheet: Sheet { name, ..Sheet::default() }, cells: 0 }
    }

    pub(super) fn counting_from_1904(self, from_1904: bool) -> Self {
        Self { sheet: Sheet { from_1904, ..self.sheet }, ..self }
    }

    /// Puts something into a cell, both counted from zero, behind all that was put before. A text of nothing but white space
    /// is nothing.
    pub(super) fn put(&mut self, row: u32, column: u32, it: SheetCell) -> Result<(), UnreadableError> {
        if matches!(&it, SheetCell::Text(text) if text.trim().is_empty()) {
            return Ok(());
        }
        self.cells += 1;
        if row >= ROWS_MAX || column >= COLUMNS_MAX || self.cells > CELLS_MAX {
            return Err(UnreadableError::TooLarge);
        }
        let no = row + 1;
        match self.sheet.rows.last_mut() {
            Some(last) if last.no == no => match last.cells.last() {
                Some((before, _)) if *before >= column => Err(UnreadableError::damaged("cells out of order")),
                _ => {
                    last.cells.push((column, it));
                    Ok(())
                }
            },
            Some(last) if last.no > no => Err(UnreadableError::damaged("rows out of order")),
            _ => {
                self.sheet.rows.push(SheetRow { no, cells: vec![(column, it)] });
                Ok(())
            }
        }
    }

    /// Repeats a cell that was merged downwards in each of the rows that have something in them.
    pub(super) fn fill_down(
        &mut self,
        column: u32,
        (first, last): (u32, u32),
    ) -> Result<(), UnreadableError> {
        let of = |rows: &[SheetRow], no: u32| rows.binary_search_by_key(&no, |it| it.no).ok();
        let rows = &mut self.sheet.rows;
        let Some(value) = of(rows, first + 1).and_then(|at| rows.get(at)?.cell(column).cloned()) else {
            return Ok(());
        };
        let from = rows.partition_point(|it| it.no <= first + 1);
        for row in rows.iter_mut().skip(from).take_while(|it| it.no <= last + 1) {
            if let Err(at) = row.cells.binary_search_by_key(&column, |(it, _)| *it) {
                self.cells += 1;
                if self.cells > CELLS_MAX {
                    return Err(UnreadableError::TooLarge);
                }
                row.cells.insert(at, (column, value.clone()));
            }
        }
        Ok(())
    }

    pub(super) fn done(self) -> Sheet {
        self.sheet
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_a_spreadsheet() {
        assert_eq!([place(0, 1), place(25, 2), place(26, 3), place(255, 9)], ["A1", "Z2", "AA3", "IV9"]);
    }
}
