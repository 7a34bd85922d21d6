//! The rows of an audit: one for each rule and bearer under a clause, and one for a clause of which nothing was judged.

use joint_meeting::{
    Charter, JointMeeting,
    answer::{Audit, ClauseVerdict, Judgement},
    wire,
};

use crate::{
    ask::bearer,
    rows::{Cell, FleetRows},
    terms::question::FleetQuestion,
};

pub(super) fn rows(
    name: Option<&str>,
    body: &JointMeeting,
    audit: &Audit,
    question: &FleetQuestion,
    rows: &mut FleetRows,
) {
    for part in audit.earlier.iter().chain([audit]) {
        let Some(charter) = body.charters().iter().find(|it| it.version() == part.version) else { continue };
        for of in &part.clauses {
            let clause = ClauseRow { name, charter, of };
            if of.judgements.is_empty() {
                if question.wants(of.verdict) {
                    clause.push(None, rows);
                }
                continue;
            }
            for it in of.judgements.iter().filter(|it| question.wants(it.verdict)) {
                clause.push(Some(it), rows);
            }
        }
    }
}

struct ClauseRow<'r> {
    name: Option<&'r str>,
    charter: &'r Charter,
    of: &'r ClauseVerdict,
}

impl ClauseRow<'_> {
    fn push(&self, judgement: Option<&Judgement>, rows: &mut FleetRows) {
        let clause = self.of.clause.as_str();
        let [kind, unit, role] = judgement.map_or([Cell::Nothing; 3], |it| bearer(&it.bearer));
        let finding = judgement.and_then(|it| it.finding.as_ref()).map(wire::to_string);
        rows.push(&[
            Cell::maybe(self.name),
            Cell::Text(self.charter.id().as_str()),
            Cell::Number(self.charter.version().into()),
            Cell::Text(clause),
            Cell::maybe(self.charter.clause(clause).map(|it| it.at.as_str())),
            Cell::Text(self.of.verdict.word()),
            Cell::maybe(judgement.map(|it| it.rule)),
            kind,
            unit,
            role,
            Cell::maybe(judgement.and_then(|it| it.subject.as_deref())),
            Cell::Text(judgement.map_or(self.of.verdict, |it| it.verdict).word()),
            Cell::maybe_day(judgement.and_then(|it| it.due.as_ref()).map(|it| it.date)),
            judgement.map_or(Cell::Numbers(&[]), |it| Cell::Numbers(&it.evidence)),
            Cell::maybe(finding.as_deref()),
        ]);
    }
}
