//! Writers: from a paper to bytes. Each knows the types of block and no kind of paper.
//!
//! Equal papers give equal bytes: nothing is asked of a clock, a locale or a random source.

mod csv;
mod docx;
mod html;
mod markdown;
mod measure;
mod text;
mod xml;

use serde::{Deserialize, Serialize};

use crate::{desk::PaperError, paper::Paper};

/// A format in which a paper can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PaperFormat {
    /// A document for Word, WPS and LibreOffice, in the layout of GB/T 9704—2012.
    Docx,
    /// A page for a browser, with the same layout in print.
    Html,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// Its tables alone, one below the other.
    Csv,
}

impl PaperFormat {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Docx, Self::Html, Self::Text, Self::Markdown, Self::Csv];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
        }
    }

    /// The ending of the name of such a file.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Csv => "csv",
        }
    }

    /// Writes a paper.
    ///
    /// # Errors
    /// For CSV, [`PaperError::NoTable`] if it has none.
    pub fn write(self, paper: &Paper) -> Result<Vec<u8>, PaperError> {
        Ok(match self {
            Self::Docx => docx::write(paper).map_err(not_written)?,
            Self::Html => html::write(paper).map_err(not_written)?,
            Self::Text => printable(&text::write(paper)).into_bytes(),
            Self::Markdown => markdown::write(paper).into_bytes(),
            Self::Csv => csv::write(paper).ok_or(PaperError::NoTable)?.into_bytes(),
        })
    }
}

/// A text without what no paper shows.
pub(crate) fn printable(text: &str) -> String {
    text.chars().filter(|it| is_printable(*it)).collect()
}

/// Whether a paper can show a character: no control character but tabulator and line end, nothing that is none by Unicode or that
/// XML cannot hold, and nothing that turns the order of what is around it, by which a text would read otherwise than it is.
pub(crate) fn is_printable(it: char) -> bool {
    let turns = matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let is_none = matches!(u32::from(it) & 0xFFFF, 0xFFFE | 0xFFFF) || matches!(it, '\u{FDD0}'..='\u{FDEF}');
    !turns && !is_none && (!it.is_control() || matches!(it, '\t' | '\n' | '\r'))
}

fn not_written(why: impl ToString) -> PaperError {
    PaperError::NotWritten { why: why.to_string() }
}
