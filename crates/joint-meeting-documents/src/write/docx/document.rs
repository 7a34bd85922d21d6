//! The document inside a .docx: its head, its blocks, its signature, and the page on which they stand.
//!
//! Tables, the foot and the head of a letter have files of their own.

use std::io;

use super::{
    foot::foot,
    letter,
    look::{CELL, LINE, Look, R, W, WIDTH, paragraph, run},
    signed::{signature, signers},
    table::table,
};
use crate::{
    paper::{Paper, PaperBlock, PaperDraft, PaperLayout},
    write::{
        measure::{self, annex_insets, mark_size, stand_in_one_line, title_lines},
        xml::Xml,
    },
};

/// The most half characters (five lines) of a text that stays on one page with the signature below it.
const KEPT: u32 = 280;
/// What is free between a number and the title of an annex, so that the title begins at its place in every font.
const SLACK: u32 = 40;
/// The most annexes whose names stay on one page with the signature below them.
const KEPT_ANNEXES: usize = 6;
/// The distance from the top of what is printed to the mark: 35 mm.
const ABOVE_MARK: u32 = 1984;

pub(super) fn document(paper: &Paper) -> io::Result<Vec<u8>> {
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
            paper.remarks.iter().try_for_each(|it| paragraph(xml, "Source", &Look::default(), it))?;
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
    let is_letter = paper.layout == PaperLayout::Letter;
    if is_letter {
        letter::head(xml, mark.unwrap_or_default())?;
    }
    // The number of a letter stands in the line of the first mark.
    if !is_letter {
        let look = Look { font: Some("黑体"), ..Look::default() };
        top.iter().try_for_each(|it| paragraph(xml, "Recipients", &look, it))?;
    }
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
        (PaperLayout::Letter, _) => letter::marks(xml, &top, number)?,
        (PaperLayout::Bulletin, Some(foot)) => {
            paragraph(xml, "Number", &Look::default(), number)?;
            let look = Look { left: true, ..Look::default() };
            if stand_in_one_line(&foot.issuer, &foot.date) {
                let text = format!("{}\t{}", foot.issuer, foot.date);
                paragraph(xml, "Line", &Look { red_line: true, tab: Some(WIDTH - CELL), ..look }, &text)?;
            } else {
                paragraph(xml, "Line", &look, &foot.issuer)?;
                let text = format!("\t{}", foot.date);
                paragraph(xml, "Line", &Look { red_line: true, tab: Some(WIDTH - CELL), ..look }, &text)?;
            }
        }
        _ => {
            if paper.signer.is_some() {
                signers(xml, paper, number)?;
            } else {
                paragraph(xml, "Number", &Look { red_line: true, ..Look::default() }, number)?;
            }
        }
    }
    let above = if paper.layout == PaperLayout::Sheet { 0 } else { 2 * LINE };
    title(xml, above, &paper.title)
}

fn title(xml: &mut Xml, before: u32, title: &str) -> io::Result<()> {
    paragraph(xml, "Title", &Look::default().before(before), &title_lines(title).join("\n"))
}

/// Writes the blocks. Where a signature follows, the last block stays with it, so that no page has a signature alone.
fn blocks(xml: &mut Xml, paper: &Paper, blocks: &[PaperBlock], signed: bool) -> io::Result<()> {
    let mut before: Option<&PaperBlock> = None;
    for (ix, block) in blocks.iter().enumerate() {
        let is_last = signed && ix + 1 == blocks.len();
        // A long block would leave its page empty.
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
            PaperBlock::Annexes { label, titles } => {
                let lines = paper.annex_lines(label, titles);
                for (ix, ((mark, title), (left, wide))) in lines.iter().zip(annex_insets(&lines)).enumerate()
                {
                    let look = Look {
                        before: (ix == 0).then_some(LINE),
                        hanging: Some(((left + wide) * CELL / 2 + SLACK, wide * CELL / 2 + SLACK)),
                        with_next: is_last && lines.len() <= KEPT_ANNEXES,
                        ..Look::default()
                    };
                    paragraph(xml, "Recipients", &look, &format!("{mark}\t{title}"))?;
                }
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

fn reasons(xml: &mut Xml, draft: &PaperDraft) -> io::Result<()> {
    paragraph(xml, "Draft", &Look::default().before(LINE), &draft.mark)?;
    draft.why.iter().try_for_each(|it| paragraph(xml, "Body", &Look::default(), it))
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
                // Above the mark of a letter there are only 30 mm.
                ("w:header", if is_letter { "567" } else { "1134" }),
                ("w:footer", "1304"),
                ("w:gutter", "0"),
            ],
        )?;
        // The first page of a letter has no number.
        if is_letter {
            xml.empty("w:titlePg", &[])?;
        }
        // The grid is one of lines alone: a grid of characters would give two cells to a character wider than its cell.
        xml.empty("w:docGrid", &[("w:type", "lines"), ("w:linePitch", &LINE.to_string())])
    })
}
