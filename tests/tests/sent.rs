//! What was sent does not change: papers of what is past are made of what was known then, whatever is recorded or corrected
//! later.
//!
//! How papers look is in `papers.rs`.

use std::collections::BTreeMap;

use conformance::{papers, scenario, vector};
use joint_meeting::{Charter, JointMeeting, Language, wire};
use joint_meeting_documents::{Desk, Given, Paper, PaperFormat, PaperWords, Wanted};
use serde_json::{Value, json};

/// Papers that have gone out once minutes are issued as a document.
const SENT: [(&str, &str); 6] = [
    ("notice", r#"{"notice": {"meeting": "m2"}}"#),
    ("agenda", r#"{"agenda": {"meeting": "m2"}}"#),
    ("attendance", r#"{"attendance": {"meeting": "m2"}}"#),
    ("minutes", r#"{"minutes": {"minutes": "n1"}}"#),
    ("sheet", r#"{"countersign_sheet": {"minutes": "n1"}}"#),
    ("document", r#"{"document": {"document": "d1"}}"#),
];

fn wanted(json: &str) -> Wanted {
    wire::from_str(json).unwrap()
}

/// A body whose minutes are issued, with some steps in it otherwise.
fn issued(otherwise: impl Fn(&mut Value)) -> JointMeeting {
    let mut body = JointMeeting::new([Charter::bundled("nankai-dog-2022").unwrap()]).unwrap();
    for mut step in vector::story("minutes: issued") {
        otherwise(&mut step);
        perform(&mut body, &step);
    }
    body
}

fn perform(body: &mut JointMeeting, step: &Value) {
    let step = vector::submission(step);
    let refused = body.perform(step.clone()).err().map(|it| it.render(&body.clone(), Language::En));
    assert_eq!(refused, None, "{step:?}");
}

fn made(body: &JointMeeting, language: Language) -> BTreeMap<&'static str, Paper> {
    let desk = Desk::new(body, PaperWords::built_in(language), papers::given());
    SENT.iter().map(|(name, json)| (*name, desk.paper(&wanted(json)).unwrap())).collect()
}

fn text(paper: &Paper) -> String {
    String::from_utf8(PaperFormat::Text.write(paper).unwrap()).unwrap()
}

/// Papers without what they remark.
fn without_remarks(papers: BTreeMap<&'static str, Paper>) -> BTreeMap<&'static str, Paper> {
    papers.into_iter().map(|(name, it)| (name, Paper { remarks: Vec::new(), ..it })).collect()
}

#[test]
fn every_paper_of_a_year_is_at_its_end_what_it_was_when_it_went_out() {
    let mut body = JointMeeting::new([Charter::bundled("nankai-dog-2022").unwrap()]).unwrap();
    let words = PaperWords::built_in(Language::Zh);
    let mut went_out: Vec<(Value, Paper)> = Vec::new();
    for line in scenario::read("nankai-2022.jsonl") {
        let Ok(accepted) = body.perform(line.submission()) else { continue };
        let act = serde_json::to_value(&accepted.act).unwrap();
        let named = |kind: &str| json!({kind: act[kind].clone()});
        let out = match accepted.act.kind().name() {
            "convene" => json!({"notice": named("meeting")}),
            "supplement_notice" => json!({"supplementary_notice": named("meeting")}),
            "open_meeting" => json!({"agenda": named("meeting")}),
            "issue_document" | "issue_other_document" => json!({"document": named("document")}),
            "issue_briefing" | "issue_circular" => json!({"bulletin": named("bulletin")}),
            "plan_joint_action" => json!({"action_plan": named("action")}),
            "finish_joint_action" => json!({"action_result": named("action")}),
            "withdraw_document" | "revoke_document" | "repeal_document" => {
                json!({"document_notice": named("document")})
            }
            _ => continue,
        };
        let paper = Desk::new(&body, words, papers::given()).paper(&wanted(&out.to_string())).unwrap();
        went_out.push((out, paper));
    }
    assert!(went_out.len() > 25, "{}", went_out.len());
    let desk = Desk::new(&body, words, papers::given());
    for (out, paper) in went_out {
        // A meeting that was put off has another notice.
        let moved = out["notice"]["meeting"].as_str().and_then(|it| body.meeting(&it.parse().unwrap()));
        if moved.is_some_and(|it| !it.postponed().is_empty() || it.cancelled().is_some()) {
            continue;
        }
        let later = desk.paper(&wanted(&out.to_string())).unwrap();
        assert_eq!(Paper { remarks: paper.remarks.clone(), ..later }, paper, "{out}");
    }
}

#[test]
fn what_is_entered_later_with_an_earlier_date_changes_no_paper() {
    let later = |act: Value, by: &str| json!({"act": act, "by": by, "at": "2022-07-01T09:00:00+08:00"});
    let rename = |unit: &str| json!({"type": "rename_unit", "unit": unit, "name": "改名后的单位", "basis": "reform of institutions", "from": "2022-05-01"});
    let steps = [
        ("a unit is renamed", vec![later(rename("health"), "p3")]),
        ("the lead unit is renamed", vec![later(rename("police"), "p3")]),
        (
            "units are merged",
            vec![later(
                json!({"type": "merge_units", "units": ["health", "market"], "into": "health-market",
                    "basis": "reform of institutions", "kind": "government",
                    "name": "区卫生和市场监管局", "from": "2022-05-01"}),
                "p3",
            )],
        ),
        (
            "another member is named",
            vec![later(
                json!({"type": "name_member", "unit": "market", "person": "p45", "post": "head of office",
                    "rank": "division", "portfolio": true, "replaces": "p25", "from": "2022-05-01"}),
                "p15",
            )],
        ),
    ];
    for language in [Language::Zh, Language::En] {
        for (what, steps) in &steps {
            let mut body = issued(|_| ());
            let before = made(&body, language);
            steps.iter().for_each(|it| perform(&mut body, it));
            assert_eq!(made(&body, language), before, "{what}");
        }
    }
}

#[test]
fn the_notice_says_the_time_for_which_the_meeting_was_called() {
    let late = issued(|step| {
        if step["act"]["type"] == "open_meeting" {
            step["at"] = json!("2022-06-06T14:04:00+08:00");
        }
    });
    let papers = made(&late, Language::Zh);
    assert!(text(&papers["notice"]).contains("14:00"), "{}", text(&papers["notice"]));
    assert!(text(&papers["agenda"]).contains("14:04"), "{}", text(&papers["agenda"]));
}

#[test]
fn a_corrected_entry_is_remarked_on_the_papers_that_rest_on_it_and_changes_none() {
    let correct = |no: u32, change: Value| {
        let mut changes = change;
        changes["no"] = json!(no);
        json!({"act": {"type": "correct_record", "changes": [changes], "reason": "typed wrongly"}, "by": "p3",
            "at": "2022-07-01T09:00:00+08:00", "proofs": [{"name": "letter.pdf", "kind": "letter"}]})
    };
    let member = json!({"replace": {"act": {"type": "name_member", "unit": "market", "person": "p45",
        "post": "deputy head", "rank": "division", "portfolio": true}}});
    let item = json!({"replace": {"act": {"type": "add_agenda_item", "item": "i-leash", "title": "leashes in all parks",
        "kind": "decision", "unit": "urban-management", "concerned": ["police", "urban-management"],
        "proposal": "joint patrols in parks"}}});
    for (what, no, change, remarked) in [
        ("a member", 5, member, vec!["attendance"]),
        ("a title", 13, item, vec!["agenda", "document", "minutes", "notice"]),
    ] {
        let mut body = issued(|_| ());
        let before = made(&body, Language::En);
        perform(&mut body, &correct(no, change));
        let after = made(&body, Language::En);
        let with_remarks: Vec<&str> =
            after.iter().filter(|(_, it)| !it.remarks.is_empty()).map(|(name, _)| *name).collect();
        assert_eq!(with_remarks, remarked, "{what}");
        for it in with_remarks {
            let said = text(&after[it]);
            assert!(said.contains(&no.to_string()) && said.contains("29"), "{said}");
        }
        assert_eq!(without_remarks(after), before, "{what}");
    }
}

#[test]
fn what_was_entered_under_another_name_has_a_paper_and_the_remark() {
    let mut body = issued(|_| ());
    let mut issue = serde_json::to_value(&body.entry(28).unwrap().act).unwrap();
    issue["document"] = json!("d7");
    perform(
        &mut body,
        &json!({"act": {"type": "correct_record", "changes": [{"no": 28, "replace": {"act": issue}}],
            "reason": "another name"}, "by": "p3", "at": "2022-07-01T09:00:00+08:00"}),
    );
    let desk = Desk::new(&body, PaperWords::built_in(Language::En), papers::given());
    let paper = desk.paper(&wanted(r#"{"document": {"document": "d7"}}"#)).unwrap();
    assert!(paper.remarks[0].contains("28"), "{:?}", paper.remarks);
    assert!(desk.paper(&wanted(r#"{"document": {"document": "d1"}}"#)).is_err());
}

#[test]
fn what_was_recorded_against_the_charter_is_said_on_what_went_out_and_makes_a_draft_of_what_did_not() {
    // The minutes go out although one unit has not signed.
    let mut body = JointMeeting::new([Charter::bundled("nankai-dog-2022").unwrap()]).unwrap();
    for step in vector::story("minutes: issued") {
        let act = &step["act"];
        if act["type"] == "countersign" && act["unit"] == "health" {
            continue;
        }
        let mut step = step.clone();
        let submission = vector::submission(&step);
        if let Err(refusal) = body.check(&submission) {
            let rules: Vec<&str> = refusal.grounds().iter().map(|it| it.rule).collect();
            step["against"] = json!({"rules": rules, "reason": "it was urgent"});
        }
        perform(&mut body, &step);
    }
    let against: Vec<u32> =
        body.entries().iter().filter(|it| it.against().is_some()).map(|it| it.no).collect();
    assert!(!against.is_empty());
    for language in [Language::Zh, Language::En] {
        let papers = made(&body, language);
        for name in ["document", "minutes"] {
            let said = papers[name].remarks.concat();
            let all = against.iter().all(|no| said.contains(&no.to_string()));
            assert!(all && said.contains("it was urgent"), "{said}");
        }
        for name in ["notice", "agenda", "attendance"] {
            assert_eq!(papers[name].remarks, [""; 0], "{name}: they went out before");
        }
    }
    // A meeting that was called against the charter: what is still to go out rests on it.
    let mut body = JointMeeting::new([Charter::bundled("nankai-dog-2022").unwrap()]).unwrap();
    for mut step in vector::story("minutes: drafted") {
        if step["act"]["type"] == "convene" {
            step["by"] = json!("p23");
            let submission = vector::submission(&step);
            let refusal = body.check(&submission).unwrap_err();
            let rules: Vec<&str> = refusal.grounds().iter().map(|it| it.rule).collect();
            step["against"] = json!({"rules": rules, "reason": "nobody else was there"});
            step["recorded_by"] = json!("p3");
        }
        perform(&mut body, &step);
    }
    let given = Given::default();
    let desk = Desk::new(&body, PaperWords::built_in(Language::En), &given);
    let minutes = desk.paper(&wanted(r#"{"minutes": {"minutes": "n1"}}"#)).unwrap();
    let why = minutes.draft.unwrap().why.concat();
    assert!(why.contains("nobody else was there"), "{why}");
}
