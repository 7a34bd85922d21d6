//! .docx in the layout of GB/T 9704—2012: A4, 22 lines of 28 characters, red head, red line, the foot of the last page.
//!
//! What is the same in every paper stands in `docx/`: styles, fonts with their substitutes, page numbers. Here is what differs,
//! with elements in the order of the schema. Lengths are in twentieths of a point, as the format has them.

mod letter;

use std::{
    io::{self, Cursor, Write},
    iter,
};

use zip::{CompressionMethod, DateTime, System, ZipWriter, write::SimpleFileOptions};

use super::{
    measure::{
        self, DATE_INSET, HIGHEST_FOOT, MANY_COLUMNS, beside_date, foot_lines, mark_size, stand_in_one_line,
        title_lines,
    },
    xml::Xml,
};
use crate::paper::{
    Paper, PaperBlock, PaperColumn, PaperDistribution, PaperDraft, PaperLayout, PaperSignature,
};

/// The parts that are the same in every paper.
const PARTS: [(&str, &str); 7] = [
    ("[Content_Types].xml", include_str!("docx/content_types.xml")),
    ("_rels/.rels", include_str!("docx/package_rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("docx/document_rels.xml")),
    ("word/settings.xml", include_str!("docx/settings.xml")),
    ("word/fontTable.xml", include_str!("docx/font_table.xml")),
    ("word/footer1.xml", include_str!("docx/footer_odd.xml")),
    ("word/footer2.xml", include_str!("docx/footer_even.xml")),
];

const STYLES: &str = include_str!("docx/styles.xml");
/// The type of Latin text in Chinese papers, and in others.
const CHINESE: &str = r#"w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312""#;
const LATIN: &str = r#"w:ascii="Times New Roman" w:hAnsi="Times New Roman""#;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The width of what is printed on a page: 156 mm.
const WIDTH: u32 = 8844;
/// The height of a line.
const LINE: u32 = 579;
/// The width of a character and what follows it.
const CELL: u32 = 316;
/// A text of no more half characters, five lines, stays on one page with the signature below it.
const KEPT: u32 = 280;
/// A row of a table of which no cell has more half characters stays on one page.
const SHORT: u32 = 160;
/// 35 mm: from the top of what is printed to the mark.
const ABOVE_MARK: u32 = 1984;

/// Why a package cannot be written: into memory, always a fault of ours.
#[derive(Debug, thiserror::Error)]
pub(super) enum PackageError {
    #[error("{0}")]
    Zip(#[from] zip::result::ZipError),
    #[error("{0}")]
    Io(#[from] io::Error),
}

/// What a line of text leaves to the 7/8 of a character between it and the red line of a letter.
const BELOW_LINE: u32 = 147;

pub(super) fn write(paper: &Paper) -> Result<Vec<u8>, PackageError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Nothing of the machine or the moment goes into the package.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    let styles = if paper.is_chinese() { STYLES.to_owned() } else { STYLES.replace(CHINESE, LATIN) };
    let own = [
        ("word/styles.xml", styles.into_bytes()),
        ("docProps/core.xml", properties(paper)?),
        ("word/header1.xml", header(paper.draft.as_ref())?),
        ("word/document.xml", document(paper)?),
    ];
    let parts = PARTS.iter().map(|(name, text)| (*name, text.as_bytes()));
    for (name, bytes) in parts.chain(own.iter().map(|(name, bytes)| (*name, bytes.as_slice()))) {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Title, language, and the head of the journal it was made from.
fn properties(paper: &Paper) -> io::Result<Vec<u8>> {
    let mut xml = Xml::declared()?;
    let names = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    xml.element("cp:coreProperties", &names, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(&paper.title))?;
        xml.element("dc:identifier", &[], |xml| xml.text(&paper.journal()))?;
        xml.element("dc:language", &[], |xml| xml.text(&paper.lang))
    })?;
    Ok(xml.finish())
}

/// What stands above every page: the mark of a draft, or nothing.
fn header(draft: Option<&PaperDraft>) -> io::Result<Vec<u8>> {
    let mut xml = Xml::declared()?;
    xml.element("w:hdr", &[("xmlns:w", W)], |xml| {
        paragraph(xml, "Draft", &Look::default(), draft.map_or("", |it| it.mark.as_str()))
    })?;
    Ok(xml.finish())
}

fn document(paper: &Paper) -> io::Result<Vec<u8>> {
    let mut xml = Xml::declared()?;
    xml.element("w:document", &[("xmlns:w", W), ("xmlns:r", R)], |xml| {
        xml.element("w:body", &[], |xml| {
            head(xml, paper)?;
            if let Some(it) = paper.salutation() {
                paragraph(xml, "Recipients", &Look::default().before(LINE), &it)?;
            } else {
                paragraph(xml, "Recipients", &Look::default(), "")?;
            }
            let (text, annex) = paper.with_annexes_apart();
            blocks(xml, paper, text, paper.signature.is_some())?;
            if let Some(it) = &paper.signature {
                signature(xml, it)?;
            }
            if let Some(it) = &paper.note {
                paragraph(xml, "Note", &Look::default(), it)?;
            }
            blocks(xml, paper, annex, false)?;
            if let Some(it) = &paper.draft {
                reasons(xml, it)?;
            }
            if let Some(it) = &paper.distribution {
                foot(xml, paper.layout, it)?;
            }
            // The foot is anchored to what follows it.
            match &paper.source {
                Some(it) => paragraph(xml, "Source", &Look::default(), it)?,
                None => paragraph(xml, "Gap", &Look::default(), "")?,
            }
            section(xml, paper.layout)
        })
    })?;
    Ok(xml.finish())
}

/// The mark, the number and the red line, as the layout has them; the title.
fn head(xml: &mut Xml, paper: &Paper) -> io::Result<()> {
    let mark = paper.mark.as_deref();
    let top = paper.top();
    let above_mark = ABOVE_MARK.saturating_sub(LINE * u32::try_from(top.len()).unwrap_or(0));
    let at_top = |xml: &mut Xml| {
        let look = Look { font: Some("黑体"), ..Look::default() };
        top.iter().try_for_each(|it| paragraph(xml, "Recipients", &look, it))
    };
    let is_letter = paper.layout == PaperLayout::Letter;
    if is_letter {
        letter::head(xml, mark.unwrap_or_default())?;
    }
    at_top(xml)?;
    if let (Some(mark), false) = (mark, is_letter) {
        let (half_points, scale) = mark_size(mark);
        let look = Look { before: Some(above_mark), size: Some((half_points, scale)), ..Look::default() };
        paragraph(xml, "Mark", &look, mark)?;
    }
    let number = paper.number.as_deref().unwrap_or_default();
    match (paper.layout, &paper.distribution) {
        (PaperLayout::Sheet, _) => {
            if !number.is_empty() {
                paragraph(xml, "Number", &Look { before: Some(0), ..Look::default() }, number)?;
            }
        }
        (PaperLayout::Letter, _) => paragraph(xml, "Signature", &Look::default().before(BELOW_LINE), number)?,
        (PaperLayout::Bulletin, Some(foot)) => {
            paragraph(xml, "Number", &Look::default(), number)?;
            let look = Look { left: true, ..Look::default() };
            if stand_in_one_line(&foot.issuer, &foot.date) {
                let text = format!("{}\t{}", foot.issuer, foot.date);
                paragraph(xml, "Line", &Look { red_line: true, tab: true, ..look }, &text)?;
            } else {
                paragraph(xml, "Line", &look, &foot.issuer)?;
                let text = format!("\t{}", foot.date);
                paragraph(xml, "Line", &Look { red_line: true, tab: true, ..look }, &text)?;
            }
        }
        _ => {
            let mut look = Look { red_line: true, ..Look::default() };
            match &paper.signer {
                Some(signer) => {
                    (look.tab, look.left) = (true, true);
                    paragraph(xml, "Number", &look, &format!("{number}\t{signer}"))?;
                }
                None => paragraph(xml, "Number", &look, number)?,
            }
        }
    }
    let above = if paper.layout == PaperLayout::Sheet { 0 } else { 2 * LINE };
    title(xml, above, &paper.title)
}

fn title(xml: &mut Xml, before: u32, title: &str) -> io::Result<()> {
    paragraph(xml, "Title", &Look::default().before(before), &title_lines(title).join("\n"))
}

/// What it says; with a signature to follow, the last of it stays with that: no page has a signature alone.
fn blocks(xml: &mut Xml, paper: &Paper, blocks: &[PaperBlock], signed: bool) -> io::Result<()> {
    let mut before: Option<&PaperBlock> = None;
    for (ix, block) in blocks.iter().enumerate() {
        let is_last = signed && ix + 1 == blocks.len();
        // A long one would leave its page empty.
        let keeps = |text: &str| is_last && measure::cells(text) <= KEPT;
        match block {
            PaperBlock::Heading { level, number, text } => {
                let level = level.clamp(&1, &4);
                paragraph(xml, &format!("Heading{level}"), &Look::default(), &format!("{number}{text}"))?;
            }
            PaperBlock::Paragraph { text } => {
                paragraph(xml, "Body", &Look { with_next: keeps(text), ..Look::default() }, text)?;
            }
            PaperBlock::Roll { label, text } => {
                let first = !matches!(before, Some(PaperBlock::Roll { .. }));
                let look = Look { before: first.then_some(LINE), with_next: keeps(text), ..Look::default() };
                let label = format!("{label}{}", paper.colon());
                with_label(xml, &look, &label, text)?;
            }
            PaperBlock::Table { columns, rows } => {
                // Without a paragraph in between two tables would be one.
                if matches!(before, Some(PaperBlock::Table { .. })) {
                    paragraph(xml, "Gap", &Look::default().before(LINE / 2), "")?;
                }
                table(xml, columns, rows)?;
            }
            PaperBlock::Annex { label, title } => {
                let look = Look { new_page: true, font: Some("黑体"), ..Look::default() };
                paragraph(xml, "Recipients", &look, label)?;
                self::title(xml, LINE, title)?;
                paragraph(xml, "Recipients", &Look::default(), "")?;
            }
        }
        before = Some(block);
    }
    Ok(())
}

/// A line with a label in front, in the type of headings.
fn with_label(xml: &mut Xml, look: &Look, label: &str, text: &str) -> io::Result<()> {
    xml.element("w:p", &[], |xml| {
        look.paragraph(xml, "Roll")?;
        run(xml, &Look { font: Some("黑体"), ..Look::default() }, label)?;
        run(xml, look, text)
    })
}

/// A row has as many cells as the table has columns, whatever it brings.
fn table(xml: &mut Xml, columns: &[PaperColumn], rows: &[Vec<String>]) -> io::Result<()> {
    if columns.is_empty() {
        return Ok(());
    }
    let shares: u32 = columns.iter().map(|it| u32::from(it.width)).sum::<u32>().max(1);
    let widths: Vec<String> =
        columns.iter().map(|it| (WIDTH * u32::from(it.width) / shares).to_string()).collect();
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")])?;
            let sides = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
            borders(xml, &sides.map(|it| (it, "4")))?;
            xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
            margins(xml, "60")
        })?;
        xml.element("w:tblGrid", &[], |xml| {
            widths.iter().try_for_each(|it| xml.empty("w:gridCol", &[("w:w", it)]))
        })?;
        let head: Vec<&str> = columns.iter().map(|it| it.head.as_str()).collect();
        let (of_head, of_cell) =
            if columns.len() >= MANY_COLUMNS { ("SmallCellHead", "SmallCell") } else { ("CellHead", "Cell") };
        row(xml, &widths, of_head, &head)?;
        rows.iter()
            .try_for_each(|it| row(xml, &widths, of_cell, &it.iter().map(String::as_str).collect::<Vec<_>>()))
    })
}

fn row(xml: &mut Xml, widths: &[String], style: &str, cells: &[&str]) -> io::Result<()> {
    xml.element("w:tr", &[], |xml| {
        let is_head = style.ends_with("Head");
        let is_short = cells.iter().all(|it| measure::cells(it) <= SHORT);
        if is_head || is_short {
            xml.element("w:trPr", &[], |xml| {
                // A longer row could be more than a page.
                if is_short {
                    xml.empty("w:cantSplit", &[])?;
                }
                if is_head { xml.empty("w:tblHeader", &[]) } else { Ok(()) }
            })?;
        }
        for (width, cell) in widths.iter().zip(cells.iter().chain(iter::repeat(&""))) {
            xml.element("w:tc", &[], |xml| {
                xml.element("w:tcPr", &[], |xml| {
                    xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")])?;
                    xml.empty("w:vAlign", &[("w:val", "center")])
                })?;
                cell.split('\n').try_for_each(|it| paragraph(xml, style, &Look::default(), it))
            })?;
        }
        Ok(())
    })
}

/// The issuers above the date, the date four characters from the right.
fn signature(xml: &mut Xml, it: &PaperSignature) -> io::Result<()> {
    let issuers = it.by.iter().map(|by| (by, beside_date(by, &it.date)));
    for (ix, (text, halves)) in issuers.chain([(&it.date, DATE_INSET)]).enumerate() {
        let right = Some(halves * CELL / 2);
        let look = Look { before: (ix == 0).then_some(LINE), right, ..Look::default() };
        paragraph(xml, "Signature", &look, text)?;
    }
    Ok(())
}

fn reasons(xml: &mut Xml, draft: &PaperDraft) -> io::Result<()> {
    paragraph(xml, "Draft", &Look::default().before(LINE), &draft.mark)?;
    draft.why.iter().try_for_each(|it| paragraph(xml, "Body", &Look::default(), it))
}

/// What stands at the foot of the last page: a table that floats to the bottom of what is printed.
fn foot(xml: &mut Xml, layout: PaperLayout, it: &PaperDistribution) -> io::Result<()> {
    let mut lines: Vec<(bool, String)> = it.copies.iter().map(|it| (false, it.clone())).collect();
    let copies_alone = matches!(layout, PaperLayout::Bulletin | PaperLayout::Letter);
    if !copies_alone {
        if stand_in_one_line(&it.issuer, &it.date) {
            lines.push((true, format!("{}\t{}", it.issuer, it.date)));
        } else {
            lines.push((true, format!("{}\n\t{}", it.issuer, it.date)));
        }
    }
    if lines.is_empty() {
        return Ok(());
    }
    let floats = lines.iter().map(|(_, it)| foot_lines(it)).sum::<u32>() <= HIGHEST_FOOT;
    // What comes before may be a table too, and would be one with this.
    paragraph(xml, "Gap", &Look::default(), "")?;
    let width = WIDTH.to_string();
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            if floats {
                xml.empty(
                    "w:tblpPr",
                    &[
                        ("w:vertAnchor", "margin"),
                        // LibreOffice lets a table as wide as the text float only by the edge of the page.
                        ("w:horzAnchor", "page"),
                        ("w:tblpX", "1588"),
                        ("w:tblpYSpec", "bottom"),
                    ],
                )?;
            }
            xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")])?;
            // 0.35 mm around, 0.25 mm within, in eighths of a point.
            if layout != PaperLayout::Letter {
                borders(xml, &[("w:top", "8"), ("w:bottom", "8"), ("w:insideH", "6")])?;
            }
            xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
            margins(xml, "0")
        })?;
        xml.element("w:tblGrid", &[], |xml| xml.empty("w:gridCol", &[("w:w", &width)]))?;
        lines.iter().try_for_each(|(tab, text)| {
            xml.element("w:tr", &[], |xml| {
                xml.element("w:tc", &[], |xml| {
                    let of_cell = |xml: &mut Xml| xml.empty("w:tcW", &[("w:w", &width), ("w:type", "dxa")]);
                    xml.element("w:tcPr", &[], of_cell)?;
                    paragraph(xml, "Foot", &Look { tab: *tab, ..Look::default() }, text)
                })
            })
        })
    })
}

/// The lines of a table, by side.
fn borders(xml: &mut Xml, sides: &[(&str, &str)]) -> io::Result<()> {
    xml.element("w:tblBorders", &[], |xml| {
        sides.iter().try_for_each(|(side, size)| {
            xml.empty(side, &[("w:val", "single"), ("w:sz", size), ("w:space", "0"), ("w:color", "000000")])
        })
    })
}

/// What a table leaves free in its cells, left and right.
fn margins(xml: &mut Xml, width: &str) -> io::Result<()> {
    xml.element("w:tblCellMar", &[], |xml| {
        ["w:left", "w:right"].iter().try_for_each(|it| xml.empty(it, &[("w:w", width), ("w:type", "dxa")]))
    })
}

fn section(xml: &mut Xml, layout: PaperLayout) -> io::Result<()> {
    xml.element("w:sectPr", &[], |xml| {
        let is_letter = layout == PaperLayout::Letter;
        if is_letter {
            xml.empty("w:headerReference", &[("w:type", "first"), ("r:id", "rId6")])?;
        }
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rId6")])?;
        xml.empty("w:headerReference", &[("w:type", "even"), ("r:id", "rId6")])?;
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId4")])?;
        xml.empty("w:footerReference", &[("w:type", "even"), ("r:id", "rId5")])?;
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")])?;
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", "2098"),
                ("w:right", "1474"),
                ("w:bottom", "1984"),
                ("w:left", "1588"),
                // Above the mark of a letter there are but 30 mm.
                ("w:header", if is_letter { "567" } else { "1134" }),
                ("w:footer", "1304"),
                ("w:gutter", "0"),
            ],
        )?;
        // The first page of a letter has no number.
        if is_letter {
            xml.empty("w:titlePg", &[])?;
        }
        // Lines alone: a grid of characters would give a character wider than its cell two of them.
        xml.empty("w:docGrid", &[("w:type", "lines"), ("w:linePitch", &LINE.to_string())])
    })
}

/// In what a paragraph differs from its style.
#[derive(Clone, Copy, Default)]
struct Look {
    new_page: bool,
    /// 4 mm below it, as wide as what is printed.
    red_line: bool,
    /// What follows a tabulator stands at the right edge.
    tab: bool,
    before: Option<u32>,
    /// One character from the left edge.
    left: bool,
    /// On the page of what follows it.
    with_next: bool,
    right: Option<u32>,
    font: Option<&'static str>,
    /// The size in half points, and the width of the characters in per cent.
    size: Option<(u32, u32)>,
}

impl Look {
    fn before(self, before: u32) -> Self {
        Self { before: Some(before), ..self }
    }

    /// The properties of a paragraph, in the order of the schema.
    fn paragraph(&self, xml: &mut Xml, style: &str) -> io::Result<()> {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style)])?;
            if self.with_next {
                xml.empty("w:keepNext", &[])?;
            }
            if self.new_page {
                xml.empty("w:pageBreakBefore", &[])?;
            }
            if self.red_line {
                let line = [("w:val", "single"), ("w:sz", "12"), ("w:space", "11"), ("w:color", "FF0000")];
                xml.element("w:pBdr", &[], |xml| xml.empty("w:bottom", &line))?;
            }
            if self.tab {
                let at = (WIDTH - CELL).to_string();
                xml.element("w:tabs", &[], |xml| xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &at)]))?;
            }
            // A line of larger type is as high as the type.
            let height = self.size.map(|(half_points, _)| (half_points * 10).to_string());
            let before = self.before.map(|it| it.to_string());
            let line = height.as_deref().map(|it| [("w:line", it), ("w:lineRule", "exact")]);
            let before = before.as_deref().map(|it| ("w:before", it));
            let spacing: Vec<_> = before.into_iter().chain(line.into_iter().flatten()).collect();
            if !spacing.is_empty() {
                xml.empty("w:spacing", &spacing)?;
            }
            if self.left {
                xml.empty("w:ind", &[("w:firstLine", &CELL.to_string())])?;
            }
            if let Some(right) = self.right {
                xml.empty("w:ind", &[("w:right", &right.to_string())])?;
            }
            if self.tab {
                xml.empty("w:jc", &[("w:val", "left")])?;
            }
            Ok(())
        })
    }
}

fn paragraph(xml: &mut Xml, style: &str, look: &Look, text: &str) -> io::Result<()> {
    xml.element("w:p", &[], |xml| {
        look.paragraph(xml, style)?;
        run(xml, look, text)
    })
}

fn run(xml: &mut Xml, look: &Look, text: &str) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    xml.element("w:r", &[], |xml| {
        if look.font.is_some() || look.size.is_some() {
            xml.element("w:rPr", &[], |xml| {
                if let Some(font) = look.font {
                    xml.empty("w:rFonts", &[("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font)])?;
                }
                if let Some((half_points, scale)) = look.size {
                    let size = half_points.to_string();
                    if scale < 100 {
                        xml.empty("w:w", &[("w:val", &scale.to_string())])?;
                    }
                    xml.empty("w:sz", &[("w:val", &size)])?;
                    xml.empty("w:szCs", &[("w:val", &size)])?;
                }
                Ok(())
            })?;
        }
        for (ix, line) in text.split('\n').enumerate() {
            if ix > 0 {
                xml.empty("w:br", &[])?;
            }
            for (ix, part) in line.split('\t').enumerate() {
                if ix > 0 {
                    xml.empty("w:tab", &[])?;
                }
                if !part.is_empty() {
                    xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(part))?;
                }
            }
        }
        Ok(())
    })
}
