//! What acts, their fields, and the kinds of things are called in forms, for pages: all as the library says it.

use std::collections::{BTreeMap, BTreeSet};

use joint_meeting::{
    ActKind, Language,
    words::{FIELDS, KINDS, OF_ONE},
};
use serde_json::{Value, json};

use super::{
    model::{Is, Type},
    schema,
};

/// `{"Act": {"convene": {"zh": …, "en": …}}, "Field": …, "FieldOfAct": {"convene.kind": …}, "Thing": …}`.
pub(super) fn write() -> String {
    let both = |zh: &str, en: &str| json!({"zh": zh, "en": en});
    let act = |it: &ActKind| (it.name().to_owned(), both(it.title(Language::Zh), it.title(Language::En)));
    let acts: BTreeMap<String, Value> = ActKind::ALL.iter().map(act).collect();
    let one = |(name, zh, en): &(&str, &str, &str)| ((*name).to_owned(), both(zh, en));
    let fields: BTreeMap<String, Value> = FIELDS.iter().map(one).collect();
    let things: BTreeMap<String, Value> = KINDS.iter().map(one).collect();
    let of_one: BTreeMap<String, Value> =
        OF_ONE.iter().map(|(of, name, zh, en)| (format!("{of}.{name}"), both(zh, en))).collect();
    let all = json!({"Act": acts, "Field": fields, "FieldOfAct": of_one, "Thing": things});
    serde_json::to_string_pretty(&all).expect("words are JSON") + "\n"
}

/// The fields of acts and of all records in them, each with its owner: the name of an act, or of a record.
pub(super) fn fields(types: &[Type]) -> BTreeSet<(String, String)> {
    let find = |name: &str| types.iter().find(|it| it.name == name);
    let acts = match find("Act").map(|it| &it.is) {
        Some(Is::Union(variants)) => variants.iter().flat_map(|(it, _)| it.names()).collect(),
        _ => Vec::new(),
    };
    let (mut found, mut seen, mut left) = (BTreeSet::new(), BTreeSet::new(), acts.clone());
    while let Some(name) = left.pop() {
        let Some(of) = find(name).filter(|_| seen.insert(name)) else { continue };
        match &of.is {
            Is::Record(all) => {
                let is_act = acts.contains(&name);
                let owner = if is_act { schema::file_name(name).replace('-', "_") } else { name.to_owned() };
                for it in all.iter().filter(|it| it.name != "type") {
                    found.insert((owner.clone(), it.name.clone()));
                    left.extend(it.shape.names());
                }
            }
            Is::Union(variants) => left.extend(variants.iter().flat_map(|(it, _)| it.names())),
            Is::Alias(shape) => left.extend(shape.names()),
        }
    }
    found
}
