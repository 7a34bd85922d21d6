//! Counts what a body keeps in memory after the scenario's year. Prints rows of the table of `bench`.
//!
//! Apart from `bench`, since counting each allocation would slow down what is timed there.

use allocation_counter::measure;
use conformance::{table::Row, years};
use joint_meeting::JointMeeting;

fn main() {
    let charter = years::charter();
    let acts = years::acts(&charter, 1);
    let (journal, _) = years::play(&charter, &acts).journal();
    let mut kept = None;
    let replayed = measure(|| kept = JointMeeting::replay([charter.clone()], &journal).ok());
    let entries = kept.as_ref().map_or(0, |it| it.entries().len());
    let state = measure(|| drop(kept.take().map(|it| it.state().clone()))).bytes_max;
    let _ = state;
    let mut accepted: Vec<_> = acts.iter().filter(|it| it.1).map(|it| it.0.clone()).collect();
    let mut refused: Vec<_> = Vec::new();
    let mut body = years::body(&charter);
    let mut allocations = (0, 0);
    for (submission, is_accepted) in acts {
        let info = measure(|| {
            let _ = body.perform(submission.clone());
        });
        let clone = measure(|| drop(submission.clone()));
        let extra = info.count_total.saturating_sub(clone.count_total);
        if is_accepted {
            allocations.0 += extra;
        } else {
            refused.push(());
            allocations.1 += extra;
        }
    }
    accepted.clear();
    let bytes = f64::from(u32::try_from(replayed.bytes_current).unwrap_or(u32::MAX));
    Row::figure("memory of a body after its year", bytes / 1024.0, "KiB")
        .held_against("its journal", journal.len() as f64 / 1024.0)
        .target("P9", 1.75)
        .print();
    let each = |count: u64, of: usize| count as f64 / of as f64;
    Row::figure("allocations for an accepted act", each(allocations.0, entries), "").print();
    Row::figure("allocations for a refused act", each(allocations.1, refused.len()), "").print();
}
