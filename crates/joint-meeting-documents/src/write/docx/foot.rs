//! The foot of the last page of a .docx.
//!
//! What a draft has below that is in `document`.

use std::io;

use super::{
    look::{CELL, Look, WIDTH, paragraph},
    table::{borders, margins},
};
use crate::{
    paper::{PaperDistribution, PaperLayout},
    write::{
        measure::{HIGHEST_FOOT, foot_lines, stand_in_one_line},
        xml::Xml,
    },
};

/// What stands at the foot of the last page: a table that floats to the bottom of what is printed.
pub(super) fn foot(xml: &mut Xml, layout: PaperLayout, it: &PaperDistribution) -> io::Result<()> {
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
    // A table may come before, which would become one with this.
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
            // The lines are of 0.35 mm around and 0.25 mm within, in eighths of a point.
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
                    paragraph(
                        xml,
                        "Foot",
                        &Look { tab: tab.then_some(WIDTH - CELL), ..Look::default() },
                        text,
                    )
                })
            })
        })
    })
}
