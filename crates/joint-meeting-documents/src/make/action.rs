//! The plan and the result of a joint action.

use joint_meeting::id::ActionId;

use super::{BodyDay, meeting::by_the_office};
use crate::{
    desk::{Desk, PaperError},
    facts::ActionFacts,
    words::{Fields, Made},
};

pub(super) fn plan(desk: &Desk<'_>, id: &ActionId) -> Result<Made, PaperError> {
    let action = desk.facts().action(id)?;
    let day = BodyDay::new(desk, action.planned.at.date());
    let mut made = Made { fields: fields(desk, &day, &action)?, dated: Some(day.on), ..Made::default() };
    by_the_office(desk, &mut made)?;
    Ok(made)
}

pub(super) fn result(desk: &Desk<'_>, id: &ActionId) -> Result<Made, PaperError> {
    let action = desk.facts().action(id)?;
    let Some((finished, on)) = action.finished else {
        return Err(PaperError::NotYet { act: "finish_joint_action" });
    };
    let day = BodyDay::new(desk, on);
    let mut made = Made { fields: fields(desk, &day, &action)?, dated: Some(on), ..Made::default() };
    made.fields.set("result", &finished.result);
    made.fields.set("finished", desk.words.date(on)?);
    by_the_office(desk, &mut made)?;
    Ok(made)
}

fn fields(desk: &Desk<'_>, day: &BodyDay<'_>, action: &ActionFacts<'_>) -> Result<Fields, PaperError> {
    let mut fields = day.fields()?;
    fields.set_some("problem", action.plan.problem.as_ref());
    fields.set("units", day.list(&action.plan.units));
    fields.set("planned", desk.words.date(action.planned.at.date())?);
    fields.set_some("started", action.started.map(|it| desk.words.date(it)).transpose()?);
    let mut rows = Vec::new();
    for (units, result, on) in &action.enforcement {
        let mut row = Fields::default();
        row.set("on", desk.words.date(*on)?);
        row.set("units", day.list(*units));
        row.set("result", result);
        rows.push(row);
    }
    fields.set_rows("enforcement", rows);
    let units = day.in_order(&action.plan.units).into_iter().map(|it| {
        let mut row = Fields::default();
        row.set("unit", day.unit(it));
        row
    });
    fields.set_rows("parts", units.collect::<Vec<_>>());
    Ok(fields)
}
