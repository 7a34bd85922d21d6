//! A vector: given what happened, when something is submitted or asked, then exactly this is the answer.
//!
//! The format is described in `tests/README.md`; each language has a runner of a few dozen lines.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Mutex, PoisonError},
};

use joint_meeting::{
    Charter, JointMeeting, Submission,
    charter::outline,
    time::{Date, Period},
    wire::{self, Question},
};
use joint_meeting_documents::wire::{PaperOffice, PaperQuestion};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::layout;

/// A file of vectors on one subject.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The charter of all vectors in the file.
    pub charter: String,
    /// The vectors.
    pub vectors: Vec<Vector>,
}

/// One vector.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    /// What it shows.
    pub name: String,
    /// Settings put in the place of the charter's own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub settings: BTreeMap<String, Value>,
    /// Readings fixed in the place of the charter's own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub readings: BTreeMap<String, String>,
    /// Later versions of the charter, each by what it puts in the place of the version before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<Version>,
    /// Lower bodies, each under its own charter and with what happened in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Child>,
    /// What happened before: the name of a story in `given/`, or a submission that is accepted.
    #[serde(default)]
    pub given: Vec<Value>,
    /// A submission put to the rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Value>,
    /// A question under its one key, and under `acts`, `clauses`, `rules` or `rows` in it the part of the answer that is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<BTreeMap<String, Value>>,
    /// The answer; in the file the entry of an accepted act is in short, and [`all`] makes it whole.
    #[serde(default)]
    pub then: Value,
}

/// A lower body.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Child {
    /// Its charter.
    pub charter: String,
    /// What happened in it, as for the body itself.
    pub given: Vec<Value>,
}

/// A later version of the charter.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The file of a charter that comes with the library, in the place of the one before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charter: Option<String>,
    /// Its number; a charter file has its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// Settings that it puts in the place of those before.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub settings: BTreeMap<String, Value>,
    /// Readings that it fixes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub readings: BTreeMap<String, String>,
}

/// The stories that vectors begin with, by name.
pub type Stories = BTreeMap<String, Vec<Value>>;

/// Reads `vectors/given/*.json`.
pub fn stories() -> Stories {
    crate::files("vectors/given", ".json").iter().flat_map(|it| read::<Stories>(it)).collect()
}

/// Reads a JSON file.
pub fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> T {
    let text = std::fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// The charter with settings and readings put in the place of its own.
pub fn charter(id: &str, settings: &BTreeMap<String, Value>, readings: &BTreeMap<String, String>) -> Charter {
    version(id, None, settings, readings)
}

/// Reading a charter takes longer than what is asked of it: each is read once.
fn version(
    id: &str,
    version: Option<u32>,
    settings: &BTreeMap<String, Value>,
    readings: &BTreeMap<String, String>,
) -> Charter {
    static READ: Mutex<BTreeMap<String, Charter>> = Mutex::new(BTreeMap::new());
    let key = json!([id, version, settings, readings]).to_string();
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    read.entry(key).or_insert_with(|| load(id, version, settings, readings)).clone()
}

fn load(
    id: &str,
    version: Option<u32>,
    settings: &BTreeMap<String, Value>,
    readings: &BTreeMap<String, String>,
) -> Charter {
    let file = file(id);
    if settings.is_empty() && readings.is_empty() && version.is_none() {
        return Charter::from_json(&file).unwrap_or_else(|why| panic!("{id}: {why}"));
    }
    let mut file: Value = serde_json::from_str(&file).expect("the charter is JSON");
    if let Some(version) = version {
        file["version"] = json!(version);
    }
    for clause in file["clauses"].as_array_mut().into_iter().flatten() {
        for (key, value) in settings {
            let silences = clause.get_mut("silent").and_then(Value::as_array_mut);
            let silent = silences.is_some_and(|all| {
                let before = all.len();
                all.retain(|it| it != key);
                all.len() < before
            });
            if silent || clause["sets"].get(key).is_some() {
                clause["sets"][key] = value.clone();
            }
            if value.is_null() && clause["sets"].get(key).is_some() {
                clause["sets"].as_object_mut().map(|it| it.remove(key));
                match &mut clause["silent"] {
                    Value::Array(all) => all.push(json!(key)),
                    none => *none = json!([key]),
                }
            }
        }
        for (key, option) in readings {
            if clause["readings"].get(key).is_some() {
                clause["readings"][key] = json!({ "fixed": option });
            }
        }
        // Looking a key up makes it; an empty one says nothing.
        if let Some(clause) = clause.as_object_mut() {
            clause.retain(|_, value| !value.is_null());
        }
    }
    Charter::from_json(&file.to_string()).unwrap_or_else(|why| panic!("{id}: {why}"))
}

/// The charters of bodies that come with the library, and those that only tests use, each under the name of its file.
pub fn charters() -> Vec<(String, Charter)> {
    let bundled = joint_meeting::charters::ALL.iter().map(|(name, _)| (*name).to_owned());
    let of_tests = crate::files("charters", ".json").into_iter();
    let of_tests =
        of_tests.map(|it| it.file_stem().expect("a file has a name").to_string_lossy().into_owned());
    let load = |name: String| {
        let charter = charter(&name, &BTreeMap::new(), &BTreeMap::new());
        (name, charter)
    };
    bundled.chain(of_tests).map(load).collect()
}

/// A charter file that comes with the library, or one that only tests use.
fn file(name: &str) -> String {
    let bundled = joint_meeting::charters::get(name).map(str::to_owned);
    let path = crate::folder("charters").join(format!("{name}.json"));
    bundled.unwrap_or_else(|| {
        std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
    })
}

impl File {
    /// The text of the file: entries of accepted acts in short, laid out as all files of vectors are.
    pub fn text(mut self, stories: &Stories) -> String {
        self.vectors.iter_mut().for_each(|it| it.shorten(stories));
        layout::lay_out(&serde_json::to_string(&self).expect("vectors are JSON"))
    }
}

impl Vector {
    /// The charter, and its later versions.
    fn charters(&self, id: &str) -> Vec<Charter> {
        let (mut id, mut settings, mut readings) = (id, self.settings.clone(), self.readings.clone());
        let mut charters = vec![charter(id, &settings, &readings)];
        for it in &self.versions {
            if let Some(file) = &it.charter {
                (id, settings, readings) = (file, BTreeMap::new(), BTreeMap::new());
            }
            settings.extend(it.settings.clone());
            readings.extend(it.readings.clone());
            charters.push(version(id, it.version, &settings, &readings));
        }
        charters
    }

    fn body(&self, charters: Vec<Charter>, given: &[Value], stories: &Stories) -> JointMeeting {
        let mut body = JointMeeting::new(charters).expect("the versions make a body");
        for step in unfold(given, stories) {
            if let Err(refusal) = body.perform(submission(&step)) {
                panic!("`{}`: given {step} is refused: {}", self.name, json!(refusal));
            }
        }
        body
    }

    /// What an entry repeats: the submission, the time of recording if it is not said, and the number that follows.
    fn repeated(&self, stories: &Stories) -> Map<String, Value> {
        let mut repeated = self.when.as_ref().and_then(Value::as_object).cloned().unwrap_or_default();
        let at = repeated.get("at").cloned().unwrap_or_default();
        repeated.entry("recorded_at").or_insert(at);
        repeated.insert("no".to_owned(), json!(unfold(&self.given, stories).len() + 1));
        repeated
    }

    fn accepted(&mut self) -> Option<&mut Map<String, Value>> {
        self.when.as_ref().and_then(|_| self.then.get_mut("accepted")?.as_object_mut())
    }

    /// Leaves out of the entry of an accepted act what it only repeats.
    fn shorten(&mut self, stories: &Stories) {
        let repeated = self.repeated(stories);
        if let Some(entry) = self.accepted() {
            entry.retain(|key, value| repeated.get(key) != Some(value));
        }
    }

    /// Puts what was left out into the entry again.
    fn complete(&mut self, stories: &Stories) {
        let repeated = self.repeated(stories);
        if let Some(entry) = self.accepted() {
            let stated = std::mem::replace(entry, repeated);
            entry.extend(stated);
        }
    }

    /// The body after what is given.
    pub fn told(&self, charter_id: &str, stories: &Stories) -> JointMeeting {
        self.body(self.charters(charter_id), &self.given, stories)
    }

    /// The answer, as JSON, without the table of working days by which it was reckoned.
    pub fn run(&self, charter_id: &str, stories: &Stories) -> Value {
        let mut answer = self.asked(charter_id, stories);
        leave_out_table(&mut answer);
        answer
    }

    fn asked(&self, charter_id: &str, stories: &Stories) -> Value {
        let body = self.told(charter_id, stories);
        let child = |it: &Child| {
            let charter = charter(&it.charter, &BTreeMap::new(), &BTreeMap::new());
            self.body(vec![charter], &it.given, stories)
        };
        let children: Vec<JointMeeting> = self.children.iter().map(child).collect();
        match (&self.when, &self.ask) {
            (Some(when), None) => json!(wire::Decision::from(body.decide(&submission(when)))),
            (None, Some(ask)) => answer(ask, &body, &children),
            _ => panic!("`{}`: a vector has a `when` or an `ask`", self.name),
        }
    }
}

/// A step of a story, to be submitted.
pub fn submission(step: &Value) -> Submission {
    wire::from_str(&step.to_string()).unwrap_or_else(|why| panic!("{step}: {why}"))
}

/// Stories may begin with other stories.
pub fn unfold(given: &[Value], stories: &Stories) -> Vec<Value> {
    let one = |it: &Value| match it {
        Value::String(name) => {
            let story = stories.get(name).unwrap_or_else(|| panic!("there is no story `{name}`"));
            unfold(story, stories)
        }
        step => vec![step.clone()],
    };
    given.iter().flat_map(one).collect()
}

/// The steps of a story.
pub fn story(name: &str) -> Vec<Value> {
    unfold(&[Value::from(name)], &stories())
}

/// Tells a body a story.
pub fn tell(body: &mut JointMeeting, name: &str) {
    for step in story(name) {
        body.perform(submission(&step)).unwrap_or_else(|why| panic!("{name}: {step}: {why:?}"));
    }
}

/// The part of an answer that is looked at.
fn answer(ask: &BTreeMap<String, Value>, body: &JointMeeting, children: &[JointMeeting]) -> Value {
    let Some((question, about)) = ask.iter().next() else { return Value::Null };
    let mut about = about.clone();
    let mut looked_at = Vec::new();
    for key in ["acts", "clauses", "rules", "rows"] {
        if let Some(Value::Array(names)) = about.as_object_mut().and_then(|it| it.remove(key)) {
            looked_at = names;
        }
    }
    match question.as_str() {
        "family" => return family(&about, body, children, &looked_at),
        "papers" => return papers(about, body, &looked_at),
        "outline" => return json!(outline(official(&about))),
        "check_text" => {
            let on = about["on"].as_str().and_then(|it| it.parse().ok()).expect("a day");
            return json!(body.charter_on(on).check_text(official(&about)));
        }
        _ => {}
    }
    let question_text = json!({ question: about }).to_string();
    let read: Question =
        wire::from_str(&question_text).unwrap_or_else(|why| panic!("{question_text}: {why}"));
    let answered = match read.answer(body, &[]) {
        Ok(answered) => answered,
        Err(why) => return json!({ "error": why }),
    };
    let mut answer: Value = serde_json::from_str(&answered.json).expect("an answer is JSON");
    match question.as_str() {
        "audit" => look_at(&mut answer, &looked_at),
        "obligations" => keep(&mut answer, |it| looked_at.contains(&it["rule"])),
        "options" => keep(&mut answer, |it| looked_at.contains(&it["act"]["type"])),
        _ => {}
    }
    answer
}

/// The official text of a question about one.
fn official(about: &Value) -> &str {
    about["text"].as_str().expect("an official text")
}

/// What is asked of several bodies at once.
fn family(about: &Value, body: &JointMeeting, children: &[JointMeeting], clauses: &[Value]) -> Value {
    #[derive(Deserialize)]
    struct About {
        period: Period,
        on: Date,
    }

    let About { period, on } = wire::from_str(&about.to_string()).expect("a period and a day");
    let children: Vec<&JointMeeting> = children.iter().collect();
    let mut family = match body.audit_family(&children, period, on) {
        Ok(family) => json!(family),
        Err(why) => return json!({ "error": why.to_string() }),
    };
    look_at(&mut family["own"], clauses);
    for child in family["children"].as_array_mut().into_iter().flatten() {
        look_at(&mut child["audit"], clauses);
    }
    family
}

/// What is asked of an office about papers.
fn papers(about: Value, body: &JointMeeting, rows: &[Value]) -> Value {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct About {
        #[serde(default)]
        office: PaperOffice,
        question: PaperQuestion,
    }

    let text = about.to_string();
    let About { office, question } = wire::from_str(&text).unwrap_or_else(|why| panic!("{text}: {why}"));
    match question.answer(&office.desk(body, body.head(None)), &[]) {
        Ok(answer) => {
            let mut answer: Value = serde_json::from_str(&answer.json).expect("an answer is JSON");
            if let Some(findings) = answer.get_mut("findings") {
                keep(findings, |it| rows.contains(&it["row"]["id"]));
            }
            answer
        }
        Err(why) => json!({ "error": why }),
    }
}

/// Vectors do not say by which table of working days something was reckoned: the one in use grows from year to year.
fn leave_out_table(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, it| {
                !(key == "known_through" || (key == "calendar" && it.get("digest").is_some()))
            });
            fields.values_mut().for_each(leave_out_table);
        }
        Value::Array(all) => all.iter_mut().for_each(leave_out_table),
        _ => {}
    }
}

/// Keeps the clauses of an audit that are looked at.
fn look_at(audit: &mut Value, clauses: &[Value]) {
    let Some(audit) = audit.as_object_mut() else { return };
    if let Some(all) = audit.get_mut("clauses") {
        keep(all, |it| clauses.contains(&it["clause"]));
    }
    for earlier in audit.get_mut("earlier").and_then(Value::as_array_mut).into_iter().flatten() {
        look_at(earlier, clauses);
    }
}

/// Keeps those of a list that are looked at.
fn keep(list: &mut Value, looked_at: impl Fn(&Value) -> bool) {
    if let Some(all) = list.as_array_mut() {
        all.retain(looked_at);
    }
}

/// Every file of vectors, with its name. What the entries of accepted acts repeat is in them.
pub fn all() -> Vec<(String, File)> {
    let stories = stories();
    let named = crate::files("vectors", ".json").into_iter().map(|path| {
        let name = path.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let mut file: File = read(&path);
        file.vectors.iter_mut().for_each(|it| it.complete(&stories));
        (name, file)
    });
    named.collect()
}
