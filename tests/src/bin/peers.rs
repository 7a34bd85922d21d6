//! What `cargo xtask bench --peers` needs from here: the body-year that is played, the core's own time for it, and the table; the
//! table is that of `--papers` as well.
//!
//! `peers year [YEARS]` writes the year, `peers core` the core's rows, `peers table FILE` reads rows and prints the table. A row is a
//! name and a figure with a tab between; those of the doors and their peers come from the harness of each language, those of one decision
//! from `tests/deciders`.

use std::{collections::BTreeMap, env, fs, time::Instant};

use conformance::{
    table::{self, Bound, Row},
    workload, years,
};
use joint_meeting::{Submission, wire};
use serde::Deserialize;

const ROUNDS: usize = 100;

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["year"] => print!("{}", workload::text(1)),
        ["year", years] => print!("{}", workload::text(years.parse().expect("years are a number"))),
        ["core"] => core(),
        ["table", file] => table(&rows(file)),
        _ => panic!("usage: peers year [YEARS] | core | table FILE"),
    }
}

/// A line of the year, as far as it is needed here.
#[derive(Deserialize)]
struct Line {
    submit: Submission,
}

/// What the doors stand before: the acts as they are in memory, and as text that becomes an answer in text.
fn core() {
    let year = workload::text(1);
    let lines = year.lines().filter_map(|it| serde_json::from_str::<Line>(it).ok());
    let acts: Vec<Submission> = lines.map(|it| it.submit).collect();
    let texts: Vec<String> = acts.iter().map(wire::to_string).collect();
    let charter = years::charter();
    let (mut in_memory, mut in_text) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..ROUNDS {
        let (mut body, acts) = (years::body(&charter), acts.clone());
        in_memory = in_memory.min(timed(|| {
            for act in acts {
                let _ = std::hint::black_box(body.perform(act));
            }
        }));
        let mut body = years::body(&charter);
        in_text = in_text.min(timed(|| {
            for text in &texts {
                let submission = wire::from_str(text).expect("it was played");
                let answer = match body.perform(submission) {
                    Ok(entry) => wire::to_string(entry),
                    Err(refusal) => wire::to_string(&refusal),
                };
                std::hint::black_box(answer);
            }
        }));
    }
    let each = |seconds: f64| seconds * 1e6 / acts.len() as f64;
    println!("rust: in memory\t{:.4}\nrust: one JSON text\t{:.4}", each(in_memory), each(in_text));
}

fn timed(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

type Rows = BTreeMap<String, f64>;

fn rows(file: &str) -> Rows {
    let text = fs::read_to_string(file).unwrap_or_else(|why| panic!("{file}: {why}"));
    let row = |it: &str| {
        let (name, figure) = it.split_once('\t').unwrap_or_else(|| panic!("`{it}` is no row"));
        (name.to_owned(), figure.parse().unwrap_or_else(|why| panic!("`{it}`: {why}")))
    };
    text.lines().map(row).collect()
}

/// What a row of the table holds a figure against.
#[derive(Clone, Copy)]
enum Against {
    Nothing,
    /// How many times as long it takes as this one.
    Longer(&'static str, &'static str),
    /// How many times as fast it is as this one.
    Faster(&'static str, &'static str),
}
use Against::{Faster, Longer, Nothing};

type Goal = Option<(&'static str, Bound)>;

const fn least(goal: &'static str, least: f64) -> Goal {
    Some((goal, Bound::AtLeast(least)))
}

const fn most(goal: &'static str, most: f64) -> Goal {
    Some((goal, Bound::AtMost(most)))
}

const PLAIN: Against = Longer("python: plain", "a plain reducer");
const HELD: Against = Faster("python: eventsourcing, held", "as fast as eventsourcing");
const FETCHED: Against = Faster("python: eventsourcing, fetched", "as fast as it is fetched");
const TRANSITIONS: Against = Faster("python: transitions", "as fast as transitions");
const JS_PLAIN: Against = Longer("node: plain", "a plain reducer");
const XSTATE: Against = Faster("node: xstate", "as fast as XState");
const DECIDED: Against = Longer("deciders: joint-meeting, yes", "this library");
const REFUSED: Against = Longer("deciders: joint-meeting, no", "this library");
const OURS: Against = Longer("docx: this library, us", "this library");
const OUR_SIZE: Against = Longer("docx: this library, kB", "this library");

/// The rows: the words, the figure and its unit, what it is held against, and the goal.
const TABLE: &[(&str, &str, &str, Against, Goal)] = &[
    ("the core: an act in memory", "rust: in memory", "us", Nothing, None),
    (
        "  one JSON text in and out",
        "rust: one JSON text",
        "us",
        Longer("rust: in memory", "the same in memory"),
        None,
    ),
    ("Python: a plain reducer", "python: plain", "us", Nothing, None),
    ("  transitions, shared machines", "python: transitions", "us", PLAIN, None),
    ("  eventsourcing, aggregate held", "python: eventsourcing, held", "us", PLAIN, None),
    ("  eventsourcing, fetched for each act", "python: eventsourcing, fetched", "us", PLAIN, None),
    ("Python: one JSON text", "python: one JSON text", "us", Nothing, most("P6", 3.5)),
    ("", "python: one JSON text", "us", PLAIN, None),
    ("", "python: one JSON text", "us", TRANSITIONS, None),
    ("", "python: one JSON text", "us", HELD, None),
    ("  one dict", "python: one dict", "us", Nothing, most("P6", 7.0)),
    ("", "python: one dict", "us", PLAIN, None),
    ("", "python: one dict", "us", HELD, None),
    ("", "python: one dict", "us", FETCHED, None),
    ("  one constructor", "python: one constructor", "us", PLAIN, None),
    ("  a batch of dicts", "python: a batch of dicts", "us", PLAIN, None),
    ("  a batch of JSON texts", "python: a batch of JSON texts", "us", PLAIN, None),
    ("JavaScript: a plain reducer", "node: plain", "us", Nothing, None),
    ("  XState, an actor for each thing", "node: xstate", "us", JS_PLAIN, None),
    ("JavaScript: one JSON text", "node: one JSON text", "us", Nothing, most("P7", 4.0)),
    ("", "node: one JSON text", "us", JS_PLAIN, None),
    ("", "node: one JSON text", "us", XSTATE, least("P7", 1.0)),
    ("  one object", "node: one object", "us", JS_PLAIN, None),
    ("", "node: one object", "us", XSTATE, None),
    ("  a batch of objects", "node: a batch of objects", "us", JS_PLAIN, None),
    ("  a batch of JSON texts", "node: a batch of JSON texts", "us", JS_PLAIN, None),
    ("", "node: a batch of JSON texts", "us", XSTATE, None),
    (
        "  one JSON text, the build for pages",
        "node: for pages: one JSON text",
        "us",
        Nothing,
        most("P7", 8.0),
    ),
    ("WebAssembly for pages, gzip", "node: module, kB gzip", "kB", Nothing, most("P10", 380.0)),
    ("  brotli", "node: module, kB brotli", "kB", Nothing, most("P10", 300.0)),
    ("  compiling it", "node: compiling, ms", "ms", Nothing, most("P10", 5.0)),
    ("  the part for papers, gzip", "node: part for papers, kB gzip", "kB", Nothing, most("P10", 150.0)),
    ("a page's first answer, gzip", "page: first answer, gzip, ms", "ms", Nothing, most("P10", 4500.0)),
    ("  brotli", "page: first answer, br, ms", "ms", Nothing, most("P10", 4500.0)),
    ("  not packed", "page: first answer, plain, ms", "ms", Nothing, None),
    ("may it be issued? yes, with the entry", "deciders: joint-meeting, yes", "us", Nothing, None),
    ("  Cedar, facts held", "deciders: Cedar, facts held, yes", "us", DECIDED, None),
    ("  Cedar, facts from JSON", "deciders: Cedar, facts from JSON, yes", "us", DECIDED, None),
    ("  Rego, facts held", "deciders: Rego, facts held, yes", "us", DECIDED, None),
    ("  Rego, facts from JSON", "deciders: Rego, facts from JSON, yes", "us", DECIDED, None),
    ("may it be issued? no, with every ground", "deciders: joint-meeting, no", "us", Nothing, None),
    ("  Cedar, facts held", "deciders: Cedar, facts held, no", "us", REFUSED, None),
    ("  Cedar, facts from JSON", "deciders: Cedar, facts from JSON, no", "us", REFUSED, None),
    ("  Rego, facts held", "deciders: Rego, facts held, no", "us", REFUSED, None),
    ("  Rego, facts from JSON", "deciders: Rego, facts from JSON, no", "us", REFUSED, None),
    ("JavaScript: minutes made", "node: minutes made", "us", Nothing, None),
    ("  written as .docx", "node: minutes written as .docx", "us", Nothing, None),
    ("  checked", "node: minutes checked", "us", Nothing, None),
    ("JavaScript: the evidence of a year made", "node: evidence made", "us", Nothing, None),
    ("  written as .docx", "node: evidence written as .docx", "us", Nothing, None),
    ("Python: minutes made", "python: minutes made", "us", Nothing, None),
    ("  written as .docx", "python: minutes written as .docx", "us", Nothing, None),
    ("  checked", "python: minutes checked", "us", Nothing, None),
    ("Python: the evidence of a year made", "python: evidence made", "us", Nothing, None),
    ("  written as .docx", "python: evidence written as .docx", "us", Nothing, None),
    ("Python wheel", "python: wheel, KiB", "KiB", Nothing, most("P10", 1843.2)),
    ("  import joint_meeting", "python: import joint_meeting", "ms", Nothing, most("P10", 4.0)),
    ("  import joint_meeting.papers", "python: import joint_meeting.papers", "ms", Nothing, None),
    ("  import transitions", "python: import transitions", "ms", Nothing, None),
    ("  import eventsourcing", "python: import eventsourcing.application", "ms", Nothing, None),
    ("the same minutes as .docx", "docx: this library, us", "us", Nothing, None),
    ("  by docx-rs", "docx: docx-rs, us", "us", OURS, None),
    ("  by python-docx", "docx: python-docx, us", "us", OURS, None),
    ("the file", "docx: this library, kB", "kB", Nothing, None),
    ("  by docx-rs", "docx: docx-rs, kB", "kB", OUR_SIZE, None),
    ("  by python-docx", "docx: python-docx, kB", "kB", OUR_SIZE, None),
    ("different files of ten", "docx: this library, files", "", Nothing, None),
    ("  by docx-rs", "docx: docx-rs, files", "", Nothing, None),
    ("  by python-docx", "docx: python-docx, files", "", Nothing, None),
];

/// Rows whose figures are not there are left out: not every machine has every language.
fn table(rows: &Rows) {
    println!("{}", table::head());
    for (what, figure, unit, against, goal) in TABLE {
        let Some(figure) = rows.get(*figure) else { continue };
        let row = Row::figure(what, *figure, unit);
        let row = match *against {
            Nothing => Some(row),
            Longer(key, name) => rows.get(key).map(|it| row.held_against(name, *it)),
            Faster(key, name) => rows.get(key).map(|it| row.as_fast_as(name, *it)),
        };
        let row = row.map(|row| match *goal {
            Some((goal, bound)) => row.bound(goal, bound),
            None => row,
        });
        row.into_iter().for_each(Row::print);
    }
}
