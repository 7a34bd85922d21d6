//! Standing functions: what the acts share that serve tasks with neither date nor number.
//!
//! Which acts serve which function is said in the charter. Joint work is in `action`; the papers that come in, by which a
//! matter from above may have come, are in `incoming`.

pub(crate) mod accept_assigned_matter;
pub(crate) mod close_data_channel;
pub(crate) mod close_opinion_case;
pub(crate) mod complete_assigned_matter;
pub(crate) mod duties;
pub(crate) mod note_none_this_year;
pub(crate) mod open_data_channel;
pub(crate) mod open_opinion_case;
pub(crate) mod opinion;
pub(crate) mod record_contact;
pub(crate) mod record_good_practice;
pub(crate) mod record_guidance;
pub(crate) mod record_opinion_leg;
pub(crate) mod record_training;
pub(crate) mod record_work;
pub(crate) mod reopen_opinion_case;
pub(crate) mod work;

use crate::{
    kernel::{
        resolver::{Resolver, since, stands_for},
        view::View,
    },
    state::function::{AssignedMatter, DataChannel, OpinionCase},
    terms::id::{CaseId, ChannelId, ClauseId, MatterId},
};

/// Looks clauses up.
pub(crate) fn known_clauses<'c>(names: &mut Resolver<'_>, clauses: impl IntoIterator<Item = &'c ClauseId>) {
    let charter = names.charter;
    for clause in clauses.into_iter().filter(|it| charter.clause(it.as_str()).is_none()) {
        names.unknown(clause);
    }
}

stands_for! {
    ChannelId => DataChannel in functions.channels;
    CaseId => OpinionCase in functions.cases;
    MatterId => AssignedMatter in functions.matters;
}

impl View<'_> {
    /// Whether the channel still joins two units: one between units that were merged has ended.
    pub(crate) fn joins_two(&self, channel: &DataChannel) -> bool {
        self.standing_for(&channel.units, channel.opened.at.date()) > 1
    }
}

since! { AssignedMatter(accepted.at); DataChannel(opened.at); }
