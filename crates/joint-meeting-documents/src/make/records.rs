//! The makers of papers about the record itself: its corrections, and what shows that its entries are true.

use joint_meeting::{Act, Entry, sorted::Set, time::Date};

use super::day::{BodyDay, period};
use crate::{
    sources::Sources,
    terms::error::PaperError,
    words::{Fields, Made},
};

/// One row for each entry that a correction of the year changes.
pub(super) fn corrections(sources: &Sources<'_>, year: i32, on: Date) -> Result<Made, PaperError> {
    let whole = period(year)?;
    let (day, body, language) =
        (BodyDay::new(sources, whole.to.min(on)), sources.body, sources.words.language());
    let mut rows = Vec::new();
    // Those too that were struck later.
    let made = body.entries().iter().map(|it| (it, it.recorded_at.date()));
    for (entry, made_on) in made.filter(|(_, made)| whole.contains(*made) && *made <= on) {
        let Act::CorrectRecord(act) = &entry.act else { continue };
        for change in &act.changes {
            let mut row = Fields::default();
            row.set("entry", entry.no);
            row.set("on", sources.words.date(made_on)?);
            row.set("by", sources.person(&entry.by));
            row.set("corrects", change.no);
            row.set_some("what", body.entry(change.no).map(|it| it.act.kind().title(language)));
            row.set(
                "how",
                sources.words.word("correction", if change.strike { "struck" } else { "replaced" })?,
            );
            row.set("reason", &act.reason);
            if body.entry_as_read(entry.no).is_none() {
                row.set("undone", sources.words.word("correction", "undone")?);
            }
            rows.push(row);
        }
    }
    let mut fields = day.fields()?;
    fields.set("year", year);
    fields.set("count", rows.len());
    fields.set_rows("corrections", rows);
    Ok(Made { fields, ..Made::default() })
}

/// What shows that the entries are true on which the verdicts of a year rest, clause by clause; and, behind them, what shows
/// other entries of the year.
pub(super) fn proofs(sources: &Sources<'_>, year: i32, on: Date) -> Result<Made, PaperError> {
    let whole = period(year)?;
    let (day, body, language) =
        (BodyDay::new(sources, whole.to.min(on)), sources.body, sources.words.language());
    let mut rows = Vec::new();
    let mut listed = Set::new();
    let shown = body.entries().iter().any(|it| !it.proofs().is_empty());
    let audit = shown.then(|| body.audit(whole, on));
    for of_version in audit.iter().flat_map(|it| it.earlier.iter().chain([it])) {
        for it in &of_version.clauses {
            let place = sources.clause(of_version.version, &it.clause).map(|it| it.place(language));
            for entry in it.evidence().into_iter().filter_map(|no| body.entry(no)) {
                listed.insert(entry.no);
                rows_of(sources, entry, Some(&it.clause.to_string()), place.as_deref(), &mut rows)?;
            }
        }
    }
    let rest = body.done_in(whole).into_iter().filter(|(no, _)| !listed.contains(no));
    for entry in rest.filter_map(|(no, _)| body.entry(no)).filter(|it| it.at.date() <= on) {
        rows_of(sources, entry, None, None, &mut rows)?;
    }
    let mut fields = day.fields()?;
    fields.set("year", year);
    fields.set("judged", sources.words.date(on)?);
    fields.set("count", rows.len());
    fields.set_rows("proofs", rows);
    Ok(Made { fields, ..Made::default() })
}

/// One row for each thing that shows an entry.
fn rows_of(
    sources: &Sources<'_>,
    entry: &Entry,
    clause: Option<&str>,
    place: Option<&str>,
    rows: &mut Vec<Fields>,
) -> Result<(), PaperError> {
    let language = sources.words.language();
    for it in entry.proofs() {
        let mut row = Fields::default();
        row.set_some("clause", clause);
        row.set_some("at", place);
        row.set("entry", entry.no);
        row.set("what", entry.act.kind().title(language));
        row.set("on", sources.words.date(entry.at.date())?);
        row.set("name", &it.name);
        row.set("kind", it.kind.text(language));
        row.set_some("digest", it.digest.as_ref().map(|it| it.as_str()));
        row.set_some("note", it.note.as_ref());
        rows.push(row);
    }
    Ok(())
}
