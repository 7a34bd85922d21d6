//! Lines of a paper in HTML: a text, or one at each edge.

use std::io;

use crate::write::xml::Xml;

/// A text in an element of a class.
pub(super) fn line(xml: &mut Xml, name: &str, class: &str, text: &str) -> io::Result<()> {
    xml.element(name, &[("class", class)], |xml| xml.text(text))
}

/// Two texts in one line, one at each edge.
pub(super) fn apart(xml: &mut Xml, name: &str, class: &str, left: &str, right: &str) -> io::Result<()> {
    xml.element(name, &[("class", class)], |xml| {
        xml.element("span", &[], |xml| xml.text(left))?;
        xml.element("span", &[], |xml| xml.text(right))
    })
}
