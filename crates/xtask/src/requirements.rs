//! The lists of packages for Python: what they name comes as wheels, so that installing it runs nothing of it.

use std::fs;

use crate::{
    process::{program, top},
    python,
};

/// Every list of the repository.
const LISTS: &[&str] = &[
    "bindings/dist-requirements.txt",
    "bindings/python-fleet/requirements.txt",
    "bindings/python/bench/requirements.txt",
    "bindings/python/requirements.txt",
    "crates/joint-meeting-documents/bench/requirements.txt",
];
/// What a list says of a package that comes as source alone.
const SOURCE: &str = "--no-binary ";

/// Fails where a list names something for which there is no wheel with one of its hashes. A list that has not changed since is not asked for again;
/// one that says what is source is proved where it is installed.
pub(crate) fn come_as_wheels(pip_of: &str) -> Result<(), String> {
    for list in LISTS {
        let text = fs::read_to_string(top().join(list)).map_err(|why| format!("{list}: {why}"))?;
        let stamp = python::path(&format!("come-as-wheels-{}", list.replace('/', "-")));
        if text.contains(SOURCE) || fs::read_to_string(&stamp).ok().as_ref() == Some(&text) {
            continue;
        }
        let look = ["-m", "pip", "install", "-q", "--disable-pip-version-check", "--dry-run", "--no-deps"];
        let only = ["--ignore-installed", "--only-binary", ":all:", "--require-hashes", "-r", list];
        program(pip_of, &[&look[..], &only].concat(), "", &[])?;
        fs::write(&stamp, text).map_err(|why| format!("{stamp}: {why}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{LISTS, SOURCE};
    use crate::process::{program_quietly, top};

    #[test]
    fn every_list_is_known_and_has_hashes() {
        let files = program_quietly("git", &["ls-files"], "").unwrap();
        let lists = files.lines().filter(|it| it.ends_with("requirements.txt"));
        assert_eq!(lists.collect::<Vec<_>>(), LISTS);
        for list in LISTS {
            let text = fs::read_to_string(top().join(list)).unwrap();
            let begins = |it: &&str| it.contains("==") && !it.starts_with([' ', '#']);
            let (packages, hashes) =
                (text.lines().filter(begins).count(), text.matches("--hash=sha256:").count());
            assert!(packages > 0 && hashes >= packages, "{list}: {packages} {hashes}");
        }
    }

    #[test]
    fn spark_alone_comes_as_source() {
        let mut said = Vec::new();
        for list in LISTS {
            let text = fs::read_to_string(top().join(list)).unwrap();
            said.extend(text.lines().filter_map(|it| it.strip_prefix(SOURCE).map(str::to_owned)));
        }
        assert_eq!(said, ["pyspark"]);
    }
}
