//! The files made from the types of the library: JSON Schemas, and the types of other languages.
//!
//! What is in them is said by the Rust types alone; here is how it is written down, and where.

mod acts;
mod check;
mod labels;
mod model;
mod python;
mod schema;
mod terms;
mod typescript;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

pub use check::check;
pub use schema::definitions;

/// The first names of types, which stay beside those that they have now.
const FIRST_NAMES: &[(&str, &str)] = &[
    ("Conflict", "ConflictError"),
    ("Fault", "LineError"),
    ("Malformed", "MalformedError"),
    ("NoBody", "BodyError"),
    ("NotBelow", "NotBelowError"),
    ("Problem", "CharterFileError"),
];

/// Where the repository begins.
fn root() -> PathBuf {
    crate::folder("..")
}

/// The folder of the schemas of this version of the format.
pub fn folder() -> PathBuf {
    PathBuf::from(format!("docs/schema/v{}", joint_meeting::journal::FORMAT))
}

/// Every generated file, by its path from the root of the repository.
pub fn files() -> BTreeMap<PathBuf, String> {
    let definitions = definitions();
    let mut types = model::types(&definitions);
    let (terms, acts) = (terms::write(&types), acts::write(&types));
    types.extend(FIRST_NAMES.iter().map(|(first, now)| model::Type::alias(first, now)));
    let schemas = schema::files(&definitions).into_iter().map(|(name, text)| (folder().join(name), text));
    schemas
        .chain([
            ("bindings/wasm/types/types.d.ts".into(), typescript::write(&types)),
            ("bindings/wasm/types/labels.json".into(), labels::write()),
            ("bindings/wasm/types/terms.json".into(), terms),
            ("bindings/python/python/joint_meeting/types.py".into(), python::write(&types)),
            ("bindings/python/python/joint_meeting/acts.py".into(), acts),
        ])
        .collect()
}

/// The fields of acts and of all records in them, each with its owner: the name of an act, or of a record.
pub fn fields() -> BTreeSet<(String, String)> {
    labels::fields(&model::types(&definitions()))
}

/// The files that are not as they should be: stale, missing, or left over.
pub fn stale() -> Vec<PathBuf> {
    let files = files();
    let is_fresh = |it: &Path, text: &str| fs::read_to_string(root().join(it)).is_ok_and(|is| is == *text);
    let stale = files.iter().filter(|(path, text)| !is_fresh(path, text)).map(|(path, _)| path.clone());
    stale.chain(left_over(&files)).collect()
}

/// Writes every file, and removes schemas of what no longer crosses the border.
pub fn write() -> std::io::Result<()> {
    let files = files();
    for path in left_over(&files) {
        fs::remove_file(root().join(path))?;
    }
    for (path, text) in files {
        let path = root().join(path);
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        fs::write(path, text)?;
    }
    Ok(())
}

fn left_over(files: &BTreeMap<PathBuf, String>) -> Vec<PathBuf> {
    let found = fs::read_dir(root().join(folder())).into_iter().flatten().flatten();
    let found = found.map(|it| folder().join(it.file_name()));
    found.filter(|it| !files.contains_key(it)).collect()
}
