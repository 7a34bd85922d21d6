//! Every kind of finding of `Charter::lint`, shown by `lints.json`: a charter that has it, and one that nearly has it.
//!
//! A case changes a charter that comes with the library; the format is described in `tests/README.md`.

use std::collections::{BTreeMap, BTreeSet};

use conformance::{vector, words::foreign};
use joint_meeting::{
    Charter, Language,
    authoring::{Lint, LintFinding},
    charters,
};
use serde::Deserialize;
use serde_json::{Value, json};

/// What a finding is compared by: its code, its place, what it is about.
type Expected = (String, String, String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// The charter that the cases change.
    base: String,
    /// What is found in charters as they are.
    as_they_are: BTreeMap<String, Vec<Expected>>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    code: String,
    /// A charter of its own, in the place of the base.
    #[serde(default)]
    of: Option<Value>,
    with: Change,
    /// All that is found and was not found before.
    found: Vec<Expected>,
    /// Another change, with which nothing of the kind is found.
    near: Change,
}

/// What is put in the place of a charter's own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    /// Settings: a value, or `null` for silence.
    #[serde(default)]
    settings: BTreeMap<String, Value>,
    /// Readings; `null` takes the question out.
    #[serde(default)]
    readings: BTreeMap<String, Value>,
    /// Rules that no clause claims any more.
    #[serde(default)]
    unclaimed: Vec<String>,
    /// Fields of the file's head.
    #[serde(default)]
    head: BTreeMap<String, Value>,
    /// Fields of clauses, by clause.
    #[serde(default)]
    clauses: BTreeMap<String, BTreeMap<String, Value>>,
    /// Further units, posts and clauses.
    #[serde(default)]
    more: BTreeMap<String, Vec<Value>>,
    /// Settings that no clause speaks of any more.
    #[serde(default)]
    unspoken: Vec<String>,
    /// An official text to compare with.
    #[serde(default)]
    text: Option<String>,
}

fn list(clause: &mut Value, field: &str) -> Vec<Value> {
    clause[field].as_array().cloned().unwrap_or_default()
}

impl Change {
    fn charter(&self, mut file: Value) -> Charter {
        for (key, value) in &self.head {
            file[key] = value.clone();
        }
        for clause in file["clauses"].as_array_mut().unwrap() {
            self.put(clause);
        }
        for (key, more) in &self.more {
            file[key].as_array_mut().expect("a list").extend(more.clone());
        }
        Charter::from_json(&file.to_string()).unwrap_or_else(|why| panic!("{why}"))
    }

    fn put(&self, clause: &mut Value) {
        let mut silent = list(clause, "silent");
        for (key, value) in self
            .settings
            .iter()
            .map(|(key, value)| (key, Some(value)))
            .chain(self.unspoken.iter().map(|it| (it, None)))
        {
            let sets = clause["sets"].as_object_mut().is_some_and(|it| it.remove(key).is_some());
            let was_silent = silent.contains(&json!(key));
            silent.retain(|it| it != key);
            match value {
                Some(Value::Null) if sets || was_silent => silent.push(json!(key)),
                Some(value) if sets || was_silent => clause["sets"][key] = value.clone(),
                _ => {}
            }
        }
        clause["silent"] = json!(silent);
        for (key, value) in &self.readings {
            if clause["readings"].get(key).is_some() {
                clause["readings"][key] = value.clone();
                clause["readings"].as_object_mut().unwrap().retain(|_, it| !it.is_null());
            }
        }
        let mut rules = list(clause, "rules");
        rules.retain(|it| !self.unclaimed.iter().any(|rule| it == rule));
        clause["rules"] = json!(rules);
        let id = clause["id"].as_str().unwrap_or_default().to_owned();
        for (field, value) in self.clauses.get(&id).into_iter().flatten() {
            clause[field] = value.clone();
        }
        // Looking a key up makes it; an empty one says nothing.
        clause.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    }

    fn findings(&self, base: &Value) -> Vec<LintFinding> {
        let charter = self.charter(base.clone());
        match &self.text {
            Some(text) => charter.lint_text(text),
            None => charter.lint(),
        }
    }
}

fn code(code: Lint) -> String {
    json!(code).as_str().unwrap().to_owned()
}

fn expected(findings: &[LintFinding]) -> Vec<Expected> {
    findings.iter().map(|it| (code(it.code), it.place.clone(), it.about.clone())).collect()
}

fn load(name: &str) -> Charter {
    Charter::from_json(charters::get(name).unwrap_or_else(|| panic!("no charter `{name}`"))).unwrap()
}

impl File {
    /// The charter that a case changes.
    fn base(&self, case: &Case) -> Value {
        let base = || serde_json::from_str(charters::get(&self.base).expect("the base is there")).unwrap();
        case.of.clone().unwrap_or_else(base)
    }
}

fn file() -> File {
    vector::read(&conformance::folder("lints.json"))
}

#[test]
fn every_case_is_found_and_its_near_miss_is_not() {
    let file = file();
    for case in &file.cases {
        let base = file.base(case);
        let before = expected(&Charter::from_json(&base.to_string()).unwrap().lint());
        let findings = expected(&case.with.findings(&base));
        let new: Vec<Expected> = findings.into_iter().filter(|it| !before.contains(it)).collect();
        assert_eq!(json!(new), json!(case.found), "{}", case.code);
        assert!(new.iter().any(|(it, _, _)| *it == case.code), "{} is not found", case.code);
        let near = expected(&case.near.findings(&base));
        let near: Vec<&Expected> =
            near.iter().filter(|it| it.0 == case.code && !before.contains(it)).collect();
        assert!(near.is_empty(), "{}: the near miss has {near:?}", case.code);
    }
}

#[test]
fn every_kind_has_a_case() {
    let file = file();
    let shown = file.cases.iter().map(|it| it.code.clone());
    let shown: BTreeSet<String> =
        shown.chain(file.as_they_are.into_values().flatten().map(|it| it.0)).collect();
    let all: BTreeSet<String> = Lint::ALL.iter().map(|it| code(*it)).collect();
    assert_eq!(shown, all);
}

/// Of a charter that is silent on nothing, so that much is unspoken, how many settings are.
fn folded(mut findings: Vec<Expected>) -> Vec<Expected> {
    let unspoken = |it: &Expected| it.0 == code(Lint::SettingUnspoken);
    let (count, first) =
        (findings.iter().filter(|it| unspoken(it)).count(), findings.iter().position(unspoken));
    if let Some(first) = first.filter(|_| count > 10) {
        findings.retain(|it| !unspoken(it));
        findings.insert(first, (code(Lint::SettingUnspoken), String::new(), count.to_string()));
    }
    findings
}

#[test]
fn charters_as_they_are_have_these_findings() {
    let known = file().as_they_are;
    let general = charters::GENERAL.iter().map(|(name, _)| ((*name).to_owned(), load(name)));
    let all = general.chain(vector::charters());
    let found: BTreeMap<String, _> = all.map(|(name, it)| (name, folded(expected(&it.lint())))).collect();
    assert_eq!(json!(found), json!(known));
}

/// The street's text is part of this repository: every key phrase is at its place, and every part is cited.
#[test]
fn the_street_charter_fits_its_text() {
    let text = std::fs::read_to_string(conformance::folder("../docs/guide/street-charter.zh.txt")).unwrap();
    let street = load("nankai-street-dog");
    assert_eq!(street.check_text(&text), []);
    assert_eq!(expected(&street.lint_text(&text)), expected(&street.lint()));
}

/// In both languages, with nothing left to fill in, and in the order of the kinds.
#[test]
fn findings_can_be_read() {
    let file = file();
    for case in &file.cases {
        let findings = case.with.findings(&file.base(case));
        assert!(findings.is_sorted_by_key(|it| it.code), "{}", case.code);
        for it in &findings {
            for language in [Language::Zh, Language::En] {
                let words = it.render(language);
                assert!(words.starts_with(&it.place) && !words.contains('{'), "{words}");
                let sentence = words.strip_prefix(&it.place).unwrap_or_default();
                assert!(foreign(sentence, language).is_empty(), "{words}");
            }
            assert!(!it.zh.is_ascii() && !it.en.is_empty());
        }
    }
}
