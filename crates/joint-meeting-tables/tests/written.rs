//! Tables as they are written: read back, a workbook holds what the table held, and equal tables are equal bytes.

mod common;

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use common::body;
use joint_meeting::{
    Language,
    time::{Date, Period},
};
use joint_meeting_documents::{Desk, Given, PaperWords, Wanted};
use joint_meeting_tables::{SheetError, Table, TableCell, Tables, csv, tables_of, xlsx};

fn on() -> Date {
    "2022-12-31".parse().unwrap()
}

/// Every table that a body can be asked for.
fn all(language: Language) -> Vec<Table> {
    let body = body("staffed");
    let given: Given = serde_json::from_str(r#"{"persons": {"p1": "甲"}}"#).unwrap();
    let tables = Tables::new(&body, language).named(&given);
    let audit = body.audit(Period::year(2022).unwrap(), on());
    let owed = body.obligations(on(), 60);
    let options = body.options(&"p2".parse().unwrap(), "2022-12-31T09:00:00+08:00".parse().unwrap());
    let words = PaperWords::built_in(language);
    let paper = Desk::new(&body, words, &given).paper(&Wanted::Audit { year: 2022, on: on() }).unwrap();
    let mut all = tables.roster(&body.roster(on())).to_vec();
    all.extend([
        tables.audit(&audit),
        tables.findings(&audit),
        tables.obligations(&owed, on()),
        tables.reports_owed(&owed, on()),
        tables.options(&options, on()),
        tables.journal(on()),
        tables.trail(&body.trail("health").unwrap(), on()),
    ]);
    all.extend(tables_of(&paper, Some(on())));
    all
}

#[test]
fn a_workbook_read_back_holds_what_the_tables_held() {
    for language in [Language::Zh, Language::En] {
        let tables = all(language);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx(&tables).unwrap())).unwrap();
        let names = book.sheet_names();
        assert_eq!(names.len(), tables.len());
        for (table, name) in tables.iter().zip(names) {
            assert!(!table.rows.is_empty(), "{}", table.title);
            let range = book.worksheet_range(&name).unwrap();
            let mut rows = range.rows();
            let heads: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
            assert_eq!(heads, table.columns.iter().map(|it| it.head.clone()).collect::<Vec<_>>());
            for row in &table.rows {
                let read = rows.next().unwrap();
                for (cell, read) in row.iter().zip(read) {
                    match (cell, read) {
                        (TableCell::Empty, Data::Empty) => {}
                        (TableCell::Text(text), Data::String(it)) => assert_eq!(text, it),
                        (TableCell::State(state), Data::String(it)) => assert_eq!(&state.text, it),
                        (TableCell::Number(no), Data::Float(it)) => {
                            assert_eq!(no.to_string(), it.to_string())
                        }
                        (TableCell::Day(day), Data::DateTime(it)) => {
                            let (year, month, on, ..) = it.to_ymd_hms_milli();
                            assert_eq!(day.to_string(), format!("{year:04}-{month:02}-{on:02}"));
                        }
                        (TableCell::Time(_), Data::DateTime(it)) => {
                            let (year, month, on, hour, minute, ..) = it.to_ymd_hms_milli();
                            let read = format!("{year:04}-{month:02}-{on:02} {hour:02}:{minute:02}");
                            assert_eq!(cell.text(), read);
                        }
                        other => panic!("{}: {other:?}", table.title),
                    }
                }
            }
            assert_eq!(rows.next(), None);
        }
    }
}

#[test]
fn equal_tables_are_equal_bytes() {
    assert_eq!(xlsx(&all(Language::Zh)).unwrap(), xlsx(&all(Language::Zh)).unwrap());
    assert_eq!(csv(&all(Language::En)), csv(&all(Language::En)));
}

#[test]
fn no_table_tells_of_the_chain_of_the_journal() {
    let head = body("staffed").head(None);
    for table in all(Language::Zh) {
        assert!(!table.csv().contains(&head.digest), "{}", table.title);
    }
}

/// Every table has a name of its own for each column, so that a program can tell them apart.
#[test]
fn columns_have_names_of_their_own() {
    for table in all(Language::Zh) {
        let mut names: Vec<&str> = table.columns.iter().map(|it| it.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), table.columns.len(), "{}", table.title);
    }
}

#[test]
fn a_text_that_looks_like_a_formula_stays_a_text() {
    let mut table = Table::new("t", Language::En, [("a", "=a")]);
    for it in ["=1+1", "+1", "-1", "@a", "http://example.org", "'a", "007", "\u{7}a"] {
        table.push([it.into()]);
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(table.xlsx().unwrap())).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let read: Vec<&Data> = range.rows().map(|it| &it[0]).collect();
    let said = ["=a", "=1+1", "+1", "-1", "@a", "http://example.org", "'a", "007", "a"];
    assert_eq!(read, said.map(|it| Data::String(it.to_owned())).iter().collect::<Vec<_>>());
    assert!(book.worksheet_formula("t").unwrap().is_empty());
}

/// A cell that is opened and written again is a text again, whichever way its formula would begin.
#[test]
fn every_beginning_of_a_formula_has_the_mark_of_a_text() {
    let cells =
        ["a", "=1", "+1", "-1", "@1", "＝1", "＋1", "－1", "＠1", "\n=1", "\u{200b}=1", "\u{3000}＝1"];
    let mut table = Table::new("t", Language::En, [("a", "a")]);
    for it in cells {
        table.push([it.into()]);
    }
    let mut zip = zip::ZipArchive::new(Cursor::new(table.xlsx().unwrap())).unwrap();
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut sheet).unwrap();
    let look = |row: usize| {
        let (_, rest) = sheet.split_once(&format!("r=\"A{row}\" s=\"")).unwrap();
        rest.split('"').next().unwrap()
    };
    let looks: Vec<&str> = (2..).take(cells.len()).map(look).collect();
    assert_ne!(looks[0], looks[1], "the mark is a look of its own");
    assert!(looks[1..].iter().all(|it| *it == looks[1]), "{looks:?}");
}

#[test]
fn names_of_sheets_are_such_as_a_workbook_takes() {
    let title = "很长的标题".repeat(20);
    let tables: Vec<Table> = [title.as_str(), title.as_str(), "a/b:c", "A/B:C", "''", ""]
        .iter()
        .map(|it| Table::new(*it, Language::Zh, [("a", "甲")]))
        .collect();
    let book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx(&tables).unwrap())).unwrap();
    let names = book.sheet_names();
    assert!(names.iter().all(|it| it.chars().count() <= 31), "{names:?}");
    assert_eq!(names[2..], ["a b c", "A B C 2", "1", "1 2"]);
}

#[test]
fn what_a_sheet_cannot_hold_is_said_with_its_place() {
    assert_eq!(xlsx(&[]), Err(SheetError::NoTable));
    let mut table = Table::new("t", Language::En, [("a", "a"), ("b", "b")]);
    table.push(["x".into()]);
    table.push(["x".into(), "y".repeat(32_768).into()]);
    let too_long = SheetError::TextTooLong { table: "t".to_owned(), row: 2, column: "b".to_owned() };
    assert_eq!(table.xlsx(), Err(too_long));
}

/// No line is wider than the terminal, and nothing is lost.
#[test]
fn a_table_fits_into_a_terminal() {
    use unicode_width::UnicodeWidthStr;
    for table in all(Language::Zh).iter().chain(&all(Language::En)) {
        for width in [100, 140] {
            let text = table.text(Some(width));
            for line in text.lines().skip(1) {
                assert!(line.width() <= width, "{} {width}: {line}", table.title);
            }
            let letters = |it: &str| it.chars().filter(|it| it.is_alphanumeric()).count();
            let held: usize = table.rows.iter().flatten().map(|it| letters(&it.text())).sum();
            let heads: usize = table.columns.iter().map(|it| letters(&it.head)).sum();
            assert_eq!(letters(&text), held + heads + letters(&table.title));
        }
    }
}

#[test]
fn words_stay_whole_in_narrow_columns_and_marks_where_they_belong() {
    let said =
        "可由区卫生健康委的负责人（p14、p25）办理（召集人、p101），on 2022-06-06, the members (p1) meet.";
    for width in 14..80 {
        let mut table = Table::new("", Language::Zh, [("a", "")]);
        table.push([said.into()]);
        let text = table.text(Some(width));
        let lines: Vec<&str> = text.lines().skip_while(|it| !it.starts_with('─')).skip(1).collect();
        assert!(lines.iter().all(|it| !it.starts_with(['，', '、', '）', ',', '.', ')'])), "{text}");
        assert!(lines.iter().all(|it| !it.ends_with(['（', '('])), "{text}");
        for word in ["p14", "p25", "p101", "2022-06-06", "members", "meet."] {
            assert!(lines.iter().any(|it| it.contains(word)), "{width}: {word}\n{text}");
        }
    }
}

#[test]
fn a_table_read_from_json_is_the_table_that_was_written() {
    for table in all(Language::En) {
        let json = joint_meeting::wire::to_string(&table);
        let again: Table = joint_meeting::wire::from_str(&json).unwrap();
        assert_eq!(joint_meeting::wire::to_string(&again), json);
        assert_eq!(again.text(None), table.text(None));
    }
    let short: Table =
        serde_json::from_str(r#"{"title": "t", "language": "zh", "columns": [{"name": "a", "head": "A"}], "rows": [[], [1, 2], ["2022-01-01"]]}"#)
            .unwrap();
    let day = "2022-01-01".parse::<Date>().unwrap().into();
    assert_eq!(short.rows, [[TableCell::Empty], [TableCell::Number(1)], [day]]);
    assert!(serde_json::from_str::<TableCell>("1.5").is_err());
}
