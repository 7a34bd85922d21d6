//! `cargo xtask mutants`: breaks the rules one expression at a time, and sees whether the vectors notice. How is said in the
//! crate that does it, `tests/mutants`, which has a lock file of its own.

use std::process::ExitCode;

use crate::process::{cargo, target};

/// Hands every argument on.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, String> {
    let built = target().join("mutants").join("tool").to_string_lossy().into_owned();
    let manifest = ["--manifest-path", "tests/mutants/Cargo.toml", "--target-dir", &built, "--"];
    let mut command = [&["run", "--quiet", "--locked"], &manifest[..]].concat();
    command.extend(args.iter().map(String::as_str));
    cargo(&command).map(|()| ExitCode::SUCCESS)
}
