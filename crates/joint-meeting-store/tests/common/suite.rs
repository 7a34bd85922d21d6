//! The contract as tests, which every store must pass; those that are data are in `tests/store`.

mod data;
mod many;
mod one;

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::places::Place;

/// What must hold of a store, and the test of it.
type Case = (&'static str, fn(&dyn Place));

const CASES: &[&[Case]] = &[one::CASES, many::CASES];

/// Puts every case to a kind of store, each in a place of its own.
pub fn holds<P: Place>(kind: &str, place: impl Fn() -> P) {
    let mut broken = Vec::new();
    let mut tried = 0;
    let mut run = |name: &str, case: &dyn Fn(&dyn Place)| {
        let place = place();
        tried += 1;
        if catch_unwind(AssertUnwindSafe(|| case(&place))).is_err() {
            broken.push(name.to_owned());
        }
    };
    for case in data::cases() {
        run(&case.name, &|place| data::run(&case, place));
    }
    for (name, case) in CASES.iter().copied().flatten() {
        run(name, case);
    }
    println!("{kind}: {tried} cases");
    assert!(tried > 20, "the cases are read");
    assert!(broken.is_empty(), "{kind}: {}", broken.join("\n"));
}
