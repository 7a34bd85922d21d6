//! What was let pass and came to nothing: such an entry shows of no clause that it was kept.

use crate::{
    body::JointMeeting,
    registry::{acts::Act, entry::Entry},
    state::{
        State,
        document::{Minutes, PastVersion, after::DocumentEnding},
    },
    terms::{
        act_kind::ActKind,
        id::{ItemId, MeetingId, MinutesId, RegisterItemId, UnitId},
        order,
        sorted::Map,
        time::Date,
    },
};

/// What undoes entries, as far as the body knows.
pub(super) struct Undone<'b> {
    state: &'b State,
    day: Date,
    /// The entry by which a unit last withdrew what it had said on an item at a meeting.
    withdrawn: Map<(&'b ItemId, &'b MeetingId, &'b UnitId), u32>,
    /// The entry by which a unit last took back its consent to minutes.
    consents: Map<(&'b MinutesId, &'b UnitId), u32>,
    /// The entry by which a unit last took back its signature under minutes.
    signatures: Map<(&'b MinutesId, &'b UnitId), u32>,
}

impl<'b> Undone<'b> {
    /// As it is on a day.
    pub(super) fn by(body: &'b JointMeeting, day: Date) -> Self {
        Self {
            state: body.state(),
            day,
            withdrawn: last(body, ActKind::WithdrawPosition, |it| match it {
                Act::WithdrawPosition(it) => Some((&it.item, &it.meeting, &it.unit)),
                _ => None,
            }),
            consents: last(body, ActKind::WithdrawConsent, |it| match it {
                Act::WithdrawConsent(it) => Some((&it.minutes, &it.unit)),
                _ => None,
            }),
            signatures: last(body, ActKind::WithdrawCountersignature, |it| match it {
                Act::WithdrawCountersignature(it) => Some((&it.minutes, &it.unit)),
                _ => None,
            }),
        }
    }

    /// Whether what an entry was about came to be, and was not undone.
    pub(super) fn stands(&self, entry: &Entry) -> bool {
        let (state, day) = (self.state, self.day);
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
                let withdrawn = self.withdrawn.get(&(&it.item, &it.meeting, &it.unit));
                withdrawn.is_none_or(|no| *no < entry.no)
            }
            Act::Consent(it) => {
                let taken_back = self.consents.get(&(&it.minutes, &it.unit));
                taken_back.is_none_or(|no| *no < entry.no)
                    && is_of_the_last_version(state, &it.minutes, entry.no)
            }
            Act::ConsentWithChanges(it) => is_of_the_last_version(state, &it.minutes, entry.no),
            Act::DeclineConsent(it) => is_of_the_last_version(state, &it.minutes, entry.no),
            Act::Countersign(it) => {
                let taken_back = self.signatures.get(&(&it.minutes, &it.unit));
                taken_back.is_none_or(|no| *no < entry.no)
                    && is_of_the_last_version(state, &it.minutes, entry.no)
            }
            Act::DeclineCountersign(it) => is_of_the_last_version(state, &it.minutes, entry.no),
            Act::ApproveMinutes(it) => is_of_the_last_version(state, &it.minutes, entry.no),
            Act::IssueDocument(it) => {
                let end = state.documents.documents.get(&it.document).and_then(|it| it.end());
                end.is_none_or(|it| it.how == DocumentEnding::Repealed)
            }
            Act::AllotNumber(it) => {
                let allotment = state.documents.minutes.get(&it.minutes).and_then(|it| it.allotment.as_ref());
                allotment.is_some_and(|it| it.allotted.no == entry.no)
            }
            Act::WithdrawPosition(_)
            | Act::WithdrawConsent(_)
            | Act::WithdrawCountersignature(_)
            | Act::VoidNumber(_) => false,
            Act::EnterRegisterItem(it) => is_in_the_register(state, &it.register_item, day),
            Act::ReviseRegisterItem(it) => is_in_the_register(state, &it.register_item, day),
            Act::RetireRegisterItem(it) => is_in_the_register(state, &it.register_item, day),
            Act::PlanJointAction(it) => {
                state.actions.actions.get(&it.action).is_some_and(|it| it.started.is_some())
            }
            _ => true,
        }
    }
}

/// The last entry of an act about each of the things that it names.
fn last<'b, K: Ord>(body: &'b JointMeeting, kind: ActKind, of: fn(&'b Act) -> Option<K>) -> Map<K, u32> {
    let done = body.done(kind).filter_map(|it| body.entry_as_read(it.no));
    let mut done: Vec<(u32, K)> = done.filter_map(|it| Some((it.no, of(&it.act)?))).collect();
    // They come by the days on which they happened; of those about one thing the last that was recorded is kept.
    order::sort_by_key(&mut done, |(no, _)| *no);
    done.into_iter().map(|(no, key)| (key, no)).collect()
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
    // What was said to a version was entered after it, and before the next.
    let before = |it: &Minutes| it.past.partition_point(|it| it.drafted.no < no).checked_sub(1);
    let is_past = |it: &Minutes| before(it).and_then(|at| it.past.get(at)).is_some_and(holds);
    state.documents.minutes.get(minutes).is_some_and(|it| !is_past(it))
}

/// Whether an item of the register has not been retired by a day.
fn is_in_the_register(state: &State, item: &RegisterItemId, day: Date) -> bool {
    let retired = state.registers.items.get(item).and_then(|it| it.retired);
    retired.is_none_or(|it| it.at.date() > day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{charter::Charter, terms::dice::Dice};

    #[test]
    fn positions_that_were_withdrawn_are_found_as_by_looking_at_every_entry() {
        for seed in 0..200 {
            let mut dice = Dice::new(seed);
            let mut body = JointMeeting::new([Charter::bundled("nankai-dog-2022").unwrap()]).unwrap();
            for no in 1..=30 {
                let of = |dice: &mut Dice| *dice.one_of(&["a", "b"]);
                let act = match dice.below(3) {
                    0 => "withdraw_position",
                    _ => "state_position",
                };
                let said = if act == "state_position" { r#","position":"object""# } else { "" };
                let at = format!("2022-03-{:02}T09:00:00+08:00", 1 + dice.below(28));
                let (meeting, item, unit) = (of(&mut dice), of(&mut dice), of(&mut dice));
                let entry = format!(
                    r#"{{"act":{{"type":"{act}","meeting":"{meeting}","item":"{item}","unit":"{unit}"{said}}},
                        "at":"{at}","by":"p1","no":{no},"recorded_at":"2022-04-01T09:00:00+08:00"}}"#
                );
                // Nobody asks whether it may be done.
                body.apply(crate::terms::json::from_str(&entry).unwrap()).unwrap();
            }
            let undone = Undone::by(&body, Date::MAX);
            for entry in body.entries() {
                let Act::StatePosition(it) = &entry.act else { continue };
                let withdraws = |later: &Entry| match &later.act {
                    Act::WithdrawPosition(gone) => {
                        later.no > entry.no
                            && (&gone.meeting, &gone.item, &gone.unit) == (&it.meeting, &it.item, &it.unit)
                    }
                    _ => false,
                };
                assert_eq!(undone.stands(entry), !body.entries().iter().any(withdraws), "{seed}: {entry:?}");
            }
        }
    }
}
