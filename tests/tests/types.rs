//! The schemas against all that crosses the border in the tests: what is right validates, what is wrong does not.

use std::collections::BTreeSet;

use conformance::{
    files, malformed,
    types::{self, check, definitions},
    vector::{self, unfold},
};
use joint_meeting::{
    ActKind, Charter, JointMeeting, Language, Submission,
    charter::outline,
    charters, journal,
    time::{Calendar, Period},
    wire,
    words::{FIELDS, HELP, HELP_OF_ONE, OF_ONE, field_help, field_text},
};
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
    "a question with a key twice",
    "a period that ends before it begins",
    "a page of no rows",
    "a page of one row too many",
    "a page with kinds twice the longest list",
    "obligations of one day too many",
    "an audit of one year too many",
    "a key twice in a charter",
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

/// Vectors leave out of an audit by which table of working days dates were reckoned.
fn put_tables_back(answer: &mut Value) {
    match answer {
        Value::Object(fields) => {
            if fields.contains_key("clauses") && fields.contains_key("period") {
                fields.insert("calendar".to_owned(), json!(Calendar::known().used()));
            }
            fields.values_mut().for_each(put_tables_back);
        }
        Value::Array(all) => all.iter_mut().for_each(put_tables_back),
        _ => {}
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
            let (name, mut then) = (it.name.as_str(), it.then.clone());
            put_tables_back(&mut then);
            let then = &then;
            for step in it.given.iter().filter(|it| it.is_object()).chain(&it.when) {
                checked.is(step, "Submission", name);
            }
            let question = it.ask.iter().flatten().map(|(question, _)| question.as_str()).next();
            match question {
                Some("papers") if then.get("error").is_some() => {
                    checked.is(&then["error"], "PaperError", name)
                }
                _ if then.is_null() || then.get("error").is_some() => {}
                None => checked.is(then, "Decision", name),
                Some("papers") => {
                    let about = &it.ask.as_ref().unwrap()["papers"];
                    checked.is(&about["question"], "PaperQuestion", name);
                    if let Some(office) = about.get("office") {
                        checked.is(office, "PaperOffice", name);
                    }
                    let question = about["question"].as_object().unwrap().keys().next().unwrap();
                    match question.as_str() {
                        "paper" => checked.is(then, "Paper", name),
                        "known" => checked.is(then, "PaperKnown", name),
                        "check" => checked.is(then, "PaperChecked", name),
                        "evidence" => checked.are(then, "Filed", name),
                        "calendar" => checked.is(then, "Dates", name),
                        other => panic!("{name}: no such question about papers: {other}"),
                    }
                }
                Some("family") => checked.is(then, "FamilyAudit", name),
                Some("audit") => checked.is(then, "Audit", name),
                Some("obligations") => checked.are(then, "Obligation", name),
                Some("options") => checked.are(then, "Choice", name),
                Some("options_page") => checked.is(then, "OptionsPage", name),
                Some("roster" | "register") => checked.is(then, "Roster", name),
                Some("trail") => checked.are(then, "Trace", name),
                Some("explain_rule") => checked.is(then, "RuleExplained", name),
                Some("explain_entry") => checked.is(then, "EntryExplained", name),
                Some("breaches") => checked.are(then, "Breach", name),
                Some("what_if") => checked.are(then, "Decision", name),
                Some("entry" | "entry_as_read") => checked.is(then, "Entry", name),
                Some("entries") => checked.are(then, "Entry", name),
                Some("outline") => checked.is(then, "Outline", name),
                Some("check_text") => checked.are(then, "Misplaced", name),
                Some("charter_on") => assert!(then.is_u64(), "{name}"),
                Some(other) => panic!("{name}: no such question: {other}"),
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
    let mut checked = Checked::new();
    let loaded: Vec<Charter> = vector::charters().into_iter().map(|(_, it)| it).collect();
    for it in &loaded {
        let name = it.id().as_str();
        checked.are(&json!(it.lint_text("总则\n一、组织\n（一）成员。各单位为成员。")), "LintFinding", name);
        checked.are(&json!(it.check_text("总则")), "Misplaced", name);
        checked.are(&json!(it.overruled()), "Overruled", name);
        for other in &loaded {
            checked.is(&json!(it.diff(other)), "CharterDiff", name);
        }
    }
    checked.is(&json!(outline("总则\n一、组织\n（一）成员。各单位为成员。")), "Outline", "an outline");
    checked.end(200);
}

#[test]
fn what_is_wrong_with_input_validates() {
    let mut checked = Checked::new();
    let charter = |name| Charter::bundled(name).unwrap();
    let mut file: Value = charters::get("nankai-dog-2022").unwrap().parse().unwrap();
    file["format"] = json!(2);
    file["offset"] = json!("8");
    file["clauses"][1] = file["clauses"][2].clone();
    file["clauses"][3]["rules"] = json!(["no.such_rule"]);
    file["clauses"][4]["sets"] = json!({"meeting.quorum": "many", "no.such_setting": 1});
    file["clauses"][5]["readings"] = json!({"report.due_day": {"fixed": "no_such_option"}});
    for wrong in ["{}".to_owned(), file.to_string()] {
        checked.is(&json!(Charter::from_json(&wrong).unwrap_err()), "CharterErrors", "a bad charter");
    }
    let malformed = wire::from_str::<Submission>("{}").unwrap_err();
    checked.is(&json!(malformed), "MalformedError", "an empty submission");
    let (one, other) = (charter("nankai-dog-2022"), charter("nankai-street-dog"));
    for charters in [vec![], vec![one.clone(), one.clone()], vec![one.clone(), other.clone()]] {
        checked.is(
            &json!(JointMeeting::new(charters).unwrap_err()),
            "BodyError",
            "charters that make no body",
        );
    }
    let (body, beside) =
        (JointMeeting::new([one.clone()]).unwrap(), JointMeeting::new([one.clone()]).unwrap());
    let year = Period::year(2022).unwrap();
    let not_below = body.audit_family(&[&beside], year, year.to).unwrap_err();
    checked.is(&json!(not_below), "NotBelowError", "a body beside");
    for text in ["", "{}\n", "{}", &body.journal().0.replace("\"version\":1", "\"version\":2")] {
        if let Err(wrong) = journal::verify(text, Some(&body.journal().1)) {
            checked.is(&json!(wrong), "JournalError", text);
        }
    }
    checked.end(10);
}

#[test]
fn malformed_input_does_not_validate() {
    let all = definitions();
    let cases = malformed::all();
    let passes = |it: &&malformed::Case| {
        let name = match it.door.as_str() {
            "submission" => "Submission",
            "entry" => "Entry",
            "question" => "Question",
            "head" => "Head",
            "charter" if it.then["type"] == "json" => "CharterFile",
            _ => return false,
        };
        it.text().parse::<Value>().is_ok_and(|it| check(&it, name, &all).is_ok())
    };
    let passing: Vec<&str> = cases.iter().filter(passes).map(|it| it.name.as_str()).collect();
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

#[test]
fn every_field_of_an_act_is_called_something_and_explained_and_nothing_else_is() {
    let fields = types::fields();
    assert!(fields.len() > 300, "{}", fields.len());
    for language in [Language::Zh, Language::En] {
        for said in [field_text, field_help] {
            let silent: Vec<_> = fields
                .iter()
                .filter(|(of, name)| said(of, name, language).is_none_or(str::is_empty))
                .collect();
            assert!(silent.is_empty(), "{silent:?}");
        }
    }
    let idle: Vec<_> =
        FIELDS.iter().chain(HELP).filter(|it| fields.iter().all(|(_, name)| name != it.0)).collect();
    assert!(idle.is_empty(), "{idle:?}");
    let owned = |it: &&(&str, &str, &str, &str)| !fields.contains(&(it.0.to_owned(), it.1.to_owned()));
    let strangers: Vec<_> = OF_ONE.iter().chain(HELP_OF_ONE).filter(owned).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}
