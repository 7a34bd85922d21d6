//! `journal FILE`: whether a journal that another language wrote of the scenario is, byte for byte, the one written here.

use std::process::ExitCode;

use conformance::{scenario, years};
use joint_meeting::journal;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("it takes the path of a journal");
        return ExitCode::from(2);
    };
    let written = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path}: {why}"));
    let (body, _) = scenario::play(years::charter(), &scenario::read(years::SCENARIO));
    let (text, head) = body.journal();
    if let Err(why) = journal::verify(&written, Some(&head)) {
        eprintln!("{path}: {why}");
        return ExitCode::FAILURE;
    }
    if written != text {
        eprintln!("{path} is not written as it is here");
        return ExitCode::FAILURE;
    }
    println!("{path}: the same {} bytes", text.len());
    ExitCode::SUCCESS
}
