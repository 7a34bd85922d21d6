//! The writer of the tables of a paper as CSV (RFC 4180), with the head of the journal below them.
//!
//! The file begins with the mark by which spreadsheets know UTF-8.

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
    // The head of the journal is a table of one row, which stands below an empty line as the others do.
    csv.push_str("\r\n");
    line(&mut csv, ["journal", &paper.made_from.count.to_string(), &paper.made_from.digest].into_iter());
    (!is_first).then_some(csv)
}

/// Adds a row to a text in CSV. What a spreadsheet would take for a formula is kept from it, and what no paper shows is left out.
pub fn line<'c>(csv: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (ix, cell) in cells.map(printable).enumerate() {
        if ix > 0 {
            csv.push(',');
        }
        // A spreadsheet takes a cell that begins so for a formula.
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
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
