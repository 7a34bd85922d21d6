//! The maker of tables: the responsibility register, what was agreed and came of it, the verdicts of a year.

use joint_meeting::{
    Language, charter::DutiesOfUnit, id::UnitId, sorted::Set, state::Assignment, time::Date,
};

use super::day::{BodyDay, period};
use crate::{
    sources::Sources,
    terms::error::PaperError,
    words::{Fields, Made},
};

pub(super) fn register(sources: &Sources<'_>, on: Date) -> Result<Made, PaperError> {
    let day = BodyDay::new(sources, on);
    let items = sources.body.register_on(on);
    let adopted = |unit: Option<&UnitId>| {
        sources.body.registers_adopted(unit).iter().map(|it| it.at.date()).rfind(|it| *it <= on)
    };
    let units: Set<&UnitId> = items.iter().map(|(_, item, _)| item.unit()).collect();
    let mut rows = Vec::new();
    for unit in day.in_order(units) {
        let last = adopted(Some(unit)).or_else(|| adopted(None));
        let last = last.map(|it| sources.words.date(it)).transpose()?;
        for (_, _, duty) in items.iter().filter(|(_, item, _)| item.unit() == unit) {
            let mut row = Fields::default();
            row.set("unit", day.unit(unit));
            row.set("matter", duty.matter());
            row.set_some("post", duty.post());
            row.set_some("person", duty.person().map(|it| sources.person(it)));
            row.set_some("adopted", last.as_ref());
            rows.push(row);
        }
    }
    let mut fields = day.fields()?;
    fields.set("count", rows.len());
    fields.set_rows("register", rows);
    fields.set_rows("unit_duties", duties_by_the_charter(&day));
    Ok(Made { fields, ..Made::default() })
}

/// What each unit does in the body by the charter, in protocol order.
fn duties_by_the_charter(day: &BodyDay<'_>) -> Vec<Fields> {
    let said = day.settings().unit_duties.fixed().map_or(&[][..], |it| it);
    let in_order = day.in_order(said.iter().map(|it| &it.unit).collect::<Set<_>>());
    let of_unit = |unit: &UnitId| said.iter().filter(move |it| it.unit == *unit).collect::<Vec<_>>();
    let row = |it: &DutiesOfUnit| {
        let mut row = Fields::default();
        row.set("unit", day.unit(&it.unit));
        row.set(
            "duties",
            match day.words.language() {
                Language::Zh => &it.zh,
                Language::En => &it.en,
            },
        );
        row
    };
    in_order.into_iter().flat_map(of_unit).map(row).collect()
}

pub(super) fn assignments(sources: &Sources<'_>, on: Date) -> Result<Made, PaperError> {
    let day = BodyDay::new(sources, on);
    let facts = sources.facts().on(on);
    let made = sources.body.assignments().map(|(_, it)| it).filter(|it| it.made().at.date() <= on);
    let mut made: Vec<&Assignment> = made.collect();
    made.sort_by_key(|it| it.made().no);
    let mut rows = Vec::new();
    for it in made.into_iter().filter_map(|it| facts.assignment(it)) {
        let assign = it.assign;
        let mut row = Fields::default();
        row.set("title", &facts.item_put(&assign.item)?.title);
        row.set("unit", day.unit(&assign.unit));
        row.set_some("cooperating", Some(day.list(&assign.cooperating)));
        row.set_some("target", assign.target.as_ref());
        row.set_some("due", it.due.map(|it| sources.words.date(it)).transpose()?);
        row.set_some("progress", it.progress);
        match it.result {
            Some((result, done)) => {
                row.set("result", result);
                row.set("done", sources.words.date(done)?);
            }
            None => {
                let stands = if it.is_withdrawn { "withdrawn" } else { "open" };
                row.set("open", sources.words.word("assignment", stands)?);
            }
        }
        rows.push(row);
    }
    let mut fields = day.fields()?;
    fields.set("count", rows.len());
    fields.set_rows("assignments", rows);
    Ok(Made { fields, ..Made::default() })
}

pub(super) fn audit(sources: &Sources<'_>, year: i32, on: Date) -> Result<Made, PaperError> {
    let whole = period(year)?;
    let day = BodyDay::new(sources, whole.to.min(on));
    let language = sources.words.language();
    let audit = sources.body.audit(whole, on);
    let (mut rows, mut open) = (Vec::new(), Vec::new());
    for of_version in audit.earlier.iter().chain([&audit]) {
        for it in &of_version.clauses {
            let clause = sources.clause(of_version.version, &it.clause);
            let evidence = it.evidence();
            let mut row = Fields::default();
            row.set("clause", &it.clause);
            row.set_some("version", (!audit.earlier.is_empty()).then_some(of_version.version));
            row.set_some("at", clause.map(|it| it.place(language)));
            row.set_some("says", clause.map(|it| it.says(language)));
            let charter = sources.body.charters().iter().find(|it| it.version() == of_version.version);
            row.set_some("verdict", charter.map(|of| of.verdict_text(it.verdict, language)));
            row.set_some("counts", Some(it.counts.text(language)).filter(|it| !it.is_empty()));
            row.set("evidence", evidence.len());
            row.set_some("entries", Some(numbers(sources, &evidence)?));
            rows.push(row);
            let words = it.render(sources.body, language);
            let mut lines: Vec<&str> = words.lines().collect();
            lines.dedup();
            if lines.len() > 1 {
                let mut row = Fields::default();
                row.set("text", lines.join("\n"));
                open.push(row);
            }
        }
    }
    let mut fields = day.fields()?;
    fields.set("year", year);
    fields.set("judged", sources.words.date(on)?);
    let known_through = audit.calendar.known_through;
    fields.set_some("known_through", known_through.map(|it| sources.words.date(it)).transpose()?);
    fields.set("count", rows.len());
    fields.set_rows("clauses", rows);
    fields.set_rows("open", open);
    Ok(Made { fields, ..Made::default() })
}

/// The most numbers that are listed; of more, only the first and the last are.
const LISTED: usize = 6;

fn numbers(sources: &Sources<'_>, all: &Set<u32>) -> Result<String, PaperError> {
    let one = |no: &u32| {
        let mut fields = Fields::default();
        fields.set("no", no);
        fields.set_some("by", sources.body.corrected_by(*no).last());
        sources.words.remark("entry", &fields)
    };
    match (all.first(), all.last()) {
        (Some(first), Some(last)) if all.len() > LISTED => Ok(format!("{}…{}", one(first)?, one(last)?)),
        _ => Ok(all.iter().map(one).collect::<Result<Vec<_>, _>>()?.join(" ")),
    }
}
