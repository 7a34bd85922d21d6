//! Very many bodies, made of a few: the year of the scenario with lines left out and other persons, and bodies under other charters.
//!
//! Every body is as the rules allow it: what they refuse once other lines are missing is left out as well. The same seed makes the same
//! bodies, each by its number alone.

use joint_meeting::{Charter, JointMeeting, Submission, charters, wire};
use serde_json::Value;

use crate::{founding, years};

/// So many sets of persons there are.
const CASTS: usize = 8;
/// One body in so many stands under another charter than the scenario's.
const OTHERS: u64 = 8;
/// Of so many lines one is kept: the busiest bodies first.
const KEPT: [u64; 8] = [1, 2, 4, 4, 8, 8, 16, 16];

/// What bodies are made of.
#[derive(Debug)]
pub struct Fleet {
    seed: u64,
    scenario: Charter,
    /// For each cast the acts that found a body, and those of its years.
    casts: Vec<(Vec<Submission>, Vec<Submission>)>,
    /// Other charters, each with the acts that found a body under it.
    others: Vec<(Charter, Vec<Submission>)>,
}

/// A body of a fleet.
#[derive(Clone, Debug)]
pub struct FleetBody {
    /// Its name.
    pub name: String,
    /// The digest of its charter.
    pub charter: String,
    /// Its journal.
    pub journal: String,
    /// How many entries that has.
    pub entries: usize,
}

impl Fleet {
    /// Bodies of so many years.
    pub fn new(seed: u64, years: i32) -> Self {
        let scenario = years::charter();
        let acts = years::acts(&scenario, years);
        let acts: Vec<Value> = acts
            .into_iter()
            .filter(|(_, accepted)| *accepted)
            .map(|(it, _)| serde_json::from_str(&wire::to_string(&it)).expect("a submission is JSON"))
            .collect();
        let founds = acts.iter().take_while(|it| is_founding(it)).count();
        let casts = (0..CASTS).map(|cast| {
            let mut all: Vec<Submission> = acts.iter().map(|it| recast(it, cast)).collect();
            let rest = all.split_off(founds);
            (all, rest)
        });
        let other = |(name, _): &(&str, &str)| {
            let charter = Charter::bundled(name).expect("it comes with the library");
            let (_, done) = founding::found(std::slice::from_ref(&charter)).ok()?;
            (charter.id() != scenario.id()).then_some((charter, done))
        };
        let (casts, others) = (casts.collect(), charters::ALL.iter().filter_map(other).collect());
        Self { seed, scenario, casts, others }
    }

    /// The body with a number.
    pub fn body(&self, number: u64) -> FleetBody {
        let mut dice = Dice(self.seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let (body, charter) = if dice.below(OTHERS) == 0 {
            let (charter, acts) = &self.others[dice.index(self.others.len())];
            (played(charter, acts.iter()), charter)
        } else {
            let (founding, rest) = &self.casts[dice.index(CASTS)];
            let kept = KEPT[dice.index(KEPT.len())];
            let rest = rest.iter().filter(|_| dice.below(kept) == 0);
            (played(&self.scenario, founding.iter().chain(rest)), &self.scenario)
        };
        let name = format!("body-{number:07}");
        let charter = charter.digest().to_owned();
        FleetBody { name, charter, journal: body.journal().0, entries: body.entries().len() }
    }
}

fn played<'s>(charter: &Charter, acts: impl Iterator<Item = &'s Submission>) -> JointMeeting {
    let mut body = years::body(charter);
    for act in acts {
        // What the rules refuse is not done.
        let _ = body.perform(act.clone());
    }
    body
}

/// The acts that found the body, with those by which its units name whom they name.
fn is_founding(submission: &Value) -> bool {
    ["adopt_charter", "choose_reading", "name_liaison_officer", "name_member"]
        .iter()
        .any(|it| submission["act"]["type"] == *it)
}

/// The same act by other persons.
fn recast(submission: &Value, cast: usize) -> Submission {
    let mut value = submission.clone();
    rename(&mut value, cast);
    wire::from_str(&value.to_string()).expect("other persons do the same")
}

fn rename(value: &mut Value, cast: usize) {
    match value {
        Value::Object(map) => map.values_mut().for_each(|it| rename(it, cast)),
        Value::Array(all) => all.iter_mut().for_each(|it| rename(it, cast)),
        Value::String(text) => {
            let person = text.strip_prefix('p').and_then(|it| it.parse::<usize>().ok());
            if let Some(number) = person {
                *text = format!("p{}", cast * 1000 + number);
            }
        }
        _ => {}
    }
}

/// A source of choices that costs next to nothing.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound.max(1)
    }

    fn index(&mut self, bound: usize) -> usize {
        usize::try_from(self.below(bound as u64)).unwrap_or(0)
    }
}
