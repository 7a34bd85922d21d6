//! What was done against the charter, from the fact to the audit: it is refused as it is, recorded with the rules that stand in
//! its way, told as a breach, held against the clause, and said on the papers that rest on it.
//!
//! The single answers are the vectors of `against.json`, which run in every language.

use std::collections::BTreeSet;

use conformance::{mended, papers, vector};
use joint_meeting::{Charter, JointMeeting, Language, answer::Verdict, time::Period, wire};
use joint_meeting_documents::{Desk, PaperWords, Wanted};
use serde_json::{Value, json};

/// The steps of a story, each that the charter would refuse recorded against the rules that stand in its way; the numbers of these.
fn told(steps: Vec<Value>) -> (JointMeeting, BTreeSet<u32>) {
    let mut body = JointMeeting::new([Charter::bundled("nankai-dog-2022").unwrap()]).unwrap();
    let mut told = BTreeSet::new();
    for mut step in steps {
        if let Err(refusal) = body.check(&vector::submission(&step)) {
            let rules: Vec<&str> = refusal.grounds().iter().map(|it| it.rule).collect();
            step["against"] = json!({"rules": rules, "reason": "it was done all the same"});
            if step["by"] != "p3" {
                step["recorded_by"] = json!("p3");
            }
            told.insert(
                body.perform(vector::submission(&step)).unwrap_or_else(|it| panic!("{step}: {it:?}")).no,
            );
        } else {
            body.perform(vector::submission(&step)).unwrap();
        }
    }
    (body, told)
}

/// Everything that follows from it.
fn follows(steps: Vec<Value>, paper: Value, is_draft: bool) {
    let (body, told) = told(steps);
    assert!(!told.is_empty());
    mended::kept(&body);
    let breaches = body.breaches();
    assert_eq!(breaches.iter().map(|it| it.no).collect::<BTreeSet<_>>(), told);
    assert!(breaches.iter().all(|it| it.told_by == Some(it.no)), "{breaches:?}");
    let (text, head) = body.journal();
    let again = JointMeeting::replay_checked(body.charters().to_vec(), &text, Some(&head)).unwrap();
    assert_eq!(again.breaches(), breaches);
    let on = "2023-01-15".parse().unwrap();
    let audit = body.audit(Period::year(2022).unwrap(), on);
    for breach in breaches {
        for ground in breach.refusal.unwrap().grounds() {
            let clause = ground.clause.as_ref().unwrap();
            let verdict = audit.clauses.iter().find(|it| it.clause == *clause).unwrap();
            let unmet = verdict.judgements.iter().any(|it| {
                it.rule == ground.rule && it.verdict == Verdict::Unmet && it.evidence.contains(&breach.no)
            });
            assert!(unmet, "{clause}: {verdict:?}");
        }
    }
    let desk = Desk::new(&body, PaperWords::built_in(Language::En), papers::given());
    let paper = desk.paper(&wire::from_str::<Wanted>(&paper.to_string()).unwrap()).unwrap();
    let said = if is_draft { paper.draft.unwrap().why } else { paper.remarks };
    let tells = |no: &u32| said.iter().any(|it| it.contains(&format!("Entry {no} ")));
    assert!(told.iter().any(tells), "{said:?}");
}

#[test]
fn a_deputy_presided_and_nobody_had_delegated_it() {
    let mut steps = vector::story("meeting: a plenary meeting is called");
    steps.push(json!({"act": {"type": "open_meeting", "meeting": "m1"}, "by": "p2", "at": "2022-05-10T09:00:00+08:00"}));
    follows(steps.clone(), json!({"agenda": {"meeting": "m1"}}), false);
    follows(steps, json!({"minutes_skeleton": {"meeting": "m1"}}), true);
}

#[test]
fn a_document_went_out_with_one_signature_missing() {
    let unsigned = |it: &Value| it["act"]["type"] == "countersign" && it["act"]["unit"] == "health";
    let steps = vector::story("minutes: issued").into_iter().filter(|it| !unsigned(it)).collect();
    follows(steps, json!({"document": {"document": "d1"}}), false);
}

#[test]
fn an_action_was_held_that_names_no_problem() {
    let mut steps = vector::story("work: an action finished");
    for it in &mut steps {
        if it["act"]["type"] == "plan_joint_action" {
            it["act"].as_object_mut().unwrap().remove("problem");
        }
    }
    follows(steps, json!({"action_plan": {"action": "j1"}}), false);
}
