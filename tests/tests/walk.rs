//! Random walks under every charter: the invariants hold after every step, and over a run every act has been accepted
//! and every guard has refused.
//!
//! How a walk goes and what must hold is in the library of the tests. `WALKS` says how many there are, `SEED` with which they begin.

mod walk {
    pub(crate) mod variants;
}

use std::{collections::BTreeSet, ops::Range, thread};

use conformance::{
    kept::rounds,
    walk::{Seen, walk as walk_once},
};
use joint_meeting::{ActKind, rule};
use walk::variants;

/// Guards that no walk can meet: only a journal too large for one, or a charter under which nothing can begin.
const OUT_OF_REACH: &[&str] = &[
    "journal.has_room",
    // A body that is made now has a journal of the newest format.
    "journal.format_holds_it",
    "charter.states_what_it_must",
    "charter.name_fits_its_head",
    "charter.convener_is_of_the_kind_asked",
];

/// Entries in a walk.
const STEPS: usize = 120;
/// After so many rounds everything must have been seen.
const ROUNDS: usize = 4;
/// Each walks its share alone, so that a run is the same on every machine.
const WALKERS: usize = 2;

#[test]
fn whatever_is_accepted_the_invariants_hold() {
    let walked = variants::all();
    let beginnings = |it: &variants::Walked| it.beginnings.len();
    let pairs: Vec<(&variants::Walked, usize)> =
        walked.iter().flat_map(|it| (0..beginnings(it)).map(move |beginning| (it, beginning))).collect();
    let walks = std::env::var("WALKS").ok().and_then(|it| it.parse().ok());
    let first = rounds("SEED", 0);
    let (mut seen, mut walked_so_far) = (Seen::default(), 0);
    // Every charter with each of its beginnings; then all over again with other seeds, until everything has been seen.
    for _ in 0..ROUNDS {
        let round = walks.unwrap_or(pairs.len());
        seen.and(walk_round(&pairs, first + walked_so_far..first + walked_so_far + round));
        walked_so_far += round;
        let never = never(&seen);
        println!("after {walked_so_far} walks not seen: {never:?}");
        if never.is_empty() || walks.is_some() {
            break;
        }
    }
    let Seen { steps: entries, paged, prefixes, breaches, .. } = seen;
    println!("{} charters, {walked_so_far} walks, {entries} entries", walked.len());
    println!("{prefixes} beginnings replayed, {breaches} entries recorded in spite of the rules");
    println!("{paged} lists of options read page by page; least often refused: {:?}", rarest(&seen));
    assert!(breaches > 0, "nothing was recorded in spite of the rules");
    let never = never(&seen);
    assert!(never.is_empty() || walks.is_some(), "acts never accepted, guards that never refused: {never:?}");
}

/// So many walks, shared out.
fn walk_round(pairs: &[(&variants::Walked, usize)], seeds: Range<usize>) -> Seen {
    let share = |walker: usize| {
        let mut seen = Seen::default();
        for (seed, (it, beginning)) in seeds.clone().zip(pairs.iter().cycle()).skip(walker).step_by(WALKERS) {
            println!("seed {seed}: {}, beginning {beginning}", it.name);
            walk_once(seed as u64, &it.charters, &it.beginnings[*beginning], STEPS, &mut seen);
        }
        seen
    };
    let mut seen = Seen::default();
    thread::scope(|scope| {
        let share = &share;
        let walkers: Vec<_> = (0..WALKERS).map(|walker| scope.spawn(move || share(walker))).collect();
        for walker in walkers {
            seen.and(walker.join().expect("a walker broke an invariant: see its last seed"));
        }
    });
    seen
}

/// The guards that refused least often, the first to be missed when something changes.
fn rarest(seen: &Seen) -> Vec<(usize, &str)> {
    let mut guards: Vec<(usize, &str)> =
        rule::guards().filter_map(|it| Some((*seen.refused.get(it.id)?, it.id))).collect();
    guards.sort_unstable();
    guards.dedup();
    guards.truncate(16);
    guards
}

/// The acts that were never accepted, and the guards that never refused.
fn never(seen: &Seen) -> Vec<&'static str> {
    let acts = ActKind::ALL.iter().map(|it| it.name()).filter(|it| !seen.accepted.contains(it));
    let guards: BTreeSet<&str> = rule::guards().map(|it| it.id).collect();
    let silent = |it: &&str| !seen.refused.contains_key(*it) && !OUT_OF_REACH.contains(it);
    acts.chain(guards.into_iter().filter(silent)).collect()
}
