//! Questions as JSON: the answer is what the body answers, and the words are in step with the data.
//!
//! Most questions are asked by the vectors; here are those whose answer is nothing, and which questions vectors may ask.

use conformance::{coverage, folder, scenario, types::definitions};
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

/// A vector runs in every language: what the runner here can ask, the runners of the other languages can ask as well.
#[test]
fn the_runners_of_other_languages_know_every_question() {
    let definitions = definitions();
    let questions = definitions["Question"]["oneOf"].as_array().unwrap();
    let named = |it: &Value| it["$ref"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let of_a_body = questions.iter().map(|it| definitions[&named(it)]["required"][0].as_str().unwrap());
    // What `vector` asks besides: of several bodies, and of an office.
    let offered: Vec<&str> = of_a_body.chain(["family", "papers"]).collect();
    assert!(offered.len() > 15 && offered.contains(&"entry_as_read"), "{offered:?}");
    for (file, begins, ends) in [
        ("../bindings/wasm/tests/vectors.js", "\n  answer(", "\n  }\n"),
        ("../bindings/python/tests/runner.py", "\ndef answer(", "\n\n\n"),
    ] {
        let text = std::fs::read_to_string(folder(file)).unwrap().replace("\r\n", "\n");
        let (_, from) = text.split_once(begins).unwrap_or_else(|| panic!("{file} answers nothing"));
        let (answer, _) = from.split_once(ends).unwrap_or_else(|| panic!("{file}: `answer` has no end"));
        let cases = answer.lines().filter(|it| it.trim_start().starts_with("case "));
        let known: Vec<&str> = cases.flat_map(|it| it.split('"').skip(1).step_by(2)).collect();
        let unknown: Vec<&&str> = offered.iter().filter(|it| !known.contains(it)).collect();
        assert!(unknown.is_empty(), "{file} does not know {unknown:?}");
    }
}
