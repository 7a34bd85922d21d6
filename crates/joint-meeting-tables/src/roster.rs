//! The roster (名单) that an office keeps in a spreadsheet: read, it founds a body or says what changed in one.
//!
//! Which acts there are, and who may do them, is the core's affair: what a roster proposes is tried there.

mod acts;
mod changes;
mod fault;
mod founding;
mod heading;
mod named;
mod names;
mod persons;
mod plain;
mod rows;
mod said;
mod shown;
mod template;
mod words;
mod written;

use joint_meeting::{Charter, JointMeeting, Language, time::Date};
use joint_meeting_documents::Given;

pub use self::{
    acts::{Entering, ProposedAct, RosterPlace, RosterSentence},
    changes::{RosterChanges, RosterDifference, RosterQuestion, RosterSame},
    fault::{RosterError, RosterFault, Wrong},
    founding::RosterFounding,
};
use self::{fault::FaultsFound, names::Names};
use crate::{
    read::{self, grid::Sheet},
    table::Table,
    write::xlsx::SheetError,
};

/// The founding of a body under a charter, from a roster: a file of .xlsx, .ods or .csv.
///
/// Where the charter stands under general charters, they are part of it as it was read. Nothing is performed: the acts are those to
/// be submitted, each with the refusal that it would meet.
///
/// # Errors
/// The file cannot be read, or something in it is wrong: all of it is told, each with its place.
pub fn founding(file: &[u8], charter: &Charter, entering: &Entering) -> Result<RosterFounding, RosterError> {
    founding_of(&read::sheets(file)?, charter, entering)
}

/// The same, from sheets that were read already.
///
/// # Errors
/// Something in them is wrong.
pub fn founding_of(
    sheets: &[Sheet],
    charter: &Charter,
    entering: &Entering,
) -> Result<RosterFounding, RosterError> {
    let body = JointMeeting::new([charter.clone()]).map_err(|_| RosterError::NoBody)?;
    let (mut found, mut names) = (FaultsFound::default(), Names::new(charter, None, None));
    let rows = rows::rows(sheets, &mut names, &mut found);
    founding::found(charter, body, (rows, names, found), entering)
}

/// What a roster says otherwise than a body has it, on the day of entering: the acts that would bring the body there, what differs
/// and needs a decision, and what is the same.
///
/// What the office calls persons is among what is given; by such a name a person is found.
///
/// # Errors
/// The file cannot be read, or something in it is wrong: all of it is told, each with its place.
pub fn changes(
    file: &[u8],
    body: &JointMeeting,
    given: Option<&Given>,
    entering: &Entering,
) -> Result<RosterChanges, RosterError> {
    changes_of(&read::sheets(file)?, body, given, entering)
}

/// The same, from sheets that were read already.
///
/// # Errors
/// Something in them is wrong.
pub fn changes_of(
    sheets: &[Sheet],
    body: &JointMeeting,
    given: Option<&Given>,
    entering: &Entering,
) -> Result<RosterChanges, RosterError> {
    let charter = body.charter_on(entering.day());
    let (mut found, mut names) = (FaultsFound::default(), Names::new(charter, Some(body), given));
    let rows = rows::rows(sheets, &mut names, &mut found);
    changes::changes(body, (rows, names, found), given, entering)
}

/// A roster of a body on a day as a table, in the columns in which it is read again: what is read back unchanged changes nothing.
pub fn roster_table(body: &JointMeeting, given: Option<&Given>, on: Date, language: Language) -> Table {
    written::of_body(body, given, on, language)
}

/// A roster to be filled, as a workbook: a row for every post of the charter and for whom each unit names, with lists of the words
/// that will do, and a second sheet that lists them.
///
/// # Errors
/// The charter has more than a sheet can hold.
pub fn template(charter: &Charter, language: Language) -> Result<Vec<u8>, SheetError> {
    template::write(&written::of_charter(charter, language), charter, language)
}

/// The roster of a body on a day as a workbook that is laid out as the template is: to be corrected and handed in again.
///
/// # Errors
/// The body has more than a sheet can hold.
pub fn roster_book(
    body: &JointMeeting,
    given: Option<&Given>,
    on: Date,
    language: Language,
) -> Result<Vec<u8>, SheetError> {
    template::write(&written::of_body(body, given, on, language), body.charter_on(on), language)
}
