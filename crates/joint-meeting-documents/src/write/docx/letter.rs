//! The letter format (信函格式): a mark 30 mm below the top of the page, red double lines below it and at the foot.
//!
//! The lower lines stand 20 mm above the foot of the page. Mark and lines stand on the first page alone, placed by the
//! edges of the page.

use std::io;

use super::look::{Look, WIDTH as TEXT, paragraph, run};
use crate::write::{measure::mark_size, xml::Xml};

/// The lines are 170 mm wide, and begin 20 mm from the left edge.
const WIDTH: &str = "9638";
const LEFT: &str = "1134";

/// What a line of text leaves to the 7/8 of a character between it and the red line.
const BELOW_LINE: u32 = 147;

/// The mark with its thick and thin line, and the thin and thick line at the foot.
pub(super) fn head(xml: &mut Xml, mark: &str) -> io::Result<()> {
    let (half_points, scale) = mark_size(mark);
    let mark_look = Look { size: Some((half_points, scale)), ..Look::default() };
    let line = Some((half_points * 10).to_string());
    let below = ("w:bottom", "thickThinSmallGap", "11");
    framed(xml, "Mark", "1701", below, line, |xml| run(xml, &mark_look, mark))?;
    framed(xml, "Gap", "15660", ("w:top", "thinThickSmallGap", "0"), None, |_| Ok(()))
}

/// The number at the right edge and, beside and below it at the left, the marks of secrecy and urgency.
pub(super) fn marks(xml: &mut Xml, top: &[&str], number: &str) -> io::Result<()> {
    let look = Look::default().before(BELOW_LINE);
    let Some((first, rest)) = top.split_first() else { return paragraph(xml, "Signature", &look, number) };
    let look = Look { tab: Some(TEXT), ..look };
    let hei = Look { font: Some("黑体"), ..Look::default() };
    xml.element("w:p", &[], |xml| {
        look.paragraph(xml, "Recipients")?;
        run(xml, &hei, first)?;
        run(xml, &look, &format!("\t{number}"))
    })?;
    rest.iter().try_for_each(|it| paragraph(xml, "Recipients", &hei, it))
}

/// A paragraph with a double line at one side, so far from the top of the page, with lines of some height.
fn framed(
    xml: &mut Xml,
    style: &str,
    top: &str,
    (side, line, space): (&str, &str, &str),
    height: Option<String>,
    within: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style)])?;
            xml.empty(
                "w:framePr",
                &[
                    ("w:w", WIDTH),
                    ("w:wrap", "notBeside"),
                    ("w:vAnchor", "page"),
                    ("w:hAnchor", "page"),
                    ("w:x", LEFT),
                    ("w:y", top),
                ],
            )?;
            let line = [("w:val", line), ("w:sz", "18"), ("w:space", space), ("w:color", "FF0000")];
            xml.element("w:pBdr", &[], |xml| xml.empty(side, &line))?;
            match &height {
                Some(it) => xml.empty("w:spacing", &[("w:line", it), ("w:lineRule", "exact")]),
                None => Ok(()),
            }
        })?;
        within(xml)
    })
}
