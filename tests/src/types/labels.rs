//! What acts, their fields, and the kinds of things are called in forms, for pages: all as the library says it.

use std::collections::{BTreeMap, BTreeSet};

use joint_meeting::{
    ActKind, Language,
    charter::ReadingKey,
    words::{FIELDS, HELP, HELP_OF_ONE, KINDS, OF_ONE},
};
use serde_json::{Value, json};

use super::{
    model::{Is, Type},
    schema,
};

/// `{"Act": {"convene": {"zh": …, "en": …}}, "Field": …, "FieldOfAct": {"convene.kind": …}, "Help": …, "HelpOfAct": …,
/// "Reading": {"plenary.count": {"zh": …, "en": …, "options": {"at_least": {"zh": …, "en": …}}}}, "Thing": …}`.
pub(super) fn write() -> String {
    let both = |zh: &str, en: &str| json!({"zh": zh, "en": en});
    let act = |it: &ActKind| (it.name().to_owned(), both(it.title(Language::Zh), it.title(Language::En)));
    let acts: BTreeMap<String, Value> = ActKind::ALL.iter().map(act).collect();
    let one = |(name, zh, en): &(&str, &str, &str)| ((*name).to_owned(), both(zh, en));
    let fields: BTreeMap<String, Value> = FIELDS.iter().map(one).collect();
    let things: BTreeMap<String, Value> = KINDS.iter().map(one).collect();
    let own = |(of, name, zh, en): &(&str, &str, &str, &str)| (format!("{of}.{name}"), both(zh, en));
    let of_one: BTreeMap<String, Value> = OF_ONE.iter().map(own).collect();
    let help: BTreeMap<String, Value> = HELP.iter().map(one).collect();
    let help_of_one: BTreeMap<String, Value> = HELP_OF_ONE.iter().map(own).collect();
    let readings: BTreeMap<&str, Value> =
        ReadingKey::ALL.iter().map(|it| (it.name(), reading(*it))).collect();
    let all = json!({
        "Act": acts, "Field": fields, "FieldOfAct": of_one, "Help": help, "HelpOfAct": help_of_one, "Reading": readings,
        "Thing": things,
    });
    serde_json::to_string_pretty(&all).expect("words are JSON") + "\n"
}

/// A question of reading with its options.
fn reading(key: ReadingKey) -> Value {
    let both =
        |say: &dyn Fn(Language) -> &'static str| json!({"zh": say(Language::Zh), "en": say(Language::En)});
    let option = |it: &&'static str| {
        let said = |language| key.option_text(it, language).unwrap_or(it);
        ((*it).to_owned(), both(&said))
    };
    let mut all = both(&|language| key.question_text(language));
    let options: BTreeMap<String, Value> = key.info().options.iter().map(option).collect();
    all["options"] = json!(options);
    all
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
