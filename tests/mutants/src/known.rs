//! What nobody notices for a reason, as `tests/mutants.json` has it.

#[path = "../../src/unnoticed.rs"]
mod unnoticed;

use std::fs;

pub(crate) use self::unnoticed::Unnoticed as Known;
use crate::{copy::top, result::Result as Judged};

impl Known {
    pub(crate) fn read() -> Self {
        let text = fs::read_to_string(top().join("tests/mutants.json")).unwrap_or_default();
        if text.is_empty() {
            return Self::default();
        }
        serde_json::from_str(&text).unwrap_or_else(|why| panic!("tests/mutants.json: {why}"))
    }

    /// Why a mutant survives.
    pub(crate) fn reason(&self, it: &Judged) -> Option<&str> {
        let is_so = |said: &Option<String>, found: &str| said.as_ref().is_none_or(|it| it == found);
        let known = self.survivors.iter().find(|known| {
            it.file.starts_with(&known.file)
                && known
                    .within
                    .as_ref()
                    .is_none_or(|known| it.within == *known || it.within.ends_with(&format!("::{known}")))
                && is_so(&known.operator, &it.operator)
                && is_so(&known.text, &it.text)
        });
        known.map(|it| it.reason.as_str())
    }

    pub(crate) fn reason_of_rule(&self, rule: &str) -> Option<&str> {
        self.rules.iter().find(|it| it.rule == rule).map(|it| it.reason.as_str())
    }
}
