//! What an office may hand in by mistake, and what somebody may hand in on purpose: each is told for what it is.

mod common;

use std::io::{Cursor, Write};

use common::body;
use joint_meeting::{Charter, Language};
use joint_meeting_tables::{
    Entering, RosterError, RosterFault, Sheet, SheetCell, UnreadableError, Wrong, changes, founding,
    founding_of, sheets, template,
};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::{ZipWriter, write::SimpleFileOptions};

fn entering() -> Entering {
    Entering::new("2022-04-21T09:00:00+08:00".parse().unwrap())
}

fn charter() -> Charter {
    Charter::bundled("nankai-dog-2022").unwrap()
}

fn faults(rows: &[&[&str]]) -> Vec<RosterFault> {
    let sheet = Sheet::of_rows("名单", rows.iter().map(|it| it.iter().copied())).unwrap();
    match founding_of(&[sheet], &charter(), &entering()) {
        Err(RosterError::Faults { faults, .. }) => faults,
        other => panic!("{other:?}"),
    }
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_spreadsheet_is_told_for_what_it_is() {
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let bomb = packed(&[("xl/workbook.xml", b"<workbook/>"), ("xl/media/a", &vec![0; 129 * 1024 * 1024])]);
    assert!(bomb.len() < 1024 * 1024);
    for (file, why) in [
        (Vec::new(), UnreadableError::Empty),
        (b"\xEF\xBB\xBF \r\n,,\r\n".to_vec(), UnreadableError::Empty),
        ([&ole[..], &locked].concat(), UnreadableError::Password),
        ([&ole[..], b"Workbook"].concat(), UnreadableError::OldWorkbook),
        (b"%PDF-1.7".to_vec(), UnreadableError::NoSpreadsheet),
        (packed(&[("word/document.xml", b"<a/>")]), UnreadableError::NoSpreadsheet),
        (bomb, UnreadableError::TooLarge),
        (vec![b'a'; 33 * 1024 * 1024], UnreadableError::TooLarge),
        ("甲\n".repeat(100_001).into_bytes(), UnreadableError::TooLarge),
        ([b"a,".repeat(300), b"a".to_vec()].concat(), UnreadableError::TooLarge),
    ] {
        assert_eq!(sheets(&file).unwrap_err(), why);
        assert_ne!(why.text(Language::Zh), why.text(Language::En));
    }
}

/// However a workbook is cut or changed, it is read or told to be damaged; nothing panics.
#[test]
fn a_damaged_workbook_is_told() {
    let whole = template(&charter(), Language::Zh).unwrap();
    for cut in (0..whole.len()).step_by(97) {
        assert!(sheets(&whole[..cut]).is_err(), "{cut}");
        let mut changed = whole.clone();
        changed[cut] ^= 0x55;
        let _ = sheets(&changed);
    }
}

/// A cell in the last corner of a sheet is told, and costs nothing.
#[test]
fn a_cell_far_away_is_told() {
    let mut book = Workbook::new();
    book.add_worksheet().write(1_048_575, 16_383, "a").unwrap();
    assert_eq!(sheets(&book.save_to_buffer().unwrap()), Err(UnreadableError::TooLarge));
}

#[test]
fn every_fault_is_told_at_once_with_its_cell_and_what_would_do() {
    let found = faults(&[
        &["联席会议名单"],
        &["序号", "单 位：", "担任", "姓名", "职务", "职级", "起始日期", "截止日期", "是否分管此项工作"],
        &["1", "区卫健委", "联络员", "p1"],
        &["2", "公安南开分局", "市长", "p2"],
        &["3", "区市场监管局", "成员", "p3", "副局长", "处长级", "5月9日", "", "也许"],
        &["4", "区城市管理委", "成员", "p4", "副主任", "处级", "2022年5月9日", "2022/4/1", "是"],
        &["5", "区委网信办", "", "p5"],
        &["6", "", "联络员", "p6"],
    ]);
    let told: Vec<(Option<&str>, &str)> = found
        .iter()
        .map(|it| {
            let what = match it.what {
                Wrong::UnknownUnit { .. } => "unit",
                Wrong::UnknownCapacity { .. } => "capacity",
                Wrong::UnknownRank { .. } => "rank",
                Wrong::NoDay { .. } => "day",
                Wrong::NeitherYesNorNo { .. } => "yes or no",
                Wrong::EndsBefore => "ends before",
                Wrong::Missing => "missing",
                _ => "other",
            };
            (it.cell.as_deref(), what)
        })
        .collect();
    for it in [
        (Some("B3"), "unit"),
        (Some("C4"), "capacity"),
        (Some("F5"), "rank"),
        (Some("G5"), "day"),
        (Some("I5"), "yes or no"),
        (Some("H6"), "ends before"),
        (Some("C7"), "missing"),
        (Some("B8"), "missing"),
    ] {
        assert!(told.contains(&it), "{it:?} in {told:?}");
    }
    let unit = found.iter().find(|it| it.cell.as_deref() == Some("B3")).unwrap();
    assert_eq!(unit.nearest[0], "区卫生健康委");
    assert!(unit.text(Language::Zh).contains("B3"));
}

#[test]
fn headings_that_are_missing_or_stand_twice_are_told() {
    assert_eq!(faults(&[&["甲", "乙"], &["丙", "丁"]])[0].what, Wrong::NoHeading);
    let twice = faults(&[&["单位", "姓名", "人员"], &["区卫生健康委", "p1"]]);
    assert_eq!((&twice[0].what, twice[0].cell.as_deref()), (&Wrong::HeadingTwice, Some("C1")));
    assert_eq!(faults(&[&["单位", "担任", "姓名"]])[0].what, Wrong::NoRows);
}

#[test]
fn who_stands_twice_and_who_stands_where_another_stands_are_told() {
    let head: &[&str] = &["单位", "担任", "姓名", "职务", "职级", "是否分管此项工作"];
    let row: &[&str] = &["区卫生健康委", "成员", "甲 乙", "副主任", "处级", "是"];
    let twice = faults(&[head, row, &["区卫生健康委", "成员", "甲乙", "副主任", "处级", "是"]]);
    assert_eq!((&twice[0].what, twice[0].row), (&Wrong::Twice { other: 2 }, Some(3)));
    let other = faults(&[head, row, &["区卫生健康委", "成员", "丙", "副主任", "处级", "是"]]);
    assert_eq!(other[0].what, Wrong::TakenBy { other: 2 });
}

/// Formulas without a value are told; days are days, however the workbook has them; merged cells count for each of their rows; hidden
/// sheets and blank rows for nothing.
#[test]
fn a_workbook_is_read_as_it_looks() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["单位", "担任", "姓名", "起始日期"]).unwrap();
    sheet.merge_range(1, 0, 2, 0, "区卫生健康委", &Format::new()).unwrap();
    sheet.write_row(1, 1, ["负责人", "p1"]).unwrap();
    let day = Format::new().set_num_format("yyyy/m/d");
    sheet.write_datetime_with_format(1, 3, ExcelDateTime::from_ymd(2022, 4, 1).unwrap(), &day).unwrap();
    sheet.write_row(2, 1, ["联络员"]).unwrap();
    sheet.write_formula(2, 2, Formula::new("=A99").set_result("#REF!")).unwrap();
    sheet.write_string(900, 0, "  ").unwrap();
    book.add_worksheet().set_hidden(true).write(0, 0, "a").unwrap();
    let file = book.save_to_buffer().unwrap();
    let read = sheets(&file).unwrap();
    assert_eq!(read.len(), 1);
    let rows = &read[0].rows;
    assert_eq!(rows.iter().map(|it| it.no).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(rows[2].cell(0), Some(&SheetCell::from("区卫生健康委")));
    assert!(matches!(rows[1].cell(3), Some(SheetCell::Day(it)) if it.to_string() == "2022-04-01"));
}

/// What a .csv of a Chinese spreadsheet holds is read as any other.
#[test]
fn an_office_may_save_its_roster_as_it_likes() {
    let body = body("staffed");
    let text = "单位\t担任\t姓名\n区卫生健康委\t联络员\tp34\n".replace('\t', ",");
    let gb = encoding_rs::GB18030.encode(&text).0.into_owned();
    let at = Entering::new("2023-01-10T09:00:00+08:00".parse().unwrap());
    for file in [text.into_bytes(), gb] {
        let it = changes(&file, &body, None, &at).unwrap();
        assert_eq!((it.acts.len(), it.same.len()), (0, 1));
    }
    assert!(matches!(founding(b"", &charter(), &at), Err(RosterError::Unreadable(UnreadableError::Empty))));
}

/// The largest roster that is read is read in a moment.
#[test]
fn a_hundred_thousand_rows_are_read() {
    let mut text = "单位,担任,姓名\n".to_owned();
    (2..=100_000).for_each(|it| text += &format!("没有的单位{it},联络员,p{it}\n"));
    match founding(text.as_bytes(), &charter(), &entering()) {
        Err(RosterError::Faults { faults, more }) => assert_eq!((faults.len(), more), (500, 99_499)),
        other => panic!("{other:?}"),
    }
}

/// An .ods says that a cell is repeated: to the last row of the sheet, if somebody wants it so.
#[test]
fn an_ods_is_read_and_repeats_no_more_than_is_allowed() {
    let ods = |rows: &str| {
        let content = format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"名单\">{rows}\
             </table:table></office:spreadsheet></office:body></office:document-content>"
        );
        packed(&[("content.xml", content.as_bytes())])
    };
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let day = "<table:table-cell office:value-type=\"date\" office:date-value=\"2022-04-01\"><text:p>22.4.1</text:p>\
               </table:table-cell>";
    let blank = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell \
                 table:number-columns-repeated=\"16384\"/></table:table-row>";
    let rows = [row(&[cell("单位"), cell("a&amp;b")]), row(&[cell("甲"), day.to_owned()]), blank.to_owned()]
        .concat();
    let read = sheets(&ods(&rows)).unwrap();
    assert_eq!(read[0].name, "名单");
    assert_eq!(read[0].rows.len(), 2);
    assert_eq!(read[0].rows[0].cell(1), Some(&"a&b".into()));
    assert!(matches!(read[0].rows[1].cell(1), Some(SheetCell::Day(it)) if it.to_string() == "2022-04-01"));
    let bomb =
        format!("<table:table-row table:number-rows-repeated=\"1048576\">{}</table:table-row>", cell("甲"));
    assert_eq!(sheets(&ods(&bomb)), Err(UnreadableError::TooLarge));
}
