//! What a copy of a paper says beside it: what was recorded against the charter, what was corrected and what became of it since.

use joint_meeting::{
    Act, Entry, JointMeeting,
    answer::Breach,
    id::{MeetingId, MinutesId},
    state::{DocumentEnding, FormalDocument},
    time::Date,
};

use super::authorization::last_given;
use crate::{
    facts::IssueFacts,
    sources::Sources,
    terms::{error::PaperError, wanted::Wanted},
    words::Fields,
};

/// The remarks on a paper that went out with an entry: with what it rests on and was recorded against the charter, with the
/// entries that were corrected since, each with its correction, and with what became of the document.
pub(crate) fn remarks(
    sources: &Sources<'_>,
    wanted: &Wanted,
    (moment, told): (u32, &[Breach]),
    (made_of, corrected): (&'static str, &[(u32, u32)]),
) -> Result<Vec<String>, PaperError> {
    let mut remarks = told_against(sources, wanted, (moment, told))?;
    if !corrected.is_empty() {
        let one = |(no, by): &(u32, u32)| {
            let mut fields = Fields::default();
            fields.set("no", no);
            fields.set("by", by);
            sources.words.remark("entry", &fields)
        };
        let all: Vec<String> = corrected.iter().map(one).collect::<Result<_, _>>()?;
        let mut fields = Fields::default();
        fields.set("entries", sources.words.list(all));
        remarks.push(sources.words.remark(made_of, &fields)?);
    }
    if let Wanted::Document { document } = wanted
        && let Some(document) = sources.today.document(document)
    {
        remarks.extend(what_became(sources, document)?);
    }
    if let Wanted::ActionPlan { action } = wanted
        && let Some(dropped) = sources.today.joint_action(action).and_then(|it| it.dropped())
    {
        remarks.push(became(sources, "dropped", (dropped.no, dropped.at.date()))?);
    }
    if let Wanted::Authorization { unit, person } = wanted
        && let Some(given) = last_given(sources.today, unit, person)
    {
        if let Some(revoked) = given.revoked() {
            remarks.push(became(sources, "taken_back", (revoked.entry(), revoked.day()))?);
        }
        let mut ends = sources.today.unit(unit).into_iter().flat_map(|it| it.endings());
        if let Some(end) = ends.find(|it| given.from() <= it.from() && it.from() <= given.last_day()) {
            remarks.push(became(sources, "unit_ended", (end.entry(), end.from()))?);
        }
    }
    Ok(remarks)
}

/// What a paper rests on that is against the charter, up to an entry: as it was recorded, or as a correction found.
pub(crate) fn told_against(
    sources: &Sources<'_>,
    wanted: &Wanted,
    (moment, told): (u32, &[Breach]),
) -> Result<Vec<String>, PaperError> {
    let about = if told.is_empty() { Vec::new() } else { subjects(sources.today, wanted) };
    let of_it = |it: &Breach| {
        let entry = sources.today.entry_as_read(it.no).filter(|_| it.no <= moment)?;
        about.iter().any(|name| entry.names(name)).then_some(entry)
    };
    let remark = |it: &Breach| Some(against(sources, it, of_it(it)?));
    told.iter().filter_map(remark).collect()
}

fn against(sources: &Sources<'_>, breach: &Breach, entry: &Entry) -> Result<String, PaperError> {
    let charter = sources.today.charter_on(entry.at.date());
    let grounds = breach.refusal.iter().flat_map(|it| it.grounds());
    let clauses = grounds.filter_map(|it| charter.clause(it.clause.as_ref()?.as_str()));
    let mut places: Vec<String> = clauses.map(|it| it.place(sources.words.language())).collect();
    places.dedup();
    let mut fields = Fields::default();
    fields.set("no", entry.no);
    fields.set_some("clauses", Some(sources.words.list(places)));
    fields.set_some("by", breach.told_by);
    fields.set_some("reason", entry.against().map(|it| &it.reason));
    let is_told_then = breach.told_by == Some(entry.no);
    sources.words.remark(if is_told_then { "against" } else { "against_since" }, &fields)
}

/// The names of the things that a paper is about. A table is about what the audit says of it.
fn subjects(body: &JointMeeting, wanted: &Wanted) -> Vec<String> {
    match wanted {
        Wanted::Notice { meeting }
        | Wanted::SupplementaryNotice { meeting }
        | Wanted::Agenda { meeting }
        | Wanted::Attendance { meeting }
        | Wanted::MinutesSkeleton { meeting } => of_meeting(body, meeting),
        Wanted::Minutes { minutes } | Wanted::CountersignSheet { minutes } => of_minutes(body, minutes),
        Wanted::Document { document } | Wanted::DocumentNotice { document } => {
            let issued = body.document(document).and_then(|it| body.entry_as_read(it.issued().no));
            let mut names = issued.map(|it| of_issue(body, &it.act)).unwrap_or_default();
            names.push(document.to_string());
            names
        }
        Wanted::Issue(submission) => of_issue(body, &submission.act),
        Wanted::Bulletin { bulletin } => vec![bulletin.to_string()],
        Wanted::ActionPlan { action } | Wanted::ActionResult { action } => vec![action.to_string()],
        Wanted::Authorization { .. }
        | Wanted::Reminder { .. }
        | Wanted::Summary { .. }
        | Wanted::Register { .. }
        | Wanted::Assignments { .. }
        | Wanted::Incoming { .. }
        | Wanted::Corrections { .. }
        | Wanted::Proofs { .. }
        | Wanted::Calendar { .. }
        | Wanted::Audit { .. } => Vec::new(),
    }
}

/// A meeting and the items on its agenda.
fn of_meeting(body: &JointMeeting, id: &MeetingId) -> Vec<String> {
    let items = body.meeting(id).map_or(&[][..], |it| it.agenda());
    items.iter().map(ToString::to_string).chain([id.to_string()]).collect()
}

/// Minutes, and what belongs to the meeting that they record.
fn of_minutes(body: &JointMeeting, id: &MinutesId) -> Vec<String> {
    let mut names = body.minutes(id).map(|it| of_meeting(body, it.meeting())).unwrap_or_default();
    names.push(id.to_string());
    names
}

/// What a document rests on.
fn of_issue(body: &JointMeeting, act: &Act) -> Vec<String> {
    let Some(issue) = IssueFacts::of(act) else { return Vec::new() };
    let minutes = issue.minutes.map(|it| of_minutes(body, it)).unwrap_or_default();
    minutes.into_iter().chain(issue.items.iter().map(ToString::to_string)).collect()
}

/// How a document came to its end, and its corrections, since it went out.
fn what_became(sources: &Sources<'_>, document: &FormalDocument) -> Result<Vec<String>, PaperError> {
    let Some(after) = document.after() else { return Ok(Vec::new()) };
    let corrections = after.corrections().iter().map(|it| ("rectified", *it));
    let end = after.end().map(|it| {
        let how = match it.how() {
            DocumentEnding::Withdrawn => "withdrawn",
            DocumentEnding::Revoked => "revoked",
            DocumentEnding::Repealed => "repealed",
        };
        (how, it.ended())
    });
    corrections.chain(end).map(|(how, it)| became(sources, how, (it.no, it.at.date()))).collect()
}

fn became(sources: &Sources<'_>, how: &'static str, (no, on): (u32, Date)) -> Result<String, PaperError> {
    let mut fields = Fields::default();
    fields.set("no", no);
    fields.set("on", sources.words.date(on)?);
    sources.words.remark(how, &fields)
}
