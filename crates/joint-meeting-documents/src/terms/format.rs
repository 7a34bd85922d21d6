//! The formats in which papers can be written, by their names.
//!
//! How a paper is written in each of them is in `write`.

use serde::{Deserialize, Serialize};

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
}
