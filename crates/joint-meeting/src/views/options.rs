//! The options: what a person may do now, found by putting the acts worth trying to `decide`.
//!
//! An act is open here exactly when `decide` accepts it: there is no second opinion.

use serde::Serialize;

use crate::{
    body::JointMeeting,
    kernel::{refusal::Refusal, view::Ask},
    registry::acts::{ACTS, Act},
    terms::{act_kind::ActKind, id::PersonId, time::Time},
};

/// An act that an actor could try.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Choice {
    /// The act. Fields named in `choose` hold placeholders.
    pub act: Act,
    /// The fields the actor has still to choose.
    pub choose: &'static [&'static str],
    /// Why it is blocked; without it, the act is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}

impl Choice {
    /// Whether `decide` accepts it.
    pub fn is_open(&self) -> bool {
        self.refusal.is_none()
    }
}

impl JointMeeting {
    /// The acts an actor could try at a moment: the open ones, and the blocked ones with their grounds.
    pub fn options(&self, by: &PersonId, at: Time) -> Vec<Choice> {
        let charter = self.charter_on(at.at_offset(self.charter_on(at.date()).offset()).date());
        let at = at.at_offset(charter.offset());
        let recorded_at = self.state().last_recorded().map_or(at, |last| last.max(at));
        let mut choices = Vec::new();
        for (kind, info) in ActKind::ALL.iter().zip(ACTS) {
            let view = self.view(charter, at.date());
            let ask = Ask { view, by, at, recorded_at, kind: *kind, since: None, laws_differ: None };
            for act in info.candidates(&ask) {
                let refusal = self.settle(&act, by, at, recorded_at).err();
                choices.push(Choice { act, choose: info.free, refusal });
            }
        }
        choices
    }
}
