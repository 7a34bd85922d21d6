//! The tables of what is owed: all of it, and the reports alone with the parts that are missing.

use joint_meeting::{
    ActKind,
    answer::{Obligation, Verdict},
    time::Date,
};

use super::{
    Tables,
    heads::{ASKED, BEARER, CLAUSE, DUE, FULFILLED_BY, MISSING, SAFE, STANDS, SUBJECT, UNIT, YEAR},
};
use crate::table::{Table, TableState, TableTone};

/// The acts by which a report comes, or what is missing of it.
const REPORTS: [ActKind; 2] = [ActKind::SubmitReport, ActKind::SupplementReport];

impl Tables<'_> {
    /// What is owed on a day, as [`obligations`](joint_meeting::JointMeeting::obligations) answers: a row for each.
    pub fn obligations(&self, owed: &[Obligation], on: Date) -> Table {
        let heads = [BEARER, ASKED, SUBJECT, DUE, SAFE, STANDS, MISSING, FULFILLED_BY, CLAUSE];
        let mut table = self.table(self.of("待办义务", "What is owed"), &heads, on);
        for it in owed {
            let words = it.in_parts(self.body, self.language);
            table.push([
                words.bearer.into(),
                words.rule.into(),
                words.subject.into(),
                it.due.as_ref().map(|it| it.date).into(),
                it.due.as_ref().map(|it| it.safe).into(),
                self.stands(it).into(),
                words.finding.into(),
                self.acts(&it.fulfilled_by).into(),
                words.place.into(),
            ]);
        }
        table
    }

    /// The reports among what is owed: which unit owes that of which year, and which parts are missing.
    pub fn reports_owed(&self, owed: &[Obligation], on: Date) -> Table {
        let heads = [UNIT, YEAR, DUE, SAFE, STANDS, MISSING, CLAUSE];
        let mut table = self.table(self.of("未报送情况", "Reports owed"), &heads, on);
        for it in owed.iter().filter(|it| it.fulfilled_by.iter().any(|act| REPORTS.contains(act))) {
            let words = it.in_parts(self.body, self.language);
            table.push([
                words.bearer.into(),
                it.subject.clone().into(),
                it.due.as_ref().map(|it| it.date).into(),
                it.due.as_ref().map(|it| it.safe).into(),
                self.stands(it).into(),
                words.finding.into(),
                words.place.into(),
            ]);
        }
        table
    }

    fn stands(&self, it: &Obligation) -> TableState {
        let (text, tone) = match it.verdict {
            _ if it.overdue => (self.of("已逾期", "overdue"), TableTone::Amiss),
            Verdict::Silent => (self.of("未规定期限", "no date is set"), TableTone::Plain),
            other => return self.verdict(other),
        };
        TableState { text: text.to_owned(), tone }
    }

    pub(super) fn acts(&self, acts: &[ActKind]) -> String {
        acts.iter().map(|it| it.title(self.language)).collect::<Vec<_>>().join(self.of("、", ", "))
    }
}
