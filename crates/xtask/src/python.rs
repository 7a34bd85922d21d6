//! The Python package: a virtual environment inside the target folder, and what is run in it.
//!
//! Python is not installed; where there is none, or an old one, the step says so.

use std::{fs, path::Path, process::ExitCode};

use crate::{
    paths,
    process::{cargo, program, starts, target, top},
    requirements, wasm,
};

/// The programs that may be Python.
const PYTHONS: &[&str] = &["python3", "python"];
/// Ends well where it is new enough, and can make environments.
const NEW_ENOUGH: &str = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";
/// What is said where there is none.
pub(crate) const MISSING: &str = "there is no Python from 3.11 on that can make environments";
/// Where the package is.
const PACKAGE: &str = "bindings/python";
/// The most that the wheel may have, in kB.
const BUDGET: u64 = 3900;
/// What it should have.
const GOAL: u64 = 1887;

/// The modules whose signatures are compared with what is there when it runs. Of `types` only names are left then.
const STUBBED: [&str; 13] = [
    "_core", "acts", "answers", "body", "charter", "errors", "journal", "office", "papers", "roster",
    "store", "tables", "timeline",
];

/// `cargo xtask python`.
pub(crate) fn run(_: &[String]) -> Result<ExitCode, String> {
    if test()? { Ok(ExitCode::SUCCESS) } else { Err(MISSING.to_owned()) }
}

/// A Python that is new enough, if there is one.
pub(crate) fn find() -> Option<&'static str> {
    PYTHONS.iter().copied().find(|it| starts(it, &["-c", NEW_ENOUGH]))
}

/// Where something of the package is in the target folder.
pub(crate) fn path(name: &str) -> String {
    target().join("python").join(name).to_string_lossy().into_owned()
}

/// An environment with all that a list of the workspace asks for, made once for each list; the Python in it.
pub(crate) fn environment(python: &str, name: &str, list: &str) -> Result<String, String> {
    let (environment, stamp) = (path(name), path(&format!("{name}/requirements.txt")));
    let wanted = fs::read_to_string(top().join(list)).map_err(|why| format!("{list}: {why}"))?;
    let made = bin(&environment, "python");
    if fs::read_to_string(&stamp).ok().as_ref() != Some(&wanted) {
        program(python, &["-m", "venv", "--clear", &environment], "", &[])?;
        let install = ["-m", "pip", "install", "-q", "--disable-pip-version-check", "--only-binary", ":all:"];
        program(&made, &[&install[..], &["--require-hashes", "-r", list]].concat(), "", &[])?;
        fs::write(&stamp, wanted).map_err(|why| format!("{stamp}: {why}"))?;
    }
    Ok(made)
}

/// What pip is told to install nothing but the wheel.
pub(crate) fn only(wheel: &str) -> [&str; 7] {
    ["install", "-q", "--disable-pip-version-check", "--no-deps", "--no-index", "--force-reinstall", wheel]
}

/// Builds the wheel with the tools of an environment, and installs it there.
pub(crate) fn wheel(python: &str) -> Result<String, String> {
    wheel_of(PACKAGE, "wheels", python)
}

/// The same of a package, with a folder for what is built.
pub(crate) fn wheel_of(package: &str, folder: &str, python: &str) -> Result<String, String> {
    let wheels = path(folder);
    let _ = fs::remove_dir_all(&wheels);
    let build = ["-m", "maturin", "build", "--quiet", "--locked", "--out", &wheels];
    program(python, &build, package, &[("RUSTFLAGS", &paths::flags()?)])?;
    let wheel = fs::read_dir(&wheels).map_err(|why| why.to_string())?.flatten().next();
    let wheel = wheel.ok_or("there is no wheel")?.path().to_string_lossy().into_owned();
    names_no_path(python, &wheel)?;
    program(python, &[&["-m", "pip"], &only(&wheel)[..]].concat(), package, &[])?;
    Ok(wheel)
}

/// Looks through a wheel for a path of this machine.
pub(crate) fn names_no_path(python: &str, wheel: &str) -> Result<(), String> {
    let unpacked = path("unpacked");
    let _ = fs::remove_dir_all(&unpacked);
    program(python, &["-m", "zipfile", "--extract", wheel, &unpacked], "", &[])?;
    paths::search(Path::new(&unpacked))
}

/// Builds the wheel, checks its types, runs its tests, and imports it where there is nothing else. False where there
/// is no Python.
pub(crate) fn test() -> Result<bool, String> {
    let Some(python) = find() else { return Ok(false) };
    let tools = environment(python, "tools", "bindings/python/requirements.txt")?;
    requirements::come_as_wheels(&tools)?;
    let tool = |module: &str, args: &[&str], variables: &[(&str, &str)]| {
        program(&tools, &[&["-m", module], args].concat(), PACKAGE, variables)
    };
    let wheel = wheel(&tools)?;
    let kilobytes = fs::metadata(&wheel).map_err(|why| why.to_string())?.len() / 1000;
    println!("{wheel}: {kilobytes} kB; the budget is {BUDGET} kB, the goal {GOAL}");
    if kilobytes > BUDGET {
        return Err("the wheel is over the budget".to_owned());
    }

    tool("ruff", &["check", "--quiet", "--no-cache"], &[])?;
    tool("ruff", &["format", "--quiet", "--no-cache", "--check"], &[])?;
    tool("mypy", &["--cache-dir", &path("mypy")], &[])?;
    tool("pyright", &["--pythonpath", &tools], &[("PYRIGHT_PYTHON_CACHE_DIR", &path("pyright"))])?;
    let modules = STUBBED.map(|it| format!("joint_meeting.{it}"));
    tool("mypy.stubtest", &modules.each_ref().map(String::as_str), &[])?;
    let (journal, stored) = (path("journal.jsonl"), path("stored.db"));
    begin_shared(&stored)?;
    let variables = [
        ("JOINT_MEETING_JOURNAL", journal.as_str()),
        ("JOINT_MEETING_STORED", &stored),
        ("PYTHONDONTWRITEBYTECODE", "1"),
    ];
    tool("pytest", &[], &variables)?;
    cargo(&["run", "--quiet", "-p", "conformance", "--bin", "journal", "--", &journal])?;
    shared(&[&stored, "verify"])?;

    // With nothing but the wheel.
    let clean = path("clean");
    program(python, &["-m", "venv", "--clear", "--without-pip", &clean], PACKAGE, &[])?;
    let into = [&["--python", &clean], &only(&wheel)[..]].concat();
    tool("pip", &into, &[])?;
    let import = "from joint_meeting import *; print(Charter.bundled('nankai-dog-2022'))";
    program(&bin(&clean, "python"), &["-c", import], PACKAGE, &[])?;
    Ok(true)
}

/// A file of SQLite that Rust has begun, with what pages of a browser have stored where that was tested. Python goes on with it.
fn begin_shared(stored: &str) -> Result<(), String> {
    for end in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{stored}{end}"));
    }
    shared(&[stored, "begin"])?;
    let of_pages = wasm::stored();
    if of_pages.is_file() { shared(&[stored, "bring", &of_pages.to_string_lossy()]) } else { Ok(()) }
}

fn shared(args: &[&str]) -> Result<(), String> {
    let run = ["run", "--quiet", "-p", "joint-meeting-store", "--example", "shared", "--"];
    cargo(&[&run[..], args].concat())
}

/// A program of an environment.
pub(crate) fn bin(environment: &str, name: &str) -> String {
    let folder = if cfg!(windows) { "Scripts" } else { "bin" };
    format!("{environment}/{folder}/{name}")
}
