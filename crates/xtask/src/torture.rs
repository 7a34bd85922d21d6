//! `cargo xtask torture`: tries to break the library for a stated time, by the long forms of tests and, at every door, by a fuzzer
//! that looks at what is reached.
//!
//! What must hold at a door is said in the crate `doors`; what was found and kept is replayed by `cargo xtask test`.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use crate::{
    long_forms::{self, LongForm},
    process::{self, cargo_with, program, program_quietly, target, top},
};

/// How long the whole takes where nobody says so.
const MINUTES: u64 = 14;

/// What the compiler notes down for the fuzzer: which edges were taken, and what was compared.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";

/// What `--help` says besides.
pub(crate) const HELP: &str = "\
  --minutes N  how long in all, without what is built first; 14 where nobody says so
  --keep       what reaches something new at a door is kept in tests/corpus, which the tests replay
  NAME         a door, or a long form of a test; without any, all of both

Of the time, a third goes to the long forms, the rest to the doors. Each long form has a time limit, an even share of what is
left; one that is stopped by it has found nothing. One that fails says how it is repeated, with its seed. Long forms:
  racers, kills, crashes, kept        processes that race or are killed, losses of power, cuts of a kept file
  cuts, restarts, disks, faults       stores: torn lines, a server that crashes, full disks, operations that fail
  damage                              every bit of a journal
  prefixes, walks                     random walks, each beginning replayed, and very many of them
  neighbours                          very many changes of what the doors take";

/// The long forms have one part of so many of the time.
const PARTS: u32 = 3;

struct Wanted {
    minutes: u64,
    /// Whether what was found is kept beside the tests.
    keep: bool,
    /// Doors and long forms; all of both where none is named.
    names: Vec<String>,
}

/// Runs the long forms, then tries each door, with even shares of the time.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, String> {
    let Wanted { minutes, keep, names } = wanted(args)?;
    let fuzz = build()?;
    let all = program_quietly(&fuzz.to_string_lossy(), &[], ".")?;
    let is_wanted = |is: &dyn Fn(&str) -> bool| names.is_empty() || names.iter().any(|it| is(it));
    let doors: Vec<&str> = all.lines().filter(|door| is_wanted(&|it| it == *door)).collect();
    let forms: Vec<&LongForm> =
        long_forms::ALL.iter().filter(|it| is_wanted(&|name| it.is_named(name))).collect();
    let is_known =
        |name: &&String| doors.contains(&name.as_str()) || forms.iter().any(|it| it.is_named(name));
    if let Some(other) = names.iter().find(|it| !is_known(it)) {
        let doors = all.lines().collect::<Vec<_>>().join(", ");
        return Err(format!("`{other}` is no long form and none of the doors: {doors}"));
    }
    let time = Duration::from_secs(minutes * 60);
    let of_forms = if doors.is_empty() { time } else { time / PARTS };
    let mut broken = if forms.is_empty() { Vec::new() } else { long_forms::run(&forms, of_forms)? };
    let of_doors = if forms.is_empty() { time } else { time - of_forms };
    let seconds = of_doors.as_secs().checked_div(doors.len() as u64).unwrap_or_default().max(1);
    for door in doors {
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
            Err(why) => broken.push(format!(
                "{door}: {why}; the input stands in {}, and is replayed by the tests if it is put into tests/corpus/{door}",
                of_door(door).display()
            )),
        }
    }
    if broken.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    Err(broken.join("\n"))
}

fn wanted(args: &[String]) -> Result<Wanted, String> {
    let (mut minutes, mut keep, mut names) = (MINUTES, false, Vec::new());
    let mut args = args.iter();
    while let Some(it) = args.next() {
        match it.as_str() {
            "--minutes" => {
                let number = args.next().and_then(|it| it.parse().ok()).filter(|it| *it > 0);
                minutes = number.ok_or("after --minutes stands how many")?;
            }
            "--keep" => keep = true,
            flag if flag.starts_with('-') => return Err(format!("there is no `{flag}`\n{HELP}")),
            name => names.push(name.to_owned()),
        }
    }
    Ok(Wanted { minutes, keep, names })
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

/// Keeps those of the inputs that reach most of what neither those to begin with nor those kept before reach: the fuzzer notes down
/// what each input reaches, and the program that drives the doors chooses.
fn keep_found(fuzz: &Path, door: &str) -> Result<(), String> {
    let Folders { seeds, found, corpus } = folders(door)?;
    let nothing = of_door(door).join("merged");
    let reached = of_door(door).join("reached");
    let failed = |why: io::Error| format!("{door}: {why}");
    for old in [fs::remove_dir_all(&nothing), fs::remove_file(&reached)] {
        old.or_else(|why| if why.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(why) })
            .map_err(failed)?;
    }
    fs::create_dir_all(&nothing).map_err(failed)?;
    let (into, reached) = (nothing.to_string_lossy(), reached.to_string_lossy());
    let noted = format!("-merge_control_file={reached}");
    driven(fuzz, door, &["-set_cover_merge=1", &noted, &into, &seeds, &corpus, &found], &[])?;
    driven(fuzz, door, &[], &[("REACHED", &reached), ("FOUND", &found)])
}
