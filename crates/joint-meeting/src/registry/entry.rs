//! The submission, in which a host hands in an act, and the entry it becomes when it is accepted.
//!
//! How entries are written down and chained is in `journal`.

use chrono::FixedOffset;
use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};

use crate::{
    kernel::{
        against::{Against, AgainstKept},
        outcome::Outcome,
    },
    registry::acts::Act,
    terms::{
        calendar::used::CalendarUse,
        deed::Stamp,
        id::{PersonId, Text},
        proof::{Proof, proofs},
        record::Mention,
        spelling::Spelling,
        time::Time,
    },
};

/// An act as a host submits it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Submission {
    /// What is done.
    pub act: Act,
    /// Who does it. The host vouches for the identity; the library judges the authority.
    pub by: PersonId,
    /// When it happened.
    pub at: Time,
    /// When it was entered; if not given, when it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<Time>,
    /// Who entered it, where that is not who did it. They belong to the office or act for the same unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_by: Option<PersonId>,
    /// What shows that it is true, at most [`PROOFS_MAX`](crate::limits::PROOFS_MAX) things: their names and digests. The
    /// files stay with the host.
    #[serde(default, deserialize_with = "proofs", skip_serializing_if = "Vec::is_empty")]
    pub proofs: Vec<Proof>,
    /// A name for the submission itself, which the host makes. Submitted again with the same key and content, it is the entry
    /// that it became, even if that was struck since: a retry is a retry. With other content it is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Text>,
    /// The rules against which it was done, if it is to be recorded all the same: just those that stand in its way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Against>,
}

impl Submission {
    /// What is done, by whom and when; [`Submission::recorded_at`] says when it was entered, if that was later.
    ///
    /// ```
    /// use joint_meeting::{Submission, act::OpenMeeting, id, time};
    ///
    /// let opening = Submission::new(OpenMeeting::new(id!("m1")), id!("p1"), time!("2022-06-30T09:00:00+08:00"))
    ///     .recorded_at(time!("2022-07-01T08:30:00+08:00"));
    /// assert_eq!(opening.by.as_str(), "p1");
    /// ```
    pub fn new(act: impl Into<Act>, by: PersonId, at: Time) -> Self {
        let (recorded_at, recorded_by, proofs, key, against) = (None, None, Vec::new(), None, None);
        Self { act: act.into(), by, at, recorded_at, recorded_by, proofs, key, against }
    }

    /// When it was entered.
    #[must_use]
    pub fn recorded_at(self, time: Time) -> Self {
        Self { recorded_at: Some(time), ..self }
    }

    /// Who entered it.
    #[must_use]
    pub fn recorded_by(self, person: PersonId) -> Self {
        Self { recorded_by: Some(person), ..self }
    }

    /// What shows that it is true.
    #[must_use]
    pub fn proofs(self, proofs: impl IntoIterator<Item = Proof>) -> Self {
        Self { proofs: proofs.into_iter().collect(), ..self }
    }

    /// A name for the submission itself, so that it can be submitted again without being entered again.
    ///
    /// ```
    /// # use joint_meeting::{JointMeeting, Submission, act::{AdoptCharter, FirstHolder}, id, text, time};
    /// # let mut body = JointMeeting::bundled("nankai-dog-2022")?;
    /// let founding = AdoptCharter::new(id!("nankai-dog-2022"), 1, [FirstHolder::new(id!("deputy-head"), id!("p1"))]);
    /// let founding = Submission::new(founding, id!("p1"), time!("2022-04-21T09:00:00+08:00")).key(text!("batch 3, row 1"));
    /// body.perform(founding.clone())?;
    /// assert_eq!(body.perform(founding)?.no, 1);
    /// assert_eq!(body.entries().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn key(self, key: Text) -> Self {
        Self { key: Some(key), ..self }
    }

    /// The rules against which it was done.
    #[must_use]
    pub fn against(self, against: Against) -> Self {
        Self { against: Some(against), ..self }
    }

    /// A text or a name in it that is still to be written.
    pub(crate) fn unwritten(&self) -> Option<&str> {
        let mut unwritten = None;
        let mut look =
            |_, it| unwritten = unwritten.or(Some(it).filter(|it: &&Spelling| it.is_placeholder()));
        self.act.mention(&mut look);
        self.by.mention(&mut look);
        self.recorded_by.mention(&mut look);
        self.proofs.mention(&mut look);
        self.key.mention(&mut look);
        self.against.mention(&mut look);
        unwritten.map(Spelling::as_str)
    }

    /// When it was entered, or happened if nothing else is said.
    pub(crate) fn entered_at(&self) -> Time {
        self.recorded_at.unwrap_or(self.at)
    }
}

/// An accepted act. It is made by [`JointMeeting::decide`](crate::JointMeeting::decide) and read from where a host has stored
/// it, with serde or line by line with [`JointMeeting::replay`](crate::JointMeeting::replay).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "EntryRead")]
#[non_exhaustive]
pub struct Entry {
    /// Its number in the journal, counted from one.
    pub no: u32,
    /// When it happened, at the charter's offset.
    pub at: Time,
    /// When it was entered.
    pub recorded_at: Time,
    /// Who did it.
    pub by: PersonId,
    /// What was done.
    pub act: Act,
    /// What was settled then, and is never settled anew.
    pub outcome: Outcome,
    /// The table of working days by which it was accepted, where that rested on one.
    pub calendar: Option<Box<CalendarUse>>,
    /// What was said with it, which most entries have nothing of. On the wire it stands in the entry itself.
    pub attached: Option<Box<Attached>>,
}

/// What a submission says of itself besides what was done, and the entry keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Attached {
    /// Who entered it, where that is not who did it.
    pub recorded_by: Option<PersonId>,
    /// What shows that it is true.
    pub proofs: Vec<Proof>,
    /// The name of the submission.
    pub key: Option<Text>,
    /// The rules against which it was recorded.
    pub against: Option<AgainstKept>,
}

/// An entry as it is read: flat.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Entry"))]
pub(crate) struct EntryRead {
    /// Its number in the journal, counted from one.
    pub(crate) no: u32,
    /// When it happened, at the charter's offset.
    pub(crate) at: Time,
    /// When it was entered.
    pub(crate) recorded_at: Time,
    /// Who did it.
    pub(crate) by: PersonId,
    /// What was done.
    pub(crate) act: Act,
    /// What was settled then, and is never settled anew.
    #[serde(default)]
    pub(crate) outcome: Outcome,
    /// The table of working days by which it was accepted, where that rested on one.
    #[serde(default)]
    pub(crate) calendar: Option<Box<CalendarUse>>,
    /// Who entered it, where that is not who did it.
    #[serde(default)]
    pub(crate) recorded_by: Option<PersonId>,
    /// What shows that it is true.
    #[serde(default, deserialize_with = "proofs")]
    pub(crate) proofs: Vec<Proof>,
    /// The name of the submission.
    #[serde(default)]
    pub(crate) key: Option<Text>,
    /// The rules against which it was recorded.
    #[serde(default)]
    pub(crate) against: Option<AgainstKept>,
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Entry {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        EntryRead::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        EntryRead::json_schema(generator)
    }
}

impl From<EntryRead> for Entry {
    fn from(it: EntryRead) -> Self {
        let EntryRead { no, at, recorded_at, by, act, outcome, calendar, recorded_by, proofs, key, against } =
            it;
        let attached = Attached { recorded_by, proofs, key, against }.boxed();
        Self { no, at, recorded_at, by, act, outcome, calendar, attached }
    }
}

impl Attached {
    /// It in a box, unless it says nothing.
    pub(crate) fn boxed(self) -> Option<Box<Self>> {
        (self != Self::default()).then(|| Box::new(self))
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.write_into(&mut map)?;
        map.end()
    }
}

impl Entry {
    /// Its fields, those left out that say nothing.
    pub(crate) fn write_into<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry("no", &self.no)?;
        map.serialize_entry("at", &self.at)?;
        map.serialize_entry("recorded_at", &self.recorded_at)?;
        map.serialize_entry("by", &self.by)?;
        map.serialize_entry("act", &self.act)?;
        if !self.outcome.is_none() {
            map.serialize_entry("outcome", &self.outcome)?;
        }
        if let Some(calendar) = &self.calendar {
            map.serialize_entry("calendar", calendar)?;
        }
        let Some(attached) = &self.attached else { return Ok(()) };
        let Attached { recorded_by, proofs, key, against } = &**attached;
        if let Some(person) = recorded_by {
            map.serialize_entry("recorded_by", person)?;
        }
        if !proofs.is_empty() {
            map.serialize_entry("proofs", proofs)?;
        }
        if let Some(key) = key {
            map.serialize_entry("key", key)?;
        }
        if let Some(against) = against {
            map.serialize_entry("against", against)?;
        }
        Ok(())
    }

    /// Whether it names a thing, or is by a person, of that name: a meeting, an item, a unit …
    pub fn names(&self, name: &str) -> bool {
        let mut found = self.by.as_str() == name;
        self.act.mention(&mut |kind, it| found |= kind != Text::KIND && it.as_str() == name);
        found
    }

    /// Who entered it.
    pub fn recorded_by(&self) -> &PersonId {
        self.attached.as_deref().and_then(|it| it.recorded_by.as_ref()).unwrap_or(&self.by)
    }

    /// It as it counts with corrections of it, which was recorded so: what shows them shows it, and what showed another act no
    /// longer does; what they put later than it was entered was known when they were made.
    pub(crate) fn shown_by<'e>(&self, recorded: &Self, corrections: impl Iterator<Item = &'e Self>) -> Self {
        let mut it = self.clone();
        let mut attached = it.attached.take().map(|it| *it).unwrap_or_default();
        if it.act != recorded.act {
            attached.proofs.clear();
        }
        for correction in corrections {
            attached.proofs.extend_from_slice(correction.proofs());
            if it.at <= correction.at {
                it.recorded_at = it.recorded_at.max(it.at);
            }
        }
        Self { attached: attached.boxed(), ..it }
    }

    /// Who entered it, where that is said.
    pub(crate) fn recorded_by_other(&self) -> Option<&PersonId> {
        self.attached.as_deref()?.recorded_by.as_ref()
    }

    /// What shows that it is true.
    pub fn proofs(&self) -> &[Proof] {
        self.attached.as_deref().map_or(&[], |it| &it.proofs)
    }

    /// The name of the submission that it was.
    pub fn key(&self) -> Option<&Text> {
        self.attached.as_deref()?.key.as_ref()
    }

    /// The rules against which it was recorded.
    pub fn against(&self) -> Option<&AgainstKept> {
        self.attached.as_deref()?.against.as_ref()
    }

    /// The same with its times at an offset.
    pub(crate) fn at_offset(mut self, offset: FixedOffset) -> Self {
        self.put_at_offset(offset);
        self
    }

    /// Puts its times at an offset.
    pub(crate) fn put_at_offset(&mut self, offset: FixedOffset) {
        (self.at, self.recorded_at) = (self.at.at_offset(offset), self.recorded_at.at_offset(offset));
    }

    /// Whether its times stand at an offset.
    pub(crate) fn is_at(&self, offset: FixedOffset) -> bool {
        [self.at, self.recorded_at].iter().all(|it| *it.to_chrono().offset() == offset)
    }

    /// What the state is told of it, whatever was done.
    pub(crate) fn stamp(&self) -> Stamp<'_> {
        Stamp { at: self.at, recorded_at: self.recorded_at, no: self.no, by: &self.by }
    }
}
