//! Random walks under every charter: the invariants hold after every step, and over a run every act has been accepted
//! and every guard has refused.
//!
//! How a walk goes and what must hold is in the library of the tests.

mod walk {
    pub(crate) mod variants;
}

use std::{collections::BTreeSet, thread};

use conformance::walk::{Seen, walk as walk_once};
use joint_meeting::{ActKind, rule};
use walk::variants;

/// Guards that no walk can meet: only a journal too large for one, or a charter under which nothing can begin.
const OUT_OF_REACH: &[&str] = &[
    "journal.has_room",
    "charter.states_what_it_must",
    "charter.name_fits_its_head",
    "charter.convener_is_of_the_kind_asked",
];

/// Entries in a walk.
const STEPS: usize = 140;
/// Each walks its share alone, so that a run is the same on every machine.
const WALKERS: usize = 2;

#[test]
fn whatever_is_accepted_the_invariants_hold() {
    let walked = variants::all();
    let rounds = |it: &variants::Walked| it.beginnings.len();
    let least: usize = walked.iter().map(rounds).sum();
    let walks = std::env::var("WALKS").ok().and_then(|it| it.parse().ok()).unwrap_or(least);
    // Every charter with each of its beginnings; with more walks all over again, with other seeds.
    let pairs: Vec<(&variants::Walked, usize)> =
        walked.iter().flat_map(|it| (0..rounds(it)).map(move |beginning| (it, beginning))).collect();
    let share = |walker: usize| {
        let mut seen = Seen::default();
        for (seed, (it, beginning)) in (0..walks).zip(pairs.iter().cycle()).skip(walker).step_by(WALKERS) {
            println!("seed {seed}: {}, beginning {beginning}", it.name);
            walk_once(seed as u64, &it.charters, &it.beginnings[*beginning], STEPS, &mut seen);
        }
        seen
    };
    let mut seen = Seen::default();
    thread::scope(|scope| {
        let walkers: Vec<_> = (0..WALKERS).map(|walker| scope.spawn(move || share(walker))).collect();
        for walker in walkers {
            seen.and(walker.join().expect("a walker broke an invariant: see its last seed"));
        }
    });
    let acts: Vec<&str> =
        ActKind::ALL.iter().map(|it| it.name()).filter(|it| !seen.accepted.contains(it)).collect();
    let guards: BTreeSet<&str> = rule::guards().map(|it| it.id).collect();
    let silent = |it: &&str| !seen.refused.contains(*it) && !OUT_OF_REACH.contains(it);
    println!("{} charters, {walks} walks, {} entries", walked.len(), seen.steps);
    assert!(acts.is_empty(), "acts never accepted: {acts:?}");
    let guards: Vec<&str> = guards.into_iter().filter(silent).collect();
    assert!(guards.is_empty(), "guards that never refused: {guards:?}");
}
