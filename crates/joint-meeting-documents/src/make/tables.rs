//! The maker of tables: the responsibility register, what was agreed and came of it, the verdicts of a year.

use std::collections::{BTreeMap, BTreeSet};

use joint_meeting::{
    Act, Language,
    id::{PersonId, RegisterItemId, Text, UnitId},
    time::Date,
};

use super::day::{BodyDay, period};
use crate::{
    sources::Sources,
    terms::error::PaperError,
    words::{Fields, Made},
};

/// An item of the register as it stands.
struct RegisterDuty<'e> {
    unit: &'e UnitId,
    matter: &'e Text,
    post: Option<&'e Text>,
    person: Option<&'e PersonId>,
}

pub(super) fn register(sources: &Sources<'_>, on: Date) -> Result<Made, PaperError> {
    let day = BodyDay::new(sources, on);
    let mut items: BTreeMap<&RegisterItemId, RegisterDuty<'_>> = BTreeMap::new();
    let mut order: Vec<&RegisterItemId> = Vec::new();
    let mut adopted: BTreeMap<Option<&UnitId>, Date> = BTreeMap::new();
    for entry in sources.facts().entries.iter().filter(|it| it.at.date() <= on) {
        match &entry.act {
            Act::EnterRegisterItem(it) => {
                order.push(&it.register_item);
                let (post, person) = (it.post.as_ref(), it.person.as_ref());
                items.insert(
                    &it.register_item,
                    RegisterDuty { unit: &it.unit, matter: &it.matter, post, person },
                );
            }
            Act::ReviseRegisterItem(it) => {
                if let Some(item) = items.get_mut(&it.register_item) {
                    (item.matter, item.post, item.person) =
                        (&it.matter, it.post.as_ref(), it.person.as_ref());
                }
            }
            Act::RetireRegisterItem(it) => {
                items.remove(&it.register_item);
            }
            Act::AdoptRegister(it) => {
                adopted.insert(it.unit.as_ref(), entry.at.date());
            }
            _ => {}
        }
    }
    let units: BTreeSet<&UnitId> = items.values().map(|it| it.unit).collect();
    let mut rows = Vec::new();
    for unit in day.in_order(units) {
        for item in order.iter().filter_map(|it| items.get(it)).filter(|it| it.unit == unit) {
            let mut row = Fields::default();
            row.set("unit", day.unit(unit));
            row.set("matter", item.matter);
            row.set_some("post", item.post);
            row.set_some("person", item.person.map(|it| sources.person(it)));
            let last = adopted.get(&Some(unit)).or(adopted.get(&None));
            row.set_some("adopted", last.map(|it| sources.words.date(*it)).transpose()?);
            rows.push(row);
        }
    }
    let mut fields = day.fields()?;
    fields.set("count", rows.len());
    fields.set_rows("register", rows);
    Ok(Made { fields, ..Made::default() })
}

pub(super) fn assignments(sources: &Sources<'_>, on: Date) -> Result<Made, PaperError> {
    let day = BodyDay::new(sources, on);
    let facts = sources.facts();
    let facts = facts.entries.iter().rfind(|it| it.at.date() <= on).map_or(facts, |it| facts.up_to(it));
    let mut rows = Vec::new();
    for entry in facts.entries.iter().filter(|it| it.at.date() <= on) {
        let Act::Assign(assign) = &entry.act else { continue };
        let Some(it) = facts.assignment(&assign.assignment) else { continue };
        let mut row = Fields::default();
        row.set("title", &facts.item(&assign.item)?.put.title);
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
            None => row.set("open", sources.words.word("assignment", "open")?),
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
        let charter = sources.body.charters().iter().find(|it| it.version() == of_version.version);
        for it in &of_version.clauses {
            let clause = charter.and_then(|charter| charter.clause(it.clause.as_str()));
            let evidence = it.judgements.iter().flat_map(|it| it.evidence.iter().copied());
            let evidence: BTreeSet<u32> = evidence.collect();
            let mut row = Fields::default();
            row.set("clause", &it.clause);
            row.set_some("version", (!audit.earlier.is_empty()).then_some(of_version.version));
            row.set_some("at", clause.map(|it| &it.at));
            row.set_some(
                "says",
                clause.map(|it| match language {
                    Language::Zh => &it.zh,
                    Language::En => &it.en,
                }),
            );
            row.set("verdict", it.verdict.text(language));
            row.set("evidence", evidence.len());
            row.set_some("entries", Some(numbers(&evidence)));
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
    fields.set("count", rows.len());
    fields.set_rows("clauses", rows);
    fields.set_rows("open", open);
    Ok(Made { fields, ..Made::default() })
}

/// The most numbers that are listed; of more, only the first and the last are.
const LISTED: usize = 6;

fn numbers(all: &BTreeSet<u32>) -> String {
    match (all.first(), all.last()) {
        (Some(first), Some(last)) if all.len() > LISTED => format!("{first}…{last}"),
        _ => all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
    }
}
