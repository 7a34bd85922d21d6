//! What stores do under load: `load [SECONDS [BODIES]]`, one table of figures, ratios against raw inserts of the same durability in the same run.

mod clerks;
#[path = "../../tests/common/mod.rs"]
mod common;
mod ratios;
mod size;

use std::{fmt::Display, time::Instant};

/// A row of the table.
fn row(what: &str, figure: impl Display, more: impl Display) {
    println!("| {what} | {figure} | {more} |");
}

/// How long something takes, in seconds.
fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed().as_secs_f64(), done)
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [worker, at, clerk, threads, seconds] = &args[..]
        && worker == "worker"
    {
        return clerks::work(at, clerk, threads.parse().unwrap(), seconds.parse().unwrap());
    }
    let number = |ix: usize, usual: u64| args.get(ix).map_or(usual, |it| it.parse().unwrap());
    println!("| what | figure | |\n| --- | ---: | --- |");
    ratios::measure();
    clerks::measure(number(0, 60));
    size::measure(number(1, 100_000));
}
