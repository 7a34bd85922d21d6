//! The rows of what is owed: one for each thing.

use joint_meeting::{JointMeeting, answer::Obligation, wire};

use crate::{
    ask::bearer,
    rows::{Cell, FleetRows},
    terms::question::FleetQuestion,
};

pub(super) fn rows(
    name: Option<&str>,
    body: &JointMeeting,
    owed: &[Obligation],
    question: &FleetQuestion,
    rows: &mut FleetRows,
) {
    for it in owed.iter().filter(|it| question.wants(it.verdict)) {
        let charter = body.charters().iter().find(|charter| charter.version() == it.version);
        let [kind, unit, role] = bearer(&it.bearer);
        let finding = it.finding.as_ref().map(wire::to_string);
        let fulfilled_by: Vec<&str> = it.fulfilled_by.iter().map(|it| it.name()).collect();
        let flag = |it: Option<bool>| it.map_or(Cell::Nothing, Cell::Flag);
        rows.push(&[
            Cell::maybe(name),
            Cell::maybe(charter.map(|it| it.id().as_str())),
            Cell::Number(it.version.into()),
            Cell::Text(it.clause.as_str()),
            Cell::maybe(charter.and_then(|of| of.clause(it.clause.as_str())).map(|it| it.at.as_str())),
            Cell::Text(it.rule),
            kind,
            unit,
            role,
            Cell::maybe(it.subject.as_deref()),
            Cell::Text(it.verdict.word()),
            Cell::maybe_day(it.due.as_ref().map(|it| it.date)),
            Cell::maybe_day(it.due.as_ref().map(|it| it.safe)),
            flag(it.due.as_ref().map(|it| it.provisional)),
            Cell::Flag(it.overdue),
            Cell::Texts(&fulfilled_by),
            Cell::maybe(finding.as_deref()),
        ]);
    }
}
