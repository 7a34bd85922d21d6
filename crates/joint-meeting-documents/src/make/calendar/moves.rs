//! What may have moved the date of something owed: how often, and when the last of it was recorded.
//!
//! It counts what could move it, and never less than what did, so that a newer calendar is seen to be newer.

use joint_meeting::{Act, JointMeeting, answer::Reckoning, sorted::Map, time::Time};

use super::owed::OwedDate;
use crate::calendar::Progress;

/// What moves dates.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mover {
    /// Another version of the charter, or a correction of what was recorded: each date may be another.
    All,
    /// The choice of a reading: a date that rests on it.
    Reading(String),
    /// More or less time for an assignment: what is owed of it.
    Assignment(String),
}

/// How often dates were moved by what, and when last.
pub(super) struct Moves(Map<Mover, (u32, Time)>);

impl Moves {
    pub(super) fn of(body: &JointMeeting) -> Self {
        let mut all: Map<Mover, (u32, Time)> = Map::new();
        for entry in body.entries() {
            let mover = match &entry.act {
                Act::AmendCharter(_) | Act::CorrectRecord(_) => Mover::All,
                Act::ChooseReading(it) => Mover::Reading(it.reading.to_string()),
                Act::ExtendAssignment(it) => Mover::Assignment(it.assignment.to_string()),
                Act::ShortenAssignment(it) => Mover::Assignment(it.assignment.to_string()),
                _ => continue,
            };
            let (times, last) = all.entry(mover).or_insert((0, entry.recorded_at));
            *times = times.saturating_add(1);
            *last = entry.recorded_at.max(*last);
        }
        Self(all)
    }

    /// How often the date may have been moved, and when something last happened to it.
    pub(super) fn of_owed(&self, it: &OwedDate) -> (u32, Option<Time>) {
        let done = match it.progress {
            Progress::Done(at) => Some(at),
            Progress::Open | Progress::Begun(_) | Progress::Unsaid => None,
        };
        let Some(due) = &it.due else { return (0, done) };
        let subject = it.key.subject.as_deref().unwrap_or_default();
        let movers = [
            Some(Mover::All),
            due.reading.as_ref().map(|it| Mover::Reading(it.reading.to_string())),
            // That of a date that was missed before is the name and the date.
            subject.split(' ').next().map(|it| Mover::Assignment(it.to_owned())),
        ];
        let moved: Vec<&(u32, Time)> = movers.iter().flatten().filter_map(|it| self.0.get(it)).collect();
        // Where a decree takes the place of what was assumed, the date may be another. What else moves it may undo that, so it
        // counts for more.
        let decreed = due.reckoning == Reckoning::WorkingDays && !due.provisional;
        let times =
            moved.iter().fold(u32::from(decreed), |sum, it| sum.saturating_add(it.0.saturating_mul(2)));
        (times, moved.iter().map(|it| it.1).chain(done).max())
    }
}
