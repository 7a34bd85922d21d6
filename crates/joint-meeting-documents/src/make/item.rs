//! The rows for an item of an agenda, its assignments and the positions of units on it.
//!
//! What the journal tells of an item is gathered in `facts`.

use super::day::BodyDay;
use crate::{facts::ItemFacts, terms::error::PaperError, words::Fields};

impl BodyDay<'_> {
    /// An item as a row, with its assignments as rows.
    pub(super) fn item(&self, item: &ItemFacts<'_>) -> Result<Fields, PaperError> {
        let mut fields = Fields::default();
        fields.set("title", &item.put.title);
        fields.set("kind", self.words.word_for("item", &item.put.kind)?);
        fields.set_some("proposer", item.put.unit.as_ref().map(|it| self.unit(it)));
        fields.set_some("concerned", Some(self.list(&item.put.concerned)));
        fields.set_some("proposal", item.proposal);
        fields.set_some("reason", item.left_open.map(|it| &it.reason));
        if let Some(settled) = item.settled {
            let outcome = self.words.word("outcome", settled.how)?;
            fields.set_some("outcome_alone", item.proposal.is_none().then_some(&outcome));
            fields.set("outcome", outcome);
            fields.set_some("tasks", Some(self.list(settled.tasks)));
        }
        let mut assignments = Vec::new();
        for it in &item.assignments {
            let mut row = Fields::default();
            row.set("unit", self.unit(&it.assign.unit));
            row.set_some("cooperating", Some(self.list(&it.assign.cooperating)));
            row.set_some("target", it.assign.target.as_ref());
            row.set_some("due", it.due.map(|it| self.words.date(it)).transpose()?);
            row.set_some("progress", it.progress);
            if let Some((result, on)) = it.result {
                row.set("result", result);
                row.set("done", self.words.date(on)?);
            }
            assignments.push(row);
        }
        fields.set_rows("assignments", assignments);
        let mut positions = Vec::new();
        for unit in self.in_order(item.positions.keys().copied()) {
            let Some(it) = item.positions.get(unit) else { continue };
            let mut row = Fields::default();
            row.set("unit", self.unit(unit));
            row.set("position", self.words.word_for("position", &it.position)?);
            row.set_some("text", it.text.as_ref());
            positions.push(row);
        }
        // Only what was said besides a plain yes is a row.
        let with_words = positions.iter().filter(|it| it.text("text").is_some()).cloned().collect::<Vec<_>>();
        fields.set_rows("reservations", with_words);
        fields.set_rows("positions", positions);
        Ok(fields)
    }
}
