//! Random walks: any actor tries anything, what is accepted is kept, and the invariants hold after every step.
//!
//! The model here is made from the entries alone, apart from the library's own state. Over a run every act must have
//! been accepted and every guard have refused.

mod walk {
    pub(crate) mod model;
    pub(crate) mod mutate;
    pub(crate) mod variants;
}

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
};

use joint_meeting::{
    ActKind, Decision, JointMeeting, Refusal, Submission, Verdict,
    id::PersonId,
    journal,
    options::Choice,
    rule,
    time::{Date, Period, Time},
    wire,
};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use walk::{model::Model, mutate::Dice};

/// What a run has seen.
#[derive(Default)]
struct Seen {
    accepted: BTreeSet<&'static str>,
    refused: BTreeSet<String>,
    steps: usize,
}

fn walks() -> u32 {
    std::env::var("WALKS").ok().and_then(|it| it.parse().ok()).unwrap_or(40)
}

#[test]
fn whatever_is_accepted_the_invariants_hold() {
    let seen = RefCell::new(Seen::default());
    let beginnings = walk::variants::beginnings();
    let config =
        Config { cases: walks(), max_shrink_iters: 0, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    // Every charter with every beginning in turn.
    let turn = Cell::new(0);
    let result = runner.run(&proptest::num::u64::ANY, |seed| {
        let variant = turn.get() % walk::variants::COUNT;
        let beginning = turn.get() / walk::variants::COUNT % beginnings.len();
        turn.set(turn.get() + 1);
        println!("seed {seed}, charter {variant}, beginning {beginning}");
        walk_once(seed, variant, &beginnings[beginning], &mut seen.borrow_mut());
        Ok(())
    });
    if let Err(why) = result {
        panic!("{why}");
    }
    let seen = seen.into_inner();
    let acts: Vec<&str> =
        ActKind::ALL.iter().map(|it| it.name()).filter(|it| !seen.accepted.contains(it)).collect();
    let guards: BTreeSet<&str> =
        rule::guards().map(|it| it.id).filter(|it| !seen.refused.contains(*it)).collect();
    println!("{} walks, {} steps", walks(), seen.steps);
    assert!(acts.is_empty(), "acts never accepted: {acts:?}");
    let guards: Vec<&str> = guards.into_iter().filter(|it| !OUT_OF_REACH.contains(it)).collect();
    assert!(guards.is_empty(), "guards that never refused: {guards:?}");
}

/// Guards that only a journal too large for a walk can meet.
const OUT_OF_REACH: &[&str] = &["journal.has_room"];

const STEPS: usize = 200;

fn walk_once(seed: u64, variant: usize, beginning: &[Submission], seen: &mut Seen) {
    let mut dice = Dice::new(seed);
    let mut body = JointMeeting::new(walk::variants::charters(variant)).unwrap();
    let mut model = Model::default();
    let mut at: Time = "2022-04-21T09:00:00+08:00".parse().unwrap();
    before_founding(&body, beginning, &mut dice, seen);
    for submission in beginning {
        // Under another charter a story may end early.
        let Ok(entry) = body.perform(submission.clone()) else { break };
        at = at.max(submission.at);
        seen.accepted.insert(entry.act.kind().name());
        model.see(entry);
    }
    let mut tries = 0;
    while body.entries().len() < STEPS && tries < 4 * STEPS {
        tries += 1;
        at = dice.later(at);
        let by = who(&body, at, &model, &mut dice);
        let choices = body.options(&by, at);
        check_options(&body, &choices, &by, at, &mut dice);
        note_refusals(&choices, seen);
        for _ in 0..10 {
            if let Some(submission) = dice.mutate(&choices, &model.past, &model.persons, at) {
                // What a slip of the pen does is looked at, and now and then kept.
                if body.check(&submission).is_err() || dice.chance(12) {
                    try_it(&mut body, submission, &mut model, seen);
                }
            }
        }
        for submission in dice.slips(&choices, &model, at) {
            match body.check(&submission) {
                Ok(()) if submission.act.kind() == ActKind::Agree && dice.chance(2) => {
                    try_it(&mut body, submission, &mut model, seen);
                }
                answer => note_refusal(answer.err().as_ref(), seen),
            }
        }
        let open: Vec<&Choice> = choices.iter().filter(|it| it.is_open()).collect();
        let kinds: BTreeSet<&str> = open.iter().map(|it| it.act.kind().name()).collect();
        let fresh: Vec<&str> = kinds.iter().copied().filter(|it| !seen.accepted.contains(it)).collect();
        let mut kinds: Vec<&str> =
            kinds.into_iter().filter(|it| dice.chance(walk::variants::one_in(it))).collect();
        // What no walk has done yet; else two times in three the way from a meeting to its document; else mostly what
        // this one did least.
        if !fresh.is_empty() {
            kinds = fresh;
        } else if !dice.chance(3) && kinds.iter().any(|it| walk::variants::ON_THE_WAY.contains(it)) {
            kinds.retain(|it| walk::variants::ON_THE_WAY.contains(it));
        } else if !dice.chance(4) {
            let least = kinds.iter().map(|it| model.count(it)).min();
            kinds.retain(|it| Some(model.count(it)) == least);
        }
        let Some(kind) = dice.maybe_one_of(&kinds) else { continue };
        let of_kind: Vec<&&Choice> = open.iter().filter(|it| it.act.kind().name() == *kind).collect();
        let act = dice.one_of(&of_kind).act.clone();
        try_it(&mut body, Submission { act, by, at, recorded_at: None }, &mut model, seen);
    }
    seen.steps += body.entries().len();
    at_the_end(&body);
}

/// Nothing but a sound founding is accepted of a body that does not exist.
fn before_founding(body: &JointMeeting, beginning: &[Submission], dice: &mut Dice, seen: &mut Seen) {
    let past: Vec<_> = beginning.iter().map(|it| (it.act.clone(), it.by.clone())).collect();
    let persons: Vec<PersonId> = past.iter().map(|(_, by)| by.clone()).collect();
    for _ in 0..20 {
        let Some(submission) = dice.mutate(&[], &past, &persons, beginning[0].at) else { continue };
        match body.decide(&submission) {
            Decision::Accepted(entry) => assert_eq!(entry.act.kind(), ActKind::AdoptCharter),
            Decision::Refused(refusal) => {
                note_refusal(Some(&refusal), seen);
            }
        }
    }
}

/// Mostly those who hold a role that day, so that meetings get anywhere.
fn who(body: &JointMeeting, at: Time, model: &Model, dice: &mut Dice) -> PersonId {
    let roster = body.register(at.date());
    let leaders: Vec<&PersonId> = roster.roles.iter().flat_map(|it| &it.persons).collect();
    let units = roster.units.iter();
    let units: Vec<&PersonId> =
        units.flat_map(|it| it.member.iter().chain(&it.liaison_officer).chain(&it.responsible)).collect();
    let from = match dice.below(10) {
        0..4 => dice.maybe_one_of(&leaders),
        4..9 => dice.maybe_one_of(&units),
        _ => None,
    };
    from.copied().unwrap_or(dice.one_of(&model.persons)).clone()
}

fn try_it(body: &mut JointMeeting, submission: Submission, model: &mut Model, seen: &mut Seen) {
    let before = body.state().count();
    match body.decide(&submission) {
        Decision::Accepted(entry) => {
            assert_eq!(entry.no, before + 1);
            let performed = body.perform(submission).expect("what is decided is performed").clone();
            assert_eq!(*entry, performed, "decide and perform agree");
            seen.accepted.insert(performed.act.kind().name());
            model.check(&performed);
            model.see(&performed);
        }
        Decision::Refused(refusal) => {
            note_refusal(Some(&refusal), seen);
            assert_eq!(body.perform(submission), Err(refusal), "decide and perform agree");
            assert_eq!(body.state().count(), before, "a refused act changes nothing");
        }
    }
}

fn note_refusals(choices: &[Choice], seen: &mut Seen) {
    choices.iter().for_each(|it| note_refusal(it.refusal.as_ref(), seen));
}

fn note_refusal(refusal: Option<&Refusal>, seen: &mut Seen) {
    let grounds = refusal.into_iter().flat_map(Refusal::grounds);
    seen.refused.extend(grounds.map(|it| it.rule.to_owned()));
}

/// An act is listed as open exactly when `decide` accepts it.
fn check_options(body: &JointMeeting, choices: &[Choice], by: &PersonId, at: Time, dice: &mut Dice) {
    let recorded_at = body.state().last_recorded().map(|it| it.max(at));
    let Some(choice) = dice.maybe_one_of(choices) else { return };
    let submission = Submission { act: choice.act.clone(), by: by.clone(), at, recorded_at };
    match body.decide(&submission) {
        Decision::Accepted(_) => assert!(choice.is_open(), "{:?}", choice.act),
        Decision::Refused(refusal) => assert_eq!(choice.refusal.as_ref(), Some(&refusal), "{:?}", choice.act),
    }
}

fn at_the_end(body: &JointMeeting) {
    let (text, head) = body.journal();
    assert_eq!(journal::verify(&text, Some(&head)), Ok(head.clone()));
    let charters: Vec<_> = body.charters().to_vec();
    assert_eq!(&JointMeeting::replay(charters.clone(), &text).unwrap(), body, "replay gives the same state");
    let checked = JointMeeting::replay_checked(charters, &text, Some(&head)).unwrap();
    assert_eq!(checked.breaches(), vec![], "every entry is accepted again");

    let last: Date = body.entries().last().unwrap().at.date();
    let year = |date: Date| {
        use std::str::FromStr;
        Period::year(i32::from_str(&date.to_string()[..4]).unwrap()).unwrap()
    };
    let this_year = body.audit(year(last), last);
    for clause in &this_year.clauses {
        for judgement in &clause.judgements {
            assert!(rule::find(judgement.rule).is_some());
            assert!(judgement.evidence.iter().all(|it| body.entry(*it).is_some()));
        }
    }
    // What is owed and late is what the audit finds unmet.
    for owed in body.obligations(last, 0).into_iter().filter(|it| it.overdue) {
        let Some(due) = &owed.due else { continue };
        if year(due.date) != year(last) {
            continue;
        }
        let clause = this_year.clauses.iter().find(|it| it.clause == owed.clause).unwrap();
        let same = clause
            .judgements
            .iter()
            .find(|it| it.rule == owed.rule && it.bearer == owed.bearer && it.subject == owed.subject);
        if let Some(same) = same {
            assert!(matches!(same.verdict, Verdict::Unmet | Verdict::Disputed), "{owed:?} {same:?}");
        }
    }
    // Any text at the door is an error or an answer.
    assert!(wire::from_str::<Submission>(&text).is_err());
}
