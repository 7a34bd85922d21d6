//! The maker of formal documents: those that carry minutes, and those that rest on something else, as issued or as they would be.

use joint_meeting::{
    Outcome, Submission, id::DocumentId, number::DocumentNumber, time::Date, words::DocumentKind,
};

use super::{day::BodyDay, known::of_document, minutes};
use crate::{
    facts::{IssueFacts, JournalFacts},
    sources::Sources,
    terms::error::PaperError,
    words::{Made, spelling},
};

/// The facts of a document that was issued.
pub(super) fn document(sources: &Sources<'_>, id: &DocumentId) -> Result<(String, Made), PaperError> {
    let facts = sources.facts();
    let (issue, entry) = facts.document(id)?;
    let number = sources.body.document(id).and_then(|it| it.number());
    issued(sources, facts, &issue, number, entry.at.date())
}

/// The facts of a document before it goes out. If the act would be refused, it is a draft, and the refusal says why.
pub(super) fn before_issue(
    sources: &Sources<'_>,
    submission: &Submission,
) -> Result<(String, Made), PaperError> {
    let issue = IssueFacts::of(&submission.act)
        .ok_or_else(|| PaperError::NoDocument { act: submission.act.kind().name() })?;
    let decided = sources.body.decide(submission);
    let taken = match decided.as_ref().map(|it| &it.outcome) {
        Ok(Outcome::Numbered { number }) => Some(number),
        _ => None,
    };
    let (name, mut made) = issued(sources, sources.facts(), &issue, taken, submission.at.date())?;
    if let Err(refusal) = &decided {
        let why = refusal.render(sources.body, sources.words.language());
        made.add_draft(why.lines().map(str::to_owned));
    }
    Ok((name, made))
}

/// The template for a kind of document that carries minutes: its own if the wording has one, otherwise that for any.
fn template(sources: &Sources<'_>, kind: DocumentKind) -> String {
    let own = format!("document_{}", spelling(&kind));
    if sources.words.papers().any(|it| it == own) { own } else { "document".to_owned() }
}

fn issued(
    sources: &Sources<'_>,
    facts: JournalFacts<'_>,
    issue: &IssueFacts<'_>,
    number: Option<&DocumentNumber>,
    on: Date,
) -> Result<(String, Made), PaperError> {
    let day = BodyDay::new(sources, on);
    let of = issue.minutes.map(|it| facts.minutes(it)).transpose()?;
    // What says something itself does not carry its minutes.
    let (name, mut made, number) = match (issue.text, &of) {
        (None, Some(of)) => {
            let made = minutes::carried(sources, facts, of)?;
            let made = Made { dated: of.now.dated(on), ..made };
            (template(sources, issue.kind), made, number.or(of.number))
        }
        _ => {
            let made = Made { fields: day.fields()?, dated: Some(on), ..Made::default() };
            ("document".to_owned(), made, number)
        }
    };
    if let Some(text) = issue.text {
        made.fields.set("text", text);
        if let Some(number) = number {
            made.fields.set("number", number);
        }
    }
    let recipients = day.in_order(issue.recipients).into_iter().map(|it| day.unit(it));
    made.recipients = recipients.chain(issue.other_recipients.iter().map(ToString::to_string)).collect();
    made.title = Some(issue.title.to_string());
    made.kind = Some(issue.kind);
    let borne = made.fields.text("number").map(str::to_owned);
    day.by_the_issuers(sources, &mut made, (issue.seal, borne.as_deref()))?;
    made.known = of_document(sources, facts, &day, issue, of.as_ref(), (number, borne.as_deref()))?;
    minutes::issued(sources, &mut made, issue, on)?;
    Ok((name, made))
}
