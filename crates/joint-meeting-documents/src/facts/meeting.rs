//! A meeting, as the entries that name it tell.
//!
//! What stood on its agenda is in `item`, its minutes are in `minutes`.

use joint_meeting::{
    Act, Entry, Outcome,
    act::{Convene, Invite, RecordAttendance},
    id::{MeetingId, MinutesId, PersonId, Text},
    time::Time,
};

use super::journal::{JournalFacts, unknown};
use crate::terms::error::PaperError;

/// A meeting.
#[derive(Clone, Debug)]
pub(crate) struct MeetingFacts<'b> {
    pub(crate) called: &'b Entry,
    pub(crate) call: &'b Convene,
    /// When it is or was held, after all postponements.
    pub(crate) held_at: Time,
    /// Why it was put off, last.
    pub(crate) postponed: Option<&'b Text>,
    pub(crate) cancelled: Option<&'b Text>,
    pub(crate) presiding: Option<&'b PersonId>,
    pub(crate) attendance: Option<&'b RecordAttendance>,
    pub(crate) invited: Vec<&'b Invite>,
    pub(crate) minutes: Vec<&'b MinutesId>,
}

impl<'b> JournalFacts<'b> {
    pub(crate) fn meeting(self, id: &MeetingId) -> Result<MeetingFacts<'b>, PaperError> {
        let mut found: Option<MeetingFacts<'b>> = None;
        for entry in self.entries {
            if let Act::Convene(it) = &entry.act
                && it.meeting == *id
            {
                let Outcome::Convened { presiding } = &entry.outcome else { continue };
                found = Some(MeetingFacts {
                    called: entry,
                    call: it,
                    held_at: it.held_at,
                    postponed: None,
                    cancelled: None,
                    presiding: Some(presiding),
                    attendance: None,
                    invited: Vec::new(),
                    minutes: Vec::new(),
                });
            }
            let Some(meeting) = &mut found else { continue };
            match &entry.act {
                Act::PostponeMeeting(it) if it.meeting == *id => {
                    meeting.held_at = it.to;
                    meeting.postponed = Some(&it.reason);
                }
                Act::CancelMeeting(it) if it.meeting == *id => meeting.cancelled = Some(&it.reason),
                Act::DelegatePresiding(it) if it.meeting == *id => meeting.presiding = Some(&it.to),
                Act::RecordAttendance(it) if it.meeting == *id => meeting.attendance = Some(it),
                Act::Invite(it) if it.meeting == *id => meeting.invited.push(it),
                Act::OpenMeeting(it) if it.meeting == *id => meeting.held_at = entry.at,
                Act::DraftMinutes(it) if it.meeting == *id => meeting.minutes.push(&it.minutes),
                _ => {}
            }
        }
        found.ok_or_else(|| unknown("meeting", id))
    }
}
