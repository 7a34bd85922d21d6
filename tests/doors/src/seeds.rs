//! Input to begin with: what the vectors, the scenario, the charters and the tables of bad input put in at each door.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use joint_meeting::{Language, wire};
use joint_meeting_documents::{Desk, Given, PaperWords};
use serde_json::{Value, json};

use crate::{Door, folder, ground::bodies};

/// How many submissions of one act and one set of fields are kept.
const OF_A_SHAPE: usize = 2;

/// How many entries a journal to begin with has.
const LINES: usize = 24;

/// The fields of questions; a vector that compares a part of the answer has more.
const ASKED: [&str; 8] = ["period", "on", "horizon_days", "by", "at", "subject", "rule", "no"];

/// The inputs for a door, each once.
///
/// # Panics
/// If a file beside the vectors cannot be read.
pub fn seeds(door: Door) -> BTreeSet<Vec<u8>> {
    let mut all: BTreeSet<Vec<u8>> = good(door).into_iter().map(String::into_bytes).collect();
    for table in ["malformed.json", "papers/malformed.json"] {
        let of_door = list(&read(table)).into_iter().filter(|it| it["door"] == door.name());
        all.extend(of_door.filter_map(|it| Some(it["input"].as_str()?.as_bytes().to_vec())));
    }
    all
}

fn good(door: Door) -> Vec<String> {
    match door {
        Door::Submission => submissions(),
        Door::Submissions => submissions().chunks(12).map(|it| format!("[{}]", it.join(","))).collect(),
        Door::Entry => entries(),
        Door::Question => questions(),
        Door::Head => bodies().iter().map(|it| wire::to_string(&it.head(None))).collect(),
        Door::Journal => {
            let first = |text: &str| text.split_inclusive('\n').take(LINES + 1).collect::<String>();
            bodies().iter().map(|it| first(&it.journal().0)).chain([text("journals/v1.jsonl")]).collect()
        }
        Door::Calendar => {
            let known = text("../crates/joint-meeting/data/cn-working-days.csv");
            let shorter = known.lines().take(40).map(|it| format!("{it}\n")).collect();
            vec![known, shorter]
        }
        Door::Charter => charters(),
        Door::OfficialText => charters().iter().map(|it| official_text(it)).collect(),
        Door::Papers => papers(),
        Door::Office => words().iter().map(|it| format!("{{\"words\": {it}}}")).chain(given()).collect(),
        Door::Words => words(),
        Door::Paper => {
            let given = Given::default();
            let desk = Desk::new(&bodies()[2], PaperWords::built_in(Language::Zh), &given);
            let filed = desk.evidence(2022, "2023-01-15".parse().expect("a day")).expect("they can be made");
            let one_of_each: BTreeMap<_, _> =
                filed.into_iter().map(|it| (it.paper.name.clone(), it)).collect();
            one_of_each.values().map(|it| wire::to_string(&it.paper)).collect()
        }
        Door::Known => {
            let cases = read("checks.json");
            let mut known = BTreeSet::new();
            visit(&cases, &mut |it| known.extend(it.get("known").map(Value::to_string)));
            known.into_iter().collect()
        }
    }
}

fn submissions() -> Vec<String> {
    let mut shapes: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut all = Vec::new();
    for file in vectors() {
        visit(&file, &mut |it| {
            let Some(act) = it.get("act").and_then(Value::as_object) else { return };
            let shape = act.iter().map(|(key, it)| if key == "type" { it.to_string() } else { key.clone() });
            let known = shapes.entry(shape.collect()).or_default();
            *known += 1;
            if *known <= OF_A_SHAPE {
                all.push(json!(it).to_string());
            }
        });
    }
    all
}

fn entries() -> Vec<String> {
    let one_of_each: BTreeMap<_, _> =
        bodies().iter().flat_map(|it| it.entries()).map(|it| (it.act.kind(), it)).collect();
    one_of_each.into_values().map(wire::to_string).collect()
}

fn questions() -> Vec<String> {
    let mut all = BTreeSet::new();
    for file in vectors() {
        visit(&file, &mut |it| {
            let Some(ask) = it.get("ask").and_then(Value::as_object) else { return };
            for (name, fields) in ask {
                let asked = fields.as_object().into_iter().flatten();
                let asked: Fields = asked
                    .filter(|(key, _)| ASKED.contains(&key.as_str()))
                    .map(|(key, it)| (key.clone(), it.clone()))
                    .collect();
                if name != "papers" {
                    all.insert(json!({ name: asked }).to_string());
                }
            }
        });
    }
    all.extend([json!({"breaches": {}}), json!({"entries": {}})].map(|it| it.to_string()));
    all.into_iter().collect()
}

fn papers() -> Vec<String> {
    let mut all = vec![
        json!({"evidence": {"year": 2022, "on": "2023-01-15"}}),
        json!({"calendar": {"from": "2022-01-01", "to": "2022-12-31", "on": "2022-06-30"}}),
    ];
    for file in vectors() {
        visit(&file, &mut |it| all.extend(asked_of_papers(it, "question")));
    }
    for line in list(&read("papers/wanted.json")) {
        for question in ["paper", "check", "known"] {
            all.push(json!({ question: { "wanted": line["wanted"] } }));
        }
    }
    all.iter().map(Value::to_string).collect()
}

/// A part of what a vector asks about papers.
fn asked_of_papers(vector: &Fields, part: &str) -> Option<Value> {
    vector.get("ask")?.get("papers")?.get(part).cloned()
}

fn given() -> Vec<String> {
    let mut all = Vec::new();
    for file in vectors() {
        visit(&file, &mut |it| all.extend(asked_of_papers(it, "office").map(|it| it.to_string())));
    }
    all
}

fn charters() -> Vec<String> {
    let folders = ["../crates/joint-meeting/charters", "charters"];
    folders.iter().flat_map(|it| files(&folder(it))).collect()
}

fn words() -> Vec<String> {
    files(&folder("../crates/joint-meeting-documents/templates"))
}

/// A text such as a charter has: what its file quotes, under headings of several levels.
fn official_text(charter: &str) -> String {
    const MARKS: [&str; 6] = ["第一章 ", "第一条 ", "一、", "（一）", "1. ", ""];
    let mut lines = Vec::new();
    let charter: Value = serde_json::from_str(charter).expect("a charter is JSON");
    visit(&charter["clauses"], &mut |it| {
        let said = it.values().filter_map(Value::as_str).filter(|it| !it.is_ascii());
        lines.extend(said.zip(MARKS.iter().cycle()).map(|(it, mark)| format!("{mark}{it}")));
    });
    lines.join("\n")
}

/// The files of vectors and of the stories with which they begin.
fn vectors() -> Vec<Value> {
    let folders = [folder("vectors"), folder("vectors/given")];
    let texts = folders.iter().flat_map(|it| files(it));
    texts.map(|it| serde_json::from_str(&it).expect("a file of vectors is JSON")).collect()
}

type Fields = serde_json::Map<String, Value>;

/// Calls for every object, the outer before the inner.
fn visit(value: &Value, look: &mut dyn FnMut(&Fields)) {
    match value {
        Value::Object(it) => {
            look(it);
            it.values().for_each(|it| visit(it, look));
        }
        Value::Array(all) => all.iter().for_each(|it| visit(it, look)),
        _ => {}
    }
}

/// The texts of the JSON files in a folder, in the order of their names.
fn files(folder: &Path) -> Vec<String> {
    let all = fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    let paths: BTreeSet<_> = all.map(|it| it.expect("it can be listed").path()).collect();
    let json = paths.iter().filter(|it| it.extension().is_some_and(|it| it == "json"));
    json.map(|it| fs::read_to_string(it).expect("it can be read")).collect()
}

fn text(name: &str) -> String {
    let path = folder(name);
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

fn read(name: &str) -> Value {
    serde_json::from_str(&text(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}
