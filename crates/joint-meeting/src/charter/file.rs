//! The charter file as it is written: its head, units, posts and clauses.
//!
//! What a clause sets is in `settings`, how it may be read in `readings`; the checks are made in `code::load`.

use serde::{Deserialize, Serialize};

use crate::{
    charter::{governed::Governed, readings::ReadingTerm},
    terms::{
        id::{CharterId, ClauseId, PostId, Text, UnitId},
        language::Language,
        sorted::Map,
        time::Date,
        words::{MeetingKind, Rank, UnitKind},
    },
};

/// The version of the file format.
pub const FORMAT: u32 = 1;

/// The longest key phrase, in characters.
pub const KEY_MAX: usize = 24;

/// The most units, clauses or posts of a charter's own.
pub const LIST_MAX: usize = 256;

/// The most units, clauses or posts of a charter together with those of the general charters that bind it.
pub const TOGETHER_MAX: usize = 4 * LIST_MAX;

/// What a clause does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Force {
    /// It says what something is, or appoints somebody.
    Definition,
    /// It obliges.
    Must,
    /// It obliges, but the test needs a number that the text does not give.
    MustUnquantified,
    /// It empowers.
    May,
    /// It names a standing task of the body.
    Function,
    /// It exhorts; nobody can be judged by it.
    Principle,
    /// It is not in the text: a point on which the text is silent.
    Silence,
    /// It is not in the text: what is done all the same. Nobody is bound or judged by it.
    Practice,
    /// It is not in the text: a rule from above that binds the body all the same.
    Outside,
}

/// A clause (条款).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Clause {
    /// Its id, by which answers name it.
    pub id: ClauseId,
    /// Where it stands in the official text: its locator in the outline. For a rule from above, its source.
    pub at: Text,
    /// A short phrase by which it is found in the official text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Text>,
    /// What it does.
    pub force: Force,
    /// What it says, in our own Chinese.
    pub zh: Text,
    /// What it says, in English.
    pub en: Text,
    /// The rules it stands behind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::terms::schema::RuleId>"))]
    pub rules: Vec<String>,
    /// The kinds of meeting of which it speaks; where it speaks of meetings at all and none is named, of every kind. At a
    /// meeting of another kind it is not cited where another clause stands behind the same rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<MeetingKind>,
    /// The settings it fixes.
    #[serde(
        default,
        deserialize_with = "crate::terms::json::shape::map",
        skip_serializing_if = "Map::is_empty"
    )]
    #[cfg_attr(feature = "schema", schemars(with = "crate::charter::settings::Settings"))]
    pub sets: Map<String, serde_json::Value>,
    /// The settings on which it is known to be silent, by name or by the group: `meeting.*` stands for all of the group of
    /// which no clause speaks, `*` for all there are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::charter::settings::together::SilentOn>"))]
    pub silent: Vec<String>,
    /// The readings it fixes or leaves open.
    #[serde(
        default,
        deserialize_with = "crate::terms::json::shape::map",
        skip_serializing_if = "Map::is_empty"
    )]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Map<crate::charter::readings::ReadingKey, crate::charter::readings::ReadingTerm>")
    )]
    pub readings: Map<String, ReadingTerm>,
    /// The acts that serve it, for a function.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::terms::act_kind::ActKind>"))]
    pub served_by: Vec<String>,
    /// What looks wrong in the official text, kept as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anomaly: Option<Words>,
}

impl Clause {
    /// Where it stands, in words: 一第1段 for 一¶1, and of the notice and the preamble their names for N and P.
    pub fn place(&self, language: Language) -> String {
        let at = self.at.as_str();
        match at {
            "N" => language.of("印发通知", "the notice of issue").to_owned(),
            "P" => language.of("序言", "the preamble").to_owned(),
            _ => match (at.split_once('¶'), language) {
                (Some((heading, paragraph)), Language::Zh) => format!("{heading}第{paragraph}段"),
                _ => at.to_owned(),
            },
        }
    }

    /// What it says.
    pub fn says(&self, language: Language) -> &Text {
        language.of(&self.zh, &self.en)
    }
}

/// A text in two languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Words {
    /// Chinese.
    pub zh: Text,
    /// English.
    pub en: Text,
}

/// A unit that a charter names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnitEntry {
    /// Its id.
    pub id: UnitId,
    /// Its name as the charter writes it.
    pub zh: Text,
    /// Its name in English.
    pub en: Text,
    /// What kind of unit it is.
    pub kind: UnitKind,
    /// The unit it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<UnitId>,
}

/// A post that a charter names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PostEntry {
    /// Its id.
    pub id: PostId,
    /// The unit it belongs to; without one, any unit can have such a post, and who holds it says in which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Its title in Chinese.
    pub zh: Text,
    /// Its title in English.
    pub en: Text,
    /// Whether several persons may hold it at a time.
    #[serde(default)]
    pub several: bool,
    /// Its rank, where the text gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Rank>,
}

/// What a charter file was made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum KnownFrom {
    /// The official text: each clause has its key phrase, and a silence is the text's own.
    #[default]
    Text,
    /// A record of some of its facts. Key phrases may be missing, and a silence means that the record shows nothing.
    Record,
}

impl KnownFrom {
    fn is_text(&self) -> bool {
        *self == Self::Text
    }
}

/// A charter file, as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CharterFile {
    /// The version of the format: [`FORMAT`].
    pub format: u32,
    /// Its id, the same for all versions.
    pub id: CharterId,
    /// The version, counted from one.
    pub version: u32,
    /// Its title.
    pub title: Words,
    /// The level of government: district, street …
    pub level: Text,
    /// The area, in Chinese.
    pub jurisdiction: Text,
    /// Where the text or the facts come from.
    pub source: Text,
    /// What the file was made from.
    #[serde(default, skip_serializing_if = "KnownFrom::is_text")]
    pub known_from: KnownFrom,
    /// Whether it is a rule *about* joint meetings: it governs other charters, and no body is founded under it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub general: bool,
    /// The general charters that bind this one.
    #[serde(
        default,
        deserialize_with = "crate::terms::json::shape::list",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub governed_by: Vec<Governed>,
    /// The date of the document (成文日期), where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Date>,
    /// The offset of the body's civil time from UTC: `+08:00`.
    pub offset: String,
    /// The charter of the body above. It gives no law to this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<CharterId>,
    /// The charter this one replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<CharterId>,
    /// The units it names, members or not.
    pub units: Vec<UnitEntry>,
    /// The posts it names.
    pub posts: Vec<PostEntry>,
    /// Its clauses, in the order of the text; then its silences; then rules from above.
    pub clauses: Vec<Clause>,
}
