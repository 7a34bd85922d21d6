//! What changed between two charters: clause by clause, and what the changes do to the law.
//!
//! Which open matters of a body a change touches is asked of the body, in `views::touched`.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    charter::{
        Charter,
        file::Clause,
        readings::{ReadingKey, ReadingTerm, Stand},
        settings::SettingKey,
    },
    kernel::rule::Rule,
    registry::rules,
    terms::{
        id::CharterId,
        record::words,
        sorted::{self, Set},
    },
};

/// What changed between two charters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CharterDiff {
    /// The charter before.
    pub before: Version,
    /// The charter after.
    pub after: Version,
    /// The fields of the head: title, source, dates.
    pub head: Vec<FieldChange>,
    /// The units that it names.
    pub units: Vec<EntryChange>,
    /// The posts that it names.
    pub posts: Vec<EntryChange>,
    /// The clauses, in the order of the text before; those added after the others.
    pub clauses: Vec<EntryChange>,
    /// The settings that are otherwise than before, by whatever clause.
    pub settings: Vec<SettingChange>,
    /// The questions of reading that are left otherwise than before.
    pub readings: Vec<ReadingChange>,
    /// The rules that became law, ceased to be, or rest on something that changed.
    pub rules: Vec<RuleChange>,
}

/// A version of a charter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Version {
    /// The charter.
    pub charter: CharterId,
    /// The version, counted from one.
    pub version: u32,
}

words! {
    /// What became of a clause, a unit or a post.
    pub enum Fate {
        /// It was not there before.
        Added "新增" "added",
        /// It is no longer there.
        Removed "删去" "removed",
        /// It is there and says something else.
        Changed "改动" "changed",
    }
}

words! {
    /// What became of a rule.
    pub enum RuleFate {
        /// A clause claims it that none claimed before.
        BecameLaw "开始生效" "became law",
        /// No clause claims it any more.
        CeasedToBeLaw "不再生效" "ceased to be law",
        /// It is law as before, and a setting or a reading that it asks for changed.
        RestsOnAChange "所据有变" "rests on a change",
    }
}

/// A clause, unit or post that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EntryChange {
    /// Its id.
    pub id: String,
    /// What became of it.
    pub fate: Fate,
    /// Its fields that changed; one that was added or removed has all its fields.
    pub fields: Vec<FieldChange>,
}

/// A field that changed. A setting of a clause is `sets.<setting>`, a reading `readings.<reading>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FieldChange {
    /// Its name.
    pub field: String,
    /// Its value before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// Its value after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}

/// A setting as a whole charter leaves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum SettingStand {
    /// No clause speaks of it.
    Unset,
    /// The charter is known to be silent.
    Silent,
    /// A clause fixes it.
    Fixed(Value),
}

/// A setting that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SettingChange {
    /// The setting.
    pub setting: SettingKey,
    /// How the charter left it before.
    pub before: SettingStand,
    /// How it leaves it after.
    pub after: SettingStand,
}

/// A question of reading that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ReadingChange {
    /// The question.
    pub reading: ReadingKey,
    /// What the charter said to it before; nothing if it did not ask.
    pub before: Option<ReadingTerm>,
    /// What it says after.
    pub after: Option<ReadingTerm>,
}

/// A rule that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RuleChange {
    /// The rule.
    #[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::RuleId"))]
    pub rule: &'static str,
    /// What became of it.
    pub fate: RuleFate,
    /// The settings and questions of reading it asks for that changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rests_on: Vec<&'static str>,
}

/// The rules that ask who somebody is, and the settings that say so.
const BY_ROLE: &[(&str, &[SettingKey])] = &[
    ("actor.is_office", &[SettingKey::Office, SettingKey::LeadUnits]),
    ("actor.is_convener", &[SettingKey::Conveners]),
    ("unit.is_member", &[SettingKey::Members, SettingKey::MemberClasses]),
    ("meeting.called_by_whoever_may", &[SettingKey::Office, SettingKey::Conveners, SettingKey::LeadUnits]),
    ("meeting.presided_by_whoever_may", &[SettingKey::Office, SettingKey::Conveners]),
    ("meeting.opened_by_presiding", &[SettingKey::Office, SettingKey::Conveners]),
    ("request.answered_by_office_or_convener", &[SettingKey::Office, SettingKey::Conveners]),
    ("group.formed_by_office_or_convener", &[SettingKey::Office, SettingKey::Conveners]),
    ("countersign.by_responsible_person", &[SettingKey::ResponsiblePosts]),
];

impl Charter {
    /// What changed from this charter to another: a later version of it, or any other.
    ///
    /// ```
    /// use joint_meeting::{Charter, authoring::RuleFate, charter::SettingKey};
    ///
    /// let file = joint_meeting::charters::get("nankai-dog-2022").unwrap();
    /// let before = Charter::from_json(file)?;
    /// let after = Charter::from_json(&file.replace(r#"{"month": 12, "day": 25}"#, r#"{"month": 11, "day": 30}"#))?;
    /// let diff = before.diff(&after);
    /// assert_eq!((diff.clauses.len(), diff.clauses[0].id.as_str()), (1, "R-3"));
    /// assert_eq!((diff.settings.len(), diff.settings[0].setting), (1, SettingKey::ReportDue));
    /// let yearly = diff.rules.iter().find(|it| it.rule == "report.yearly").unwrap();
    /// assert_eq!((yearly.fate, yearly.rests_on.as_slice()), (RuleFate::RestsOnAChange, &["report.due"][..]));
    /// assert!(before.diff(&before).is_empty());
    /// # Ok::<(), joint_meeting::charter::CharterErrors>(())
    /// ```
    pub fn diff(&self, after: &Self) -> CharterDiff {
        let settings: Vec<SettingChange> = self
            .settings()
            .differing(after.settings())
            .map(|setting| SettingChange {
                setting,
                before: self.stand(setting),
                after: after.stand(setting),
            })
            .collect();
        let readings: Vec<ReadingChange> = ReadingKey::ALL
            .iter()
            .copied()
            .filter(|key| said(self.reading(*key)) != said(after.reading(*key)))
            .map(|key| ReadingChange { reading: key, before: self.term(key), after: after.term(key) })
            .collect();
        let (of_settings, of_readings) =
            (settings.iter().map(|it| it.setting.name()), readings.iter().map(|it| it.reading.name()));
        let changed = of_settings.chain(of_readings).collect();
        CharterDiff {
            before: Version { charter: self.id().clone(), version: self.version() },
            after: Version { charter: after.id().clone(), version: after.version() },
            head: fields(&head(self), &head(after)),
            units: entries(self.units(), after.units()),
            posts: entries(self.posts(), after.posts()),
            clauses: entries(self.clauses(), after.clauses()),
            rules: rules(self, after, &changed),
            settings,
            readings,
        }
    }

    /// The clause that settles something: one from above before the charter's own.
    fn settled_by(&self, settles: impl Fn(&Clause) -> bool) -> Option<&Clause> {
        self.clauses().iter().rev().find(|it| settles(it))
    }

    fn stand(&self, setting: SettingKey) -> SettingStand {
        let fixed = self.settled_by(|it| it.sets.contains_key(setting.name()));
        match fixed.and_then(|it| it.sets.get(setting.name())) {
            Some(value) => SettingStand::Fixed(value.clone()),
            None if self.settings().is_silent(setting) => SettingStand::Silent,
            None => SettingStand::Unset,
        }
    }

    fn term(&self, key: ReadingKey) -> Option<ReadingTerm> {
        let id = key.name();
        self.settled_by(|it| it.readings.contains_key(id))?.readings.get(id).cloned()
    }
}

impl CharterDiff {
    /// Whether nothing changed at all.
    pub fn is_empty(&self) -> bool {
        let Self { before, after, head, units, posts, clauses, settings, readings, rules } = self;
        before == after
            && head.is_empty()
            && [units, posts, clauses].iter().all(|it| it.is_empty())
            && settings.is_empty()
            && readings.is_empty()
            && rules.is_empty()
    }

    /// The rules that changed.
    pub(crate) fn touches(&self, rule: &str) -> bool {
        self.rules.iter().any(|it| it.rule == rule)
    }
}

/// What a charter says to a question, by whatever clause.
fn said(stand: Option<&Stand>) -> Option<(u8, Set<u8>)> {
    stand.map(|it| (it.option, it.open.iter().copied().collect()))
}

/// The fields of an entry; the settings and readings of a clause are fields of their own.
fn object(entry: &impl Serialize) -> Map<String, Value> {
    let Ok(Value::Object(written)) = serde_json::to_value(entry) else { return Map::new() };
    let mut object = Map::new();
    for (field, value) in written {
        match value {
            Value::Object(inner) if matches!(field.as_str(), "sets" | "readings") => {
                object.extend(inner.into_iter().map(|(key, value)| (format!("{field}.{key}"), value)));
            }
            value => {
                object.insert(field, value);
            }
        }
    }
    object
}

fn head(charter: &Charter) -> Map<String, Value> {
    let mut head = object(charter.file());
    head.retain(|field, _| !matches!(field.as_str(), "units" | "posts" | "clauses"));
    head
}

fn fields(before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<FieldChange> {
    let names: Set<&String> = before.keys().chain(after.keys()).collect();
    let changed = names.into_iter().filter(|it| before.get(*it) != after.get(*it));
    let change = |field: &String| FieldChange {
        field: field.clone(),
        before: before.get(field).cloned(),
        after: after.get(field).cloned(),
    };
    changed.map(change).collect()
}

fn id(entry: &Map<String, Value>) -> String {
    entry.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn entries<T: Serialize>(before: &[T], after: &[T]) -> Vec<EntryChange> {
    let (before, after): (Vec<_>, Vec<_>) =
        (before.iter().map(object).collect(), after.iter().map(object).collect());
    let by_id: sorted::Map<String, &Map<String, Value>> = after.iter().map(|it| (id(it), it)).collect();
    let known: Set<String> = before.iter().map(id).collect();
    let none = Map::new();
    let change = |id: String, fate, before, after| EntryChange { id, fate, fields: fields(before, after) };
    let changed = before.iter().map(|it| match by_id.get(&id(it)) {
        Some(then) => change(id(it), Fate::Changed, it, then),
        None => change(id(it), Fate::Removed, it, &none),
    });
    let added = after.iter().filter(|it| !known.contains(&id(it)));
    let added = added.map(|it| change(id(it), Fate::Added, &none, it));
    changed.chain(added).filter(|it| !it.fields.is_empty()).collect()
}

fn rules(before: &Charter, after: &Charter, changed: &Set<&'static str>) -> Vec<RuleChange> {
    let mut seen = Set::new();
    let each = rules::all().filter(|it| seen.insert(it.id)).collect::<Vec<&Rule>>();
    let is_law = |charter: &Charter, rule: &Rule| charter.claimed_by(rule.id).next().is_some();
    let change = |rule: &&'static Rule| {
        let by_role = BY_ROLE.iter().filter(|(id, _)| *id == rule.id).flat_map(|(_, settings)| *settings);
        let (settings, readings) = (rule.settings.iter(), rule.readings.iter().map(|it| it.name()));
        let asks = settings.map(|it| it.name()).chain(readings).chain(by_role.map(|it| it.name()));
        let rests_on: Vec<&str> = asks.filter(|it| changed.contains(it)).collect();
        let fate = match (is_law(before, rule), is_law(after, rule)) {
            (false, true) => RuleFate::BecameLaw,
            (true, false) => RuleFate::CeasedToBeLaw,
            (true, true) if !rests_on.is_empty() => RuleFate::RestsOnAChange,
            _ => return None,
        };
        Some(RuleChange { rule: rule.id, fate, rests_on })
    };
    each.iter().filter_map(change).collect()
}
