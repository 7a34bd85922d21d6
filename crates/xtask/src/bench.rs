//! `cargo xtask bench`: measures, and prints one table. What is measured is said in the conformance crate.

use std::process::ExitCode;

use crate::process::cargo;

/// Builds the bench optimised and hands every argument on to it.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, String> {
    let mut command = vec!["run", "--quiet", "--release", "-p", "conformance", "--bin", "bench", "--"];
    command.extend(args.iter().map(String::as_str));
    cargo(&command).map(|()| ExitCode::SUCCESS)
}
