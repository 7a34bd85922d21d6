//! `cargo xtask bench`: measures, and prints one table. What is measured is said in the conformance crate.

use std::process::ExitCode;

use crate::process::cargo;

/// Builds what measures, optimised, and hands every argument on to the bench, which runs the others.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, String> {
    cargo(&["build", "--quiet", "--release", "-p", "conformance", "--bin", "bench", "--bin", "memory"])?;
    let mut command = vec!["run", "--quiet", "--release", "-p", "conformance", "--bin", "bench", "--"];
    command.extend(args.iter().map(String::as_str));
    cargo(&command).map(|()| ExitCode::SUCCESS)
}
