//! The tables in a .docx, and what its foot shares with them.
//!
//! What stands in the cells is settled when the paper is made.

use std::{io, iter};

use super::look::{Look, WIDTH, paragraph};
use crate::{
    paper::PaperColumn,
    write::{
        measure::{self, MANY_COLUMNS},
        xml::Xml,
    },
};

/// The most half characters in any cell of a row that stays on one page.
const SHORT: u32 = 160;
/// Writes a table, in which each row has as many cells as there are columns, whatever it brings.
pub(super) fn table(xml: &mut Xml, columns: &[PaperColumn], rows: &[Vec<String>]) -> io::Result<()> {
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
                // A longer row could be more than a page high.
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

/// The lines of a table, by side.
pub(super) fn borders(xml: &mut Xml, sides: &[(&str, &str)]) -> io::Result<()> {
    xml.element("w:tblBorders", &[], |xml| {
        sides.iter().try_for_each(|(side, size)| {
            xml.empty(side, &[("w:val", "single"), ("w:sz", size), ("w:space", "0"), ("w:color", "000000")])
        })
    })
}

/// What a table leaves free in its cells, left and right.
pub(super) fn margins(xml: &mut Xml, width: &str) -> io::Result<()> {
    xml.element("w:tblCellMar", &[], |xml| {
        ["w:left", "w:right"].iter().try_for_each(|it| xml.empty(it, &[("w:w", width), ("w:type", "dxa")]))
    })
}
