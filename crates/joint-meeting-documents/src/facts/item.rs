//! An item and the assignments that carry it out, as the entries that name them tell.
//!
//! The meeting at which an item was settled is in `meeting`.

use std::collections::BTreeMap;

use joint_meeting::{
    Act,
    act::{AddAgendaItem, Assign, LeaveOpen, StatePosition},
    id::{AssignmentId, ItemId, Text, UnitId},
    time::Date,
};

use super::journal::{JournalFacts, unknown};
use crate::terms::error::PaperError;

/// How an item was settled.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settled<'b> {
    /// `agreed`, `clarified`, `left_open`.
    pub(crate) how: &'static str,
    /// The units to which it gives work.
    pub(crate) tasks: &'b [UnitId],
}

/// An item.
#[derive(Clone, Debug)]
pub(crate) struct ItemFacts<'b> {
    pub(crate) put: &'b AddAgendaItem,
    /// What is proposed, as last revised.
    pub(crate) proposal: Option<&'b Text>,
    pub(crate) settled: Option<Settled<'b>>,
    pub(crate) left_open: Option<&'b LeaveOpen>,
    pub(crate) positions: BTreeMap<&'b UnitId, &'b StatePosition>,
    pub(crate) assignments: Vec<AssignmentFacts<'b>>,
}

/// An assignment.
#[derive(Clone, Debug)]
pub(crate) struct AssignmentFacts<'b> {
    pub(crate) assign: &'b Assign,
    /// The last day, as last extended.
    pub(crate) due: Option<Date>,
    pub(crate) progress: Option<&'b Text>,
    pub(crate) result: Option<(&'b Text, Date)>,
}

impl<'b> JournalFacts<'b> {
    pub(crate) fn item(self, id: &ItemId) -> Result<ItemFacts<'b>, PaperError> {
        let mut found: Option<ItemFacts<'b>> = None;
        for entry in self.entries {
            if let Act::AddAgendaItem(it) = &entry.act
                && it.item == *id
            {
                found = Some(ItemFacts {
                    put: it,
                    proposal: it.proposal.as_ref(),
                    settled: None,
                    left_open: None,
                    positions: BTreeMap::new(),
                    assignments: Vec::new(),
                });
            }
            let Some(item) = &mut found else { continue };
            match &entry.act {
                Act::ReviseProposal(it) if it.item == *id => item.proposal = Some(&it.proposal),
                Act::StatePosition(it) if it.item == *id => {
                    item.positions.insert(&it.unit, it);
                }
                Act::WithdrawPosition(it) if it.item == *id => {
                    item.positions.remove(&it.unit);
                }
                Act::Agree(it) if it.item == *id => {
                    item.settled = Some(Settled { how: "agreed", tasks: &it.tasks });
                }
                Act::Clarify(it) if it.item == *id => {
                    item.settled = Some(Settled { how: "clarified", tasks: &it.tasks });
                }
                Act::LeaveOpen(it) if it.item == *id => {
                    item.settled = Some(Settled { how: "left_open", tasks: &[] });
                    item.left_open = Some(it);
                }
                Act::Assign(it) if it.item == *id => {
                    item.assignments.extend(self.assignment(&it.assignment));
                }
                _ => {}
            }
        }
        found.ok_or_else(|| unknown("item", id))
    }

    pub(crate) fn assignment(self, id: &AssignmentId) -> Option<AssignmentFacts<'b>> {
        let mut found: Option<AssignmentFacts<'b>> = None;
        for entry in self.entries {
            if let Act::Assign(it) = &entry.act
                && it.assignment == *id
            {
                found = Some(AssignmentFacts { assign: it, due: it.due, progress: None, result: None });
            }
            let Some(assignment) = &mut found else { continue };
            match &entry.act {
                Act::ExtendAssignment(it) if it.assignment == *id => assignment.due = Some(it.due),
                Act::ReportProgress(it) if it.assignment == *id => assignment.progress = Some(&it.text),
                Act::CompleteAssignment(it) if it.assignment == *id => {
                    assignment.result = Some((&it.result, entry.at.date()));
                }
                _ => {}
            }
        }
        found
    }
}
