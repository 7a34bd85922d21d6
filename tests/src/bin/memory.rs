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
