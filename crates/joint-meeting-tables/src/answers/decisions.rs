//! The tables of what would become of acts, and of entries that the rules would have refused.

use joint_meeting::{
    ActKind, Entry, Submission,
    answer::{Breach, OptionsWanted, Refusal, UnknownError},
    id::PersonId,
    time::{Date, Time},
};

use super::{
    Tables,
    heads::{
        ABOUT, ACT, ASKED, AT, BY, CHOOSE, CLAUSE, FOUND, HELPS, MAY, NO, TRIED_ACT, TRIED_IS, TRIED_NO,
        TRIED_WHY, WHY,
    },
};
use crate::table::Table;

impl Tables<'_> {
    /// What would become of submissions, as [`what_if`](joint_meeting::JointMeeting::what_if) answers: a row for each, with why
    /// not.
    pub fn decisions(&self, all: &[Submission], decided: &[Result<Entry, Refusal>], on: Date) -> Table {
        let heads = [TRIED_NO, TRIED_ACT, TRIED_IS, TRIED_WHY];
        let mut table = self.table(self.of("试办结果", "What would become of it"), &heads, on);
        for ((no, it), decision) in (1_u32..).zip(all).zip(decided) {
            let label = self.body.label(&it.act);
            let why = decision.as_ref().err().map(|it| it.render(self.body, self.language));
            let may = self.may(why.is_none());
            table.push([no.into(), self.of(label.zh, label.en).into(), may.into(), why.into()]);
        }
        table
    }

    /// What stands in the way of an act: a row for each ground, with what is missing, the clause, and what helps.
    pub fn grounds(&self, refusal: Option<&Refusal>, on: Date) -> Table {
        let heads = [ASKED, FOUND, CLAUSE, HELPS];
        let mut table =
            self.table(self.of("尚缺什么，怎样补办", "What is missing, and what helps"), &heads, on);
        for it in refusal.into_iter().flat_map(|it| it.in_parts(self.body, self.language)) {
            let places = it.places.join(self.of("、", ", "));
            table.push([it.rule.into(), it.finding.into(), places.into(), it.helps.join("\n").into()]);
        }
        table
    }

    /// Whether the document that carries minutes may be issued: what would be done, then all that stands in the way.
    pub(super) fn may_issue(
        &self,
        minutes: &str,
        by: &PersonId,
        at: Time,
    ) -> Result<[Table; 2], UnknownError> {
        // A name that nothing has is told as such.
        self.body.trail(minutes)?;
        let wanted = OptionsWanted::default().kinds([ActKind::IssueDocument]).about(minutes.to_owned());
        let found = self.body.options_page(by, at, &wanted).rows;
        let mut table = self.table(self.of("可否印发", "May it be issued"), &[MAY, ABOUT, CHOOSE], at.date());
        for it in &found {
            table.push([
                self.may(it.is_open()).into(),
                self.of(&it.label.zh, &it.label.en).as_str().into(),
                self.choose(it).into(),
            ]);
        }
        let refusal = found.first().and_then(|it| it.refusal.as_ref());
        Ok([table, self.grounds(refusal, at.date())])
    }

    /// The entries that the rules would have refused, as [`breaches`](joint_meeting::JointMeeting::breaches) answers, with why.
    pub fn breaches(&self, all: &[Breach], on: Date) -> Table {
        let title = self.of("与规则不符的记录", "Entries that the rules would have refused");
        let mut table = self.table(title, &[NO, AT, ACT, BY, WHY], on);
        for it in all {
            let Some(entry) = self.body.entry(it.no) else { continue };
            table.push([
                it.no.into(),
                entry.at.into(),
                self.label(entry).into(),
                self.person(&entry.by).into(),
                it.refusal.as_ref().map(|it| it.render(self.body, self.language)).into(),
            ]);
        }
        table
    }
}
