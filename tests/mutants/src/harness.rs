//! Runs the vectors in the copy, in a process of its own for each mutant. This file is put into a crate of its own there: what the
//! other tests need takes long to build.
//!
//! - `mutant trace FILE`: nothing is switched on; writes for each vector the numbers that it asks for, and the rules that find
//!   something in it.
//! - `mutant run NUMBER...`: the vectors of these numbers first, then all others; ends at the first difference.
//! - `mutant only NUMBER...`: the vectors of these numbers, and no others.
//! - `mutant rules`: each guard with its act, and each duty.

#![allow(dead_code, missing_docs)]

#[path = "../../tests/src/layout.rs"]
mod layout;
#[path = "../../tests/src/listed.rs"]
mod listed;
#[path = "../../tests/src/vector.rs"]
mod vector;

use std::{fmt::Write as _, panic, path::PathBuf, process::ExitCode};

use joint_meeting::answer::Verdict;
pub use listed::files;
use vector::{Stories, Vector};

/// A folder of the conformance crate.
pub fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests").join(name)
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.first().map(String::as_str) {
        Some("trace") => trace(&args[1]),
        Some("rules") => rules(),
        how => {
            let first = args.iter().skip(1).filter_map(|it| it.parse().ok()).collect();
            return run(first, how != Some("only"));
        }
    }
    ExitCode::SUCCESS
}

fn all() -> Vec<(String, String, Vector)> {
    let files = vector::all().into_iter();
    let of_file = |(name, file): (String, vector::File)| {
        let charter = file.charter;
        file.vectors.into_iter().map(move |it| (name.clone(), charter.clone(), it))
    };
    files.flat_map(of_file).collect()
}

fn trace(path: &str) {
    let stories = vector::stories();
    joint_meeting::mutant::trace();
    let mut text = String::new();
    for (ix, (_, charter, it)) in all().iter().enumerate() {
        assert!(it.run(charter, &stories) == it.then, "{}", it.name);
        let asked: Vec<String> = joint_meeting::mutant::asked().iter().map(usize::to_string).collect();
        let _ = writeln!(text, "{ix} {}", asked.join(" "));
        for rule in joint_meeting::mutant::found() {
            let _ = writeln!(text, "{rule} {ix}");
        }
    }
    std::fs::write(path, text).expect("it can be written");
}

fn run(first: Vec<usize>, then_others: bool) -> ExitCode {
    let stories = vector::stories();
    let all = all();
    panic::set_hook(Box::new(|_| ()));
    let rest = (0..all.len()).filter(|it| then_others && !first.contains(it));
    for (file, charter, it) in first.iter().copied().chain(rest).filter_map(|it| all.get(it)) {
        if let Some(how) = differs(charter, it, &stories) {
            println!("{file}: {}{how}", it.name);
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn differs(charter: &str, vector: &Vector, stories: &Stories) -> Option<&'static str> {
    match panic::catch_unwind(|| vector.run(charter, stories)) {
        Ok(found) if found == vector.then => None,
        Ok(_) => Some(""),
        Err(_) => Some(" (what is given is refused)"),
    }
}

fn rules() {
    for act in joint_meeting::ActKind::ALL {
        for rule in act.rules() {
            println!("{rule}@{act:?}");
        }
    }
    let guards: Vec<&str> = joint_meeting::rule::guards().map(|it| it.id).collect();
    let of_acts: Vec<&str> = joint_meeting::ActKind::ALL.iter().flat_map(|it| it.rules()).collect();
    for common in guards.iter().filter(|it| !of_acts.contains(it)) {
        println!("{common}");
    }
    for (duty, gives) in joint_meeting::rule::duties() {
        println!("{duty}");
        // Some only say what was done.
        if gives.iter().any(|it| matches!(it, Verdict::Unmet | Verdict::NotDue)) {
            println!("!{duty}");
        }
    }
}
