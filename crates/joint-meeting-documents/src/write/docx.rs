//! The writer of .docx in the layout of GB/T 9704—2012: the package, with what is the same in every paper.
//!
//! The layout is A4 with 22 lines of 28 characters, red head, red line, and the foot of the last page. Styles, fonts with
//! their substitutes and page numbers stand in `docx/`; what differs from paper to paper is in `document`, with elements in
//! the order of the schema.

mod document;
mod foot;
mod letter;
mod look;
mod signed;
mod table;

use std::io::{self, Cursor, Write};

use zip::{CompressionMethod, DateTime, System, ZipWriter, write::SimpleFileOptions};

use self::{
    document::document,
    look::{Look, W, paragraph},
};
use super::xml::Xml;
use crate::paper::{Paper, PaperDraft};

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
/// The fonts of Latin text in Chinese papers, and in others.
const CHINESE: &str = r#"w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312""#;
const LATIN: &str = r#"w:ascii="Times New Roman" w:hAnsi="Times New Roman""#;

/// Why a package cannot be written; as it is written into memory, that is always a fault of this library.
#[derive(Debug, thiserror::Error)]
pub(super) enum PackageError {
    #[error("{0}")]
    Zip(#[from] zip::result::ZipError),
    #[error("{0}")]
    Io(#[from] io::Error),
}

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

/// The properties of the package: title, language, and the head of the journal it was made from.
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
