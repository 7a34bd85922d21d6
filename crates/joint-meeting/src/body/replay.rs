//! Replay: a body from its journal, trusted or decided again, and by what had happened by a day.
//!
//! How lines are read and chained is in `journal`.

use std::{borrow::Cow, sync::Arc};

use crate::{
    body::{
        Breach, JointMeeting, corrections::Corrections, error::ReplayError, format::Format, heads::Heads,
    },
    charter::Charter,
    journal::{self, Head, Header, Journal, JournalError},
    kernel::{asked::Asked, kept::Kept, refusal::Refusal},
    registry::entry::Entry,
    state::State,
    terms::{
        act_kind::ActKind,
        calendar::Calendar,
        cancel::is_cancelled,
        order,
        sorted::{LongMap, Set},
        time::Date,
    },
};

impl JointMeeting {
    /// A body as its journal tells. Every line is trusted; `audit` decides again when it is asked.
    pub fn replay(charters: impl IntoIterator<Item = Charter>, journal: &str) -> Result<Self, ReplayError> {
        Self::replay_by(charters, Calendar::shared(), journal)
    }

    /// The same by another table of working days than the one that comes with the library.
    pub fn replay_by(
        charters: impl IntoIterator<Item = Charter>,
        calendar: impl Into<Arc<Calendar>>,
        journal: &str,
    ) -> Result<Self, ReplayError> {
        let (header, entries) = journal::read(journal)?;
        Ok(Self::begin(charters, &header)?.with_calendar(calendar).trusting(entries))
    }

    /// A body as its journal tells, with every line checked as [`journal::verify`](crate::journal::verify) does and every act
    /// decided again. What the rules would have refused is in [`JointMeeting::breaches`].
    pub fn replay_checked(
        charters: impl IntoIterator<Item = Charter>,
        journal: impl AsRef<[u8]>,
        kept: Option<&Head>,
    ) -> Result<Self, ReplayError> {
        Self::replay_checked_by(charters, Calendar::shared(), journal, kept)
    }

    /// The same by another table of working days than the one that comes with the library.
    ///
    /// An entry that was accepted by yet another table, which it names, is decided by this one. Where that comes to the same,
    /// nothing is said; where not, the breach says by which table the entry was accepted.
    pub fn replay_checked_by(
        charters: impl IntoIterator<Item = Charter>,
        calendar: impl Into<Arc<Calendar>>,
        journal: impl AsRef<[u8]>,
        kept: Option<&Head>,
    ) -> Result<Self, ReplayError> {
        let mut entries = Vec::new();
        let (header, _) = journal::verified(journal.as_ref(), kept, |it| entries.push(it))?;
        Self::begin(charters, &header)?.with_calendar(calendar).deciding(entries)
    }

    fn begin(charters: impl IntoIterator<Item = Charter>, header: &Header) -> Result<Self, ReplayError> {
        let body = Self::new(charters)?;
        let begun_under = |it: &&Charter| *it.id() == header.charter && it.version() == header.version;
        match body.charters().iter().find(begun_under) {
            Some(charter) if charter.digest() == header.digest => {
                Ok(Self { format: Format::of(header), ..body })
            }
            _ => Err(JournalError { line: 1, fault: journal::LineError::Charter }.into()),
        }
    }

    fn trusting(mut self, entries: Vec<Entry>) -> Self {
        self.entries.reserve_exact(entries.len());
        self.take_over(entries.into_iter());
        self
    }

    /// Folds entries in as they were recorded, with what they correct.
    pub(super) fn take_over(&mut self, entries: impl Iterator<Item = Entry>) {
        let mut corrects = false;
        for entry in entries.take_while(|_| !is_cancelled()) {
            corrects |= entry.act.kind() == ActKind::CorrectRecord;
            let (entry, version) = self.as_judged(entry);
            self.fold_recorded(entry, version);
        }
        // Once for all corrections: how the past reads at the end does not rest on how it read in between.
        if corrects {
            self.read_anew();
            self.heads = Heads::default();
            let Self { entries, judged_by, charters, .. } = self;
            for (entry, version) in entries.iter_mut().zip(judged_by) {
                entry.put_at_offset(charters.of_version(Some(*version)).offset());
            }
        }
    }

    fn deciding(mut self, entries: Vec<Entry>) -> Result<Self, ReplayError> {
        self.entries.reserve_exact(entries.len());
        for entry in entries.into_iter().take_while(|_| !is_cancelled()) {
            let version = self.version_for(&entry.act, entry.at);
            if !entry.is_at(self.charter_of(version).offset()) {
                let line = self.entries.len() + 2;
                return Err(JournalError { line, fault: journal::LineError::Offset }.into());
            }
            self.breaches.extend(self.breach(&entry));
            self.fold_judged(entry, version);
        }
        self.decided = self.entries.len();
        Ok(self)
    }

    pub(super) fn breach(&self, entry: &Entry) -> Option<Breach> {
        let asked = Asked::default();
        let refusal = match self.settle(entry, &asked) {
            // Nothing stands in the way against which it could have been recorded.
            Ok(ruling)
                if entry.against().is_none()
                    && ruling.settles(&entry.outcome, entry.at, entry.recorded_at) =>
            {
                return None;
            }
            Ok(_) => None,
            Err(refusal) => Some(refusal),
        };
        let told = |it: &Refusal| {
            let told = entry.against().map_or(&[][..], |it| &it.grounds);
            let mut grounds = it.grounds().iter();
            !told.is_empty() && grounds.all(|it| told.iter().any(|told| told.rule.as_str() == it.rule))
        };
        let told_by = refusal.as_ref().is_some_and(told).then_some(entry.no);
        let named = entry.calendar.as_ref().filter(|it| asked.calendar() && ***it != self.calendar.used());
        Some(Breach { no: entry.no, refusal, calendar: named.cloned(), told_by })
    }

    /// The body by what had happened by the end of a day, whenever it was recorded.
    pub(crate) fn happened_by(&self, on: Date) -> Cow<'_, Self> {
        if self.state.last().is_none_or(|it| it.date() <= on) {
            return Cow::Borrowed(self);
        }
        let mut then = self.empty();
        let judged = self.judged_as_read().take_while(|_| !is_cancelled());
        for (entry, charter) in judged.filter(|(it, _)| it.at.date() <= on) {
            // What they correct is corrected already.
            then.fold_recorded(entry.clone(), charter.version());
        }
        self.entries.iter().for_each(|it| then.spend(it, self));
        Cow::Owned(then)
    }

    pub(super) fn empty(&self) -> Self {
        Self {
            charters: self.charters.clone(),
            calendar: Arc::clone(&self.calendar),
            now: self.now,
            state: State::default(),
            entries: Vec::new(),
            judged_by: Vec::new(),
            decided: 0,
            breaches: Vec::new(),
            corrections: Corrections::default(),
            keys: LongMap::new(),
            kept: Kept::NEVER,
            heads: Heads::default(),
            format: self.format.clone(),
        }
    }

    /// The entries that the rules would have refused, as they read today. Those that were only trusted are decided again.
    ///
    /// Of an entry that was recorded against rules, and of one that rules would refuse since a correction, it is said which
    /// entry tells of that.
    pub fn breaches(&self) -> Vec<Breach> {
        let recorded = self.as_recorded();
        if self.corrections.is_empty() {
            return recorded;
        }
        let mut breaches =
            self.as_they_read(recorded.iter().map(|it| it.no).chain(self.corrections.broken()));
        // A correction is decided on entries as they were recorded. What it tells of is a breach of the entry that it changes.
        breaches.extend(recorded.into_iter().filter(|it| self.corrects(it.no) && it.told_by.is_none()));
        order::sort_by_key(&mut breaches, |it| it.no);
        breaches
    }

    /// Those breaches of which an entry tells, and nothing else is decided again.
    pub fn told_breaches(&self) -> Vec<Breach> {
        let against = self.entries.iter().filter(|it| it.against().is_some()).map(|it| it.no);
        let mut breaches = self.as_they_read(against.chain(self.corrections.broken()));
        breaches.retain(|it| it.told_by.is_some());
        breaches
    }

    /// The corrections that change an entry.
    pub(super) fn corrections_of(&self, no: u32) -> impl Iterator<Item = &Entry> {
        self.corrected_by(no).iter().filter_map(|it| self.entry(*it))
    }

    /// Whether an entry is a correction that stands.
    fn corrects(&self, no: u32) -> bool {
        self.entry_as_read(no).is_some_and(|it| it.act.kind() == ActKind::CorrectRecord)
    }

    /// Those of some entries that rules would refuse on the past as it reads today.
    fn as_they_read(&self, entries: impl Iterator<Item = u32>) -> Vec<Breach> {
        let entries: Set<u32> = entries.filter(|it| !self.corrects(*it)).collect();
        let (mut then, mut breaches) = (self.empty(), Vec::new());
        let last = entries.last().copied();
        for recorded in self.entries.iter().take_while(|it| Some(it.no) <= last && !is_cancelled()) {
            let Some(entry) = self.corrections.read(recorded) else { continue };
            if entries.contains(&entry.no) {
                let breach = then.breach(&entry.shown_by(recorded, self.corrections_of(entry.no)));
                // Nothing stands in the way any more of what was recorded against a rule.
                let breach = breach.filter(|it| it.refusal.is_some() || entry.against().is_none());
                let since = self.corrections.broken_since(entry.no);
                breaches.extend(breach.map(|it| Breach { told_by: it.told_by.or(since), ..it }));
            }
            then.fold_as_read(entry);
            then.spend(recorded, self);
        }
        breaches
    }

    /// The breaches of the entries as they were recorded, each by what was known then.
    fn as_recorded(&self) -> Vec<Breach> {
        if self.decided == self.entries.len() {
            return self.breaches.clone();
        }
        let mut again = self.empty();
        let mut breaches = Vec::new();
        for (entry, charter) in self.judged().take_while(|_| !is_cancelled()) {
            breaches.extend(again.breach(entry));
            again.fold_judged(entry.clone(), charter.version());
        }
        breaches
    }

    /// The whole journal as text, and its head.
    pub fn journal(&self) -> (String, Head) {
        let (mut journal, mut text) = self.begin_journal();
        for entry in &self.entries {
            text.push_str(&journal.write(entry));
        }
        (text, journal.head().clone())
    }

    pub(super) fn begin_journal(&self) -> (Journal, String) {
        let begun_under =
            self.entries.first().map_or(self.charters.first(), |it| self.charter_on(it.at.date()));
        Journal::begin_as(begun_under, self.format.version, self.format.before.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::charters::Charters;

    #[test]
    fn bodies_that_differ_in_one_part_are_not_equal() {
        let charter = || Charter::bundled("nankai-dog-2022").unwrap();
        let mut body = JointMeeting::new([charter()]).unwrap();
        let founding = r#"{"act": {"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1,
            "holders": [{"post": "deputy-head", "person": "p1"}]},
            "by": "p1", "at": "2022-04-21T09:00:00+08:00"}"#;
        body.perform(crate::terms::json::from_str(founding).unwrap()).unwrap();
        assert_eq!(body, body.clone());

        let file = crate::charter::bundled::get("nankai-dog-2022").unwrap();
        let charters = Charter::from_json(&(file.to_owned() + "\n")).unwrap();
        let charters = JointMeeting { charters: Charters::new(vec![charters]), ..body.clone() };
        let state = JointMeeting { state: State::default(), ..body.clone() };
        let mut entries = body.clone();
        entries.entries[0].by = "p2".parse().unwrap();
        for other in [charters, state, entries] {
            assert_ne!(body, other);
            assert_ne!(other, body);
        }
    }
}
