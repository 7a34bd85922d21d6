//! What becomes of numbers when the record is corrected.
//!
//! What went out under a number keeps it, a number that went out is given to nothing else, and no two things bear the same.
//! The numbers that entries give are in `registry::given`.

use std::collections::BTreeMap;

use crate::{
    body::{JointMeeting, corrections::replaced},
    kernel::outcome::Outcome,
    registry::{
        acts::Act,
        entry::Entry,
        given::{GivenNumber, Row},
    },
    terms::{act_kind::ActKind, id::MinutesId},
};

impl JointMeeting {
    /// Numbers that a correction took from something that went out are not given again.
    pub(super) fn spend(&mut self, correction: &Entry, body: &Self) {
        let Outcome::Corrected { spent, .. } = &correction.outcome else { return };
        let were = spent.iter().filter_map(|it| body.entry(*it));
        were.flat_map(|it| body.were_given(it, correction.no)).for_each(|it| self.state.spend(&it));
    }

    /// The number that an entry keeps as it would read: that of the same act, as it reads now or was recorded, or else one of the
    /// same series and year that it does not ask to be another. A number runs in its year: in another year only that of a
    /// document is kept, on which it stands.
    pub(super) fn kept_number(&self, recorded: &Entry, reads: &Entry) -> Option<Outcome> {
        let row = reads.given().map(|it| it.row);
        let is_of_row = |it: &&&Entry| it.given().is_some_and(|it| Some(it.row) == row);
        let is_on_paper = |it: &&&Entry| {
            it.given().is_some_and(|it| matches!(it.row, Row::Series(..))) && self.went_out(recorded)
        };
        let is_asked_for = |it: &&&Entry| {
            reads.act.serial().is_none_or(|serial| it.given().is_some_and(|it| it.serial == serial))
        };
        let readings: Vec<&Entry> = self.corrections.read(recorded).into_iter().chain([recorded]).collect();
        let mut same = readings.iter().filter(|it| it.act == reads.act);
        let kept = same.find(|it| is_of_row(it) || is_on_paper(it));
        kept.or_else(|| readings.iter().find(|it| is_of_row(it) && is_asked_for(it)))
            .map(|it| it.outcome.clone())
    }

    /// The numbers that other entries give, or gave to what went out, with the number of the entry; of those that are changed
    /// now, only what went out.
    pub(super) fn given_by_others(
        &self,
        no: u32,
        is_changed: impl Fn(u32) -> bool,
    ) -> BTreeMap<GivenNumber, u32> {
        let others = self.entries.iter().filter(|it| it.no != no && it.given().is_some());
        let given = others.flat_map(|it| {
            let now = self.corrections.read(it).filter(|it| !is_changed(it.no)).and_then(Entry::given);
            let out = if self.went_out(it) { self.were_given(it, self.next_no()) } else { Vec::new() };
            out.into_iter().chain(now).map(|given| (given, it.no))
        });
        given.collect()
    }

    /// Whether the number that an entry gave went out, by the record as it ever read.
    pub(super) fn went_out(&self, recorded: &Entry) -> bool {
        let readings = self.readings(recorded, self.next_no());
        let minutes: Vec<&MinutesId> = readings.iter().filter_map(Entry::allots_to).collect();
        if minutes.is_empty() {
            return readings.iter().any(|it| it.given().is_some());
        }
        let later = self.entries.iter().filter(|it| it.no > recorded.no);
        let mut issues = later.filter(|it| it.act.kind() == ActKind::IssueDocument);
        issues.any(|it| {
            let readings = self.readings(it, self.next_no());
            minutes.iter().any(|minutes| readings.iter().any(|it| it.sends_out(minutes)))
        })
    }

    /// The numbers that an entry gave, as it was recorded and as corrections before an entry have put it.
    pub(super) fn were_given(&self, recorded: &Entry, before: u32) -> Vec<GivenNumber> {
        self.readings(recorded, before).iter().filter_map(Entry::given).collect()
    }

    /// An entry as it was recorded, and as each correction before an entry has put it, those that were struck among them.
    fn readings(&self, recorded: &Entry, before: u32) -> Vec<Entry> {
        let mut entry = recorded.clone();
        let mut readings = vec![entry.clone()];
        let corrections = self.entries.iter().take_while(|it| it.no < before);
        for correction in corrections.filter(|it| it.act.kind() == ActKind::CorrectRecord) {
            let (Act::CorrectRecord(act), Outcome::Corrected { settled, .. }) =
                (&correction.act, &correction.outcome)
            else {
                continue;
            };
            let change = act.changes.iter().find(|it| it.no == entry.no).and_then(|it| it.replace.as_ref());
            let settled = settled.iter().find(|it| it.no == entry.no);
            if change.is_none() && settled.is_none() {
                continue;
            }
            if let Some(replacement) = change {
                entry = replaced(entry, replacement);
            }
            if let Some(it) = settled {
                entry.outcome = it.outcome.clone();
            }
            readings.push(entry.clone());
        }
        readings
    }
}
