//! `cargo xtask torture`: tries to break every door for a stated time, by a fuzzer that looks at what is reached.
//!
//! What must hold at a door is said in the crate `doors`; what was found and kept is replayed by `cargo xtask test`.

use std::{
    collections::BTreeSet,
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::process::{self, cargo_with, program, program_quietly, target, top};

/// How long the whole takes where nobody says so.
const MINUTES: u64 = 14;

/// What the compiler notes down for the fuzzer: which edges were taken, and what was compared.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";

/// The longest input that is kept, in bytes, and the most for a door, as the test of the corpora has them.
const BYTES_MAX: u64 = 8 * 1024;
const KEPT_MAX: usize = 64;

struct Wanted {
    minutes: u64,
    /// Whether what was found is kept beside the tests.
    keep: bool,
    /// All of them where none is named.
    doors: Vec<String>,
}

/// Builds the doors with what the fuzzer needs, and tries each for its part of the time.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, String> {
    let Wanted { minutes, keep, mut doors } = wanted(args)?;
    let fuzz = build()?;
    let all = program_quietly(&fuzz.to_string_lossy(), &[], ".")?;
    let all: Vec<&str> = all.lines().collect();
    if let Some(other) = doors.iter().find(|it| !all.contains(&it.as_str())) {
        return Err(format!("there is no door `{other}`: {}", all.join(", ")));
    }
    if doors.is_empty() {
        doors = all.iter().map(|it| (*it).to_owned()).collect();
    }
    let seconds = (minutes * 60 / doors.len() as u64).max(1);
    let mut broken = Vec::new();
    for door in &doors {
        println!("\n{door}: {seconds} s");
        let Folders { seeds, found, corpus } = folders(door)?;
        driven(&fuzz, door, &[], &[("SEEDS", &seeds)])?;
        let prefix = format!("-artifact_prefix={}/", of_door(door).to_string_lossy());
        let time = format!("-max_total_time={seconds}");
        let fixed = ["-timeout=20", "-rss_limit_mb=2048", "-max_len=131072", "-print_final_stats=1"];
        let args = [&[found.as_str(), &seeds, &corpus, &prefix, &time], &fixed[..]].concat();
        match driven(&fuzz, door, &args, &[]) {
            Ok(()) if keep => keep_found(&fuzz, door)?,
            Ok(()) => {}
            // The fuzzer has named the input's file, and the number from which its choices follow.
            Err(why) => broken.push(format!("{door}: {why}")),
        }
    }
    if broken.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    Err(format!(
        "{}\nthe inputs stand in {}; one that is put into tests/corpus/DOOR is replayed by the tests",
        broken.join("\n"),
        target().join("torture").display()
    ))
}

fn wanted(args: &[String]) -> Result<Wanted, String> {
    let (mut minutes, mut keep, mut doors) = (MINUTES, false, Vec::new());
    let mut args = args.iter();
    while let Some(it) = args.next() {
        match it.as_str() {
            "--minutes" => {
                let number = args.next().and_then(|it| it.parse().ok()).filter(|it| *it > 0);
                minutes = number.ok_or("after --minutes stands how many")?;
            }
            "--keep" => keep = true,
            door => doors.push(door.to_owned()),
        }
    }
    Ok(Wanted { minutes, keep, doors })
}

/// The program that drives a door. Only what is built for the machine itself is noted down, not what builds it.
fn build() -> Result<PathBuf, String> {
    let host = process::host()?;
    let folder = target().join("torture");
    let flags = env::var("RUSTFLAGS").map_or(COVERAGE.to_owned(), |it| format!("{it} {COVERAGE}"));
    cargo_with(
        ("RUSTFLAGS", &flags),
        &[
            "build",
            "--profile",
            "fuzz",
            "-p",
            "doors",
            "--features",
            "fuzz",
            "--bin",
            "fuzz",
            "--target",
            &host,
            "--target-dir",
            &folder.to_string_lossy(),
        ],
    )?;
    Ok(folder.join(host).join("fuzz").join("fuzz"))
}

fn driven(fuzz: &Path, door: &str, args: &[&str], more: &[(&str, &str)]) -> Result<(), String> {
    program(&fuzz.to_string_lossy(), args, ".", &[&[("DOOR", door)], more].concat())
}

fn of_door(door: &str) -> PathBuf {
    target().join("torture").join(door)
}

struct Folders {
    /// The input to begin with.
    seeds: String,
    /// What has reached something new, in this run and those before.
    found: String,
    /// What is kept beside the tests.
    corpus: String,
}

fn folders(door: &str) -> Result<Folders, String> {
    let made = |it: PathBuf| {
        fs::create_dir_all(&it).map_err(|why| format!("{}: {why}", it.display()))?;
        Ok::<_, String>(it.to_string_lossy().into_owned())
    };
    Ok(Folders {
        seeds: made(of_door(door).join("seeds"))?,
        found: made(of_door(door).join("found"))?,
        corpus: made(top().join("tests").join("corpus").join(door))?,
    })
}

/// Keeps the shortest inputs that reach what neither those to begin with nor those kept before reach.
fn keep_found(fuzz: &Path, door: &str) -> Result<(), String> {
    let Folders { seeds, found, corpus } = folders(door)?;
    let merged = of_door(door).join("merged");
    let _ = fs::remove_dir_all(&merged);
    let failed = |why: io::Error| format!("{door}: {why}");
    fs::create_dir_all(&merged).map_err(failed)?;
    let into = merged.to_string_lossy();
    let names = || {
        let all = fs::read_dir(&merged).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        all.map(|it| it.iter().map(|it| it.file_name()).collect::<BTreeSet<_>>()).map_err(failed)
    };
    driven(fuzz, door, &["-merge=1", &into, &seeds, &corpus], &[])?;
    let before = names()?;
    driven(fuzz, door, &["-merge=1", &into, &found], &[])?;
    let kept = fs::read_dir(&corpus).map_err(failed)?.count();
    let mut new = Vec::new();
    for name in names()?.difference(&before) {
        let length = fs::metadata(merged.join(name)).map_err(failed)?.len();
        new.push((length, name.clone()));
    }
    new.sort();
    new.retain(|(length, _)| *length <= BYTES_MAX);
    new.truncate(KEPT_MAX.saturating_sub(kept));
    for (_, name) in &new {
        fs::copy(merged.join(name), PathBuf::from(&corpus).join(name)).map_err(failed)?;
    }
    println!("{door}: {} kept, {} of them new", kept + new.len(), new.len());
    Ok(())
}
