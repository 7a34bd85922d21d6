//! The entry with which a paper went out, or with which it was last what it is.

use joint_meeting::{JointMeeting, state::Deed};

use super::{after::last_change, authorization::last_given};
use crate::terms::wanted::Wanted;

/// The number of the entry up to which a paper is made; none if it is made of what is known now: it is still to go out, or
/// looks back from today.
pub(crate) fn moment(body: &JointMeeting, wanted: &Wanted) -> Option<u32> {
    let deed: Deed = match wanted {
        Wanted::Notice { meeting } => {
            let meeting = body.meeting(meeting)?;
            meeting.postponed().last().copied().unwrap_or(meeting.convened())
        }
        Wanted::SupplementaryNotice { meeting } => *body.meeting(meeting)?.supplemented().last()?,
        Wanted::Agenda { meeting } => body.meeting(meeting)?.opened()?,
        Wanted::Attendance { meeting } => {
            let meeting = body.meeting(meeting)?;
            let left = meeting.attended().values().filter_map(|it| it.left());
            meeting.recorded().last().copied().into_iter().chain(left).max_by_key(|it| it.no)?
        }
        Wanted::Minutes { minutes } | Wanted::CountersignSheet { minutes } => {
            body.document(body.minutes(minutes)?.document()?)?.issued()
        }
        Wanted::Document { document } => body.document(document)?.issued(),
        Wanted::DocumentNotice { document } => last_change(body.document(document)?)?,
        Wanted::Bulletin { bulletin } => body.bulletin(bulletin)?.issued(),
        Wanted::Authorization { unit, person } => last_given(body, unit, person)?.made(),
        Wanted::ActionPlan { action } => body.joint_action(action)?.planned(),
        Wanted::ActionResult { action } => body.joint_action(action)?.finished()?,
        Wanted::MinutesSkeleton { .. }
        | Wanted::Issue(_)
        | Wanted::Reminder { .. }
        | Wanted::Summary { .. }
        | Wanted::Register { .. }
        | Wanted::Assignments { .. }
        | Wanted::Incoming { .. }
        | Wanted::Corrections { .. }
        | Wanted::Proofs { .. }
        | Wanted::Calendar { .. }
        | Wanted::Audit { .. } => return None,
    };
    Some(deed.no)
}
