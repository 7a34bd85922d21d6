//! The reader of .ods: a cell that says that it is repeated is repeated only where it holds something.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event, attributes::Attribute},
};

use super::{
    book::day_of,
    grid::{Sheet, SheetCell, SheetFilling},
    limits::COLUMNS_MAX,
    packed::part,
    unreadable::UnreadableError,
};

pub(super) fn read(file: &[u8]) -> Result<Vec<Sheet>, UnreadableError> {
    if part(file, "META-INF/manifest.xml").is_ok_and(|it| it.contains("encryption-data")) {
        return Err(UnreadableError::Password);
    }
    let content = part(file, "content.xml")?;
    if !content.contains("office:spreadsheet") {
        return Err(UnreadableError::NoSpreadsheet);
    }
    let mut reader = Reader::from_str(&content);
    let mut reading = OdsReading::default();
    loop {
        match reader.read_event().map_err(UnreadableError::damaged)? {
            Event::Start(it) => reading.begin(&it)?,
            Event::Empty(it) => {
                reading.begin(&it)?;
                reading.end(it.name().as_ref())?;
            }
            Event::Text(it) => reading.text(&it.xml_content(XmlVersion::Implicit1_0)),
            Event::GeneralRef(it) => {
                let named = match it.as_ref() {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    _ => "",
                };
                let number = it.resolve_char_ref().map_err(UnreadableError::damaged)?;
                reading.text(&number.map_or_else(|| named.to_owned(), |it| it.to_string()));
            }
            Event::End(it) => reading.end(it.name().as_ref())?,
            Event::Eof => return Ok(reading.sheets),
            _ => {}
        }
    }
}

/// What stands in a cell whose formula has no value.
const ERRORS: [&str; 6] = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!"];

/// How far one has read.
#[derive(Default)]
struct OdsReading {
    sheets: Vec<Sheet>,
    filling: Option<SheetFilling>,
    /// The next row and the next column.
    row: u32,
    column: u32,
    /// How often the row is repeated, and what stands in it.
    rows: u32,
    cells: Vec<(u32, SheetCell)>,
    cell: Option<OpenCell>,
}

/// A cell that is being read.
struct OpenCell {
    repeated: u32,
    value: Option<SheetCell>,
    text: String,
    paragraphs: usize,
    /// How deep one is in something that is no part of its text, such as a note.
    aside: usize,
}

impl OdsReading {
    fn begin(&mut self, it: &BytesStart<'_>) -> Result<(), UnreadableError> {
        match it.name().as_ref() {
            "table:table" => {
                self.filling = Some(SheetFilling::new(said(it, "table:name")?.unwrap_or_default()));
                self.row = 0;
            }
            "table:table-row" => {
                self.rows = count(it, "table:number-rows-repeated")?;
                self.column = 0;
                self.cells.clear();
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let (repeated, value) = (count(it, "table:number-columns-repeated")?, value(it)?);
                self.cell = Some(OpenCell { repeated, value, text: String::new(), paragraphs: 0, aside: 0 });
            }
            "office:annotation" => self.cell.iter_mut().for_each(|it| it.aside += 1),
            "text:p" => {
                if let Some(cell) = self.cell.as_mut().filter(|it| it.aside == 0) {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            "text:s" | "text:ta" => self.text(" "),
            "text:line-break" => self.text("\n"),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|it| it.aside == 0 && it.paragraphs > 0) {
            cell.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), UnreadableError> {
        match name {
            "office:annotation" => {
                self.cell.iter_mut().for_each(|it| it.aside = it.aside.saturating_sub(1));
            }
            "table:table-cell" | "table:covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    let is_error = ERRORS.contains(&cell.text.as_str()) || cell.text.starts_with("Err:");
                    let value = match cell.value {
                        _ if is_error => Some(SheetCell::Error { error: cell.text }),
                        Some(it) => Some(it),
                        None => Some(cell.text).filter(|it| !it.trim().is_empty()).map(SheetCell::Text),
                    };
                    if let Some(value) = value {
                        if self.column.saturating_add(cell.repeated) > COLUMNS_MAX {
                            return Err(UnreadableError::TooLarge);
                        }
                        self.cells.extend((0..cell.repeated).map(|it| (self.column + it, value.clone())));
                    }
                    self.column = self.column.saturating_add(cell.repeated);
                }
            }
            "table:table-row" => {
                if let (Some(filling), false) = (&mut self.filling, self.cells.is_empty()) {
                    for row in 0..self.rows {
                        for (column, it) in &self.cells {
                            filling.put(self.row.saturating_add(row), *column, it.clone())?;
                        }
                    }
                }
                self.row = self.row.saturating_add(self.rows);
            }
            "table:table" => self.sheets.extend(self.filling.take().map(SheetFilling::done)),
            _ => {}
        }
        Ok(())
    }
}

fn said(it: &BytesStart<'_>, name: &str) -> Result<Option<String>, UnreadableError> {
    let attribute = it.try_get_attribute(name).map_err(UnreadableError::damaged)?;
    let value = |it: Attribute<'_>| {
        it.normalized_value(XmlVersion::Implicit1_0)
            .map(std::borrow::Cow::into_owned)
            .map_err(UnreadableError::damaged)
    };
    attribute.map(value).transpose()
}

fn count(it: &BytesStart<'_>, name: &str) -> Result<u32, UnreadableError> {
    Ok(said(it, name)?.and_then(|it| it.parse().ok()).unwrap_or(1))
}

fn value(it: &BytesStart<'_>) -> Result<Option<SheetCell>, UnreadableError> {
    let kind = said(it, "office:value-type")?;
    Ok(match kind.as_deref() {
        Some("date") => said(it, "office:date-value")?.map(|it| day_of(&it)),
        Some("float" | "currency" | "percentage") => {
            said(it, "office:value")?.and_then(|it| it.parse().ok()).map(SheetCell::Number)
        }
        Some("boolean") => said(it, "office:boolean-value")?.map(|it| SheetCell::Bool(it == "true")),
        _ => None,
    })
}
