//! What is refused changes nothing and names its ground; done all the same, it is a breach on just that ground.
//!
//! Every refusal in the vectors is tried.

use std::collections::{BTreeMap, BTreeSet};

use conformance::{
    vector,
    walk::breached::{NOT_OF_A_JOURNAL, all_the_same},
};
use joint_meeting::{
    JointMeeting, Submission,
    answer::{Ground, Refusal},
    rule, wire,
};

/// Every vector in which something is refused, with the body before it.
fn refused() -> Vec<(String, JointMeeting, Submission, Refusal)> {
    let stories = vector::stories();
    let mut all = Vec::new();
    for (file, content) in vector::all() {
        for it in content.vectors.iter().filter(|it| it.then.get("refused").is_some()) {
            let Some(when) = &it.when else { continue };
            let body = it.told(&content.charter, &stories);
            let submission: Submission = wire::from_str(&when.to_string()).unwrap();
            let refusal = body.decide(&submission).expect_err(&it.name);
            all.push((format!("{file}: {}", it.name), body, submission, refusal));
        }
    }
    all
}

fn rules(grounds: &[Ground]) -> Vec<&'static str> {
    grounds.iter().map(|it| it.rule).collect()
}

#[test]
fn a_refusal_changes_nothing_and_names_a_clause_that_there_is() {
    let mut seen = BTreeSet::new();
    let all = refused();
    for (name, body, submission, refusal) in &all {
        let (before, mut after) = (body.journal(), body.clone());
        assert_eq!(after.perform(submission.clone()).as_ref(), Err(refusal), "{name}");
        assert_eq!(after.check(submission).as_ref(), Err(refusal), "{name}: and again");
        assert!(after == *body, "{name}: the body has changed");
        assert!(after.journal() == before, "{name}: the journal has changed");
        assert!(after.breaches() == body.breaches(), "{name}: the breaches have changed");
        // For one refusal by each rule, everything is compared that there is, named or not.
        let is_first = refusal.grounds().iter().filter(|it| seen.insert(it.rule)).count() > 0;
        assert!(!is_first || format!("{after:?}") == format!("{body:?}"), "{name}: something has changed");
        let clauses: Vec<_> = body.charters().iter().flat_map(|it| it.clauses()).collect();
        for ground in refusal.grounds() {
            let named: Vec<_> = ground.clause.iter().chain(&ground.also).collect();
            let there = |it: &&_| clauses.iter().any(|clause| clause.id == **it);
            assert!(named.iter().all(there), "{name}: {} names {named:?}", ground.rule);
            let claimed = body.charters().iter().any(|it| it.claimed_by(ground.rule).next().is_some());
            assert_eq!(claimed, !named.is_empty(), "{name}: {}", ground.rule);
        }
    }
    println!("{} refusals by {} rules", all.len(), seen.len());
    let never: Vec<&str> = rule::guards().map(|it| it.id).filter(|it| !seen.contains(it)).collect();
    assert!(
        never.iter().all(|it| ["journal.has_room", "journal.format_holds_it"].contains(it)),
        "never refusing in a vector: {never:?}"
    );
}

#[test]
fn what_is_done_all_the_same_is_a_breach_on_just_that_ground() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, mut body, submission, refusal) in refused() {
        let grounds = refusal.grounds();
        let Some(done) = all_the_same(&body, &submission, &refusal) else { continue };
        let no = done.no;
        let text = body.journal().0 + &joint_meeting::journal::Journal::resume(body.head(None)).write(&done);
        let again = JointMeeting::replay_checked(body.charters().to_vec(), &text, None);
        let again = again.unwrap_or_else(|why| panic!("{name}: {why}"));
        body.apply(done).unwrap();
        assert!(again == body, "{name}");
        let [breach] = &again.breaches()[..] else { panic!("{name}: {:?}", again.breaches()) };
        let found = breach.refusal.as_ref().map(|it| rules(it.grounds()));
        assert_eq!((breach.no, found), (no, Some(rules(grounds))), "{name}");
        rules(grounds).into_iter().for_each(|it| *seen.entry(it).or_default() += 1);
    }
    println!("{} breaches of {} rules", seen.values().sum::<usize>(), seen.len());
    let never: Vec<&str> = rule::guards().map(|it| it.id).filter(|it| !seen.contains_key(it)).collect();
    assert!(never.len() <= NOT_OF_A_JOURNAL.len() + 2, "never a breach: {never:?}");
}
