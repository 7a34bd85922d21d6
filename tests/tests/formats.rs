//! Journals of an older format: read for ever, gone on with as they are, and brought to the newest format when that is asked for.

use conformance::golden;
use joint_meeting::{
    Charter, JointMeeting, Proof, Submission,
    act::{AddAgendaItem, CorrectRecord, RecordChange},
    id, journal, text,
    words::{ItemKind, ProofKind},
};

fn old() -> JointMeeting {
    let body = golden::body("v1-year", false);
    assert_eq!(body.format(), 1);
    body
}

/// A correction of the last entry by whoever made it.
fn correction(body: &JointMeeting) -> Submission {
    let last = body.entries().last().unwrap();
    let act = CorrectRecord::new([RecordChange::new(last.no).strike(true)], text!("entered twice"));
    Submission::new(act, last.by.clone(), last.recorded_at)
}

fn rules(body: &JointMeeting, submission: &Submission) -> Vec<&'static str> {
    let refusal = body.check(submission).err();
    refusal.iter().flat_map(|it| it.grounds()).map(|it| it.rule).collect()
}

#[test]
fn an_old_journal_holds_what_its_format_has_and_no_more() {
    let body = old();
    assert_eq!(rules(&body, &correction(&body)), ["journal.format_holds_it"]);
    let last = body.entries().last().unwrap();
    let item = AddAgendaItem::new(id!("one-more"), text!("a matter"), ItemKind::Discussion);
    let again = Submission::new(item, last.by.clone(), last.recorded_at);
    let had = rules(&body, &again);
    let proof = Proof::new(text!("a letter"), ProofKind::Letter);
    for more in [
        again.clone().recorded_by(last.by.clone()),
        again.clone().proofs([proof]),
        again.clone().key(text!("k")),
    ] {
        let mut found = rules(&body, &more);
        found.retain(|it| !had.contains(it));
        assert_eq!(found, ["journal.format_holds_it"]);
    }
    assert!(!had.contains(&"journal.format_holds_it"));
}

#[test]
fn an_upgraded_journal_names_the_old_one_and_is_the_same_body() {
    let before = old();
    let (text, head) = before.journal();
    let mut after = before.clone().upgrade();
    assert_eq!(after.format(), journal::FORMAT);
    assert_eq!(after.entries(), before.entries());
    assert_eq!(after.state(), before.state());
    let (new, new_head) = after.journal();
    assert_ne!(new, text);
    assert_eq!(journal::verify(&new, Some(&new_head)), Ok(new_head.clone()));
    let (header, _) = journal::read(&new).unwrap();
    assert_eq!((header.format, header.before), (journal::FORMAT, Some(head)));

    let charters: Vec<Charter> = after.charters().to_vec();
    let replayed = JointMeeting::replay_checked(charters, &new, Some(&new_head)).unwrap();
    assert!(replayed == after);
    assert_eq!(replayed.journal().0, new);
    assert_eq!(replayed.clone().upgrade().journal().0, new, "what is new stays as it is");

    let correction = correction(&after);
    assert!(after.perform(correction).is_ok());
    assert!(replayed.entries().len() < after.entries().len());
}

#[test]
fn a_body_goes_on_in_the_format_of_its_header() {
    let body = old();
    let again = JointMeeting::replay(body.charters().to_vec(), &body.journal().0).unwrap();
    assert_eq!(again.format(), 1);
    assert_eq!(again.as_of(body.entries()[0].recorded_at).format(), 1);
    assert_eq!(JointMeeting::new(body.charters().to_vec()).unwrap().format(), journal::FORMAT);
}
