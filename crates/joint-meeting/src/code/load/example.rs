//! What the value of a setting looks like: as a charter that comes with the library writes it.

use serde::Deserialize;

use crate::{charter::bundled, terms::json};

/// An example that is longer says less than it takes to read.
const LONGEST: usize = 120;

/// What of a file is looked at.
#[derive(Deserialize)]
struct FileRead {
    clauses: Vec<ClauseRead>,
}

#[derive(Deserialize)]
struct ClauseRead {
    #[serde(default)]
    sets: serde_json::Map<String, serde_json::Value>,
}

/// The shortest value that a charter gives a setting, as JSON; none if none gives it one.
#[cold]
pub(super) fn example(setting: &str) -> Option<String> {
    let files = bundled::ALL.iter().chain(bundled::GENERAL);
    let read = files.filter_map(|(_, file)| json::from_str::<FileRead>(file).ok());
    let clauses = read.flat_map(|it| it.clauses);
    let values = clauses.filter_map(|it| it.sets.get(setting).map(json::to_string));
    values.filter(|it| it.len() <= LONGEST).min_by_key(String::len)
}
