//! What becomes of numbers when the record is corrected.
//!
//! What went out under a number keeps it, a number that went out is given to nothing else, and no two things bear the same.
//! The numbers that entries give are in `registry::given`.

use std::collections::BTreeMap;

use crate::{
    body::{JointMeeting, corrections::replaced},
    kernel::outcome::Outcome,
    law::document::numbering::year,
    registry::{
        acts::Act,
        entry::Entry,
        given::{Given, Row},
    },
};

impl JointMeeting {
    /// Numbers that a correction took from something that went out are not given again.
    pub(super) fn spend(&mut self, correction: &Entry, body: &Self) {
        let Outcome::Corrected { spent, .. } = &correction.outcome else { return };
        let were = spent.iter().filter_map(|it| body.entry(*it));
        were.flat_map(|it| body.were_given(it, correction.no)).for_each(|it| self.state.spend(&it));
    }

    /// The number that an entry keeps as it would read: that which it gives now, or else as it was recorded, for the same act. A
    /// number runs in its year: in another year only that of a document is kept, on which it stands.
    pub(super) fn kept_number(&self, recorded: &Entry, reads: &Entry) -> Option<Outcome> {
        let stays = |it: &&Entry| {
            let is_on_paper =
                || it.given().is_some_and(|it| matches!(it.row, Row::Series(..))) && self.went_out(recorded);
            it.act == reads.act && it.given().is_some() && (year(it.at) == year(reads.at) || is_on_paper())
        };
        let now = self.corrections.read(recorded);
        now.into_iter().chain([recorded]).find(stays).map(|it| it.outcome.clone())
    }

    /// The numbers that other entries give, or gave to what went out, with the number of the entry; of those that are changed
    /// now, only what went out.
    pub(super) fn given_by_others(&self, no: u32, is_changed: impl Fn(u32) -> bool) -> BTreeMap<Given, u32> {
        let others = self.entries.iter().filter(|it| it.no != no && it.given().is_some());
        let given = others.flat_map(|it| {
            let now = self.corrections.read(it).filter(|it| !is_changed(it.no)).and_then(Entry::given);
            let out = if self.went_out(it) { self.were_given(it, self.next_no()) } else { Vec::new() };
            out.into_iter().chain(now).map(|given| (given, it.no))
        });
        given.collect()
    }

    /// Whether the number that an entry gave went out, by the record as it was ever kept.
    pub(super) fn went_out(&self, recorded: &Entry) -> bool {
        let now = self.corrections.read(recorded);
        let is_out = |it: &Entry| match it.allots_to() {
            Some(minutes) => self.entries.iter().any(|later| later.no > it.no && later.sends_out(minutes)),
            None => it.given().is_some(),
        };
        is_out(recorded) || now.is_some_and(is_out)
    }

    /// The numbers that an entry gave, as it was recorded and as corrections before an entry have put it.
    fn were_given(&self, recorded: &Entry, before: u32) -> Vec<Given> {
        let mut entry = recorded.clone();
        let mut given: Vec<Given> = entry.given().into_iter().collect();
        for correction in self.entries.iter().take_while(|it| it.no < before) {
            let (Act::CorrectRecord(act), Outcome::Corrected { settled, .. }) =
                (&correction.act, &correction.outcome)
            else {
                continue;
            };
            let change = act.changes.iter().find(|it| it.no == entry.no).and_then(|it| it.replace.as_ref());
            if let Some(replacement) = change {
                entry = replaced(entry, replacement);
            }
            if let Some(it) = settled.iter().find(|it| it.no == entry.no) {
                entry.outcome = it.outcome.clone();
            }
            given.extend(entry.given());
        }
        given
    }
}
