//! Dice, and acts that are nearly right: one field changed, another actor, another time.

use std::ops::{Deref, DerefMut};

use joint_meeting::{Act, Charter, Submission, answer::Choice, id::PersonId, time::Time, wire};
use serde_json::{Value, json};

use super::{Model, slips::SLIPS};
use crate::{fill::write_out, rng::Rng};

/// Words that might stand in some place or other of an act.
const WORDS: &[&str] = &[
    "division",
    "section",
    "staff",
    "enterprise",
    "plenary",
    "special",
    "thematic",
    "liaison",
    "liaison_officer",
    "member",
    "alternate",
    "circulation",
    "object",
    "abstain",
    "agree_with_reservation",
    "2021-12-31",
    "2024-02-29",
    "2023-03-01T09:00:00+08:00",
    "rules",
    "membership",
    "decision",
    "inspection",
    "closed",
    "letter",
    "p1",
    "p2",
    "p11",
    "p21",
    "p31",
    "nankai-dog-2022",
    "…通知",
];

/// A seeded source of choices.
#[derive(Debug)]
pub struct Dice {
    rng: Rng,
    units: Vec<String>,
    /// Those that the charter does not list as member units.
    outsiders: Vec<String>,
    series: Vec<String>,
    charter: String,
    /// Words that might stand anywhere: names of the charter, and a few that no charter fixes.
    words: Vec<String>,
}

impl Deref for Dice {
    type Target = Rng;

    fn deref(&self) -> &Rng {
        &self.rng
    }
}

impl DerefMut for Dice {
    fn deref_mut(&mut self) -> &mut Rng {
        &mut self.rng
    }
}

impl Dice {
    /// The same seed throws the same.
    pub fn new(seed: u64, charter: &Charter) -> Self {
        let units: Vec<String> = charter.units().iter().map(|it| it.id.to_string()).collect();
        let members = charter.settings().members.fixed().into_iter().flatten();
        let members: Vec<String> = members.map(ToString::to_string).collect();
        let series = charter.settings().series.fixed().into_iter().flatten();
        let names = charter.posts().iter().map(|it| it.id.to_string());
        let names = names.chain(charter.clauses().iter().map(|it| it.id.to_string()).step_by(20));
        let words = WORDS.iter().map(|it| (*it).to_owned()).chain(names).chain(units.clone());
        Self {
            rng: Rng::new(seed),
            series: series.map(|it| it.id.to_string()).collect(),
            charter: charter.id().to_string(),
            words: words.collect(),
            outsiders: units.iter().filter(|it| !members.contains(it)).cloned().collect(),
            units,
        }
    }

    /// A name that nothing has yet.
    fn fresh(&mut self, at: Time) -> String {
        format!("at-{}-{}", at.to_string().replace(':', "-"), self.below(1000))
    }

    /// A little later, and now and then much later.
    pub fn later(&mut self, at: Time) -> Time {
        let minutes = match self.below(40) {
            0 => 60 * 24 * 40,
            1..4 => 60 * 24,
            _ => self.below(12) as i64,
        };
        shift(at, minutes)
    }

    /// An act of those that were tried, with one thing changed; none if what results is not well-formed.
    pub fn mutate(
        &mut self,
        choices: &[Choice],
        past: &[(Act, PersonId)],
        persons: &[PersonId],
        at: Time,
    ) -> Option<Submission> {
        // What was done already is done again, as it was or nearly.
        if self.chance(2)
            && let Some((act, by)) = self.maybe_one_of(past).cloned()
        {
            let mut act = json!(act);
            if self.chance(2) {
                let other = json!(self.one_of(past).0);
                self.change(&mut act, &other);
            }
            let by = if self.chance(6) { self.one_of(persons).clone() } else { by };
            return wire::from_str(&json!({"act": act, "by": by, "at": at}).to_string()).ok();
        }
        let open: Vec<&Choice> = choices.iter().filter(|it| it.is_open()).collect();
        let from =
            if self.chance(3) || open.is_empty() { self.maybe_one_of(choices)? } else { *self.one_of(&open) };
        let mut act = json!(from.act);
        write_out(&mut act, &self.fresh(at));
        let mut by = self.one_of(persons).clone();
        let (mut when, mut recorded_at) = (at, None);
        match self.below(10) {
            0 => by = self.one_of(persons).clone(),
            1 => when = shift(at, -(self.below(60 * 24 * 400) as i64)),
            2 => recorded_at = Some(shift(at, -1)),
            _ => {
                let mut other = json!(self.one_of(choices).act);
                write_out(&mut other, &self.fresh(at));
                self.change(&mut act, &other);
            }
        }
        let submission =
            json!({"act": act, "by": by, "at": when, "recorded_at": recorded_at.unwrap_or(when.max(at))});
        wire::from_str(&submission.to_string()).ok()
    }

    /// The slips that fit one of the acts that were tried.
    pub fn slips(&mut self, acts: &[&Act], model: &Model, at: Time) -> Vec<Submission> {
        let mut all = Vec::new();
        for (name, fields) in SLIPS {
            let fits: Vec<&&Act> = acts.iter().filter(|it| it.kind().name() == *name).collect();
            let Some(act) = self.maybe_one_of(&fits) else { continue };
            let mut act = json!(act);
            write_out(&mut act, &self.fresh(at));
            let by = self.maybe_one_of(&model.persons).cloned().or("p1".parse().ok());
            let fields = fields.replace("$by", by.as_ref().map_or("p1", |it| it.as_str()));
            let fields = self.filled_in(&fields, model, at);
            for (key, value) in fields.as_object().into_iter().flatten() {
                act[key] = value.clone();
            }
            if let Some(act) = act.as_object_mut() {
                act.retain(|_, it| !it.is_null());
            }
            all.extend(wire::from_str(&json!({"act": act, "by": by, "at": at}).to_string()));
        }
        // A year that nobody meant.
        all.extend(all.last().cloned().map(|mut it: Submission| {
            it.recorded_at = Some(shift(at, 100 * 365 * 24 * 60));
            it
        }));
        all
    }

    /// The fields of a slip, with names of things that there are.
    fn filled_in(&mut self, fields: &str, model: &Model, at: Time) -> Value {
        let persons: Vec<String> = model.persons.iter().map(PersonId::to_string).collect();
        let minutes = model.minutes();
        let (mut fields, later) = (fields.to_owned(), [shift(at, 60).to_string()]);
        let (charter, year) = ([self.charter.clone()], [at.to_string()[..4].to_owned()]);
        for (sign, all) in [
            ("$unit", &self.units[..]),
            ("$outsider", if self.outsiders.is_empty() { &self.units } else { &self.outsiders }),
            ("$series", &self.series),
            ("$charter", &charter),
            ("$meeting", &model.meetings),
            ("$item", &model.items),
            ("$minutes", &minutes),
            ("$document", &model.documents),
            ("$assignment", &model.assignments),
            ("$ended", &model.ended),
            ("$completed", &model.completed),
            ("$passed_on", &model.passed_on),
            ("$person", &persons),
            ("$later", &later),
            ("$year", &year),
        ] {
            let word = self.rng.maybe_one_of(all).map_or("none", String::as_str);
            fields = fields.replace(sign, word);
        }
        serde_json::from_str(&fields).expect("a slip is JSON")
    }

    /// An act with one field changed.
    fn change(&mut self, act: &mut Value, other: &Value) {
        let Some(fields) = act.as_object_mut() else { return };
        let keys: Vec<String> = fields.keys().filter(|it| *it != "type").cloned().collect();
        let Some(key) = self.maybe_one_of(&keys).cloned() else { return };
        if self.chance(6) {
            fields.remove(&key);
            return;
        }
        let twin = other.get(&key).cloned();
        let Some(value) = fields.get_mut(&key) else { return };
        match value {
            Value::Bool(it) => *it = !*it,
            Value::Number(it) => {
                let n = it.as_i64().unwrap_or(0) + if self.chance(2) { 1 } else { -1 };
                *value = json!(n);
            }
            Value::Array(all) if self.chance(2) && !all.is_empty() => {
                let ix = self.below(all.len());
                all.remove(ix);
            }
            Value::Array(all) if self.chance(2) => {
                if let Some(first) = all.first().cloned() {
                    all.push(first);
                }
            }
            Value::Array(all) => {
                for it in all.iter_mut().take(1) {
                    self.change(it, &json!({}));
                    if let Value::String(text) = it {
                        self.word(text);
                    }
                }
            }
            Value::Object(map) => {
                let keys: Vec<String> = map.keys().cloned().collect();
                if let Some(key) = self.maybe_one_of(&keys) {
                    map.remove(key);
                }
            }
            Value::String(text) => match twin {
                Some(twin) if self.chance(2) => *value = twin,
                _ => self.word(text),
            },
            Value::Null => {}
        }
    }

    /// Another word that might stand in such a place.
    fn word(&mut self, text: &mut String) {
        text.clone_from(self.rng.one_of(&self.words));
    }
}

fn shift(at: Time, minutes: i64) -> Time {
    let moved = at.to_chrono() + std::time::Duration::from_secs(60 * minutes.unsigned_abs());
    let back = at.to_chrono() - std::time::Duration::from_secs(60 * minutes.unsigned_abs());
    Time::try_from(if minutes < 0 { back } else { moved }).unwrap_or(at)
}
