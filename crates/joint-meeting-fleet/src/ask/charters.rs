//! The row of a body's charter: which is in force, and how it differs from the one that comes with the library.

use joint_meeting::{JointMeeting, time::Date};

use crate::{
    charters::FleetCharters,
    rows::{Cell, FleetRows},
};

pub(super) fn row(
    name: Option<&str>,
    body: &JointMeeting,
    on: Date,
    charters: &FleetCharters,
    rows: &mut FleetRows,
) {
    let charter = body.charter_on(on);
    let entries = body.entries();
    let differs = charters.differs(charter);
    let diff = differs.as_ref().map(|it| &it.diff);
    let (mut clauses, mut settings, mut readings, mut rules) = (vec![], vec![], vec![], vec![]);
    if let Some(diff) = diff {
        clauses.extend(diff.clauses.iter().map(|it| it.id.as_str()));
        settings.extend(diff.settings.iter().map(|it| it.setting.name()));
        readings.extend(diff.readings.iter().map(|it| it.reading.name()));
        rules.extend(diff.rules.iter().map(|it| it.rule));
    }
    let list = |it| if diff.is_some() { Cell::Texts(it) } else { Cell::Nothing };
    rows.push(&[
        Cell::maybe(name),
        Cell::Text(charter.id().as_str()),
        Cell::Number(charter.version().into()),
        Cell::Text(charter.digest()),
        Cell::Number(i64::try_from(entries.len()).unwrap_or(i64::MAX)),
        Cell::maybe_day(entries.last().map(|it| it.recorded_at.date())),
        Cell::maybe(differs.as_ref().map(|it| it.bundled)),
        diff.map_or(Cell::Nothing, |it| Cell::Flag(!it.is_empty())),
        list(&clauses),
        list(&settings),
        list(&readings),
        list(&rules),
    ]);
}
