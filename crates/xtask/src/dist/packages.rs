//! The crates and the package for JavaScript.

use std::{fs, path::Path};

use crate::{
    process::{cargo, program, target},
    wasm,
};

/// The crates that are published, each after those that it depends on.
pub(crate) const CRATES: &[&str] = &[
    "joint-meeting",
    "joint-meeting-documents",
    "joint-meeting-store",
    "joint-meeting-tables",
    "joint-meeting-fleet",
    "joint-meeting-cli",
];

/// The crates as they are uploaded. Who uploads one has it built once more by cargo; that is not done here.
pub(super) fn crates(folder: &Path) -> Result<Vec<String>, String> {
    let pack = ["package", "--quiet", "--locked", "--allow-dirty", "--no-verify"];
    let which = CRATES.iter().flat_map(|it| ["-p", it]);
    cargo(&pack.into_iter().chain(which).collect::<Vec<_>>())?;
    for it in CRATES {
        let name = format!("{it}-{}.crate", env!("CARGO_PKG_VERSION"));
        let packed = target().join("package").join(&name);
        fs::copy(&packed, folder.join(name)).map_err(|why| format!("{}: {why}", packed.display()))?;
    }
    Ok(Vec::new())
}

/// The package for JavaScript.
pub(super) fn npm(folder: &Path) -> Result<Vec<String>, String> {
    if !wasm::is_possible() {
        return Ok(vec![format!("the package for JavaScript: {}", wasm::MISSING)]);
    }
    wasm::build()?;
    let pack = ["pack", "--silent", "--pack-destination", &folder.to_string_lossy()];
    program("npm", &pack, wasm::PACKAGE, &[])?;
    Ok(Vec::new())
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs};

    use super::CRATES;
    use crate::process::top;

    fn manifest(name: &str) -> String {
        fs::read_to_string(top().join("crates").join(name).join("Cargo.toml")).unwrap()
    }

    #[test]
    fn every_crate_that_may_be_published_is_packed() {
        let folders = fs::read_dir(top().join("crates")).unwrap();
        let names = folders.map(|it| it.unwrap().file_name().to_string_lossy().into_owned());
        let may: BTreeSet<String> = names.filter(|it| !manifest(it).contains("publish = false")).collect();
        assert_eq!(CRATES.iter().map(|it| (*it).to_owned()).collect::<BTreeSet<_>>(), may);
    }

    #[test]
    fn a_crate_comes_after_those_that_it_depends_on() {
        for (ix, name) in CRATES.iter().enumerate() {
            let text = manifest(name);
            let needed = text.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
            for later in CRATES.get(ix + 1..).unwrap() {
                assert!(
                    !needed.lines().any(|it| it.starts_with(&format!("{later}."))),
                    "{name} needs {later}"
                );
                assert!(
                    !needed.lines().any(|it| it.starts_with(&format!("{later} ="))),
                    "{name} needs {later}"
                );
            }
        }
    }
}
