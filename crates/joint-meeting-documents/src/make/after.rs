//! The maker of the notices on what became of a document: that it was corrected, withdrawn, revoked or repealed.

use joint_meeting::{
    Act,
    id::{DocumentId, Text},
    state::{Deed, FormalDocument},
};

use super::day::BodyDay;
use crate::{
    facts::IssueFacts,
    sources::Sources,
    terms::error::PaperError,
    words::{Fields, Made},
};

/// The notice on the end of a document or, where it has not come to one, on its last correction.
pub(super) fn notice(sources: &Sources<'_>, id: &DocumentId) -> Result<(String, Made), PaperError> {
    let facts = sources.facts();
    let (issue, _) = facts.document(id)?;
    let document = sources.body.document(id);
    let last = document.and_then(last_change).and_then(|it| sources.body.entry_as_read(it.no));
    let entry = last.ok_or(PaperError::NotYet { act: "correct_document" })?;
    let day = BodyDay::new(sources, entry.at.date());
    let mut fields = day.fields()?;
    fields.set("title", issue.title);
    fields.set_some("number", document.and_then(|it| it.number()));
    let replaced_by = |fields: &mut Fields, other: &Option<DocumentId>| {
        let other = other.as_ref().and_then(|it| facts.document(it).ok());
        fields.set_some("replaced_by", other.map(|(it, _)| it.title));
    };
    let decided_by = |fields: &mut Fields, by: &Text, reason: &Text| {
        fields.set("decided_by", by);
        fields.set("reason", reason);
    };
    let name = match &entry.act {
        Act::WithdrawDocument(it) => {
            fields.set("reason", &it.reason);
            replaced_by(&mut fields, &it.replaced_by);
            "document_withdrawal"
        }
        Act::RevokeDocument(it) => {
            decided_by(&mut fields, &it.decided_by, &it.reason);
            replaced_by(&mut fields, &it.replaced_by);
            "document_revocation"
        }
        Act::RepealDocument(it) => {
            decided_by(&mut fields, &it.decided_by, &it.reason);
            replaced_by(&mut fields, &it.replaced_by);
            "document_repeal"
        }
        Act::CorrectDocument(it) => {
            fields.set("passage", &it.passage);
            fields.set("wording", &it.wording);
            fields.set_some("reason", it.reason.as_ref());
            "document_correction"
        }
        _ => return Err(PaperError::NotYet { act: "correct_document" }),
    };
    let recipients = addressees(&day, &issue);
    let mut made = Made { fields, recipients, dated: Some(day.on), ..Made::default() };
    let number = document.and_then(|it| it.number()).map(ToString::to_string);
    day.by_the_issuers(sources, &mut made, (issue.seal, number.as_deref()))?;
    Ok((name.to_owned(), made))
}

/// When a document came to its end or, where it has not, was last corrected.
pub(super) fn last_change(document: &FormalDocument) -> Option<Deed> {
    let after = document.after()?;
    after.end().map(|it| it.ended()).or(after.corrections().last().copied())
}

/// Everyone to whom the document went.
fn addressees(day: &BodyDay<'_>, issue: &IssueFacts<'_>) -> Vec<String> {
    let units = day.in_order(issue.recipients).into_iter().map(|it| day.unit(it));
    let others = issue.other_recipients.iter().chain(issue.copied_to).map(ToString::to_string);
    units.chain(others).collect()
}
