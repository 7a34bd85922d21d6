//! Which clause is behind which rule, and which vector shows it: `docs/coverage.md`, and what is missing there.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use joint_meeting::{
    ActKind, Charter,
    charter::{Clause, Force, READINGS},
    rule,
};
use serde_json::Value;

use crate::{
    shapes,
    vector::{self, Vector},
};

/// What the vectors show.
#[derive(Debug, Default)]
pub struct Shown {
    /// For each rule, the vectors in which it alone refuses.
    pub refused: BTreeMap<String, Vec<String>>,
    /// For each act, the vectors in which it is accepted.
    pub accepted: BTreeMap<String, Vec<String>>,
    /// For each act, the vectors in which a name is unknown.
    pub unknown: BTreeMap<String, Vec<String>>,
    /// For each duty, the verdicts shown, each with its vectors.
    pub verdicts: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// For each reading, the vectors by option.
    pub readings: BTreeMap<String, BTreeMap<String, Vec<(Vector, String)>>>,
}

/// Looks through all vectors.
pub fn shown() -> Shown {
    let mut shown = Shown::default();
    for (file, content) in vector::all() {
        for it in content.vectors {
            let name = format!("{file}: {}", it.name);
            shown.look(&it, &name);
        }
    }
    shown
}

impl Shown {
    fn look(&mut self, it: &Vector, name: &str) {
        let push = |all: &mut BTreeMap<String, Vec<String>>, key: &str| {
            all.entry(key.to_owned()).or_default().push(name.to_owned());
        };
        let act = it.when.as_ref().and_then(|it| it["act"]["type"].as_str()).unwrap_or_default();
        let refused = &it.then["refused"];
        if it.then.get("accepted").is_some() {
            push(&mut self.accepted, act);
        }
        if refused["unknown"].as_array().is_some_and(|it| !it.is_empty()) {
            push(&mut self.unknown, act);
        }
        if let [ground] = refused["grounds"].as_array().map_or(&[][..], |it| it) {
            push(&mut self.refused, ground["rule"].as_str().unwrap_or_default());
        }
        for clause in it.then["clauses"].as_array().into_iter().flatten() {
            for judgement in clause["judgements"].as_array().into_iter().flatten() {
                let word = |key: &str| judgement[key].as_str().unwrap_or_default().to_owned();
                let verdicts = self.verdicts.entry(word("rule")).or_default();
                verdicts.entry(word("verdict")).or_default().push(name.to_owned());
            }
        }
        for (reading, option) in &it.readings {
            let options = self.readings.entry(reading.clone()).or_default();
            options.entry(option.clone()).or_default().push((it.clone(), name.to_owned()));
        }
    }

    /// Whether two vectors differ in the option of a reading alone, and in their answers.
    fn differ(&self, reading: &str) -> bool {
        let all: Vec<&Vector> = self
            .readings
            .get(reading)
            .into_iter()
            .flat_map(|it| it.values())
            .flatten()
            .map(|(it, _)| it)
            .collect();
        let question = |it: &Vector| {
            let mut readings = it.readings.clone();
            readings.remove(reading);
            (
                it.given.clone(),
                it.when.clone(),
                serde_json::to_value(&it.ask).ok(),
                it.settings.clone(),
                serde_json::to_value(&it.versions).ok(),
                readings,
            )
        };
        all.iter().any(|a| all.iter().any(|b| question(a) == question(b) && answer(a) != answer(b)))
    }
}

/// The answer without the words that only say which reading was used.
fn answer(it: &Vector) -> Value {
    let mut then = it.then.clone();
    strip(&mut then);
    then
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for key in ["readings", "reading", "digest"] {
                map.remove(key);
            }
            map.values_mut().for_each(strip);
        }
        Value::Array(all) => all.iter_mut().for_each(strip),
        _ => {}
    }
}

/// The charter of every body that comes with the library.
pub fn charters() -> Vec<Charter> {
    load(joint_meeting::charters::ALL)
}

/// Every charter that comes with the library, the general ones first.
fn all_charters() -> Vec<Charter> {
    [load(joint_meeting::charters::GENERAL), charters()].concat()
}

fn load(files: &[(&str, &str)]) -> Vec<Charter> {
    let load =
        |(id, file): &(&str, &str)| Charter::from_json(file).unwrap_or_else(|why| panic!("{id}: {why}"));
    files.iter().map(load).collect()
}

/// Guards that no vector can show, and where they are shown instead.
const ELSEWHERE: &[(&str, &str)] = &[
    ("journal.format_holds_it", "no vector has a journal of an older format: `--test formats`"),
    ("journal.has_room", "it refuses after ten million entries: a unit test in the core's `body`"),
];

/// So many vectors of its own show what is special in a charter.
const OF_ITS_OWN: usize = 6;

/// The charters that have fewer vectors of their own: those in files whose `charter` is the charter's file.
fn without_vectors() -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, file) in vector::all() {
        *counts.entry(file.charter).or_default() += file.vectors.len();
    }
    let names = joint_meeting::charters::ALL.iter().map(|(name, _)| *name);
    let count = |name: &str| counts.get(name).copied().unwrap_or(0);
    let few = names.filter(|it| count(it) < OF_ITS_OWN);
    few.map(|it| format!("charter {it}: {} vectors of its own, not {OF_ITS_OWN}", count(it))).collect()
}

/// What is missing: charters with too few vectors, clauses with nothing behind them, rules nobody claims, rules, acts, duties and readings that no
/// vector shows.
pub fn missing(shown: &Shown) -> Vec<String> {
    let charters = all_charters();
    let mut missing = without_vectors();
    for charter in &charters {
        for clause in charter.file().clauses.iter().filter(|it| !is_backed(it)) {
            missing.push(format!("{} {}: neither rule nor setting", charter.id(), clause.id));
        }
    }
    let claimed = |id: &str| charters.iter().any(|it| it.claimed_by(id).next().is_some());
    let guards: BTreeSet<&str> = rule::guards().map(|it| it.id).collect();
    for id in &guards {
        // What keeps the record sound stands on no clause.
        if !claimed(id) && !rule::find(id).is_some_and(|it| it.always) {
            missing.push(format!("guard {id}: claimed by no clause of any charter"));
        }
        if !shown.refused.contains_key(*id) && !ELSEWHERE.iter().any(|(it, _)| it == id) {
            missing.push(format!("guard {id}: no vector in which it alone refuses"));
        }
    }
    for (id, verdicts) in rule::duties() {
        if !claimed(id) {
            missing.push(format!("duty {id}: claimed by no clause of any charter"));
        }
        let shown = shown.verdicts.get(id);
        for verdict in verdicts {
            let word = serde_json::to_value(verdict).ok().and_then(|it| it.as_str().map(str::to_owned));
            let word = word.unwrap_or_default();
            if !shown.is_some_and(|it| it.contains_key(&word)) {
                missing.push(format!("duty {id}: no vector with the verdict {word}"));
            }
        }
    }
    for act in ActKind::ALL {
        if !shown.accepted.contains_key(act.name()) {
            missing.push(format!("act {act}: no vector in which it is accepted"));
        }
        if !shown.unknown.contains_key(act.name()) {
            missing.push(format!("act {act}: no vector with an unknown name"));
        }
    }
    for reading in READINGS.iter().filter(|it| !shown.differ(it.id)) {
        missing.push(format!("reading {}: no two vectors in which its options differ", reading.id));
    }
    missing
}

fn is_backed(clause: &Clause) -> bool {
    let nothing_needed = matches!(clause.force, Force::Principle | Force::Silence);
    nothing_needed || !clause.rules.is_empty() || !clause.sets.is_empty() || !clause.silent.is_empty()
}

/// The table, in Markdown.
pub fn table(shown: &Shown) -> String {
    let mut out = String::from(
        "# Coverage\n\nGenerated by `cargo xtask generate`. For each charter, the general ones once and first: clause, force, rules, and how many vectors \
         show each rule (for a guard, those in which it alone refuses; for a duty, those of each verdict).\n",
    );
    for charter in all_charters() {
        let (id, version) = (charter.id(), charter.version());
        let version = if version > 1 { format!(", version {version}") } else { String::new() };
        let _ = write!(out, "\n## {id}{version}\n\n");
        out.push_str("| clause | at | force | sets | rules and vectors |\n| --- | --- | --- | --- | --- |\n");
        for clause in &charter.file().clauses {
            let force = serde_json::to_value(clause.force).ok();
            let force = force.as_ref().and_then(Value::as_str).unwrap_or_default();
            let sets: Vec<&str> = clause
                .sets
                .keys()
                .chain(clause.readings.keys())
                .chain(&clause.silent)
                .map(String::as_str)
                .collect();
            let rules: Vec<String> = clause.rules.iter().map(|it| shown.cell(it)).collect();
            let _ = writeln!(
                out,
                "| {} | {} | {force} | {} | {} |",
                clause.id,
                clause.at,
                sets.join(", "),
                rules.join("<br>")
            );
        }
    }
    out.push_str(&shapes::counted());
    out.push_str(&pairs());
    out
}

/// What each clause says beside each rule that stands on it, so that a reader can see whether the words carry the rule.
fn pairs() -> String {
    let mut out = String::from(
        "\n# Words and rules\n\nFor each charter, what a clause says, and beside it each rule that stands on it. A ground of a refusal cites \
         the clause for the rule; at a meeting, where a clause speaks of some kinds of meeting alone, only at those.\n",
    );
    for charter in all_charters() {
        let version =
            if charter.version() > 1 { format!(", version {}", charter.version()) } else { String::new() };
        let _ = write!(
            out,
            "\n## Words of {}{version}\n\n| clause | says | rule | says |\n| --- | --- | --- | --- |\n",
            charter.id()
        );
        for clause in &charter.file().clauses {
            let kinds: Vec<&str> = clause.meetings.iter().map(|it| it.word()).collect();
            let at = if kinds.is_empty() { String::new() } else { format!(" ({})", kinds.join(", ")) };
            for id in &clause.rules {
                let says = rule::find(id).map_or("", |it| it.zh);
                let _ = writeln!(out, "| {}{at} | {} | `{id}` | {says} |", clause.id, clause.zh);
            }
        }
    }
    out
}

impl Shown {
    fn cell(&self, rule: &str) -> String {
        if let Some(vectors) = self.refused.get(rule) {
            return format!("`{rule}` {}", vectors.len());
        }
        let verdicts = self.verdicts.get(rule).into_iter().flatten();
        let verdicts: Vec<String> = verdicts.map(|(it, vectors)| format!("{it} {}", vectors.len())).collect();
        format!("`{rule}` {}", if verdicts.is_empty() { "–".to_owned() } else { verdicts.join(", ") })
    }
}

/// One line: how much of the charters is covered.
pub fn summary(shown: &Shown) -> String {
    let charters = all_charters();
    let clauses: usize = charters.iter().map(|it| it.file().clauses.len()).sum();
    let guards = rule::guards().map(|it| it.id).collect::<BTreeSet<_>>();
    let refused = guards.iter().filter(|it| shown.refused.contains_key(**it)).count();
    let duties: BTreeSet<&str> = rule::duties().map(|(it, _)| it).collect();
    let judged = duties.iter().filter(|it| shown.verdicts.contains_key(**it)).count();
    format!(
        "{} charters, {clauses} clauses, {refused} of {} guards and {judged} of {} duties shown by vectors",
        charters.len(),
        guards.len(),
        duties.len()
    )
}
