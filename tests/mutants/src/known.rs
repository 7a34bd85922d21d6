//! What nobody notices for a reason, as `tests/mutants.json` has it.

use std::fs;

use serde::{Deserialize, Serialize};

use crate::{copy::top, result::Result as Judged};

/// The list.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Known {
    survivors: Vec<Survivor>,
    rules: Vec<Rule>,
}

/// Mutants that nothing notices. What is not said may be anything.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Survivor {
    /// The file in the sources of the core, or its folder.
    file: String,
    /// The function.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    within: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    operator: Option<String>,
    /// The expression, with one blank between words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    reason: String,
}

/// A rule that can be switched off, and no vector notices.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    rule: String,
    reason: String,
}

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
