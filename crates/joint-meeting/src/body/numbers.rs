//! What becomes of numbers when the record is corrected.
//!
//! What went out under a number keeps it, a number that went out is given to nothing else, and no two things bear the same.
//! The numbers that entries give are in `registry::given`.

use crate::{
    body::{JointMeeting, corrections::replaced},
    kernel::outcome::Outcome,
    registry::{
        acts::Act,
        entry::Entry,
        given::{GivenNumber, Row},
    },
    terms::{act_kind::ActKind, id::MinutesId, sorted::Map},
};

impl JointMeeting {
    /// Numbers that a correction took from something that went out are not given again.
    pub(super) fn spend(&mut self, correction: &Entry, body: &Self) {
        let Outcome::Corrected { spent, .. } = &correction.outcome else { return };
        if spent.is_empty() {
            return;
        }
        let before = corrections(body).into_iter().filter(|it| it.no < correction.no).collect::<Vec<_>>();
        let were = spent.iter().filter_map(|it| body.entry(*it)).flat_map(|it| readings(it, &before));
        were.filter_map(|it| it.given()).for_each(|it| self.state.spend(&it));
    }
}

/// What went out under which number, by the record as it ever read.
pub(super) struct Numbers<'b> {
    body: &'b JointMeeting,
    corrections: Vec<&'b Entry>,
    /// The last entry that sent out each minutes.
    sent: Map<MinutesId, u32>,
}

impl<'b> Numbers<'b> {
    pub(super) fn of(body: &'b JointMeeting) -> Self {
        let corrections = corrections(body);
        let issues = body.entries.iter().filter(|it| it.act.kind() == ActKind::IssueDocument);
        let sent = issues.flat_map(|it| readings(it, &corrections));
        let sent = sent.filter_map(|it| Some((it.sends_out()?.clone(), it.no))).collect();
        Self { body, corrections, sent }
    }

    /// The number that an entry keeps as it would read: that of the same act, as it reads now or was recorded, or else one of the
    /// same series and year that it does not ask to be another. A number runs in its year: in another year only that of a
    /// document is kept, on which it stands.
    pub(super) fn kept(&self, recorded: &Entry, reads: &Entry) -> Option<Outcome> {
        let row = reads.given().map(|it| it.row);
        let is_of_row = |it: &&&Entry| it.given().is_some_and(|it| Some(it.row) == row);
        let is_on_paper = |it: &&&Entry| {
            it.given().is_some_and(|it| matches!(it.row, Row::Series(..))) && self.went_out(recorded)
        };
        let is_asked_for = |it: &&&Entry| {
            reads.act.serial().is_none_or(|serial| it.given().is_some_and(|it| it.serial == serial))
        };
        let readings: Vec<&Entry> =
            self.body.corrections.read(recorded).into_iter().chain([recorded]).collect();
        let mut same = readings.iter().filter(|it| it.act == reads.act);
        let kept = same.find(|it| is_of_row(it) || is_on_paper(it));
        kept.or_else(|| readings.iter().find(|it| is_of_row(it) && is_asked_for(it)))
            .map(|it| it.outcome.clone())
    }

    /// The numbers that other entries give, or gave to what went out, with the number of the entry; of those that are changed
    /// now, only what went out.
    pub(super) fn given_by_others(&self, no: u32, is_changed: impl Fn(u32) -> bool) -> Map<GivenNumber, u32> {
        let others = self.body.entries.iter().filter(|it| it.no != no && it.given().is_some());
        let given = others.flat_map(|it| {
            let now = self.body.corrections.read(it).filter(|it| !is_changed(it.no)).and_then(Entry::given);
            let out = if self.went_out(it) { self.were_given(it) } else { Vec::new() };
            out.into_iter().chain(now).map(|given| (given, it.no))
        });
        given.collect()
    }

    /// Whether the number that an entry gave went out.
    pub(super) fn went_out(&self, recorded: &Entry) -> bool {
        let is_out = |it: &Entry| match it.allots_to() {
            Some(minutes) => self.sent.get(minutes).is_some_and(|last| *last > it.no),
            None => it.given().is_some(),
        };
        readings(recorded, &self.corrections).iter().any(is_out)
    }

    /// The numbers that an entry gave.
    pub(super) fn were_given(&self, recorded: &Entry) -> Vec<GivenNumber> {
        readings(recorded, &self.corrections).iter().filter_map(Entry::given).collect()
    }
}

/// The corrections of a record, those that were struck among them.
fn corrections(body: &JointMeeting) -> Vec<&Entry> {
    body.entries.iter().filter(|it| it.act.kind() == ActKind::CorrectRecord).collect()
}

/// An entry as it was recorded, and as each of these corrections has put it.
fn readings(recorded: &Entry, corrections: &[&Entry]) -> Vec<Entry> {
    let mut entry = recorded.clone();
    let mut readings = vec![entry.clone()];
    for correction in corrections {
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
