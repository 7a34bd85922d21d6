//! Times what is done with papers on the scenario's year: making them, writing each format, checking, the pack, the calendar.
//!
//! `bench_papers` prints the tables. The others that write .docx are measured by `cargo xtask bench --papers`, which needs from here:
//! `bench_papers minutes`, the paper that all of them write, as JSON; `bench_papers write PAPER OUT`, which writes it for a while,
//! prints the best time in microseconds, and keeps the first and the last file as `OUT.first.docx` and `OUT.last.docx`.

use std::{
    collections::BTreeMap,
    env, fs,
    hint::black_box,
    time::{Duration, Instant},
};

use conformance::{
    measured::{MINUTES, minutes},
    papers::{self, desk},
    table::{self, Row},
};
use joint_meeting::{JointMeeting, Language, time::Period, wire};
use joint_meeting_documents::{Desk, Paper, PaperFormat, PaperWords, Wanted, check::check_with};

const ROUNDS: usize = 200;
const WHILE: Duration = Duration::from_secs(1);

/// Each kind of paper once, from the whole journal. Those that are made on the way are among those of `papers/wanted.json`.
const KINDS: [&str; 13] = [
    r#"{"notice": {"meeting": "m9"}}"#,
    r#"{"agenda": {"meeting": "m9"}}"#,
    r#"{"attendance": {"meeting": "m9"}}"#,
    MINUTES,
    r#"{"countersign_sheet": {"minutes": "n6"}}"#,
    r#"{"document": {"document": "d6"}}"#,
    r#"{"bulletin": {"bulletin": "b12"}}"#,
    r#"{"summary": {"year": 2022, "on": "2023-01-15"}}"#,
    r#"{"register": {"on": "2023-01-15"}}"#,
    r#"{"assignments": {"on": "2023-01-15"}}"#,
    r#"{"action_plan": {"action": "j1"}}"#,
    r#"{"action_result": {"action": "j1"}}"#,
    r#"{"audit": {"year": 2022, "on": "2023-01-15"}}"#,
];
const ON_THE_WAY: [&str; 4] = ["minutes-skeleton", "document-ready", "reminder-part", "calendar"];

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => tables(&papers::body()),
        ["minutes"] => println!("{}", wire::to_string(&minutes(&papers::body()))),
        ["write", paper, out] => write(paper, out),
        _ => panic!("usage: bench_papers [minutes | write PAPER OUT]"),
    }
}

fn wanted(json: &str) -> Wanted {
    wire::from_str(json).unwrap_or_else(|why| panic!("{json}: {why}"))
}

/// What kind of paper is wanted.
fn name(wanted: &Wanted) -> String {
    let json = wire::to_string(wanted);
    json.split('"').nth(1).expect("it has a key").to_owned()
}

fn write(paper: &str, out: &str) {
    let text = fs::read_to_string(paper).unwrap_or_else(|why| panic!("{paper}: {why}"));
    let paper: Paper = wire::from_str(&text).unwrap_or_else(|why| panic!("{paper}: {why}"));
    let docx = || PaperFormat::Docx.write(&paper).expect("it can be written");
    let keep = |which: &str, bytes: &[u8]| {
        fs::write(format!("{out}.{which}.docx"), bytes).unwrap_or_else(|why| panic!("{out}: {why}"));
    };
    let mut last = docx();
    keep("first", &last);
    let (mut best, began) = (Duration::MAX, Instant::now());
    while began.elapsed() < WHILE {
        best = best.min(timed(|| last = docx()));
    }
    keep("last", &last);
    println!("{}", best.as_secs_f64() * 1e6);
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The best time of each measurement, by its row and its column.
#[derive(Default)]
struct Best(BTreeMap<(String, &'static str), Duration>);

impl Best {
    fn note<T>(&mut self, row: &str, column: &'static str, work: impl FnOnce() -> T) {
        let took = timed(|| drop(black_box(work())));
        let best = self.0.entry((row.to_owned(), column)).or_insert(took);
        *best = took.min(*best);
    }

    /// Microseconds.
    fn of(&self, row: &str, column: &'static str) -> Option<f64> {
        self.0.get(&(row.to_owned(), column)).map(|it| it.as_secs_f64() * 1e6)
    }
}

const MADE: &str = "made";
const CHECKED: &str = "checked";

fn tables(body: &JointMeeting) {
    let day = "2023-01-15".parse().expect("a date");
    let year = Period::year(2022).expect("a year");
    let words = || PaperWords::from_json(PaperWords::file(Language::Zh)).expect("the wording can be read");
    let at_the_end = desk(body, Language::Zh);
    let lines = papers::on_the_way();
    let lines: Vec<_> = lines.iter().filter(|it| ON_THE_WAY.contains(&it.name.as_str())).collect();
    assert_eq!(lines.len(), ON_THE_WAY.len());
    let bodies: Vec<JointMeeting> = lines.iter().map(|it| body.as_of(it.as_of)).collect();
    let desks: Vec<Desk<'_>> = bodies.iter().map(|it| desk(it, Language::Zh)).collect();
    let from_the_end = KINDS.iter().map(|it| (&at_the_end, wanted(it)));
    let on_the_way = desks.iter().zip(&lines).map(|(desk, it)| (desk, it.wanted.clone()));
    let kinds: Vec<_> = from_the_end.chain(on_the_way).map(|(desk, it)| (name(&it), desk, it)).collect();
    let pack = at_the_end.evidence(2022, day).expect("each paper can be made");
    let calendar = at_the_end.calendar(year, day).expect("it can be made");

    let mut best = Best::default();
    for _ in 0..ROUNDS {
        for (name, desk, wanted) in &kinds {
            let paper = desk.paper(wanted).expect("it can be made");
            let known = desk.known(wanted).expect("it is known");
            best.note(name, MADE, || desk.paper(wanted));
            for format in PaperFormat::ALL {
                if format.write(&paper).is_ok() {
                    best.note(name, format.ending(), || format.write(&paper));
                }
            }
            best.note(name, CHECKED, || check_with(&paper, &known));
        }
        best.note("wording", MADE, words);
        best.note("journal", MADE, || body.journal());
        best.note("desk", MADE, || desk(body, Language::Zh));
        best.note("pack", MADE, || at_the_end.evidence(2022, day));
        for format in PaperFormat::ALL {
            best.note("pack", format.ending(), || {
                pack.iter().filter_map(|it| format.write(&it.paper).ok()).collect::<Vec<_>>()
            });
        }
        best.note("calendar.ics", MADE, || at_the_end.calendar(year, day));
        best.note("calendar.ics", "ics", || calendar.to_ics());
    }
    by_kind(&best, kinds.iter().map(|(name, ..)| name.as_str()));
    println!();
    in_whole(&best, body.entries().len(), pack.len(), calendar.dates.len());
}

/// Microseconds, and how many are made and written as .docx in a second.
fn by_kind<'n>(best: &Best, names: impl Iterator<Item = &'n str>) {
    let columns = [MADE, "docx", "html", "txt", "md", "csv", CHECKED];
    let heads: String = columns.iter().map(|it| format!("{it:>9}")).collect();
    println!("{:<18}{heads}  .docx a second\n{}", "microseconds", "-".repeat(97));
    for name in names {
        let figures = columns.map(|it| best.of(name, it));
        let cells: String = figures
            .iter()
            .map(|it| format!("{:>9}", it.map(|it| format!("{it:.1}")).unwrap_or_default()))
            .collect();
        let each =
            best.of(name, MADE).zip(best.of(name, "docx")).map_or(f64::NAN, |(made, docx)| made + docx);
        println!("{name:<18}{cells}  {:>14.0}", 1e6 / each);
    }
}

fn in_whole(best: &Best, entries: usize, papers: usize, dates: usize) {
    println!("{}", table::head());
    let figure = |row: &str, column| best.of(row, column).expect("it was measured");
    let journal = figure("journal", MADE);
    Row::figure("reading the wording", figure("wording", MADE), "us").print();
    Row::figure(&format!("a desk, {entries} entries"), figure("desk", MADE), "us")
        .held_against("writing the journal out", journal)
        .print();
    let made = figure("pack", MADE);
    let a_second = |took: f64| papers as f64 / took * 1e6;
    Row::figure(&format!("the evidence of a year, {papers} papers"), made / 1e3, "ms").print();
    Row::figure("  papers made in a second", a_second(made), "").print();
    for format in PaperFormat::ALL {
        let ending = format.ending();
        let took = figure("pack", ending);
        let what = format!("  all of them as .{ending}");
        Row::figure(&what, took / 1e3, "ms").held_against("making them", made / 1e3).print();
    }
    Row::figure("  made and written as .docx in a second", a_second(made + figure("pack", "docx")), "")
        .print();
    Row::figure(&format!("the calendar of a year, {dates} dates"), figure("calendar.ics", MADE), "us")
        .print();
    Row::figure("  written as .ics", figure("calendar.ics", "ics"), "us").print();
}
