//! The workbook of a roster: the rows, lists of the words that will do, and a sheet that says which these are.

use std::collections::BTreeSet;

use joint_meeting::{
    Charter, Language,
    words::{Rank, UnitKind},
};
use rust_xlsxwriter::{DataValidation, Formula, Workbook, XlsxError};

use super::words::{Column, words};
use crate::{
    table::Table,
    write::xlsx::{SheetError, fill, not_written, properties, sheet_name},
};

/// So many rows below those that are written are there to be filled.
const FREE: u32 = 500;

pub(super) fn write(table: &Table, charter: &Charter, language: Language) -> Result<Vec<u8>, SheetError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&table.title, table.on).map_err(not_written)?);
    let mut names = BTreeSet::new();
    let lists = lists(table, charter, language);
    let second = words().words_sheet(language);
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(&table.title, &mut names)).map_err(not_written)?;
    fill(sheet, table)?;
    let last = u32::try_from(table.rows.len()).unwrap_or(0).saturating_add(FREE);
    for (place, (column, all)) in lists.iter().enumerate() {
        let at = table.columns.iter().position(|it| it.name == column.name());
        let (Some(at), Ok(place)) = (at.and_then(|it| u16::try_from(it).ok()), u16::try_from(place)) else {
            continue;
        };
        let list = validation(second, place, all.len()).map_err(not_written)?;
        sheet.add_data_validation(1, at, last, at, &list).map_err(not_written)?;
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(second, &mut names)).map_err(not_written)?;
    fill(sheet, &listed(second, &lists, language))?;
    workbook.save_to_buffer().map_err(not_written)
}

/// A cell takes one of the words in a column of the second sheet. Another is warned of, and not refused: a unit may be new.
fn validation(second: &str, place: u16, many: usize) -> Result<DataValidation, XlsxError> {
    let letter = char::from(b'A' + u8::try_from(place).unwrap_or_default());
    let last = many.saturating_add(1);
    let formula = Formula::new(format!("='{second}'!${letter}$2:${letter}${last}"));
    Ok(DataValidation::new().allow_list_formula(formula).show_error_message(false))
}

/// The words that will do, column by column.
fn lists(table: &Table, charter: &Charter, language: Language) -> Vec<(Column, Vec<String>)> {
    let written = |column: Column| {
        let at = table.columns.iter().position(|it| it.name == column.name());
        let mut seen = BTreeSet::new();
        let cells = table.rows.iter().filter_map(|row| row.get(at?)).map(crate::table::TableCell::text);
        cells.filter(|it| !it.is_empty() && seen.insert(it.clone())).collect::<Vec<String>>()
    };
    let mut units = written(Column::Unit);
    for unit in charter.units() {
        let name = match language {
            Language::Zh => unit.zh.to_string(),
            Language::En => unit.en.to_string(),
        };
        if !units.contains(&name) {
            units.push(name);
        }
    }
    let yes_and_no = || words().yes_and_no(language).map(str::to_owned).to_vec();
    let mut all = vec![
        (Column::Unit, units),
        (Column::As, written(Column::As)),
        (Column::Rank, Rank::ALL.iter().map(|it| it.text(language).to_owned()).collect()),
        (Column::Kind, UnitKind::ALL.iter().map(|it| it.text(language).to_owned()).collect()),
    ];
    let asked =
        [Column::Portfolio, Column::SectionHead, Column::KnowsDuties, Column::MastersTrade, Column::Acting];
    all.extend(asked.map(|it| (it, yes_and_no())));
    all.retain(|(column, words)| {
        !words.is_empty() && table.columns.iter().any(|it| it.name == column.name())
    });
    all
}

fn listed(title: &str, lists: &[(Column, Vec<String>)], language: Language) -> Table {
    let mut table = Table::new(title, language, lists.iter().map(|(it, _)| (it.name(), it.head(language))));
    let longest = lists.iter().map(|(_, it)| it.len()).max().unwrap_or(0);
    for row in 0..longest {
        table.push(lists.iter().map(|(_, all)| all.get(row).cloned().into()));
    }
    table
}
