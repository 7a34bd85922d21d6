//! The headings of a sheet: in which row they stand, and which column means what.

use std::collections::BTreeMap;

use joint_meeting::Language;

use super::{
    fault::{FaultsFound, RosterFault, Wrong},
    plain::plain,
    words::{Column, words},
};
use crate::read::grid::{Sheet, SheetCell, SheetRow, place};

/// Within so many rows the headings begin.
const BEFORE: u32 = 30;

/// So many headings make a heading.
const ENOUGH: usize = 2;

/// A sheet with its headings.
pub(super) struct Headed<'s> {
    pub(super) sheet: &'s Sheet,
    /// The row of the headings.
    row: u32,
    pub(super) places: ColumnPlaces,
    /// Headings that mean nothing here.
    pub(super) ignored: Vec<String>,
}

/// Which columns of a sheet mean what, and how they are headed.
#[derive(Clone)]
pub(super) struct ColumnPlaces {
    sheet: String,
    columns: BTreeMap<Column, (u32, String)>,
}

/// The sheets that have headings of a roster. The sheet that lists the words of a template has none.
pub(super) fn headed<'s>(sheets: &'s [Sheet], found: &mut FaultsFound) -> Vec<Headed<'s>> {
    let lists = |it: &&Sheet| {
        [Language::Zh, Language::En].iter().any(|of| plain(words().words_sheet(*of)) == plain(&it.name))
    };
    let mut all = Vec::new();
    for sheet in sheets.iter().filter(|it| !lists(it)) {
        let first: Vec<&SheetRow> = sheet.rows.iter().take_while(|it| it.no <= BEFORE).collect();
        // Of several rows the first with the most headings is it.
        let best = first.into_iter().rev().max_by_key(|it| known(it));
        if let Some(row) = best.filter(|it| known(it) >= ENOUGH) {
            all.push(Headed::of(sheet, row, found));
        }
    }
    if all.is_empty() {
        found.add(RosterFault {
            sheet: sheets.first().map(|it| it.name.clone()).unwrap_or_default(),
            row: None,
            column: None,
            cell: None,
            what: Wrong::NoHeading,
            nearest: [Column::Unit, Column::As, Column::Person]
                .map(|it| it.head(Language::Zh).to_owned())
                .to_vec(),
        });
    }
    all
}

fn known(row: &SheetRow) -> usize {
    let needed = [Column::Unit, Column::As, Column::Person];
    row.cells.iter().filter_map(|(_, it)| heading(it)).filter(|it| needed.contains(it)).count()
}

fn heading(cell: &SheetCell) -> Option<Column> {
    match cell {
        SheetCell::Text(it) => Column::named(it),
        _ => None,
    }
}

impl<'s> Headed<'s> {
    fn of(sheet: &'s Sheet, row: &'s SheetRow, found: &mut FaultsFound) -> Self {
        let places = ColumnPlaces { sheet: sheet.name.clone(), columns: BTreeMap::new() };
        let mut it = Self { sheet, row: row.no, places, ignored: Vec::new() };
        for (column, cell) in &row.cells {
            match heading(cell) {
                None => it.ignored.push(cell.text()),
                Some(means) if it.places.columns.contains_key(&means) => found.add(RosterFault {
                    sheet: sheet.name.clone(),
                    row: Some(row.no),
                    column: Some(cell.text()),
                    cell: Some(place(*column, row.no)),
                    what: Wrong::HeadingTwice,
                    nearest: Vec::new(),
                }),
                Some(means) => {
                    it.places.columns.insert(means, (*column, cell.text().trim().to_owned()));
                }
            }
        }
        it
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.places.columns.contains_key(&column)
    }

    /// The rows below the headings that say something. Headings that come again on another page say nothing.
    pub(super) fn rows(&self) -> impl Iterator<Item = &'s SheetRow> {
        let below = self.sheet.rows.iter().filter(|it| it.no > self.row && known(it) < ENOUGH);
        below.filter(|row| {
            let mut said = self.places.columns.values().filter_map(|(it, _)| row.cell(*it));
            match (said.next(), said.next()) {
                (None, _) => false,
                (Some(only), None) => !words().is_remark(&only.text()),
                _ => true,
            }
        })
    }

    /// What stands in a column of a row; nothing where the heading is missing, or nothing stands there.
    pub(super) fn cell(&self, row: &'s SheetRow, column: Column) -> Option<&'s SheetCell> {
        self.places.columns.get(&column).and_then(|(it, _)| row.cell(*it))
    }
}

impl ColumnPlaces {
    pub(super) fn sheet(&self) -> &str {
        &self.sheet
    }

    /// A fault in a column of a row; where the sheet has no such column, in the row.
    pub(super) fn fault(&self, row: u32, column: Column, what: Wrong, nearest: Vec<String>) -> RosterFault {
        let at = self.columns.get(&column);
        RosterFault {
            sheet: self.sheet.clone(),
            row: Some(row),
            column: Some(at.map_or_else(|| column.head(Language::Zh).to_owned(), |(_, it)| it.clone())),
            cell: at.map(|(it, _)| place(*it, row)),
            what,
            nearest,
        }
    }

    /// A fault of a whole row, or of the sheet.
    pub(super) fn fault_of_row(&self, row: Option<u32>, what: Wrong) -> RosterFault {
        RosterFault { sheet: self.sheet.clone(), row, column: None, cell: None, what, nearest: Vec::new() }
    }
}
