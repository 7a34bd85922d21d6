//! Times the core on the scenario's year, multiplied to many bodies and many years. Prints rows of one table.
//!
//! Every figure is the best of interleaved repetitions, so that the ratios of one run can be trusted on a machine that others
//! use. The rows of `memory` follow. What is measured is in `measured`, whose instructions `counts` counts.

use std::{
    collections::BTreeMap,
    env,
    hint::black_box,
    process::Command,
    time::{Duration, Instant},
};

use conformance::{
    measured::{
        AHEAD, after, after_each, audit, audit_of_a_past_day, audit_so_far, moments, owed, replay,
        replay_checked, submissions,
    },
    table::{self, Row},
    years::{self, Acts},
};
use joint_meeting::{
    Act, AgainstKept, Charter, JointMeeting, Outcome, Proof, Submission,
    id::{PersonId, Text},
    time::{CalendarUse, Time},
};
use serde::Deserialize;

const REPETITIONS: usize = 12;
const BODIES: usize = 32;

fn main() {
    print_times();
    print_memory();
}

/// The best time of each measurement, in seconds.
#[derive(Default)]
struct Best(BTreeMap<&'static str, Vec<Duration>>);

impl Best {
    fn note(&mut self, what: &'static str, took: Duration) {
        self.note_slices(what, vec![took]);
    }

    /// Long work is timed in slices and the best of each is kept, so that an interruption spoils only one.
    fn note_slices(&mut self, what: &'static str, took: Vec<Duration>) {
        let best = self.0.entry(what).or_insert_with(|| took.clone());
        for (best, took) in best.iter_mut().zip(took) {
            *best = took.min(*best);
        }
    }

    /// Microseconds for each of so many.
    fn each(&self, what: &str, count: usize) -> f64 {
        let all: Duration = self.0.get(what).into_iter().flatten().sum();
        all.as_secs_f64() * 1e6 / count as f64
    }
}

fn print_times() {
    let charter = years::charter();
    let [one, ten, hundred] = [1, 10, 100].map(|it| years::acts(&charter, it));
    let [of_one, of_hundred] = [&one, &hundred].map(|it| years::play(&charter, it));
    let [journal, long_journal] = [&of_one, &of_hundred].map(|it| it.journal().0);
    let entries = of_one.entries().len();
    let refused = one.len() - entries;
    let moments = moments(&charter, &one, 1);

    let mut best = Best::default();
    for _ in 0..REPETITIONS {
        best.note_slices("bodies", time_bodies(&charter, &one));
        best.note("refused", time_refused(&charter, &one));
        best.note_slices("100 bodies", time_acts(&charter, &vec![one.as_slice(); 100]));
        best.note_slices("10 years", time_acts(&charter, &[&ten]));
        best.note_slices("100 years", time_acts(&charter, &[&hundred]));
        for _ in 0..BODIES {
            best.note("parse", timed(|| parse(&journal)));
            best.note("replay", timed(|| drop(black_box(replay(&charter, &journal)))));
            best.note("verify", timed(|| verify(&journal)));
            best.note("checked", timed(|| drop(black_box(replay_checked(&charter, &journal)))));
            best.note("write", timed(|| drop(black_box(of_one.journal()))));
            best.note("audit", timed_anew(&of_one, |it| drop(black_box(audit(it)))));
            best.note("obligations", timed_anew(&of_one, |it| drop(black_box(obligations(it)))));
        }
        best.note("late audit", timed_anew(&of_hundred, |it| drop(black_box(audit(it)))));
        best.note("late obligations", timed_anew(&of_hundred, |it| drop(black_box(obligations(it)))));
        best.note("past audit", timed(|| drop(black_box(audit_of_a_past_day(&of_one)))));
        best.note_slices(
            "owed after each",
            timed_after_each(&charter, &one, |it, at| drop(black_box(owed(it, at)))),
        );
        best.note_slices(
            "audit after each",
            timed_after_each(&charter, &one, |it, at| drop(black_box(audit_so_far(it, at)))),
        );
        best.note("options", timed(|| moments.iter().for_each(|it| drop(black_box(it.options())))));
        best.note("long parse", timed(|| parse(&long_journal)));
        best.note("long replay", timed(|| drop(black_box(replay(&charter, &long_journal)))));
        best.note("long checked", timed(|| drop(black_box(replay_checked(&charter, &long_journal)))));
    }

    println!(
        "{} acts in the year, {entries} accepted, {refused} refused; {}",
        one.len(),
        kept(&one, &hundred)
    );
    println!("{}", table::head());
    let act = best.each("bodies", one.len() * BODIES);
    Row::figure("an act, in bodies of one year", act, "us").target("act", 0.5).print();
    Row::figure("  acts in a second", 1.0 / act, "M").print();
    let refusal = best.each("refused", refused * REFUSALS);
    Row::figure("  one that is refused", refusal, "us").held_against("an act", act).print();
    let in_one = best.each("100 bodies", one.len() * 100);
    Row::figure("an act, 100 bodies of one year in turn", in_one, "us").print();
    Row::figure("an act, one body of 10 years", best.each("10 years", ten.len()), "us")
        .held_against("100 bodies of one year", in_one)
        .print();
    Row::figure("an act, one body of 100 years", best.each("100 years", hundred.len()), "us")
        .held_against("100 bodies of one year", in_one)
        .target("P3", 1.25)
        .print();
    let bytes = |text: &str, body: &JointMeeting| text.len() as f64 / body.entries().len() as f64;
    Row::figure("an entry in the journal, 100 years", bytes(&long_journal, &of_hundred), "B")
        .held_against("the same, 1 year", bytes(&journal, &of_one))
        .target("P3", 1.1)
        .print();
    let parse = best.each("parse", entries);
    Row::figure("parsing a line, typed, and no more", parse, "us").print();
    Row::figure("replay, trusted, an entry", best.each("replay", entries), "us")
        .held_against("parsing a line", parse)
        .target("replay", 1.25)
        .print();
    Row::figure("verifying a line, its chain and its spelling", best.each("verify", entries), "us")
        .held_against("parsing a line", parse)
        .print();
    Row::figure("replay, checked, an entry", best.each("checked", entries), "us")
        .held_against("parsing a line", parse)
        .target("replay", 1.9)
        .print();
    let long = of_hundred.entries().len();
    Row::figure("replay, trusted, of 100 years, an entry", best.each("long replay", long), "us")
        .held_against("parsing a line of them", best.each("long parse", long))
        .print();
    Row::figure("replay, checked, of 100 years, an entry", best.each("long checked", long), "us")
        .held_against("parsing a line of them", best.each("long parse", long))
        .print();
    Row::figure("writing an entry down, chained", best.each("write", entries), "us")
        .held_against("parsing a line", parse)
        .print();
    Row::figure("audit of the busy year", best.each("audit", 1), "us").target("audit", 150.0).print();
    Row::figure("  from a past day", best.each("past audit", 1), "us")
        .held_against("audit of the busy year", best.each("audit", 1))
        .print();
    Row::figure("  in a body of 100 years", best.each("late audit", 1), "us")
        .held_against("audit of the busy year", best.each("audit", 1))
        .target("P3", 1.5)
        .print();
    Row::figure("  after each act of the year so far", best.each("audit after each", entries), "us")
        .held_against("audit of the busy year", best.each("audit", 1))
        .print();
    Row::figure("obligations after each act", best.each("owed after each", entries), "us")
        .target("obligations", 10.0)
        .print();
    Row::figure("  at the end of the year, asked for the first time", best.each("obligations", 1), "us")
        .print();
    Row::figure("  in a body of 100 years", best.each("late obligations", 1), "us")
        .held_against("at the end of the year", best.each("obligations", 1))
        .target("P3", 1.5)
        .print();
    Row::figure("options after each act, of who did it", best.each("options", entries), "us").print();
    let [owed, late] = [&of_one, &of_hundred].map(|it| obligations(it).len() as f64);
    Row::figure("  how many are owed then", late, "").held_against("after one year", owed).print();
    let [listed, long] = [&of_one, &of_hundred].map(|it| it.register_on(after(it, 0)).len() as f64);
    Row::figure("  items of the register then", long, "").held_against("after one year", listed).print();
}

/// How much of a year could be repeated.
fn kept(one: &Acts, hundred: &Acts) -> String {
    format!("{} acts in a hundred years, {:.0} a year", hundred.len(), hundred.len() as f64 / 100.0)
        + if hundred.len() < one.len() * 80 { " (many lines cannot be repeated)" } else { "" }
}

/// The time for what a copy of a body is asked, which has kept no answers.
fn timed_anew(body: &JointMeeting, ask: impl FnOnce(&JointMeeting)) -> Duration {
    let copy = body.clone();
    timed(|| ask(&copy))
}

/// The times for what is asked after each act, one by one.
fn timed_after_each(charter: &Charter, acts: &Acts, ask: impl Fn(&JointMeeting, Time)) -> Vec<Duration> {
    let mut took = Vec::new();
    after_each(charter, acts, 0, |body, at| took.push(timed(|| ask(body, at))));
    took
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// So many acts are timed together.
const SLICE: usize = 64;

/// The acts of some bodies, one body after the other; what is not the core's work is outside the time.
fn time_acts(charter: &Charter, bodies: &[&[(Submission, bool)]]) -> Vec<Duration> {
    let mut took = Vec::new();
    let mut kept = Vec::new();
    for acts in bodies {
        let mut acts = submissions(acts).into_iter();
        let mut body = years::body(charter);
        while acts.len() > 0 {
            took.push(timed(|| {
                for submission in acts.by_ref().take(SLICE) {
                    let _ = black_box(body.perform(submission));
                }
            }));
        }
        kept.push(body);
    }
    took
}

/// The same year in many bodies, one act in each by turns.
fn time_bodies(charter: &Charter, acts: &Acts) -> Vec<Duration> {
    let mut all: Vec<_> =
        (0..BODIES).map(|_| (years::body(charter), submissions(acts).into_iter())).collect();
    let turn = |_| {
        timed(|| {
            for (body, acts) in &mut all {
                if let Some(submission) = acts.next() {
                    let _ = black_box(body.perform(submission));
                }
            }
        })
    };
    (0..acts.len()).map(turn).collect()
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
    #[serde(default)]
    calendar: Option<CalendarUse>,
    #[serde(default)]
    recorded_by: Option<PersonId>,
    #[serde(default)]
    proofs: Vec<Proof>,
    #[serde(default)]
    key: Option<Text>,
    #[serde(default)]
    against: Option<AgainstKept>,
    prev: String,
}

fn parse(journal: &str) {
    for line in journal.lines().skip(1) {
        let line: Line = serde_json::from_str(line).expect("the journal is whole");
        black_box(&line);
    }
}

fn verify(journal: &str) {
    black_box(joint_meeting::journal::verify(journal, None).expect("the journal is whole"));
}

fn obligations(body: &JointMeeting) -> Vec<joint_meeting::answer::Obligation> {
    body.obligations(after(body, 0), AHEAD)
}

fn print_memory() {
    let memory = env::current_exe().expect("we run").with_file_name("memory");
    match Command::new(&memory).output() {
        Ok(output) => print!("{}", String::from_utf8_lossy(&output.stdout)),
        Err(why) => println!("no rows about memory: {}: {why}", memory.display()),
    }
}
