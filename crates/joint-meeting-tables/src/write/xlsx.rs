//! The writer of .xlsx: a sheet for each table, with a frozen head, widths that fit, and a page for print.

use std::collections::BTreeSet;

use joint_meeting::{
    Language,
    chrono::{Datelike, Timelike},
    time::Date,
};
use joint_meeting_documents::{is_formula, printable};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::table::{Table, TableCell, TableColumn, TableTone};

/// Why tables cannot be written as a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum SheetError {
    /// There is no table to write.
    #[error("there is no table to write")]
    NoTable,
    /// A sheet has room for 1 048 575 rows below the head, and for 16 384 columns.
    #[error("`{table}` has more rows or columns than a sheet has room for")]
    TooLarge {
        /// The title of the table.
        table: String,
    },
    /// A cell holds 32 767 characters.
    #[error("`{table}`, row {row}, column `{column}`: more text than a cell holds")]
    TextTooLong {
        /// The title of the table.
        table: String,
        /// The row, counted from one below the head.
        row: usize,
        /// The heading of the column.
        column: String,
    },
    /// The file could not be written.
    #[error("the file cannot be written: {why}")]
    NotWritten {
        /// What the writer says.
        why: String,
    },
}

impl SheetError {
    /// The error in words.
    pub fn text(&self, language: Language) -> String {
        if language == Language::En {
            return self.to_string();
        }
        match self {
            Self::NoTable => "没有可写出的表格".to_owned(),
            Self::TooLarge { table } => format!("「{table}」的行或者列超出一个工作表的容量"),
            Self::TextTooLong { table, row, column } => {
                format!("「{table}」第{row}行“{column}”的文字超出一个单元格的容量")
            }
            Self::NotWritten { why } => format!("文件无法写出：「{why}」"),
        }
    }
}

/// The most rows of a sheet, columns of a sheet, and characters of a cell.
const ROWS: usize = 1_048_576;
const COLUMNS: usize = 16_384;
const CELL: usize = 32_767;

/// The widest column and the narrowest, in characters that are half as wide as a Chinese one.
const WIDEST: usize = 60;
const NARROWEST: usize = 6;

/// The paper A4, by its number in the format.
const A4: u8 = 9;

/// The number of characters in the name of a sheet.
const SHEET_NAME: usize = 31;

/// Tables as a workbook, a sheet for each: the head is frozen and repeated on every printed page (A4, landscape), days and
/// moments are such, and every text stays a text. Equal tables give equal bytes.
///
/// # Errors
/// There is no table, or a sheet cannot hold one.
pub fn xlsx(tables: &[Table]) -> Result<Vec<u8>, SheetError> {
    let first = tables.first().ok_or(SheetError::NoTable)?;
    let mut workbook = Workbook::new();
    let made = tables.iter().find_map(|it| it.on);
    workbook.set_properties(&properties(&first.title, made).map_err(not_written)?);
    let mut names = BTreeSet::new();
    for table in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(&table.title, &mut names)).map_err(not_written)?;
        fill(sheet, table)?;
    }
    workbook.save_to_buffer().map_err(not_written)
}

pub(crate) fn not_written(why: impl ToString) -> SheetError {
    SheetError::NotWritten { why: why.to_string() }
}

/// What a file says of itself. It is made on the day of its tables, whenever that was.
pub(crate) fn properties(
    title: &str,
    made: Option<Date>,
) -> Result<DocProperties, rust_xlsxwriter::XlsxError> {
    let day = made.map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), day)?;
    Ok(DocProperties::new().set_title(printable(title)).set_creation_datetime(&day))
}

fn day(it: Date) -> Result<ExcelDateTime, rust_xlsxwriter::XlsxError> {
    let small = |it: u32| u8::try_from(it).unwrap_or_default();
    ExcelDateTime::from_ymd(u16::try_from(it.year()).unwrap_or_default(), small(it.month()), small(it.day()))
}

/// A name that a sheet can have, and no other has.
pub(crate) fn sheet_name(title: &str, names: &mut BTreeSet<String>) -> String {
    let title = printable(title).replace(['[', ']', ':', '*', '?', '/', '\\', '\n', '\r', '\t'], " ");
    let title = title.trim_matches([' ', '\'']);
    let title = if title.is_empty() { "1" } else { title };
    let cut = |at: usize| title.chars().take(at).collect::<String>();
    let mut name = cut(SHEET_NAME);
    for nth in 2_usize.. {
        if names.insert(name.to_lowercase()) {
            break;
        }
        let behind = format!(" {nth}");
        name = cut(SHEET_NAME.saturating_sub(behind.len())) + &behind;
    }
    name
}

/// The colours of words of how something stands, dark enough to be read on white.
const WELL: Color = Color::RGB(0x0020_6A2E);
const WATCH: Color = Color::RGB(0x008A_5A00);
const AMISS: Color = Color::RGB(0x00B0_1020);

struct Looks {
    head: Format,
    text: Format,
    well: Format,
    watch: Format,
    amiss: Format,
    quoted: Format,
    number: Format,
    day: Format,
    time: Format,
}

impl Looks {
    fn new() -> Self {
        let cell = || Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let text = || cell().set_text_wrap();
        let head = text().set_bold().set_background_color(Color::RGB(0x00E7_E6E6));
        Self {
            head: head.set_align(FormatAlign::VerticalCenter).set_align(FormatAlign::Center),
            text: text(),
            well: text().set_font_color(WELL),
            watch: text().set_font_color(WATCH),
            amiss: text().set_font_color(AMISS).set_bold(),
            // What is written into such a cell later is a text again.
            quoted: text().set_quote_prefix(),
            number: cell(),
            day: cell().set_num_format("yyyy-mm-dd"),
            time: cell().set_num_format("yyyy-mm-dd hh:mm"),
        }
    }
}

pub(crate) fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), SheetError> {
    let too_large = || SheetError::TooLarge { table: table.title.clone() };
    if table.rows.len() >= ROWS || table.columns.len() > COLUMNS {
        return Err(too_large());
    }
    let looks = Looks::new();
    for (at, column) in table.columns.iter().enumerate() {
        let at = u16::try_from(at).map_err(|_| too_large())?;
        sheet.write_string_with_format(0, at, printable(&column.head), &looks.head).map_err(not_written)?;
    }
    for (no, row) in table.rows.iter().enumerate() {
        let below = u32::try_from(no + 1).map_err(|_| too_large())?;
        for (at, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let at = u16::try_from(at).map_err(|_| too_large())?;
            let too_long = || SheetError::TextTooLong {
                table: table.title.clone(),
                row: no + 1,
                column: column.head.clone(),
            };
            write(sheet, (below, at), cell, &looks).map_err(|why| match why {
                rust_xlsxwriter::XlsxError::MaxStringLengthExceeded => too_long(),
                other => not_written(other),
            })?;
        }
    }
    for (at, column) in table.columns.iter().enumerate() {
        let at = u16::try_from(at).map_err(|_| too_large())?;
        let cells = table.rows.iter().filter_map(|row| row.get(usize::from(at)));
        sheet.set_column_width(at, width(column, cells)).map_err(not_written)?;
    }
    page(sheet, &table.title, table.rows.len(), table.columns.len()).map_err(not_written)
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &TableCell,
    looks: &Looks,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    match cell {
        TableCell::Empty => sheet.write_blank(row, column, &looks.text)?,
        TableCell::Text(it) => {
            let text = printable(it);
            if text.chars().count() > CELL {
                return Err(rust_xlsxwriter::XlsxError::MaxStringLengthExceeded);
            }
            let look = if is_formula(&text) { &looks.quoted } else { &looks.text };
            sheet.write_string_with_format(row, column, text, look)?
        }
        TableCell::State(it) => {
            let look = match it.tone {
                TableTone::Well => &looks.well,
                TableTone::Plain => &looks.text,
                TableTone::Watch => &looks.watch,
                TableTone::Amiss => &looks.amiss,
            };
            sheet.write_string_with_format(row, column, printable(&it.text), look)?
        }
        #[expect(clippy::cast_precision_loss, reason = "a sheet has no other numbers")]
        TableCell::Number(it) => sheet.write_number_with_format(row, column, *it as f64, &looks.number)?,
        TableCell::Day(it) => sheet.write_datetime_with_format(row, column, day(*it)?, &looks.day)?,
        TableCell::Time(it) => {
            let clock = it.to_chrono();
            let small = |it: u32| u8::try_from(it).unwrap_or_default();
            let moment = day(it.date())?.and_hms(
                u16::try_from(clock.hour()).unwrap_or_default(),
                small(clock.minute()),
                clock.second(),
            )?;
            sheet.write_datetime_with_format(row, column, moment, &looks.time)?
        }
    };
    Ok(())
}

/// How wide a column is: as its widest line, within bounds.
fn width<'c>(column: &TableColumn, cells: impl Iterator<Item = &'c TableCell>) -> f64 {
    let widest = |it: &str| it.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
    let cells = cells.map(|it| widest(&it.text())).max().unwrap_or(0);
    let wide = cells.max(widest(&column.head) + 2).clamp(NARROWEST, WIDEST) + 2;
    f64::from(u32::try_from(wide).unwrap_or(u32::MAX))
}

/// How the sheet is read and printed: the head stays in sight and stands on every page, the title above it.
fn page(
    sheet: &mut Worksheet,
    title: &str,
    rows: usize,
    columns: usize,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.8, 0.7, 0.3, 0.3);
    // A header holds 255 characters, and `&` begins its commands.
    let title: String = printable(title).replace('&', "&&").chars().take(200).collect();
    sheet.set_header(format!(
        "&C&14{}{title}",
        if title.starts_with(|it: char| it.is_ascii_digit()) { " " } else { "" }
    ));
    sheet.set_footer("&C&P / &N");
    if let (Ok(rows), Ok(last), true) = (u32::try_from(rows), u16::try_from(columns), columns > 0) {
        sheet.autofilter(0, 0, rows, last.saturating_sub(1))?;
    }
    Ok(())
}
