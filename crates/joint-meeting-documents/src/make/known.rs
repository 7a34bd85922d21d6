//! What the journal knows of a formal document that is not printed on it, gathered for the checks.

use joint_meeting::{
    number::DocumentNumber,
    words::{Carrier, Step},
};

use super::day::BodyDay;
use crate::{
    facts::{IssueFacts, JournalFacts, MinutesFacts},
    paper::{PaperApproval, PaperKnown},
    sources::Sources,
    terms::error::PaperError,
};

/// What was known of a document when it was issued, or would be.
pub(super) fn of_document(
    sources: &Sources<'_>,
    facts: JournalFacts<'_>,
    day: &BodyDay<'_>,
    issue: &IssueFacts<'_>,
    minutes: Option<&MinutesFacts<'_>>,
    (own, borne): (Option<&DocumentNumber>, Option<&str>),
) -> Result<PaperKnown, PaperError> {
    let settings = day.settings();
    let lead = settings.lead_units.fixed().map_or(&[][..], |it| it);
    let others = (sources.with_numbers || own.is_none()).then(|| facts.numbers());
    let others = others.into_iter().flatten().chain(settings.issued_number.fixed());
    let series = settings.series.fixed().map_or(&[][..], |it| it);
    let issuing = day.issuing((issue.seal, borne));
    let issuers = day.issuers(sources, (issue.seal, borne))?;
    // A joint document bears a number of the sponsor.
    let is_sponsor = |unit| match issuing.first() {
        Some(sponsor) => *sponsor == unit,
        None => lead.contains(unit),
    };
    // What says something itself does not go by the path of the minutes on which it rests.
    let carried = minutes.filter(|_| issue.text.is_none());
    let numbered = match carried {
        Some(it) => it.now.path.contains(&Step::Number),
        None => day.numbers_documents(issue.seal),
    };
    let seals = issue.seal.map(|it| match it {
        Carrier::Joint => u32::try_from(issuers.len()).unwrap_or(u32::MAX),
        Carrier::LeadUnit | Carrier::Body => 1,
    });
    let known = PaperKnown {
        issuers: Some(issuers),
        seals,
        other_numbers: Some(others.filter(|it| Some(*it) != own).map(ToString::to_string).collect()),
        // Where the charter has no series, no code is known to be the sponsor's.
        codes: (!series.is_empty())
            .then(|| series.iter().filter(|it| is_sponsor(&it.unit)).map(|it| it.code.to_string()).collect()),
        numbered: Some(numbered),
        ..PaperKnown::default()
    };
    // Whether anyone agreed or signed is told of what rests on minutes alone.
    let Some(now) = minutes.map(|it| &it.now) else { return Ok(known) };
    let signed = |unit| now.signatures.get(unit).is_some_and(|it| it.how == "signs");
    let (not_signed, not_agreed) = (now.without_signature(), now.without_consent());
    let asked = issuing.into_iter().all(|it| now.countersign_of.contains(it));
    Ok(PaperKnown {
        // No entry tells whether it was the principal responsible person who signed.
        approval: lead.iter().any(signed).then_some(PaperApproval { by_principal: None, dated: true }),
        last_signed: carried.and_then(|it| it.now.settled_on()),
        under_discussion: Some(!not_signed.is_empty() || !not_agreed.is_empty()),
        // No entry tells whether issuers signed whom nobody asked here.
        not_signed: (asked || !not_signed.is_empty())
            .then(|| not_signed.into_iter().map(|it| day.unit(it)).collect()),
        not_agreed: Some(not_agreed.into_iter().map(|it| day.unit(it)).collect()),
        ..known
    })
}
