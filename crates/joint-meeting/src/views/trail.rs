//! The trail: every entry about a thing, the clauses an entry rested on, and what a rule says.
//!
//! Nothing is judged here.

use serde::Serialize;

use crate::{
    body::JointMeeting,
    charter::{Charter, readings::ReadingKey},
    kernel::{
        known::{self, UnknownError},
        rule::Rule,
        view::View,
    },
    law::founding::common,
    registry::{entry::Entry, rules},
    terms::{
        act_kind::ActKind,
        id::{ClauseId, PersonId},
        sorted::Map,
        time::Time,
    },
};

/// An entry in the trail of a thing (留痕).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Trace {
    /// The number of the entry.
    pub no: u32,
    /// When it happened.
    pub at: Time,
    /// Who did it.
    pub by: PersonId,
    /// The name of the act.
    pub act: ActKind,
    /// The corrections by which it reads otherwise than it was recorded.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrected_by: Vec<u32>,
    /// Whether it is struck; the trail tells of it as it was recorded.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub struck: bool,
    /// The clauses on which it rested, of the version of the charter that judged it.
    pub clauses: Vec<ClauseId>,
    /// The options of the readings that the rules before it ask, as they were in effect for it when it was entered.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Map<crate::charter::readings::ReadingKey, crate::terms::schema::ReadingOption>")
    )]
    pub readings: Map<&'static str, &'static str>,
}

/// What a rule says, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RuleExplained {
    /// The rule.
    #[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::RuleId"))]
    pub rule: &'static str,
    /// Its sentence in Chinese.
    pub zh: &'static str,
    /// Its sentence in English.
    pub en: &'static str,
    /// Whether it holds for every body.
    pub always: bool,
    /// The clauses that claim it.
    pub clauses: Vec<ClauseId>,
    /// The acts before which it stands; none for a duty.
    pub acts: Vec<ActKind>,
    /// The options of the readings it asks, as they are in effect.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Map<crate::charter::readings::ReadingKey, crate::terms::schema::ReadingOption>")
    )]
    pub readings: Map<&'static str, &'static str>,
}

/// What an entry rested on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EntryExplained {
    /// The entry, as it was recorded.
    pub entry: Entry,
    /// As it reads today, where that is otherwise and it is not struck.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reads: Option<Entry>,
    /// The corrections that change it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrected_by: Vec<u32>,
    /// Whether it is struck.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub struck: bool,
    /// The rules that stood before it and were law by the version of the charter that judged it, besides those asked of every act.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::terms::schema::RuleId>"))]
    pub rules: Vec<&'static str>,
    /// The options of the readings they ask, as they were in effect for it when it was entered.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Map<crate::charter::readings::ReadingKey, crate::terms::schema::ReadingOption>")
    )]
    pub readings: Map<&'static str, &'static str>,
    /// The clauses that claim them.
    pub clauses: Vec<ClauseId>,
}

impl JointMeeting {
    /// Every entry that names a thing: a meeting, an item, a document, a unit, a person … Each as it reads today, and those
    /// too that named it only as they were recorded.
    ///
    /// # Errors
    /// Nothing of that name is known.
    pub fn trail(&self, subject: &str) -> Result<Vec<Trace>, UnknownError> {
        let names = |entry: &Entry| entry.names(subject);
        let about =
            |(entry, _): &(&Entry, &Charter)| names(entry) || self.entry_as_read(entry.no).is_some_and(names);
        let reads = |it| self.entry_as_read(it);
        let trace = |(it, charter): (&Entry, &Charter)| Trace {
            no: it.no,
            at: reads(it.no).unwrap_or(it).at,
            by: reads(it.no).unwrap_or(it).by.clone(),
            act: it.act.kind(),
            corrected_by: self.corrected_by(it.no).to_vec(),
            struck: reads(it.no).is_none(),
            clauses: rests_on(charter, it),
            readings: in_effect(&self.view(charter, it.at.date()), stood_before(charter, it), it.no),
        };
        let all: Vec<Trace> = self.judged().filter(about).map(trace).collect();
        if all.is_empty() && !known::is_known(subject, self.state(), self.charter_now()) {
            let nearest = known::near(known::KINDS, subject, self.state(), self.charter_now());
            return Err(UnknownError { kind: "subject", name: subject.to_owned(), nearest });
        }
        Ok(all)
    }

    /// What a rule says, and which clauses of the charter in force now claim it.
    ///
    /// # Errors
    /// There is no such rule.
    pub fn explain_rule(&self, id: &str) -> Result<RuleExplained, UnknownError> {
        let rule = rules::find(id).ok_or_else(|| UnknownError {
            kind: "rule",
            name: id.to_owned(),
            nearest: known::near_words(id, rules::all().map(|it| it.id)),
        })?;
        let charter = self.charter_now();
        let view = self.view(charter, self.last_day());
        let of_all = common::COMMON.iter().any(|it| it.rule.id == id);
        let before = |it: &ActKind| of_all || it.info().rules().iter().any(|it| it.id == id);
        Ok(RuleExplained {
            rule: rule.id,
            zh: rule.zh,
            en: rule.en,
            always: rule.always,
            clauses: charter.claimed_by(id).map(|it| it.id.clone()).collect(),
            acts: ActKind::ALL.iter().copied().filter(before).collect(),
            readings: in_effect(&view, [rule], u32::MAX),
        })
    }

    /// What an entry rested on.
    ///
    /// # Errors
    /// There is no such entry.
    pub fn explain_entry(&self, no: u32) -> Result<EntryExplained, UnknownError> {
        let (Some(entry), Some(charter)) = (self.entry(no), self.judged_by(no)) else {
            return Err(UnknownError { kind: "entry", name: no.to_string(), nearest: Vec::new() });
        };
        let rules = || stood_before(charter, entry);
        Ok(EntryExplained {
            entry: entry.clone(),
            reads: self.entry_as_read(no).filter(|it| *it != entry).cloned(),
            corrected_by: self.corrected_by(no).to_vec(),
            struck: self.entry_as_read(no).is_none(),
            rules: rules().map(|it| it.id).collect(),
            readings: in_effect(&self.view(charter, entry.at.date()), rules(), no),
            clauses: rests_on(charter, entry),
        })
    }
}

/// The rules before an entry that were law on its day by a charter, besides those asked of every act.
fn stood_before(charter: &Charter, entry: &Entry) -> impl Iterator<Item = &'static Rule> {
    let on = entry.at.date();
    let is_law = move |it: &&Rule| it.always || charter.is_claimed_on(it.id, on);
    entry.act.kind().info().rules().into_iter().filter(is_law)
}

/// The options of the readings that rules ask, by the entries before a number.
fn in_effect<'r>(
    view: &View<'_>,
    rules: impl IntoIterator<Item = &'r Rule>,
    before: u32,
) -> Map<&'static str, &'static str> {
    let option = |key: &ReadingKey| {
        let option = usize::from(view.option_before(*key, before));
        Some((key.name(), key.info().options.get(option).copied()?))
    };
    rules.into_iter().flat_map(|it| it.readings).filter_map(option).collect()
}

/// The clauses on which an entry rested, of those that bound on its day.
fn rests_on(charter: &Charter, entry: &Entry) -> Vec<ClauseId> {
    let bound = charter.binding(charter.rests_on(entry.act.kind()), entry.at.date());
    bound.iter().filter_map(|it| charter.clause_at(*it)).map(|it| it.id.clone()).collect()
}
