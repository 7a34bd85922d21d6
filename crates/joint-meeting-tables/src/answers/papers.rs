//! The tables that stand in a paper, as tables of their own.

use joint_meeting::{Language, time::Date};
use joint_meeting_documents::Paper;

use crate::{
    table::{Table, TableCell},
    write::xlsx::{SheetError, xlsx},
};

/// The tables of a paper, each with the title of the paper; none if it has none. A cell that holds nothing but a day, as the
/// paper writes it, is a day.
pub fn tables_of(paper: &Paper, on: Option<Date>) -> Vec<Table> {
    let mut tables = Vec::new();
    for (columns, rows) in paper.tables() {
        let heads = columns.iter().enumerate().map(|(ix, it)| (format!("c{}", ix + 1), it.head.clone()));
        let mut table = Table::new(paper.title.clone(), paper.language(), heads);
        table.on = on.or_else(|| paper.signature.as_ref().map(|it| it.on));
        for row in rows {
            table.push(row.iter().map(|it| cell(it, paper.language())));
        }
        tables.push(table);
    }
    tables
}

/// The tables of a paper as a workbook; none if it has none.
///
/// # Errors
/// A sheet cannot hold them.
pub fn paper_book(paper: &Paper, on: Option<Date>) -> Result<Option<Vec<u8>>, SheetError> {
    let tables = tables_of(paper, on);
    if tables.is_empty() { Ok(None) } else { xlsx(&tables).map(Some) }
}

fn cell(text: &str, language: Language) -> TableCell {
    match day_written(text, language) {
        Some(day) => TableCell::Day(day),
        None => text.into(),
    }
}

/// The day that a text is, such as 2022年5月9日 or 2022-05-09.
fn day_written(text: &str, language: Language) -> Option<Date> {
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let (year, rest) = text.split_once('年').filter(|_| language == Language::Zh)?;
    let (month, rest) = rest.split_once('月')?;
    let day = rest.strip_suffix('日')?;
    let number = |it: &str| it.parse::<u32>().ok();
    Date::from_ymd_opt(i32::try_from(number(year)?).ok()?, number(month)?, number(day)?)
}
