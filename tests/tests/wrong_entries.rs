//! Twelve kinds of wrong entry, mended end to end: each is the history that was written rightly from the beginning.
//!
//! The entries and their corrections are the vectors of `wrong_entries.json`, which run in every language; that walks of any
//! kind can be mended is asked by `mended` of every walk.

use conformance::{mended, papers, vector};
use joint_meeting::{Act, Charter, JointMeeting, Language, time::Period};
use joint_meeting_documents::{Desk, PaperWords};
use serde_json::{Value, json};

struct Case {
    name: String,
    wrong: Vec<Value>,
    correction: Value,
}

fn cases() -> Vec<Case> {
    let file: Value = vector::read(&conformance::folder("vectors").join("wrong_entries.json"));
    let case = |it: &Value| Case {
        name: it["name"].as_str().unwrap().to_owned(),
        wrong: it["given"].as_array().unwrap().clone(),
        correction: it["when"].clone(),
    };
    file["vectors"].as_array().unwrap().iter().map(case).collect()
}

fn body(steps: &[Value]) -> JointMeeting {
    let mut body = JointMeeting::new([Charter::bundled("nankai-dog-2022").unwrap()]).unwrap();
    for it in steps {
        let refused = body
            .perform(vector::submission(it))
            .map(|_| ())
            .map_err(|it| it.render(&body.clone(), Language::En));
        assert_eq!(refused, Ok(()), "{it}");
    }
    body
}

/// The history as it is after the changes of a correction.
fn written_rightly(wrong: &[Value], correction: &Value) -> Vec<Value> {
    let mut right = wrong.to_vec();
    let mut struck = Vec::new();
    for change in correction["act"]["changes"].as_array().unwrap() {
        let at = usize::try_from(change["no"].as_u64().unwrap()).unwrap() - 1;
        match change["replace"].as_object() {
            Some(fields) => fields.iter().for_each(|(name, it)| right[at][name] = it.clone()),
            None => struck.push(at),
        }
    }
    struck.into_iter().rev().for_each(|at| drop(right.remove(at)));
    right
}

#[test]
fn each_is_the_history_that_was_written_rightly() {
    let cases = cases();
    assert!(cases.len() >= 12, "{}", cases.len());
    for Case { name, wrong, correction } in cases {
        let before = body(&wrong);
        let mut mended = before.clone();
        mended.perform(vector::submission(&correction)).unwrap();
        let right = body(&written_rightly(&wrong, &correction));
        mended::reads_like(&mended, &right, &name);
        mended::kept(&mended);
        // What was known before is what it was.
        let last = before.state().last_recorded().unwrap();
        assert!(mended.as_of(last) == before, "{name}");
        // Later corrections are corrected in their turn.
        let no = mended.entries().last().unwrap().no;
        let undo = json!({"act": {"type": "correct_record", "changes": [{"no": no, "strike": true}], "reason": "it was right"},
            "by": "p3", "at": "2024-01-10T09:00:00+08:00", "proofs": [{"name": "note", "kind": "note"}]});
        let mut undone = mended.clone();
        undone.perform(vector::submission(&undo)).unwrap();
        mended::reads_like(&undone, &before, &name);
    }
}

#[test]
fn the_audit_and_the_papers_tell_of_each() {
    for Case { name, wrong, correction } in cases() {
        let mut mended = body(&wrong);
        mended.perform(vector::submission(&correction)).unwrap();
        let Act::CorrectRecord(act) = &mended.entries().last().unwrap().act else { panic!("{name}") };
        let no = act.changes[0].no;
        let at = mended.entry(no).unwrap().at.date();
        let year = at.to_string()[..4].parse().unwrap();
        let on = mended.state().last_recorded().unwrap().date();
        let by = mended.entries().last().unwrap().no.to_string();
        let audit = mended.audit(Period::year(year).unwrap(), on);
        let rests = audit.clauses.iter().any(|it| it.judgements.iter().any(|it| it.evidence.contains(&no)));
        let words: String = audit.clauses.iter().map(|it| it.render(&mended, Language::En)).collect();
        let desk = Desk::new(&mended, PaperWords::built_in(Language::En), papers::given());
        let filed = desk.evidence(year, on).unwrap();
        let of = |paper: &str| {
            filed.iter().find(|it| it.paper.name == paper).map(|it| json!(it.paper).to_string())
        };
        assert!(of("corrections").unwrap().contains(&by), "{name}");
        let struck = act.changes[0].strike;
        if rests && !struck {
            assert!(words.contains(&format!("corrected by {by}")), "{name}: {words}");
        }
    }
}
