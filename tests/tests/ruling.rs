//! Words come from the version of the charter that judged: its locators and its names.
//!
//! That trail and explanation ask the same version is in the vectors.

use std::collections::BTreeMap;

use conformance::vector;
use joint_meeting::{
    Charter, JointMeeting, Language,
    answer::ClauseVerdict,
    time::Period,
    wire::{self, Question},
};
use serde_json::{Value, json};

const ID: &str = "nankai-dog-2022";

/// A body that has gone over to a version with another locator and another name for a unit, and in which no clause asks
/// any more that the office acts. A meeting was convened before.
fn body(transition: &str) -> JointMeeting {
    let settings = [("charter.amendment".to_owned(), json!(["convener"]))];
    let first = vector::charter(ID, &settings.into(), &BTreeMap::new());
    let mut file = json!(first.file());
    file["version"] = json!(2);
    for clause in file["clauses"].as_array_mut().unwrap() {
        clause["at"] = json!("新的条款");
        if let Some(rules) = clause.get_mut("rules").and_then(Value::as_array_mut) {
            rules.retain(|it| it != "actor.is_office");
        }
        if let Some(silent) = clause.get_mut("silent").and_then(Value::as_array_mut) {
            let before = silent.len();
            silent.retain(|it| it != "charter.transition");
            if silent.len() < before {
                clause["sets"]["charter.transition"] = json!(transition);
            }
        }
    }
    for unit in file["units"].as_array_mut().unwrap() {
        unit["en"] = json!("Renamed");
    }
    let second = Charter::from_json(&file.to_string()).unwrap();
    let mut body = JointMeeting::new([first, second]).unwrap();
    vector::tell(&mut body, "staffed");
    let steps = [
        json!({"act": {"type": "convene", "meeting": "m9", "kind": "special", "units": ["health", "police"],
            "held_at": "2022-06-12T09:00:00+08:00", "approved_by": "p1"},
            "by": "p3", "at": "2022-06-09T09:00:00+08:00"}),
        json!({"act": {"type": "amend_charter", "version": 2, "from": "2022-06-10", "basis": "修订通知"},
            "by": "p1", "at": "2022-06-09T18:00:00+08:00"}),
        json!({"act": {"type": "open_meeting", "meeting": "m9"}, "by": "p1", "at": "2022-06-12T09:00:00+08:00"}),
    ];
    for step in steps {
        body.perform(vector::submission(&step)).unwrap();
    }
    body
}

/// The attendance of a person for health, recorded by the office or by a stranger.
fn attendance(by: &str, person: &str) -> Value {
    json!({"act": {"type": "record_attendance", "meeting": "m9",
        "present": [{"unit": "health", "person": person, "capacity": "member"}]},
        "by": by, "at": "2022-06-12T09:10:00+08:00"})
}

#[test]
fn an_act_rests_on_the_rules_by_which_a_stranger_is_refused() {
    for (transition, is_asked) in [("old_law", true), ("new_law", false)] {
        let mut body = body(transition);
        let stranger = body.decide(&vector::submission(&attendance("p25", "p24")));
        assert_eq!(stranger.is_err(), is_asked, "{transition}");
        let no = body.perform(vector::submission(&attendance("p3", "p24"))).unwrap().no;
        let explained = body.explain_entry(no).unwrap();
        assert_eq!(explained.rules.contains(&"actor.is_office"), is_asked, "{transition}");
        assert_eq!(explained.clauses.iter().any(|it| it.as_str() == "M-5"), is_asked, "{transition}");
    }
}

#[test]
fn a_refusal_is_told_in_the_words_of_the_version_that_judged() {
    for (transition, is_old) in [("old_law", true), ("new_law", false)] {
        let body = body(transition);
        let Err(refusal) = body.decide(&vector::submission(&attendance("p25", "p25"))) else {
            panic!("{transition}: accepted");
        };
        for language in [Language::Zh, Language::En] {
            let words = refusal.render(&body, language);
            assert!(words.contains("M-8"), "{words}");
            assert_eq!(!words.contains("新的条款"), is_old, "{transition}: {words}");
        }
        assert!(json!(refusal).get("version").is_none(), "{transition}");
        let options = json!({"options": {"by": "p25", "at": "2022-06-12T09:10:00+08:00"}});
        let options: Question = wire::from_str(&options.to_string()).unwrap();
        let answer = options.answer(&body, &[Language::Zh]).unwrap();
        let acts: Value = answer.json.parse().unwrap();
        let of_meeting = acts.as_array().unwrap().iter().zip(&answer.words[0]);
        let with_locator =
            of_meeting.filter(|(it, words)| it["act"]["meeting"] == "m9" && words.contains("」："));
        let words: Vec<&String> = with_locator.map(|(_, words)| words).collect();
        assert!(!words.is_empty(), "{transition}");
        assert!(words.iter().all(|it| it.contains("新的条款") != is_old), "{transition}: {words:?}");
    }
}

#[test]
fn what_is_owed_and_a_verdict_bear_the_names_of_the_version_that_judged() {
    let year = Period::year(2022).unwrap();
    for (transition, is_old) in [("old_law", true), ("new_law", false)] {
        let body = body(transition);
        let owed = body.obligations("2022-11-15".parse().unwrap(), 60);
        let report = owed.iter().find(|it| it.rule == "report.yearly").unwrap();
        let words = report.render(&body, Language::En);
        assert_eq!(!words.contains("Renamed"), is_old, "{transition}: {words}");
        let audit = body.audit(year, "2023-01-15".parse().unwrap());
        let by = if is_old { &audit.earlier[0] } else { &audit };
        let verdict = by.clauses.iter().find(|it| it.clause.as_str() == "R-3").unwrap();
        let words = verdict.render(&body, Language::En);
        assert!(words.lines().count() > 1, "{transition}: {words}");
        assert_eq!(!words.contains("Renamed"), is_old, "{transition}: {words}");
    }
}

/// A body in whose record an action of one unit was planned in one year, and a working group formed by a unit in the next, both
/// of which the charter refuses.
fn with_breaches() -> JointMeeting {
    let strict = vector::charter(ID, &BTreeMap::new(), &BTreeMap::new());
    let mut file = json!(strict.file());
    for clause in file["clauses"].as_array_mut().unwrap() {
        if let Some(rules) = clause.get_mut("rules").and_then(Value::as_array_mut) {
            rules.retain(|it| it != "action.of_enough_units" && it != "group.formed_by_office_or_convener");
        }
    }
    let lenient = Charter::from_json(&file.to_string()).unwrap();
    let [mut body, mut as_written] = [strict.clone(), lenient].map(|it| JointMeeting::new([it]).unwrap());
    vector::tell(&mut body, "staffed");
    vector::tell(&mut as_written, "staffed");
    let steps = [
        json!({"act": {"type": "plan_joint_action", "action": "j1", "problem": "strays", "units": ["police"]},
            "by": "p3", "at": "2022-05-10T09:00:00+08:00"}),
        json!({"act": {"type": "form_working_group", "group": "g1", "purpose": "inspection",
            "head": "urban-management", "units": ["police", "health"], "streets": ["the first street"]},
            "by": "p14", "at": "2023-05-10T09:00:00+08:00"}),
    ];
    for step in steps {
        let entry = as_written.perform(vector::submission(&step)).unwrap().clone();
        body.apply(entry).unwrap();
    }
    let (text, head) = body.journal();
    JointMeeting::replay_checked([strict], &text, Some(&head)).unwrap()
}

#[test]
fn a_breach_counts_in_its_own_year_and_under_its_own_clauses() {
    let body = with_breaches();
    let breaches: Vec<u32> = body.breaches().iter().map(|it| it.no).collect();
    assert_eq!(breaches.len(), 2, "{breaches:?}");
    let refused = |year: i32| -> Vec<(String, u32)> {
        let audit = body.audit(Period::year(year).unwrap(), "2024-01-15".parse().unwrap());
        let of_clause = |it: &ClauseVerdict| {
            let broken = it.judgements.iter().filter(|it| RULES.contains(&it.rule) && it.finding.is_some());
            let clause = it.clause.to_string();
            broken.map(|it| (clause.clone(), it.evidence[0])).collect::<Vec<_>>()
        };
        audit.clauses.iter().flat_map(of_clause).collect()
    };
    assert_eq!(refused(2021), vec![]);
    assert_eq!(refused(2022), vec![("J-4".to_owned(), breaches[0])]);
    assert_eq!(refused(2023), vec![("J-3".to_owned(), breaches[1])]);
}

const RULES: [&str; 2] = ["action.of_enough_units", "group.formed_by_office_or_convener"];
