//! The headings of a sheet: in which row they stand, which column means what, and who stands side by side in a row.

use std::collections::{BTreeMap, btree_map::Entry};

use joint_meeting::Language;

use super::{
    fault::{FaultsFound, RosterFault, Wrong},
    names::Names,
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
    /// The rows below the headings that say something.
    pub(super) rows: Vec<&'s SheetRow>,
    pub(super) places: ColumnPlaces,
    /// Headings that mean nothing here.
    pub(super) ignored: Vec<String>,
}

/// Which columns of a sheet mean what, and how they are headed.
#[derive(Clone)]
pub(super) struct ColumnPlaces {
    sheet: String,
    columns: PlacedColumns,
    /// Who stands side by side in each row, in columns of their own: the member, then the liaison officer.
    beside: Vec<BesideOthers>,
}

type PlacedColumns = BTreeMap<Column, (u32, String)>;

/// Persons of one capacity who stand in columns of their own.
#[derive(Clone)]
struct BesideOthers {
    /// What they are, as the heading says it.
    says: String,
    columns: PlacedColumns,
}

/// Whose columns are read: those of the row, or of which of the persons who stand side by side in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RosterWhose {
    Row,
    Beside(usize),
}

/// What a heading says.
enum HeadMeaning {
    Column(Column),
    /// Persons of this capacity stand below.
    Persons(String),
    /// A column about persons of this capacity: 联络员职务.
    Of(String, Column),
}

/// The sheets that have headings of a roster. The sheet that lists the words of a template has none.
pub(super) fn headed<'s>(sheets: &'s [Sheet], names: &Names<'_>, found: &mut FaultsFound) -> Vec<Headed<'s>> {
    let lists = |it: &&Sheet| {
        [Language::Zh, Language::En].iter().any(|of| plain(words().words_sheet(*of)) == plain(&it.name))
    };
    let mut all = Vec::new();
    for sheet in sheets.iter().filter(|it| !lists(it)) {
        let first: Vec<&SheetRow> = sheet.rows.iter().take_while(|it| it.no <= BEFORE).collect();
        // Of several rows the first with the most headings is it.
        let best = first.iter().rev().max_by_key(|it| known(it, names));
        if let Some(row) = best.filter(|it| known(it, names) >= ENOUGH) {
            let above = first.iter().find(|it| it.no + 1 == row.no);
            all.push(Headed::of(
                sheet,
                row,
                above.map_or_else(Vec::new, |it| labels(it, names)),
                (names, found),
            ));
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

fn known(row: &SheetRow, names: &Names<'_>) -> usize {
    let needed = [Column::Unit, Column::As, Column::Person];
    let columns: Vec<Column> = row.cells.iter().filter_map(|(_, it)| named(it)).collect();
    let known = columns.iter().filter(|it| needed.contains(it)).count();
    // The name of a capacity is a heading only beside one that says what a row is about: else it may be a cell of a row.
    if !columns.contains(&Column::Unit) {
        return known;
    }
    let persons =
        |it| matches!(head(it, names), Some(HeadMeaning::Persons(_) | HeadMeaning::Of(_, Column::Person)));
    known + row.cells.iter().filter(|(_, it)| persons(it)).count()
}

fn named(cell: &SheetCell) -> Option<Column> {
    match cell {
        SheetCell::Text(it) => Column::named(it),
        _ => None,
    }
}

fn head(cell: &SheetCell, names: &Names<'_>) -> Option<HeadMeaning> {
    let SheetCell::Text(text) = cell else { return None };
    if let Some(column) = Column::named(text) {
        return Some(HeadMeaning::Column(column));
    }
    let text = plain(text);
    if names.every_unit_has(&text) {
        return Some(HeadMeaning::Persons(text));
    }
    text.char_indices().rev().find_map(|(at, _)| {
        let (says, of) = text.split_at_checked(at)?;
        let column = Column::named(of).filter(|it| !it.is_of_row())?;
        names.every_unit_has(says).then(|| HeadMeaning::Of(says.to_owned(), column))
    })
}

/// Headings over headings, each from its column on: over whose columns they stand.
fn labels(above: &SheetRow, names: &Names<'_>) -> Vec<(u32, Option<String>)> {
    let says = |cell| match head(cell, names) {
        Some(HeadMeaning::Persons(it)) => Some(it),
        _ => None,
    };
    let all: Vec<_> = above.cells.iter().map(|(column, cell)| (*column, says(cell))).collect();
    if all.iter().any(|(_, it)| it.is_some()) { all } else { Vec::new() }
}

impl<'s> Headed<'s> {
    fn of(
        sheet: &'s Sheet,
        row: &'s SheetRow,
        labels: Vec<(u32, Option<String>)>,
        (names, found): (&Names<'_>, &mut FaultsFound),
    ) -> Self {
        let places =
            ColumnPlaces { sheet: sheet.name.clone(), columns: PlacedColumns::new(), beside: Vec::new() };
        let mut it = Self { sheet, rows: Vec::new(), places, ignored: Vec::new() };
        // What follows the name of a capacity is about the same persons; where headings stand over headings, these say about whom.
        let mut whose = RosterWhose::Row;
        for (column, cell) in &row.cells {
            if let Some((_, says)) = labels.iter().rev().find(|(from, _)| from <= column) {
                whose = says.as_deref().map_or(RosterWhose::Row, |says| it.places.beside(says));
            }
            let means = match head(cell, names) {
                None => {
                    it.ignored.push(cell.text());
                    continue;
                }
                Some(HeadMeaning::Column(means)) => means,
                Some(HeadMeaning::Persons(says)) => {
                    whose = it.places.beside(&says);
                    Column::Person
                }
                Some(HeadMeaning::Of(says, means)) => {
                    whose = it.places.beside(&says);
                    means
                }
            };
            let columns = it.places.columns_mut(if means.is_of_row() { RosterWhose::Row } else { whose });
            match columns.entry(means) {
                Entry::Vacant(free) => {
                    free.insert((*column, cell.text().trim().to_owned()));
                }
                Entry::Occupied(_) => found.add(RosterFault {
                    sheet: sheet.name.clone(),
                    row: Some(row.no),
                    column: Some(cell.text()),
                    cell: Some(place(*column, row.no)),
                    what: Wrong::HeadingTwice,
                    nearest: Vec::new(),
                }),
            }
        }
        let below = sheet.rows.iter().filter(|of| of.no > row.no && it.places.say_something_in(of));
        // Headings that come again on another page say nothing.
        it.rows = below.filter(|it| known(it, names) < ENOUGH).collect();
        it
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.places.columns.contains_key(&column)
    }

    /// Whose columns each row has: its own, unless all that it says of persons stands side by side.
    pub(super) fn whose(&self) -> impl Iterator<Item = RosterWhose> + use<> {
        let row = self.places.beside.is_empty() || self.places.row_has_person();
        let beside = (0..self.places.beside.len()).map(RosterWhose::Beside);
        row.then_some(RosterWhose::Row).into_iter().chain(beside)
    }

    /// What stands in a column of a row; nothing where the heading is missing, or nothing stands there.
    pub(super) fn cell(
        &self,
        row: &'s SheetRow,
        whose: RosterWhose,
        column: Column,
    ) -> Option<&'s SheetCell> {
        self.places.column(whose, column).and_then(|(it, _)| row.cell(*it))
    }
}

impl ColumnPlaces {
    pub(super) fn sheet(&self) -> &str {
        &self.sheet
    }

    /// What the heading says that persons are who stand side by side with others.
    pub(super) fn says(&self, whose: RosterWhose) -> Option<&str> {
        match whose {
            RosterWhose::Row => None,
            RosterWhose::Beside(no) => self.beside.get(no).map(|it| it.says.as_str()),
        }
    }

    /// Whether a column is only about these persons, and not about the whole row.
    pub(super) fn is_own(&self, whose: RosterWhose, column: Column) -> bool {
        self.own(whose).contains_key(&column)
    }

    fn row_has_person(&self) -> bool {
        self.columns.contains_key(&Column::Person) || self.columns.contains_key(&Column::As)
    }

    fn own(&self, whose: RosterWhose) -> &PlacedColumns {
        match whose {
            RosterWhose::Row => &self.columns,
            RosterWhose::Beside(no) => self.beside.get(no).map_or(&self.columns, |it| &it.columns),
        }
    }

    fn say_something_in(&self, row: &SheetRow) -> bool {
        let all = self.columns.values().chain(self.beside.iter().flat_map(|it| it.columns.values()));
        let mut said = all.filter_map(|(it, _)| row.cell(*it));
        match (said.next(), said.next()) {
            (None, _) => false,
            (Some(only), None) => !words().is_remark(&only.text()),
            _ => true,
        }
    }

    /// The column with what is said; what is said of the row and of none of its persons alone is said of all.
    fn column(&self, whose: RosterWhose, column: Column) -> Option<&(u32, String)> {
        let of_all = column.is_of_row() || whose == RosterWhose::Row || !self.row_has_person();
        self.own(whose).get(&column).or_else(|| self.columns.get(&column).filter(|_| of_all))
    }

    /// The persons of a capacity, whose columns begin here or have begun.
    fn beside(&mut self, says: &str) -> RosterWhose {
        let at = self.beside.iter().position(|it| it.says == says);
        RosterWhose::Beside(at.unwrap_or_else(|| {
            self.beside.push(BesideOthers { says: says.to_owned(), columns: PlacedColumns::new() });
            self.beside.len() - 1
        }))
    }

    fn columns_mut(&mut self, whose: RosterWhose) -> &mut PlacedColumns {
        match whose {
            RosterWhose::Row => &mut self.columns,
            RosterWhose::Beside(no) => {
                self.beside.get_mut(no).map_or(&mut self.columns, |it| &mut it.columns)
            }
        }
    }

    /// A fault in a column of a row; where the sheet has no such column, in the row.
    pub(super) fn fault(
        &self,
        row: u32,
        (whose, column): (RosterWhose, Column),
        what: Wrong,
        nearest: Vec<String>,
    ) -> RosterFault {
        let at = self.column(whose, column);
        // A heading that would do, and that says of whom it is where several stand side by side.
        let would_be = || self.says(whose).unwrap_or_default().to_owned() + column.head(Language::Zh);
        RosterFault {
            sheet: self.sheet.clone(),
            row: Some(row),
            column: Some(at.map_or_else(would_be, |(_, it)| it.clone())),
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
