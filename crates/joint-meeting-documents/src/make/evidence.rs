//! The maker of the evidence of a year: an index, every paper of the year, and the audit.

use joint_meeting::{
    Act,
    id::{BulletinId, DocumentId, MeetingId},
    time::Date,
};

use super::{
    day::{BodyDay, period},
    moment,
};
use crate::{
    paper::Filed,
    sources::Sources,
    terms::{error::PaperError, wanted::Wanted},
    words::{Fields, Made},
};

/// A paper of the pack that is to be made.
pub(crate) struct Planned {
    /// The name of its file.
    pub(crate) name: String,
    pub(crate) wanted: Wanted,
    /// The entry with which it went out, if it did.
    pub(crate) moment: Option<u32>,
}

/// The papers that are wanted of the year, in their order.
pub(crate) fn evidence(sources: &Sources<'_>, year: i32, on: Date) -> Result<Vec<Planned>, PaperError> {
    let whole = period(year)?;
    let body = sources.body;
    let mut all: Vec<(String, Wanted, Option<u32>)> = Vec::new();
    for entry in body.done_in(whole).into_iter().filter_map(|(no, _)| body.entry_as_read(no)) {
        for (name, wanted) in papers_of(&entry.act) {
            // Of what goes out more than once each is kept.
            let moment = if goes_out_again(&wanted) { Some(entry.no) } else { moment(body, &wanted) };
            all.push((name, wanted, moment));
        }
    }
    let end = whole.to.min(on);
    for (name, wanted) in [
        ("register", Wanted::Register { on: end }),
        ("assignments", Wanted::Assignments { on }),
        ("incoming", Wanted::Incoming { year, on }),
        ("summary", Wanted::Summary { year, on }),
        ("audit", Wanted::Audit { year, on }),
        ("proofs", Wanted::Proofs { year, on }),
        ("corrections", Wanted::Corrections { year, on }),
    ] {
        all.push((name.to_owned(), wanted, None));
    }
    let planned = |(place, (name, wanted, moment)): (u32, (String, Wanted, Option<u32>))| Planned {
        name: format!("{place:03}-{}", plain(&name)),
        wanted,
        moment,
    };
    Ok((1..).zip(all).map(planned).collect())
}

/// The papers that come of an act, each with its name.
fn papers_of(act: &Act) -> Vec<(String, Wanted)> {
    let notice = |meeting: &MeetingId| Wanted::Notice { meeting: meeting.clone() };
    let document = |document: &DocumentId| {
        vec![(format!("{document}-document"), Wanted::Document { document: document.clone() })]
    };
    let about = |document: &DocumentId, what: &str| {
        vec![(format!("{document}-{what}"), Wanted::DocumentNotice { document: document.clone() })]
    };
    let bulletin = |bulletin: &BulletinId, kind: &str| {
        vec![(format!("{bulletin}-{kind}"), Wanted::Bulletin { bulletin: bulletin.clone() })]
    };
    match act {
        Act::Convene(it) => {
            let meeting = &it.meeting;
            vec![
                (format!("{meeting}-notice"), notice(meeting)),
                (format!("{meeting}-agenda"), Wanted::Agenda { meeting: meeting.clone() }),
                (format!("{meeting}-attendance"), Wanted::Attendance { meeting: meeting.clone() }),
            ]
        }
        Act::PostponeMeeting(it) => vec![(format!("{}-notice", it.meeting), notice(&it.meeting))],
        Act::SupplementNotice(it) => {
            let meeting = it.meeting.clone();
            vec![(format!("{meeting}-supplementary-notice"), Wanted::SupplementaryNotice { meeting })]
        }
        Act::DraftMinutes(it) => {
            let minutes = &it.minutes;
            vec![
                (format!("{minutes}-minutes"), Wanted::Minutes { minutes: minutes.clone() }),
                (format!("{minutes}-countersign"), Wanted::CountersignSheet { minutes: minutes.clone() }),
            ]
        }
        Act::IssueDocument(it) => document(&it.document),
        Act::IssueOtherDocument(it) => document(&it.document),
        Act::CorrectDocument(it) => about(&it.document, "correction"),
        Act::WithdrawDocument(it) => about(&it.document, "withdrawal"),
        Act::RevokeDocument(it) => about(&it.document, "revocation"),
        Act::RepealDocument(it) => about(&it.document, "repeal"),
        Act::Authorize(it) => {
            let (unit, person) = (it.unit.clone(), it.person.clone());
            vec![(format!("{unit}-authorization"), Wanted::Authorization { unit, person })]
        }
        Act::IssueBriefing(it) => bulletin(&it.bulletin, "briefing"),
        Act::IssueCircular(it) => bulletin(&it.bulletin, "circular"),
        Act::PlanJointAction(it) => {
            vec![(format!("{}-plan", it.action), Wanted::ActionPlan { action: it.action.clone() })]
        }
        Act::FinishJointAction(it) => {
            vec![(format!("{}-result", it.action), Wanted::ActionResult { action: it.action.clone() })]
        }
        _ => Vec::new(),
    }
}

/// Whether more than one paper of the kind goes out about the same thing.
fn goes_out_again(wanted: &Wanted) -> bool {
    matches!(
        wanted,
        Wanted::Notice { .. }
            | Wanted::SupplementaryNotice { .. }
            | Wanted::DocumentNotice { .. }
            | Wanted::Authorization { .. }
    )
}

/// The index of what was filed.
pub(crate) fn index(
    sources: &Sources<'_>,
    year: i32,
    on: Date,
    filed: &[Filed],
) -> Result<Filed, PaperError> {
    let row = |it: &Filed| {
        let mut row = Fields::default();
        row.set("file", &it.name);
        row.set("title", &it.paper.title);
        row.set_some("number", it.paper.number.as_ref());
        row.set_some("draft", it.paper.draft.as_ref().map(|it| &it.mark));
        row
    };
    let day = BodyDay::new(sources, period(year)?.to.min(on));
    let mut fields = day.fields()?;
    fields.set("year", year);
    fields.set("judged", sources.words.date(on)?);
    fields.set("count", filed.len());
    fields.set_rows("papers", filed.iter().map(row).collect::<Vec<_>>());
    let paper = sources.put("index", Made { fields, ..Made::default() })?;
    Ok(Filed { name: "000-index".to_owned(), paper })
}

/// An id, which may hold anything, as a name that is safe for a file.
fn plain(name: &str) -> String {
    name.chars().map(|it| if it.is_alphanumeric() || it == '-' { it } else { '_' }).collect()
}
