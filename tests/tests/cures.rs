//! Each cure that a refusal offers is one that somebody can do, now or after the other cures, and it cures.
//!
//! `CURES` says how many of each kind are tried in each test.

use std::collections::BTreeSet;

use conformance::{
    cures::Trials,
    fill::{filled, written_out},
    founding::{found, persons},
    rng::Rng,
    vector,
};
use joint_meeting::{JointMeeting, Submission, answer::Choice, id::PersonId, time::Time, wire};

/// Entries in a walk.
const STEPS: usize = 60;

fn most() -> usize {
    std::env::var("CURES").ok().and_then(|it| it.parse().ok()).unwrap_or(2)
}

#[test]
fn the_cures_in_vectors_cure() {
    let stories = vector::stories();
    let mut trials = Trials::new(most());
    for (file, content) in vector::all() {
        for it in content.vectors.iter().filter(|it| it.then["refused"]["type"] == "rules") {
            let body = it.told(&content.charter, &stories);
            let when = it.when.as_ref().expect("what was refused was submitted");
            let refused: Submission = wire::from_str(&when.to_string()).expect("a submission");
            if let Err(refusal) = body.check(&refused) {
                trials.look(&format!("{file}: {}", it.name), &body, &refused, &refusal);
            }
        }
    }
    assert!(trials.count() > 50, "{}", trials.count());
    assert!(trials.failed.is_empty(), "{} of {}: {:#?}", trials.failed.len(), trials.count(), trials.failed);
}

#[test]
fn the_cures_on_the_way_cure() {
    let mut trials = Trials::new(most());
    for (seed, (file, charter)) in vector::charters().into_iter().enumerate() {
        let Ok((mut body, beginning)) = found(&[charter]) else { panic!("{file}: it cannot be founded") };
        let mut people = BTreeSet::new();
        beginning.iter().for_each(|it| persons(&serde_json::to_value(it).unwrap(), &mut people));
        let people: Vec<PersonId> = people.into_iter().collect();
        let mut rng = Rng::new(seed as u64);
        for _ in 0..STEPS {
            step(&file, &mut body, &people, &mut rng, &mut trials);
        }
    }
    assert!(trials.count() > 20, "{}", trials.count());
    assert!(trials.failed.is_empty(), "{} of {}: {:#?}", trials.failed.len(), trials.count(), trials.failed);
}

/// Looks at what is blocked for somebody, and does at random something that is open.
fn step(place: &str, body: &mut JointMeeting, people: &[PersonId], rng: &mut Rng, trials: &mut Trials) {
    let last = body.entries().last().expect("a body was founded").recorded_at;
    let minutes = if rng.chance(15) { 60 * 24 } else { 10 };
    let at = last.to_chrono() + std::time::Duration::from_secs(60 * minutes);
    let (at, by) = (Time::try_from(at).expect("a time"), rng.one_of(people).clone());
    let choices = body.options(&by, at);
    for choice in &choices {
        if let Some(refusal) = &choice.refusal {
            trials.look(
                place,
                body,
                &Submission::new(written_out(&choice.act, body), by.clone(), at),
                refusal,
            );
        }
    }
    let open: Vec<&Choice> = choices.iter().filter(|it| it.is_open()).collect();
    let kinds: Vec<_> = open.iter().map(|it| it.act.kind()).collect::<BTreeSet<_>>().into_iter().collect();
    let usual: Vec<_> = kinds.iter().copied().filter(|it| !RARE.contains(&it.name())).collect();
    let Some(kind) = rng.maybe_one_of(&usual) else { return };
    let of_kind: Vec<&Choice> = open.into_iter().filter(|it| it.act.kind() == *kind).collect();
    let choice = *rng.one_of(&of_kind);
    let act = filled(choice, body, rng);
    let _ = body.perform(Submission::new(act, by, at));
}

/// Acts that end things, or that change who is who.
const RARE: &[&str] = &[
    "dissolve",
    "withdraw_unit",
    "merge_units",
    "vacate_post",
    "admit_unit",
    "cancel_meeting",
    "name_member",
    "name_liaison_officer",
];
