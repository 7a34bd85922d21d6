//! The looks of paragraphs and runs in a .docx: in what they differ from their style.
//!
//! Lengths are in twentieths of a point, as the format has them. The styles themselves stand in `styles.xml`.

use std::io;

use crate::write::xml::Xml;

/// The namespace of elements.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace of references to other parts of the package.
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The width of what is printed on a page: 156 mm.
pub(super) const WIDTH: u32 = 8844;
/// The height of a line.
pub(super) const LINE: u32 = 579;
/// The width of a character and what follows it.
pub(super) const CELL: u32 = 316;

/// In what a paragraph differs from its style.
#[derive(Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) new_page: bool,
    /// Whether a red line stands 4 mm below it, as wide as what is printed.
    pub(super) red_line: bool,
    /// Where what follows a tabulator ends.
    pub(super) tab: Option<u32>,
    /// Where what follows each of two tabulators begins.
    pub(super) stops: Option<[u32; 2]>,
    pub(super) before: Option<u32>,
    /// Whether it begins one character from the left edge.
    pub(super) left: bool,
    /// Whether it stays on the page of what follows it.
    pub(super) with_next: bool,
    pub(super) right: Option<u32>,
    /// Where its lines begin, and how much further to the left the first does.
    pub(super) hanging: Option<(u32, u32)>,
    /// How its lines stand, where that is not as in its style.
    pub(super) align: Option<&'static str>,
    pub(super) font: Option<&'static str>,
    /// The size in half points, and the width of the characters in per cent.
    pub(super) size: Option<(u32, u32)>,
}

impl Look {
    pub(super) fn before(self, before: u32) -> Self {
        Self { before: Some(before), ..self }
    }

    /// The properties of a paragraph, in the order of the schema.
    pub(super) fn paragraph(&self, xml: &mut Xml, style: &str) -> io::Result<()> {
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
            if let Some(at) = self.tab {
                let at = at.to_string();
                xml.element("w:tabs", &[], |xml| xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &at)]))?;
            }
            if let Some(stops) = self.stops {
                let stops = stops.map(|it| it.to_string());
                xml.element("w:tabs", &[], |xml| {
                    stops.iter().try_for_each(|it| xml.empty("w:tab", &[("w:val", "left"), ("w:pos", it)]))
                })?;
            }
            // A line of larger type is as high as that type.
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
            if let Some((left, hanging)) = self.hanging {
                let (left, hanging) = (left.to_string(), hanging.to_string());
                xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)])?;
            }
            if let Some(right) = self.right {
                xml.empty("w:ind", &[("w:right", &right.to_string())])?;
            }
            let at_tabs = self.tab.is_some() || self.stops.is_some();
            match self.align.or(at_tabs.then_some("left")) {
                Some(align) => xml.empty("w:jc", &[("w:val", align)]),
                None => Ok(()),
            }
        })
    }
}

pub(super) fn paragraph(xml: &mut Xml, style: &str, look: &Look, text: &str) -> io::Result<()> {
    xml.element("w:p", &[], |xml| {
        look.paragraph(xml, style)?;
        run(xml, look, text)
    })
}

pub(super) fn run(xml: &mut Xml, look: &Look, text: &str) -> io::Result<()> {
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
