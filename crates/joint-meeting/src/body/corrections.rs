//! How entries read: as they were recorded, with their corrections applied.
//!
//! The journal holds every entry as it was recorded. What is true of the past is told by the entries as they read, in the old
//! order: some are struck, some say something else, and some that followed them settle something else. No rule is here: what a
//! correction comes to was found out when it was decided, in `correcting`.

use std::collections::BTreeMap;

use crate::{
    kernel::outcome::Outcome,
    registry::{
        acts::Act,
        correct_record::{CorrectRecord, RecordChange, Replacement},
        entry::Entry,
    },
    terms::sorted::{Map, Set},
};

/// The entries that read otherwise than they were recorded, and those that rules would refuse since a correction.
#[derive(Clone, Debug, Default)]
pub(super) struct Corrections {
    readings: BTreeMap<u32, EntryReading>,
    /// For each entry that is changed, the corrections that change it.
    by: BTreeMap<u32, Vec<u32>>,
    /// The entries that the charter would refuse on the past as it reads now, and since which correction.
    broken: BTreeMap<u32, u32>,
}

#[derive(Clone, Debug)]
enum EntryReading {
    Struck,
    Reads(Box<Entry>),
}

impl Corrections {
    /// What the corrections among entries come to. The entries rise in their numbers, as they were recorded.
    pub(super) fn of<'e>(entries: impl Iterator<Item = &'e Entry> + Clone) -> Self {
        let recorded: Map<u32, &Entry> = touched(entries.clone());
        let all: Vec<(u32, &CorrectRecord, &Outcome)> = entries.filter_map(correction).collect();
        let struck = struck_corrections(&all);
        let mut it = Self::default();
        for (no, act, _) in all.iter().filter(|(no, ..)| !struck.contains(no)) {
            for change in &act.changes {
                it.change(*no, change, &recorded);
            }
        }
        let mut settled: BTreeMap<u32, &Outcome> = BTreeMap::new();
        for (no, act, outcome) in &all {
            let Outcome::Corrected { settled: again, broken, .. } = outcome else { continue };
            // Everything from the first change on was decided again.
            let from = first_changed(act, &all);
            settled.split_off(&from);
            settled.extend(again.iter().map(|it| (it.no, &it.outcome)));
            let before = it.broken.split_off(&from);
            let since = |it: &u32| before.get(it).filter(|it| !struck.contains(*it)).copied().unwrap_or(*no);
            it.broken.extend(broken.iter().map(|broken| (broken.no, since(&broken.no))));
        }
        for (no, outcome) in settled {
            match it.readings.get_mut(&no) {
                Some(EntryReading::Struck) => {}
                Some(EntryReading::Reads(entry)) => entry.outcome = outcome.clone(),
                None => {
                    if let Some(entry) = recorded.get(&no) {
                        let entry = Entry { outcome: outcome.clone(), ..(*entry).clone() };
                        it.readings.insert(no, EntryReading::Reads(Box::new(entry)));
                    }
                }
            }
        }
        it
    }

    fn change(&mut self, by: u32, change: &RecordChange, recorded: &Map<u32, &Entry>) {
        let Some(entry) = recorded.get(&change.no) else { return };
        self.by.entry(change.no).or_default().push(by);
        let reading = match &change.replace {
            None => EntryReading::Struck,
            Some(replacement) => {
                let before = match self.readings.remove(&change.no) {
                    // What was struck and stood again when it was replaced is struck once that striking stands.
                    Some(EntryReading::Struck) => None,
                    Some(EntryReading::Reads(it)) => Some(*it),
                    None => Some((*entry).clone()),
                };
                let read = |it| EntryReading::Reads(Box::new(replaced(it, replacement)));
                before.map_or(EntryReading::Struck, read)
            }
        };
        self.readings.insert(change.no, reading);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.by.is_empty() && self.readings.is_empty()
    }

    /// An entry as it reads; none if it is struck.
    pub(super) fn read<'e>(&'e self, recorded: &'e Entry) -> Option<&'e Entry> {
        match self.readings.get(&recorded.no) {
            None => Some(recorded),
            Some(EntryReading::Reads(it)) => Some(it),
            Some(EntryReading::Struck) => None,
        }
    }

    /// The corrections that change an entry.
    pub(super) fn of_entry(&self, no: u32) -> &[u32] {
        self.by.get(&no).map_or(&[], |it| it)
    }

    /// Since which correction the charter would refuse an entry.
    pub(super) fn broken_since(&self, no: u32) -> Option<u32> {
        self.broken.get(&no).copied()
    }

    /// The entries that the charter would refuse since a correction.
    pub(super) fn broken(&self) -> impl Iterator<Item = u32> {
        self.broken.keys().copied()
    }
}

/// An entry with what a correction puts in the place of it.
pub(super) fn replaced(entry: Entry, replacement: &Replacement) -> Entry {
    let Replacement { act, by, at } = replacement;
    Entry {
        act: act.clone().unwrap_or(entry.act),
        by: by.clone().unwrap_or(entry.by),
        at: at.unwrap_or(entry.at),
        ..entry
    }
}

fn correction(entry: &Entry) -> Option<(u32, &CorrectRecord, &Outcome)> {
    let Act::CorrectRecord(act) = &entry.act else { return None };
    Some((entry.no, act, &entry.outcome))
}

/// The entries of which any correction speaks.
fn touched<'e>(entries: impl Iterator<Item = &'e Entry> + Clone) -> Map<u32, &'e Entry> {
    let mut numbers: Vec<u32> = Vec::new();
    for (_, act, outcome) in entries.clone().filter_map(correction) {
        numbers.extend(act.changes.iter().map(|it| it.no));
        if let Outcome::Corrected { settled, .. } = outcome {
            numbers.extend(settled.iter().map(|it| it.no));
        }
    }
    let numbers: Set<u32> = numbers.into_iter().collect();
    entries.filter(|it| numbers.contains(&it.no)).map(|it| (it.no, it)).collect()
}

/// The corrections that were struck by later ones that were not.
fn struck_corrections(all: &[(u32, &CorrectRecord, &Outcome)]) -> Set<u32> {
    let mut struck = Set::new();
    for (no, act, _) in all.iter().rev() {
        if !struck.contains(no) {
            // One by one: a set that is extended is put in order as a whole.
            for change in act.changes.iter().filter(|it| it.strike) {
                struck.insert(change.no);
            }
        }
    }
    struck
}

/// The first entry that a correction after others changes, or that one which it strikes changed.
pub(super) fn first_changed_by<'e>(before: impl Iterator<Item = &'e Entry>, it: &'e Entry) -> u32 {
    let all: Vec<(u32, &CorrectRecord, &Outcome)> = before.chain([it]).filter_map(correction).collect();
    all.last().map_or(u32::MAX, |(_, act, _)| first_changed(act, &all))
}

/// The first entry that a correction changes, or that one which it strikes changed.
fn first_changed(act: &CorrectRecord, all: &[(u32, &CorrectRecord, &Outcome)]) -> u32 {
    let mut seen = Set::new();
    let mut look: Vec<u32> = act.changes.iter().map(|it| it.no).collect();
    while let Some(no) = look.pop() {
        if seen.insert(no)
            && let Ok(at) = all.binary_search_by_key(&no, |(no, ..)| *no)
            && let Some((_, act, _)) = all.get(at)
        {
            look.extend(act.changes.iter().map(|it| it.no));
        }
    }
    seen.first().copied().unwrap_or(u32::MAX)
}
