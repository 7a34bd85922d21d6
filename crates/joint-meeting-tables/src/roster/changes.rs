//! What a roster says otherwise than a body has it: the acts of change, what needs a decision, what is the same.

use std::collections::{BTreeMap, BTreeSet};

use joint_meeting::{
    JointMeeting,
    act::{AdmitUnit, RenameUnit, WithdrawUnit},
    id::{PersonId, Text, UnitId},
    time::Date,
};
use joint_meeting_documents::Given;
use serde::Serialize;

use super::{
    acts::{Entering, ProposedAct, RosterPlace, RosterSentence, RosterTrial},
    fault::{FaultsFound, RosterError},
    names::{Names, RosterCapacity},
    persons::Persons,
    rows::{RosterRow, Rows},
    said::Speaker,
    words::words,
};

/// What a roster says otherwise than a body has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RosterChanges {
    /// The acts that would bring the body there, in the order in which they are to be performed.
    pub acts: Vec<ProposedAct>,
    /// What differs, and no act follows from the roster alone.
    pub open: Vec<RosterDifference>,
    /// What is the same.
    pub same: Vec<RosterSame>,
    /// What persons are called, where the roster gives them a code beside their name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub persons: BTreeMap<PersonId, String>,
    /// Headings of columns that mean nothing here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ignored: Vec<String>,
}

/// Something in which a roster and a body differ, and which somebody has to decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RosterDifference {
    /// In what they differ.
    pub what: RosterQuestion,
    /// What it is, in words.
    pub says: RosterSentence,
    /// The row, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<RosterPlace>,
}

/// What has to be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RosterQuestion {
    /// The body has somebody of whom the roster has no row: left, or forgotten?
    PersonWithoutRow,
    /// The body has a member unit of which the roster has no row: left, or forgotten?
    UnitWithoutRow,
    /// The roster has a unit lead, or not lead, otherwise than the charter.
    Lead,
    /// The rank is recorded otherwise.
    Rank,
    /// Whether the person only stands in is recorded otherwise.
    Acting,
    /// The first day is recorded otherwise.
    FirstDay,
}

/// Something that is the same in a roster and a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RosterSame {
    /// What it is, in words.
    pub says: RosterSentence,
    /// The row.
    pub place: RosterPlace,
}

impl RosterChanges {
    /// Whether the roster says nothing but what the body has.
    pub fn is_empty(&self) -> bool {
        self.acts.is_empty() && self.open.is_empty()
    }
}

/// What is found by comparing, as it is found.
#[derive(Default)]
pub(super) struct Told {
    open: Vec<RosterDifference>,
    same: Vec<RosterSame>,
}

impl Told {
    pub(super) fn open(&mut self, what: RosterQuestion, says: RosterSentence, place: Option<RosterPlace>) {
        self.open.push(RosterDifference { what, says, place });
    }

    pub(super) fn same(&mut self, says: RosterSentence, place: RosterPlace) {
        self.same.push(RosterSame { says, place });
    }
}

pub(super) fn changes(
    body: &JointMeeting,
    read: (Rows, Names<'_>, FaultsFound),
    given: Option<&Given>,
    entering: &Entering,
) -> Result<RosterChanges, RosterError> {
    let (rows, names, mut found) = read;
    let on = entering.day();
    let speaker = Speaker { body, given, called: &rows.called, on };
    let mut told = Told::default();
    let mut trial = RosterTrial::new(body.clone(), entering);
    let units = Units { body, rows: &rows, speaker: &speaker, entering, on };
    units.renamed(&mut trial, &mut told);
    units.joined(&mut trial);
    Persons { body, rows: &rows, names: &names, speaker: &speaker, on, by: entering.by.as_ref() }
        .compare(&mut trial, &mut told, &mut found);
    units.left(&mut trial, &mut told);
    found.done()?;
    Ok(RosterChanges {
        acts: trial.proposed,
        open: told.open,
        same: told.same,
        persons: rows.called.clone(),
        ignored: rows.ignored.clone(),
    })
}

/// The units of a roster beside those of the body.
struct Units<'c> {
    body: &'c JointMeeting,
    rows: &'c Rows,
    speaker: &'c Speaker<'c>,
    entering: &'c Entering,
    on: Date,
}

impl Units<'_> {
    fn is_member(&self, unit: &UnitId) -> bool {
        self.body.unit(unit).is_some_and(|it| it.is_member(self.on))
    }

    /// What a change of a unit rests on: what the row says, or what is given for all of them.
    fn basis(&self, of_row: Option<&Text>) -> Option<Text> {
        of_row.or(self.entering.basis.as_ref()).cloned()
    }

    fn basis_or_roster(&self, of_row: Option<&Text>) -> Option<Text> {
        self.basis(of_row).or_else(|| words().basis().parse().ok())
    }

    fn renamed(&self, trial: &mut RosterTrial<'_>, told: &mut Told) {
        let mut seen = BTreeSet::new();
        for it in self.rows.renamed.iter().filter(|it| seen.insert(it.unit.clone())) {
            let place = self.rows.place(it.at);
            if self.body.unit(&it.unit).and_then(|unit| unit.name(self.on)) == Some(&it.name) {
                told.same(self.speaker.of_unit(&it.unit, ("", "")), place);
                continue;
            }
            let Some(basis) = self.basis_or_roster(it.basis.as_ref()) else { continue };
            let from = it.from.unwrap_or(self.on);
            let act = RenameUnit::new(it.unit.clone(), it.name.clone(), basis, from);
            trial.propose(act, Some(&it.unit), Vec::new(), Some(place));
        }
    }

    /// Units that are no member units yet, and of which the roster has a row that says they are.
    fn joined(&self, trial: &mut RosterTrial<'_>) {
        let mut seen = BTreeSet::new();
        for row in self.rows.rows.iter().filter(|it| it.to.is_none()) {
            let Some(unit) = row.unit.as_ref().filter(|it| self.says_member(row) && !self.is_member(it))
            else {
                continue;
            };
            if !seen.insert(unit.clone()) {
                continue;
            }
            let new = self.rows.units.iter().find(|it| it.id == *unit).map(|it| (it.name.clone(), it.kind));
            let known = || {
                let it = self.body.unit(unit)?;
                Some((it.name(self.on)?.clone(), it.kind()))
            };
            let Some((name, kind)) = new.or_else(known) else { continue };
            let act = AdmitUnit::new(unit.clone(), name, kind);
            let class = match &row.capacity {
                RosterCapacity::Unit { class, .. } => class.clone(),
                _ => None,
            };
            let act = class.into_iter().fold(act, AdmitUnit::class);
            let act = self.basis(row.note.as_ref()).into_iter().fold(act, AdmitUnit::basis);
            let is_unit_row = matches!(row.capacity, RosterCapacity::Unit { .. });
            let act = row.from.filter(|_| is_unit_row).into_iter().fold(act, AdmitUnit::from);
            trial.propose(act, Some(unit), Vec::new(), Some(self.rows.place(row.at)));
        }
    }

    /// Whether a row says that its unit is a member unit. A unit in which somebody only holds a post need not be one.
    fn says_member(&self, row: &RosterRow) -> bool {
        match row.capacity {
            RosterCapacity::Unit { .. } => true,
            RosterCapacity::Named(_) => row.person.is_some(),
            RosterCapacity::Post(_) => false,
        }
    }

    /// Units that leave, those of which the roster has no row, and whether units lead.
    fn left(&self, trial: &mut RosterTrial<'_>, told: &mut Told) {
        let roster = self.body.roster(self.on);
        for row in &self.rows.rows {
            let (RosterCapacity::Unit { lead, .. }, Some(unit)) = (&row.capacity, &row.unit) else {
                continue;
            };
            let place = self.rows.place(row.at);
            let now = roster.units.iter().find(|it| it.unit == *unit);
            match (row.to, now) {
                (Some(to), Some(_)) => {
                    let Some(basis) = self.basis_or_roster(row.note.as_ref()) else { continue };
                    let act = WithdrawUnit::new(unit.clone(), basis, to);
                    trial.propose(act, Some(unit), Vec::new(), Some(place));
                }
                (Some(_), None) => {
                    told.same(self.speaker.of_unit(unit, ("已不是成员单位", " is no member unit")), place)
                }
                (None, Some(now)) if *lead && !now.lead => {
                    let says = self.speaker.of_unit(
                        unit,
                        (
                            "在制度中不是牵头单位，改变牵头单位须修订制度",
                            " does not lead by the charter; only an amendment changes that",
                        ),
                    );
                    told.open(RosterQuestion::Lead, says, Some(place));
                }
                (None, Some(_)) => told.same(self.speaker.of_unit(unit, ("", "")), place),
                (None, None) => {}
            }
        }
        let named: BTreeSet<&UnitId> = self.rows.rows.iter().filter_map(|it| it.unit.as_ref()).collect();
        for it in roster.units.iter().filter(|it| !named.contains(&it.unit)) {
            let says = self.speaker.of_unit(
                &it.unit,
                ("是成员单位，名单中没有", " is a member unit, and the roster has no row of it"),
            );
            told.open(RosterQuestion::UnitWithoutRow, says, None);
        }
    }
}
