//! The paths of the machine that builds: they have no place in what is built.
//!
//! The compiler writes the path of a source into every message of a panic. For what is handed out it is told to write another
//! in its place, and what was built is searched for any that is left.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::process::{sysroot, target, top};

/// What is told to the compiler for whatever is handed out, by `RUSTFLAGS`.
pub(crate) fn flags() -> Result<String, String> {
    let mut flags = env::var("RUSTFLAGS").unwrap_or_default();
    for (from, to) in remapped()? {
        let from = from.to_string_lossy().into_owned();
        if from.contains(' ') {
            return Err(format!("`{from}` has a blank in it, and would stand in what is built"));
        }
        flags += &format!(" --remap-path-prefix={from}={to}");
    }
    Ok(flags.trim().to_owned())
}

/// Looks through every file of a folder, or through one file, for a path of this machine.
pub(crate) fn search(built: &Path) -> Result<(), String> {
    let paths = of_this_machine()?;
    let mut left = vec![built.to_path_buf()];
    let mut files = 0;
    while let Some(path) = left.pop() {
        let wrong = |why| format!("{}: {why}", path.display());
        if path.is_dir() {
            for it in fs::read_dir(&path).map_err(wrong)? {
                left.push(it.map_err(wrong)?.path());
            }
            continue;
        }
        let bytes = fs::read(&path).map_err(wrong)?;
        if let Some(found) = paths.iter().find_map(|it| found(&bytes, it)) {
            return Err(format!("{} names a path of this machine: {found}", path.display()));
        }
        files += 1;
    }
    println!(
        "no path of this machine in {files} files of {}",
        built.file_name().unwrap_or_default().display()
    );
    Ok(())
}

/// Which path is written as which. Of two that fit, the later counts.
fn remapped() -> Result<Vec<(PathBuf, &'static str)>, String> {
    let mut all = vec![
        (home(), "home"),
        (sysroot()?.join("lib/rustlib/src/rust"), "rust"),
        (top(), "joint-meeting"),
        (target(), "target"),
        (cargo_home(), "cargo"),
    ];
    let sources = fs::read_dir(cargo_home().join("registry/src")).into_iter().flatten().flatten();
    all.extend(sources.map(|it| (it.path(), "crates")));
    all.retain(|(from, _)| is_telling(from));
    Ok(all)
}

/// What must not be found, each with the separator that follows it.
fn of_this_machine() -> Result<Vec<Vec<u8>>, String> {
    let mut all = vec![home(), sysroot()?, top(), target(), cargo_home()];
    all.retain(|it| is_telling(it));
    Ok(all.iter().map(|it| format!("{}{}", it.display(), std::path::MAIN_SEPARATOR).into_bytes()).collect())
}

/// The root of all files is everybody's.
fn is_telling(path: &Path) -> bool {
    path.is_absolute() && path.parent().is_some()
}

fn home() -> PathBuf {
    env::home_dir().unwrap_or_default()
}

fn cargo_home() -> PathBuf {
    env::var_os("CARGO_HOME").map_or_else(|| home().join(".cargo"), PathBuf::from)
}

/// The first place where a path stands, with what follows it.
fn found(bytes: &[u8], path: &[u8]) -> Option<String> {
    let at = bytes.windows(path.len()).position(|it| it == path)?;
    let text = bytes.get(at..)?.iter().take(path.len() + 80).take_while(|it| it.is_ascii_graphic());
    Some(text.map(|it| char::from(*it)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_this_machine_is_found_wherever_it_stands() {
        let folder = target().join("searched");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("deep")).unwrap();
        let file = folder.join("deep").join("it.bin");
        let with = |path: &Path, rest: &str| {
            [b"\0\xff", path.display().to_string().as_bytes(), rest.as_bytes()].concat()
        };
        for path in [top(), cargo_home(), target(), home()] {
            fs::write(&file, with(&path, "/src/lib.rs\0")).unwrap();
            let why = search(&folder).unwrap_err();
            assert!(why.ends_with("/src/lib.rs"), "{why}");
        }
        for plain in [&b"/rustc/library/core/src/lib.rs"[..], b"home", b""] {
            fs::write(&file, plain).unwrap();
            assert_eq!(search(&folder), Ok(()));
        }
    }

    #[test]
    fn every_place_where_sources_lie_is_written_otherwise() {
        let flags = flags().unwrap();
        for path in [top(), cargo_home()] {
            assert!(flags.contains(&format!("--remap-path-prefix={}=", path.display())), "{flags}");
        }
    }
}
