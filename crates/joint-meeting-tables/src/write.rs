//! The writers, which turn tables into text and bytes, one file for each format.
//!
//! Equal tables give equal bytes: nothing is asked of a clock, a locale or a random source.

mod csv;
mod text;
pub(crate) mod xlsx;

use self::text::TextLooks;
use crate::table::Table;

impl Table {
    /// The table for a terminal: its title, and columns as wide as what stands in them. A text that has no room in so many
    /// columns of the terminal goes on in the next line; without a width, every line is as long as it is.
    pub fn text(&self, width: Option<usize>) -> String {
        text::write(self, width, &TextLooks::default())
    }

    /// The same with colours, as the escape codes (ECMA-48) that terminals know: the head stands out, and so does what is not as
    /// it should be. Without the codes it is what [`text`](Self::text) gives.
    pub fn coloured(&self, width: Option<usize>) -> String {
        text::write(self, width, &TextLooks::coloured())
    }

    /// The table as CSV (RFC 4180): the headings and the rows, in UTF-8 with the mark by which spreadsheets know it. What a
    /// spreadsheet would take for a formula is kept from it.
    pub fn csv(&self) -> String {
        csv(std::slice::from_ref(self))
    }

    /// The table as a workbook of one sheet: see [`xlsx`](crate::xlsx).
    ///
    /// # Errors
    /// A sheet cannot hold it.
    pub fn xlsx(&self) -> Result<Vec<u8>, xlsx::SheetError> {
        xlsx::xlsx(std::slice::from_ref(self))
    }
}

/// Tables as CSV, one below the other with an empty line between them: see [`Table::csv`].
pub fn csv(tables: &[Table]) -> String {
    csv::write(tables)
}

/// Tables for a terminal, one below the other: see [`Table::text`].
pub fn text(tables: &[Table], width: Option<usize>) -> String {
    let all: Vec<String> = tables.iter().map(|it| it.text(width)).collect();
    all.join("\n")
}

/// The same with colours: see [`Table::coloured`].
pub fn coloured(tables: &[Table], width: Option<usize>) -> String {
    let all: Vec<String> = tables.iter().map(|it| it.coloured(width)).collect();
    all.join("\n")
}
