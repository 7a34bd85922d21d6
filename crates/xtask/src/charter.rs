//! `cargo xtask new-charter` and `cargo xtask charter`: for those who write charters.
//!
//! The work is done by the program `charter` of the conformance crate, which has the library.

use std::process::ExitCode;

use crate::process::cargo;

/// Writes the skeleton of a charter.
pub(crate) fn new(args: &[String]) -> Result<ExitCode, String> {
    let [name] = args else { return Err("it takes one name, such as riverside-lamps-2026".to_owned()) };
    charter(&["new", name])
}

/// Runs the program as it is.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, String> {
    charter(&args.iter().map(String::as_str).collect::<Vec<_>>())
}

fn charter(args: &[&str]) -> Result<ExitCode, String> {
    let program = ["run", "--quiet", "-p", "conformance", "--bin", "charter", "--"];
    cargo(&[&program, args].concat()).map(|()| ExitCode::SUCCESS)
}
