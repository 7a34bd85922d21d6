//! A record that is mended: whatever was entered wrongly and is corrected, the body is the one that it would have been.
//!
//! Of a body that a walk made, one entry is entered wrongly, the rest follow, and the entry is corrected; or one is struck, and
//! the striking struck again.

use std::collections::BTreeMap;

use joint_meeting::{
    Act, Against, Entry, JointMeeting, Outcome, Proof, Submission,
    act::{CorrectRecord, RecordChange, Replacement},
    answer::Refusal,
    id::{PersonId, Text},
    journal,
    time::{Date, Period, Time},
    wire,
    words::ProofKind,
};
use serde_json::{Value, json};

use crate::{rng::Rng, walk::Seen};

/// How many entries of a body are tried.
const TRIED: usize = 3;

/// Corrects entries of a body in both ways, and tries what no correction may do.
pub fn mend(body: &JointMeeting, rng: &mut Rng, seen: &mut Seen) {
    refusals(body, seen);
    for _ in 0..TRIED {
        let at = rng.below(body.entries().len());
        entered_wrongly(body, at, rng, seen);
        struck(body, at, seen);
    }
}

/// When a correction could be entered: some days after everything else, so that what is judged of before is judged without it.
fn now(body: &JointMeeting) -> Time {
    let last = body.state().last_recorded().expect("something was entered");
    let later = last.to_chrono() + joint_meeting::chrono::TimeDelta::days(3);
    later.to_rfc3339().parse().unwrap_or(last)
}

fn correction(body: &JointMeeting, by: &PersonId, changes: Vec<RecordChange>) -> Submission {
    let act = CorrectRecord::new(changes, text("entered wrongly"));
    Submission::new(act, by.clone(), now(body)).proofs([Proof::new(text("letter.pdf"), ProofKind::Letter)])
}

fn text(it: &str) -> Text {
    it.parse().expect("a text")
}

fn as_submission(it: &Entry) -> Submission {
    Submission::new(it.act.clone(), it.by.clone(), it.at).recorded_at(it.recorded_at)
}

/// An entry that is nearly this one: earlier, or with other words.
fn wrong(it: &Entry, rng: &mut Rng) -> Submission {
    let mut submission = as_submission(it);
    if rng.chance(2) {
        let earlier = it.at.to_chrono() - joint_meeting::chrono::TimeDelta::minutes(1);
        submission.at = earlier.to_rfc3339().parse().unwrap_or(it.at);
        return submission;
    }
    let mut value = json!(it.act);
    let texts =
        ["text", "title", "reason", "agenda", "units", "present", "matter", "due", "person", "to", "items"];
    for (key, value) in value.as_object_mut().into_iter().flatten() {
        match value {
            Value::String(it) if texts.contains(&key.as_str()) => it.push('误'),
            Value::Array(all) if all.len() > 1 && texts.contains(&key.as_str()) => drop(all.pop()),
            _ => {}
        }
    }
    let act: Option<Act> = wire::from_str(&value.to_string()).ok();
    submission.act = act.unwrap_or(submission.act);
    submission
}

/// The body of the same entries, but for one that is entered wrongly; none if these would not have been accepted.
fn otherwise(body: &JointMeeting, at: usize, rng: &mut Rng) -> Option<JointMeeting> {
    let mut other = JointMeeting::new(body.charters().to_vec()).expect("charters of one body");
    for (ix, entry) in body.entries().iter().enumerate() {
        let submission = if ix == at { wrong(entry, rng) } else { as_submission(entry) };
        other.perform(submission).ok()?;
    }
    Some(other)
}

fn entered_wrongly(right: &JointMeeting, at: usize, rng: &mut Rng, seen: &mut Seen) {
    let Some(wrong) = otherwise(right, at, rng) else { return };
    let entry = &right.entries()[at];
    let (recorded, no) = (&wrong.entries()[at], entry.no);
    if (&recorded.act, recorded.at) == (&entry.act, entry.at) {
        return;
    }
    let replacement = Replacement::new().act(entry.act.clone()).at(entry.at);
    let change = RecordChange::new(no).replace(replacement);
    let submission = correction(&wrong, &entry.by, vec![change]);
    let mut mended = wrong.clone();
    match mended.perform(submission) {
        Err(refusal) => return may_refuse(&refusal, seen),
        Ok(entry) => {
            seen.accepted.insert(entry.act.kind().name());
            let Outcome::Corrected { broken, .. } = &entry.outcome else { panic!("{entry:?}") };
            assert_eq!(*broken, [], "on the right past nothing is broken");
        }
    }
    reads_as(&mended, right, no);
    assert_eq!(views(&mended), views(right), "entry {no} mended");
    let before = wrong.state().last_recorded().expect("something was entered");
    assert!(mended.as_of(before) == wrong, "what was known before is what it was");
    kept(&mended);
    undone(&wrong, &mended);
}

/// Every entry reads as it would have been, but for numbers, which stay.
fn reads_as(mended: &JointMeeting, right: &JointMeeting, no: u32) {
    for entry in right.entries() {
        let mut read = mended.entry_as_read(entry.no).expect("nothing is struck").clone();
        let is_number = matches!(entry.outcome, Outcome::Numbered { .. } | Outcome::Serial { .. });
        if is_number {
            read.outcome = entry.outcome.clone();
        }
        read.calendar = entry.calendar.clone();
        assert_eq!(read, *entry, "entry {} after entry {no} was mended", entry.no);
    }
}

/// The day on which the last thing was entered that is no correction.
fn last_day(body: &JointMeeting) -> Date {
    let last = body.entries().iter().rfind(|it| !matches!(it.act, Act::CorrectRecord(_)));
    last.expect("more than corrections").recorded_at.date()
}

/// What a body answers, without what shows that it was corrected.
fn views(body: &JointMeeting) -> BTreeMap<&'static str, Value> {
    views_on(body, last_day(body))
}

fn views_on(body: &JointMeeting, on: Date) -> BTreeMap<&'static str, Value> {
    let year = on.to_string()[..4].parse().expect("a year");
    let mut answers = BTreeMap::from([
        ("audit", json!(body.audit(Period::year(year).expect("a year"), on))),
        ("owed", json!(body.obligations(on, 90))),
        ("roster", json!(body.roster(on))),
    ]);
    let corrections: Vec<Value> = body
        .entries()
        .iter()
        .filter(|it| matches!(it.act, Act::CorrectRecord(_)))
        .map(|it| json!(it.no))
        .collect();
    answers.values_mut().for_each(|it| forget(it, &corrections));
    answers
}

fn forget(value: &mut Value, numbers: &[Value]) {
    match value {
        Value::Array(all) => {
            all.retain(|it| !numbers.contains(it));
            all.iter_mut().for_each(|it| forget(it, numbers));
        }
        Value::Object(map) => map.values_mut().for_each(|it| forget(it, numbers)),
        _ => {}
    }
}

/// A body reads like another, and answers like it: the numbers of its entries may be others where some are struck, and then
/// only what they say is compared.
pub fn reads_like(body: &JointMeeting, other: &JointMeeting, name: &str) {
    let reads = |it: &JointMeeting| -> Vec<(Act, PersonId, Time, Option<Outcome>)> {
        let read = it.entries().iter().filter_map(|entry| it.entry_as_read(entry.no));
        let read = read.filter(|it| !matches!(it.act, Act::CorrectRecord(_)));
        let is_number = |it: &Outcome| matches!(it, Outcome::Numbered { .. } | Outcome::Serial { .. });
        let outcome = |it: &Entry| Some(it.outcome.clone()).filter(|it| !is_number(it));
        read.map(|it| (it.act.clone(), it.by.clone(), it.at, outcome(it))).collect()
    };
    assert_eq!(reads(body), reads(other), "{name}");
    if body.entries().iter().all(|it| body.entry_as_read(it.no).is_some()) {
        let on = last_day(body).max(last_day(other));
        assert_eq!(views_on(body, on), views_on(other, on), "{name}");
    }
}

/// The journal is verified and replayed, trusted and decided again, and nothing untold is found.
pub fn kept(body: &JointMeeting) {
    let charters = body.charters().to_vec();
    let (text, head) = body.journal();
    assert_eq!(journal::verify(&text, Some(&head)), Ok(head.clone()));
    let trusted = JointMeeting::replay(charters.clone(), &text).expect("the journal is its own");
    assert!(trusted == *body, "trusted, the body is another");
    let checked = JointMeeting::replay_checked(charters, &text, Some(&head)).expect("the chain is whole");
    assert!(checked == *body, "decided again, the body is another");
    for it in [&trusted, &checked, body] {
        let untold: Vec<_> = it.breaches().into_iter().filter(|it| it.told_by.is_none()).collect();
        assert_eq!(untold, [], "nothing is found that nobody told");
    }
}

/// A correction that is struck leaves everything as it was before.
fn undone(before: &JointMeeting, corrected: &JointMeeting) {
    let last = corrected.entries().last().expect("a correction");
    let submission = correction(corrected, &last.by, vec![RecordChange::new(last.no).strike(true)]);
    let mut undone = corrected.clone();
    let Ok(_) = undone.perform(submission) else { return };
    for entry in before.entries() {
        assert_eq!(undone.entry_as_read(entry.no), before.entry_as_read(entry.no), "entry {}", entry.no);
    }
    assert_eq!(views(&undone), views(before), "the correction undone");
    kept(&undone);
}

fn struck(body: &JointMeeting, at: usize, seen: &mut Seen) {
    let entry = &body.entries()[at];
    let submission = correction(body, &entry.by, vec![RecordChange::new(entry.no).strike(true)]);
    let mut after = body.clone();
    match after.perform(submission) {
        Err(refusal) => return may_refuse(&refusal, seen),
        Ok(it) => seen.accepted.insert(it.act.kind().name()),
    };
    assert_eq!(after.entry_as_read(entry.no), None, "what is struck reads as nothing");
    assert_eq!(after.entry(entry.no), Some(entry), "what is struck stays in the journal");
    kept(&after);
    undone(body, &after);
}

/// What may stand in the way of a correction that is well made.
fn may_refuse(refusal: &Refusal, seen: &mut Seen) {
    seen.note(Some(refusal));
    for ground in refusal.grounds() {
        let sound = ["correction.leaves_the_record_sound", "correction.founding_stays", "body.is_in_force"];
        let others = ["charter.open_matters_have_one_law", "correction.by_office_or_author"];
        assert!(sound.contains(&ground.rule) || others.contains(&ground.rule), "{ground:?}");
    }
}

/// What no correction and no submission may do is refused, each by its rule.
fn refusals(body: &JointMeeting, seen: &mut Seen) {
    let entries = body.entries();
    let (first, last) = (&entries[0], &entries[entries.len() - 1]);
    let strike = |no| RecordChange::new(no).strike(true);
    let same = |no| RecordChange::new(no).replace(Replacement::new());
    let corrected = {
        let mut it = body.clone();
        it.perform(correction(body, &last.by, vec![strike(last.no)])).map(|_| ()).ok().map(|()| it)
    };
    let tried = |body: &JointMeeting, submission: Submission, seen: &mut Seen| {
        seen.note(body.check(&submission).err().as_ref());
    };
    let other = Act::from(joint_meeting::act::OpenMeeting::new(joint_meeting::id!("m1")));
    let others = entries.iter().find(|it| it.by != first.by).map_or(&first.by, |it| &it.by);
    for changes in [
        vec![],
        vec![strike(1)],
        vec![same(last.no)],
        vec![RecordChange::new(1).replace(Replacement::new().act(other))],
        vec![strike(last.no)],
    ] {
        for by in [&first.by, others] {
            tried(body, correction(body, by, changes.clone()), seen);
        }
    }
    for entry in entries.iter().rev().take(24) {
        for by in entries.iter().map(|it| &it.by).take(24) {
            let submission = correction(body, by, vec![same(entry.no)]).proofs([]);
            tried(body, submission, seen);
        }
    }
    if let Some(corrected) = corrected {
        tried(&corrected, correction(&corrected, &last.by, vec![strike(last.no)]), seen);
        let no = corrected.entries().last().map_or(0, |it| it.no);
        tried(&corrected, correction(&corrected, &last.by, vec![same(no)]), seen);
    }
    let again = Submission::new(last.act.clone(), last.by.clone(), now(body));
    tried(body, again.clone().recorded_by(others.clone()), seen);
    for by in [&first.by, others, &last.by] {
        let against = Against::new([text("minutes.countersigned_by_all_asked")], text("略"));
        tried(body, Submission::new(last.act.clone(), by.clone(), now(body)).against(against), seen);
    }
    let mut keyed = body.clone();
    if keyed.perform(correction(body, &last.by, vec![strike(last.no)]).key(text("k"))).is_ok() {
        tried(&keyed, again.key(text("k")), seen);
    }
}
