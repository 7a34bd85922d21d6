//! The maker of the evidence of a year: an index, every paper of the year, and the audit.

use joint_meeting::{Act, time::Date};

use super::day::{BodyDay, period};
use crate::{
    paper::Filed,
    sources::Sources,
    terms::{error::PaperError, wanted::Wanted},
    words::{Fields, Made},
};

/// The papers that are wanted of the year, each with the name of its file.
pub(crate) fn evidence(
    sources: &Sources<'_>,
    year: i32,
    on: Date,
) -> Result<Vec<(String, Wanted)>, PaperError> {
    let whole = period(year)?;
    let mut all: Vec<(String, Wanted)> = Vec::new();
    let done = sources.body.done_in(whole).into_iter();
    for entry in done.filter_map(|(no, _)| sources.body.entry_as_read(no)) {
        match &entry.act {
            Act::Convene(it) => {
                let meeting = &it.meeting;
                all.push((format!("{meeting}-notice"), Wanted::Notice { meeting: meeting.clone() }));
                all.push((format!("{meeting}-agenda"), Wanted::Agenda { meeting: meeting.clone() }));
                all.push((format!("{meeting}-attendance"), Wanted::Attendance { meeting: meeting.clone() }));
            }
            Act::DraftMinutes(it) => {
                let minutes = &it.minutes;
                all.push((format!("{minutes}-minutes"), Wanted::Minutes { minutes: minutes.clone() }));
                all.push((
                    format!("{minutes}-countersign"),
                    Wanted::CountersignSheet { minutes: minutes.clone() },
                ));
            }
            Act::IssueDocument(it) => {
                let document = it.document.clone();
                all.push((format!("{document}-document"), Wanted::Document { document }));
            }
            Act::IssueBriefing(it) => {
                let bulletin = it.bulletin.clone();
                all.push((format!("{bulletin}-briefing"), Wanted::Bulletin { bulletin }));
            }
            Act::IssueCircular(it) => {
                let bulletin = it.bulletin.clone();
                all.push((format!("{bulletin}-circular"), Wanted::Bulletin { bulletin }));
            }
            Act::PlanJointAction(it) => {
                let action = it.action.clone();
                all.push((format!("{action}-plan"), Wanted::ActionPlan { action }));
            }
            Act::FinishJointAction(it) => {
                let action = it.action.clone();
                all.push((format!("{action}-result"), Wanted::ActionResult { action }));
            }
            _ => {}
        }
    }
    let end = whole.to.min(on);
    for (name, wanted) in [
        ("register", Wanted::Register { on: end }),
        ("assignments", Wanted::Assignments { on }),
        ("summary", Wanted::Summary { year, on }),
        ("audit", Wanted::Audit { year, on }),
    ] {
        all.push((name.to_owned(), wanted));
    }
    let file =
        |(place, (name, wanted)): (u32, (String, Wanted))| (format!("{place:03}-{}", plain(&name)), wanted);
    Ok((1..).zip(all).map(file).collect())
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
