//! Whether the same commit makes the same bytes in another folder.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

use super::{Wanted, names};
use crate::process::{program, top};

/// Makes the parts of two copies of the last commit, compares them, and keeps the first.
pub(super) fn twice(folder: &Path, wanted: &Wanted) -> Result<(), String> {
    let outside = env::temp_dir().join(format!("joint-meeting-dist-{}", process::id()));
    // Of different lengths, so that nothing depends on where the sources lie.
    let made = ["one", "another-folder/two"].map(|it| made(&outside.join(it), wanted));
    let [one, two] = made;
    let (one, two) = (one?, two?);
    let differ = differing(&one, &two)?;
    if !differ.is_empty() {
        return Err(format!("not the same bytes twice, see {}: {}", outside.display(), differ.join(", ")));
    }
    for name in names(&one)? {
        fs::copy(one.join(&name), folder.join(&name)).map_err(|why| format!("{name}: {why}"))?;
    }
    fs::remove_dir_all(&outside).map_err(|why| format!("{}: {why}", outside.display()))
}

fn made(copy: &Path, wanted: &Wanted) -> Result<PathBuf, String> {
    let (from, to) = (top(), copy.to_string_lossy());
    fs::create_dir_all(copy).map_err(|why| format!("{to}: {why}"))?;
    program("git", &["clone", "--quiet", &from.to_string_lossy(), &to], "", &[])?;
    let out = copy.join("target/dist");
    let built = copy.join("target");
    let (parts, systems) = (wanted.parts.join(","), wanted.systems.join(","));
    let dist = ["--locked", "xtask", "dist", &out.to_string_lossy(), "--only", &parts, "--for", &systems];
    program("cargo", &dist, &to, &[("CARGO_TARGET_DIR", &built.to_string_lossy())])?;
    Ok(out)
}

/// The names of the files that are not the same in both folders.
fn differing(one: &Path, two: &Path) -> Result<Vec<String>, String> {
    let mut all = [names(one)?, names(two)?].concat();
    all.sort();
    all.dedup();
    let read = |folder: &Path, name: &str| fs::read(folder.join(name)).ok();
    Ok(all.into_iter().filter(|it| read(one, it).is_none() || read(one, it) != read(two, it)).collect())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::differing;
    use crate::process::target;

    #[test]
    fn one_byte_or_one_file_is_a_difference() {
        let folder = target().join("twice-test");
        let _ = fs::remove_dir_all(&folder);
        let [one, two] = ["one", "two"].map(|it| folder.join(it));
        for (it, b) in [(&one, "b"), (&two, "c")] {
            fs::create_dir_all(it).unwrap();
            fs::write(it.join("a"), "a").unwrap();
            fs::write(it.join("b"), b).unwrap();
        }
        fs::write(two.join("only"), "").unwrap();
        assert_eq!(differing(&one, &two).unwrap(), ["b", "only"]);
        assert!(differing(&one, &one).unwrap().is_empty());
    }
}
