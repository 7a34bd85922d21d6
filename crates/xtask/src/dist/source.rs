//! The packages for Python as source, and whether that builds where there is no network.

use std::{fs, path::Path};

use super::{
    moment,
    wheels::{PACKAGES, TOOLS, with_tools},
};
use crate::{
    process::{program, program_quietly},
    python,
};

/// What both packages are built from.
pub(super) fn sdist(folder: &Path) -> Result<Vec<String>, String> {
    let Some(found) = python::find() else { return Ok(vec![format!("sdist: {}", python::MISSING)]) };
    let tools = python::environment(found, "dist", TOOLS)?;
    for package in PACKAGES {
        let made = python::path(&format!("dist-source/{package}"));
        let _ = fs::remove_dir_all(&made);
        let make = ["-m", "maturin", "sdist", "--out", &made];
        program(&tools, &make, package, &[("SOURCE_DATE_EPOCH", &moment())])?;
        let names = super::names(Path::new(&made))?;
        let [name] = names.as_slice() else { return Err(format!("not one source but {names:?}")) };
        let source = Path::new(&made).join(name);
        builds_offline(&tools, &source)?;
        fs::copy(&source, folder.join(name)).map_err(|why| format!("{name}: {why}"))?;
    }
    Ok(Vec::new())
}

/// Does what `docs/release.md` says: takes the crates into the unpacked source, and builds it by a cargo that has none of its own and may fetch
/// none. It is not optimised: that is for wheels.
fn builds_offline(tools: &str, source: &Path) -> Result<(), String> {
    let outside = source.with_extension("").with_extension("");
    let said = outside.to_string_lossy();
    let parent = outside.parent().unwrap_or(&outside).to_string_lossy();
    program(tools, &["-m", "tarfile", "--extract", &source.to_string_lossy(), &parent], "", &[])?;
    // Cargo takes what is not in the source out of the lock file, and changes no version.
    let vendored = program_quietly("cargo", &["vendor"], &said)?;
    let config = outside.join(".cargo");
    fs::create_dir_all(&config).map_err(|why| why.to_string())?;
    fs::write(config.join("config.toml"), vendored).map_err(|why| why.to_string())?;
    let (home, built) = (outside.join("cargo-home"), outside.join("target"));
    let offline = [
        ("PATH", with_tools(tools)?.into()),
        ("CARGO_HOME", home.to_string_lossy()),
        ("CARGO_NET_OFFLINE", "true".into()),
        ("CARGO_TARGET_DIR", built.to_string_lossy()),
        ("MATURIN_PEP517_ARGS", "--profile dev --locked".into()),
    ];
    let offline = offline.each_ref().map(|(name, value)| (*name, value.as_ref()));
    let build =
        ["-m", "pip", "wheel", "-q", "--disable-pip-version-check", "--no-build-isolation", "--no-index"];
    program(tools, &[&build[..], &["--no-deps", "--wheel-dir", "wheels", "."]].concat(), &said, &offline)?;
    fs::remove_dir_all(&outside).map_err(|why| format!("{said}: {why}"))
}
