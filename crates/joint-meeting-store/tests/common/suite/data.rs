//! The cases that are data, which other languages run as well.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use joint_meeting::{answer::Refusal, journal::Head, wire};
use joint_meeting_store::{
    CharterSource, Exported, Held, StoreError, create, export, import, upgrade, verify,
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::common::{
    data, name,
    places::{Any, Place},
};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoreCase {
    pub name: String,
    steps: Vec<Step>,
}

/// What one of several hosts does, and what it is told.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    #[serde(default = "one")]
    host: String,
    #[serde(default = "dogs")]
    body: String,
    #[serde(rename = "do")]
    what: String,
    #[serde(default)]
    with: Value,
    then: Value,
}

fn one() -> String {
    "one".to_owned()
}

fn dogs() -> String {
    "dogs".to_owned()
}

pub fn cases() -> Vec<StoreCase> {
    let mut files: Vec<_> = fs::read_dir(data("store")).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    let read = |it| serde_json::from_str::<Vec<StoreCase>>(&fs::read_to_string(it).unwrap()).unwrap();
    files.iter().flat_map(read).collect()
}

pub fn run(case: &StoreCase, place: &dyn Place) {
    let mut hosts = Hosts {
        place,
        read_only: BTreeSet::new(),
        held: BTreeMap::new(),
        heads: BTreeMap::new(),
        exported: None,
    };
    for (ix, step) in case.steps.iter().enumerate() {
        let found = hosts.does(step).unwrap_or_else(|why| json!({"error": why.kind()}));
        assert_eq!(found, step.then, "{}: step {}", case.name, ix + 1);
    }
}

struct Hosts<'p> {
    place: &'p dyn Place,
    /// The hosts that opened the store to read.
    read_only: BTreeSet<String>,
    held: BTreeMap<(String, String), Held<Any>>,
    /// Heads that were kept, by the number of entries.
    heads: BTreeMap<(String, u32), Head>,
    exported: Option<Exported>,
}

impl Hosts<'_> {
    fn does(&mut self, Step { host, body, what, with, .. }: &Step) -> Result<Value, StoreError> {
        let (store, body_name) = (self.store(host), body.parse()?);
        let text = with.to_string();
        match what.as_str() {
            "create" => create(&store, &body_name, &[source(with)]).map(|()| json!({})),
            "add_charter" => store.add_charter(&body_name, &source(with)).map(|()| json!({})),
            "submit" => {
                let answer = self.held(host, body)?.perform(&wire::from_str(&text).unwrap())?;
                Ok(answer.map_or_else(|it| refused(&it), |it| json!({"no": it.no})))
            }
            "submit_all" => {
                let answer = self.held(host, body)?.perform_all(&wire::submissions(&text).unwrap())?;
                let nos = |it: Vec<joint_meeting::Entry>| it.iter().map(|it| it.no).collect::<Vec<_>>();
                let at = |index: usize, mut it: Value| {
                    it["index"] = json!(index);
                    it
                };
                Ok(answer.map_or_else(|it| at(it.index, refused(&it.refusal)), |it| json!({"nos": nos(it)})))
            }
            "open" => Ok(json!({"entries": self.held(host, body)?.body().entries().len()})),
            "open_to_read" => {
                self.read_only.insert(host.clone());
                Ok(json!({"entries": self.held(host, body)?.body().entries().len()}))
            }
            "as_of" => {
                let wire::Moment { at } = wire::from_str(&text).unwrap();
                Ok(json!({"entries": self.held(host, body)?.as_of(at).entries().len()}))
            }
            "catch_up" => Ok(json!({"entries": self.held(host, body)?.catch_up()?})),
            "keep_head" => {
                let head = self.held(host, body)?.head().clone();
                self.heads.insert((body.clone(), head.count), head.clone());
                Ok(json!({"count": head.count}))
            }
            "cut_off" => {
                self.place.cut_off(body, u32::try_from(with.as_u64().unwrap()).unwrap());
                Ok(json!({}))
            }
            "replace" => {
                self.place.replace(body, with.as_str().unwrap());
                Ok(json!({}))
            }
            "set_now" => {
                let wire::Moment { at } = wire::from_str(&text).unwrap();
                self.held(host, body)?.set_now(at);
                Ok(json!({}))
            }
            "damage" => {
                let word = |key: &str| with[key].as_str().unwrap();
                let no = u32::try_from(with["no"].as_u64().unwrap()).unwrap();
                self.place.damage(body, no, word("from"), word("to"));
                Ok(json!({}))
            }
            "verify" => {
                let kept = with.as_u64().map(|it| &self.heads[&(body.clone(), u32::try_from(it).unwrap())]);
                match verify(&store, &body_name, kept) {
                    Err(StoreError::Journal { why: joint_meeting::ReplayError::Journal(it), .. }) => {
                        Ok(json!({"error": "journal", "line": it.line}))
                    }
                    found => {
                        let found = found?;
                        Ok(json!({"count": found.head.count, "breaches": found.breaches.len()}))
                    }
                }
            }
            "heads" => {
                let heads = store.heads(with.as_str().map(name).as_ref(), 100)?;
                Ok(heads.iter().map(|(body, head)| json!([body.as_str(), head.count])).collect())
            }
            "bodies" => {
                let bodies = store.bodies(with.as_str().map(name).as_ref(), 100)?;
                Ok(bodies.iter().map(|it| json!(it.as_str())).collect())
            }
            "upgrade" => upgrade(&store, &body_name).map(|it| json!({"count": it.count})),
            "import_files" => {
                let journal = fs::read(data(with["journal"].as_str().unwrap())).unwrap();
                import(&store, &body_name, &Exported::new(vec![source(&with["charter"])], journal))
                    .map(|it| json!({"count": it.count}))
            }
            "export" => {
                let exported = export(&store, &body_name)?;
                let before = self.exported.replace(exported.clone());
                Ok(before.map_or(json!({}), |it| json!({"same": it == exported})))
            }
            "import" => {
                let mut exported = self.exported.clone().unwrap();
                for change in with.as_array().into_iter().flatten() {
                    let (from, to) = (change[0].as_str().unwrap(), change[1].as_str().unwrap());
                    let text = String::from_utf8(exported.journal).unwrap();
                    assert!(text.contains(from) || from.is_empty());
                    exported.journal =
                        if from.is_empty() { to.to_owned() + &text } else { text.replace(from, to) }
                            .into_bytes();
                }
                import(&store, &body_name, &exported).map(|it| json!({"count": it.count}))
            }
            other => panic!("nobody can `{other}`"),
        }
    }

    /// The store as a host has it.
    fn store(&self, host: &str) -> Any {
        if self.read_only.contains(host) { self.place.open_read_only() } else { self.place.open() }
    }

    /// What a host holds; it opens a body once.
    fn held(&mut self, host: &str, body: &str) -> Result<&mut Held<Any>, StoreError> {
        let key = (host.to_owned(), body.to_owned());
        if !self.held.contains_key(&key) {
            self.held.insert(key.clone(), Held::open(self.store(host), &body.parse()?)?);
        }
        Ok(self.held.get_mut(&key).unwrap())
    }
}

fn source(name: &Value) -> CharterSource {
    let text = name.as_str().unwrap();
    let file =
        || if text.ends_with(".json") { fs::read_to_string(data(text)).unwrap() } else { text.to_owned() };
    CharterSource::bundled(text).unwrap_or_else(|| CharterSource::new(file()))
}

fn refused(it: &Refusal) -> Value {
    let rules = match it {
        Refusal::Names { .. } => vec!["names"],
        other => other.grounds().iter().map(|it| it.rule).collect(),
    };
    json!({"refused": rules})
}
