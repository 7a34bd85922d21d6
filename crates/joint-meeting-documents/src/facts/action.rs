//! A joint action, as the entries that name it tell.
//!
//! Joint enforcement counts here only as part of a joint action.

use joint_meeting::{
    Act, Entry,
    act::{FinishJointAction, PlanJointAction},
    id::{ActionId, Text, UnitId},
    time::Date,
};

use super::journal::{JournalFacts, unknown};
use crate::terms::error::PaperError;

/// A joint action.
#[derive(Clone, Debug)]
pub(crate) struct ActionFacts<'b> {
    pub(crate) planned: &'b Entry,
    pub(crate) plan: &'b PlanJointAction,
    pub(crate) started: Option<Date>,
    pub(crate) finished: Option<(&'b FinishJointAction, Date)>,
    /// Joint enforcement that was part of it.
    pub(crate) enforcement: Vec<(&'b [UnitId], &'b Text, Date)>,
}

impl<'b> JournalFacts<'b> {
    pub(crate) fn action(self, id: &ActionId) -> Result<ActionFacts<'b>, PaperError> {
        let mut found: Option<ActionFacts<'b>> = None;
        for entry in self.entries {
            let on = entry.at.date();
            if let Act::PlanJointAction(plan) = &entry.act
                && plan.action == *id
            {
                let (started, finished, enforcement) = (None, None, Vec::new());
                found = Some(ActionFacts { planned: entry, plan, started, finished, enforcement });
            }
            let Some(action) = &mut found else { continue };
            match &entry.act {
                Act::StartJointAction(it) if it.action == *id => action.started = Some(on),
                Act::FinishJointAction(it) if it.action == *id => action.finished = Some((it, on)),
                Act::RecordJointEnforcement(it) if it.counts_as.as_ref() == Some(id) => {
                    action.started = action.started.or(Some(on));
                    action.enforcement.push((&it.units, &it.result, on));
                }
                _ => {}
            }
        }
        found.ok_or_else(|| unknown("action", id))
    }
}
