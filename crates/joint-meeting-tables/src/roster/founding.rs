//! The founding of a body from a roster: the charter is adopted with its first holders, then the units name whom they name.

use std::collections::BTreeMap;

use joint_meeting::{
    Act, Charter, JointMeeting,
    act::{AdoptCharter, FirstHolder, FirstMember},
    id::{PersonId, UnitId},
};
use serde::Serialize;

use super::{
    acts::{Entering, ProposedAct, RosterPlace, RosterTrial},
    fault::{FaultsFound, RosterError, Wrong},
    named::naming,
    names::{Names, RosterCapacity},
    rows::{RosterRow, Rows},
    words::Column,
};

/// The acts by which a roster founds a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RosterFounding {
    /// The acts, in the order in which they are to be performed: the adoption of the charter first.
    pub acts: Vec<ProposedAct>,
    /// What persons are called, where the roster gives them a code beside their name: what papers and tables need.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub persons: BTreeMap<PersonId, String>,
    /// Rows of posts and capacities in which nobody stands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub vacant: Vec<RosterPlace>,
    /// Rows that tell of what was over by then.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub past: Vec<RosterPlace>,
    /// Headings of columns that mean nothing here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ignored: Vec<String>,
}

pub(super) fn found(
    charter: &Charter,
    body: JointMeeting,
    read: (Rows, Names<'_>, FaultsFound),
    entering: &Entering,
) -> Result<RosterFounding, RosterError> {
    let (rows, names, mut found) = read;
    let on = entering.day();
    let (past, now): (Vec<&RosterRow>, Vec<&RosterRow>) = rows.rows.iter().partition(|it| it.is_past(on));
    let members = members(charter, &rows, &now, &mut found);
    let mut holders = Vec::new();
    let mut vacant = Vec::new();
    for row in &now {
        if let RosterCapacity::Post(post) = &row.capacity {
            match &row.person {
                Some(person) => {
                    let own = charter.post(post).is_some_and(|it| it.unit.is_some());
                    let unit = row.unit.clone().filter(|_| !own);
                    let holder = FirstHolder::new(post.clone(), person.clone());
                    holders.push((unit.into_iter().fold(holder, FirstHolder::unit), row.seat(&names)));
                }
                None => vacant.push(rows.place(row.at)),
            }
        }
    }
    let namings: Vec<(Act, &RosterRow)> =
        now.iter().filter_map(|row| Some((naming(row, None, &rows, charter, &mut found)?, *row))).collect();
    let unnamed =
        now.iter().filter(|it| matches!(it.capacity, RosterCapacity::Named(_)) && it.person.is_none());
    vacant.extend(unnamed.map(|it| rows.place(it.at)));
    found.done()?;

    let lead = charter.settings().lead_units.fixed();
    let leads = |unit: Option<&UnitId>| {
        unit.is_some_and(|it| lead.is_none_or(|all| all.is_empty() || all.contains(it)))
    };
    let leaders: Vec<PersonId> =
        holders.iter().filter(|(_, unit)| leads(*unit)).map(|(it, _)| it.person.clone()).collect();
    let everybody: Vec<PersonId> = holders.iter().map(|(it, _)| it.person.clone()).collect();
    let agreed: Vec<UnitId> = match entering.agreed {
        true => {
            let listed = charter.settings().members.fixed().into_iter().flatten().cloned();
            listed.chain(members.iter().map(|it| it.unit.clone())).collect()
        }
        false => Vec::new(),
    };
    let adoption =
        AdoptCharter::new(charter.id().clone(), charter.version(), holders.into_iter().map(|(it, _)| it));
    let adoption = adoption.members(members).agreed_by(agreed);
    let adoption = entering.approval.iter().cloned().fold(adoption, AdoptCharter::approval);
    let mut trial = RosterTrial::new(body, entering);
    trial.propose(adoption, None, leaders.into_iter().chain(everybody).collect(), None);
    for (act, row) in namings {
        trial.propose(act, row.unit.as_ref(), Vec::new(), Some(rows.place(row.at)));
    }
    Ok(RosterFounding {
        acts: trial.proposed,
        persons: rows.called.clone(),
        vacant,
        past: past.iter().map(|it| rows.place(it.at)).collect(),
        ignored: rows.ignored,
    })
}

/// The units that belong to the body and that the charter does not list.
fn members(charter: &Charter, rows: &Rows, now: &[&RosterRow], found: &mut FaultsFound) -> Vec<FirstMember> {
    let listed = charter.settings().members.fixed();
    let is_listed = |unit: &UnitId| listed.is_some_and(|all| all.contains(unit));
    let class = |unit: &UnitId| {
        now.iter().find_map(|it| match &it.capacity {
            RosterCapacity::Unit { class: Some(class), .. } if it.unit.as_ref() == Some(unit) => {
                Some(class.clone())
            }
            _ => None,
        })
    };
    let mut all: Vec<FirstMember> = Vec::new();
    for row in now {
        // A unit in which somebody only holds a post of the charter need not belong.
        let belongs = match &row.capacity {
            RosterCapacity::Post(post) => charter.post(post).is_some_and(|it| it.unit.is_none()),
            RosterCapacity::Named(_) | RosterCapacity::Unit { .. } => true,
        };
        let Some(unit) = row.unit.as_ref().filter(|it| belongs && !is_listed(it)) else { continue };
        if all.iter().any(|it| it.unit == *unit) {
            continue;
        }
        let new = rows.units.iter().find(|it| it.id == *unit).map(|it| (it.name.clone(), it.kind));
        let known = || charter.unit(unit).map(|it| (it.zh.clone(), it.kind));
        match new.or_else(known) {
            Some((name, kind)) => {
                let member = FirstMember::new(unit.clone(), name, kind);
                all.push(class(unit).into_iter().fold(member, FirstMember::class));
            }
            None => {
                let fault = rows.fault(row.at, Column::Kind, Wrong::Missing, Vec::new());
                fault.into_iter().for_each(|it| found.add(it));
            }
        }
    }
    all
}
