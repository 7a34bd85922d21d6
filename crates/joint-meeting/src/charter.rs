//! A charter (联席会议制度) as data: its clauses in the order of the text, and what they set.
//!
//! Loading makes every check that can be made on the file alone, and reports all that it finds. What
//! the rules do with the settings is said at the rules; how a text is compared, in [`text`].

use std::{collections::BTreeMap, fmt, sync::Arc};

use chrono::FixedOffset;
use serde::{Deserialize, Serialize};

use crate::{
    act,
    id::{CharterId, ClauseId, PostId, Text, UnitId},
    membership::{Rank, UnitKind},
    rule,
    time::Date,
};

pub mod diff;
mod general;
pub mod lint;
mod load;
pub mod outline;
pub mod readings;
pub mod settings;
pub mod skeleton;
pub mod text;

pub use general::Overruled;
pub use readings::{READINGS, ReadingKey, ReadingTerm};
pub(crate) use readings::{Reading, Stand};
pub use settings::{Role, Setting, SettingKey, Settings};

/// The version of the file format.
pub const FORMAT: u32 = 1;
/// The longest key phrase, in characters.
pub const KEY_MAX: usize = 24;
/// The most units, clauses or posts in a charter.
pub const LIST_MAX: usize = 256;

/// What a clause does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Force {
    /// Says what something is, or appoints.
    Definition,
    /// Obliges.
    Must,
    /// Obliges, but the test needs a number that the text does not give.
    MustUnquantified,
    /// Empowers.
    May,
    /// Names a standing task of the body.
    Function,
    /// Exhorts; nobody can be judged by it.
    Principle,
    /// Not in the text: a point on which the text is silent.
    Silence,
    /// Not in the text: a rule from above that binds the body all the same.
    Outside,
}

/// A clause (条款).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Clause {
    /// Its id: `T-3`.
    pub id: ClauseId,
    /// Where it stands: 三（三）¶1. For a rule from above, its source.
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
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::schema::RuleId>"))]
    pub rules: Vec<String>,
    /// The settings it fixes.
    #[serde(default, deserialize_with = "crate::wire::values", skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Settings"))]
    pub sets: BTreeMap<String, serde_json::Value>,
    /// The settings on which it is known to be silent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<SettingKey>"))]
    pub silent: Vec<String>,
    /// The readings it fixes or leaves open.
    #[serde(default, deserialize_with = "crate::wire::map", skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<ReadingKey, ReadingTerm>"))]
    pub readings: BTreeMap<String, ReadingTerm>,
    /// The acts that serve it, for a function.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::act::ActKind>"))]
    pub served_by: Vec<String>,
    /// What looks wrong in the official text, kept as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anomaly: Option<Words>,
}

/// The same in two languages.
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
    /// Counted from one.
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
    #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
    pub governed_by: Vec<CharterId>,
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

/// A charter, loaded and checked.
///
/// ```
/// use joint_meeting::Charter;
///
/// let file = joint_meeting::charters::get("nankai-dog-2022").unwrap();
/// let charter = Charter::from_json(file)?;
/// assert_eq!(charter.clause("T-3").unwrap().at.as_str(), "三（三）¶1");
/// # Ok::<(), joint_meeting::charter::CharterErrors>(())
/// ```
///
/// A clone is another handle on the same charter, so that many bodies can share one.
#[derive(Clone, Debug)]
pub struct Charter(Arc<Loaded>);

#[derive(Debug)]
struct Loaded {
    file: CharterFile,
    /// The file together with what it takes from general charters.
    whole: CharterFile,
    overruled: Vec<Overruled>,
    settings: Settings,
    readings: Vec<Option<Stand>>,
    offset: FixedOffset,
    digest: String,
    /// For each act, for each of its guards, the clauses that claim it.
    claims: Vec<Vec<Box<[u16]>>>,
    /// The same for the guards asked of every act.
    common: Vec<Box<[u16]>>,
    /// For each act, all clauses it rests on.
    rests: Vec<Box<[u16]>>,
    /// For each clause, the rules it stands behind.
    rules: Vec<ClauseRules>,
}

/// The rules behind a clause, by their places in the lists of all guards and of all duties.
#[derive(Clone, Debug, Default)]
pub(crate) struct ClauseRules {
    pub(crate) guards: Vec<u16>,
    pub(crate) duties: Vec<u16>,
}

/// Two charters are equal if their files are.
impl PartialEq for Charter {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || (self.0.digest == other.0.digest && self.0.file == other.0.file)
    }
}

impl Eq for Charter {}

impl Charter {
    /// Reads a charter file and makes every check on it.
    ///
    /// The general charters it names as governing are looked for among those that come with the library.
    pub fn from_json(json: &str) -> Result<Self, CharterErrors> {
        Self::from_json_under(json, &[])
    }

    /// The same, with general charters of the caller's own, which go before those that come with the library.
    ///
    /// ```
    /// use joint_meeting::{Charter, charters};
    ///
    /// let file = charters::get("nankai-dog-2022").unwrap();
    /// let documents = Charter::from_json(charters::get("official-documents-2012").unwrap())?;
    /// let charter = Charter::from_json_under(file, &[documents])?;
    /// let clause = charter.clause("official-documents-2012/DOC-11").unwrap();
    /// assert!(clause.rules.iter().any(|it| it == "countersign.by_responsible_person"));
    /// # Ok::<(), joint_meeting::charter::CharterErrors>(())
    /// ```
    pub fn from_json_under(json: &str, general: &[Self]) -> Result<Self, CharterErrors> {
        let file: CharterFile = crate::wire::from_str(json).map_err(|it| {
            CharterErrors(vec![CharterError { place: it.path, problem: Problem::Json(it.problem) }])
        })?;
        Self::load(file, crate::journal::digest(json.as_bytes()), general)
    }

    fn load(as_written: CharterFile, digest: String, general: &[Self]) -> Result<Self, CharterErrors> {
        let mut loading = load::Loading::default();
        let above = general::governing(&as_written, general, &mut loading);
        let file = general::together(&as_written, &above, &mut loading);
        let digest = general::digest(digest, &above);
        loading.head(&file);
        let offset = loading.offset(&file);
        loading.ids(&file);
        let own = as_written.clauses.len();
        // What binds from above goes first: it prevails.
        for (ix, clause) in file.clauses.iter().enumerate().skip(own) {
            loading.clause(ix, clause, load::From::Above);
        }
        for (ix, clause) in file.clauses.iter().enumerate().take(own) {
            loading.clause(ix, clause, load::From::Own(as_written.known_from));
        }
        if !as_written.general {
            loading.rules(&file);
        }
        loading.names(&file);
        if !loading.errors.is_empty() {
            return Err(CharterErrors(loading.errors));
        }
        let claims_of = |rule: &rule::Rule| -> Box<[u16]> {
            (0u16..)
                .zip(&file.clauses)
                .filter(|(_, it)| it.rules.iter().any(|id| id == rule.id))
                .map(|(ix, _)| ix)
                .collect()
        };
        let claims: Vec<Vec<_>> =
            act::ACTS.iter().map(|it| it.rules().into_iter().map(claims_of).collect()).collect();
        let rests = claims
            .iter()
            .map(|it| {
                let all: std::collections::BTreeSet<u16> = it.iter().flatten().copied().collect();
                all.into_iter().collect()
            })
            .collect();
        let rules = file.clauses.iter().map(|it| ClauseRules::behind(&it.rules)).collect();
        let common = rule::COMMON.iter().map(|it| claims_of(&it.rule)).collect();
        Ok(Self(Arc::new(Loaded {
            settings: loading.settings,
            readings: loading.readings,
            offset,
            digest,
            claims,
            common,
            rests,
            rules,
            overruled: loading.overruled,
            whole: file,
            file: as_written,
        })))
    }

    /// Its id, the same for all versions.
    pub fn id(&self) -> &CharterId {
        &self.0.file.id
    }

    /// Its version, counted from one.
    pub fn version(&self) -> u32 {
        self.0.file.version
    }

    /// The SHA-256 of the file it was read from and of the general charters that bind it, in hexadecimal.
    pub fn digest(&self) -> &str {
        &self.0.digest
    }

    /// The file as written, without what binds from above.
    pub fn file(&self) -> &CharterFile {
        &self.0.file
    }

    /// The clauses, in the order of the text; after them those of the general charters that bind it, under
    /// `<general charter>/<clause>`.
    pub fn clauses(&self) -> &[Clause] {
        &self.0.whole.clauses
    }

    /// The units it names.
    pub fn units(&self) -> &[UnitEntry] {
        &self.0.whole.units
    }

    /// The posts it names.
    pub fn posts(&self) -> &[PostEntry] {
        &self.0.whole.posts
    }

    /// What its own clauses say against the general charters that bind it, and that therefore does not hold.
    pub fn overruled(&self) -> &[Overruled] {
        &self.0.overruled
    }

    /// A clause by its id.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses().iter().find(|it| it.id.as_str() == id)
    }

    /// A unit that the charter names.
    pub fn unit(&self, id: &UnitId) -> Option<&UnitEntry> {
        self.units().iter().find(|it| it.id == *id)
    }

    /// A post that the charter names.
    pub fn post(&self, id: &PostId) -> Option<&PostEntry> {
        self.posts().iter().find(|it| it.id == *id)
    }

    /// The settings its clauses fix.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// The offset of the body's civil time.
    pub fn offset(&self) -> FixedOffset {
        self.0.offset
    }

    /// The first day on which it is in force.
    pub fn effective_from(&self) -> Option<Date> {
        self.0.settings.effective_from.fixed().copied().or(self.0.file.issued)
    }

    /// The clauses that claim a rule.
    pub fn claimed_by<'c>(&'c self, rule: &'c str) -> impl Iterator<Item = &'c Clause> {
        self.clauses().iter().filter(move |it| it.rules.iter().any(|id| id == rule))
    }

    /// How the charter leaves a question of reading.
    pub(crate) fn reading(&self, key: ReadingKey) -> Option<&Stand> {
        self.0.readings.get(key as usize)?.as_ref()
    }

    pub(crate) fn claims(&self, act: act::ActKind, guard: usize) -> &[u16] {
        self.0.claims.get(act as usize).and_then(|it| it.get(guard)).map_or(&[], |it| it)
    }

    pub(crate) fn common_claims(&self, guard: usize) -> &[u16] {
        self.0.common.get(guard).map_or(&[], |it| it)
    }

    /// The clauses an act rests on, by their place in the text.
    pub(crate) fn rests_on(&self, act: act::ActKind) -> &[u16] {
        self.0.rests.get(act as usize).map_or(&[], |it| it)
    }

    /// The clauses, each with the rules behind it.
    pub(crate) fn clauses_with_rules(&self) -> impl Iterator<Item = (&Clause, &ClauseRules)> {
        self.clauses().iter().zip(&self.0.rules)
    }

    pub(crate) fn clause_at(&self, ix: u16) -> Option<&Clause> {
        self.clauses().get(usize::from(ix))
    }
}

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
#[error("{place}: {problem}")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CharterError {
    /// A clause id, or a path into the file.
    pub place: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with a charter file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Problem {
    /// Not JSON of the right shape.
    #[error("{0}")]
    Json(String),
    /// A format this library does not read.
    #[error("format {0} is not known")]
    Format(u32),
    /// More than [`LIST_MAX`] of them.
    #[error("{0} is more than is allowed")]
    TooMany(usize),
    /// Not of the form `+08:00`.
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
    /// A key phrase over [`KEY_MAX`] characters.
    #[error("the key phrase has {0} characters, and at most 24 are allowed")]
    LongKey(usize),
    /// A clause of the text without a key phrase.
    #[error("a clause of the text needs a key phrase")]
    NoKey,
    /// The later date comes first.
    #[error("{first} is after {then}")]
    DatesOutOfOrder {
        /// What should come first.
        first: Date,
        /// What should follow.
        then: Date,
    },
    /// A day that no year has.
    #[error("there is no such day in a year")]
    NoSuchDay,
}
