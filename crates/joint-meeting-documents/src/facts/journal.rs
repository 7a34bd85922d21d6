//! The entries of a journal as known up to one of them, and what single entries tell.
//!
//! What several entries tell about one thing has files of its own.

use joint_meeting::{
    Act, Entry, JointMeeting,
    act::IssueDocument,
    id::{DocumentId, PersonId, Text, UnitId},
};

use crate::terms::error::PaperError;

/// The entries as known, up to one of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JournalFacts<'b> {
    pub(crate) entries: &'b [Entry],
}

pub(super) fn unknown(kind: &'static str, name: &impl ToString) -> PaperError {
    PaperError::Unknown { kind, name: name.to_string() }
}

impl<'b> JournalFacts<'b> {
    pub(crate) fn new(body: &'b JointMeeting) -> Self {
        Self { entries: body.entries() }
    }

    /// As it was known when an entry was made.
    pub(crate) fn up_to(self, entry: &Entry) -> Self {
        let known = self.entries.partition_point(|it| it.no <= entry.no);
        Self { entries: self.entries.get(..known).unwrap_or(self.entries) }
    }

    pub(crate) fn document(self, id: &DocumentId) -> Result<(&'b IssueDocument, &'b Entry), PaperError> {
        let issued = |entry: &'b Entry| match &entry.act {
            Act::IssueDocument(it) if it.document == *id => Some((&**it, entry)),
            _ => None,
        };
        self.entries.iter().find_map(issued).ok_or_else(|| unknown("document", id))
    }

    /// What a unit was called by the acts that made it known.
    pub(crate) fn unit_name(self, unit: &UnitId) -> Option<&'b Text> {
        self.entries.iter().rev().find_map(|it| match &it.act {
            Act::RenameUnit(it) if it.unit == *unit => Some(&it.name),
            Act::AdmitUnit(it) if it.unit == *unit => Some(&it.name),
            Act::MergeUnits(it) if it.into == *unit => Some(&it.name),
            Act::Invite(it) if it.unit.as_ref() == Some(unit) => Some(&it.invitee),
            _ => None,
        })
    }

    /// The post of a person in a unit, as last named there.
    pub(crate) fn post(self, unit: &UnitId, person: &PersonId) -> Option<&'b Text> {
        self.entries.iter().rev().find_map(|it| match &it.act {
            Act::NameMember(it) if it.unit == *unit && it.person == *person => Some(&it.post),
            Act::NameLiaisonOfficer(it) if it.unit == *unit && it.person == *person => Some(&it.post),
            _ => None,
        })
    }
}
