//! The text of a .docx, whoever wrote it: one line for each paragraph that has any, cells of tables in their order.

use std::{fs::File, io::Read};

use quick_xml::{Reader, escape::resolve_predefined_entity, events::Event};
use zip::ZipArchive;

pub(crate) fn of(path: &str) -> String {
    let file = File::open(path).unwrap_or_else(|why| panic!("{path}: {why}"));
    let mut xml = String::new();
    let mut package = ZipArchive::new(file).expect("a package");
    let mut part = package.by_name("word/document.xml").expect("a document");
    part.read_to_string(&mut xml).expect("it is text");

    let mut reader = Reader::from_str(&xml);
    let (mut text, mut is_text) = (String::new(), false);
    loop {
        match reader.read_event().expect("it is well formed") {
            Event::Eof => return text,
            Event::Start(it) => is_text = it.name().as_ref() == b"w:t",
            Event::End(it) => {
                is_text = false;
                if it.name().as_ref() == b"w:p" && !text.is_empty() && !text.ends_with('\n') {
                    text.push('\n');
                }
            }
            Event::Text(it) if is_text => text.push_str(&it.decode().expect("it is UTF-8")),
            Event::GeneralRef(it) if is_text => {
                let name = it.decode().expect("it is UTF-8");
                text.push_str(resolve_predefined_entity(&name).expect("it is known"));
            }
            _ => {}
        }
    }
}
