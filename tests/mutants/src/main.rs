//! Breaks the core one expression at a time, and sees whether anything notices: `cargo xtask mutants`.
//!
//! Every change is compiled in behind one build, and switched on by its number in a process of its own. What nobody notices
//! for a reason is listed in `tests/mutants.json`; this program ends with a failure where something else survives.

mod copy;
mod find;
mod known;
mod operators;
mod result;
mod run;
mod site;

use std::{
    collections::BTreeMap,
    process::ExitCode,
    time::{Duration, Instant},
};

use crate::{
    copy::{Copy, top},
    known::Known,
    result::{Result as Judged, Results, keyed, module_of},
    run::{Fate, Runner},
};

const USAGE: &str = "\
mutants [--minutes N] [--seed N] [--rules] [--tests] [--resume] [--again] [PLACE...]
  --minutes N  ends after so long; without it every mutant is run
  --seed N     the order in which they come
  --rules      switches whole rules off, in the place of expressions
  --tests      what no vector notices is put to the tests as well
  --resume     goes on with what was run before
  --again      runs again only what survived before
  -h, --help   prints this
  PLACE        files or folders in the sources of the core; without any, the rules and what they stand on";

/// The rules and what they stand on.
const PLACES: &[&str] = &[
    "law/",
    "kernel/",
    "state/",
    "body",
    "journal.rs",
    "views/audit",
    "views/obligation.rs",
    "terms/calendar.rs",
    "terms/date.rs",
    "terms/period.rs",
    "terms/time.rs",
    "code/load",
    "charter/settings",
    "charter/readings.rs",
    "charter/file.rs",
    "charter.rs",
];

#[derive(Default)]
struct Wanted {
    minutes: Option<u64>,
    seed: u64,
    rules: bool,
    tests: bool,
    resume: bool,
    again: bool,
    help: bool,
    places: Vec<String>,
}

fn wanted() -> Result<Wanted, String> {
    let mut wanted = Wanted { seed: 1, ..Wanted::default() };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut number =
            || args.next().and_then(|it| it.parse().ok()).ok_or(format!("`{arg}` takes a number\n{USAGE}"));
        match arg.as_str() {
            "--minutes" => wanted.minutes = Some(number()?),
            "--seed" => wanted.seed = number()?,
            "--rules" => wanted.rules = true,
            "--tests" => wanted.tests = true,
            "--resume" => wanted.resume = true,
            "--again" => wanted.again = true,
            "-h" | "--help" => wanted.help = true,
            _ if arg.starts_with('-') => return Err(format!("there is no `{arg}`\n{USAGE}")),
            _ => wanted.places.push(arg),
        }
    }
    Ok(wanted)
}

fn main() -> ExitCode {
    let done = wanted().and_then(|it| match it.help {
        true => {
            println!("{USAGE}");
            Ok(0)
        }
        false => run(&it),
    });
    match done {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Gives how many survive without a reason.
fn run(wanted: &Wanted) -> Result<usize, String> {
    let folder = top().join("target/mutants");
    // One copy is built for all places: a change of the places costs nothing.
    let all: Vec<String> = PLACES.iter().map(|it| (*it).to_owned()).collect();
    let mut copy = Copy::new(&all);
    copy.settle()?;
    let (program, tests) = copy.build(wanted.tests)?;
    let runner = Runner::new(program, &tests, &folder)?;
    let known = Known::read();
    if wanted.rules {
        return Ok(rules(&runner, &known));
    }
    let until = wanted.minutes.map(|it| Instant::now() + Duration::from_secs(it * 60));
    let is_wanted =
        |file: &str| wanted.places.is_empty() || wanted.places.iter().any(|it| file.starts_with(it.as_str()));
    let mut results = Results::open(folder.join("results.jsonl"), wanted.resume || wanted.again);
    let mut all = keyed(copy.mutants());
    let mut seed = wanted.seed;
    for ix in (1..all.len()).rev() {
        let other = usize::try_from(next(&mut seed)).unwrap_or_default() % (ix + 1);
        all.swap(ix, other);
    }
    for (no, key, line) in all {
        let before = results.all.get(&key).map(|it| it.fate.clone());
        let is_due = match before {
            Some(Fate::Survived) => wanted.again,
            Some(_) => false,
            None => !wanted.again,
        };
        if !is_due || !is_wanted(&key.0) {
            continue;
        }
        if until.is_some_and(|it| Instant::now() > it) {
            break;
        }
        let fate = runner.mutant(no, &key.0);
        if fate == Fate::Survived {
            println!("survived: {}:{line} {}: `{}`", key.0, key.2, key.3);
        }
        let (file, within, operator, text, nth) = key;
        results.note(Judged { file, line, within, operator, text, nth, fate });
    }
    Ok(results.print(&made(&copy), &known))
}

/// How many mutants of each module compile.
fn made(copy: &Copy) -> BTreeMap<String, usize> {
    let mut made: BTreeMap<String, usize> = BTreeMap::new();
    for (_, file, _) in copy.mutants() {
        *made.entry(module_of(file)).or_default() += 1;
    }
    made
}

/// Switches each rule off.
fn rules(runner: &Runner, known: &Known) -> usize {
    let all = runner.rules();
    let mut unnoticed = 0;
    let mut without = 0;
    for rule in &all {
        if runner.rule(rule) != Fate::Survived {
            continue;
        }
        unnoticed += 1;
        match known.reason_of_rule(rule) {
            Some(reason) => println!("known: {rule}: {reason}"),
            None => {
                println!("UNNOTICED: {rule}");
                without += 1;
            }
        }
    }
    println!("{} switched off, {unnoticed} unnoticed, {without} of them without a reason", all.len());
    without
}

/// The next of a row of numbers that looks like chance (splitmix64).
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut it = *seed;
    it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    it ^ (it >> 31)
}
