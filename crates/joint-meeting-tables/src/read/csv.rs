//! The reader of .csv, whatever its characters and whatever separates its columns.

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};
use joint_meeting_documents::is_formula;

use super::{
    grid::{Sheet, SheetFilling},
    unreadable::UnreadableError,
};

/// What may separate columns; of two that are found as often, the first.
const BETWEEN: [char; 3] = [',', '\t', ';'];

pub(super) fn read(file: &[u8]) -> Result<Sheet, UnreadableError> {
    let text = decoded(file)?;
    let between = between(&text);
    let mut filling = SheetFilling::new(String::new());
    let (mut row, mut column, mut cell) = (0_u32, 0_u32, String::new());
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    loop {
        let next = chars.next();
        match next {
            Some('"') if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            Some('"') if quoted => quoted = false,
            Some('"') if cell.is_empty() => quoted = true,
            Some(it) if quoted => cell.push(it),
            Some(it) if it == between => {
                filling.put(row, column, told(std::mem::take(&mut cell)).into())?;
                column += 1;
            }
            Some('\r') if chars.peek() == Some(&'\n') => {}
            Some('\n' | '\r') | None => {
                filling.put(row, column, told(std::mem::take(&mut cell)).into())?;
                (row, column) = (row + 1, 0);
                if next.is_none() {
                    return Ok(filling.done());
                }
            }
            Some(it) => cell.push(it),
        }
    }
}

/// What was written: a mark that keeps a spreadsheet from taking a text for a formula is none of it.
fn told(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest.to_owned(),
        _ => cell,
    }
}

fn decoded(file: &[u8]) -> Result<String, UnreadableError> {
    let (encoding, rest) = match file {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (UTF_8, rest),
        [0xFF, 0xFE, rest @ ..] => (UTF_16LE, rest),
        [0xFE, 0xFF, rest @ ..] => (UTF_16BE, rest),
        _ if std::str::from_utf8(file).is_ok() => (UTF_8, file),
        _ => (GB18030, file),
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
    let text = text.ok_or(UnreadableError::Characters)?;
    // What holds such characters is something else than a text.
    let is_text = |it: char| !it.is_control() || matches!(it, '\t' | '\n' | '\r');
    if text.chars().all(is_text) { Ok(text.into_owned()) } else { Err(UnreadableError::NoSpreadsheet) }
}

/// What separates the columns of the first line that has any.
fn between(text: &str) -> char {
    for line in text.lines() {
        let count = |of: char| {
            let mut quoted = false;
            let outside = line.chars().filter(|it| {
                quoted ^= *it == '"';
                !quoted && *it == of
            });
            outside.count()
        };
        let most = BETWEEN.iter().rev().copied().max_by_key(|it| count(*it)).unwrap_or(',');
        if count(most) > 0 {
            return most;
        }
    }
    ','
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(file: &[u8]) -> Vec<(u32, Vec<String>)> {
        let sheet = read(file).unwrap();
        sheet.rows.iter().map(|it| (it.no, it.cells.iter().map(|(_, it)| it.text()).collect())).collect()
    }

    #[test]
    fn the_same_rows_are_read_of_every_encoding_and_separator() {
        let text = "单位,姓名\r\n\"卫生,健康委\",\"甲\"\"乙\"\r\n\r\n市场局,'=丙";
        let expected = vec![
            (1, vec!["单位".to_owned(), "姓名".to_owned()]),
            (2, vec!["卫生,健康委".to_owned(), "甲\"乙".to_owned()]),
            (4, vec!["市场局".to_owned(), "=丙".to_owned()]),
        ];
        let utf16: Vec<u16> = text.encode_utf16().collect();
        let little = utf16.iter().flat_map(|it| it.to_le_bytes());
        let big = utf16.iter().flat_map(|it| it.to_be_bytes());
        let files: [Vec<u8>; 5] = [
            text.into(),
            format!("\u{FEFF}{text}").into(),
            [0xFF, 0xFE].into_iter().chain(little).collect(),
            [0xFE, 0xFF].into_iter().chain(big).collect(),
            GB18030.encode(text).0.into_owned(),
        ];
        for file in files {
            assert_eq!(rows(&file), expected);
        }
        let tabs = text.replace("卫生,", "卫生\u{1}").replace(',', "\t").replace('\u{1}', ",");
        assert_eq!(rows(tabs.as_bytes()), expected);
        assert_eq!(rows(tabs.replace('\t', ";").as_bytes()), expected);
    }

    #[test]
    fn what_was_kept_from_the_spreadsheet_is_read_as_it_was() {
        let cells =
            ["=1", "+1", "-1", "@1", "＝1", "＋1", "－1", "＠1", "\u{200b}=1", "\u{3000}＝1", "'=1", "'1"];
        for cell in cells {
            let mut text = String::new();
            joint_meeting_documents::csv_line(&mut text, ["x", cell].into_iter());
            let read = rows(text.as_bytes());
            // An apostrophe that was written before a formula by hand is the same mark.
            let expected = if cell == "'=1" { "=1" } else { cell };
            assert_eq!(read[0].1[1], expected, "{cell:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_no_table() {
        assert_eq!(read(b"a,b\0c"), Err(UnreadableError::NoSpreadsheet));
        assert_eq!(read(&[0xFF, 0xFF, 0xFF]), Err(UnreadableError::Characters));
    }
}
