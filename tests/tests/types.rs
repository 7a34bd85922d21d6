//! The schemas against all that crosses the border in the tests: what is right validates, what is wrong does not.

use std::collections::BTreeSet;

use conformance::{
    files, folder,
    types::{check, definitions},
    vector::{self, Ask, unfold},
};
use joint_meeting::{ActKind, charters, journal};
use serde_json::{Map, Value, json};

/// Bad input that passes: a value does not show that a key stood twice, the checker does not look at the patterns of ids,
/// and a pattern on long texts would be slow.
const NOT_SEEN: &[&str] = &[
    "a key twice",
    "an act with a key twice",
    "an id of spaces",
    "an id with a space at its end",
    "an id with a NUL",
    "an id with a line feed",
    "a text of spaces",
    "a text with a bell",
];

/// Counts what was checked, and keeps what does not validate.
struct Checked {
    definitions: Map<String, Value>,
    count: usize,
    wrong: Vec<String>,
}

impl Checked {
    fn new() -> Self {
        Self { definitions: definitions(), count: 0, wrong: Vec::new() }
    }

    fn is(&mut self, value: &Value, name: &str, of: &str) {
        self.count += 1;
        if let Err(why) = check(value, name, &self.definitions) {
            self.wrong.push(format!("{of}: {why}"));
        }
    }

    fn are(&mut self, values: &Value, name: &str, of: &str) {
        for it in values.as_array().into_iter().flatten() {
            self.is(it, name, of);
        }
    }

    fn end(self, least: usize) {
        println!("{} values validate", self.count - self.wrong.len());
        assert!(self.wrong.is_empty(), "{}", self.wrong.join("\n"));
        assert!(self.count >= least, "only {} values", self.count);
    }
}

#[test]
fn every_submission_and_answer_in_the_vectors_validates() {
    let mut checked = Checked::new();
    let stories = vector::stories();
    for (name, story) in &stories {
        for step in unfold(story, &stories) {
            checked.is(&step, "Submission", name);
        }
    }
    for (_, file) in vector::all() {
        for it in &file.vectors {
            let (name, then) = (it.name.as_str(), &it.then);
            for step in it.given.iter().filter(|it| it.is_object()).chain(&it.when) {
                checked.is(step, "Submission", name);
            }
            match &it.ask {
                None => checked.is(then, "Decision", name),
                Some(Ask::Family { .. }) if then.get("error").is_some() => {}
                Some(Ask::Family { .. }) => checked.is(then, "FamilyAudit", name),
                Some(Ask::Audit { .. }) => checked.is(then, "Audit", name),
                Some(Ask::Obligations { .. }) => checked.are(then, "Obligation", name),
                Some(Ask::Options { .. }) => checked.are(then, "Choice", name),
                Some(Ask::Register { .. }) => checked.is(then, "Roster", name),
                Some(Ask::Trail { .. }) => checked.are(then, "Trace", name),
                Some(Ask::ExplainRule { .. }) if then.is_null() => {}
                Some(Ask::ExplainRule { .. }) => checked.is(then, "RuleExplained", name),
                Some(Ask::ExplainEntry { .. }) if then.is_null() => {}
                Some(Ask::ExplainEntry { .. }) => checked.is(then, "EntryExplained", name),
            }
        }
    }
    checked.end(1000);
}

#[test]
fn charters_and_journals_validate() {
    let mut checked = Checked::new();
    for (name, text) in charters::ALL {
        checked.is(&text.parse().unwrap(), "CharterFile", name);
    }
    for path in files("charters", ".json") {
        checked.is(&vector::read(&path), "CharterFile", &path.display().to_string());
    }
    for path in files("journals", ".jsonl") {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut lines = text.lines().map(|it| it.parse().unwrap());
        checked.is(&lines.next().unwrap(), "Header", "the first line");
        for it in lines {
            checked.is(&it, "JournalLine", "a line");
        }
        let head = journal::verify(&text, None).unwrap();
        checked.is(&json!(head), "Head", "the head");
    }
    checked.end(50);
}

#[test]
fn what_the_library_says_of_a_charter_validates() {
    use joint_meeting::Charter;
    let mut checked = Checked::new();
    let charter = |name| Charter::from_json(charters::get(name).unwrap()).unwrap();
    let loaded: Vec<Charter> = charters::ALL.iter().filter_map(|it| Charter::from_json(it.1).ok()).collect();
    for it in &loaded {
        let name = it.id().as_str();
        checked.are(&json!(it.lint()), "LintFinding", name);
        checked.are(&json!(it.overruled()), "Overruled", name);
        checked.is(&json!(it.diff(&loaded[0])), "CharterDiff", name);
    }
    let (one, two) = (charter("nankai-dog-2022"), charter("nankai-street-dog"));
    let wrong = Charter::from_json("{}").unwrap_err();
    checked.is(&json!(wrong), "CharterErrors", "an empty file");
    let wrong = joint_meeting::JointMeeting::new([one, two]).unwrap_err();
    checked.is(&json!(wrong), "NoBody", "two charters");
    let wrong = journal::verify("{}\n", None).unwrap_err();
    checked.is(&json!(wrong), "JournalError", "an empty header");
    checked.end(20);
}

#[test]
fn malformed_input_does_not_validate() {
    let all = definitions();
    let cases: Vec<Value> = vector::read(&folder("malformed.json"));
    let passes = |it: &&Value| {
        let input = it["input"].as_str().unwrap().parse::<Value>();
        input.is_ok_and(|it| check(&it, "Submission", &all).is_ok())
    };
    let passing: Vec<&str> = cases.iter().filter(passes).map(|it| it["name"].as_str().unwrap()).collect();
    assert_eq!(passing, NOT_SEEN);
}

#[test]
fn names_are_good_and_stay_apart() {
    let definitions = definitions();
    for name in definitions.keys() {
        assert!(name.chars().all(|it| it.is_ascii_alphabetic()), "`{name}` is no name for a type");
        assert!(name.starts_with(char::is_uppercase), "`{name}`");
    }
    let lower: BTreeSet<String> = definitions.keys().map(|it| it.to_lowercase()).collect();
    assert_eq!(lower.len(), definitions.len(), "two names differ by case only");
    // An act is named in every language as it is in Rust.
    let acts: Vec<String> = ActKind::ALL.iter().map(|it| format!("#/$defs/{it:?}")).collect();
    let listed = definitions["Act"]["oneOf"].as_array().unwrap();
    assert_eq!(listed.iter().map(|it| it["$ref"].as_str().unwrap()).collect::<Vec<_>>(), acts);
    for (kind, path) in ActKind::ALL.iter().zip(&acts) {
        let act = &definitions[path.trim_start_matches("#/$defs/")];
        assert_eq!(act["properties"]["type"]["const"], kind.name());
        assert_eq!(act["additionalProperties"], false, "{kind}");
    }
}
