//! `cargo xtask bench`: measures, and prints one table. What is measured is said in the conformance crate; with `--peers` the
//! doors are held against what somebody would take instead, by the harness of each language in `bindings/*/bench`.

use std::{fs, process::ExitCode};

use crate::{
    process::{cargo, cargo_quietly, program_quietly, target},
    python, wasm,
};

/// Builds what measures, optimised, and hands every argument on to the bench, which runs the others.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, String> {
    if args == ["--peers"] {
        return peers().map(|()| ExitCode::SUCCESS);
    }
    cargo(&["build", "--quiet", "--release", "-p", "conformance", "--bin", "bench", "--bin", "memory"])?;
    let mut command = vec!["run", "--quiet", "--release", "-p", "conformance", "--bin", "bench", "--"];
    command.extend(args.iter().map(String::as_str));
    cargo(&command).map(|()| ExitCode::SUCCESS)
}

/// Builds and installs everything first, so that nothing else runs while it is timed. What a machine does not have is left out.
fn peers() -> Result<(), String> {
    const PYTHON: &str = "bindings/python/bench";
    const NODE: &str = "bindings/wasm/bench";
    let bin = ["run", "--quiet", "--release", "-p", "conformance", "--bin", "peers", "--"];
    let peers = |args: &[&str]| cargo_quietly(&[&bin[..], args].concat());
    let folder = target().join("peers");
    fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let write = |name: &str, text: String| {
        let path = folder.join(name).to_string_lossy().into_owned();
        fs::write(&path, text).map_err(|why| format!("{path}: {why}")).map(|()| path)
    };

    let year = write("year.jsonl", peers(&["year"])?)?;
    let python = match python::find() {
        Some(found) => {
            let python = python::environment(found, "bench", "bench/requirements.txt")?;
            let wheel = python::wheel(&python)?;
            Some((python, wheel))
        }
        None => None,
    };
    let node = wasm::is_possible();
    if node {
        wasm::build()?;
        wasm::install(NODE)?;
    }

    let mut rows = peers(&["core"])?;
    match python {
        Some((python, wheel)) => rows += &program_quietly(&python, &["run.py", &year, &wheel], PYTHON)?,
        None => println!("no rows about Python: {}", python::MISSING),
    }
    match node {
        true => rows += &program_quietly("node", &["run.js", &year], NODE)?,
        false => println!("no rows about JavaScript: {}", wasm::MISSING),
    }
    print!("{}", peers(&["table", &write("rows.tsv", rows)?])?);
    Ok(())
}
