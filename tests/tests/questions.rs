//! Questions as JSON: the answer is what the body answers, and the words are in step with the data.
//!
//! Most questions are asked by the vectors; here are those that no vector asks.

use conformance::{coverage, scenario};
use joint_meeting::{
    JointMeeting, Language,
    wire::{self, Question},
};
use serde_json::{Value, json};

fn year() -> JointMeeting {
    scenario::play(coverage::charters().remove(0), &scenario::read("nankai-2022.jsonl")).0
}

fn ask(question: &Value) -> Question {
    wire::from_str(&question.to_string()).unwrap()
}

#[test]
fn the_journal_can_be_asked_for() {
    let body = year();
    let asked = [
        (json!({"entries": {}}), json!(body.entries())),
        (json!({"entry": {"no": 3}}), json!(body.entries()[2])),
        (json!({"entry": {"no": 0}}), Value::Null),
        (json!({"charter_on": {"on": "2022-06-01"}}), json!(1)),
        (json!({"breaches": {}}), json!([])),
    ];
    for (question, answer) in asked {
        let found = ask(&question).answer(&body, &[Language::En]).unwrap();
        assert_eq!(found.json.parse::<Value>().unwrap(), answer, "{question}");
        assert_eq!(found.words, vec![Vec::<String>::new()], "{question}");
    }
}

#[test]
fn there_is_a_text_for_each_part_in_each_language() {
    let body = year();
    let period = json!({"from": "2022-01-01", "to": "2022-12-31"});
    let asked = [
        json!({"audit": {"period": period, "on": "2023-01-15"}}),
        json!({"obligations": {"on": "2022-12-01", "horizon_days": 60}}),
        json!({"options": {"by": "p2", "at": "2023-01-15T09:00:00+08:00"}}),
    ];
    for question in asked {
        let found = ask(&question).answer(&body, &[Language::Zh, Language::En]).unwrap();
        let data: Value = found.json.parse().unwrap();
        let parts = data.get("clauses").unwrap_or(&data).as_array().unwrap();
        let [zh, en] = found.words.as_slice() else { panic!("{question}: {} languages", found.words.len()) };
        assert_eq!((zh.len(), en.len()), (parts.len(), parts.len()), "{question}");
        for (part, (zh, en)) in parts.iter().zip(zh.iter().zip(en)) {
            let is_open = question.get("options").is_some() && part.get("refusal").is_none();
            assert_eq!((zh.is_empty(), en.is_empty()), (is_open, is_open), "{part}");
            assert!(is_open || zh != en, "{part}");
        }
    }
}
