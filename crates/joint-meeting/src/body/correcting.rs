//! What a correction comes to: the past as it would read, and every later entry decided again on it.
//!
//! How entries read with the corrections that there are is in `corrections`; whether this one may be made, its guards say.

use std::cell::OnceCell;

use crate::{
    body::{
        JointMeeting,
        corrections::{Corrections, first_changed_by, replaced},
        numbers::Numbers,
        ruling::has_letter,
    },
    kernel::{
        against::GroundKept,
        asked::Asked,
        correcting::{Changed, Correcting},
        finding::EntryFails,
        outcome::{BrokenSince, Outcome, SettledAgain},
        refusal::{Ground, Refusal},
        view::AskBeside,
    },
    law::document::numbering::NUMBER_IS_FREE,
    registry::{
        acts::Act,
        correct_record::{CorrectRecord, RecordChange},
        entry::{Attached, Entry},
        given::GivenNumber,
        rules,
    },
    terms::{
        cancel::is_cancelled,
        id::PersonId,
        proof::Proof,
        sorted::{Map, Set},
        time::Time,
    },
};

impl JointMeeting {
    /// What an act comes to, if it is a correction.
    pub(super) fn correcting(
        &self,
        act: &Act,
        by: &PersonId,
        at: Time,
        proofs: &[Proof],
    ) -> Option<Correcting> {
        let Act::CorrectRecord(act) = act else { return None };
        Some(self.corrected(act, by, at, proofs))
    }

    /// What a correction comes to.
    fn corrected(&self, act: &CorrectRecord, by: &PersonId, at: Time, proofs: &[Proof]) -> Correcting {
        let changed = act.changes.iter().map(|it| self.changed(it));
        let entered = self.entries.last().map(|it| it.recorded_at);
        let found = Correcting { changed: changed.collect(), entered, ..Correcting::default() };
        let mut once = Set::new();
        let is_fit = |it: &Option<Changed>| {
            it.as_ref().is_some_and(|it| !it.is_struck && !it.is_same && once.insert(it.no))
        };
        let is_whole = |(change, changed): (&RecordChange, &Option<Changed>)| {
            let act = change.replace.as_ref().and_then(|it| it.act.as_ref());
            let keeps = act.is_none_or(|act| changed.as_ref().is_some_and(|it| it.kind == act.kind()));
            keeps && change.strike == change.replace.is_none()
        };
        if !act.changes.iter().zip(&found.changed).all(is_whole) || !found.changed.iter().all(is_fit) {
            return found;
        }
        let (no, outcome) = (
            self.next_no(),
            Outcome::Corrected { settled: Vec::new(), broken: Vec::new(), spent: Vec::new() },
        );
        let act = Act::from(act.clone());
        let attached = Attached { proofs: proofs.to_vec(), ..Attached::default() }.boxed();
        let correction =
            Entry { no, at, recorded_at: at, by: by.clone(), act, outcome, calendar: None, attached };
        Rewriting::of(self, correction, found).rewritten()
    }

    fn changed(&self, change: &RecordChange) -> Option<Changed> {
        let recorded = self.entry(change.no)?;
        let reads = self.corrections.read(recorded);
        let is_same = reads.is_some_and(|it| {
            change.replace.as_ref().is_some_and(|replacement| replaced(it.clone(), replacement) == *it)
        });
        let before = reads.unwrap_or(recorded);
        Some(Changed {
            no: change.no,
            kind: before.act.kind(),
            by: before.by.clone(),
            on: before.at.date(),
            then_by: change.replace.as_ref().and_then(|it| it.by.clone()),
            unit: before.act.said_for().cloned(),
            is_shown: !before.shown_by(recorded, self.corrections_of(change.no)).proofs().is_empty(),
            is_told: recorded.against().is_some()
                || self.corrections.broken_since(change.no).is_some()
                || self.corrections_of(change.no).any(|it| it.against().is_some()),
            is_struck: reads.is_none(),
            is_same,
        })
    }
}

/// The past as it is written anew, up to some entry.
struct Rewriting<'b> {
    body: &'b JointMeeting,
    correction: Entry,
    /// How entries would read.
    reads: Corrections,
    /// What rules had refused before, without anybody telling of it; found out when it is asked for.
    known: OnceCell<Map<u32, Vec<&'static str>>>,
    then: JointMeeting,
    found: Correcting,
    numbers: Numbers<'b>,
    /// The numbers that the entries before have got which read otherwise now.
    given: Map<GivenNumber, u32>,
}

impl<'b> Rewriting<'b> {
    fn of(body: &'b JointMeeting, correction: Entry, found: Correcting) -> Self {
        let reads = Corrections::of(body.entries.iter().chain([&correction]));
        Self {
            body,
            correction,
            reads,
            known: OnceCell::new(),
            then: body.empty(),
            found,
            numbers: Numbers::of(body),
            given: Map::new(),
        }
    }

    /// The rules that had refused an entry before, without anybody telling of it.
    fn known(&self, no: u32) -> &[&'static str] {
        let rules = |it: &Refusal| it.grounds().iter().map(|it| it.rule).collect();
        let all = self.known.get_or_init(|| {
            let untold = self.body.breaches().into_iter().filter(|it| it.told_by.is_none());
            untold.filter_map(|it| Some((it.no, rules(it.refusal.as_ref()?)))).collect()
        });
        all.get(&no).map_or(&[], |it| it)
    }

    fn rewritten(mut self) -> Correcting {
        let body = self.body;
        // What a correction of these found broken is found anew, even where they read as they did.
        let first = body.entries.iter().find(|it| !self.is_as_before(it)).map_or(u32::MAX, |it| it.no);
        let first = first.min(first_changed_by(body.entries.iter(), &self.correction));
        for recorded in body.entries.iter().take_while(|_| !is_cancelled()) {
            match self.reads.read(recorded) {
                None => self.strike(recorded),
                Some(entry) if entry.no < first || matches!(entry.act, Act::CorrectRecord(_)) => {
                    self.then.fold_as_read(entry);
                }
                Some(entry) => {
                    if let Some(entry) = self.again(entry.clone(), recorded) {
                        self.then.fold_as_read(&entry);
                    }
                }
            }
            self.then.spend(recorded, body);
        }
        self.found
    }

    /// Whether an entry reads as it did before the correction.
    fn is_as_before(&self, recorded: &Entry) -> bool {
        self.reads.read(recorded) == self.body.corrections.read(recorded)
    }

    /// An entry that is struck; its number is spent if it is only struck now and was on something issued.
    fn strike(&mut self, recorded: &Entry) {
        if self.body.corrections.read(recorded).is_some() && self.numbers.went_out(recorded) {
            self.found.spent.push(recorded.no);
        }
    }

    /// An entry decided again; none if its names mean nothing any more.
    fn again(&mut self, mut entry: Entry, recorded: &Entry) -> Option<Entry> {
        let no = entry.no;
        let is_own = self.is_changed(no);
        let counts = entry.shown_by(recorded, self.corrections_of(no));
        let beside = AskBeside {
            recorded_by: counts.recorded_by_other(),
            is_shown: !counts.proofs().is_empty(),
            has_letter: has_letter(counts.proofs()),
            ..AskBeside::default()
        };
        let (times, asked) = ((counts.at, counts.recorded_at), Asked::default());
        let outcome = match self.then.rule_on(&entry.act, &entry.by, times, beside, &asked) {
            Ok(ruling) => ruling.outcome,
            Err(Refusal::Names { unknown, taken }) => {
                if is_own {
                    self.found.unknown.extend(unknown);
                    self.found.taken.extend(taken);
                } else {
                    let names = unknown.into_iter().chain(taken).map(|it| it.name).collect();
                    self.found.failing.push(EntryFails { no, names, rules: Vec::new() });
                }
                return None;
            }
            Err(Refusal::Rules { grounds, .. }) => {
                self.refused(&entry, grounds, is_own);
                self.then.ruling_anyway(&entry.act, &entry.by, times, beside).outcome
            }
        };
        entry.outcome = outcome;
        self.number(&mut entry, recorded);
        if entry.outcome != recorded.outcome {
            self.found.settled.push(SettledAgain { no, outcome: entry.outcome.clone() });
        }
        Some(entry)
    }

    /// Gives an entry the number that it keeps, or one that nothing else bears.
    fn number(&mut self, entry: &mut Entry, recorded: &Entry) {
        let before = self.body.corrections.read(recorded);
        let is_changed =
            self.is_changed(entry.no) || before.is_none_or(|it| it.act != entry.act || it.at != entry.at);
        let is_taken_off = is_changed && self.is_taken_off(entry, recorded);
        if let Some(outcome) = self.numbers.kept(recorded, entry).filter(|_| !is_taken_off) {
            entry.outcome = outcome;
        }
        if is_changed && let Some(given) = entry.given() {
            let mut others = self.numbers.given_by_others(entry.no, |it| self.is_changed(it));
            others.extend(self.given.clone());
            if is_taken_off {
                let own = self.numbers.were_given(recorded);
                others.extend(own.into_iter().map(|it| (it, entry.no)));
            }
            if let Some(other) = others.get(&given).copied() {
                let last = others.keys().filter(|it| it.row == given.row).map(|it| it.serial).max();
                let next = last.map_or(given.serial, |it| it.saturating_add(1));
                if entry.act.serial().is_some() || !entry.give(next) {
                    let rules = vec![NUMBER_IS_FREE];
                    self.found.failing.push(EntryFails { no: other, names: Vec::new(), rules });
                }
            }
            if let Some(given) = entry.given() {
                self.given.insert(given, entry.no);
            }
        }
        let before = before.and_then(Entry::given);
        if before.is_some() && before != entry.given() && self.numbers.went_out(recorded) {
            self.found.spent.push(entry.no);
        }
    }

    /// Whether the number of an entry went out with other minutes than those that it would be of: it stays with them.
    fn is_taken_off(&self, entry: &Entry, recorded: &Entry) -> bool {
        let Some(minutes) = entry.allots_to() else { return false };
        let sends_out = |it: &Entry| self.reads.read(it).is_some_and(|it| it.sends_out() == Some(minutes));
        self.numbers.went_out(recorded)
            && self.body.corrections.read(recorded).and_then(Entry::allots_to) != Some(minutes)
            && !self.body.entries.iter().any(sends_out)
    }

    /// Whether the correction changes an entry itself.
    fn is_changed(&self, no: u32) -> bool {
        self.found.changed.iter().flatten().any(|it| it.no == no)
    }

    /// The corrections of an entry, this one among them.
    fn corrections_of(&self, no: u32) -> impl Iterator<Item = &Entry> {
        let by = |no: &u32| {
            if *no == self.correction.no { Some(&self.correction) } else { self.body.entry(*no) }
        };
        self.reads.of_entry(no).iter().filter_map(by)
    }

    /// Notes what stands in the way of an entry, beyond what was known to.
    fn refused(&mut self, entry: &Entry, grounds: Vec<Ground>, is_own: bool) {
        let told = entry.against().map_or(&[][..], |it| &it.grounds);
        let known = self.known(entry.no);
        let is_new =
            |it: &Ground| !known.contains(&it.rule) && !told.iter().any(|told| told.rule.as_str() == it.rule);
        let (law, sound): (Vec<Ground>, Vec<Ground>) =
            grounds.into_iter().filter(is_new).partition(|it| rules::is_law(it.rule));
        if !sound.is_empty() {
            let rules = sound.iter().map(|it| it.rule).collect();
            self.found.failing.push(EntryFails { no: entry.no, names: Vec::new(), rules });
        }
        if !law.is_empty() {
            let grounds = law.iter().filter_map(GroundKept::of).collect();
            self.found.broken.push(BrokenSince { no: entry.no, grounds });
        }
        if is_own {
            self.found.own.extend(law);
        }
    }
}
