//! The writer of HTML with print CSS, whose printed page is that of the .docx.
//!
//! There is no script, and nothing is loaded from elsewhere; what users wrote is text.

mod lines;
mod signed;

use std::{fmt::Write, io};

use self::{
    lines::{apart, line},
    signed::{signature, signers},
};

use super::{
    measure::{HIGHEST_FOOT, MANY_COLUMNS, annex_insets, foot_lines, mark_size, title_lines},
    xml::Xml,
};
use crate::{
    paper::{Paper, PaperBlock, PaperColumn, PaperDistribution, PaperDraft, PaperLayout},
    terms::printable::printable,
};

const STYLE: &str = include_str!("html/paper.css");
const LETTER: &str = include_str!("html/letter.css");
/// What few papers have, which the others are written without.
const FEW: &str = include_str!("html/few.css");
/// The policy by which nothing is fetched and nothing runs, whatever stands in the text.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

pub(super) fn write(paper: &Paper) -> io::Result<Vec<u8>> {
    let mut xml = Xml::plain();
    xml.raw("<!DOCTYPE html>\n")?;
    xml.element("html", &[("lang", &printable(&paper.lang))], |xml| {
        xml.element("head", &[], |xml| {
            xml.empty("meta", &[("charset", "utf-8")])?;
            xml.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)])?;
            xml.empty("meta", &[("name", "viewport"), ("content", "width=device-width")])?;
            let head = format!("{} {}", paper.made_from.count, paper.made_from.digest);
            xml.empty("meta", &[("name", "journal"), ("content", &head)])?;
            xml.element("title", &[], |xml| xml.text(&paper.title))?;
            xml.element("style", &[], |xml| {
                xml.raw(STYLE)?;
                if paper.layout == PaperLayout::Letter {
                    xml.raw(LETTER)?;
                }
                if has_what_few_have(paper) {
                    xml.raw(FEW)?;
                }
                match &paper.draft {
                    Some(it) => xml.raw(&on_every_page(it)),
                    None => Ok(()),
                }
            })
        })?;
        xml.raw("\n")?;
        let lines = paper.distribution.as_ref().map(|it| lines_of_foot(paper.layout, it));
        let room = lines.filter(|it| (1..=HIGHEST_FOOT).contains(it));
        let room = room.map(|it| format!("--foot: {}pt", it * FOOT_LINE));
        let footed = room.as_deref().map(|it| [("class", "footed"), ("style", it)]);
        xml.element("body", footed.as_ref().map_or(&[], |it| it), |xml| body(xml, paper))
    })?;
    xml.raw("\n")?;
    Ok(xml.finish())
}

fn has_what_few_have(paper: &Paper) -> bool {
    let names_annexes = paper.blocks.iter().any(|it| matches!(it, PaperBlock::Annexes { .. }));
    let of_several = paper.signature.as_ref().is_some_and(|it| it.unsealed || it.by.len() > 1);
    let marked = paper.layout == PaperLayout::Letter && !paper.top().is_empty();
    names_annexes || of_several || marked || paper.signer.is_some()
}

/// The mark of a draft above every page. Whatever it says stays within the string: each character is given by its number.
fn on_every_page(draft: &PaperDraft) -> String {
    let mut string = String::new();
    for it in draft.mark.chars() {
        let _ = write!(string, "\\{:x} ", u32::from(it));
    }
    format!(
        "@page {{ @top-center {{ content: \"{string}\"; font: 16pt \"黑体\", SimHei, STHeiti, sans-serif; }} }}\n"
    )
}

fn body(xml: &mut Xml, paper: &Paper) -> io::Result<()> {
    if let Some(it) = &paper.draft {
        line(xml, "p", "draft", &it.mark)?;
    }
    head(xml, paper)?;
    if let Some(it) = paper.salutation() {
        line(xml, "p", "recipients", &it)?;
    }
    let (text, annex) = paper.with_annexes_apart();
    blocks(xml, paper, text)?;
    if let Some(it) = &paper.signature {
        signature(xml, it)?;
    }
    if let Some(it) = &paper.note {
        line(xml, "p", "body note", it)?;
    }
    blocks(xml, paper, annex)?;
    if let Some(it) = &paper.draft {
        line(xml, "p", "reasons", &it.mark)?;
        it.why.iter().try_for_each(|it| line(xml, "p", "body", it))?;
    }
    if let Some(it) = &paper.source {
        line(xml, "p", "source", it)?;
    }
    paper.remarks.iter().try_for_each(|it| line(xml, "p", "source", it))?;
    if let Some(it) = &paper.distribution {
        foot(xml, paper.layout, it)?;
    }
    Ok(())
}

fn head(xml: &mut Xml, paper: &Paper) -> io::Result<()> {
    let top = paper.top();
    if paper.layout != PaperLayout::Letter {
        top.iter().try_for_each(|it| line(xml, "p", "top", it))?;
    }
    if let Some(mark) = &paper.mark {
        let (half_points, scale) = mark_size(mark);
        let mut style = format!("font-size: {}pt", half_points / 2);
        if !top.is_empty() && paper.layout != PaperLayout::Letter {
            let _ = write!(style, "; margin-top: calc(35mm - {} * var(--line))", top.len());
        }
        xml.element("p", &[("class", "mark"), ("style", &style)], |xml| {
            if scale == 100 {
                return xml.text(mark);
            }
            let condensed = format!("transform: scaleX({}.{:02})", scale / 100, scale % 100);
            xml.element("span", &[("style", &condensed)], |xml| xml.text(mark))
        })?;
    }
    if paper.layout == PaperLayout::Letter {
        line(xml, "p", "double", "")?;
    }
    let number = paper.number.as_deref().unwrap_or_default();
    match (paper.layout, &paper.distribution, &paper.signer) {
        (PaperLayout::Sheet, ..) => {
            if !number.is_empty() {
                line(xml, "p", "number", number)?;
            }
        }
        (PaperLayout::Letter, ..) => marks_of_letter(xml, &top, number)?,
        (PaperLayout::Bulletin, Some(foot), _) => {
            line(xml, "p", "number", number)?;
            apart(xml, "p", "line red", &foot.issuer, &foot.date)?;
        }
        (.., Some(_)) => signers(xml, paper, number)?,
        _ => line(xml, "p", "number red", number)?,
    }
    title(xml, &paper.title)
}

/// The number at the right edge and, beside and below it at the left, the marks of secrecy and urgency.
fn marks_of_letter(xml: &mut Xml, top: &[&str], number: &str) -> io::Result<()> {
    let Some((first, rest)) = top.split_first() else { return line(xml, "p", "letter", number) };
    xml.element("p", &[("class", "letter marks")], |xml| {
        line(xml, "span", "top", first)?;
        xml.element("span", &[], |xml| xml.text(number))
    })?;
    rest.iter().try_for_each(|it| line(xml, "p", "letter top", it))
}

fn title(xml: &mut Xml, title: &str) -> io::Result<()> {
    xml.element("h1", &[("class", "title")], |xml| {
        for (ix, line) in title_lines(title).into_iter().enumerate() {
            if ix > 0 {
                xml.empty("br", &[])?;
            }
            xml.text(line)?;
        }
        Ok(())
    })
}

fn blocks(xml: &mut Xml, paper: &Paper, blocks: &[PaperBlock]) -> io::Result<()> {
    let mut before: Option<&PaperBlock> = None;
    for block in blocks {
        match block {
            PaperBlock::Heading { level, number, text } => {
                let name = match level {
                    1 => "h2",
                    2 => "h3",
                    3 => "h4",
                    _ => "h5",
                };
                line(xml, name, "heading", &format!("{number}{text}"))?;
            }
            PaperBlock::Paragraph { text } => line(xml, "p", "body", text)?,
            PaperBlock::Roll { label, text } => {
                let first = !matches!(before, Some(PaperBlock::Roll { .. }));
                let class = if first { "roll first" } else { "roll" };
                xml.element("p", &[("class", class)], |xml| {
                    xml.element("b", &[], |xml| xml.text(&format!("{label}{}", paper.colon())))?;
                    xml.text(text)
                })?;
            }
            PaperBlock::Table { columns, rows } => table(xml, columns, rows)?,
            PaperBlock::Annexes { label, titles } => {
                let lines = paper.annex_lines(label, titles);
                let insets = annex_insets(&lines);
                for (ix, ((before, title), (left, wide))) in lines.iter().zip(insets).enumerate() {
                    let style = format!("padding-left: calc({left} * var(--cell) / 2)");
                    let class = if ix == 0 { "annexes first" } else { "annexes" };
                    xml.element("p", &[("class", class), ("style", &style)], |xml| {
                        let width = format!("width: calc({wide} * var(--cell) / 2)");
                        xml.element("span", &[("style", &width)], |xml| xml.text(before))?;
                        xml.element("span", &[], |xml| xml.text(title))
                    })?;
                }
            }
            PaperBlock::Annex { label, title } => {
                line(xml, "p", "annex", label)?;
                self::title(xml, title)?;
            }
        }
        xml.raw("\n")?;
        before = Some(block);
    }
    Ok(())
}

fn table(xml: &mut Xml, columns: &[PaperColumn], rows: &[Vec<String>]) -> io::Result<()> {
    let shares: u32 = columns.iter().map(|it| u32::from(it.width)).sum::<u32>().max(1);
    let many = [("class", "many")];
    xml.element("table", if columns.len() >= MANY_COLUMNS { &many } else { &[] }, |xml| {
        xml.element("colgroup", &[], |xml| {
            columns.iter().try_for_each(|it| {
                let tenths = u32::from(it.width) * 1000 / shares;
                let style = format!("width: {}.{}%", tenths / 10, tenths % 10);
                xml.empty("col", &[("style", &style)])
            })
        })?;
        xml.element("thead", &[], |xml| {
            xml.element("tr", &[], |xml| {
                columns
                    .iter()
                    .try_for_each(|it| xml.element("th", &[("scope", "col")], |xml| xml.text(&it.head)))
            })
        })?;
        xml.element("tbody", &[], |xml| {
            rows.iter().try_for_each(|row| {
                xml.element("tr", &[], |xml| {
                    row.iter().try_for_each(|it| xml.element("td", &[], |xml| xml.text(it)))
                })?;
                xml.raw("\n")
            })
        })
    })
}

/// The height of a line of the foot, in points.
const FOOT_LINE: u32 = 25;

fn names_copies_alone(layout: PaperLayout) -> bool {
    matches!(layout, PaperLayout::Bulletin | PaperLayout::Letter)
}

fn lines_of_foot(layout: PaperLayout, it: &PaperDistribution) -> u32 {
    let copies = it.copies.as_ref().map_or(0, |it| foot_lines(it));
    copies + if names_copies_alone(layout) { 0 } else { foot_lines(&format!("{}{}", it.issuer, it.date)) }
}

fn foot(xml: &mut Xml, layout: PaperLayout, it: &PaperDistribution) -> io::Result<()> {
    if lines_of_foot(layout, it) == 0 {
        return Ok(());
    }
    let copies_alone = names_copies_alone(layout);
    xml.element("footer", &[("class", "foot")], |xml| {
        if let Some(copies) = &it.copies {
            line(xml, "p", "copies", copies)?;
        }
        if copies_alone { Ok(()) } else { apart(xml, "p", "issuer", &it.issuer, &it.date) }
    })
}
