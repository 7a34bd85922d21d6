//! The writer of the tables of a paper as CSV (RFC 4180).
//!
//! The file begins with the mark by which spreadsheets know UTF-8. The head of the journal is not in it: a spreadsheet would take it for a row.

use crate::{paper::Paper, terms::printable::printable};

/// The tables of a paper; nothing if it has none.
pub(super) fn write(paper: &Paper) -> Option<String> {
    let mut csv = String::from("\u{FEFF}");
    let mut is_first = true;
    for (columns, rows) in paper.tables() {
        if !std::mem::take(&mut is_first) {
            csv.push_str("\r\n");
        }
        line(&mut csv, columns.iter().map(|it| it.head.as_str()));
        rows.iter().for_each(|it| line(&mut csv, it.iter().map(String::as_str)));
    }
    (!is_first).then_some(csv)
}

/// Adds a row to a text in CSV. What a spreadsheet would take for a formula is kept from it, and what no paper shows is left out.
pub fn line<'c>(csv: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (ix, cell) in cells.map(printable).enumerate() {
        if ix > 0 {
            csv.push(',');
        }
        let formula = is_formula(&cell);
        if formula || cell.contains([',', '"', '\n', '\r']) {
            csv.push('"');
            csv.push_str(if formula { "'" } else { "" });
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(&cell);
        }
    }
    csv.push_str("\r\n");
}

/// Whether a spreadsheet would take a text for a formula, by what it begins with; some look behind blanks and what has no width, and take the
/// wide forms for the others.
pub fn is_formula(cell: &str) -> bool {
    let has_no_width =
        |it| matches!(it, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}');
    let begins = cell.trim_start_matches(|it: char| it.is_whitespace() || has_no_width(it));
    let blank = cell.starts_with(['\t', '\r', '\n']);
    blank || begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
