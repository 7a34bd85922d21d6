//! Where answers go: Parquet, CSV or a workbook, under another name until all is written.

mod cells;
mod csv;
mod heads;
mod parquet;
pub(crate) mod xlsx;

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use arrow_array::RecordBatch;

use crate::{
    rows::schema,
    terms::{error::FleetError, question::FleetQuestion},
};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FleetFormat {
    /// Parquet, packed by zstd.
    Parquet,
    /// CSV as spreadsheets read it: with a mark of its characters, and with nothing that is taken for a formula.
    Csv,
    /// A workbook of one sheet, for people: its headings and words are in the language of the question. It is put together in memory.
    Xlsx,
}

impl FleetFormat {
    /// What the name of a file asks for, by its ending.
    ///
    /// # Errors
    /// It ends otherwise.
    pub fn of(path: &Path) -> Result<Self, FleetError> {
        match path.extension().map(|it| it.to_string_lossy().to_lowercase()).as_deref() {
            Some("parquet") => Ok(Self::Parquet),
            Some("csv") => Ok(Self::Csv),
            Some("xlsx") => Ok(Self::Xlsx),
            _ => Err(FleetError::Ending {
                place: path.display().to_string(),
                accepted: ".parquet, .csv, .xlsx",
            }),
        }
    }
}

/// A file that is being written, under the name that it has until all is written.
pub(crate) struct FleetWriting {
    to: PathBuf,
    part: PathBuf,
    format: Written,
}

enum Written {
    Parquet(Box<parquet::ParquetWriting>),
    Csv(csv::CsvWriting),
    Xlsx(xlsx::WorkbookWriting),
}

impl FleetWriting {
    pub(crate) fn begin(to: PathBuf, question: &FleetQuestion) -> Result<Self, FleetError> {
        let format = FleetFormat::of(&to)?;
        let mut part = OsString::from(&to);
        part.push(".part");
        let part = PathBuf::from(part);
        let schema = &schema(question.ask);
        let format = match format {
            FleetFormat::Parquet => {
                Written::Parquet(Box::new(parquet::ParquetWriting::begin(&part, schema)?))
            }
            FleetFormat::Csv => Written::Csv(csv::CsvWriting::begin(&part, schema)?),
            FleetFormat::Xlsx => Written::Xlsx(xlsx::WorkbookWriting::begin(&part, question)),
        };
        Ok(Self { to, part, format })
    }

    pub(crate) fn write(&mut self, batch: &RecordBatch) -> Result<(), FleetError> {
        match &mut self.format {
            Written::Parquet(it) => it.write(batch),
            Written::Csv(it) => it.write(batch),
            Written::Xlsx(it) => it.write(batch),
        }
    }

    /// Writes what is left. The file has its own name if it is whole, and otherwise keeps the other; the name is the answer.
    pub(crate) fn finish(self, is_whole: bool) -> Result<PathBuf, FleetError> {
        match self.format {
            Written::Parquet(it) => it.finish(),
            Written::Csv(it) => it.finish(),
            Written::Xlsx(it) => it.finish(),
        }?;
        if !is_whole {
            return Ok(self.part);
        }
        fs::rename(&self.part, &self.to).map_err(|why| wrong(&self.to, why))?;
        Ok(self.to)
    }

    /// Leaves nothing behind.
    pub(crate) fn abandon(self) {
        drop(self.format);
        // It may not be there yet; there is nobody who could do more about it.
        let _ = fs::remove_file(self.part);
    }
}

fn wrong(path: &Path, why: impl ToString) -> FleetError {
    FleetError::File { place: path.display().to_string(), why: why.to_string() }
}
