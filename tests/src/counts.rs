//! Counts of instructions, by callgrind: how they are taken, kept in `counts.json`, and held against each other.
//!
//! They do not depend on what else a machine does, so that a test can hold them. Other compilers make other counts: only counts
//! of one compiler are compared. The C library copies and compares bytes by another version for each processor, which may take
//! a hundred times as many instructions; those are counted apart and not held. What is counted is in `measured`.

use std::{collections::BTreeMap, env, fs, path::PathBuf, process::Command};

use serde::{Deserialize, Serialize};

/// How much more than before is too much.
const MORE: f64 = 1.03;
/// Of so many functions, those with the most instructions, the counts are kept.
const FUNCTIONS: usize = 40;
/// So many functions are named where a count has grown.
const NAMED: usize = 5;
/// How the names of those functions of the C library begin that it has in a version for each processor.
const FOR_BYTES: [&str; 2] = ["__mem", "__str"];

/// What was counted, and by which compiler.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// What `rustc --version` says.
    pub compiler: String,
    /// Each piece of work by its name.
    pub of: BTreeMap<String, Count>,
}

/// The instructions of a piece of work.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// All of them but those for bytes.
    pub instructions: u64,
    /// Those of the C library that copy, fill and compare bytes.
    pub bytes: u64,
    /// Those of the functions with the most, without what they call.
    pub functions: BTreeMap<String, u64>,
}

/// The compiler that is used here.
pub fn compiler() -> Option<String> {
    let output = Command::new("rustc").arg("--version").output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where the counts are kept.
pub fn file() -> PathBuf {
    crate::folder("counts.json")
}

/// The counts that are kept.
pub fn kept() -> Counts {
    crate::vector::read(&file())
}

/// Counts a piece of work of this program, which does it when it is called with `--round NAME`; none where there is no
/// valgrind. Only what happens within `measured::counted` is counted.
pub fn count(name: &str, of: usize) -> Option<Count> {
    let program = env::current_exe().ok()?;
    let out = program.with_file_name(format!("callgrind-{}.out", std::process::id()));
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--collect-atstart=no", "--toggle-collect=*measured::counted*"]);
    command.arg(format!("--callgrind-out-file={}", out.display())).arg(&program).args(["--round", name]);
    let output = command.output().ok()?;
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(&out).ok()?;
    fs::remove_file(&out).ok()?;
    let all = read(&text);
    assert!(all.instructions > 0, "{name}: nothing was counted");
    let each = |it: u64| it / of as u64;
    let mut functions: Vec<(String, u64)> =
        all.functions.into_iter().map(|(name, it)| (name, each(it))).filter(|(_, it)| *it > 0).collect();
    functions.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    functions.truncate(FUNCTIONS);
    let functions = functions.into_iter().collect();
    Some(Count { instructions: each(all.instructions), bytes: each(all.bytes), functions })
}

/// Reads what callgrind wrote: which instructions belong to which function.
fn read(text: &str) -> Count {
    let mut count = Count::default();
    let mut names: BTreeMap<&str, String> = BTreeMap::new();
    let mut function = None;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("fn=") {
            function = Some(named(name, &mut names).to_owned());
        } else if let Some(name) = line.strip_prefix("cfn=") {
            named(name, &mut names);
        } else if line.starts_with("calls=") {
            // The line that follows has what the call cost with all that it called.
            lines.next();
        } else if line.starts_with(|it: char| it.is_ascii_digit() || "+-*".contains(it))
            && let Some(cost) = line.split_whitespace().nth(1).and_then(|it| it.parse::<u64>().ok())
        {
            let name = function.as_deref().unwrap_or_default();
            if FOR_BYTES.iter().any(|it| name.starts_with(it)) {
                count.bytes += cost;
            } else {
                count.instructions += cost;
                *count.functions.entry(name.to_owned()).or_default() += cost;
            }
        }
    }
    count
}

/// The name of a function, which is written out once, `(3) a::b`, and then by its number, `(3)`.
fn named<'n, 't>(text: &'t str, names: &'n mut BTreeMap<&'t str, String>) -> &'n str {
    let (number, name) = text.split_once(' ').unwrap_or((text, ""));
    names.entry(number).or_insert_with(|| without_hash(name).to_owned())
}

/// The name without the hash that the compiler puts behind it, which is another with every change, and without the number of
/// the recursion that callgrind adds.
fn without_hash(name: &str) -> &str {
    let name = name.split_once('\'').map_or(name, |(name, _)| name);
    let is_hash = |it: &str| it.len() == 16 && it.bytes().all(|it| it.is_ascii_hexdigit());
    match name.rsplit_once("::h") {
        Some((name, hash)) if is_hash(hash) => name,
        _ => name,
    }
}

/// What has grown by more than may be, each in a sentence that names the functions that grew most.
pub fn grown(before: &Counts, now: &Counts) -> Vec<String> {
    let grown = now.of.iter().filter_map(|(name, now)| {
        let Some(before) = before.of.get(name) else { return Some(format!("{name}: not counted before")) };
        let ratio = now.instructions as f64 / before.instructions as f64;
        (ratio > MORE).then(|| {
            format!(
                "{name}: {} instructions, {} before, {ratio:.3} times as many: {}",
                now.instructions,
                before.instructions,
                by_function(before, now)
            )
        })
    });
    grown.collect()
}

fn by_function(before: &Count, now: &Count) -> String {
    let more = |(function, count): (&String, &u64)| {
        let before = before.functions.get(function).copied().unwrap_or_default();
        (count.saturating_sub(before), format!("{function} ({count}, {before} before)"))
    };
    let mut all: Vec<(u64, String)> = now.functions.iter().map(more).filter(|(more, _)| *more > 0).collect();
    all.sort_by_key(|(more, _)| std::cmp::Reverse(*more));
    all.into_iter().take(NAMED).map(|(_, text)| text).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_callgrind_writes_is_read() {
        let text = "events: Ir\n\nfl=(1) ???\nfn=(1) a::b::h0123456789abcdef\n0 5\n+3 7\ncfn=(2) c::d'2\ncalls=3 0\n0 100\n\
                    fn=(2)\n0 30\n* 4\nfn=(1)\n0 1\nfn=(3) __memcpy_of_a_processor\n0 900\ntotals: 947\n";
        let read = read(text);
        assert_eq!((read.instructions, read.bytes), (47, 900));
        assert_eq!(read.functions, BTreeMap::from([("a::b".to_owned(), 13), ("c::d".to_owned(), 34)]));
    }

    #[test]
    fn what_grows_by_more_than_three_in_a_hundred_is_named_with_its_functions() {
        let counts = |instructions, functions: [(&str, u64); 2]| Counts {
            compiler: "rustc".to_owned(),
            of: BTreeMap::from([(
                "act".to_owned(),
                Count {
                    instructions,
                    bytes: 0,
                    functions: functions.map(|(name, it)| (name.to_owned(), it)).into(),
                },
            )]),
        };
        let before = counts(1000, [("a", 600), ("b", 400)]);
        assert_eq!(grown(&before, &counts(1030, [("a", 630), ("b", 400)])), Vec::<String>::new());
        let more = grown(&before, &counts(1031, [("a", 590), ("b", 441)]));
        let [it] = more.as_slice() else { panic!("{more:?}") };
        assert!(it.contains("b (441, 400 before)") && !it.contains("a ("), "{it}");
        let other = Counts { of: BTreeMap::new(), ..before.clone() };
        assert_eq!(grown(&other, &before).len(), 1);
    }
}
