//! The writer of a workbook, by the writer of tables.

use std::{
    fs::File,
    io::Write,
    path::{Path, PathBuf},
};

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use joint_meeting::Language;
use joint_meeting_tables::Table;

use crate::{
    output::{cells::cell, wrong},
    terms::error::FleetError,
};

/// So many rows a sheet has room for, below its head.
pub const SHEET_ROWS: usize = 1_048_575;

pub(super) struct WorkbookWriting {
    path: PathBuf,
    table: Table,
}

impl WorkbookWriting {
    pub(super) fn begin(path: &Path, schema: &SchemaRef) -> Self {
        let columns = schema.fields().iter().map(|it| (it.name().clone(), it.name().clone()));
        Self { path: path.to_path_buf(), table: Table::new("fleet", Language::En, columns) }
    }

    /// # Errors
    /// The sheet is full, which is said as soon as it is.
    pub(super) fn write(&mut self, batch: &RecordBatch) -> Result<(), FleetError> {
        if self.table.rows.len() + batch.num_rows() > SHEET_ROWS {
            let place = self.path.with_extension("").display().to_string();
            return Err(FleetError::SheetFull { place, room: SHEET_ROWS });
        }
        for row in 0..batch.num_rows() {
            self.table.push(batch.columns().iter().map(|it| cell(it, row)));
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Result<(), FleetError> {
        let bytes = self.table.xlsx().map_err(|why| wrong(&self.path, why))?;
        let write = || {
            let mut file = File::create(&self.path)?;
            file.write_all(&bytes)?;
            file.sync_all()
        };
        write().map_err(|why: std::io::Error| wrong(&self.path, why))
    }
}
