//! The making of entries out of submissions, and the folding anew of a past that was corrected.

use crate::{
    body::{JointMeeting, corrections::Corrections},
    kernel::{against::AgainstKept, transition::Ruling},
    registry::{
        acts::Act,
        entry::{Attached, Entry, Submission},
    },
    terms::{id::Text, sorted::Set},
};

impl JointMeeting {
    /// What a submission becomes, and the version of the charter that judged it.
    pub(super) fn entry_of(
        &self,
        it: Submission,
        ruling: Ruling,
        against: Option<AgainstKept>,
    ) -> (Entry, u32) {
        let Submission { act, by, at: _, recorded_at: _, recorded_by, proofs, key, against: _ } = it;
        let Ruling { version, outcome, at, recorded_at, calendar } = ruling;
        let attached = Attached { recorded_by, proofs, key, against }.boxed();
        (Entry { no: self.next_no(), at, recorded_at, by, act, outcome, calendar, attached }, version)
    }

    /// The entry that a submission became before, which has the same name and says the same. When it is submitted again, it
    /// may be entered at another time.
    pub(super) fn repeated(&self, it: &Submission) -> Option<&Entry> {
        let entry = self.entry(*self.keys.get(it.key.as_ref()?)?)?;
        let attached = entry.attached.as_deref()?;
        let same_against = match (&attached.against, &it.against) {
            (None, None) => true,
            (Some(kept), Some(given)) => {
                let rules: Set<&Text> = given.rules.iter().collect();
                rules == kept.grounds.iter().map(|it| &it.rule).collect() && kept.reason == given.reason
            }
            _ => false,
        };
        let is_same = (&entry.act, &entry.by) == (&it.act, &it.by)
            && entry.at.to_chrono() == it.at.to_chrono()
            && attached.recorded_by == it.recorded_by
            && attached.proofs == it.proofs
            && same_against;
        is_same.then_some(entry)
    }

    /// The entry that some submission of this name became.
    pub(super) fn of_key(&self, key: Option<&Text>) -> Option<u32> {
        self.keys.get(key?).copied()
    }

    /// Folds an entry in as it was recorded or reads, whatever it corrects.
    pub(super) fn fold_recorded(&mut self, entry: Entry, version: u32) {
        self.tell(&entry, version);
        if let Some(key) = entry.key() {
            self.keys.insert(key.clone(), entry.no);
        }
        self.entries.push(entry);
        self.judged_by.push(version);
    }

    /// Folds the entries anew as they read, after a correction.
    pub(super) fn read_anew(&mut self) {
        self.corrections = Corrections::of(self.entries.iter());
        let mut then = self.empty();
        let mut judged_by = Vec::with_capacity(self.entries.len());
        for recorded in &self.entries {
            let read = self.corrections.read(recorded);
            let entry = read.unwrap_or(recorded);
            let version = then.version_for(&entry.act, entry.at);
            judged_by.push(version);
            if read.is_some() {
                then.tell(entry, version);
            }
            then.spend(recorded, self);
        }
        (self.state, self.judged_by) = (then.state, judged_by);
    }

    /// Tells the state of an entry.
    pub(super) fn tell(&mut self, entry: &Entry, version: u32) {
        let brings = if let Act::AmendCharter(it) = &entry.act { it.version } else { version };
        self.state.apply(entry, self.charters.of_version(Some(brings)));
    }

    pub(super) fn at_place(&self, at: usize) -> &Entry {
        #[expect(clippy::indexing_slicing, reason = "whoever asks has just found the place")]
        &self.entries[at]
    }

    /// Tells the state of an entry as it reads; no entry is kept.
    pub(super) fn fold_as_read(&mut self, entry: &Entry) {
        let version = self.version_for(&entry.act, entry.at);
        self.tell(entry, version);
    }
}
