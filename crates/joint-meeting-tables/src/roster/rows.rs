//! The rows of a roster: of each, which unit, which post or capacity, which person, since when and until when.

use std::collections::BTreeMap;

use joint_meeting::{
    id::{PersonId, PostId, Text, UnitId},
    time::Date,
    words::{Named, Rank, UnitKind},
};

use super::{
    acts::RosterPlace,
    fault::{FaultsFound, RosterFault, Wrong},
    heading::{ColumnPlaces, Headed, RosterWhose, headed},
    names::{Names, RosterCapacity, Unfound, rank, unit_kind},
    plain::{day, name},
    words::{Column, words},
};
use crate::read::grid::{Sheet, SheetCell, SheetRow};

/// What the rows of a roster say.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) rows: Vec<RosterRow>,
    pub(super) units: Vec<NewUnit>,
    pub(super) renamed: Vec<Renamed>,
    /// What persons are called, where a code stands beside the name.
    pub(super) called: BTreeMap<PersonId, String>,
    /// Headings that mean nothing here.
    pub(super) ignored: Vec<String>,
    /// Where the columns of each sheet are.
    places: Vec<ColumnPlaces>,
}

/// A place in the file: the sheet among those that were read, the row, and whose columns of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    sheet: usize,
    pub(super) row: u32,
    whose: RosterWhose,
}

/// A unit that nobody knew.
pub(super) struct NewUnit {
    pub(super) id: UnitId,
    pub(super) name: Text,
    pub(super) kind: UnitKind,
}

/// A unit that has another name now.
pub(super) struct Renamed {
    pub(super) at: At,
    pub(super) unit: UnitId,
    pub(super) name: Text,
    pub(super) from: Option<Date>,
    pub(super) basis: Option<Text>,
}

/// A row.
pub(super) struct RosterRow {
    pub(super) at: At,
    /// The unit; none for a post of which the charter says in which unit it is.
    pub(super) unit: Option<UnitId>,
    pub(super) capacity: RosterCapacity,
    /// The person; none where the place is vacant.
    pub(super) person: Option<PersonId>,
    pub(super) post: Option<Text>,
    pub(super) rank: Option<Rank>,
    pub(super) portfolio: Option<bool>,
    pub(super) section_head: Option<bool>,
    pub(super) knows_duties: Option<bool>,
    pub(super) masters_trade: Option<bool>,
    pub(super) acting: bool,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) note: Option<Text>,
}

impl RosterRow {
    /// The unit of the place: the row's own, or that of the post.
    pub(super) fn seat<'r>(&'r self, names: &'r Names<'_>) -> Option<&'r UnitId> {
        match &self.capacity {
            RosterCapacity::Post(post) => names.charter.post(post)?.unit.as_ref().or(self.unit.as_ref()),
            _ => self.unit.as_ref(),
        }
    }

    /// Whether it is about a day that is over.
    pub(super) fn is_past(&self, on: Date) -> bool {
        self.to.is_some_and(|it| it < on)
    }
}

impl Rows {
    /// A fault in a column of a row.
    pub(super) fn fault(
        &self,
        at: At,
        column: Column,
        what: Wrong,
        nearest: Vec<String>,
    ) -> Option<RosterFault> {
        self.places.get(at.sheet).map(|it| it.fault(at.row, (at.whose, column), what, nearest))
    }

    fn fault_of_row(&self, at: At, what: Wrong) -> Option<RosterFault> {
        self.places.get(at.sheet).map(|it| it.fault_of_row(Some(at.row), what))
    }

    /// Where a row stands.
    pub(super) fn place(&self, at: At) -> RosterPlace {
        let sheet = self.places.get(at.sheet).map_or("", ColumnPlaces::sheet).to_owned();
        RosterPlace { sheet, row: at.row }
    }
}

/// Reads the rows of all sheets. What is wrong is added to what was found.
pub(super) fn rows(sheets: &[Sheet], names: &mut Names<'_>, found: &mut FaultsFound) -> Rows {
    let headed = headed(sheets, names, found);
    let mut all = Rows { places: headed.iter().map(|it| it.places.clone()).collect(), ..Rows::default() };
    for (no, sheet) in headed.iter().enumerate() {
        all.ignored.extend(sheet.ignored.iter().cloned());
        for row in &sheet.rows {
            RowReading { no, sheet, row, whose: RosterWhose::Row, found }.unit_as_such(names, &mut all);
        }
    }
    for (no, sheet) in headed.iter().enumerate() {
        for row in &sheet.rows {
            for whose in sheet.whose() {
                let read = RowReading { no, sheet, row, whose, found }.row(names, &mut all.called);
                all.rows.extend(read);
            }
        }
    }
    if let (Some(first), true) = (headed.first(), headed.iter().all(|it| it.rows.is_empty())) {
        found.add(first.places.fault_of_row(None, Wrong::NoRows));
    }
    once(&all, names, found);
    all
}

/// One row that is being read, or one of the persons who stand side by side in it.
struct RowReading<'r, 's> {
    no: usize,
    sheet: &'r Headed<'s>,
    row: &'s SheetRow,
    whose: RosterWhose,
    found: &'r mut FaultsFound,
}

impl RowReading<'_, '_> {
    fn at(&self) -> At {
        At { sheet: self.no, row: self.row.no, whose: self.whose }
    }

    fn cell(&self, column: Column) -> Option<&SheetCell> {
        self.sheet.cell(self.row, self.whose, column)
    }

    fn wrong(&mut self, column: Column, (what, nearest): Unfound) {
        // What is wrong with the row is told once, and not of each person in it.
        let is_first = self.sheet.whose().next() == Some(self.whose);
        if is_first || self.sheet.places.is_own(self.whose, column) {
            self.found.add(self.sheet.places.fault(self.row.no, (self.whose, column), what, nearest));
        }
    }

    /// What stands in a column, as a text without white space around it.
    fn said(&mut self, column: Column) -> Option<String> {
        match self.cell(column)? {
            SheetCell::Error { error } => {
                self.wrong(column, (Wrong::Formula { error: error.clone() }, Vec::new()));
                None
            }
            it => Some(it.text().trim().to_owned()).filter(|it| !it.is_empty()),
        }
    }

    fn text(&mut self, column: Column) -> Option<Text> {
        let text = self.said(column)?;
        match text.parse() {
            Ok(it) => Some(it),
            Err(why) => {
                self.wrong(column, (Wrong::no_text(&why), Vec::new()));
                None
            }
        }
    }

    fn day(&mut self, column: Column) -> Option<Date> {
        let text = self.said(column)?;
        let cell = self.cell(column)?;
        let day = day(cell, self.sheet.sheet.from_1904);
        if day.is_none() {
            self.wrong(
                column,
                (Wrong::NoDay { text }, vec!["2022-05-09".to_owned(), "2022年5月9日".to_owned()]),
            );
        }
        day
    }

    fn yes_or_no(&mut self, column: Column) -> Option<bool> {
        let text = self.said(column)?;
        let said = words().yes_or_no(&text);
        if said.is_none() {
            let would_do = words().yes_and_no(joint_meeting::Language::Zh).map(str::to_owned).to_vec();
            self.wrong(column, (Wrong::NeitherYesNorNo { text }, would_do));
        }
        said
    }

    fn looked_up<T>(&mut self, column: Column, of: impl Fn(&str) -> Result<T, Unfound>) -> Option<T> {
        match of(&self.said(column)?) {
            Ok(it) => Some(it),
            Err(why) => {
                self.wrong(column, why);
                None
            }
        }
    }

    /// What a row says of a unit alone: that it is new, or has a new name. A cell of these that is wrong is told here.
    fn unit_as_such(&mut self, names: &mut Names<'_>, all: &mut Rows) {
        let kind = self.looked_up(Column::Kind, unit_kind);
        let former = self.looked_up(Column::Former, |it| names.unit(it));
        let Some(text) = self.cell(Column::Unit).map(|it| name(&it.text())) else { return };
        if names.knows_unit(&text) {
            return;
        }
        let Ok(called) = text.parse::<Text>() else { return };
        match (former, kind) {
            (Some(unit), _) => {
                names.know_unit(&unit, [text.as_str()]);
                let from = self.cell(Column::From);
                let from = from.and_then(|it| day(it, self.sheet.sheet.from_1904));
                let basis = self.cell(Column::Note).and_then(|it| it.text().parse().ok());
                all.renamed.push(Renamed { at: self.at(), unit, name: called, from, basis });
            }
            (None, Some(kind)) => {
                if let Ok(id) = text.parse::<UnitId>() {
                    names.know_unit(&id, [text.as_str()]);
                    all.units.push(NewUnit { id, name: called, kind });
                }
            }
            (None, None) => {}
        }
    }

    fn row(&mut self, names: &Names<'_>, called: &mut BTreeMap<PersonId, String>) -> Option<RosterRow> {
        // What is wrong anywhere in the row is told, also where the row itself comes to nothing.
        let unit = self.looked_up(Column::Unit, |it| names.unit(&name(it)));
        let says_unit = self.cell(Column::Unit).is_some();
        let person = self.person(names, called);
        let has_person = matches!(person, Some(Some(_)));
        let said = match self.sheet.places.says(self.whose) {
            Some(it) => Some(it.to_owned()),
            None => self.said(Column::As),
        };
        let capacity = match &said {
            Some(it) if unit.is_some() || !says_unit => match names.capacity(it, unit.as_ref(), has_person) {
                Ok(it) => Some(it),
                Err(why) => {
                    self.wrong(Column::As, why);
                    None
                }
            },
            // Of a unit that is not known nobody can say what posts it has.
            Some(_) => None,
            None if !has_person => Some(RosterCapacity::Unit { lead: false, class: None }),
            // A roster without such a column is one of the members.
            None if !self.sheet.has(Column::As) => Some(RosterCapacity::Named(Named::Member)),
            None => {
                self.wrong(Column::As, (Wrong::Missing, Vec::new()));
                None
            }
        };
        let (post, rank) = (self.text(Column::Post), self.looked_up(Column::Rank, rank));
        let [portfolio, section_head, knows_duties, masters_trade, acting] = [
            Column::Portfolio,
            Column::SectionHead,
            Column::KnowsDuties,
            Column::MastersTrade,
            Column::Acting,
        ]
        .map(|it| self.yes_or_no(it));
        let (from, to, note) = (self.day(Column::From), self.day(Column::To), self.text(Column::Note));
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            self.wrong(Column::To, (Wrong::EndsBefore, Vec::new()));
        }
        let capacity = capacity?;
        let needs_unit = match &capacity {
            RosterCapacity::Post(post) => names.charter.post(post).is_some_and(|it| it.unit.is_none()),
            _ => true,
        };
        if unit.is_none() && needs_unit {
            if !says_unit {
                self.wrong(Column::Unit, (Wrong::Missing, Vec::new()));
            }
            return None;
        }
        let (at, person, acting) = (self.at(), person?, acting == Some(true));
        Some(RosterRow {
            at,
            unit,
            capacity,
            person,
            post,
            rank,
            portfolio,
            section_head,
            knows_duties,
            masters_trade,
            acting,
            from,
            to,
            note,
        })
    }

    /// The person of the row: none if it is vacant, nothing at all if the name is wrong.
    fn person(
        &mut self,
        names: &Names<'_>,
        called: &mut BTreeMap<PersonId, String>,
    ) -> Option<Option<PersonId>> {
        if let Some(SheetCell::Error { .. }) = self.cell(Column::Person) {
            self.said(Column::Person);
            return None;
        }
        let said = self.said(Column::Person).map(|it| name(&it)).filter(|it| !words().is_vacant(it));
        if let Some(code) = self.said(Column::Code) {
            return match code.parse::<PersonId>() {
                Ok(id) => {
                    called.extend(said.map(|it| (id.clone(), it)));
                    Some(Some(id))
                }
                Err(why) => {
                    self.wrong(Column::Code, (Wrong::no_text(&why), Vec::new()));
                    None
                }
            };
        }
        let Some(said) = said else { return Some(None) };
        match names.person(&said) {
            Ok(it) => Some(Some(it)),
            Err(why) => {
                self.wrong(Column::Person, why);
                None
            }
        }
    }
}

/// Finds what stands twice, and who stands where another stands.
fn once(all: &Rows, names: &Names<'_>, found: &mut FaultsFound) {
    let mut held: BTreeMap<(&RosterCapacity, Option<&UnitId>), Vec<&RosterRow>> = BTreeMap::new();
    let several = |post: &PostId| names.charter.post(post).is_some_and(|it| it.several);
    for row in all.rows.iter().filter(|it| it.person.is_some() && it.to.is_none()) {
        let others = held.entry((&row.capacity, row.seat(names))).or_default();
        let same = others.iter().find(|it| it.person == row.person);
        let other = others.first().filter(|_| match &row.capacity {
            RosterCapacity::Post(post) => !several(post),
            RosterCapacity::Named(_) => true,
            RosterCapacity::Unit { .. } => false,
        });
        let what = match (same, other) {
            (Some(same), _) => Some(Wrong::Twice { other: same.at.row }),
            (None, Some(other)) => Some(Wrong::TakenBy { other: other.at.row }),
            (None, None) => None,
        };
        if let Some(fault) = what.and_then(|it| all.fault_of_row(row.at, it)) {
            found.add(fault);
        }
        others.push(row);
    }
}
