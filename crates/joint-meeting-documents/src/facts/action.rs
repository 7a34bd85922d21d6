//! A joint action, with the words of the entries that made it what it is.
//!
//! Joint enforcement counts here only as part of a joint action.

use joint_meeting::{
    act::{FinishJointAction, PlanJointAction},
    id::{ActionId, Text, UnitId},
    time::Date,
};

use super::journal::{JournalFacts, act, unknown};
use crate::terms::error::PaperError;

/// A joint action.
#[derive(Clone, Debug)]
pub(crate) struct ActionFacts<'b> {
    pub(crate) planned: Date,
    pub(crate) plan: &'b PlanJointAction,
    /// The units that take part, those that joined since among them.
    pub(crate) units: &'b [UnitId],
    pub(crate) started: Option<Date>,
    pub(crate) finished: Option<(&'b FinishJointAction, Date)>,
    /// Joint enforcement that was part of it.
    pub(crate) enforcement: Vec<(&'b [UnitId], &'b Text, Date)>,
}

impl<'b> JournalFacts<'b> {
    pub(crate) fn action(self, id: &ActionId) -> Result<ActionFacts<'b>, PaperError> {
        let action = self.body.joint_action(id).ok_or_else(|| unknown("action", id))?;
        let planned = action.planned();
        let plan = self.said(planned, act!(PlanJointAction)).ok_or_else(|| unknown("action", id))?;
        let finished = action.finished();
        let enforced = action.enforced().iter().filter_map(|deed| {
            let it = self.said(*deed, act!(RecordJointEnforcement))?;
            Some((it.units.as_slice(), &it.result, deed.at.date()))
        });
        Ok(ActionFacts {
            planned: planned.at.date(),
            plan,
            units: action.units(),
            started: action.started().map(|it| it.at.date()),
            finished: finished.and_then(|it| Some((self.said(it, act!(FinishJointAction))?, it.at.date()))),
            enforcement: enforced.collect(),
        })
    }
}
