//! The packages for Python as wheels, for other systems than this too, by zig.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use super::{moment, names};
use crate::{
    paths,
    process::{ensure_target, host, program, program_quietly},
    python,
};

/// What builds and checks them.
pub(super) const TOOLS: &str = "bindings/dist-requirements.txt";
/// What a wheel is tried by: nothing but Python is needed.
const TRY: &str = "bindings/try_wheels.py";
/// Says what the libraries in a wheel need: a library a line, and a version of its symbols after it.
const NEEDS: &str = "\
import io, sys, zipfile
from elftools.elf.elffile import ELFFile
wheel = zipfile.ZipFile(sys.argv[1])
for name in wheel.namelist():
    if not name.endswith('.so'):
        continue
    file = ELFFile(io.BytesIO(wheel.read(name)))
    for it in file.get_section_by_name('.dynamic').iter_tags('DT_NEEDED'):
        print(it.needed)
    versions = file.get_section_by_name('.gnu.version_r')
    for library, of_it in versions.iter_versions() if versions else ():
        for it in of_it:
            print(library.name, it.name)
";
/// The libraries that come with glibc, as PEP 600 has them.
const OF_GLIBC: &[&str] = &[
    "libc.so.6",
    "libm.so.6",
    "libdl.so.2",
    "libpthread.so.0",
    "librt.so.1",
    "libutil.so.1",
    "ld-linux-x86-64.so.2",
    "ld-linux-aarch64.so.1",
];
/// Where the packages are.
pub(super) const PACKAGES: [&str; 2] = ["bindings/python", "bindings/python-fleet"];

/// A system for which wheels are made.
pub(super) struct Target {
    /// What Rust calls it.
    pub(super) triple: &'static str,
    /// The oldest C library with which the wheel has to work; nothing where it is not Linux.
    libc: Option<&'static str>,
}

/// Those for Linux are made where no other is named. The others can be named, and nobody has run what is made for them.
pub(super) const TARGETS: &[Target] = &[
    Target { triple: "x86_64-unknown-linux-gnu", libc: Some("manylinux_2_17") },
    Target { triple: "aarch64-unknown-linux-gnu", libc: Some("manylinux_2_17") },
    Target { triple: "x86_64-unknown-linux-musl", libc: Some("musllinux_1_2") },
    Target { triple: "aarch64-unknown-linux-musl", libc: Some("musllinux_1_2") },
    Target { triple: "x86_64-pc-windows-gnu", libc: None },
    Target { triple: "aarch64-apple-darwin", libc: None },
    Target { triple: "x86_64-apple-darwin", libc: None },
];

/// The names of all systems.
pub(super) fn all_systems() -> Vec<&'static str> {
    TARGETS.iter().map(|it| it.triple).collect()
}

/// The names of those that are made where no other is named.
pub(super) fn for_linux() -> Vec<&'static str> {
    TARGETS.iter().filter(|it| it.libc.is_some()).map(|it| it.triple).collect()
}

/// Wheels of both packages for some systems.
pub(super) fn wheels(folder: &Path, systems: &[&str]) -> Result<Vec<String>, String> {
    let Some(found) = python::find() else { return Ok(vec![format!("wheels: {}", python::MISSING)]) };
    let tools = python::environment(found, "dist", TOOLS)?;
    for target in TARGETS.iter().filter(|it| systems.contains(&it.triple)) {
        ensure_target(target.triple)?;
        let mut made = Vec::new();
        for package in PACKAGES {
            made.push(wheel(&tools, package, target, folder)?);
        }
        if target.triple == host()? {
            tried(found, &made)?;
        } else {
            println!("not tried here: the wheels for {}", target.triple);
        }
    }
    Ok(Vec::new())
}

/// Installs wheels where there is nothing else, and lets them answer every vector.
fn tried(python: &str, wheels: &[PathBuf]) -> Result<(), String> {
    let here = python::path("tried");
    program(python, &["-m", "venv", "--clear", &here], "", &[])?;
    let python = python::bin(&here, "python");
    for wheel in wheels {
        program(&python, &[&["-m", "pip"], &python::only(&wheel.to_string_lossy())[..]].concat(), "", &[])?;
    }
    program(&python, &[TRY], "", &[("PYTHONDONTWRITEBYTECODE", "1")])
}

/// Builds one wheel, and sees to it that it works where it is to work.
fn wheel(tools: &str, package: &str, target: &Target, folder: &Path) -> Result<PathBuf, String> {
    let out = python::path(&format!("dist-wheels/{package}/{}", target.triple));
    let _ = fs::remove_dir_all(&out);
    let build = ["-m", "maturin", "build", "--quiet", "--locked", "--zig", "--target", target.triple];
    let how: Vec<&str> = target.libc.map_or_else(Vec::new, |it| vec!["--compatibility", it]);
    let path = with_tools(tools)?;
    let variables =
        [("PATH", path.as_str()), ("RUSTFLAGS", &paths::flags()?), ("SOURCE_DATE_EPOCH", &moment())];
    program(tools, &[&build[..], &how, &["--out", &out]].concat(), package, &variables)?;
    let made = names(Path::new(&out))?;
    let [name] = made.as_slice() else { return Err(format!("not one wheel but {made:?}")) };
    let wheel = Path::new(&out).join(name);
    let wheel_path = wheel.to_string_lossy();
    python::names_no_path(tools, &wheel_path)?;
    if let Some(libc) = target.libc {
        let needs = program_quietly(tools, &["-c", NEEDS, &wheel_path], "")?;
        works_with(libc, &needs).map_err(|why| format!("{name}: {why}"))?;
        // What zig links for musl names a library of which auditwheel does not know what it is.
        if libc.starts_with("manylinux") {
            // The libraries of this machine are not those of the system: it is to look at none.
            let show = ["-m", "auditwheel", "show", "--ldpaths", &out, &wheel_path];
            let said = program_quietly(tools, &show, "")?;
            is_consistent(libc, &said).map_err(|why| format!("{name}: {why}"))?;
        }
    }
    let kept = folder.join(name);
    fs::copy(&wheel, &kept).map_err(|why| format!("{name}: {why}"))?;
    Ok(kept)
}

/// The folders in which programs are looked for, with that of an environment before all.
pub(super) fn with_tools(tools: &str) -> Result<String, String> {
    let path = env::var_os("PATH").unwrap_or_default();
    let bin = Path::new(tools).parent().unwrap_or(Path::new("")).to_path_buf();
    let all = env::join_paths(std::iter::once(bin).chain(env::split_paths(&path)));
    all.map(|it| it.to_string_lossy().into_owned()).map_err(|why| why.to_string())
}

/// Whether auditwheel finds a wheel consistent with such a C library, or with an older one.
fn is_consistent(libc: &str, said: &str) -> Result<(), String> {
    let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let tag = words.split_once("platform tag: \"").and_then(|(_, after)| after.split('"').next());
    let newest = |tag: &str| tag.strip_prefix("manylinux_2_")?.split('_').next()?.parse::<u32>().ok();
    match (tag.and_then(newest), newest(libc)) {
        (Some(found), Some(most)) if found <= most => Ok(()),
        _ => Err(format!("for {libc} auditwheel said: {words}")),
    }
}

/// Whether a wheel needs no other library than such a C library, and of it nothing newer. What is said is one need a line: a library, and after it
/// a version of its symbols if it has versions. Musl has none, and is `libc.so` alone.
fn works_with(libc: &str, needs: &str) -> Result<(), String> {
    let (family, newest) = libc.split_once('_').ok_or("no version")?;
    let number = |it: &str| it.split('.').map(|it| it.parse().ok()).collect::<Option<Vec<u32>>>();
    let newest = number(&newest.replace('_', "."));
    let allowed = |need: &str| match (family, need.split_once(' ').unwrap_or((need, ""))) {
        ("musllinux", (library, version)) => library == "libc.so" && version.is_empty(),
        (_, (library, "")) => OF_GLIBC.contains(&library),
        (_, (library, version)) => {
            let found = version.strip_prefix("GLIBC_").and_then(number);
            OF_GLIBC.contains(&library) && found.is_some() && found <= newest
        }
    };
    let wrong: Vec<&str> = needs.lines().filter(|it| !allowed(it)).collect();
    match needs.lines().next() {
        None => Err("it needs no library at all".to_owned()),
        _ if wrong.is_empty() => Ok(()),
        _ => Err(format!("for {libc} it must not need {}", wrong.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_consistent, works_with};

    #[test]
    fn a_wheel_of_which_auditwheel_says_that_it_needs_something_newer_is_not_handed_out() {
        let said =
            |tag: &str| format!("it.whl is consistent with\nthe following platform\ntag: \"{tag}\".\n");
        for (tag, is_good) in [
            ("manylinux_2_17_x86_64", true),
            ("manylinux_2_5_x86_64", true),
            ("manylinux_2_34_x86_64", false),
            ("linux_x86_64", false),
            ("musllinux_1_2_x86_64", false),
        ] {
            assert_eq!(is_consistent("manylinux_2_17", &said(tag)).is_ok(), is_good, "{tag}");
        }
        assert!(is_consistent("manylinux_2_17", "this is no wheel").is_err());
    }

    #[test]
    fn a_wheel_that_needs_something_else_or_newer_is_not_handed_out() {
        for (libc, needs, works) in [
            ("manylinux_2_17", "libc.so.6\nlibm.so.6\nlibc.so.6 GLIBC_2.2.5\nlibc.so.6 GLIBC_2.17", true),
            ("manylinux_2_17", "libc.so.6\nlibc.so.6 GLIBC_2.18", false),
            ("manylinux_2_17", "libc.so.6\nlibc.so.6 GLIBC_PRIVATE", false),
            ("manylinux_2_17", "libc.so.6\nlibgcc_s.so.1", false),
            ("manylinux_2_17", "libc.so", false),
            ("manylinux_2_17", "", false),
            ("musllinux_1_2", "libc.so", true),
            ("musllinux_1_2", "libc.so\nlibgcc_s.so.1", false),
            ("musllinux_1_2", "libc.so.6\nlibc.so.6 GLIBC_2.17", false),
            ("musllinux_1_2", "", false),
        ] {
            assert_eq!(works_with(libc, needs).is_ok(), works, "{libc}: {needs}");
        }
    }
}
