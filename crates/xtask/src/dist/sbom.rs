//! What is in what is handed out: a list of parts in CycloneDX for each package.

use std::{fs, path::Path};

use super::moment;
use crate::{
    paths,
    process::{program, top},
    tools,
};

/// What makes the lists.
const CARGO_CYCLONEDX: &str = "cargo-cyclonedx@0.5.9";
/// What it calls them while they lie beside the manifests.
const CALLED: &str = "parts.cdx";
/// The packages that contain others, each by its folder and the name of its list.
const LISTED: &[(&str, &str)] = &[
    ("bindings/python", "joint-meeting-python"),
    ("bindings/python-fleet", "joint-meeting-python-fleet"),
    ("bindings/wasm", "joint-meeting-wasm"),
    ("crates/joint-meeting-cli", "joint-meeting-cli"),
];

/// The lists of parts.
pub(super) fn sbom(folder: &Path) -> Result<Vec<String>, String> {
    let path = tools::path_with("cyclonedx", CARGO_CYCLONEDX)?;
    let how = ["cyclonedx", "--quiet", "--format", "json", "--spec-version", "1.5", "--target", "all"];
    let variables = [("PATH", path.as_str()), ("SOURCE_DATE_EPOCH", &moment())];
    let made = program("cargo", &[&how[..], &["--override-filename", CALLED]].concat(), "", &variables);
    let kept = made.and_then(|()| LISTED.iter().try_for_each(|(from, name)| keep(from, name, folder)));
    clear();
    kept.map(|()| Vec::new())
}

/// Keeps one list, in which the workspace lies nowhere.
fn keep(from: &str, name: &str, folder: &Path) -> Result<(), String> {
    let made = top().join(from).join(format!("{CALLED}.json"));
    let text = fs::read_to_string(&made).map_err(|why| format!("{}: {why}", made.display()))?;
    let list = folder.join(format!("{name}-{}.cdx.json", env!("CARGO_PKG_VERSION")));
    let here = top().to_string_lossy().into_owned();
    fs::write(&list, text.replace(&here, "/joint-meeting"))
        .map_err(|why| format!("{}: {why}", list.display()))?;
    paths::search(&list)
}

/// It makes one beside the manifest of every member.
fn clear() {
    let Ok(text) = fs::read_to_string(top().join("Cargo.toml")) else { return };
    let members = text.lines().find_map(|it| it.strip_prefix("members = ")).unwrap_or_default();
    for member in members.split('"').skip(1).step_by(2) {
        let _ = fs::remove_file(top().join(member).join(format!("{CALLED}.json")));
    }
}
