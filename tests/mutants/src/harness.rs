//! Runs the vectors in the copy, in a process of its own for each mutant. This file is put into the copy of the conformance crate.
//!
//! - `mutant trace FILE`: nothing is switched on; writes for each vector the numbers that it asks for.
//! - `mutant run NUMBER...`: the vectors of these numbers first, then all others; ends at the first difference.
//! - `mutant rules`: each guard with its act, and each duty.

use std::{fmt::Write as _, panic, process::ExitCode};

use conformance::vector::{self, Stories, Vector};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.first().map(String::as_str) {
        Some("trace") => trace(&args[1]),
        Some("rules") => rules(),
        _ => return run(args.iter().skip(1).filter_map(|it| it.parse().ok()).collect()),
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
    }
    std::fs::write(path, text).expect("it can be written");
}

fn run(first: Vec<usize>) -> ExitCode {
    let stories = vector::stories();
    let all = all();
    panic::set_hook(Box::new(|_| ()));
    let rest = (0..all.len()).filter(|it| !first.contains(it));
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
    for (duty, _) in joint_meeting::rule::duties() {
        println!("{duty}\n!{duty}");
    }
}
