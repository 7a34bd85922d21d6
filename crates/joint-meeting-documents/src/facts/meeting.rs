//! A meeting, with the words of the entries that made it what it is.
//!
//! What stood on its agenda is in `item`, its minutes are in `minutes`.

use joint_meeting::{
    act::{Convene, RecordAttendance, SupplementNotice},
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
    pub(crate) attendance: Option<&'b RecordAttendance>,
    pub(crate) invited: Vec<&'b Invitee>,
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
            attendance: self.last_said(meeting.recorded(), act!(RecordAttendance)),
            invited: meeting.invitees().iter().collect(),
        })
    }
}
