//! What the rules refuse, recorded all the same: the bodies of a careless hand, whose breaches an audit must find.

use joint_meeting::{Entry, JointMeeting, Submission, answer::Refusal, time::Time, wire};
use serde_json::json;

use super::{Seen, mutate::Dice, who};
use crate::{fill::written_out, indexes, walk::Model};

/// What only a host is asked, and not who reads a journal.
pub const NOT_OF_A_JOURNAL: &[&str] = &[
    "time.not_in_a_far_future",
    "entry.is_written_out",
    "entry.key_names_one_submission",
    "against.names_what_stands_in_the_way",
    "against.recorded_by_those_who_answer_for_it",
];

/// How many refused acts are recorded after a walk.
const BREACHES: usize = 4;

/// The entry of an act that is refused, as it would stand in the journal of somebody who has not asked; none where only a host
/// is in the way, or where a name means nothing.
pub fn all_the_same(body: &JointMeeting, submission: &Submission, refusal: &Refusal) -> Option<Entry> {
    let of_host = refusal.grounds().iter().any(|it| NOT_OF_A_JOURNAL.contains(&it.rule));
    if refusal.grounds().is_empty() || of_host || submission.against.is_some() {
        return None;
    }
    let Submission { act, by, at, recorded_by, proofs, key, .. } = submission;
    // An entry stands at the offset of the charter.
    let offset = body.charter_on(at.date()).offset();
    let recorded_at = submission.recorded_at.unwrap_or(*at).at_offset(offset);
    let mut entry = json!({
        "no": body.state().count() + 1, "at": at.at_offset(offset), "recorded_at": recorded_at, "by": by, "act": act,
        "recorded_by": recorded_by, "proofs": proofs, "key": key,
    });
    entry.as_object_mut()?.retain(|_, it| !it.is_null());
    Some(wire::from_str(&entry.to_string()).expect("an entry"))
}

/// Goes on after a walk with acts that the rules refuse, each recorded all the same, and looks at the whole again.
pub(super) fn go_on(body: &JointMeeting, mut at: Time, model: &Model, dice: &mut Dice, seen: &mut Seen) {
    let (mut body, mut told) = (body.clone(), Vec::new());
    for _ in 0..BREACHES {
        at = dice.later(at);
        let by = who(&body, at, model, dice);
        let closed: Vec<_> = body.options(&by, at).into_iter().filter(|it| !it.is_open()).collect();
        let Some(choice) = dice.maybe_one_of(&closed) else { continue };
        let mut submission = Submission::new(written_out(&choice.act, &body), by, at);
        submission.recorded_at = body.state().last_recorded().map(|it| it.max(at));
        let refused = body.decide(&submission).err();
        let Some(entry) = refused.and_then(|it| all_the_same(&body, &submission, &it)) else { continue };
        told.push(entry.no);
        body.apply(entry).expect("it follows the last one");
    }
    let (text, head) = body.journal();
    let again =
        JointMeeting::replay_checked(body.charters().to_vec(), &text, Some(&head)).expect("it is whole");
    assert!(again == body, "decided again, it is the same body");
    let found: Vec<u32> = again.breaches().iter().map(|it| it.no).collect();
    assert_eq!(found, told, "what was recorded in spite of the rules");
    indexes::agree(&again);
    seen.breaches += told.len();
}
