//! `cargo xtask generate`: the files that are generated and committed. A further one is one line in [`GENERATORS`].

use std::process::ExitCode;

use crate::{flag, process::cargo};

/// The programs of the conformance crate that generate files; each knows `--check`.
const GENERATORS: &[&str] = &["coverage", "charters", "papers", "types", "code_map"];

/// Writes every generated file, or says which is stale.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, String> {
    generate(flag(args, "--check")?).map(|()| ExitCode::SUCCESS)
}

/// Writes every generated file, or only looks whether each is fresh.
pub(crate) fn generate(only_check: bool) -> Result<(), String> {
    for generator in GENERATORS {
        let mut command = vec!["run", "--quiet", "-p", "conformance", "--bin", generator, "--"];
        command.extend(only_check.then_some("--check"));
        cargo(&command)?;
    }
    Ok(())
}
