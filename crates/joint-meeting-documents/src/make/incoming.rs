//! The maker of the register of what came in, and of what became of it.

use joint_meeting::{Act, state::Incoming, time::Date};

use super::day::{BodyDay, period};
use crate::{
    facts::act,
    sources::Sources,
    terms::error::PaperError,
    words::{Fields, Made},
};

/// One row for each thing that came in during the year, in the order in which they were registered.
pub(super) fn register(sources: &Sources<'_>, year: i32, on: Date) -> Result<Made, PaperError> {
    let whole = period(year)?;
    let day = BodyDay::new(sources, whole.to.min(on));
    let of_year = |made: Date| whole.contains(made) && made <= on;
    let came = sources.body.all_incoming().map(|(_, it)| it);
    let mut came: Vec<&Incoming> = came.filter(|it| of_year(it.registered().at.date())).collect();
    came.sort_by_key(|it| it.registered().no);
    let rows: Vec<Fields> =
        came.into_iter().map(|it| row(sources, &day, it, on)).collect::<Result<_, _>>()?;
    let mut fields = day.fields()?;
    fields.set("year", year);
    fields.set("count", rows.len());
    fields.set_rows("incoming", rows);
    Ok(Made { fields, ..Made::default() })
}

fn row(sources: &Sources<'_>, day: &BodyDay<'_>, it: &Incoming, on: Date) -> Result<Fields, PaperError> {
    let (words, facts) = (sources.words, sources.facts());
    let mut row = Fields::default();
    row.set("on", words.date(it.registered().at.date())?);
    row.set("kind", it.kind().text(words.language()));
    row.set("sender", it.sender());
    row.set("subject", it.subject());
    if let Some(said) = facts.said(it.registered(), act!(RegisterIncoming)) {
        row.set_some("number", said.number.as_ref());
        row.set_some("dated", said.dated.map(|it| words.date(it)).transpose()?);
        row.set_some("due", said.due.map(|it| words.date(it)).transpose()?);
    }
    let passed = it.passed_on().iter().filter(|(_, deed)| deed.at.date() <= on);
    row.set_some("units", Some(day.list(passed.map(|(unit, _)| unit))));
    let Some(ended) = it.ended().filter(|it| it.at.date() <= on) else {
        row.set("open", words.word("assignment", "open")?);
        return Ok(row);
    };
    row.set("ended", words.date(ended.at.date())?);
    let result = sources.body.entry_as_read(ended.no).and_then(|it| match &it.act {
        Act::AnswerIncoming(it) => Some(&it.text),
        Act::FileIncoming(it) => Some(&it.reason),
        Act::AcceptAssignedMatter(it) => Some(&it.task),
        _ => None,
    });
    row.set_some("result", result);
    Ok(row)
}
