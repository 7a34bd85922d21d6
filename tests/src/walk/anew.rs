//! What a body has kept of its answers against what a copy of it finds, which has kept nothing.

use joint_meeting::{
    JointMeeting,
    time::{Date, Period},
};

use super::year_of;

/// The questions are asked after each act, so that answers are kept, and compared after one in so many.
const COMPARED: u32 = 3;

/// Asks what is owed and for an audit from the last day of which there is anything to tell, or a later one.
pub fn is_what_is_kept(body: &JointMeeting) {
    let Some(entry) = body.entries().last() else { return };
    let last = body.entries().iter().map(|it| it.at.date()).max().unwrap_or_default();
    let ahead = if entry.no % 2 == 0 { 0 } else { u64::from(entry.no * 37 % 400) };
    let later = last.to_chrono() + joint_meeting::chrono::Days::new(ahead);
    let on: Date = later.try_into().expect("a day within the years");
    let year = Period::year(year_of(on)).expect("a year");
    let kept = (body.obligations(on, 90), body.audit(year, on));
    let heads = (body.head(None), body.head_up_to(entry.no / 2));
    if entry.no % COMPARED == 0 {
        let anew = body.clone();
        assert_eq!(kept, (anew.obligations(on, 90), anew.audit(year, on)), "on {on} after {entry:?}");
        assert_eq!(heads, (body.journal().1, anew.head_up_to(entry.no / 2)), "after {entry:?}");
    }
}
