//! The tables of what happened: every entry of a body, and the entries about one thing.

use joint_meeting::{Entry, answer::Trace, time::Date};

use super::{
    Tables,
    heads::{ACT, AT, BY, CLAUSE, CORRECTED, NO, RECORDED_AT, RECORDED_BY},
};
use crate::table::Table;

impl Tables<'_> {
    /// What happened by a day, as it reads today: a row for each entry, in the order in which they were entered. What was
    /// struck is not in it.
    pub fn journal(&self, on: Date) -> Table {
        let heads = [NO, AT, ACT, BY, RECORDED_AT, RECORDED_BY, CORRECTED];
        let mut table = self.table(self.of("办理记录", "Record"), &heads, on);
        let entries = self.body.entries().iter().filter_map(|it| self.body.entry_as_read(it.no));
        for it in entries.filter(|it| it.at.date() <= on) {
            table.push([
                it.no.into(),
                it.at.into(),
                self.label(it).into(),
                self.person(&it.by).into(),
                (it.recorded_at != it.at).then_some(it.recorded_at).into(),
                (it.recorded_by() != &it.by).then(|| self.person(it.recorded_by())).into(),
                self.numbers(self.body.corrected_by(it.no).iter().copied()).into(),
            ]);
        }
        table
    }

    /// The entries about one thing, as [`trail`](joint_meeting::JointMeeting::trail) answers, with the clauses they rested on.
    pub fn trail(&self, trail: &[Trace], on: Date) -> Table {
        let heads = [NO, AT, ACT, BY, CLAUSE, CORRECTED];
        let mut table = self.table(self.of("办理经过", "Trail"), &heads, on);
        for it in trail {
            let entry = self.body.entry_as_read(it.no).or_else(|| self.body.entry(it.no));
            let title = entry.map_or_else(|| it.act.title(self.language).to_owned(), |it| self.label(it));
            let struck = self.of("（已注销）", " (struck)");
            let clauses = it.clauses.iter().map(|id| {
                let clause = self.body.charter_on(it.at.date()).clause(id.as_str());
                clause.map_or_else(|| id.to_string(), |it| it.place(self.language))
            });
            table.push([
                it.no.into(),
                it.at.into(),
                format!("{title}{}", if it.struck { struck } else { "" }).into(),
                self.person(&it.by).into(),
                clauses.collect::<Vec<_>>().join(self.of("、", ", ")).into(),
                self.numbers(it.corrected_by.iter().copied()).into(),
            ]);
        }
        table
    }

    pub(super) fn label(&self, entry: &Entry) -> String {
        let label = self.body.label(&entry.act);
        self.of(label.zh, label.en)
    }
}
