//! Counts what a body keeps in memory after the scenario's year. Prints rows of the table of `bench`; with `--million`, the row about
//! a body of so many entries.
//!
//! Apart from `bench`, since counting each allocation would slow down what is timed there.

use std::env;

use allocation_counter::measure;
use conformance::{
    growth::{Growth, Growths},
    table::Row,
    years,
};
use joint_meeting::JointMeeting;

fn main() {
    if env::args().nth(1).as_deref() == Some("--million") {
        return of_a_million();
    }
    let charter = years::charter();
    let acts = years::acts(&charter, 1);
    let (journal, _) = years::play(&charter, &acts).journal();

    let mut replayed = None;
    let kept = measure(|| replayed = JointMeeting::replay([charter.clone()], &journal).ok()).bytes_current;
    Row::figure("memory of a body after its year", kept as f64 / 1024.0, "KiB")
        .held_against("its journal", journal.len() as f64 / 1024.0)
        .target("P9", 1.75)
        .print();

    let mut body = years::body(&charter);
    let (mut for_accepted, mut for_refused) = (Vec::new(), Vec::new());
    for (submission, accepted) in acts {
        let mut result = None;
        let count = measure(|| result = Some(body.perform(submission).map(|it| it.no))).count_total;
        if accepted { &mut for_accepted } else { &mut for_refused }.push(count);
    }
    let each = |all: &[u64]| all.iter().sum::<u64>() as f64 / all.len() as f64;
    Row::figure("allocations for an accepted act", each(&for_accepted), "").print();
    Row::figure("allocations for a refused act", each(&for_refused), "").print();
}

/// A body keeps no more than so many times the bytes of its journal.
const MOST: f64 = 4.0;

/// What a million entries keep: documents, each with all that leads to it. Before that, what bodies keep that are made of one
/// kind of thing, the three that keep the most.
fn of_a_million() {
    let growths = Growths::read();
    let mut kinds: Vec<(f64, &str)> =
        growths.kinds.iter().map(|it| (kept(&growths, it, 4_000).0, it.name.as_str())).collect();
    kinds.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    for (ratio, name) in kinds.iter().take(3) {
        Row::figure(&format!("memory of {name}"), *ratio, "of the journal").target("worst", MOST).print();
    }
    let documents = growths.kinds.iter().find(|it| it.name == "documents received").expect("they are there");
    let (kept, peak, bytes) = kept(&growths, documents, 1_000_000);
    Row::figure("memory of a million entries", kept * bytes / 1e6, "MB")
        .held_against("the journal", bytes / 1e6)
        .target("worst", MOST)
        .print();
    Row::figure("  while it is replayed", peak * bytes / 1e6, "MB")
        .held_against("the journal", bytes / 1e6)
        .print();
}

/// What a body of so many entries keeps, and needs while it is replayed, of the bytes of its journal, which come last.
fn kept(growths: &Growths, kind: &Growth, entries: usize) -> (f64, f64, f64) {
    let mut growing = growths.begin(kind);
    while growing.body.entries().len() < entries && growing.grow().is_ok() {}
    let (journal, charter) = (growing.body.journal().0, growing.charter.clone());
    drop(growing);
    let mut replayed = None;
    let used = measure(|| replayed = JointMeeting::replay([charter], &journal).ok());
    assert!(replayed.is_some(), "the journal is whole");
    let bytes = journal.len() as f64;
    (used.bytes_current as f64 / bytes, used.bytes_max as f64 / bytes, bytes)
}
