//! Changes JSON into other JSON, and a journal into another whose chain is whole, so that a fuzzer gets past the parsers.

use std::collections::BTreeMap;

use joint_meeting::{
    Entry,
    journal::{self, Journal},
    wire,
};
use serde_json::{Value, json};

use crate::{Door, ground::charter, seeds::seeds};

/// What may stand where, by the name of the field.
#[derive(Debug)]
pub struct Pool(BTreeMap<String, Vec<Value>>);

/// Values at the edges of what can be said.
const EDGES: [&str; 15] = [
    "null",
    "true",
    "0",
    "-1",
    "4294967295",
    "9007199254740993",
    "\"\"",
    "\"1948-12-31\"",
    "\"1949-01-01\"",
    "\"2199-12-31\"",
    "\"2200-01-01\"",
    "\"2024-02-29\"",
    "\"2199-12-31T23:59:59+14:00\"",
    "[]",
    "{}",
];

/// The choices of one change, from one number.
struct Choices(u64);

impl Choices {
    /// Below a bound that is not zero (splitmix64).
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((it ^ (it >> 31)) % bound.max(1) as u64) as usize
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

impl Pool {
    /// What stands in the input to begin with.
    pub fn of(door: Door) -> Self {
        let mut pool = Self(BTreeMap::new());
        for seed in seeds(door) {
            let text = String::from_utf8_lossy(&seed);
            let lines = if door == Door::Journal { text.lines().collect() } else { vec![&*text] };
            for line in lines {
                pool.note(&serde_json::from_str(line).unwrap_or_default());
            }
        }
        pool
    }

    fn note(&mut self, value: &Value) {
        match value {
            Value::Object(fields) => {
                for (key, it) in fields {
                    let known = self.0.entry(key.clone()).or_default();
                    if known.len() < 64 && !known.contains(it) {
                        known.push(it.clone());
                    }
                    self.note(it);
                }
            }
            Value::Array(all) => all.iter().for_each(|it| self.note(it)),
            _ => {}
        }
    }

    /// Another input for a door, made from this one by a few changes; nothing where this one is not JSON.
    pub fn change(&self, door: Door, input: &[u8], seed: u64) -> Option<Vec<u8>> {
        let text = std::str::from_utf8(input).ok()?;
        let mut choices = Choices(seed);
        let changed = match door {
            Door::Journal => self.journal(text, &mut choices)?,
            _ => self.json(&serde_json::from_str(text).ok()?, &mut choices).to_string(),
        };
        Some(changed.into_bytes())
    }

    /// Changes one entry, and writes the journal anew.
    fn journal(&self, text: &str, choices: &mut Choices) -> Option<String> {
        let (_, mut entries) = journal::read(text).ok()?;
        let ix = choices.below(entries.len());
        let changed = self.json(&json!(entries.get(ix)?), choices);
        let entry: Entry = wire::from_str(&changed.to_string()).ok()?;
        if choices.below(4) == 0 {
            entries.truncate(ix + 1);
        }
        entries[ix] = entry;
        let (mut journal, mut whole) = Journal::begin(&charter());
        entries.iter().for_each(|it| whole += &journal.write(it));
        Some(whole)
    }

    fn json(&self, value: &Value, choices: &mut Choices) -> Value {
        let mut value = value.clone();
        for _ in 0..=choices.below(3) {
            let place = choices.below(size(&value));
            self.change_at(&mut value, "", &mut { place }, choices);
        }
        value
    }

    /// Changes the node of that number, counted from the outermost. Says whether it has been met.
    fn change_at(&self, value: &mut Value, key: &str, place: &mut usize, choices: &mut Choices) -> bool {
        if *place == 0 {
            self.change_here(value, key, choices);
            return true;
        }
        *place -= 1;
        match value {
            Value::Object(fields) => {
                fields.iter_mut().any(|(key, it)| self.change_at(it, key, place, choices))
            }
            Value::Array(all) => all.iter_mut().any(|it| self.change_at(it, key, place, choices)),
            _ => false,
        }
    }

    fn change_here(&self, value: &mut Value, key: &str, choices: &mut Choices) {
        match (value, choices.below(4)) {
            (Value::Object(fields), 0) if !fields.is_empty() => {
                let keys: Vec<String> = fields.keys().cloned().collect();
                fields.remove(choices.one_of(&keys));
            }
            (Value::Object(fields), 1) if !self.0.is_empty() => {
                let keys: Vec<&String> = self.0.keys().collect();
                let key = *choices.one_of(&keys);
                fields.insert(key.clone(), choices.one_of(&self.0[key]).clone());
            }
            (Value::Array(all), 0) if !all.is_empty() => drop(all.remove(choices.below(all.len()))),
            (Value::Array(all), 1) if !all.is_empty() => {
                let again = choices.one_of(all).clone();
                all.insert(choices.below(all.len() + 1), again);
            }
            (Value::String(text), 0) => {
                text.push_str(choices.one_of::<&str>(&["甲", "\u{0}", "\u{202e}", " ", "-1", "\n"]));
            }
            (value, 0..=2) if self.0.contains_key(key) => *value = choices.one_of(&self.0[key]).clone(),
            (value, _) => *value = serde_json::from_str(choices.one_of::<&str>(&EDGES)).expect("it is JSON"),
        }
    }
}

/// The number of nodes.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Object(fields) => fields.values().map(size).sum(),
        Value::Array(all) => all.iter().map(size).sum::<usize>(),
        _ => 0,
    }
}
