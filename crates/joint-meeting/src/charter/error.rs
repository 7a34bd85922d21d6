//! What can be wrong with a charter file, each problem with its place.
//!
//! What looks for the problems is in `code::load`.

use std::fmt;

use serde::Serialize;

use crate::terms::time::Date;

/// Everything that is wrong with a charter file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CharterErrors(pub Vec<CharterError>);

impl fmt::Display for CharterErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (ix, it) in self.0.iter().enumerate() {
            write!(f, "{}{it}", if ix == 0 { "" } else { "; " })?;
        }
        Ok(())
    }
}

impl std::error::Error for CharterErrors {}

/// One thing that is wrong with a charter file, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{place}: {problem}{near}", near = near_en(nearest))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CharterError {
    /// A clause id, or a path into the file.
    pub place: String,
    /// What is wrong.
    pub problem: CharterFileError,
    /// For a name that is not known, the known ones that are nearest to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<String>,
}

fn near_en(nearest: &[String]) -> String {
    let near = nearest.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ");
    if near.is_empty() { near } else { format!("; near it: {near}") }
}

/// What can be wrong with a charter file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum CharterFileError {
    /// The file is not JSON of the right shape.
    #[error("{0}")]
    Json(String),
    /// The file has a format that this library does not read.
    #[error("format {0} is not known")]
    Format(u32),
    /// There are more than [`LIST_MAX`](crate::charter::LIST_MAX) units, posts or clauses, or with those of the general charters
    /// that bind the charter more than [`TOGETHER_MAX`](crate::charter::TOGETHER_MAX).
    #[error("{0} is more than is allowed")]
    TooMany(usize),
    /// The offset is not of the form `+08:00`.
    #[error("`{0}` is not an offset such as +08:00")]
    Offset(String),
    /// The id stands twice.
    #[error("`{0}` stands twice")]
    Duplicate(String),
    /// No rule has that id.
    #[error("there is no rule `{0}`")]
    UnknownRule(String),
    /// No setting has that name.
    #[error("there is no setting `{0}`")]
    UnknownSetting(String),
    /// Another clause has fixed the setting or recorded its silence.
    #[error("setting `{0}` is set twice")]
    SetTwice(String),
    /// The value does not fit the setting.
    #[error("setting `{setting}`: {problem}")]
    BadSetting {
        /// The setting.
        setting: String,
        /// What is wrong.
        problem: String,
    },
    /// A rule that is claimed needs the setting.
    #[error("rule `{rule}` needs setting `{setting}`, which is neither fixed nor silent")]
    Unset {
        /// The rule.
        rule: String,
        /// The setting.
        setting: String,
    },
    /// No question of reading has that name.
    #[error("there is no reading `{0}`")]
    UnknownReading(String),
    /// The reading has no such option.
    #[error("reading `{reading}` has no option `{option}`")]
    UnknownOption {
        /// The reading.
        reading: String,
        /// The option.
        option: String,
    },
    /// No such general charter was handed in, nor comes with the library.
    #[error("there is no general charter `{0}`")]
    NoGeneral(String),
    /// The general charter has no such clause.
    #[error("the general charter `{general}` has no clause `{clause}`")]
    NoGeneralClause {
        /// The general charter.
        general: String,
        /// The clause.
        clause: String,
    },
    /// The charter named as governing is one of a body.
    #[error("`{0}` is the charter of a body and cannot govern another")]
    NotGeneral(String),
    /// With the id of its general charter before it, a clause id is too long.
    #[error("the clause id `{0}` is too long behind the id of its charter")]
    LongClauseId(String),
    /// Two clauses say different things, or the suggested option is not among the open ones.
    #[error("reading `{0}` is contradictory")]
    Contradictory(String),
    /// A rule that is claimed asks a question no clause answers or leaves open.
    #[error("rule `{rule}` asks reading `{reading}`, which no clause fixes or leaves open")]
    Unread {
        /// The rule.
        rule: String,
        /// The reading.
        reading: String,
    },
    /// No act has that name.
    #[error("there is no act `{0}`")]
    UnknownAct(String),
    /// Nothing defines the unit.
    #[error("unit `{0}` is not defined")]
    UndefinedUnit(String),
    /// Nothing defines the post.
    #[error("post `{0}` is not defined")]
    UndefinedPost(String),
    /// A key phrase has more than [`KEY_MAX`](crate::charter::KEY_MAX) characters.
    #[error("the key phrase has {0} characters, and at most 24 are allowed")]
    LongKey(usize),
    /// A clause of the text has no key phrase.
    #[error("a clause of the text needs a key phrase")]
    NoKey,
    /// Of two dates the later one comes first.
    #[error("{first} is after {then}")]
    DatesOutOfOrder {
        /// What should come first.
        first: Date,
        /// What should follow.
        then: Date,
    },
    /// A yearly day is one that no year has.
    #[error("there is no such day in a year")]
    NoSuchDay,
}

crate::terms::chinese::in_words! { CharterErrors CharterError CharterFileError }
