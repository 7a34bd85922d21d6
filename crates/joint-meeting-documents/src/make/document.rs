//! The maker of the formal document that carries minutes, as it was issued or as it would be.

use joint_meeting::{Act, Submission, act::IssueDocument, id::DocumentId, time::Date, words::DocumentKind};

use super::{day::BodyDay, known::of_document, minutes};
use crate::{
    facts::{JournalFacts, MinutesFacts},
    sources::Sources,
    terms::error::PaperError,
    words::{Made, spelling},
};

/// The facts of a document that was issued, as they were known then.
pub(super) fn document(sources: &Sources<'_>, id: &DocumentId) -> Result<(String, Made), PaperError> {
    let facts = sources.facts();
    let (issue, entry) = facts.document(id)?;
    let facts = facts.up_to(entry);
    let mut all = facts.minutes(&issue.minutes)?;
    // The minutes bear another number, or none, once the document has been withdrawn or revoked.
    all.number = sources.body.document(id).and_then(|it| it.number());
    let made = issued(sources, facts, issue, &all, entry.at.date())?;
    Ok((template(sources, issue.kind), made))
}

/// The facts of a document before it goes out. If the act would be refused, it is a draft, and the refusal says why.
pub(super) fn before_issue(
    sources: &Sources<'_>,
    submission: &Submission,
) -> Result<(String, Made), PaperError> {
    let issue = to_issue(submission)?;
    let facts = sources.facts();
    let all = facts.minutes(&issue.minutes)?;
    let mut made = issued(sources, facts, issue, &all, submission.at.date())?;
    if let Err(refusal) = sources.body.check(submission) {
        let why = refusal.render(sources.body, sources.words.language());
        made.draft = Some(why.lines().map(str::to_owned).collect());
    }
    Ok((template(sources, issue.kind), made))
}

/// The document that would be issued.
fn to_issue(submission: &Submission) -> Result<&IssueDocument, PaperError> {
    match &submission.act {
        Act::IssueDocument(it) => Ok(it),
        other => Err(PaperError::NoDocument { act: other.kind().name() }),
    }
}

/// The template for a kind of document: its own if the wording has one, otherwise that for any.
fn template(sources: &Sources<'_>, kind: DocumentKind) -> String {
    let own = format!("document_{}", spelling(&kind));
    if sources.words.papers().any(|it| it == own) { own } else { "document".to_owned() }
}

fn issued(
    sources: &Sources<'_>,
    facts: JournalFacts<'_>,
    issue: &IssueDocument,
    all: &MinutesFacts<'_>,
    on: Date,
) -> Result<Made, PaperError> {
    let day = BodyDay::new(sources, on);
    let mut made = minutes::carried(sources, facts, all)?;
    let recipients = day.in_order(&issue.recipients).into_iter().map(|it| day.unit(it));
    made.recipients = recipients.chain(issue.other_recipients.iter().map(ToString::to_string)).collect();
    made.title = Some(issue.title.to_string());
    made.kind = Some(issue.kind);
    made.known = of_document(sources, facts, &day, issue, all)?;
    minutes::issued(sources, &mut made, issue, &all.now, on)?;
    Ok(made)
}
