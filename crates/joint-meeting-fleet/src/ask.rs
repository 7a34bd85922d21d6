//! What is asked of one body: it is read from its journal, and its answer becomes rows.

mod audit;
mod charters;
mod owed;
mod read;

use joint_meeting::{JointMeeting, answer::Bearer};

use crate::{
    charters::FleetCharters,
    given::GivenBody,
    rows::{Cell, FleetRows},
    terms::{
        chinese::said,
        question::{FleetAsk, FleetQuestion},
    },
};

/// Adds the rows of one body. One that cannot be read has a row that says why.
pub(crate) fn ask(
    given: GivenBody<'_>,
    charters: &FleetCharters,
    question: &FleetQuestion,
    rows: &mut FleetRows,
) {
    match read::read(given, charters, question) {
        Ok(body) => answer(given.name, &body, charters, question, rows),
        Err(why) => rows.push_error(given.name, &said(&why, question.language)),
    }
}

fn answer(
    name: Option<&str>,
    body: &JointMeeting,
    charters: &FleetCharters,
    question: &FleetQuestion,
    rows: &mut FleetRows,
) {
    match question.ask {
        FleetAsk::Audit { period, on } => {
            audit::rows(name, body, &body.audit(period, on), question, rows);
        }
        FleetAsk::Obligations { on, horizon_days } => {
            owed::rows(name, body, &body.obligations(on, horizon_days), question, rows);
        }
        FleetAsk::Charters { on } => charters::row(name, body, on, charters, rows),
    }
}

/// Who bears something: what kind of bearer, which unit, which role.
fn bearer(of: &Bearer) -> [Cell<'_>; 3] {
    match of {
        Bearer::Body => [Cell::Text("body"), Cell::Nothing, Cell::Nothing],
        Bearer::Role { role } => [Cell::Text("role"), Cell::Nothing, Cell::Text(role.word())],
        Bearer::Unit { unit } => [Cell::Text("unit"), Cell::Text(unit.as_str()), Cell::Nothing],
    }
}
