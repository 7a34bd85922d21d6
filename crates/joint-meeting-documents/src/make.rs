//! The makers, which settle the facts that each kind of paper has, one file for each group of papers.
//!
//! What they share is in `day`. No rule and no wording is here: what is allowed or owed is asked of the core, how it is
//! said stands in the templates.

mod action;
mod after;
mod authorization;
mod bulletin;
mod calendar;
mod day;
mod document;
mod evidence;
mod incoming;
mod item;
mod known;
mod meeting;
mod minutes;
mod moment;
mod records;
mod remarks;
mod reports;
mod tables;

use joint_meeting::time::Period;

pub(crate) use self::{
    calendar::calendar,
    evidence::{Planned, evidence, index},
    moment::moment,
    remarks::{remarks, told_against},
};
use crate::{
    paper::{Paper, PaperKnown},
    sources::Sources,
    terms::{error::PaperError, wanted::Wanted},
};

/// Makes a paper that nobody has looked at yet, and tells what is known beside it.
pub(crate) fn paper(sources: &Sources<'_>, wanted: &Wanted) -> Result<(Paper, PaperKnown), PaperError> {
    let (name, mut made) = match wanted {
        Wanted::Notice { meeting } => ("notice".to_owned(), meeting::notice(sources, meeting)?),
        Wanted::SupplementaryNotice { meeting } => {
            ("supplementary_notice".to_owned(), meeting::supplementary_notice(sources, meeting)?)
        }
        Wanted::Agenda { meeting } => ("agenda".to_owned(), meeting::agenda(sources, meeting)?),
        Wanted::Attendance { meeting } => ("attendance".to_owned(), meeting::attendance(sources, meeting)?),
        Wanted::MinutesSkeleton { meeting } => {
            ("minutes_skeleton".to_owned(), minutes::skeleton(sources, meeting)?)
        }
        Wanted::Minutes { minutes } => ("minutes".to_owned(), minutes::minutes(sources, minutes)?),
        Wanted::CountersignSheet { minutes } => {
            ("countersign_sheet".to_owned(), minutes::countersign_sheet(sources, minutes)?)
        }
        Wanted::Document { document } => document::document(sources, document)?,
        Wanted::DocumentNotice { document } => after::notice(sources, document)?,
        Wanted::Issue(submission) => document::before_issue(sources, submission)?,
        Wanted::Bulletin { bulletin } => bulletin::bulletin(sources, bulletin)?,
        Wanted::Reminder { unit, year, on } => {
            ("reminder".to_owned(), reports::reminder(sources, unit, *year, *on)?)
        }
        Wanted::Summary { year, on } => ("summary".to_owned(), reports::summary(sources, *year, *on)?),
        Wanted::Register { on } => ("register".to_owned(), tables::register(sources, *on)?),
        Wanted::Assignments { on } => ("assignments".to_owned(), tables::assignments(sources, *on)?),
        Wanted::Incoming { year, on } => ("incoming".to_owned(), incoming::register(sources, *year, *on)?),
        Wanted::Corrections { year, on } => {
            ("corrections".to_owned(), records::corrections(sources, *year, *on)?)
        }
        Wanted::Proofs { year, on } => ("proofs".to_owned(), records::proofs(sources, *year, *on)?),
        Wanted::Authorization { unit, person } => {
            ("authorization".to_owned(), authorization::letter(sources, unit, person)?)
        }
        Wanted::ActionPlan { action } => ("action_plan".to_owned(), action::plan(sources, action)?),
        Wanted::ActionResult { action } => ("action_result".to_owned(), action::result(sources, action)?),
        Wanted::Calendar { from, to, on } => {
            let period = Period::of_question(*from, *to)?;
            return Ok((calendar(sources, period, *on)?.table, PaperKnown::default()));
        }
        Wanted::Audit { year, on } => ("audit".to_owned(), tables::audit(sources, *year, *on)?),
    };
    let known = std::mem::take(&mut made.known);
    Ok((sources.put(&name, made)?, known))
}
