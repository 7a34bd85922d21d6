//! `cargo xtask wasm`: the package for JavaScript, built into `bindings/wasm/dist`.
//!
//! What needs Node is done by the scripts in `bindings/wasm/scripts`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    flag, paths,
    process::{cargo, cargo_with, ensure_target, program, starts, target, top},
    programs::{self, CHROMIUM, FIREFOX},
};

/// What the module is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
/// Where the package is.
pub(crate) const PACKAGE: &str = "bindings/wasm";
/// Where the page of an office is.
const DESK: &str = "bindings/wasm/desk";

/// Ends well where Node is new enough for the package and its tools.
const NEW_ENOUGH: &str =
    "const [a, b] = process.versions.node.split('.'); process.exit(+(a < 20 || (a == 20 && b < 19)))";
/// What is said where there is no browser.
pub(crate) const NO_BROWSER: &str = "everything in a browser, because there is no Chromium";
/// What is said where it is not.
pub(crate) const MISSING: &str = "there is no Node from 20.19 on, or no npm";

/// Builds the package, and tests it if that is wanted.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, String> {
    let tested = flag(args, "--test")?;
    build()?;
    if tested && !test()? {
        println!("not tested: {NO_BROWSER}");
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether there is what the package is made with.
pub(crate) fn is_possible() -> bool {
    starts("node", &["-e", NEW_ENOUGH]) && starts("npm", &["--version"])
}

/// Builds the module for pages and for Node, and hands all to the build script.
pub(crate) fn build() -> Result<(), String> {
    ensure_target(TARGET)?;
    let [page, node] = [built("wasm")?, built("wasm-node")?];
    install(PACKAGE)?;
    script("build.js", &[&page, &node])?;
    paths::search(&top().join(PACKAGE).join("dist"))
}

/// Compiles the module by a profile, splits it, and makes the JavaScript around it: the folder with all of that.
fn built(profile: &str) -> Result<PathBuf, String> {
    let build = ["rustc", "--quiet", "-p", "joint-meeting-wasm", "--target", TARGET, "--profile", profile];
    // By what the linker knows of every address, the module is split.
    let build = [&build[..], &["--", "-C", "link-arg=--emit-relocs"]].concat();
    cargo_with(("RUSTFLAGS", &paths::flags()?), &build)?;
    let module = target().join(TARGET).join(profile).join("joint_meeting_wasm.wasm");
    let raw = target().join("raw").join(profile);
    let tool = top().join("crates/xtask-wasm/Cargo.toml");
    // Its dependencies are compiled once, in a folder of their own.
    cargo(&[
        "run",
        "--quiet",
        "--locked",
        "--manifest-path",
        &tool.to_string_lossy(),
        "--target-dir",
        &target().join("xtask-wasm").to_string_lossy(),
        "--",
        &module.to_string_lossy(),
        &raw.to_string_lossy(),
    ])?;
    Ok(raw)
}

/// Packs what was built, tests it as it would be installed, and compares the journal written there with Rust's. False where
/// there is no browser, and nothing in one was tested.
pub(crate) fn test() -> Result<bool, String> {
    let has_browser = programs::install(&[CHROMIUM]).is_empty();
    let folder = target().join("wasm-package");
    script("test.js", &[&folder])?;
    let journal = folder.join("journal.jsonl");
    cargo(&["run", "--quiet", "-p", "conformance", "--bin", "journal", "--", &journal.to_string_lossy()])?;
    Ok(has_browser)
}

/// Builds and runs the tiny apps of those who embed the package that was tested.
pub(crate) fn hosts() -> Result<(), String> {
    install(PACKAGE)?;
    script("hosts.js", &[&target().join("hosts")])
}

/// Builds the page of an office with the package as it was built, and tests it. False where there is no browser, and only its
/// types and words were looked at.
pub(crate) fn desk() -> Result<bool, String> {
    let has_browser = programs::install(&[CHROMIUM]).is_empty();
    // Where it cannot be had, its test says that it was skipped.
    programs::install(&[FIREFOX]);
    // Its tests drive the browser as those of the package do.
    install(PACKAGE)?;
    install(DESK)?;
    program("npm", &["run", "--silent", "build"], DESK, &[])?;
    program("npm", &["run", "--silent", "test"], DESK, &[])?;
    Ok(has_browser)
}

/// The journal that the pages of a browser have written together, where they were tested.
pub(crate) fn stored() -> PathBuf {
    target().join("wasm-package/stored.jsonl")
}

/// Installs what the lock file of a folder names, if it is not there yet.
pub(crate) fn install(folder: &str) -> Result<(), String> {
    let when = |path: &str| top().join(folder).join(path).metadata().and_then(|it| it.modified()).ok();
    let installed = when("node_modules/.package-lock.json");
    if installed.is_some() && installed >= when("package-lock.json") {
        return Ok(());
    }
    program("npm", &["ci", "--no-audit", "--no-fund", "--loglevel=error"], folder, &[])
}

fn script(name: &str, folders: &[&Path]) -> Result<(), String> {
    let mut args = vec![format!("scripts/{name}")];
    args.extend(folders.iter().map(|it| it.to_string_lossy().into_owned()));
    program("node", &args.iter().map(String::as_str).collect::<Vec<_>>(), PACKAGE, &[])
}
