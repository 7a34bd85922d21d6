//! Another body is another file: random charters load, can be founded and walked, and the invariants hold; a spoilt file
//! is an error and never a panic.

use std::collections::{BTreeMap, BTreeSet};

use conformance::{
    founding, random,
    rng::Rng,
    walk::{Seen, walk},
};
use joint_meeting::{Charter, JointMeeting, Language, charter::SettingKey, charters, time::Period};
use proptest::{
    prelude::{Strategy, any},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use serde_json::{Value, json};

/// Entries in a walk.
const STEPS: usize = 60;

/// So many cases, or as many as asked for; a failing one is made smaller and printed.
fn run<S: Strategy>(cases: u32, of: &S, test: impl Fn(S::Value)) {
    let cases = std::env::var("CHARTERS").ok().and_then(|it| it.parse().ok()).unwrap_or(cases);
    let config = Config { cases, max_shrink_iters: 100, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let result = TestRunner::new_with_rng(config, rng).run(of, |case| {
        test(case);
        Ok(())
    });
    if let Err(why) = result {
        panic!("{why}");
    }
}

fn load(file: &Value) -> Charter {
    Charter::from_json(&file.to_string()).unwrap_or_else(|why| panic!("{why}\n{file}"))
}

#[test]
fn a_random_charter_is_one_more_body() {
    use std::cell::RefCell;
    let (seen, founded, refused) = (RefCell::new(Seen::default()), RefCell::new(0), RefCell::new(0));
    run(120, &(any::<u64>(), 1..30_usize), |(seed, size)| {
        let mut rng = Rng::new(seed);
        let file = random::charter(&mut rng, size);
        let charter = load(&file);
        let written = json!(charter.file());
        assert_eq!(load(&written).file(), charter.file(), "it reads as it is written");
        for finding in charter.lint() {
            assert!(!finding.render(Language::En).is_empty());
        }
        if charter.file().general {
            assert!(JointMeeting::new([charter]).is_err(), "no body is founded under a general charter");
            return;
        }
        let mut next = written;
        next["version"] = json!(charter.version() + 1);
        let versions = [charter, load(&next)];
        match founding::found(&versions) {
            Ok((_, beginning)) => {
                *founded.borrow_mut() += 1;
                walk(seed, &versions, &beginning, STEPS, &mut seen.borrow_mut());
            }
            Err(_) => *refused.borrow_mut() += 1,
        }
    });
    let (seen, founded, refused) = (seen.into_inner(), founded.into_inner(), refused.into_inner());
    println!("{founded} founded, {refused} not, {} entries, {} acts", seen.steps, seen.accepted.len());
    assert!(founded > refused, "most charters that are sound can be founded");
}

/// The settings that random charters do not vary, each with the reason.
const NOT_VARIED: &[(&str, &str)] = &[];

#[test]
fn every_setting_is_varied() {
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut silent = BTreeSet::new();
    for seed in 0..400 {
        let mut rng = Rng::new(seed);
        let file = random::charter(&mut rng, 12);
        for clause in file["clauses"].as_array().into_iter().flatten() {
            for (key, value) in clause["sets"].as_object().into_iter().flatten() {
                said.entry(key.clone()).or_default().insert(value.to_string());
            }
            let keys = clause["silent"].as_array().into_iter().flatten();
            silent.extend(keys.filter_map(Value::as_str).map(str::to_owned));
        }
    }
    let all = SettingKey::ALL.iter().map(|it| it.name());
    let is_varied = |key: &&str| said.get(*key).is_some_and(|it| it.len() > 1) && silent.contains(*key);
    let same: BTreeSet<&str> = all.filter(|it| !is_varied(it)).collect();
    let explained: BTreeSet<&str> = NOT_VARIED.iter().map(|(key, _)| *key).collect();
    assert_eq!(same, explained, "a setting is varied, or it is said why not");
    assert!(NOT_VARIED.iter().all(|(_, why)| !why.is_empty()));
}

#[test]
fn a_spoilt_charter_is_an_error_or_a_charter() {
    let bundled: Vec<Value> = charters::ALL
        .iter()
        .chain(charters::GENERAL)
        .map(|(_, it)| serde_json::from_str(it).unwrap())
        .collect();
    run(400, &any::<u64>(), |seed| {
        let mut rng = Rng::new(seed);
        let file = if rng.chance(2) { rng.one_of(&bundled).clone() } else { random::charter(&mut rng, 12) };
        let spoilt = random::mutated(&mut rng, &file);
        let Ok(charter) = Charter::from_json(&spoilt.to_string()) else { return };
        charter.lint();
        let Ok(body) = JointMeeting::new([charter]) else { return };
        let on = "2023-06-01".parse().unwrap();
        body.audit(Period::year(2023).unwrap(), on);
        body.obligations(on, 400);
        body.roster(on);
        if let Ok((body, _)) = founding::found(body.charters()) {
            body.audit(Period::year(2023).unwrap(), on);
            body.obligations(on, 400);
        }
    });
}
