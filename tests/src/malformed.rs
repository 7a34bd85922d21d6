//! The table of bad input. What goes through which door is said by the tests.

use serde::Deserialize;
use serde_json::Value;

/// One bad input.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What is bad about it.
    pub name: String,
    /// Where it is put in.
    pub door: String,
    /// The input.
    #[serde(default)]
    input: String,
    /// A file from here, and what is replaced in it, each once: instead of `input`.
    #[serde(default)]
    of: Option<String>,
    #[serde(default)]
    change: Vec<(String, String)>,
    /// What has to be said of it.
    pub then: Value,
}

/// The whole table.
pub fn all() -> Vec<Case> {
    crate::vector::read(&crate::folder("malformed.json"))
}

/// The table about papers.
pub fn about_papers() -> Vec<Case> {
    crate::vector::read(&crate::folder("papers/malformed.json"))
}

impl Case {
    /// What is put in.
    pub fn text(&self) -> String {
        let Some(of) = &self.of else { return self.input.clone() };
        let path = crate::folder(of);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        self.change.iter().fold(text, |text, (old, new)| {
            assert!(text.contains(old), "{}: there is no `{old}`", self.name);
            text.replacen(old, new, 1)
        })
    }
}
