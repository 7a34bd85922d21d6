//! The maker of minutes, from the skeleton to what is issued, and of the sheet on which units consent and sign.

use joint_meeting::{
    id::{MeetingId, MinutesId, UnitId},
    sorted::Map,
    time::Date,
    words::{DocumentKind, Publicness, Step},
};

use super::{day::BodyDay, known::of_document, meeting};
use crate::{
    facts::{IssueFacts, JournalFacts, MinutesFacts, MinutesVersion, UnitReply},
    sources::Sources,
    terms::error::PaperError,
    words::{Fields, Made},
};

pub(super) fn skeleton(sources: &Sources<'_>, id: &MeetingId) -> Result<Made, PaperError> {
    let facts = sources.facts();
    let held = facts.meeting(id)?;
    let day = BodyDay::new(sources, held.held_at.date());
    let fields = meeting::fields(sources, facts, &day, &held)?;
    let path = day.settings().paths.fixed().and_then(|it| it.get(&held.call.kind));
    let path = path.map_or(&[][..], |it| it);
    let why = match path.contains(&Step::Consent) && path.contains(&Step::Countersign) {
        true => sources.words.word("why", "skeleton")?,
        false => {
            let steps = path.iter().map(|it| it.text(sources.words.language()));
            sources.words.added_word("why", "skeleton_path")? + &sources.words.list(steps)
        }
    };
    Ok(Made { fields, draft: Some(vec![why]), ..Made::default() })
}

pub(super) fn minutes(sources: &Sources<'_>, id: &MinutesId) -> Result<Made, PaperError> {
    let facts = sources.facts();
    let minutes = facts.minutes(id)?;
    let mut made = carried(sources, facts, &minutes)?;
    match minutes.issued {
        Some((issue, entry)) => {
            let day = BodyDay::new(sources, entry.at.date());
            made.kind = Some(DocumentKind::Minutes);
            let borne = made.fields.text("number").map(str::to_owned);
            let numbers = (minutes.number, borne.as_deref());
            made.known = of_document(sources, facts, &day, &issue, Some(&minutes), numbers)?;
            // The title and the seals of a notice that carries minutes are not those of the minutes.
            if issue.kind == DocumentKind::Minutes {
                made.title = Some(issue.title.to_string());
            } else {
                made.known.seals = None;
            }
            made.dated = minutes.now.dated(day.on);
            issued(sources, &mut made, &issue, day.on)?;
        }
        None => match open(sources, &minutes)? {
            why if why.is_empty() => finished(sources, &mut made, &minutes)?,
            why => made.add_draft(why),
        },
    }
    Ok(made)
}

/// What the issue settles, for the minutes and for any document.
pub(super) fn issued(
    sources: &Sources<'_>,
    made: &mut Made,
    issue: &IssueFacts<'_>,
    on: Date,
) -> Result<(), PaperError> {
    made.copied_to = issue.copied_to.iter().map(ToString::to_string).collect();
    made.publicness = Some(issue.publicness);
    made.publicness_reason = issue.reason.map(ToString::to_string);
    made.sent = Some(on);
    // What the journal does not say of the head of a paper, the host may.
    if let Some(level) = issue.secrecy {
        made.fields.set("secrecy", sources.words.secrecy(level, issue.secret_for_years)?);
    }
    if let Some(urgency) = issue.urgency {
        made.fields.set("urgency", urgency.text(sources.words.language()));
    }
    made.fields.set("publicness", sources.words.word_for("publicness", &issue.publicness)?);
    // Minutes that are not open are for use within.
    if made.kind == Some(DocumentKind::Minutes) && issue.publicness != Publicness::Open {
        made.fields.set("within", sources.words.word("paper", "within")?);
    }
    Ok(())
}

/// What minutes carry, whatever they go out as.
pub(super) fn carried(
    sources: &Sources<'_>,
    facts: JournalFacts<'_>,
    minutes: &MinutesFacts<'_>,
) -> Result<Made, PaperError> {
    let held = facts.meeting(minutes.meeting)?;
    let day = BodyDay::new(sources, held.held_at.date());
    let mut fields = meeting::fields(sources, facts, &day, &held)?;
    let items = minutes.items.iter();
    let items: Vec<Fields> = items.map(|it| day.item(&facts.item(it)?)).collect::<Result<_, _>>()?;
    // There is one row for each assignment or, if there are none, for each item that gives work.
    let rows = items.iter().flat_map(|item| {
        let mut rows: Vec<Fields> = item.rows("assignments").to_vec();
        if let (true, Some(units)) = (rows.is_empty(), item.text("tasks")) {
            let mut row = Fields::default();
            row.set("unit", units);
            rows.push(row);
        }
        rows.iter_mut().for_each(|it| it.set("title", item.text("title").unwrap_or_default()));
        rows
    });
    let rows: Vec<Fields> = rows.collect();
    // One row stands for all of them, so that a template can leave out what is about them.
    fields.set_rows("division", rows.first().map(|_| Fields::default()));
    fields.set_rows("tasks", rows);
    fields.set_rows("items", items);
    fields.set("text", minutes.now.text);
    fields.set("version", minutes.now.version);
    let number = number(sources, minutes);
    let issuers = day.issuers(sources, (None, number.as_deref()))?;
    fields.set_some("number", number);
    Ok(Made { fields, dated: minutes.now.settled_on(), issuers, ..Made::default() })
}

/// What minutes have that are done without going out, because no step of their path issues them.
fn finished(sources: &Sources<'_>, made: &mut Made, minutes: &MinutesFacts<'_>) -> Result<(), PaperError> {
    made.dated = minutes.now.dated(minutes.now.drafted.at.date());
    made.fields.set("within", sources.words.word("paper", "within")?);
    made.known.numbered = Some(minutes.now.path.contains(&Step::Number));
    made.known.goes_out = Some(false);
    Ok(())
}

/// The number of minutes; where the charter has none allotted in the journal, the number that the host knows.
fn number(sources: &Sources<'_>, minutes: &MinutesFacts<'_>) -> Option<String> {
    let elsewhere = !minutes.now.path.contains(&Step::Number);
    let given = sources.given.numbers.get(&minutes.id).filter(|_| elsewhere);
    minutes.number.map(ToString::to_string).or_else(|| given.cloned())
}

/// What is still open on the way to a document.
fn open(sources: &Sources<'_>, minutes: &MinutesFacts<'_>) -> Result<Vec<String>, PaperError> {
    let day = BodyDay::new(sources, minutes.now.drafted.at.date());
    let now = &minutes.now;
    let mut why = Vec::new();
    for (key, units) in [("no_consent", now.without_consent()), ("no_signature", now.without_signature())] {
        if !units.is_empty() {
            why.push(sources.words.word("why", key)? + &day.list(units));
        }
    }
    if now.path.contains(&Step::ConvenerApprove) && now.approved.is_none() {
        why.push(sources.words.word("why", "no_approval")?);
    }
    if now.path.contains(&Step::Number) && minutes.number.is_none() {
        why.push(sources.words.word("why", "no_number")?);
    }
    if now.path.contains(&Step::Issue) {
        why.push(sources.words.word("why", "not_issued")?);
    }
    Ok(why)
}

pub(super) fn countersign_sheet(sources: &Sources<'_>, id: &MinutesId) -> Result<Made, PaperError> {
    let facts = sources.facts();
    let minutes = facts.minutes(id)?;
    let mut made = carried(sources, facts, &minutes)?;
    let day = BodyDay::new(sources, minutes.now.drafted.at.date());
    let sheet = MinutesSheet { sources, day: &day, version: &minutes.now };
    made.fields.set("drafted", sources.words.date(day.on)?);
    made.fields.set_some("issued_title", minutes.issued.map(|(it, _)| it.title));
    made.fields.set_rows("consents", sheet.rows(minutes.now.consent_of, &minutes.now.consents)?);
    made.fields.set_rows("signatures", sheet.rows(minutes.now.countersign_of, &minutes.now.signatures)?);
    for (key, units) in [
        ("open_consents", minutes.now.without_consent()),
        ("open_signatures", minutes.now.without_signature()),
    ] {
        made.fields.set_some(key, Some(day.list(units)));
    }
    let mut past = Vec::new();
    for version in &minutes.past {
        let sheet = MinutesSheet { sources, day: &day, version };
        for replies in [&version.consents, &version.signatures] {
            past.extend(sheet.rows(replies.keys().copied(), replies)?);
        }
    }
    made.fields.set_rows("past", past);
    Ok(made)
}

/// The sheet of one version.
struct MinutesSheet<'s, 'b> {
    sources: &'s Sources<'b>,
    day: &'s BodyDay<'s>,
    version: &'s MinutesVersion<'b>,
}

impl MinutesSheet<'_, '_> {
    /// One row for each unit asked, with its answer or, where it has not answered, with whoever is responsible for it.
    fn rows<'u>(
        &self,
        asked: impl IntoIterator<Item = &'u UnitId>,
        replies: &Map<&UnitId, UnitReply<'_>>,
    ) -> Result<Vec<Fields>, PaperError> {
        let words = self.sources.words;
        let roster = self.sources.body.roster(self.day.on).units;
        let mut rows = Vec::new();
        for unit in self.day.in_order(asked) {
            let mut row = Fields::default();
            row.set("unit", self.day.unit(unit));
            row.set("version", self.version.version);
            let reply = replies.get(unit);
            row.set_some("text", reply.and_then(|it| it.text));
            if let Some(reply) = reply {
                row.set("person", self.sources.person(reply.by));
                row.set("opinion", words.word("reply", reply.how)?);
                row.set("on", words.date(reply.on)?);
            } else {
                let responsible = roster.iter().find(|it| it.unit == *unit).map(|it| &it.responsible);
                let names = responsible.into_iter().flatten().map(|it| self.sources.person(it));
                row.set_some("person", Some(words.list(names)));
                row.set("opinion", words.word("reply", "open")?);
            }
            rows.push(row);
        }
        Ok(rows)
    }
}
