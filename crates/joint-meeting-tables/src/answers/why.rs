//! Why: what stands behind a rule, a clause or an entry, and the trail of a thing.

use joint_meeting::{answer::UnknownError, rule, time::Date, wire};

use super::{
    Tables,
    heads::{SAYS, WHAT},
};
use crate::table::Table;

/// What stands behind something.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WhyTable {
    /// The answer of the core as JSON.
    pub data: String,
    /// Of a thing its trail; of a rule, a clause or an entry what it is, and below on what it rests, in two columns.
    pub table: Table,
}

impl Tables<'_> {
    /// What stands behind a rule or a clause by its id, an entry by its number, or a thing by its name.
    ///
    /// # Errors
    /// Nothing is known by that name.
    pub fn why(&self, id: &str, on: Date) -> Result<WhyTable, UnknownError> {
        if let Ok(no) = id.parse() {
            return self.why_entry(no, on);
        }
        if rule::find(id).is_some() {
            return self.why_rule(id, on);
        }
        if let Some(found) = self.why_clause(id, on) {
            return Ok(found);
        }
        let trail = self.body.trail(id)?;
        let table = self.trail(&trail, on).without_empty_columns();
        Ok(WhyTable { data: wire::to_string(&trail), table })
    }

    fn why_entry(&self, no: u32, on: Date) -> Result<WhyTable, UnknownError> {
        let it = self.body.explain_entry(no)?;
        let name = self.of(format!("第{no}号记录"), format!("entry {no}"));
        let mut rows = vec![(name, self.label(&it.entry))];
        rows.push(self.clauses(&it.clauses));
        rows.push(self.rules(&it.rules));
        rows.push((self.word("更正于", "corrected by"), self.list(&it.corrected_by)));
        rows.retain(|(_, says)| !says.is_empty());
        if it.struck {
            rows.push((self.word("已注销", "struck"), String::new()));
        }
        Ok(self.explained(wire::to_string(&it), rows, on))
    }

    fn why_rule(&self, id: &str, on: Date) -> Result<WhyTable, UnknownError> {
        let it = self.body.explain_rule(id)?;
        let name = self.of(format!("规则 {id}"), format!("rule {id}"));
        let mut rows = vec![(name, self.of(it.zh, it.en).to_owned())];
        rows.push(self.clauses(&it.clauses));
        rows.push((self.word("约束的行为", "acts before which it stands"), self.acts(&it.acts)));
        rows.retain(|(_, says)| !says.is_empty());
        Ok(self.explained(wire::to_string(&it), rows, on))
    }

    fn why_clause(&self, id: &str, on: Date) -> Option<WhyTable> {
        let it = self.body.charter_on(on).clause(id)?;
        let name = self.of(format!("条款 {id}（{}）", it.at), format!("clause {id} ({})", it.at));
        let mut rows = vec![(name, it.says(self.language).to_string())];
        rows.push(self.rules(&it.rules));
        rows.retain(|(_, says)| !says.is_empty());
        Some(self.explained(wire::to_string(it), rows, on))
    }

    fn explained(&self, data: String, rows: Vec<(String, String)>, on: Date) -> WhyTable {
        let mut table = self.table(self.of("依据", "Why"), &[WHAT, SAYS], on);
        rows.into_iter().for_each(|(what, says)| table.push([what.into(), says.into()]));
        WhyTable { data, table }
    }

    fn clauses<T: ToString>(&self, all: &[T]) -> (String, String) {
        (self.word("依据条款", "clauses"), self.list(all))
    }

    fn rules<T: ToString>(&self, all: &[T]) -> (String, String) {
        (self.word("所据规则", "rules"), self.list(all))
    }

    fn word(&self, zh: &str, en: &str) -> String {
        self.of(zh, en).to_owned()
    }

    fn list<T: ToString>(&self, all: &[T]) -> String {
        all.iter().map(ToString::to_string).collect::<Vec<_>>().join(self.of("、", ", "))
    }
}
