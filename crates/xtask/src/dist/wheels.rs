//! The packages for Python: wheels for other systems than this, by zig, and what is built from source.

use std::{env, fs, path::Path};

use super::{moment, names};
use crate::{
    paths,
    process::{ensure_target, program, program_quietly},
    python,
};

/// What builds and checks them.
const TOOLS: &str = "bindings/dist-requirements.txt";
/// Where the packages are.
const PACKAGES: [&str; 2] = ["bindings/python", "bindings/python-fleet"];

/// A system for which wheels are made.
pub(super) struct Target {
    /// What Rust calls it.
    pub(super) triple: &'static str,
    /// The oldest C library with which the wheel has to work; nothing where it is not Linux.
    libc: Option<&'static str>,
}

/// Those for Linux have to be made. The others are tried, and nobody has run them.
pub(super) const TARGETS: &[Target] = &[
    Target { triple: "x86_64-unknown-linux-gnu", libc: Some("manylinux_2_17") },
    Target { triple: "aarch64-unknown-linux-gnu", libc: Some("manylinux_2_17") },
    Target { triple: "x86_64-unknown-linux-musl", libc: Some("musllinux_1_2") },
    Target { triple: "aarch64-unknown-linux-musl", libc: Some("musllinux_1_2") },
    Target { triple: "x86_64-pc-windows-gnu", libc: None },
    Target { triple: "aarch64-apple-darwin", libc: None },
    Target { triple: "x86_64-apple-darwin", libc: None },
];

/// Wheels of both packages for every system.
pub(super) fn wheels(folder: &Path) -> Result<Vec<String>, String> {
    let Some(found) = python::find() else { return Ok(vec![format!("wheels: {}", python::MISSING)]) };
    let tools = python::environment(found, "dist", TOOLS)?;
    let mut left_out = Vec::new();
    for target in TARGETS {
        if let Err(why) = ensure_target(target.triple) {
            left_out.push(format!("wheels for {}: no standard library of Rust: {why}", target.triple));
            continue;
        }
        for package in PACKAGES {
            match (wheel(&tools, package, target, folder), target.libc) {
                (Ok(()), _) => {}
                (Err(why), Some(_)) => return Err(why),
                (Err(why), None) => left_out.push(format!("{package} for {}: {why}", target.triple)),
            }
        }
    }
    Ok(left_out)
}

/// Builds one wheel, and sees to it that it works where it is to work.
fn wheel(tools: &str, package: &str, target: &Target, folder: &Path) -> Result<(), String> {
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
        // The libraries of this machine are not those of the system: auditwheel is to look at none.
        let said = program_quietly(tools, &["-m", "auditwheel", "show", "--ldpaths", &out, &wheel_path], "")?;
        works_with(libc, &said).map_err(|why| format!("{name}: {why}"))?;
    }
    fs::copy(&wheel, folder.join(name)).map(|_| ()).map_err(|why| format!("{name}: {why}"))
}

/// The folders in which programs are looked for, with that of an environment before all.
fn with_tools(tools: &str) -> Result<String, String> {
    let path = env::var_os("PATH").unwrap_or_default();
    let bin = Path::new(tools).parent().unwrap_or(Path::new("")).to_path_buf();
    let all = env::join_paths(std::iter::once(bin).chain(env::split_paths(&path)));
    all.map(|it| it.to_string_lossy().into_owned()).map_err(|why| why.to_string())
}

/// Whether auditwheel has found nothing newer in a wheel than such a C library. Symbols of musl have no versions, and what zig links
/// does not say which C library it needs: there it is enough that nothing is of glibc. Maturin has looked at the rest.
fn works_with(libc: &str, said: &str) -> Result<(), String> {
    let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, after) =
        words.split_once("platform tag: \"").ok_or_else(|| format!("auditwheel said: {words}"))?;
    let tag = after.split('"').next().unwrap_or_default();
    if libc.starts_with("musllinux") {
        return if words.contains("GLIBC_") { Err(format!("it needs glibc: {words}")) } else { Ok(()) };
    }
    let (family, most) = libc.rsplit_once('_').ok_or("no version")?;
    let found =
        tag.strip_prefix(family).and_then(|it| it.strip_prefix('_')).and_then(|it| it.split('_').next());
    let number = |it: &str| it.parse::<u32>().ok();
    match (found.and_then(number), number(most)) {
        (Some(found), Some(most)) if found <= most => Ok(()),
        _ => Err(format!("it needs {tag}, and not {libc} alone")),
    }
}

/// What both packages are built from.
pub(super) fn sdist(folder: &Path) -> Result<Vec<String>, String> {
    let Some(found) = python::find() else { return Ok(vec![format!("sdist: {}", python::MISSING)]) };
    let tools = python::environment(found, "dist", TOOLS)?;
    let make = ["-m", "maturin", "sdist", "--out", &folder.to_string_lossy()];
    for package in PACKAGES {
        program(&tools, &make, package, &[("SOURCE_DATE_EPOCH", &moment())])?;
    }
    Ok(Vec::new())
}

#[cfg(test)]
mod tests {
    use super::works_with;

    #[test]
    fn a_wheel_that_needs_a_newer_library_is_not_handed_out() {
        let said = |tag: &str| {
            format!(
                "it-manylinux_2_34_x86_64.whl is consistent with\nthe following platform\ntag: \"{tag}\".\n"
            )
        };
        for (libc, tag, works) in [
            ("manylinux_2_17", "manylinux_2_17_x86_64", true),
            ("manylinux_2_17", "manylinux_2_5_x86_64", true),
            ("manylinux_2_17", "manylinux_2_34_x86_64", false),
            ("manylinux_2_17", "linux_x86_64", false),
            ("musllinux_1_2", "linux_aarch64", true),
            ("musllinux_1_2", "linux_aarch64\" and GLIBC_2.17", false),
        ] {
            assert_eq!(works_with(libc, &said(tag)).is_ok(), works, "{tag}");
        }
        assert!(works_with("manylinux_2_17", "this is no wheel").is_err());
    }
}
