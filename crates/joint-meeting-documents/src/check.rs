//! The checks before paper: the rules on official documents, each of which looks at a paper.
//!
//! What the rows say, where they come from and the words they look for stand in `check/rows.json`; the logic of each row is
//! a function in `form`, `number` or `issuing`. What binds a body by its charter is asked of the core, not here.

mod annexes;
mod case;
mod finding;
mod form;
mod issuing;
mod number;
mod rows;

use self::{
    case::{PaperCase, RowFound, not_judged},
    rows::FILE,
};
pub use self::{
    finding::{PaperFinding, PaperVerdict},
    rows::{PaperBasis, PaperRow, rows},
};
use crate::paper::{Paper, PaperKnown};

/// Looks at a paper by every row, which gives one finding each.
pub fn check(paper: &Paper) -> Vec<PaperFinding> {
    check_with(paper, &PaperKnown::default())
}

/// Looks at a paper by every row, with what is known beside the paper.
pub fn check_with(paper: &Paper, known: &PaperKnown) -> Vec<PaperFinding> {
    let case = PaperCase { paper, known, words: &FILE.words };
    let day = paper.signature.as_ref().map(|it| it.on).or(paper.distribution.as_ref().map(|it| it.on));
    let is_too_old = |row: &PaperRow| row.from.zip(day).is_some_and(|(from, day)| day < from);
    let look = |row: &'static PaperRow| {
        if is_too_old(row) {
            return PaperFinding { row, verdict: PaperVerdict::NotApplicable, found: Vec::new() };
        }
        let found = LOOKS.iter().find(|(id, _)| *id == row.id).map(|(_, look)| look(&case));
        let RowFound { verdict, found } = found.unwrap_or_else(|| not_judged::<&str>([]));
        PaperFinding { row, verdict, found }
    };
    FILE.rows.iter().map(look).collect()
}

/// Whether a document may go out: it may unless something is broken that a regulation or a standard asks. What breaks
/// mere practice is to be looked at, and stops nothing.
pub fn may_be_issued(findings: &[PaperFinding]) -> bool {
    !findings.iter().any(PaperFinding::stops)
}

type RowLook = fn(&PaperCase<'_>) -> RowFound;

/// The function of each row.
const LOOKS: &[(&str, RowLook)] = &[
    ("DOC-1", form::kind),
    ("DOC-2", form::minutes),
    ("DOC-3", form::parts),
    ("DOC-4", form::zones),
    ("DOC-5", number::form),
    ("DOC-6", number::of_order),
    ("DOC-7", number::unique),
    ("DOC-8", issuing::date),
    ("DOC-9", issuing::signer),
    ("DOC-10", issuing::approval),
    ("DOC-11", issuing::countersigned),
    ("DOC-12", number::of_sponsor),
    ("DOC-13", issuing::mark),
    ("DOC-14", issuing::same_level),
    ("DOC-15", issuing::agreed),
    ("DOC-16", issuing::orders),
    ("DOC-17", form::requests),
    ("DOC-18", issuing::seals),
    ("DOC-19", issuing::secrecy),
    ("DOC-20", issuing::publicness),
    ("DOC-21", issuing::under_discussion),
    ("DOC-22", form::recipients),
    ("DOC-23", form::title),
    ("DOC-24", form::headings),
    ("DOC-25", form::within),
    ("DOC-26", annexes::named),
    ("DOC-27", annexes::written),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_function_and_every_function_a_row() {
        let rows: Vec<&str> = rows().iter().map(|it| it.id.as_str()).collect();
        let looks: Vec<&str> = LOOKS.iter().map(|(id, _)| *id).collect();
        assert_eq!(rows, looks);
    }
}
