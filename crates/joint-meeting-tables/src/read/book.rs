//! The reader of .xlsx: cell after cell, so that a cell in the last corner of a sheet costs no more than another.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};
use joint_meeting::chrono::NaiveDate;

use super::{
    grid::{Sheet, SheetCell, SheetFilling},
    unreadable::UnreadableError,
};

pub(super) fn read(file: &[u8]) -> Result<Vec<Sheet>, UnreadableError> {
    // A damaged file may take the reader by surprise, and the host with it.
    catch_unwind(AssertUnwindSafe(|| book(file)))
        .unwrap_or_else(|_| Err(UnreadableError::damaged("not readable")))
}

fn book(file: &[u8]) -> Result<Vec<Sheet>, UnreadableError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).map_err(UnreadableError::damaged)?;
    let from_1904 = book.has_1904_epoch();
    let shown = book.sheets_metadata().iter();
    let shown = shown.filter(|it| it.visible == SheetVisible::Visible && it.typ == SheetType::WorkSheet);
    let names: Vec<String> = shown.map(|it| it.name.clone()).collect();
    names.into_iter().map(|it| sheet(&mut book, it, from_1904)).collect()
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: String, from_1904: bool) -> Result<Sheet, UnreadableError> {
    let mut filling = SheetFilling::new(name.clone()).counting_from_1904(from_1904);
    let mut cells = book.worksheet_cells_reader(&name).map_err(UnreadableError::damaged)?;
    while let Some(cell) = cells.next_cell().map_err(UnreadableError::damaged)? {
        let (row, column) = cell.get_position();
        if let Some(it) = held(cell.get_value()) {
            filling.put(row, column, it)?;
        }
    }
    drop(cells);
    let merged = book.merge_cells_by_sheet_name(&name).map_err(UnreadableError::damaged)?;
    for it in merged.iter().filter(|it| it.start.1 == it.end.1) {
        filling.fill_down(it.start.1, (it.start.0, it.end.0))?;
    }
    Ok(filling.done())
}

fn held(it: &DataRef<'_>) -> Option<SheetCell> {
    Some(match it {
        DataRef::Int(it) => SheetCell::Text(it.to_string()),
        DataRef::Float(it) => SheetCell::Number(*it),
        DataRef::String(it) => SheetCell::Text(it.clone()),
        DataRef::SharedString(it) => SheetCell::Text((*it).to_owned()),
        DataRef::Bool(it) => SheetCell::Bool(*it),
        DataRef::DateTime(it) if it.is_datetime() => {
            let (year, month, day, ..) = it.to_ymd_hms_milli();
            match NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()) {
                Some(day) => SheetCell::Day(day),
                None => SheetCell::Number(it.as_f64()),
            }
        }
        DataRef::DateTime(it) => SheetCell::Number(it.as_f64()),
        DataRef::DateTimeIso(it) => day_of(it),
        DataRef::DurationIso(it) => SheetCell::Text(it.clone()),
        DataRef::Error(it) => SheetCell::Error { error: it.to_string() },
        DataRef::Empty => return None,
    })
}

/// Of a day or a moment as ISO 8601 writes it.
pub(super) fn day_of(text: &str) -> SheetCell {
    let day = text.get(..10).and_then(|it| it.parse().ok());
    day.map_or_else(|| SheetCell::Text(text.to_owned()), SheetCell::Day)
}
