//! A line of a journal: an entry with the digest of the line before.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    kernel::{against::AgainstKept, outcome::Outcome},
    registry::entry::{Entry, EntryRead},
    terms::{
        calendar::used::CalendarUse,
        id::{PersonId, Text},
        proof::{Proof, proofs},
        time::Time,
    },
};

/// An entry on its way into a line.
pub(super) struct LineOut<'e> {
    pub(super) entry: &'e Entry,
    pub(super) prev: &'e str,
}

impl Serialize for LineOut<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        self.entry.write_into(&mut map)?;
        map.serialize_entry("prev", self.prev)?;
        map.end()
    }
}

/// An entry as it stands in a line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "JournalLine"))]
pub(crate) struct Line<'l> {
    /// Its number in the journal, counted from one.
    pub(super) no: u32,
    /// When it happened, at the charter's offset.
    at: Time,
    /// When it was entered.
    recorded_at: Time,
    /// Who did it.
    by: PersonId,
    /// What was done.
    act: crate::registry::acts::Act,
    /// What was settled then, and is never settled anew.
    #[serde(default)]
    outcome: Outcome,
    /// The table of working days by which it was accepted, where that rested on one.
    #[serde(default)]
    calendar: Option<Box<CalendarUse>>,
    /// Who entered it, where that is not who did it.
    #[serde(default)]
    recorded_by: Option<PersonId>,
    /// What shows that it is true.
    #[serde(default, deserialize_with = "proofs")]
    proofs: Vec<Proof>,
    /// The name of the submission.
    #[serde(default)]
    key: Option<Text>,
    /// The rules against which it was recorded.
    #[serde(default)]
    against: Option<AgainstKept>,
    /// The digest of the line before.
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::Digest"))]
    pub(super) prev: Cow<'l, str>,
}

impl Line<'_> {
    pub(super) fn into_entry(self) -> Entry {
        let Self {
            no,
            at,
            recorded_at,
            by,
            act,
            outcome,
            calendar,
            recorded_by,
            proofs,
            key,
            against,
            prev: _,
        } = self;
        EntryRead { no, at, recorded_at, by, act, outcome, calendar, recorded_by, proofs, key, against }
            .into()
    }
}
