//! The maker of letters about yearly reports that are missing, and of the summary of all reports.

use joint_meeting::{
    ActKind, Language,
    answer::{Bearer, Finding, Obligation},
    charter::ReportPart,
    id::{Text, UnitId},
    sorted::Map,
    time::{Date, Period},
};

use super::day::{BodyDay, period};
use crate::{
    facts::act,
    sources::Sources,
    terms::error::PaperError,
    words::{Fields, Made},
};

/// The acts by which what is missing of a report would come.
const BRINGS: [ActKind; 2] = [ActKind::SubmitReport, ActKind::SupplementReport];

/// The number of days to look ahead, in which every report of the year falls due.
const AHEAD: u32 = 366;

fn heading(part: &ReportPart, language: Language) -> &str {
    match language {
        Language::Zh => part.zh.as_str(),
        Language::En => part.en.as_str(),
    }
}

/// The letter about a report that is missing. What is owed is what the core says is owed; the letter only names it.
pub(super) fn reminder(
    sources: &Sources<'_>,
    unit: &UnitId,
    year: i32,
    on: Date,
) -> Result<Made, PaperError> {
    let day = BodyDay::new(sources, on);
    let its = Bearer::Unit { unit: unit.clone() };
    let subject = year.to_string();
    // What is past its date and not overdue was done by the readings in effect: nobody is reminded of a dispute.
    let is_done = |it: &Obligation| !it.overdue && it.due.as_ref().is_some_and(|due| due.date < on);
    let owed: Vec<_> = sources
        .body
        .obligations(on, AHEAD)
        .into_iter()
        .filter(|it| {
            it.bearer == its
                && !is_done(it)
                && it.subject.as_deref() == Some(subject.as_str())
                && it.fulfilled_by.iter().any(|act| BRINGS.contains(act))
        })
        .collect();
    let Some(first) = owed.first() else {
        return Err(PaperError::NothingOwed { unit: unit.clone(), year });
    };
    let parts = day.settings().report_parts.fixed().map_or(&[][..], |it| it);
    let lacking = |finding: &Finding| match finding {
        Finding::Missing { what } => what.clone(),
        _ => Vec::new(),
    };
    let lacking: Vec<String> = owed.iter().filter_map(|it| it.finding.as_ref()).flat_map(lacking).collect();
    let named = parts.iter().filter(|it| lacking.iter().any(|lacks| lacks == it.id.as_str()));
    let mut missing: Vec<&ReportPart> = named.collect();
    if missing.is_empty() {
        missing.extend(parts);
    }
    let row = |it: &ReportPart| {
        let mut row = Fields::default();
        row.set("part", heading(it, sources.words.language()));
        row
    };
    let mut made =
        Made { fields: day.fields()?, recipients: vec![day.unit(unit)], dated: Some(on), ..Made::default() };
    made.fields.set("year", year);
    made.fields.set_some(
        "parts",
        Some(sources.words.list(missing.iter().map(|it| heading(it, sources.words.language())))),
    );
    // One row stands for all of them, so that a template can leave out what is about them.
    made.fields.set_rows("lacking", missing.first().map(|_| Fields::default()));
    made.fields.set_rows("missing", missing.into_iter().map(row));
    made.fields.set(
        "clause",
        sources
            .clause(first.version, &first.clause)
            .map_or_else(|| first.clause.to_string(), |it| it.place(sources.words.language())),
    );
    if let Some(due) = owed.iter().find_map(|it| it.due.as_ref()) {
        made.fields.set("due", sources.words.date(due.date)?);
        let safe = Some(due.safe).filter(|it| *it >= on);
        made.fields.set_some("safe", safe.map(|it| sources.words.date(it)).transpose()?);
        made.fields.set("reckoned", sources.words.word_for("reckoning", &due.reckoning)?);
        made.fields
            .set_some("reading", due.reading.as_ref().map(|it| sources.words.reading(it)).transpose()?);
        let provisional = due.provisional.then(|| sources.words.word("reckoning", "provisional"));
        made.fields.set_some("provisional", provisional.transpose()?);
    }
    if owed.iter().any(|it| it.overdue) {
        made.fields.set("overdue", sources.words.word("paper", "overdue")?);
    }
    made.known.numbered = Some(day.numbers_documents(None));
    day.by_the_office(&mut made)?;
    Ok(made)
}

/// The parts of every unit's report, part by part and unit by unit in protocol order.
pub(super) fn summary(sources: &Sources<'_>, year: i32, on: Date) -> Result<Made, PaperError> {
    let whole = period(year)?;
    let day = BodyDay::new(sources, on.min(whole.to));
    let facts = sources.facts();
    let parts = |deed| {
        let submitted = facts.said(deed, act!(SubmitReport)).map(|it| &it.parts);
        submitted.or_else(|| facts.said(deed, act!(SupplementReport)).map(|it| &it.parts))
    };
    let mut reports: Map<&UnitId, Map<&str, &Text>> = Map::new();
    for (unit, report) in sources.body.reports(year) {
        for received in report.receipts().map(|it| it.received()).filter(|it| it.at.date() <= on) {
            let parts = parts(received).into_iter().flatten().map(|(key, text)| (key.as_str(), text));
            reports.entry(unit).or_default().extend(parts);
        }
    }
    let named = day.settings().report_parts.fixed().map_or(&[][..], |it| it);
    let mut keys: Vec<(&str, &str)> =
        named.iter().map(|it| (it.id.as_str(), heading(it, sources.words.language()))).collect();
    // Parts that the charter does not name come after those it does.
    for key in reports.values().flat_map(Map::keys) {
        if !keys.iter().any(|(it, _)| it == key) {
            keys.push((key, key));
        }
    }
    let units = day.in_order(reports.keys().copied());
    let part = |(key, heading): &(&str, &str)| {
        let mut row = Fields::default();
        row.set("part", heading);
        let of_unit = |unit: &&UnitId| {
            let mut row = Fields::default();
            row.set("unit", day.unit(unit));
            row.set("text", reports.get(*unit)?.get(*key)?);
            Some(row)
        };
        row.set_rows("reports", units.iter().filter_map(of_unit));
        row
    };
    let parts: Vec<Fields> = keys.iter().map(part).collect();
    let mut made = Made { fields: day.fields()?, dated: Some(on), ..Made::default() };
    // Only who owes a report by a day is named as not having sent one.
    let owed = sources.body.obligations(on, AHEAD);
    let subject = year.to_string();
    let owes = |unit: &&UnitId| {
        owed.iter().any(|it| {
            it.due.is_some()
                && it.subject.as_deref() == Some(subject.as_str())
                && it.fulfilled_by.contains(&ActKind::SubmitReport)
                && matches!(&it.bearer, Bearer::Unit { unit: bearer } if bearer == *unit)
        })
    };
    let silent = day.units.iter().map(|(it, _)| it).filter(|it| !reports.contains_key(it));
    let silent = silent.filter(owes);
    made.fields.set_some("not_reported", Some(day.list(silent)));
    made.fields.set("year", year);
    made.fields.set("reported", reports.len());
    made.fields.set_rows("parts", parts);
    made.fields.set_rows("work", work(sources, &day, year, on)?);
    day.by_the_office(&mut made)?;
    Ok(made)
}

/// What the body did in the year, counted.
fn work(sources: &Sources<'_>, day: &BodyDay<'_>, year: i32, on: Date) -> Result<Vec<Fields>, PaperError> {
    let whole = period(year)?;
    let mut counts: Map<(u8, String), u32> = Map::new();
    // Before the year begins nothing has been done in it.
    let Ok(until_then) = Period::new(whole.from, whole.to.min(on)) else { return Ok(Vec::new()) };
    let closed = sources.body.meetings().filter_map(|(_, it)| Some((it.kind(), it.closed()?.at.date())));
    for (kind, _) in closed.filter(|(_, on)| until_then.contains(*on)) {
        *counts.entry((0, day.words.word_for("meeting", &kind)?)).or_default() += 1;
    }
    for (_, act) in sources.body.done_in(until_then) {
        let (place, what) = match act {
            ActKind::Agree => (1, sources.words.word("work", "agreed")?),
            ActKind::IssueDocument => (2, sources.words.word("work", "documents")?),
            ActKind::FinishJointAction => (3, sources.words.word("work", "actions")?),
            ActKind::RecordJointEnforcement => (4, sources.words.word("work", "enforcement")?),
            ActKind::RecordInspection => (5, sources.words.word("work", "inspections")?),
            ActKind::RecordTraining => (6, sources.words.word("work", "training")?),
            ActKind::IssueBriefing => (7, sources.words.word("work", "briefings")?),
            ActKind::IssueCircular => (8, sources.words.word("work", "circulars")?),
            _ => continue,
        };
        *counts.entry((place, what)).or_default() += 1;
    }
    let row = |((_, what), count): ((u8, String), u32)| {
        let mut row = Fields::default();
        row.set("what", what);
        row.set("count", count);
        row
    };
    Ok(counts.into_iter().map(row).collect())
}
