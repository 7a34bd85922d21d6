//! Grows bodies that hold very many things of one kind, for every kind, and prints how what they are asked grows with them.
//!
//! `worst [--minutes M] [--most N] [--all] [KIND …]`: bodies of 250 things, of 500, and so on up to `N`, for so many minutes of the
//! processor's time in all.
//! Each kind gets an even share of what is left; a question of which the next answer would take too much of it is not asked of a
//! larger body, and a kind is left when its share would not do for the next size. The exponent is the logarithm of the ratio of the
//! times at the last two sizes, for a doubling: 1 is linear, 2 is quadratic. Nothing is said of sizes that were not reached.
//!
//! The rows are Markdown: each kind with the question that grows fastest, then every question that grows faster than it should, or
//! with `--all` every question.

use std::{collections::BTreeMap, env, process::Command, time::Duration};

use conformance::growth::{Growing, Growths, once, questions, spent, timed};

/// A doubling may cost so many times as much, which is an exponent of 1.2.
const AT_MOST: f64 = 2.3;
/// What takes less than this is not judged: the clock is not that good.
const NOTHING: Duration = Duration::from_millis(20);
/// What takes little is done again until it takes so long.
const ENOUGH: Duration = Duration::from_millis(12);
/// The same for what seems to grow too fast.
const ENOUGH_AGAIN: Duration = Duration::from_millis(100);
/// The first size.
const FIRST: u32 = 250;
/// An answer may take one of so many parts of the time of its kind.
const PARTS: u32 = 30;
/// How often what seems to grow too fast is measured again; the best time counts.
const AGAIN: usize = 3;
/// What the growth itself is called.
const PERFORM: &str = "perform";

fn main() {
    let (mut minutes, mut most, mut every, mut kinds) = (40, 128_000, false, Vec::new());
    let mut args = env::args().skip(1);
    let number = |it: Option<String>| it.and_then(|it| it.parse().ok()).expect("a number follows");
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--minutes" => minutes = number(args.next()),
            "--most" => most = number(args.next()),
            "--all" => every = true,
            _ => kinds.push(arg),
        }
    }
    let growths = Growths::read();
    let wanted: Vec<_> =
        growths.kinds.iter().filter(|it| kinds.is_empty() || kinds.contains(&it.name)).collect();
    let (began, whole) = (spent(), Duration::from_secs(u64::from(minutes) * 60));
    println!("| many | things | grows fastest | exponent | of things | time | others above 1.2 |");
    println!("| --- | ---: | --- | ---: | ---: | ---: | --- |");
    let mut shown = Vec::new();
    for (ix, kind) in wanted.iter().enumerate() {
        let left = u32::try_from(wanted.len() - ix).expect("there are few kinds");
        let share = (whole + began).saturating_sub(spent()) / left;
        let Measured { things, mut all } = of_kind(&kind.name, growths.begin(kind), most, share);
        all.sort_by(|a, b| b.exponent.total_cmp(&a.exponent));
        let judged: Vec<&Grown> = all.iter().filter(|it| it.after > NOTHING).collect();
        let slow = judged.iter().filter(|it| it.is_slow()).count();
        let others: Vec<&str> = judged.iter().take(slow).skip(1).map(|it| it.question.as_str()).collect();
        let name = &kind.name;
        match judged.first() {
            Some(Grown { question, exponent, size, after, .. }) => println!(
                "| {name} | {things} | {question} | {exponent:.2} | {size} | {} | {} |",
                milliseconds(*after),
                others.join(", ")
            ),
            None => println!("| {name} | {things} | nothing takes {} | | | | |", milliseconds(NOTHING)),
        }
        shown.extend(
            all.into_iter().filter(|it| every || it.after > NOTHING && it.is_slow()).map(|it| (name, it)),
        );
    }
    println!("\n| many | question | of things | of half | of all | exponent |");
    println!("| --- | --- | ---: | ---: | ---: | ---: |");
    for (name, Grown { question, size, before, after, exponent }) in &shown {
        let [before, after] = [before, after].map(|it| milliseconds(*it));
        println!("| {name} | {question} | {size} | {before} | {after} | {exponent:.2} |");
    }
    println!("\n{:.0} minutes of {minutes}", (spent() - began).as_secs_f64() / 60.0);
    if kinds.is_empty() {
        let memory = env::current_exe().expect("we run").with_file_name("memory");
        match Command::new(&memory).arg("--million").output() {
            Ok(output) => print!("{}", String::from_utf8_lossy(&output.stdout)),
            Err(why) => println!("no row about memory: {}: {why}", memory.display()),
        }
    }
}

/// How long something took at one size after the other.
type Series = Vec<(u32, Duration)>;

/// How a question has grown at its last doubling.
struct Grown {
    question: String,
    size: u32,
    before: Duration,
    after: Duration,
    exponent: f64,
}

impl Grown {
    fn of(question: &str, series: &[(u32, Duration)]) -> Option<Self> {
        let [.., (_, before), (size, after)] = *series else { return None };
        let exponent = (after.as_secs_f64() / before.as_secs_f64()).log2();
        Some(Self { question: question.to_owned(), size, before, after, exponent })
    }

    fn is_slow(&self) -> bool {
        self.exponent > AT_MOST.log2()
    }
}

struct Measured {
    /// How many things there were in the end.
    things: u32,
    all: Vec<Grown>,
}

fn of_kind(name: &str, mut growing: Growing, most: u32, share: Duration) -> Measured {
    let began = spent();
    let mut all: BTreeMap<String, Series> = BTreeMap::new();
    // The bodies of the sizes before, by which a question is asked again.
    let mut kept: BTreeMap<u32, Growing> = BTreeMap::new();
    let mut size = FIRST;
    while size <= most.min(growing.most()) {
        let round = spent();
        let (took, refused) = grown(&mut growing, size);
        if let Some(why) = refused {
            println!("{name}: after {} there is no more: {why}", growing.count);
            break;
        }
        all.entry(PERFORM.to_owned()).or_default().push((size, took));
        for (question, answer) in questions::all(&growing.body, &growing.charter) {
            let series = all.entry(question).or_default();
            if let Some(next) = next(series, size)
                && next < share / PARTS
            {
                series.push((size, timed(ENOUGH, answer)));
            }
        }
        kept.insert(size, growing.clone());
        kept.retain(|it, _| *it >= size / 4);
        // What follows takes about twice as long, and so does what is measured again.
        if spent() - began + (spent() - round) * 3 > share {
            break;
        }
        size *= 2;
    }
    let mut slow: Vec<String> = Vec::new();
    for (question, series) in &all {
        let is_slow = |it: Grown| it.after > NOTHING && it.is_slow();
        if Grown::of(question, series).is_some_and(is_slow) {
            slow.push(question.clone());
        }
    }
    for question in slow {
        let series = all.entry(question.clone()).or_default();
        again(&question, series, &kept);
    }
    let all = all.iter().filter_map(|(question, series)| Grown::of(question, series)).collect();
    Measured { things: growing.count, all }
}

/// Grows a body to a size: how long that took, and the act that was refused, if one was.
fn grown(growing: &mut Growing, size: u32) -> (Duration, Option<String>) {
    let mut refused = None;
    let took = once(|| {
        while growing.count < size && refused.is_none() {
            refused = growing.grow().err();
        }
    });
    (took, refused.map(|(act, why)| format!("{act}: {why:?}")))
}

/// How long the next answer may take, going by those before; none if one was left out.
fn next(series: &[(u32, Duration)], size: u32) -> Option<Duration> {
    let Some((last, took)) = series.last() else { return Some(Duration::ZERO) };
    let ratio =
        Grown::of("", series).map_or(2.0, |it| (it.after.as_secs_f64() / it.before.as_secs_f64()).max(2.0));
    (last * 2 == size).then(|| took.mul_f64(ratio.min(8.0)))
}

/// Measures the last two sizes again, by turns. Other work on the machine can only add to a time, so that the best counts.
fn again(question: &str, series: &mut Series, kept: &BTreeMap<u32, Growing>) {
    let last_two = series.len().saturating_sub(2);
    for _ in 0..AGAIN {
        for (size, best) in series.iter_mut().skip(last_two) {
            let took = match question {
                PERFORM => kept.get(&(*size / 2)).map(|half| grown(&mut half.clone(), *size).0),
                _ => kept.get(size).and_then(|it| {
                    let mut all = questions::all(&it.body, &it.charter).into_iter();
                    all.find(|(name, _)| name == question).map(|(_, answer)| timed(ENOUGH_AGAIN, answer))
                }),
            };
            *best = took.map_or(*best, |it| it.min(*best));
        }
    }
}

fn milliseconds(it: Duration) -> String {
    format!("{:.1} ms", it.as_secs_f64() * 1e3)
}
