//! The readers: what a spreadsheet is, from its bytes, as sheets of cells with their places.
//!
//! What the cells mean is settled in `roster`. However large or damaged a file is, what is read of it is bounded.

mod book;
mod csv;
pub(crate) mod grid;
pub(crate) mod limits;
mod ods;
mod packed;
pub(crate) mod unreadable;

use self::{grid::Sheet, limits::FILE_MAX, packed::Kind, unreadable::UnreadableError};

/// The sheets of a file: .xlsx, .ods or .csv, told apart by what is in it. Hidden sheets and sheets without anything in them are
/// left out.
///
/// A .csv is UTF-8 or UTF-16 with its mark, UTF-8 without one, or else GB18030, as Chinese spreadsheets write it; its columns are
/// separated by commas, tabulators or semicolons. A cell that was merged downwards stands in each of its rows.
///
/// # Errors
/// It is none of these, is protected by a password, is damaged, or is larger than what is read.
pub fn sheets(file: &[u8]) -> Result<Vec<Sheet>, UnreadableError> {
    if file.len() > FILE_MAX {
        return Err(UnreadableError::TooLarge);
    }
    let mut sheets = match packed::kind(file)? {
        Kind::Xlsx => book::read(file)?,
        Kind::Ods => ods::read(file)?,
        Kind::Text => vec![csv::read(file)?],
    };
    sheets.retain(|it| !it.rows.is_empty());
    if sheets.is_empty() { Err(UnreadableError::Empty) } else { Ok(sheets) }
}
