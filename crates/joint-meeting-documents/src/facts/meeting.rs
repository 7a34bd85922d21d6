//! A meeting, with the words of the entries that made it what it is.
//!
//! What stood on its agenda is in `item`, its minutes are in `minutes`.

use joint_meeting::{
    act::{Convene, Observer, Present, SupplementNotice},
    id::{MeetingId, Text},
    state::{Invitee, Meeting},
    time::Time,
};

use super::journal::{JournalFacts, act, unknown};
use crate::terms::error::PaperError;

/// A meeting.
#[derive(Clone, Debug)]
pub(crate) struct MeetingFacts<'b> {
    /// What the core knows of it.
    pub(crate) meeting: &'b Meeting,
    pub(crate) call: &'b Convene,
    /// When it is or was held, after all postponements.
    pub(crate) held_at: Time,
    /// Why it was put off, last.
    pub(crate) postponed: Option<&'b Text>,
    pub(crate) cancelled: Option<&'b Text>,
    /// The last supplementary notice.
    pub(crate) supplement: Option<&'b SupplementNotice>,
    /// Who was there, as far as it was recorded.
    pub(crate) attendance: Option<AttendanceFacts<'b>>,
    pub(crate) invited: Vec<&'b Invitee>,
}

/// Who was there, by all that was recorded of it: what was recorded later of a unit counts.
#[derive(Clone, Debug, Default)]
pub(crate) struct AttendanceFacts<'b> {
    pub(crate) present: Vec<&'b Present>,
    pub(crate) observers: Vec<&'b Observer>,
}

impl<'b> JournalFacts<'b> {
    pub(crate) fn meeting(self, id: &MeetingId) -> Result<MeetingFacts<'b>, PaperError> {
        let meeting = self.body.meeting(id).ok_or_else(|| unknown("meeting", id))?;
        let call = self.said(meeting.convened(), act!(Convene)).ok_or_else(|| unknown("meeting", id))?;
        let cancelled = meeting.cancelled().and_then(|it| self.said(it, act!(CancelMeeting)));
        Ok(MeetingFacts {
            meeting,
            call,
            held_at: meeting.opened().map_or(meeting.held_at(), |it| it.at),
            postponed: self.last_said(meeting.postponed(), act!(PostponeMeeting)).map(|it| &it.reason),
            cancelled: cancelled.map(|it| &it.reason),
            supplement: self.last_said(meeting.supplemented(), act!(SupplementNotice)),
            attendance: self.attendance(meeting),
            invited: meeting.invitees().iter().collect(),
        })
    }

    fn attendance(self, meeting: &'b Meeting) -> Option<AttendanceFacts<'b>> {
        let records = meeting.recorded().iter().filter_map(|it| self.said(*it, act!(RecordAttendance)));
        records.fold(None, |before, record| {
            let AttendanceFacts { mut present, mut observers } = before.unwrap_or_default();
            present.retain(|it| !record.present.iter().any(|new| new.unit == it.unit));
            present.extend(&record.present);
            observers.extend(&record.observers);
            Some(AttendanceFacts { present, observers })
        })
    }
}
