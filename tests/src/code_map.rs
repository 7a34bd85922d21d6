//! The code map in `docs/architecture.md`: every Rust source with the first line of its module doc, folder by folder.
//!
//! What a file says of itself is not judged here, only that it says it in one line.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// The folders whose sources are in the map, from the top of the workspace.
const FOLDERS: &[&str] = &[
    "crates/joint-meeting/src",
    "crates/joint-meeting-cli/src",
    "crates/joint-meeting-documents/src",
    "crates/joint-meeting-fleet/src",
    "crates/joint-meeting-store/src",
    "crates/joint-meeting-tables/src",
    "bindings/python/src",
    "bindings/python-fleet/src",
    "bindings/wasm/src",
];

const BEGIN: &str =
    "<!-- The code map is generated from the sources: `cargo xtask generate`. Do not edit. -->\n";
const END: &str = "<!-- Here the code map ends. -->\n";

/// The file in which the map stands.
pub fn path() -> PathBuf {
    crate::folder("../docs/architecture.md")
}

/// The text around the map as it is, with the map as it should be; or what stands in the way, a sentence for each file.
pub fn renewed(text: &str) -> Result<String, Vec<String>> {
    let around = text.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) =
        around.ok_or_else(|| vec!["docs/architecture.md has no place for the code map".to_owned()])?;
    let (mut map, mut wrong) = (String::new(), Vec::new());
    for folder in FOLDERS {
        table(folder, &mut map, &mut wrong);
    }
    if wrong.is_empty() { Ok(format!("{before}{BEGIN}{map}\n{END}{after}")) } else { Err(wrong) }
}

/// The table of a folder, and after it those of the folders in it.
fn table(folder: &str, map: &mut String, wrong: &mut Vec<String>) {
    let found = fs::read_dir(crate::folder("..").join(folder)).expect("the folder is there");
    let mut paths: Vec<PathBuf> = found.map(|it| it.expect("it can be read").path()).collect();
    paths.sort();
    let name =
        |path: &Path| path.file_name().map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(|it| it.is_dir());
    let _ = write!(map, "\n### `{folder}`\n\n| file | what lives there |\n| --- | --- |\n");
    for path in files.iter().filter(|it| it.extension().is_some_and(|it| it == "rs")) {
        let text = fs::read_to_string(path).expect("a source can be read");
        match first_line(&text) {
            Some(line) => {
                writeln!(map, "| `{}` | {} |", name(path), line.replace('|', "\\|")).unwrap_or_default()
            }
            None => {
                wrong.push(format!("{folder}/{} does not say in its first line what lives there", name(path)))
            }
        }
    }
    for path in folders {
        table(&format!("{folder}/{}", name(&path)), map, wrong);
    }
}

/// The sentence that a file opens with. A crate that opens with its README says it in a comment below.
fn first_line(text: &str) -> Option<&str> {
    let mut lines = text.lines();
    let first = lines.next()?;
    let line = match first.strip_prefix("//! ") {
        Some(line) => line,
        None if first.starts_with("#![doc") => lines.next()?.strip_prefix("// ")?,
        None => return None,
    };
    let goes_on = lines.next().is_some_and(|it| it.starts_with("//! ") || it.starts_with("// "));
    (line.ends_with('.') && !goes_on).then_some(line)
}
