//! The writer of CSV, row by row as the writer of tables and papers has them.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use joint_meeting_documents::csv_line;

use crate::{
    output::{cells::cell, wrong},
    terms::error::FleetError,
};

pub(super) struct CsvWriting {
    path: PathBuf,
    file: BufWriter<File>,
}

impl CsvWriting {
    pub(super) fn begin(path: &Path, schema: &SchemaRef) -> Result<Self, FleetError> {
        let file = File::create(path).map_err(|why| wrong(path, why))?;
        let mut writing = Self { path: path.to_path_buf(), file: BufWriter::new(file) };
        let mut head = String::from("\u{FEFF}");
        csv_line(&mut head, schema.fields().iter().map(|it| it.name().as_str()));
        writing.put(&head)?;
        Ok(writing)
    }

    pub(super) fn write(&mut self, batch: &RecordBatch) -> Result<(), FleetError> {
        let mut text = String::new();
        for row in 0..batch.num_rows() {
            let cells: Vec<String> = batch.columns().iter().map(|it| cell(it, row).text()).collect();
            csv_line(&mut text, cells.iter().map(String::as_str));
        }
        self.put(&text)
    }

    fn put(&mut self, text: &str) -> Result<(), FleetError> {
        self.file.write_all(text.as_bytes()).map_err(|why| wrong(&self.path, why))
    }

    pub(super) fn finish(self) -> Result<(), FleetError> {
        let file = self.file.into_inner().map_err(|why| wrong(&self.path, why))?;
        file.sync_all().map_err(|why| wrong(&self.path, why))
    }
}
