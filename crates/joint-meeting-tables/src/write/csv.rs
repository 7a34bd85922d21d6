//! The writer of CSV, by whose lines papers are written too.

use joint_meeting_documents::csv_line;

use crate::table::{Table, TableCell};

pub(super) fn write(tables: &[Table]) -> String {
    let mut csv = String::from("\u{FEFF}");
    for (ix, table) in tables.iter().enumerate() {
        if ix > 0 {
            csv.push_str("\r\n");
        }
        csv_line(&mut csv, table.columns.iter().map(|it| it.head.as_str()));
        for row in &table.rows {
            let cells: Vec<String> = row.iter().map(TableCell::text).collect();
            csv_line(&mut csv, cells.iter().map(String::as_str));
        }
    }
    csv
}

#[cfg(test)]
mod tests {
    use joint_meeting::Language;

    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_kept_from_the_spreadsheet() {
        let mut table = Table::new("t", Language::En, [("a", "a"), ("b", "b")]);
        table.push(["=1+1".into(), TableCell::Number(3)]);
        table.push(["a, \"b\"".into()]);
        assert_eq!(write(&[table]), "\u{FEFF}a,b\r\n\"'=1+1\",3\r\n\"a, \"\"b\"\"\",\r\n");
    }
}
