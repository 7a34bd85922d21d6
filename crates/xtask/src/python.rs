//! The Python package: a virtual environment inside the target folder, and what is run in it.
//!
//! Python is not installed; where there is none, or an old one, the step says so.

use std::{fs, process::ExitCode};

use crate::process::{cargo, program, starts, target, top};

/// The programs that may be Python.
const PYTHONS: &[&str] = &["python3", "python"];
/// Ends well where it is new enough, and can make environments.
const NEW_ENOUGH: &str = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";
/// What is said where there is none.
pub(crate) const MISSING: &str = "there is no Python from 3.11 on that can make environments";
/// Where the package is.
const PACKAGE: &str = "bindings/python";

/// The modules whose signatures are compared with what is there when it runs. Of `types` only names are left then.
const STUBBED: [&str; 8] = ["_core", "acts", "answers", "body", "charter", "errors", "journal", "timeline"];

/// `cargo xtask python`.
pub(crate) fn run(_: &[String]) -> Result<ExitCode, String> {
    if test()? { Ok(ExitCode::SUCCESS) } else { Err(MISSING.to_owned()) }
}

/// Builds the wheel, checks its types, runs its tests, and imports it where there is nothing else. False where there
/// is no Python.
pub(crate) fn test() -> Result<bool, String> {
    let Some(python) = PYTHONS.iter().find(|it| starts(it, &["-c", NEW_ENOUGH])) else { return Ok(false) };
    let folder = target().join("python");
    fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();

    // The tools, once for each list of them.
    let (tools, stamp) = (path("tools"), path("tools/requirements.txt"));
    let wanted = top().join(PACKAGE).join("requirements.txt");
    let wanted_text = fs::read_to_string(&wanted).map_err(|why| why.to_string())?;
    if fs::read_to_string(&stamp).ok().as_ref() != Some(&wanted_text) {
        program(python, &["-m", "venv", "--clear", &tools], PACKAGE, &[])?;
        let install = ["-m", "pip", "install", "-q", "--disable-pip-version-check", "--only-binary", ":all:"];
        let wanted = ["--require-hashes", "-r", "requirements.txt"];
        program(&bin(&tools, "python"), &[&install[..], &wanted].concat(), PACKAGE, &[])?;
        fs::write(&stamp, wanted_text).map_err(|why| why.to_string())?;
    }
    let tool = |module: &str, args: &[&str], variables: &[(&str, &str)]| {
        program(&bin(&tools, "python"), &[&["-m", module], args].concat(), PACKAGE, variables)
    };

    let wheels = path("wheels");
    let _ = fs::remove_dir_all(&wheels);
    tool("maturin", &["build", "--quiet", "--locked", "--out", &wheels], &[])?;
    let wheel = fs::read_dir(&wheels).map_err(|why| why.to_string())?.flatten().next();
    let wheel = wheel.ok_or("there is no wheel")?.path();
    println!("{}: {} kB", wheel.display(), fs::metadata(&wheel).map_or(0, |it| it.len()) / 1000);
    let wheel = wheel.to_string_lossy();
    let pip = [
        "install",
        "-q",
        "--disable-pip-version-check",
        "--no-deps",
        "--no-index",
        "--force-reinstall",
        &wheel,
    ];
    tool("pip", &pip, &[])?;

    tool("ruff", &["check", "--quiet", "--no-cache"], &[])?;
    tool("ruff", &["format", "--quiet", "--no-cache", "--check"], &[])?;
    tool("mypy", &["--cache-dir", &path("mypy")], &[])?;
    tool(
        "pyright",
        &["--pythonpath", &bin(&tools, "python")],
        &[("PYRIGHT_PYTHON_CACHE_DIR", &path("pyright"))],
    )?;
    let modules = STUBBED.map(|it| format!("joint_meeting.{it}"));
    tool("mypy.stubtest", &modules.each_ref().map(String::as_str), &[])?;
    let journal = path("journal.jsonl");
    let variables = [("JOINT_MEETING_JOURNAL", journal.as_str()), ("PYTHONDONTWRITEBYTECODE", "1")];
    tool("pytest", &[], &variables)?;
    cargo(&["run", "--quiet", "-p", "conformance", "--bin", "journal", "--", &journal])?;

    // With nothing but the wheel.
    let clean = path("clean");
    program(python, &["-m", "venv", "--clear", "--without-pip", &clean], PACKAGE, &[])?;
    let into = [&["--python", &clean], &pip[..]].concat();
    tool("pip", &into, &[])?;
    let import = "from joint_meeting import *; print(Charter.bundled('nankai-dog-2022'))";
    program(&bin(&clean, "python"), &["-c", import], PACKAGE, &[])?;
    Ok(true)
}

/// A program of an environment.
fn bin(environment: &str, name: &str) -> String {
    let folder = if cfg!(windows) { "Scripts" } else { "bin" };
    format!("{environment}/{folder}/{name}")
}
