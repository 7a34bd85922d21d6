//! An item and the assignments that carry it out, with the words of the entries that made them what they are.
//!
//! The meeting at which an item was settled is in `meeting`.

use joint_meeting::{
    Act,
    act::{AddAgendaItem, Assign, LeaveOpen, StatePosition},
    id::{ItemId, Text, UnitId},
    sorted::Map,
    state::{AgendaItem, Assignment, Deed},
    time::Date,
};

use super::journal::{JournalFacts, act, unknown};
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
    pub(crate) positions: Map<&'b UnitId, &'b StatePosition>,
    pub(crate) assignments: Vec<AssignmentFacts<'b>>,
}

/// An assignment.
#[derive(Clone, Debug)]
pub(crate) struct AssignmentFacts<'b> {
    pub(crate) assign: &'b Assign,
    /// The last day, as last set.
    pub(crate) due: Option<Date>,
    pub(crate) progress: Option<&'b Text>,
    pub(crate) result: Option<(&'b Text, Date)>,
    /// Whether it was withdrawn.
    pub(crate) is_withdrawn: bool,
}

impl<'b> JournalFacts<'b> {
    /// How an item was put forward, and no more: who lists many things under one item asks for each.
    pub(crate) fn item_put(self, id: &ItemId) -> Result<&'b AddAgendaItem, PaperError> {
        let put = self.body.item(id).and_then(|it| self.said(it.put(), act!(AddAgendaItem)));
        put.ok_or_else(|| unknown("item", id))
    }

    pub(crate) fn item(self, id: &ItemId) -> Result<ItemFacts<'b>, PaperError> {
        let item = self.body.item(id).ok_or_else(|| unknown("item", id))?;
        let put = self.item_put(id)?;
        let revised = self.last_said(item.revised(), act!(ReviseProposal)).map(|it| &it.proposal);
        let left_open = self.last_said(item.left_open(), act!(LeaveOpen));
        let settled = self.settled(item).or(left_open.map(|_| Settled { how: "left_open", tasks: &[] }));
        Ok(ItemFacts {
            put,
            proposal: revised.or(put.proposal.as_ref()),
            settled,
            left_open,
            positions: self.positions(item),
            assignments: self.body.assignments_under(id).filter_map(|(_, it)| self.assignment(it)).collect(),
        })
    }

    /// How nothing was left to settle.
    fn settled(self, item: &'b AgendaItem) -> Option<Settled<'b>> {
        let settled = item.settled()?;
        let agreed = self.said(settled, act!(Agree)).map(|it| Settled { how: "agreed", tasks: &it.tasks });
        agreed.or_else(|| {
            self.said(settled, act!(Clarify)).map(|it| Settled { how: "clarified", tasks: &it.tasks })
        })
    }

    /// What each unit said last, and has not withdrawn: to whatever proposal, at whatever meeting.
    fn positions(self, item: &'b AgendaItem) -> Map<&'b UnitId, &'b StatePosition> {
        let mut positions = Map::new();
        for entry in item.positions_from().iter().filter_map(|it| self.entry(*it)) {
            if let Act::StatePosition(it) = &entry.act {
                positions.insert(&it.unit, &**it);
            } else if let Act::WithdrawPosition(it) = &entry.act {
                positions.remove(&it.unit);
            }
        }
        positions
    }

    /// An assignment; none that is not known yet.
    pub(crate) fn assignment(self, it: &'b Assignment) -> Option<AssignmentFacts<'b>> {
        let assign = self.said(it.made(), act!(Assign))?;
        let handled = it.handled();
        let (returned, results) = handled.map(|it| (it.returned(), it.results())).unwrap_or_default();
        // A result that was returned counted until then.
        let until_then = results.iter().zip(returned).find(|(_, returned)| !self.counts(**returned));
        let completed = until_then.map(|(result, _)| *result).or(it.completed());
        let shortened = handled.map(|it| it.shortened()).unwrap_or_default();
        let mut set: Vec<Deed> = [it.extended(), shortened, returned].concat();
        set.retain(|it| self.counts(*it));
        set.sort_unstable();
        let due = set.iter().rev().find_map(|it| {
            let extended = self.said(*it, act!(ExtendAssignment)).map(|it| it.due);
            let shortened = self.said(*it, act!(ShortenAssignment)).map(|it| it.due);
            extended.or(shortened).or_else(|| self.said(*it, act!(ReturnAssignment))?.due)
        });
        Some(AssignmentFacts {
            assign,
            due: due.or(assign.due),
            progress: self.last_said(it.progress(), act!(ReportProgress)).map(|it| &it.text),
            result: completed
                .and_then(|it| Some((&self.said(it, act!(CompleteAssignment))?.result, it.at.date()))),
            is_withdrawn: it.withdrawn().is_some_and(|it| self.counts(it)),
        })
    }
}
