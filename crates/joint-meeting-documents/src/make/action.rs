//! The maker of the plan and the result of a joint action.

use joint_meeting::id::ActionId;

use super::day::BodyDay;
use crate::{
    facts::ActionFacts,
    sources::Sources,
    terms::error::PaperError,
    words::{Fields, Made},
};

pub(super) fn plan(sources: &Sources<'_>, id: &ActionId) -> Result<Made, PaperError> {
    let action = sources.facts().action(id)?;
    let day = BodyDay::new(sources, action.planned);
    let mut made = Made { fields: fields(sources, &day, &action)?, dated: Some(day.on), ..Made::default() };
    day.by_the_office(&mut made)?;
    Ok(made)
}

pub(super) fn result(sources: &Sources<'_>, id: &ActionId) -> Result<Made, PaperError> {
    let action = sources.facts().action(id)?;
    let Some((finished, on)) = action.finished else {
        return Err(PaperError::NotYet { act: "finish_joint_action" });
    };
    let day = BodyDay::new(sources, on);
    let mut made = Made { fields: fields(sources, &day, &action)?, dated: Some(on), ..Made::default() };
    made.fields.set("result", &finished.result);
    made.fields.set("finished", sources.words.date(on)?);
    day.by_the_office(&mut made)?;
    Ok(made)
}

fn fields(sources: &Sources<'_>, day: &BodyDay<'_>, action: &ActionFacts<'_>) -> Result<Fields, PaperError> {
    let mut fields = day.fields()?;
    fields.set_some("problem", action.plan.problem.as_ref());
    fields.set("units", day.list(action.units));
    fields.set("planned", sources.words.date(action.planned)?);
    fields.set_some("started", action.started.map(|it| sources.words.date(it)).transpose()?);
    let mut rows = Vec::new();
    for (units, result, on) in &action.enforcement {
        let mut row = Fields::default();
        row.set("on", sources.words.date(*on)?);
        row.set("units", day.list(*units));
        row.set("result", result);
        rows.push(row);
    }
    fields.set_rows("enforcement", rows);
    let units = day.in_order(action.units).into_iter().map(|it| {
        let mut row = Fields::default();
        row.set("unit", day.unit(it));
        row
    });
    fields.set_rows("parts", units.collect::<Vec<_>>());
    Ok(fields)
}
