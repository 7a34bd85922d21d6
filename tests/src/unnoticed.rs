//! What can be broken and nobody notices, for a reason: the shape of `mutants.json`.

use serde::{Deserialize, Serialize};

/// The list.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unnoticed {
    /// Mutants.
    pub survivors: Vec<Survivor>,
    /// Rules that can be switched off.
    pub rules: Vec<SpareRule>,
}

/// Mutants that nothing notices. What is not said may be anything.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Survivor {
    /// The file in the sources of the core, or its folder.
    pub file: String,
    /// The function.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// What was done to the expression.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator: Option<String>,
    /// The expression, with one blank between words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Why nothing notices.
    pub reason: String,
}

/// A rule that can be switched off, and no vector notices.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpareRule {
    /// The rule, with what was switched off of it.
    pub rule: String,
    /// Why no vector notices.
    pub reason: String,
}
