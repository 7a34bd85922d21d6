//! What must be true of accepted acts, reckoned from the entries alone.

use std::collections::{BTreeMap, BTreeSet};

use joint_meeting::{Act, Entry, entry::Outcome, id::PersonId};
use serde_json::{Value, json};

/// What the entries so far say, without the library's state.
#[derive(Default)]
pub(crate) struct Model {
    /// Everybody who has been named.
    pub(crate) persons: Vec<PersonId>,
    /// Every meeting.
    pub(crate) meetings: Vec<String>,
    /// Every agenda item.
    pub(crate) items: Vec<String>,
    /// What was done, and by whom.
    pub(crate) past: Vec<(Act, PersonId)>,
    /// For each item, the last position of each unit on the present revision.
    positions: BTreeMap<String, BTreeMap<String, String>>,
    /// For each meeting, the member units present.
    attended: BTreeMap<String, BTreeSet<String>>,
    /// For each minutes: the version, who is asked, who consented, who signed it.
    minutes: BTreeMap<String, Minutes>,
    numbers: BTreeSet<String>,
    voided: BTreeSet<String>,
    /// How often each act was done.
    counts: BTreeMap<&'static str, usize>,
}

#[derive(Default)]
struct Minutes {
    version: u64,
    consent_of: BTreeSet<String>,
    countersign_of: BTreeSet<String>,
    consents: BTreeSet<String>,
    signatures: BTreeSet<String>,
    numbered: bool,
}

fn word(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn words(value: &Value) -> BTreeSet<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

impl Model {
    /// Before an entry is taken in: nothing it does may break an invariant.
    pub(crate) fn check(&self, entry: &Entry) {
        let act = json!(entry.act);
        match entry.act.kind().name() {
            "agree" => {
                let item = word(&act, "item");
                let positions = self.positions.get(&item).cloned().unwrap_or_default();
                let objecting: Vec<_> = positions.iter().filter(|(_, it)| *it == "object").collect();
                assert!(objecting.is_empty(), "nobody overrides an objection: {entry:?} {objecting:?}");
                let here = self.attended.get(&word(&act, "meeting")).map_or(0, BTreeSet::len);
                assert!(here >= 2, "agreement takes two attending units: {entry:?}");
            }
            "allot_number" | "issue_document" => {
                let minutes = &self.minutes[&word(&act, "minutes")];
                let open = |asked: &BTreeSet<String>, given: &BTreeSet<String>| -> Vec<String> {
                    asked.difference(given).cloned().collect()
                };
                let consents: BTreeSet<String> =
                    minutes.consents.union(&minutes.signatures).cloned().collect();
                assert_eq!(open(&minutes.consent_of, &consents), [""; 0], "every consent: {entry:?}");
                assert_eq!(
                    open(&minutes.countersign_of, &minutes.signatures),
                    [""; 0],
                    "every signature: {entry:?}"
                );
                if entry.act.kind().name() == "issue_document" && !minutes.countersign_of.is_empty() {
                    assert!(minutes.numbered, "issued with a number: {entry:?}");
                }
            }
            "consent" | "countersign" => {
                let minutes = &self.minutes[&word(&act, "minutes")];
                assert_eq!(act["version"], json!(minutes.version), "of the version on the table: {entry:?}");
            }
            _ => {}
        }
        if let Outcome::Numbered { number } = &entry.outcome {
            assert!(!self.numbers.contains(&number.to_string()), "numbers are unique: {entry:?}");
            assert!(!self.voided.contains(&number.to_string()), "voided numbers are never reused: {entry:?}");
            assert_eq!(
                number.year().to_string(),
                entry.at.to_string()[..4],
                "series restart each year: {entry:?}"
            );
        }
    }

    /// How often an act was done.
    pub(crate) fn count(&self, act: &str) -> usize {
        self.counts.get(act).copied().unwrap_or(0)
    }

    /// Takes an entry in.
    pub(crate) fn see(&mut self, entry: &Entry) {
        self.past.push((entry.act.clone(), entry.by.clone()));
        *self.counts.entry(entry.act.kind().name()).or_default() += 1;
        let act = json!(entry.act);
        let mut persons: BTreeSet<PersonId> = self.persons.drain(..).collect();
        persons.insert(entry.by.clone());
        collect_persons(&act, &mut persons);
        self.persons = persons.into_iter().collect();
        let (item, unit) = (word(&act, "item"), word(&act, "unit"));
        match entry.act.kind().name() {
            "add_agenda_item" => self.items.push(item),
            "convene" => {
                self.meetings.push(word(&act, "meeting"));
                // Each meeting hears the positions on its items anew.
                for item in words(&act["agenda"]) {
                    self.positions.remove(&item);
                }
            }
            "record_attendance" => {
                let attended = self.attended.entry(word(&act, "meeting")).or_default();
                attended.extend(act["present"].as_array().into_iter().flatten().map(|it| word(it, "unit")));
            }
            "state_position" => {
                self.positions.entry(item).or_default().insert(unit, word(&act, "position"));
            }
            "withdraw_position" => {
                self.positions.entry(item).or_default().remove(&unit);
            }
            "revise_proposal" => {
                self.positions.remove(&item);
            }
            "consent" => {
                self.minutes.entry(word(&act, "minutes")).or_default().consents.insert(unit);
            }
            "decline_consent" | "consent_with_changes" => {
                self.minutes.entry(word(&act, "minutes")).or_default().consents.remove(&unit);
            }
            "countersign" => {
                self.minutes.entry(word(&act, "minutes")).or_default().signatures.insert(unit);
            }
            "decline_to_countersign" | "decline_countersign" => {
                self.minutes.entry(word(&act, "minutes")).or_default().signatures.remove(&unit);
            }
            "allot_number" => {
                self.minutes.entry(word(&act, "minutes")).or_default().numbered = true;
            }
            _ => {}
        }
        match &entry.outcome {
            Outcome::Drafted { version, .. } => {
                let outcome = json!(entry.outcome);
                let minutes = Minutes {
                    version: (*version).into(),
                    consent_of: words(&outcome["consent_of"]),
                    countersign_of: words(&outcome["countersign_of"]),
                    ..Minutes::default()
                };
                self.minutes.insert(word(&act, "minutes"), minutes);
            }
            Outcome::Numbered { number } => {
                self.numbers.insert(number.to_string());
            }
            _ => {}
        }
    }
}

fn collect_persons(value: &Value, into: &mut BTreeSet<PersonId>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match (key.as_str(), value) {
                    ("person", Value::String(name)) => into.extend(name.parse()),
                    _ => collect_persons(value, into),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|it| collect_persons(it, into)),
        _ => {}
    }
}
