//! What was let pass and came to nothing: such an entry shows of no clause that it was kept.

use crate::{
    body::JointMeeting,
    registry::{acts::Act, entry::Entry},
    state::{State, document::PastVersion},
    terms::{
        id::{ItemId, MeetingId, MinutesId, RegisterItemId},
        time::Date,
    },
};

/// Whether what an entry was about came to be, as far as the body knows, and was not undone by a day.
pub(super) fn stands(body: &JointMeeting, entry: &Entry, day: Date) -> bool {
    let state = body.state();
    match &entry.act {
        Act::Convene(it) => was_opened(state, &it.meeting),
        Act::SupplementNotice(it) => was_opened(state, &it.meeting),
        Act::Invite(it) => was_opened(state, &it.meeting),
        Act::DelegatePresiding(it) => was_opened(state, &it.meeting),
        Act::PostponeMeeting(it) => was_opened(state, &it.meeting),
        Act::CancelMeeting(it) => was_opened(state, &it.meeting),
        Act::RecordAttendance(it) => was_opened(state, &it.meeting),
        Act::AddAgendaItem(it) => was_taken_up(state, &it.item),
        Act::ApproveAgenda(it) => it.items.iter().any(|it| was_taken_up(state, it)),
        Act::StatePosition(it) => {
            let takes_back = |other: &Entry| match &other.act {
                Act::WithdrawPosition(other) => (&other.meeting, &other.unit) == (&it.meeting, &it.unit),
                _ => false,
            };
            let item = state.decisions.items.get(&it.item);
            let mut after = item.into_iter().flat_map(|it| &it.positions_from).filter(|it| **it > entry.no);
            !after.any(|it| body.entry(*it).is_some_and(takes_back))
        }
        Act::Consent(it) => is_of_the_last_version(state, &it.minutes, entry.no),
        Act::ConsentWithChanges(it) => is_of_the_last_version(state, &it.minutes, entry.no),
        Act::DeclineConsent(it) => is_of_the_last_version(state, &it.minutes, entry.no),
        Act::Countersign(it) => is_of_the_last_version(state, &it.minutes, entry.no),
        Act::DeclineCountersign(it) => is_of_the_last_version(state, &it.minutes, entry.no),
        Act::ApproveMinutes(it) => is_of_the_last_version(state, &it.minutes, entry.no),
        Act::AllotNumber(it) => {
            let allotment = state.documents.minutes.get(&it.minutes).and_then(|it| it.allotment.as_ref());
            allotment.is_some_and(|it| it.allotted.no == entry.no)
        }
        Act::WithdrawPosition(_) | Act::VoidNumber(_) => false,
        Act::EnterRegisterItem(it) => is_in_the_register(state, &it.register_item, day),
        Act::ReviseRegisterItem(it) => is_in_the_register(state, &it.register_item, day),
        Act::RetireRegisterItem(it) => is_in_the_register(state, &it.register_item, day),
        Act::PlanJointAction(it) => {
            state.actions.actions.get(&it.action).is_some_and(|it| it.started.is_some())
        }
        _ => true,
    }
}

/// Whether a meeting that was called was held.
fn was_opened(state: &State, meeting: &MeetingId) -> bool {
    state.meetings.meetings.get(meeting).is_some_and(|it| it.opened.is_some())
}

/// Whether a meeting has dealt with an item that was put.
fn was_taken_up(state: &State, item: &ItemId) -> bool {
    let item = state.decisions.items.get(item);
    item.is_some_and(|it| it.discussed.is_some() || it.is_settled() || !it.left_open.is_empty())
}

/// Whether what a unit said to minutes was said to the version that stands.
fn is_of_the_last_version(state: &State, minutes: &MinutesId, no: u32) -> bool {
    let holds = |it: &PastVersion| {
        let given = it.consents.values().map(|it| it.given).chain(it.signatures.values().map(|it| it.given));
        given.chain(it.approved).any(|it| it.no == no)
    };
    state.documents.minutes.get(minutes).is_some_and(|it| !it.past.iter().any(holds))
}

/// Whether an item of the register has not been retired by a day.
fn is_in_the_register(state: &State, item: &RegisterItemId, day: Date) -> bool {
    let retired = state.registers.items.get(item).and_then(|it| it.retired);
    retired.is_none_or(|it| it.at.date() > day)
}
