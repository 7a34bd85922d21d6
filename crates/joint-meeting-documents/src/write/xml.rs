//! The writing of XML by `quick-xml`: elements in the order in which they are called, text and attributes escaped.

use std::io::{self, Write};

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

use crate::terms::printable::{is_printable, printable};

/// An XML text on its way.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A text with the declaration that begins each part of a package.
    pub(super) fn declared() -> io::Result<Self> {
        let mut xml = Self::plain();
        xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        Ok(xml)
    }

    pub(super) fn plain() -> Self {
        Self(Writer::new(Vec::new()))
    }

    /// An element with what `within` writes.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        within: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))?;
        within(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// Escaped text, without what no paper shows.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        if text.chars().all(is_printable) {
            self.0.write_event(Event::Text(BytesText::new(text)))
        } else {
            self.0.write_event(Event::Text(BytesText::new(&printable(text))))
        }
    }

    /// Text of the library's own that is XML already.
    pub(super) fn raw(&mut self, xml: &str) -> io::Result<()> {
        self.0.get_mut().write_all(xml.as_bytes())
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.0.into_inner()
    }
}

fn start<'e>(name: &'e str, attributes: &[(&'e str, &'e str)]) -> BytesStart<'e> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}
