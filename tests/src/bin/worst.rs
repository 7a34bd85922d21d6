//! Grows bodies that hold very many things of one kind, for every kind, and prints how what they are asked grows with them.
//!
//! `worst [--most N] [--seconds S] [--all] [KIND …]`: bodies of a thousand things, of two thousand, and so on up to `N`. What takes
//! longer than `S` seconds is not asked of a larger body. Of each kind the questions are shown that grow faster than they should,
//! or all. The exponent is the logarithm of the ratio of the times at the two largest sizes, for a doubling: 1 is linear, 2 is
//! quadratic.

use std::{collections::BTreeMap, env, process::Command, time::Duration};

use conformance::growth::{Growing, Growths, once, questions, timed};

/// A doubling may cost so many times as much.
const AT_MOST: f64 = 2.3;
/// What takes less than this is not judged: the clock is not that good.
const NOTHING: Duration = Duration::from_millis(4);
/// The first size.
const FIRST: u32 = 1000;

struct Asked {
    most: u32,
    limit: Duration,
    all: bool,
    kinds: Vec<String>,
}

fn main() {
    let mut asked = Asked { most: 128_000, limit: Duration::from_secs(4), all: false, kinds: Vec::new() };
    let mut args = env::args().skip(1);
    let number = |it: Option<String>| it.and_then(|it| it.parse().ok()).expect("a number follows");
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--most" => asked.most = number(args.next()),
            "--seconds" => asked.limit = Duration::from_secs(number(args.next()).into()),
            "--all" => asked.all = true,
            _ => asked.kinds.push(arg),
        }
    }
    let growths = Growths::read();
    println!(
        "{:<48} {:<28} {:>7} {:>10} {:>10} {:>8}",
        "many", "question", "things", "half", "all", "exponent"
    );
    let mut slow = 0;
    for kind in &growths.kinds {
        if asked.kinds.is_empty() || asked.kinds.contains(&kind.name) {
            slow += of_kind(&kind.name, growths.begin(kind), &asked);
        }
    }
    println!("{slow} questions grow faster than {AT_MOST} times for twice as much");
    if asked.kinds.is_empty() {
        let memory = env::current_exe().expect("we run").with_file_name("memory");
        match Command::new(&memory).arg("--million").output() {
            Ok(output) => print!("{}", String::from_utf8_lossy(&output.stdout)),
            Err(why) => println!("no row about memory: {}: {why}", memory.display()),
        }
    }
}

/// How long something took at one size after the other.
#[derive(Default)]
struct Series(Vec<(u32, Duration)>);

impl Series {
    fn is_over(&self, limit: Duration) -> bool {
        self.0.last().is_some_and(|(_, took)| *took > limit)
    }

    /// The two last sizes and times, and the exponent.
    fn last(&self) -> Option<(u32, Duration, Duration, f64)> {
        let [.., (half, before), (size, after)] = self.0.as_slice() else { return None };
        let doublings = (f64::from(*size) / f64::from(*half)).log2();
        let exponent = (after.as_secs_f64() / before.as_secs_f64()).log2() / doublings;
        Some((*size, *before, *after, exponent))
    }
}

fn of_kind(name: &str, mut growing: Growing, asked: &Asked) -> usize {
    let mut all: BTreeMap<String, Series> = BTreeMap::new();
    let mut size = FIRST;
    let mut growth = Duration::ZERO;
    while size <= asked.most {
        let mut refused = None;
        growth = once(|| {
            while growing.count < size && refused.is_none() {
                refused = growing.grow().err();
            }
        });
        if let Some((act, why)) = refused {
            println!("{name}: after {} there is no more: {act}: {why:?}", growing.count);
            break;
        }
        // What was added is half of it.
        all.entry("perform".to_owned()).or_default().0.push((size, growth));
        for (question, answer) in questions::all(&growing.body, &growing.charter) {
            let series = all.entry(question).or_default();
            if !series.is_over(asked.limit) {
                series.0.push((size, timed(answer)));
            }
        }
        if growth > asked.limit * 4 {
            break;
        }
        size *= 2;
    }
    let mut slow = 0;
    for (question, series) in all {
        let Some((things, before, after, exponent)) = series.last() else { continue };
        let is_slow = exponent > AT_MOST.log2() && after > NOTHING;
        slow += usize::from(is_slow);
        if is_slow || asked.all {
            let stopped = if series.is_over(asked.limit) { ", stopped" } else { "" };
            println!(
                "{name:<48} {question:<28} {things:>7} {:>10} {:>10} {exponent:>8.2}{stopped}",
                milliseconds(before),
                milliseconds(after)
            );
        }
    }
    println!("{name:<48} {:<28} {:>7} {:>10} {:>10}", "(grown)", growing.count, "", milliseconds(growth));
    slow
}

fn milliseconds(it: Duration) -> String {
    format!("{:.1} ms", it.as_secs_f64() * 1e3)
}
