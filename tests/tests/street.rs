//! The street's charter of the guide: its key phrases stand in its text, and it takes nothing from the charter above it.
//!
//! What it says itself is in the vectors.

use std::collections::BTreeSet;

use conformance::vector;
use joint_meeting::{
    Charter, JointMeeting, charters,
    time::Period,
    verdict::{Audit, Verdict},
    wire,
};
use serde_json::json;

fn charter(name: &str) -> Charter {
    Charter::from_json(charters::get(name).unwrap()).unwrap()
}

/// A body as a story leaves it.
fn body(charter_name: &str, story: &str) -> JointMeeting {
    let mut body = JointMeeting::new([charter(charter_name)]).unwrap();
    for step in vector::unfold(&[json!(story)], &vector::stories()) {
        body.perform(wire::from_str(&step.to_string()).unwrap()).unwrap();
    }
    body
}

fn verdict(audit: &Audit, clause: &str) -> Verdict {
    audit.clauses.iter().find(|it| it.clause.as_str() == clause).unwrap().verdict
}

#[test]
fn every_key_phrase_stands_in_the_text_of_the_guide() {
    let text = std::fs::read_to_string(conformance::folder("../docs/guide/street-charter.zh.txt")).unwrap();
    let misplaced = charter("nankai-street-dog").check_text(&text);
    assert!(misplaced.is_empty(), "{misplaced:?}");
}

#[test]
fn the_charter_above_gives_no_clause() {
    let (street, district) = (charter("nankai-street-dog"), charter("nankai-dog-2022"));
    assert_eq!(street.file().parent.as_ref(), Some(district.id()));
    let written: BTreeSet<&str> = street.file().clauses.iter().map(|it| it.id.as_str()).collect();
    for clause in street.clauses() {
        let id = clause.id.as_str();
        assert!(written.contains(id) || id.starts_with("official-documents-2012/"), "{id}");
    }
    assert!(
        street.settings().report_due.fixed().is_none() && district.settings().report_due.fixed().is_some()
    );
}

#[test]
fn what_the_street_leaves_undone_is_not_held_against_the_district() {
    let year = Period::year(2023).unwrap();
    let on = "2024-01-10".parse().unwrap();
    let (street, district) =
        (body("nankai-street-dog", "street: founded"), body("nankai-dog-2022", "founded"));
    assert_eq!(verdict(&street.audit(year, on), "C-1"), Verdict::Unmet);
    assert_eq!(verdict(&street.audit(year, on), "D-6"), Verdict::Unmet);

    let alone = district.audit(year, on);
    let mut above = district;
    let child = r#"{"act": {"type": "record_child", "child": "c1", "set_up_by": "某街道办事处", "kind": "street",
        "charter": "nankai-street-dog", "title": "街道联席会议", "from": "2023-04-01"},
        "by": "p3", "at": "2023-04-06T09:00:00+08:00"}"#;
    above.perform(wire::from_str(child).unwrap()).unwrap();
    let unmet = |audit: &Audit| {
        let unmet = audit.clauses.iter().filter(|it| it.verdict == Verdict::Unmet);
        unmet.map(|it| it.clause.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(unmet(&above.audit(year, on)), unmet(&alone));
}
