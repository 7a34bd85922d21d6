//! Random charters, made from the schema of the settings and the list of the rules, so that new ones are in them at once.
//!
//! What no schema says is said here: which names must be defined, which dates must follow one another, what stands once.

use std::collections::{BTreeMap, BTreeSet};

use joint_meeting::chrono::{Days, NaiveDate};
use joint_meeting::{
    Charter,
    charter::{ReadingKey, SettingKey},
    charters, rule,
    words::{MeetingKind, Role, Step},
};
use schemars::schema_for;
use serde_json::{Map, Value, json};

use crate::{founding, rng::Rng};

/// The names that a charter has to refer to.
struct Names {
    units: Vec<String>,
    posts: Vec<String>,
    classes: Vec<String>,
}

/// A charter file that must load. The size bounds how much stands in it.
pub fn charter(rng: &mut Rng, size: usize) -> Value {
    let names = Names {
        units: (0..1 + rng.below(size.min(6))).map(|it| format!("u{it}")).collect(),
        posts: (0..rng.below(size.min(5) + 1)).map(|it| format!("post{it}")).collect(),
        classes: (0..rng.below(3)).map(|it| format!("class{it}")).collect(),
    };
    let general = rng.chance(8);
    let claimed = claims(rng, size);
    let mut dates: Vec<String> = (0..3).map(|_| date(rng)).collect();
    dates.sort();
    let mut parts: Vec<Part> = claimed.iter().map(|it| Part::Rule((*it).to_owned())).collect();
    // What binds from above claims rules of its own.
    let governed_by = governing(rng);
    let claimed: BTreeSet<&str> = governed_by.iter().flat_map(|it| claims_of(it)).chain(claimed).collect();
    parts.extend(readings(rng, &claimed));
    parts.extend(all_settings(rng, &claimed, &names, &dates));
    let from_text = rng.chance(2);
    let mut file = json!({
        "format": 1, "id": "random", "version": 1 + rng.below(3),
        "title": words(rng), "level": text(rng), "jurisdiction": text(rng), "source": text(rng),
        "known_from": if from_text { "text" } else { "record" },
        "general": general,
        "governed_by": governed_by.iter().map(|it| bound(rng, it, &dates)).collect::<Vec<Value>>(),
        "offset": *rng.one_of(&["+08:00", "+00:00", "-03:30"]),
        "units": units(rng, &names),
        "posts": posts(rng, &names),
        "clauses": clauses(rng, parts, size, from_text),
    });
    if rng.chance(2) {
        file["issued"] = json!(dates[0]);
    }
    if rng.chance(6) {
        file["parent"] = json!("random-above");
    }
    file
}

/// Something that a clause does.
enum Part {
    Rule(String),
    Sets(String, Value),
    Silent(String),
    Reading(String, Value),
}

/// The rules that a general charter claims.
fn claims_of(general: &str) -> Vec<&'static str> {
    let file = charters::get(general).expect("it comes with the library");
    let general = Charter::from_json(file).expect("it loads");
    let rules = general.clauses().iter().flat_map(|it| &it.rules);
    rules.filter_map(|it| rule::find(it)).map(|it| it.id).collect()
}

/// Some of the rules, few or nearly all.
fn claims(rng: &mut Rng, size: usize) -> BTreeSet<&'static str> {
    let all: Vec<&str> = rule::guards().map(|it| it.id).chain(rule::duties().map(|(it, _)| it)).collect();
    let many = if rng.chance(4) { all.len() } else { rng.below(4 * size + 1) };
    (0..many).map(|_| *rng.one_of(&all)).collect()
}

fn asked<K: Copy + Ord + 'static>(
    claimed: &BTreeSet<&str>,
    of: impl Fn(&rule::Rule) -> &'static [K],
) -> BTreeSet<K> {
    claimed.iter().filter_map(|it| rule::find(it)).flat_map(|it| of(it).iter().copied()).collect()
}

fn readings(rng: &mut Rng, claimed: &BTreeSet<&str>) -> Vec<Part> {
    let asked = asked(claimed, |it| it.readings);
    let mut parts = Vec::new();
    for key in ReadingKey::ALL {
        if !asked.contains(key) && !rng.chance(4) {
            continue;
        }
        let reading = key.info();
        let mut options = reading.options.to_vec();
        let term = if rng.chance(2) {
            json!({"fixed": *rng.one_of(&options)})
        } else {
            while options.len() > 2 && rng.chance(2) {
                options.remove(rng.below(options.len()));
            }
            json!({"open": {"options": options, "suggested": *rng.one_of(&options)}})
        };
        parts.push(Part::Reading(reading.id.to_owned(), term));
    }
    parts
}

fn all_settings(rng: &mut Rng, claimed: &BTreeSet<&str>, names: &Names, dates: &[String]) -> Vec<Part> {
    let asked = asked(claimed, |it| it.settings);
    let speaks_of = *rng.one_of(&[1, 2, 5]);
    let mut parts = Vec::new();
    for key in SettingKey::ALL {
        if *key == SettingKey::MemberClasses && !names.classes.is_empty() {
            let class = |id: &String| json!({"id": id, "zh": "一类", "en": "a class"});
            let classes: Vec<Value> = names.classes.iter().map(class).collect();
            parts.push(Part::Sets(key.to_string(), json!(classes)));
            continue;
        }
        if !asked.contains(key) && !rng.chance(speaks_of) {
            continue;
        }
        let value = if rng.chance(4) { None } else { setting(rng, *key, names, dates) };
        parts.push(match value {
            Some(value) => Part::Sets(key.to_string(), value),
            None => Part::Silent(key.to_string()),
        });
    }
    parts
}

/// A value that fits the setting; none where it would need a name that the charter does not have.
fn setting(rng: &mut Rng, key: SettingKey, names: &Names, dates: &[String]) -> Option<Value> {
    let schema = key.schema().to_value();
    let mut making = Making { rng, names, defs: schema["$defs"].clone() };
    let mut value = making.value(&schema)?;
    // What the schema does not say.
    match key {
        SettingKey::EffectiveFrom => value = json!(dates[1]),
        SettingKey::Term => value = json!(dates[2]),
        SettingKey::MustState => {
            for it in value.as_array_mut()? {
                *it = json!(rng.one_of(SettingKey::ALL));
            }
        }
        SettingKey::Series => {
            for (n, it) in value.as_array_mut()?.iter_mut().enumerate() {
                it["id"] = json!(format!("series{n}"));
                it["code"] = json!(["津公南开函", "津卫南开函", "甲部函", "not Chinese"][n % 4]);
            }
        }
        SettingKey::ReportParts => {
            for (n, it) in value.as_array_mut()?.iter_mut().enumerate() {
                it["id"] = json!(format!("part{n}"));
            }
        }
        SettingKey::ReportDue => value = json!({"month": 1 + rng.below(12), "day": 1 + rng.below(29)}),
        SettingKey::CloseOfWork => value = json!({"hour": rng.below(24), "minute": rng.below(60)}),
        _ => {}
    }
    Some(value)
}

/// A value in the making, from its schema.
struct Making<'r> {
    rng: &'r mut Rng,
    names: &'r Names,
    defs: Value,
}

impl Making<'_> {
    fn value(&mut self, schema: &Value) -> Option<Value> {
        if let Some(name) = schema["$ref"].as_str().and_then(|it| it.strip_prefix("#/$defs/")) {
            return self.named(name);
        }
        let titled = schema["title"].as_str();
        if let Some(name) = titled.filter(|_| schema["type"] == "string" && schema["format"].is_null()) {
            return self.named(name);
        }
        for choice in ["oneOf", "anyOf"] {
            if let Some(all) = schema[choice].as_array() {
                let one = self.rng.one_of(all).clone();
                return self.value(&one);
            }
        }
        if let Some(value) = schema.get("const") {
            return Some(value.clone());
        }
        if let Some(all) = schema["enum"].as_array() {
            return Some(self.rng.one_of(all).clone());
        }
        let kind = match &schema["type"] {
            Value::Array(all) => self.rng.one_of(all).clone(),
            one => one.clone(),
        };
        match kind.as_str()? {
            "null" => Some(Value::Null),
            "boolean" => Some(json!(self.rng.chance(2))),
            "integer" => Some(self.number(schema)),
            "string" if schema["format"] == "date" => Some(json!(date(self.rng))),
            "string" => Some(json!(text(self.rng))),
            "array" => self.list(&schema["items"]),
            "object" if schema["additionalProperties"].is_object() => self.map(schema),
            "object" => self.object(schema),
            other => panic!("no value of type {other} can be made: {schema}"),
        }
    }

    fn named(&mut self, name: &str) -> Option<Value> {
        match name {
            "UnitId" => self.rng.maybe_one_of(&self.names.units).map(|it| json!(it)),
            "PostId" => self.rng.maybe_one_of(&self.names.posts).map(|it| json!(it)),
            "ClassId" => self.rng.maybe_one_of(&self.names.classes).map(|it| json!(it)),
            "Text" => Some(json!(text(self.rng))),
            "SeriesId" => Some(json!("series")),
            "DocumentNumber" => Some(json!(format!("津公南开函〔2022〕{}号", 1 + self.rng.below(20)))),
            _ => {
                let schema = self.defs[name].clone();
                assert!(schema.is_object(), "there is no schema of {name}");
                self.value(&schema)
            }
        }
    }

    /// Mostly what a charter would say; now and then the most that is allowed.
    fn number(&mut self, schema: &Value) -> Value {
        let months = schema["format"] == "uint32";
        match self.rng.below(20) {
            0 if !months => schema["maximum"].clone(),
            1 if !months => json!(0),
            _ => json!(1 + self.rng.below(if months { 12 } else { 4 })),
        }
    }

    fn list(&mut self, items: &Value) -> Option<Value> {
        let mut all: Vec<Value> = Vec::new();
        for _ in 0..self.rng.below(5) {
            let Some(value) = self.value(items) else { break };
            if !all.contains(&value) {
                all.push(value);
            }
        }
        Some(json!(all))
    }

    fn object(&mut self, schema: &Value) -> Option<Value> {
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut object = Map::new();
        for (key, schema) in schema["properties"].as_object().into_iter().flatten() {
            let needed = required.contains(&key.as_str());
            if !needed && self.rng.chance(2) {
                continue;
            }
            match self.value(schema) {
                Some(value) => drop(object.insert(key.clone(), value)),
                None if needed => return None,
                None => {}
            }
        }
        Some(Value::Object(object))
    }

    /// The schema of a map does not give its keys, but its title names their type.
    fn map(&mut self, schema: &Value) -> Option<Value> {
        let title = schema["title"].as_str().unwrap_or_default();
        let keys = match title.strip_prefix("Map_from_").and_then(|it| it.split("_to_").next()) {
            Some("MeetingKind") => schema_for!(MeetingKind),
            Some("Role") => schema_for!(Role),
            Some("Step") => schema_for!(Step),
            _ => panic!("no keys can be made: {schema}"),
        };
        let mut map = Map::new();
        for _ in 0..self.rng.below(6) {
            let key = self.value(keys.as_value())?;
            let value = self.value(&schema["additionalProperties"])?;
            map.insert(key.as_str()?.to_owned(), value);
        }
        Some(Value::Object(map))
    }
}

/// A general charter that binds from ever or from a day on, often one in the first weeks of a body.
fn bound(rng: &mut Rng, general: &str, dates: &[String]) -> Value {
    if rng.chance(2) {
        return json!(general);
    }
    let begins = if rng.chance(2) { founding::SOME_DAY } else { rng.one_of(dates).as_str() };
    let begins: NaiveDate = begins.parse().expect("a day");
    let from = begins + Days::new(if rng.chance(2) { rng.below(20) as u64 } else { rng.below(400) as u64 });
    json!({"charter": general, "from": from})
}

/// Two general charters that fix the same are no law together.
fn governing(rng: &mut Rng) -> Vec<&'static str> {
    match rng.below(8) {
        0 => vec!["official-documents-2012"],
        1 => vec!["state-council-rule-2003"],
        2 => vec!["shenzhen-rule-2005"],
        3 => vec!["official-documents-2012", "state-council-rule-2003"],
        _ => Vec::new(),
    }
}

fn units(rng: &mut Rng, names: &Names) -> Vec<Value> {
    let kinds = word_list(&schema_for!(joint_meeting::words::UnitKind));
    let unit = |(n, id): (usize, &String)| {
        let mut unit = json!({"id": id, "zh": format!("第{n}单位"), "en": format!("Unit {n}"), "kind": rng.one_of(&kinds)});
        if n > 0 && rng.chance(5) {
            unit["within"] = json!(rng.one_of(&names.units[..n]));
        }
        unit
    };
    names.units.iter().enumerate().map(unit).collect()
}

fn posts(rng: &mut Rng, names: &Names) -> Vec<Value> {
    let ranks = word_list(&schema_for!(joint_meeting::words::Rank));
    let post = |id: &String| {
        let mut post = json!({"id": id, "zh": "职务", "en": "post", "several": rng.chance(4)});
        if !rng.chance(3) {
            post["unit"] = json!(rng.one_of(&names.units));
        }
        if rng.chance(2) {
            post["rank"] = rng.one_of(&ranks).clone();
        }
        post
    };
    names.posts.iter().map(post).collect()
}

/// The words of an enum.
fn word_list(schema: &schemars::Schema) -> Vec<Value> {
    let one_of = schema.as_value()["oneOf"].as_array().into_iter().flatten();
    let consts = one_of.filter_map(|it| it.get("const").cloned());
    let listed = schema.as_value()["enum"].as_array().into_iter().flatten().cloned();
    consts.chain(listed).collect()
}

/// The parts, spread over so many clauses.
fn clauses(rng: &mut Rng, parts: Vec<Part>, size: usize, from_text: bool) -> Vec<Value> {
    let forces = word_list(&schema_for!(joint_meeting::charter::Force));
    let mut clauses: Vec<Value> = (0..1 + rng.below(size + 1))
        .map(|n| {
            let mut clause = json!({
                "id": format!("C-{n}"), "at": *rng.one_of(&["一", "三（三）¶1", "四·末", "N"]), "force": rng.one_of(&forces),
                "zh": "一句话。", "en": "A sentence.", "rules": [], "sets": {}, "silent": [], "readings": {},
            });
            if from_text || rng.chance(2) {
                clause["key"] = json!("一句话");
            }
            if rng.chance(6) {
                clause["served_by"] = json!([*rng.one_of(&["record_training", "record_work", "convene"])]);
            }
            clause
        })
        .collect();
    for part in parts {
        let ix = rng.below(clauses.len());
        let clause = &mut clauses[ix];
        let list = |it: &mut Value, value: String| it.as_array_mut().expect("a list").push(json!(value));
        match part {
            Part::Rule(id) => list(&mut clause["rules"], id),
            Part::Silent(key) => list(&mut clause["silent"], key),
            Part::Sets(key, value) => clause["sets"][key] = value,
            Part::Reading(key, term) => clause["readings"][key] = term,
        }
    }
    clauses
}

fn date(rng: &mut Rng) -> String {
    format!("20{:02}-{:02}-{:02}", rng.below(30), 1 + rng.below(12), 1 + rng.below(28))
}

fn text(rng: &mut Rng) -> &'static str {
    const TEXTS: &[&str] = &["区政府", "办公室", "联席会议", "略", "a text", "plenary"];
    rng.one_of::<&str>(TEXTS)
}

fn words(rng: &mut Rng) -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("zh", format!("{}联席会议制度", text(rng))),
        ("en", "Charter of a Joint Meeting".to_owned()),
    ])
}

/// One thing in a file is left out, doubled, or put in the place of another.
pub fn mutated(rng: &mut Rng, file: &Value) -> Value {
    let mut file = file.clone();
    for _ in 0..1 + rng.below(3) {
        let places = places(&file);
        let (at, from) = (rng.one_of(&places).clone(), rng.one_of(&places).clone());
        let other = match rng.below(4) {
            0 => rng.one_of(ODD).parse().expect("JSON"),
            _ => file.pointer(&from).cloned().unwrap_or_default(),
        };
        let (parent, key) = at.rsplit_once('/').unwrap_or(("", ""));
        let key = key.replace("~1", "/").replace("~0", "~");
        match (rng.below(3), file.pointer_mut(parent)) {
            (0, Some(Value::Object(map))) => drop(map.remove(&key)),
            (0, Some(Value::Array(all))) => drop(key.parse().map(|ix: usize| all.remove(ix))),
            (1, Some(Value::Object(map))) => drop(map.insert(format!("{key}-again"), other)),
            (1, Some(Value::Array(all))) => {
                all.extend(key.parse().ok().and_then(|ix: usize| all.get(ix).cloned()))
            }
            _ => drop(file.pointer_mut(&at).map(|it| *it = other)),
        }
    }
    file
}

/// Values that stand where something else should.
const ODD: &[&str] = &[
    "null",
    "true",
    "0",
    "-1",
    "13",
    "4294967295",
    "1e300",
    "\"\"",
    "\" \"",
    "\"…\"",
    "[]",
    "{}",
    "[[]]",
    "\"9999-12-31\"",
    "\"0000-01-01\"",
    "\"-262143-01-01\"",
    "\"+262142-12-31\"",
    "{\"month\": 2, \"day\": 30}",
    "\"+23:59\"",
];

/// The pointers of everything in a value but itself.
fn places(value: &Value) -> Vec<String> {
    fn look(value: &Value, at: &str, into: &mut Vec<String>) {
        let mut below = |key: String, it: &Value| {
            let at = format!("{at}/{key}");
            look(it, &at, into);
            into.push(at);
        };
        match value {
            Value::Object(map) => {
                map.iter().for_each(|(key, it)| below(key.replace('~', "~0").replace('/', "~1"), it));
            }
            Value::Array(all) => all.iter().enumerate().for_each(|(ix, it)| below(ix.to_string(), it)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    look(value, "", &mut all);
    all
}
