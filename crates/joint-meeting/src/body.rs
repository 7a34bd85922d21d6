//! A body: its charters, its state and its entries held together, for hosts that keep things in memory.
//!
//! No rule is here: `decide` asks the rules through `registry`, and `perform` appends what they accept.

mod charters;
mod correcting;
mod corrections;
pub(crate) mod cures;
pub(crate) mod error;
mod format;
mod heads;
mod numbers;
pub(crate) mod past;
mod reading;
mod replay;
mod ruling;
pub(crate) mod together;
mod vacancy;

use std::sync::Arc;

use serde::Serialize;

use self::{
    charters::Charters,
    corrections::Corrections,
    error::{BodyError, ConflictError},
    format::Format,
    heads::Heads,
};
use crate::{
    charter::Charter,
    kernel::{
        asked::Slices,
        kept::Kept,
        refusal::Refusal,
        view::{CalendarInView, Horizon, View},
    },
    registry::{
        acts::Act,
        entry::{Entry, Submission},
    },
    state::State,
    terms::{
        act_kind::ActKind,
        calendar::{Calendar, used::CalendarUse},
        id::Text,
        order,
        sorted::LongMap,
        time::{Date, Time},
    },
};

/// A joint meeting (联席会议): the standing body, as its journal tells.
///
/// ```
/// use joint_meeting::{Charter, JointMeeting, wire};
///
/// let charter = Charter::bundled("nankai-dog-2022")?;
/// let mut body = JointMeeting::new([charter])?;
/// let founding = wire::from_str(r#"{
///     "act": {"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1,
///             "holders": [{"post": "deputy-head", "person": "p1"}, {"post": "order-head", "person": "p2"}]},
///     "by": "p1", "at": "2022-04-21T09:00:00+08:00"}"#)?;
/// assert_eq!(body.perform(founding).unwrap().no, 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct JointMeeting {
    charters: Charters,
    calendar: Arc<Calendar>,
    /// What time it is, if the host says so.
    now: Option<Time>,
    state: State,
    entries: Vec<Entry>,
    /// For each entry, the version of the charter that judged it.
    judged_by: Vec<u32>,
    /// Entries up to this number were decided here, and not only trusted.
    decided: usize,
    breaches: Vec<Breach>,
    /// How entries read that were corrected.
    corrections: Corrections,
    /// The entries whose submissions had a name.
    keys: LongMap<Text, u32>,
    /// What was said of it that still holds.
    kept: Kept,
    heads: Heads,
    /// The format of its journal, and the end of the journal that it goes on from, where that was of an older format.
    format: Format,
}

/// An entry that the rules would have refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Breach {
    /// The number of the entry.
    pub no: u32,
    /// Why it would have been refused; none if only its outcome is not what the library settles.
    pub refusal: Option<Refusal>,
    /// The table of working days that the entry names, where it was decided again by another, which may be why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Box<CalendarUse>>,
    /// The entry that tells of it: the entry itself, where it was recorded against these rules, or the correction since which
    /// they would refuse it. None where nobody has told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told_by: Option<u32>,
}

impl JointMeeting {
    /// A body under a charter, or under the successive versions of one. Nothing has happened yet.
    pub fn new(charters: impl IntoIterator<Item = Charter>) -> Result<Self, BodyError> {
        let mut charters: Vec<Charter> = charters.into_iter().collect();
        order::sort_by_key(&mut charters, Charter::version);
        let first = charters.first().ok_or(BodyError::NoCharter)?;
        if let Some(other) = charters.iter().find(|it| it.id() != first.id()) {
            return Err(BodyError::Different { one: first.id().to_string(), other: other.id().to_string() });
        }
        if let Some(general) = charters.iter().find(|it| it.file().general) {
            return Err(BodyError::General(general.id().to_string()));
        }
        for pair in charters.windows(2) {
            if let [a, b] = pair
                && a.version() == b.version()
            {
                return Err(BodyError::Twice(a.version()));
            }
        }
        Ok(Self {
            charters: Charters::new(charters),
            calendar: Calendar::shared(),
            now: None,
            state: State::default(),
            entries: Vec::new(),
            judged_by: Vec::new(),
            decided: 0,
            breaches: Vec::new(),
            corrections: Corrections::default(),
            keys: LongMap::new(),
            kept: Kept::default(),
            heads: Heads::default(),
            format: Format::default(),
        })
    }

    /// The same body with another table of working days.
    ///
    /// What was decided by the one before was not decided by this one: unless they say the same, the entries count as trusted
    /// from now on, and [`JointMeeting::breaches`] decides them again.
    #[must_use]
    pub fn with_calendar(self, calendar: impl Into<Arc<Calendar>>) -> Self {
        let calendar = calendar.into();
        if calendar == self.calendar {
            return self;
        }
        Self { calendar, decided: 0, breaches: Vec::new(), kept: Kept::default(), ..self }
    }

    /// Says what time it is, until another time is said: nothing is recorded after the end of that day.
    ///
    /// Where nobody says so, nothing is recorded more than two years after what is known, by the table of working days or by
    /// the last entry. One year that is mistyped would else lock the body, since entries are recorded in order. Entries that
    /// a journal tells of are not asked.
    pub fn set_now(&mut self, now: Time) {
        self.now = Some(now);
    }

    /// Up to when something can be recorded.
    pub(crate) fn horizon(&self) -> Option<Horizon> {
        let offset = self.charter_now().offset();
        if let Some(now) = self.now {
            return Some(Horizon { day: now.at_offset(offset).date(), years: 0, offset });
        }
        let last = self.entries.last().map(|it| it.recorded_at.date());
        let known = last.into_iter().chain(self.calendar.known_through()).max()?;
        Some(Horizon { day: known, years: 2, offset })
    }

    /// May this be done? Changes nothing.
    ///
    /// The entry is what a host stores and then gives to [`JointMeeting::apply`].
    ///
    /// # Errors
    /// The refusal, with every ground.
    pub fn decide(&self, submission: &Submission) -> Result<Entry, Refusal> {
        if let Some(entry) = self.repeated(submission) {
            return Ok(entry.clone());
        }
        let (ruling, against) = self.answer(submission)?;
        Ok(self.entry_of(submission.clone(), ruling, against).0)
    }

    /// May this be done? Like [`JointMeeting::decide`], without the entry.
    pub fn check(&self, submission: &Submission) -> Result<(), Refusal> {
        if self.repeated(submission).is_some() {
            return Ok(());
        }
        self.answer(submission).map(|_| ())
    }

    /// Folds an entry in that was decided on this state, and stored since.
    ///
    /// # Errors
    /// If another entry was applied in between: decide again.
    pub fn apply(&mut self, entry: Entry) -> Result<(), ConflictError> {
        let (expected, found) = (self.next_no(), entry.no);
        // What was submitted again under its name is there.
        if entry.key().is_some() && self.entry(found) == Some(&entry) {
            return Ok(());
        }
        if expected != found {
            return Err(ConflictError { expected, found });
        }
        let (entry, version) = self.as_judged(entry);
        self.fold_decided(entry, version);
        Ok(())
    }

    /// Decides, and folds in what is accepted.
    ///
    /// # Errors
    /// The refusal; nothing has changed.
    pub fn perform(&mut self, submission: Submission) -> Result<&Entry, Refusal> {
        if let Some(no) = self.repeated(&submission).map(|it| it.no) {
            return Ok(self.at_place(self.place_of(no).unwrap_or_default()));
        }
        let (ruling, against) = self.answer(&submission)?;
        let (entry, version) = self.entry_of(submission, ruling, against);
        Ok(self.fold_decided(entry, version))
    }

    /// Folds an entry in that was decided here, unless it says that it was decided by another table of working days.
    fn fold_decided(&mut self, entry: Entry, version: u32) -> &Entry {
        if entry.against().is_some() {
            self.breaches.extend(self.breach(&entry));
        }
        let decided = entry.calendar.as_deref().is_none_or(|it| *it == self.calendar.used());
        self.decided += usize::from(decided && self.decided == self.entries.len());
        self.fold_judged(entry, version)
    }

    /// An entry at the offset of the charter that judges it, and the version of that.
    fn as_judged(&self, entry: Entry) -> (Entry, u32) {
        let version = self.version_for(&entry.act, entry.at);
        (entry.at_offset(self.charter_of(version).offset()), version)
    }

    /// Folds an entry in that a version judged. A new version itself says what it brings.
    fn fold_judged(&mut self, entry: Entry, version: u32) -> &Entry {
        let (at, corrects) = (self.entries.len(), entry.act.kind() == ActKind::CorrectRecord);
        self.fold_recorded(entry, version);
        if corrects {
            self.read_anew();
        }
        self.at_place(at)
    }

    fn next_no(&self) -> u32 {
        self.state.count() + 1
    }

    /// The charter in force on a day; before the body was founded, the first.
    pub fn charter_on(&self, date: Date) -> &Charter {
        self.charters.in_force(&self.state.founding, date)
    }

    /// The charter in force when the last entry was recorded; what that entry tells may have happened long before.
    pub(crate) fn charter_now(&self) -> &Charter {
        self.charter_on(self.last_day())
    }

    /// The day on which the last entry was recorded.
    pub(crate) fn last_day(&self) -> Date {
        self.entries.last().map(|it| it.recorded_at.date()).unwrap_or_default()
    }

    /// The charter of a version; of one that there is not, the first.
    pub(crate) fn charter_of(&self, version: u32) -> &Charter {
        self.charters.of_version(Some(version))
    }

    /// The version that judges an act now.
    pub(crate) fn version_for(&self, act: &Act, at: Time) -> u32 {
        self.charters.judging(&self.state, act, at).0.version()
    }

    /// The entries as they were recorded, each with the charter of the version that judged it.
    pub(crate) fn judged(&self) -> impl Iterator<Item = (&Entry, &Charter)> {
        self.entries.iter().zip(self.judged_by.iter().map(|it| self.charter_of(*it)))
    }

    /// The entries as they read today, likewise.
    pub(crate) fn judged_as_read(&self) -> impl Iterator<Item = (&Entry, &Charter)> {
        self.judged().filter_map(|(it, charter)| Some((self.corrections.read(it)?, charter)))
    }

    /// The charter of the version that judged the entry of that number.
    pub(crate) fn judged_by(&self, no: u32) -> Option<&Charter> {
        Some(self.charter_of(*self.judged_by.get(self.place_of(no)?)?))
    }

    /// What rules may see by a charter from a day on which one looks, with the readings of that day in effect.
    pub(crate) fn view<'s>(&'s self, charter: &'s Charter, on: Date) -> View<'s> {
        let (charters, state) = (self.charters.all(), Slices::of(&self.state));
        View::asked((charter, charters), state, CalendarInView::of(&self.calendar), on)
    }

    /// What was said of it that still holds.
    pub(crate) fn kept(&self) -> &Kept {
        &self.kept
    }

    /// The charters, by version.
    pub fn charters(&self) -> &[Charter] {
        self.charters.all()
    }

    /// The entries so far, as they were recorded.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of that number, as it was recorded.
    pub fn entry(&self, no: u32) -> Option<&Entry> {
        self.entries.get(self.place_of(no)?)
    }

    /// The entry of that number as it reads today, with its corrections; none if it is struck. Its number and the line in the
    /// journal never change.
    pub fn entry_as_read(&self, no: u32) -> Option<&Entry> {
        self.corrections.read(self.entry(no)?)
    }

    /// The numbers of the corrections that change an entry, in order.
    pub fn corrected_by(&self, no: u32) -> &[u32] {
        self.corrections.of_entry(no)
    }

    /// Where the entry of that number stands. Numbers rise, and some are left out where only what happened by a day is told.
    fn place_of(&self, no: u32) -> Option<usize> {
        self.entries.binary_search_by_key(&no, |it| it.no).ok()
    }

    /// What the entries amount to.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The table of working days in use.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }
}

/// Two bodies are equal if they have the same charters, table of working days, entries and state.
impl PartialEq for JointMeeting {
    fn eq(&self, other: &Self) -> bool {
        self.charters == other.charters
            && self.calendar == other.calendar
            && self.entries == other.entries
            && self.state == other.state
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::limits::ENTRIES_MAX;

    #[test]
    fn the_journal_has_room_for_the_last_entry_and_no_more() {
        let charter = Charter::bundled("nankai-dog-2022").unwrap();
        let mut body = JointMeeting::new([charter]).unwrap();
        let founding = r#"{"act": {"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1,
            "holders": [{"post": "deputy-head", "person": "p1"}]},
            "by": "p1", "at": "2022-04-21T09:00:00+08:00"}"#;
        let choosing = r#"{"act": {"type": "choose_reading", "reading": "plenary.count", "option": "at_least",
            "why": "略"}, "by": "p1", "at": "2022-04-22T09:00:00+08:00"}"#;
        let mut entry = body.perform(crate::terms::json::from_str(founding).unwrap()).unwrap().clone();
        let choosing: Submission = crate::terms::json::from_str(choosing).unwrap();
        // As if so many entries had gone before.
        entry.no = ENTRIES_MAX - 1;
        body.take_over([entry.clone()].into_iter());
        assert_eq!(body.check(&choosing), Ok(()));
        entry.no = ENTRIES_MAX;
        body.take_over([entry].into_iter());
        let rules: Vec<&str> =
            body.check(&choosing).unwrap_err().grounds().iter().map(|it| it.rule).collect();
        assert_eq!(rules, ["journal.has_room"]);
    }
}
