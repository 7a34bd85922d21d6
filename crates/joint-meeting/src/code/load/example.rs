//! What the value of a setting looks like: as the charters that come with the library write it.
//!
//! The examples stand in a file of their own, so that whoever has no charters on board, as a page, has them as well.

use serde_json::{Map, Value};

use crate::terms::json;

/// The shortest value that a bundled charter gives each setting.
const EXAMPLES: &str = include_str!("../../../data/setting-examples.json");

/// An example of a setting's value, as JSON; none if no charter gives it one that is short.
#[cold]
pub(super) fn example(setting: &str) -> Option<String> {
    let all: Map<String, Value> = json::from_str(EXAMPLES).ok()?;
    all.get(setting).map(json::to_string)
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, fs};

    use super::*;
    use crate::charter::bundled;

    /// An example that is longer says less than it takes to read.
    const LONGEST: usize = 120;

    /// `JOINT_MEETING_GOLDEN=write` writes them.
    #[test]
    fn the_examples_are_those_of_the_charters() {
        let mut all: BTreeMap<String, String> = BTreeMap::new();
        for (_, file) in bundled::ALL.iter().chain(bundled::GENERAL) {
            let file: Value = json::from_str(file).unwrap();
            for clause in file["clauses"].as_array().unwrap() {
                for (setting, value) in clause["sets"].as_object().into_iter().flatten() {
                    let value = json::to_string(value);
                    if value.len() <= LONGEST && all.get(setting).is_none_or(|it| value.len() < it.len()) {
                        all.insert(setting.clone(), value);
                    }
                }
            }
        }
        let lines: Vec<String> =
            all.iter().map(|(setting, value)| format!("  \"{setting}\": {value}")).collect();
        let made = format!("{{\n{}\n}}\n", lines.join(",\n"));
        if std::env::var("JOINT_MEETING_GOLDEN").is_ok_and(|it| it == "write") {
            fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/data/setting-examples.json"), made).unwrap();
            return;
        }
        assert_eq!(EXAMPLES.replace("\r\n", "\n"), made);
    }
}
