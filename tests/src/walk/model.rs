//! What must be true of accepted acts, reckoned from the entries alone, under the charter in force.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use joint_meeting::{
    Act, Charter, Entry, Outcome,
    charter::{Clause, ReadingTerm},
    charters,
    id::PersonId,
    time::Date,
};
use serde_json::{Value, json};

use crate::founding;

/// What the entries so far say, without the library's state.
#[derive(Debug, Default)]
pub struct Model {
    /// Everybody who has been named.
    pub persons: Vec<PersonId>,
    /// Every meeting.
    pub meetings: Vec<String>,
    /// Every agenda item.
    pub items: Vec<String>,
    /// Every document that was issued.
    pub documents: Vec<String>,
    /// Every assignment.
    pub assignments: Vec<String>,
    /// Every joint action that is over.
    pub ended: Vec<String>,
    /// Every assigned matter that is completed.
    pub completed: Vec<String>,
    /// What came in and was passed on.
    pub passed_on: Vec<String>,
    /// What was done, and by whom.
    pub past: Vec<(Act, PersonId)>,
    /// For each item, the last position of each unit on the present revision.
    positions: BTreeMap<String, BTreeMap<String, String>>,
    /// For each meeting, the member units present.
    attended: BTreeMap<String, BTreeSet<String>>,
    /// For each minutes: the version, who is asked, who consented, who signed it.
    minutes: BTreeMap<String, Minutes>,
    /// Every number that was ever allotted.
    numbers: BTreeSet<String>,
    /// The readings the body has chosen.
    chosen: BTreeMap<String, String>,
    /// For each unit that was merged, split or ended: who carries it on.
    successors: BTreeMap<String, BTreeSet<String>>,
    /// How often each act was done.
    counts: BTreeMap<&'static str, usize>,
}

#[derive(Debug, Default)]
struct Minutes {
    version: u64,
    consent_of: BTreeSet<String>,
    countersign_of: BTreeSet<String>,
    consents: BTreeSet<String>,
    signatures: BTreeSet<String>,
    needs_number: bool,
    /// Series, year and serial.
    number: Option<(String, String, String)>,
}

fn word(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn words(value: &Value) -> BTreeSet<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The general charters that come with the library.
static GENERAL: LazyLock<Vec<Charter>> = LazyLock::new(|| {
    let load = |(_, file): &(&str, &str)| Charter::from_json(file).expect("it loads");
    charters::GENERAL.iter().map(load).collect()
});

/// The clauses of a charter that bind on a day: its own, and those from above whose first day has come.
fn clauses_on(charter: &Charter, on: Date) -> Vec<&Clause> {
    let (own, above) = charter.clauses().split_at(charter.file().clauses.len());
    let binds = |clause: &&Clause| {
        charter.file().governed_by.iter().all(|it| {
            let general = GENERAL.iter().find(|general| *general.id() == it.charter);
            let general = general.expect("random charters name these alone");
            let id = clause.id.as_str();
            let id = id.strip_prefix(&format!("{}/", it.charter)).unwrap_or(id);
            general.clause(id).is_none()
                || it.from.max(general.effective_from()).is_none_or(|from| from <= on)
        })
    };
    own.iter().chain(above.iter().filter(binds)).collect()
}

/// Whether a clause that binds on a day claims a rule, in every version of the charter.
fn is_law(charters: &[Charter], on: Date, rule: &str) -> bool {
    charters.iter().all(|it| clauses_on(it, on).iter().any(|it| it.rules.iter().any(|id| id == rule)))
}

impl Model {
    /// Before an entry is taken in: nothing it does may break an invariant. What no clause claims is not law; of what
    /// units say only that of the member units of the day counts.
    pub fn check(&self, entry: &Entry, charters: &[Charter], members: &BTreeSet<String>) {
        let act = json!(entry.act);
        let on = entry.at.date();
        let law = |rule: &str| is_law(charters, on, rule);
        match entry.act.kind().name() {
            "agree" => {
                let item = word(&act, "item");
                let positions = self.positions.get(&item).cloned().unwrap_or_default();
                let objecting: Vec<_> = positions
                    .iter()
                    .filter(|(unit, it)| *it == "object" && members.contains(*unit))
                    .collect();
                if law("decision.has_consensus") && self.reads((charters, on), "decision.basis", "attending")
                {
                    assert!(objecting.is_empty(), "nobody overrides an objection: {entry:?} {objecting:?}");
                }
                if law("decision.is_collective")
                    && self.reads((charters, on), "decision.collective", "two_units")
                {
                    let here = self.attended.get(&word(&act, "meeting")).map_or(0, BTreeSet::len);
                    assert!(here >= 2, "agreement takes two attending units: {entry:?}");
                }
            }
            "allot_number" | "issue_document" => self.check_path(entry, &act, charters),
            "consent" | "countersign" => {
                let minutes = &self.minutes[&word(&act, "minutes")];
                assert_eq!(act["version"], json!(minutes.version), "of the version on the table: {entry:?}");
            }
            _ => {}
        }
        if let Outcome::Numbered { number } = &entry.outcome {
            assert!(!self.numbers.contains(&number.to_string()), "no number is used twice: {entry:?}");
            assert_eq!(
                number.year().to_string(),
                entry.at.to_string()[..4],
                "series restart each year: {entry:?}"
            );
        }
    }

    fn check_path(&self, entry: &Entry, act: &Value, charters: &[Charter]) {
        let on = entry.at.date();
        let law = |rule: &str| is_law(charters, on, rule);
        let minutes = &self.minutes[&word(act, "minutes")];
        // For a unit that is no more, whoever carries it on answers.
        let open = |asked: &BTreeSet<String>, given: &BTreeSet<String>| -> Vec<String> {
            asked.iter().filter(|unit| self.carried_on(unit).is_disjoint(given)).cloned().collect()
        };
        if law("minutes.consented_by_all_asked")
            && charters.iter().all(|it| it.settings_on(on).deemed_consent.fixed().is_none())
        {
            let consents = minutes.consents.union(&minutes.signatures).cloned().collect();
            assert_eq!(open(&minutes.consent_of, &consents), [""; 0], "every consent: {entry:?}");
        }
        if law("minutes.countersigned_by_all_asked") {
            let missing = open(&minutes.countersign_of, &minutes.signatures);
            assert_eq!(missing, [""; 0], "every signature: {entry:?}");
        }
        let is_issue = entry.act.kind().name() == "issue_document";
        if is_issue && minutes.needs_number && law("document.is_numbered") {
            assert!(minutes.number.is_some(), "issued with a number: {entry:?}");
        }
    }

    /// Whether a question of reading is answered so: chosen by the body, or by the charter as it stands.
    fn reads(&self, (charters, on): (&[Charter], Date), reading: &str, option: &str) -> bool {
        // What binds from above stands last, and prevails from its first day on.
        let term = |it: &Charter| {
            clauses_on(it, on).into_iter().rev().find_map(|it| it.readings.get(reading)).cloned()
        };
        let stands = |it: &Charter| match term(it) {
            Some(ReadingTerm::Fixed(stands) | ReadingTerm::Open { suggested: stands, .. }) => {
                stands == option
            }
            None => false,
        };
        self.chosen.get(reading).map_or_else(|| charters.iter().all(stands), |it| it == option)
    }

    /// A unit, and all who carry it on.
    fn carried_on(&self, unit: &str) -> BTreeSet<String> {
        let (mut all, mut left) = (BTreeSet::new(), vec![unit.to_owned()]);
        while let Some(unit) = left.pop() {
            let next = self.successors.get(&unit).into_iter().flatten();
            left.extend(next.filter(|it| !all.contains(*it)).cloned());
            all.insert(unit);
        }
        all
    }

    /// The names of all minutes.
    pub fn minutes(&self) -> Vec<String> {
        self.minutes.keys().cloned().collect()
    }

    /// How often an act was done.
    pub fn count(&self, act: &str) -> usize {
        self.counts.get(act).copied().unwrap_or(0)
    }

    /// Takes an entry in.
    pub fn see(&mut self, entry: &Entry) {
        self.past.push((entry.act.clone(), entry.by.clone()));
        *self.counts.entry(entry.act.kind().name()).or_default() += 1;
        let act = json!(entry.act);
        let mut persons: BTreeSet<PersonId> = self.persons.drain(..).collect();
        persons.insert(entry.by.clone());
        founding::persons(&act, &mut persons);
        self.persons = persons.into_iter().collect();
        let (item, unit) = (word(&act, "item"), word(&act, "unit"));
        match entry.act.kind().name() {
            "add_agenda_item" => self.items.push(item),
            "merge_units" => {
                for unit in words(&act["units"]) {
                    self.successors.entry(unit).or_default().insert(word(&act, "into"));
                }
            }
            "end_unit" => {
                let split = act["split_into"].as_array().into_iter().flatten().map(|it| word(it, "unit"));
                let carried_on = act["carried_on_by"].as_str().map(str::to_owned);
                self.successors.entry(unit).or_default().extend(split.chain(carried_on));
            }
            "assign" => self.assignments.push(word(&act, "assignment")),
            "finish_joint_action" | "drop_joint_action" => self.ended.push(word(&act, "action")),
            "pass_on_incoming" => self.passed_on.push(word(&act, "incoming")),
            "complete_assigned_matter" => self.completed.push(word(&act, "matter")),
            "issue_document" | "issue_other_document" => self.documents.push(word(&act, "document")),
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
            "decline_consent" | "consent_with_changes" | "withdraw_consent" => {
                self.minutes.entry(word(&act, "minutes")).or_default().consents.remove(&unit);
            }
            "countersign" => {
                self.minutes.entry(word(&act, "minutes")).or_default().signatures.insert(unit);
            }
            "decline_to_countersign" | "decline_countersign" | "withdraw_countersignature" => {
                self.minutes.entry(word(&act, "minutes")).or_default().signatures.remove(&unit);
            }
            "choose_reading" if word(&act, "option") == "open" => {
                self.chosen.remove(&word(&act, "reading"));
            }
            "choose_reading" => {
                self.chosen.insert(word(&act, "reading"), word(&act, "option"));
            }
            "void_number" => {
                let voided = (word(&act, "series"), act["year"].to_string(), act["serial"].to_string());
                let mut minutes = self.minutes.values_mut();
                if let Some(minutes) = minutes.find(|it| it.number.as_ref() == Some(&voided)) {
                    minutes.number = None;
                }
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
                    needs_number: ["number", "issue"].iter().all(|it| words(&outcome["path"]).contains(*it)),
                    ..Minutes::default()
                };
                self.minutes.insert(word(&act, "minutes"), minutes);
            }
            Outcome::Numbered { number } => {
                self.numbers.insert(number.to_string());
                let name = (word(&act, "series"), number.year().to_string(), number.serial().to_string());
                if entry.act.kind().name() == "allot_number" {
                    self.minutes.entry(word(&act, "minutes")).or_default().number = Some(name);
                }
            }
            _ => {}
        }
    }
}
