//! Times the core on the scenario's year, multiplied to many bodies and many years. Prints rows of one table.
//!
//! `bench` prints the table; `bench --count N` only plays the year N times, for an instruction counter. Every figure is the
//! best of interleaved repetitions, so that the ratios of one run can be trusted on a machine that others use.

use std::{
    collections::BTreeMap,
    hint::black_box,
    time::{Duration, Instant},
};

use conformance::{
    table::{self, Row},
    years::{self, Acts},
};
use joint_meeting::{
    Act, Charter, JointMeeting, Submission,
    entry::Outcome,
    id::PersonId,
    time::{Date, Period, Time},
};
use serde::Deserialize;

const REPETITIONS: usize = 12;
const BODIES: usize = 32;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        [] => print_table(),
        ["--count", what, years, times] => {
            let [years, times] = [years, times].map(|it| it.parse().expect("years and times are numbers"));
            count(what, years, times);
        }
        _ => panic!("usage: bench [--count acts|clone|parse|replay|checked|audit|obligations YEARS TIMES]"),
    }
}

/// What an instruction counter looks at: the difference between two numbers of times is the work itself.
fn count(what: &str, years: i32, times: i32) {
    let charter = years::charter();
    let acts = years::acts(&charter, years);
    let body = years::play(&charter, &acts);
    let (journal, _) = body.journal();
    for _ in 0..times {
        match what {
            "acts" => drop(black_box(play(&charter, submissions(&acts)))),
            "clone" => drop(black_box(submissions(&acts))),
            "parse" => parse(&journal),
            "replay" => drop(black_box(JointMeeting::replay([charter.clone()], &journal))),
            "checked" => drop(black_box(JointMeeting::replay_checked([charter.clone()], &journal, None))),
            "audit" => drop(black_box(audit(&body))),
            "obligations" => drop(black_box(obligations(&body))),
            _ => panic!("there is no `{what}` to count"),
        }
    }
}

/// The best time of each measurement, in seconds.
#[derive(Default)]
struct Best(BTreeMap<&'static str, f64>);

impl Best {
    fn note(&mut self, what: &'static str, took: Duration) {
        let best = self.0.entry(what).or_insert(f64::INFINITY);
        *best = best.min(took.as_secs_f64());
    }

    /// Microseconds for each of so many.
    fn each(&self, what: &str, count: usize) -> f64 {
        self.0.get(what).map_or(f64::NAN, |it| it * 1e6 / count as f64)
    }
}

fn print_table() {
    let charter = years::charter();
    let [one, ten, hundred] = [1, 10, 100].map(|it| years::acts(&charter, it));
    let [of_one, of_hundred] = [&one, &hundred].map(|it| years::play(&charter, it));
    let [journal, long_journal] = [&of_one, &of_hundred].map(|it| it.journal().0);
    let entries = of_one.entries().len();
    let refused = one.len() - entries;

    let mut best = Best::default();
    for _ in 0..REPETITIONS {
        best.note("bodies", time_bodies(&charter, &one));
        best.note("refused", time_refused(&charter, &one));
        best.note("1 year", (0..BODIES).map(|_| time_acts(&charter, &one)).min().unwrap_or_default());
        best.note("10 years", time_acts(&charter, &ten));
        best.note("100 years", time_acts(&charter, &hundred));
        let bodies = |look: &dyn Fn()| timed(|| (0..BODIES).for_each(|_| look()));
        best.note("parse", bodies(&|| parse(&journal)));
        best.note("replay", bodies(&|| drop(black_box(JointMeeting::replay([charter.clone()], &journal)))));
        best.note(
            "checked",
            bodies(&|| drop(black_box(JointMeeting::replay_checked([charter.clone()], &journal, None)))),
        );
        best.note("write", bodies(&|| drop(black_box(of_one.journal()))));
        best.note("audit", bodies(&|| drop(black_box(audit(&of_one)))));
        best.note("obligations", bodies(&|| drop(black_box(obligations(&of_one)))));
        best.note("late audit", bodies(&|| drop(black_box(audit(&of_hundred)))));
        best.note("late obligations", bodies(&|| drop(black_box(obligations(&of_hundred)))));
    }
    best.note("long replay", timed(|| drop(JointMeeting::replay([charter.clone()], &long_journal))));
    best.note(
        "long checked",
        timed(|| drop(JointMeeting::replay_checked([charter.clone()], &long_journal, None))),
    );

    println!("{} acts in the year, {entries} accepted, {refused} refused; {}", one.len(), kept(&one, &hundred));
    println!("{}", table::head());
    let act = best.each("bodies", one.len() * BODIES);
    Row::figure("an act, in bodies of one year", act, "us").target("P1", 0.2).print();
    Row::figure("  acts in a second", 1.0 / act, "M").print();
    let refusal = best.each("refused", refused * REFUSALS);
    Row::figure("  one that is refused", refusal, "us").held_against("an act", act).print();
    let in_one = best.each("1 year", one.len());
    Row::figure("an act, one body of 10 years", best.each("10 years", ten.len()), "us")
        .held_against("the same, 1 year", in_one)
        .print();
    Row::figure("an act, one body of 100 years", best.each("100 years", hundred.len()), "us")
        .held_against("the same, 1 year", in_one)
        .target("P3", 1.25)
        .print();
    let bytes = |text: &str, body: &JointMeeting| text.len() as f64 / body.entries().len() as f64;
    Row::figure("an entry in the journal, 100 years", bytes(&long_journal, &of_hundred), "B")
        .held_against("the same, 1 year", bytes(&journal, &of_one))
        .target("P3", 1.1)
        .print();
    let all = entries * BODIES;
    let parse = best.each("parse", all);
    Row::figure("parsing a line, typed, and no more", parse, "us").print();
    Row::figure("replay, trusted, an entry", best.each("replay", all), "us")
        .held_against("parsing a line", parse)
        .target("P4", 1.3)
        .print();
    Row::figure("replay, checked, an entry", best.each("checked", all), "us")
        .held_against("parsing a line", parse)
        .target("P5", 2.2)
        .print();
    let long = of_hundred.entries().len();
    Row::figure("replay, trusted, of 100 years, an entry", best.each("long replay", long), "us")
        .held_against("the same, 1 year", best.each("replay", all))
        .print();
    Row::figure("replay, checked, of 100 years, an entry", best.each("long checked", long), "us")
        .held_against("the same, 1 year", best.each("checked", all))
        .print();
    Row::figure("writing an entry down, chained", best.each("write", all), "us")
        .held_against("parsing a line", parse)
        .print();
    Row::figure("audit of a year", best.each("audit", BODIES), "us").target("P12", 50.0).print();
    Row::figure("  in a body of 100 years", best.each("late audit", BODIES), "us")
        .held_against("audit of a year", best.each("audit", BODIES))
        .print();
    Row::figure("obligations", best.each("obligations", BODIES), "us").target("P12", 10.0).print();
    Row::figure("  in a body of 100 years", best.each("late obligations", BODIES), "us")
        .held_against("obligations", best.each("obligations", BODIES))
        .print();
}

/// How much of a year could be repeated.
fn kept(one: &Acts, hundred: &Acts) -> String {
    format!("{} acts in a hundred years, {:.0} a year", hundred.len(), hundred.len() as f64 / 100.0)
        + if hundred.len() < one.len() * 80 { " (many lines cannot be repeated)" } else { "" }
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn submissions(acts: &Acts) -> Vec<Submission> {
    acts.iter().map(|(it, _)| it.clone()).collect()
}

fn play(charter: &Charter, acts: Vec<Submission>) -> JointMeeting {
    let mut body = years::body(charter);
    for submission in acts {
        let _ = black_box(body.perform(submission));
    }
    body
}

/// The acts of one body; what is not the core's work is outside the time.
fn time_acts(charter: &Charter, acts: &Acts) -> Duration {
    let acts = submissions(acts);
    let mut body = years::body(charter);
    let start = Instant::now();
    for submission in acts {
        let _ = black_box(body.perform(submission));
    }
    start.elapsed()
}

/// The same year in many bodies, one act in each by turns.
fn time_bodies(charter: &Charter, acts: &Acts) -> Duration {
    let all: Vec<Vec<Submission>> = (0..BODIES).map(|_| submissions(acts)).collect();
    let mut bodies: Vec<JointMeeting> = (0..BODIES).map(|_| years::body(charter)).collect();
    let mut all: Vec<_> = all.into_iter().map(Vec::into_iter).collect();
    timed(|| {
        for _ in 0..acts.len() {
            for (body, acts) in bodies.iter_mut().zip(&mut all) {
                if let Some(submission) = acts.next() {
                    let _ = black_box(body.perform(submission));
                }
            }
        }
    })
}

/// How often each refused act is tried.
const REFUSALS: usize = 64;

fn time_refused(charter: &Charter, acts: &Acts) -> Duration {
    let mut body = years::body(charter);
    let mut took = Duration::ZERO;
    for (submission, accepted) in acts {
        if *accepted {
            let _ = body.perform(submission.clone());
        } else {
            took += timed(|| {
                for _ in 0..REFUSALS {
                    let _ = black_box(body.check(black_box(submission)));
                }
            });
        }
    }
    took
}

/// A line as its types say, by serde alone: the yardstick.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "it is read and thrown away")]
struct Line {
    no: u32,
    at: Time,
    recorded_at: Time,
    by: PersonId,
    act: Act,
    #[serde(default)]
    outcome: Outcome,
    prev: String,
}

fn parse(journal: &str) {
    for line in journal.lines().skip(1) {
        let line: Line = serde_json::from_str(line).expect("the journal is whole");
        black_box(&line);
    }
}

fn audit(body: &JointMeeting) -> joint_meeting::verdict::Audit {
    body.audit(last_year(body), day(body, 15))
}

fn obligations(body: &JointMeeting) -> Vec<joint_meeting::obligation::Obligation> {
    body.obligations(day(body, 0), 90)
}

fn last_year(body: &JointMeeting) -> Period {
    body.entries().last().and_then(|it| Period::year(*Period { from: it.at.date(), to: it.at.date() }.years().start())).expect("it has entries")
}

/// So many days after the end of the last year.
fn day(body: &JointMeeting, days: u32) -> Date {
    joint_meeting::time::days_after(last_year(body).to, days)
}
