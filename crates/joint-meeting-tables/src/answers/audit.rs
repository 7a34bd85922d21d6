//! The tables of an audit: a row for each clause, and a row for each thing that was found not to be simply kept.

use joint_meeting::answer::{Audit, Verdict};

use super::{
    Tables,
    heads::{
        ASKED, BEARER, CLAUSE, DONE, DUE, ENTRIES, FOUND, ID, OPEN, OVERDUE, SAYS, SUBJECT, VERDICT, VERSION,
    },
};
use crate::table::Table;

impl Tables<'_> {
    /// The verdicts on every clause: what it says, how many things stand open, overdue and done, and the numbers of the entries
    /// that show it. Clauses of earlier versions stand first, with their version.
    pub fn audit(&self, audit: &Audit) -> Table {
        let heads = [CLAUSE, SAYS, VERDICT, OPEN, OVERDUE, DONE, ENTRIES, VERSION, ID];
        let mut table = self.table(&self.audit_title(audit, ("核查", "Audit")), &heads, audit.on);
        for of_version in audit.earlier.iter().chain([audit]) {
            let charter = self.body.charters().iter().find(|it| it.version() == of_version.version);
            for it in &of_version.clauses {
                let clause = charter.and_then(|charter| charter.clause(it.clause.as_str()));
                let count = |many: u32| (many > 0).then_some(many);
                table.push([
                    clause.map_or_else(|| it.clause.to_string(), |it| it.place(self.language)).into(),
                    clause.map(|it| it.says(self.language).to_string()).into(),
                    self.verdict(it.verdict).into(),
                    count(it.counts.open).into(),
                    count(it.counts.overdue).into(),
                    count(it.counts.done).into(),
                    self.numbers(it.evidence().iter().copied()).into(),
                    (!audit.earlier.is_empty()).then_some(of_version.version).into(),
                    it.clause.as_str().into(),
                ]);
            }
        }
        table
    }

    /// What the audit found: a row for each thing that was not kept, is not yet due or can be read in several ways.
    pub fn findings(&self, audit: &Audit) -> Table {
        let heads = [CLAUSE, BEARER, VERDICT, ASKED, SUBJECT, FOUND, DUE, ENTRIES];
        let mut table = self.table(&self.audit_title(audit, ("核查问题", "Findings")), &heads, audit.on);
        let is_open = |it: Verdict| matches!(it, Verdict::Unmet | Verdict::Disputed | Verdict::NotDue);
        for clause in audit.earlier.iter().chain([audit]).flat_map(|it| &it.clauses) {
            for it in clause.judgements.iter().filter(|it| is_open(it.verdict)) {
                let words = clause.in_parts(it, self.body, self.language);
                table.push([
                    words.place.into(),
                    words.bearer.into(),
                    self.verdict(it.verdict).into(),
                    words.rule.into(),
                    words.subject.into(),
                    words.finding.into(),
                    it.due.as_ref().map(|it| it.date).into(),
                    self.numbers(it.evidence.iter().copied()).into(),
                ]);
            }
        }
        table
    }

    fn audit_title(&self, audit: &Audit, (zh, en): (&str, &str)) -> String {
        let (from, to) = (audit.period.from, audit.period.to);
        self.of(format!("{zh} {from} 至 {to}"), format!("{en} {from} to {to}"))
    }

    /// Numbers in their order, those that follow each other as one: 1–3、7.
    pub(super) fn numbers(&self, all: impl Iterator<Item = u32>) -> String {
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for no in all {
            match runs.last_mut() {
                Some((_, last)) if last.checked_add(1) == Some(no) => *last = no,
                _ => runs.push((no, no)),
            }
        }
        let run = |(first, last): &(u32, u32)| match first == last {
            true => first.to_string(),
            false => format!("{first}–{last}"),
        };
        runs.iter().map(run).collect::<Vec<_>>().join(self.of("、", ", "))
    }
}
