//! The JSON Schemas: the definitions as the library gives them, made fit to be read by people and by other tools.

use std::collections::BTreeMap;

use joint_meeting::{time::YEARS, wire::LIST_MAX};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The dialect in which the schemas are written.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// What is written by others than the library, and has a file of its own that stands alone.
const FILES: &[&str] = &["Submission", "CharterFile", "Header", "JournalLine", "Head"];

/// Every type that crosses the border, by its name: what is read as the reader takes it, the rest as the writer writes it.
pub fn definitions() -> Map<String, Value> {
    let mut writing = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut reading = SchemaSettings::draft2020_12().for_deserialize().into_generator();
    joint_meeting::schema::read(&mut reading);
    joint_meeting_documents::schema::read(&mut reading);
    // All of them in one generator, so that no two types can have one name.
    joint_meeting::schema::read(&mut writing);
    joint_meeting::schema::written(&mut writing);
    joint_meeting_documents::schema::read(&mut writing);
    joint_meeting_documents::schema::written(&mut writing);
    let mut all = writing.take_definitions(true);
    all.extend(reading.take_definitions(true));
    all.values_mut().for_each(tidy);
    for (name, variant) in variants(&mut all) {
        assert!(all.insert(name.clone(), variant).is_none(), "two types are named `{name}`");
    }
    all.insert("Date".to_owned(), date());
    for (name, schema) in &mut all {
        schema["title"] = json!(name);
    }
    all
}

fn date() -> Value {
    json!({ "type": "string", "format": "date", "description": "A day of the calendar: `2022-12-25`." })
}

/// Dates by their name; nothing that is both left out and `null`; no traces of Rust.
fn tidy(schema: &mut Value) {
    if schema["format"] == "date" {
        let description = schema.get("description").cloned();
        *schema = reference("Date");
        schema
            .as_object_mut()
            .expect("an object")
            .extend(description.map(|it| ("description".to_owned(), it)));
    }
    match schema {
        Value::Object(map) => {
            let required = map.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
            if let Some(Value::Object(fields)) = map.get_mut("properties") {
                let optional = fields.iter_mut().filter(|(name, _)| !required.contains(&json!(name)));
                optional.for_each(|(_, it)| never_null(it));
            }
            if let Some(Value::Object(by_pattern)) = map.remove("patternProperties") {
                let (pattern, value) = by_pattern.into_iter().next().expect("a map has one kind of key");
                map.insert("propertyNames".to_owned(), json!({ "type": "string", "pattern": pattern }));
                map.insert("additionalProperties".to_owned(), value);
            }
            if map.get("format").is_some_and(|it| it == "uint32") {
                map.insert("maximum".to_owned(), json!(u32::MAX));
            }
            // Of integers with a sign there are none but years.
            if map.get("format").is_some_and(|it| it == "int32") {
                map.extend([
                    ("minimum".to_owned(), json!(YEARS.start())),
                    ("maximum".to_owned(), json!(YEARS.end())),
                ]);
            }
            if let Some(Value::String(text)) = map.get_mut("description") {
                *text = for_any_language(text);
            }
            map.values_mut().for_each(tidy);
        }
        Value::Array(all) => all.iter_mut().for_each(tidy),
        _ => {}
    }
}

/// A doc comment without what only Rust makes of it: links, and the examples in Rust.
fn for_any_language(text: &str) -> String {
    let prose = text.split("```").step_by(2).map(str::trim_end).collect::<Vec<_>>().join("");
    let mut parts = prose.split("`](");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push('`');
        plain.push_str(part.split_once(')').map_or(part, |(_, after)| after));
    }
    plain.replace("[`", "`").replace("`]", "`").trim_end().to_owned()
}

/// What is absent is left out.
fn never_null(schema: &mut Value) {
    let Some(map) = schema.as_object_mut() else { return };
    map.retain(|key, value| key != "default" || !value.is_null());
    if let Some(Value::Array(kinds)) = map.get_mut("type") {
        kinds.retain(|it| it != "null");
        if let [only] = kinds.as_slice() {
            let only = only.clone();
            map.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(kinds)) = map.get_mut("anyOf") {
        kinds.retain(|it| it["type"] != "null");
        if let [Value::Object(only)] = kinds.as_slice() {
            let only = only.clone();
            map.remove("anyOf");
            map.extend(only);
        }
    }
}

/// Gives each variant that is an object a name of its own, and the object in it, if there is one; puts references in
/// their places.
fn variants(all: &mut Map<String, Value>) -> Vec<(String, Value)> {
    let mut named = Vec::new();
    let types = all.clone();
    for (of, schema) in all.iter_mut() {
        for variant in schema.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
            if variant["type"] != "object" {
                continue;
            }
            let tag = variant["properties"]["type"]["const"].as_str().or(variant["required"][0].as_str());
            let tag = pascal(tag.expect("a variant has a tag"));
            // An act is a type of its own in Rust; other variants are known by their enum.
            let name = if of == "Act" { tag } else { tag + of };
            let mut variant = std::mem::replace(variant, reference(&name));
            inline(&mut variant, &types);
            let says = variant.get("description").cloned();
            let fields = variant["properties"].as_object_mut().into_iter().flat_map(Map::values_mut);
            for list in fields.filter(|it| of == "Act" && it["type"] == "array") {
                list["maxItems"] = json!(LIST_MAX);
            }
            for field in variant["properties"].as_object_mut().into_iter().flat_map(Map::values_mut) {
                if is_record(field) {
                    let name = format!("{name}Value");
                    let mut field = std::mem::replace(field, reference(&name));
                    field
                        .as_object_mut()
                        .expect("an object")
                        .extend(says.clone().map(|it| ("description".to_owned(), it)));
                    named.push((name, field));
                }
            }
            named.push((name, variant));
        }
    }
    named
}

/// Puts the fields of the one type that a variant holds beside its tag.
fn inline(variant: &mut Value, types: &Map<String, Value>) {
    let Some(path) = variant.as_object_mut().and_then(|it| it.remove("$ref")) else { return };
    let held = &types[path.as_str().expect("a path").trim_start_matches("#/$defs/")];
    let fields = held["properties"].as_object().cloned().unwrap_or_default();
    variant["properties"].as_object_mut().expect("a variant has a tag").extend(fields);
    let required = held["required"].as_array().cloned().unwrap_or_default();
    variant["required"].as_array_mut().expect("a tag is required").extend(required);
}

/// Whether fields are named; of what is read also where there are none.
pub(super) fn is_record(schema: &Value) -> bool {
    schema.get("properties").is_some() || schema["additionalProperties"] == false
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn pascal(word: &str) -> String {
    let capital = |it: &str| it[..1].to_uppercase() + &it[1..];
    word.split('_').map(capital).collect()
}

/// The name of the file of a type: `charter-file`.
pub(super) fn file_name(name: &str) -> String {
    let mut file = String::new();
    for it in name.chars() {
        if it.is_uppercase() && !file.is_empty() {
            file.push('-');
        }
        file.extend(it.to_lowercase());
    }
    file
}

/// The text of every schema file, by its name.
pub(super) fn files(all: &Map<String, Value>) -> BTreeMap<String, String> {
    let file = |name: &str, schema: Value| {
        let id = format!("urn:joint-meeting:v{}:{name}", joint_meeting::journal::FORMAT);
        let mut whole =
            json!({ "$schema": DIALECT, "$id": id, "$comment": "Generated: cargo xtask generate" });
        whole.as_object_mut().expect("an object").extend(schema.as_object().cloned().unwrap_or_default());
        (format!("{name}.json"), format!("{whole:#}\n"))
    };
    let types = json!({
        "title": "joint-meeting",
        "description": "Everything that crosses the border of the library, by name under `$defs`.",
        "$defs": all,
    });
    let one = |name: &&str| {
        let mut needed = Map::new();
        need(name, all, &mut needed);
        let schema = json!({
            "title": name,
            "description": all[*name]["description"],
            "$ref": format!("#/$defs/{name}"),
            "$defs": needed,
        });
        file(&file_name(name), schema)
    };
    FILES.iter().map(one).chain([file("types", types)]).collect()
}

/// Adds a type and all that it mentions.
fn need(name: &str, all: &Map<String, Value>, needed: &mut Map<String, Value>) {
    if needed.contains_key(name) {
        return;
    }
    needed.insert(name.to_owned(), all[name].clone());
    mentioned(&all[name], &mut |name| need(name, all, needed));
}

fn mentioned(schema: &Value, found: &mut dyn FnMut(&str)) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::String(path)) = map.get("$ref") {
                found(path.trim_start_matches("#/$defs/"));
            }
            map.values().for_each(|it| mentioned(it, found));
        }
        Value::Array(all) => all.iter().for_each(|it| mentioned(it, found)),
        _ => {}
    }
}
