//! The writers, which turn a paper into bytes, one file for each format.
//!
//! Each knows the types of block and no kind of paper. Equal papers give equal bytes: nothing is asked of a clock, a locale
//! or a random source.

pub(crate) mod csv;
mod docx;
mod html;
mod ics;
mod markdown;
mod measure;
mod signed;
mod text;
mod xml;

use crate::{
    paper::Paper,
    terms::{error::PaperError, format::PaperFormat, printable::printable},
};

impl PaperFormat {
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

fn not_written(why: impl ToString) -> PaperError {
    PaperError::NotWritten { why: why.to_string() }
}
