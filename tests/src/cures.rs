//! Trying what a refusal offers: whether somebody can do each cure, and whether it cures.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use joint_meeting::{
    Act, ActKind, JointMeeting, Proof, Submission,
    answer::{Choice, Cure, Finding, Ground, Refusal},
    id::PersonId,
    time::Time,
    wire,
    words::ProofKind,
};
use serde_json::{Value, json};

use crate::{fill::write_out, founding};

/// Cures that the act must name: it is done again with what they brought.
const NAMED_IN_THE_ACT: &[&str] = &[
    "meeting.plenary_hears_state_of_work",
    "meeting.thematic_answers_a_request",
    "unit.addition_decided",
    "unit.removal_provided_for",
];

/// How often one act is done for one unit after the other.
const SEVERAL: usize = 8;

/// How many acts in a row are tried.
const DEPTH: usize = 3;

/// Tries the cures of refusals; of each rule with the same cure and kind of finding only so many.
#[derive(Debug)]
pub struct Trials {
    most: usize,
    tried: BTreeMap<String, usize>,
    /// Cures that did not help, each with what was refused.
    pub failed: Vec<String>,
}

impl Trials {
    /// So many of each kind.
    pub fn new(most: usize) -> Self {
        Self { most, tried: BTreeMap::new(), failed: Vec::new() }
    }

    /// How many were tried.
    pub fn count(&self) -> usize {
        self.tried.values().sum()
    }

    /// Tries the cures of a refusal.
    pub fn look(&mut self, place: &str, body: &JointMeeting, refused: &Submission, refusal: &Refusal) {
        if body.entries().is_empty() {
            return;
        }
        let scene = Scene::of(body, refused);
        for ground in refusal.grounds() {
            for cure in &ground.cures {
                let kind = json!(ground.finding)["type"].as_str().unwrap_or_default().to_owned();
                let tried = self.tried.entry(format!("{} {} {kind}", ground.rule, cure.act)).or_default();
                if *tried >= self.most {
                    continue;
                }
                *tried += 1;
                for who in &cure.who {
                    let mut by_role = cure.clone();
                    by_role.who = vec![*who];
                    if !scene.helps(refused, ground, &by_role, DEPTH) {
                        self.failed.push(format!(
                            "{place}: {} offers {} by {who:?} for {}, which does not help: {}",
                            ground.rule,
                            cure.act,
                            json!(refused),
                            json!(ground)
                        ));
                    }
                }
            }
        }
    }
}

/// A body at a moment, with what everyone may do then.
struct Scene<'b> {
    body: &'b JointMeeting,
    now: Time,
    options: RefCell<BTreeMap<PersonId, Rc<Vec<Choice>>>>,
}

impl<'b> Scene<'b> {
    fn of(body: &'b JointMeeting, refused: &Submission) -> Self {
        let now = body.state().last_recorded().expect("a body was founded").max(refused.at);
        Self { body, now, options: RefCell::default() }
    }

    fn options(&self, by: &PersonId) -> Rc<Vec<Choice>> {
        if let Some(known) = self.options.borrow().get(by) {
            return Rc::clone(known);
        }
        let found = Rc::new(self.body.options(by, self.now));
        self.options.borrow_mut().insert(by.clone(), Rc::clone(&found));
        found
    }

    /// Whether somebody can do the cure, now or after what must come before it, and the ground goes or grows less.
    fn helps(&self, refused: &Submission, ground: &Ground, cure: &Cure, depth: usize) -> bool {
        // Which version comes next is not the body's to say.
        if cure.act == ActKind::AmendCharter {
            return matches!(ground.finding, Finding::Silent { .. }) || cure.instead;
        }
        let units: Vec<Option<&str>> = match cure.units.as_slice() {
            [] => vec![None],
            units => units.iter().map(|it| Some(it.as_str())).collect(),
        };
        let persons = persons(self.body, self.now);
        units.into_iter().all(|unit| {
            persons.iter().any(|by| {
                let options = self.options(by);
                let mut of_kind = options.iter().filter(|it| it.act.kind() == cure.act && names(it, unit));
                of_kind.any(|choice| match choice.refusal.as_ref().filter(|it| !lacks_a_letter(it)) {
                    None => fillings(choice, self.body, refused)
                        .into_iter()
                        .any(|act| self.does_it_help(at(act, by, self.now), refused, ground, cure)),
                    Some(refusal) => {
                        depth > 1 && self.all_help(&at(choice.act.clone(), by, self.now), refusal, depth - 1)
                    }
                })
            })
        })
    }

    /// Whether every ground of a refusal has a cure that helps.
    fn all_help(&self, refused: &Submission, refusal: &Refusal, depth: usize) -> bool {
        let grounds = refusal.grounds().iter();
        let mut helped = grounds.map(|ground| {
            let mut cures = ground.cures.iter().filter(|it| !it.instead);
            cures.any(|it| self.helps(refused, ground, it, depth))
        });
        helped.all(|it| it)
    }

    fn does_it_help(&self, done: Submission, refused: &Submission, ground: &Ground, cure: &Cure) -> bool {
        let by = done.by.clone();
        let mut after = self.body.clone();
        let mut next = Some(done);
        // Several units may have to be consulted before an item is missing no more.
        for _ in 0..SEVERAL {
            let Some(done) = next.take().filter(|it| after.perform(it.clone()).is_ok()) else { return false };
            if cure.instead || NAMED_IN_THE_ACT.contains(&ground.rule) || grows_less(&after, refused, ground)
            {
                return true;
            }
            if done.act.kind() == ActKind::ConsultUnit {
                let choices = after.options(&by, self.now);
                let open = choices.iter().find(|it| it.is_open() && it.act.kind() == ActKind::ConsultUnit);
                let act = open.and_then(|it| fillings(it, &after, refused).into_iter().next());
                next = act.map(|it| at(it, &by, self.now));
            }
        }
        false
    }
}

/// Whether the act is not refused any more on just this ground, that day or the next; or, where it was found of several, of
/// fewer.
fn grows_less(after: &JointMeeting, refused: &Submission, ground: &Ground) -> bool {
    let now = after.state().last_recorded().expect("a body was founded").max(refused.at);
    let next_day = now.to_chrono() + std::time::Duration::from_secs(24 * 60 * 60);
    let placed = after.entries().last().and_then(|it| placed(&json!(it.act)));
    let by = std::iter::once(refused.by.clone()).chain(placed);
    let at = [now, Time::try_from(next_day).expect("a time")];
    by.flat_map(|by| at.map(|at| (by.clone(), at))).any(|(by, at)| {
        let mut again = refused.clone();
        (again.by, again.at, again.recorded_at) = (by, at, None);
        let Err(refusal) = after.check(&again) else { return true };
        let mut same = refusal.grounds().iter().filter(|it| it.rule == ground.rule);
        same.all(|it| match (&it.finding, &ground.finding) {
            (Finding::MissingUnits { units: now, .. }, Finding::MissingUnits { units: before, .. })
            | (Finding::OpposingUnits { units: now, .. }, Finding::OpposingUnits { units: before, .. }) => {
                now.len() < before.len()
            }
            (Finding::Missing { what: now, .. }, Finding::Missing { what: before, .. })
            | (Finding::Unwanted { what: now, .. }, Finding::Unwanted { what: before, .. }) => {
                now.len() < before.len()
            }
            (Finding::TooFew { have: now, .. }, Finding::TooFew { have: before, .. }) => now > before,
            (now, before) => now != before,
        })
    })
}

/// The person whom an act put into a post or named, and who may do what was refused where nobody could.
fn placed(act: &Value) -> Option<PersonId> {
    let places = ["fill_post", "name_member", "name_liaison_officer"].iter().any(|it| act["type"] == *it);
    act["person"].as_str().filter(|_| places)?.parse().ok()
}

/// The act of a choice: as it was tried, with each value that was suggested for a blank, and with each person of the act that
/// was refused.
fn fillings(choice: &Choice, body: &JointMeeting, refused: &Submission) -> Vec<Act> {
    let mut all = vec![json!(choice.act)];
    let mut concerned = Vec::new();
    persons_in(&json!(refused), &mut concerned);
    for blank in &choice.choose {
        let persons = concerned.iter().filter(|_| blank.kind == "person");
        for value in blank.suggested.iter().chain(persons) {
            let mut act = json!(choice.act);
            act[blank.field] = value.clone();
            if !all.contains(&act) {
                all.push(act);
            }
        }
    }
    let read = |mut act: Value| {
        write_out(&mut act, &format!("new-{}", body.state().count() + 1));
        wire::from_str(&act.to_string()).ok()
    };
    all.into_iter().filter_map(read).collect()
}

/// Who acted, and whoever is named as a person.
fn persons_in(value: &Value, found: &mut Vec<Value>) {
    match value {
        Value::Object(map) => {
            for (key, it) in map {
                if ["by", "person", "presiding", "approved_by", "to"].contains(&key.as_str())
                    && it.is_string()
                {
                    found.push(it.clone());
                }
                persons_in(it, found);
            }
        }
        Value::Array(all) => all.iter().for_each(|it| persons_in(it, found)),
        _ => {}
    }
}

fn names(choice: &Choice, unit: Option<&str>) -> bool {
    unit.is_none_or(|it| json!(choice.act).to_string().contains(&format!("\"{it}\"")))
}

/// Whether nothing is missing but the letter of a unit, which is attached here to whatever is done.
fn lacks_a_letter(refusal: &Refusal) -> bool {
    refusal.grounds().iter().all(|it| json!(it.finding) == json!({"type": "missing", "what": ["letter"]}))
}

fn at(act: Act, by: &PersonId, now: Time) -> Submission {
    let letter = Proof::new("来函".parse().expect("a text"), ProofKind::Letter);
    Submission::new(act, by.clone(), now).proofs([letter])
}

/// Everyone who was ever named, those first who are something that day.
fn persons(body: &JointMeeting, now: Time) -> Vec<PersonId> {
    let roster = body.roster(now.date());
    let of_units =
        roster.units.iter().flat_map(|it| it.member.iter().chain(&it.liaison_officer).chain(&it.responsible));
    let mut all: Vec<PersonId> =
        roster.roles.iter().flat_map(|it| &it.persons).chain(of_units).cloned().collect();
    let mut named = BTreeSet::new();
    founding::persons(&json!(body.entries()), &mut named);
    all.extend(named);
    let mut seen = BTreeSet::new();
    all.retain(|it| seen.insert(it.clone()));
    all
}
