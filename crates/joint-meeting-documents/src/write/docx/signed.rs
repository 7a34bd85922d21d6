//! Those who sign a paper in a .docx: the signature below the text, and the names at the top of what goes up.

use std::{io, iter};

use super::{
    look::{CELL, LINE, Look, WIDTH, paragraph, run},
    table::margins,
};
use crate::{
    paper::{Paper, PaperSignature},
    write::{
        measure::{DATE_INSET, beside_date},
        signed::{SEAL_ROW, SealRows, seal_rows, signer_lines, unsealed},
        xml::Xml,
    },
};

/// The most rows of seals that stay on one page.
const KEPT_ROWS: usize = 4;

/// So many millimetres, in twentieths of a point.
fn millimetres(it: u32) -> u32 {
    it * 1440 * 10 / 254
}

/// The issuers and the date.
pub(super) fn signature(xml: &mut Xml, it: &PaperSignature) -> io::Result<()> {
    if let Some(rows) = seal_rows(it) {
        return in_rows(xml, &rows, &it.date);
    }
    if it.unsealed {
        return below_each_other(xml, it);
    }
    // One issuer above the date, the date four characters from the right.
    let issuers = it.by.iter().map(|by| (by, beside_date(by, &it.date)));
    for (ix, (text, halves)) in issuers.chain([(&it.date, DATE_INSET)]).enumerate() {
        let right = Some(halves * CELL / 2);
        let look = Look { before: (ix == 0).then_some(LINE), right, ..Look::default() };
        paragraph(xml, "Signature", &look, text)?;
    }
    Ok(())
}

fn below_each_other(xml: &mut Xml, it: &PaperSignature) -> io::Result<()> {
    let (issuers, date) = unsealed(it);
    let lines = it.by.iter().map(|by| (by, issuers)).chain([(&it.date, date)]);
    for (ix, (text, halves)) in lines.enumerate() {
        let before = (ix == 0).then_some(LINE);
        let look =
            Look { before, hanging: Some((halves * CELL / 2, 0)), align: Some("left"), ..Look::default() };
        paragraph(xml, "Signature", &look, text)?;
    }
    Ok(())
}

/// The issuers in rows, the date below the last.
fn in_rows(xml: &mut Xml, it: &SealRows<'_>, date: &str) -> io::Result<()> {
    // A table may come before, which would become one with this.
    paragraph(xml, "Gap", &Look { with_next: true, ..Look::default() }, "")?;
    let places = it.rows.first().map_or(0, Vec::len);
    let pitch = millimetres(it.pitch);
    let width = pitch * u32::try_from(places).unwrap_or(0);
    let left = WIDTH.saturating_sub(width + millimetres(it.right));
    let (pitch, width) = (pitch.to_string(), width.to_string());
    let height = millimetres(SEAL_ROW).to_string();
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")])?;
            xml.empty("w:tblInd", &[("w:w", &left.to_string()), ("w:type", "dxa")])?;
            xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
            margins(xml, "0")
        })?;
        xml.element("w:tblGrid", &[], |xml| {
            iter::repeat_n(&pitch, places).try_for_each(|it| xml.empty("w:gridCol", &[("w:w", it)]))
        })?;
        for (ix, row) in it.rows.iter().enumerate() {
            let is_last = ix + 1 == it.rows.len();
            let look = Look {
                with_next: !is_last && it.rows.len() <= KEPT_ROWS,
                align: Some("center"),
                ..Look::default()
            };
            xml.element("w:tr", &[], |xml| {
                xml.element("w:trPr", &[], |xml| {
                    xml.empty("w:cantSplit", &[])?;
                    xml.empty("w:trHeight", &[("w:val", &height), ("w:hRule", "exact")])
                })?;
                for (ix, place) in row.iter().enumerate() {
                    xml.element("w:tc", &[], |xml| {
                        xml.element("w:tcPr", &[], |xml| {
                            xml.empty("w:tcW", &[("w:w", &pitch), ("w:type", "dxa")])?;
                            xml.empty("w:vAlign", &[("w:val", "center")])
                        })?;
                        paragraph(xml, "Recipients", &look, place.unwrap_or_default())?;
                        // The others of the last row stand as high as the one above the date.
                        match is_last {
                            true if ix + 1 == row.len() => paragraph(xml, "Recipients", &look, date),
                            true => paragraph(xml, "Recipients", &look, ""),
                            false => Ok(()),
                        }
                    })?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// The number and the names of those who signed, above the red line.
pub(super) fn signers(xml: &mut Xml, paper: &Paper, number: &str) -> io::Result<()> {
    let Some((word, names)) = paper.signed_by() else { return Ok(()) };
    let kai = Look { font: Some("楷体_GB2312"), ..Look::default() };
    let above = Look { red_line: true, left: true, ..Look::default() };
    let Some(it) = signer_lines(number, word, &names) else {
        let look = Look { tab: Some(WIDTH - CELL), ..above };
        return xml.element("w:p", &[], |xml| {
            look.paragraph(xml, "Number")?;
            run(xml, &look, &format!("{number}\t{word}"))?;
            run(xml, &kai, &names.concat())
        });
    };
    let [word_at, first, second] = it.at.map(|halves| halves * CELL / 2);
    for (ix, names) in it.lines.iter().enumerate() {
        let is_last = ix + 1 == it.lines.len();
        let (begins, word) = if ix == 0 { (word_at, word) } else { (first, "") };
        let before = (ix > 0).then_some(0);
        let look =
            Look { stops: Some([begins, second]), before, red_line: is_last && it.with_number, ..above };
        let number = if is_last && it.with_number { number } else { "" };
        xml.element("w:p", &[], |xml| {
            look.paragraph(xml, "Number")?;
            run(xml, &look, &format!("{number}\t{word}"))?;
            run(xml, &kai, &names.join("\t"))
        })?;
    }
    if it.with_number {
        return Ok(());
    }
    paragraph(xml, "Number", &Look { before: Some(0), ..above }, number)
}
