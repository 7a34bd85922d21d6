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

use crate::paper::Paper;

/// A format in which a paper can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Format {
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

/// Why a paper cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The container of a .docx could not be written.
    #[error("the package cannot be written: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// A part of it could not be written.
    #[error("a part cannot be written: {0}")]
    Io(#[from] std::io::Error),
    /// A paper without a table has nothing for CSV.
    #[error("there is no table in this paper")]
    NoTable,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Docx, Self::Html, Self::Text, Self::Markdown, Self::Csv];

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
    /// For CSV, if it has no table.
    pub fn write(self, paper: &Paper) -> Result<Vec<u8>, WriteError> {
        Ok(match self {
            Self::Docx => docx::write(paper)?,
            Self::Html => html::write(paper)?,
            Self::Text => text::write(paper).into_bytes(),
            Self::Markdown => markdown::write(paper).into_bytes(),
            Self::Csv => csv::write(paper).ok_or(WriteError::NoTable)?.into_bytes(),
        })
    }
}
