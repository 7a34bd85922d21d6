//! The files in the folders of the tests.

use std::path::PathBuf;

/// The files in a folder of the conformance crate that end so, in order.
pub fn files(name: &str, ending: &str) -> Vec<PathBuf> {
    let found = std::fs::read_dir(crate::folder(name)).expect("the folder is there");
    let mut files: Vec<PathBuf> = found.map(|it| it.expect("it can be read").path()).collect();
    files.retain(|it| it.to_string_lossy().ends_with(ending));
    files.sort();
    files
}
