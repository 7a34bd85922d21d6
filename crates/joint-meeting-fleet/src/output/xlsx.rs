//! The writer of a workbook, by the writer of tables.

use std::{
    fs::File,
    io::Write,
    path::{Path, PathBuf},
};

use arrow_array::RecordBatch;
use joint_meeting::Language;
use joint_meeting_tables::Table;

use crate::{
    output::{
        cells::cell,
        heads::{head, said},
        wrong,
    },
    rows::{Columns, columns},
    terms::{error::FleetError, question::FleetQuestion},
};

/// So many rows a sheet has room for, below its head.
pub const SHEET_ROWS: usize = 1_048_575;

pub(super) struct WorkbookWriting {
    path: PathBuf,
    columns: Columns,
    language: Language,
    table: Table,
}

impl WorkbookWriting {
    pub(super) fn begin(path: &Path, question: &FleetQuestion) -> Self {
        let (columns, language) = (columns(question.ask), question.language);
        let heads = columns.iter().map(|(name, _)| (*name, head(name, language)));
        let table = Table::new(language.of("多个联席会议", "fleet"), language, heads);
        Self { path: path.to_path_buf(), columns, language, table }
    }

    /// # Errors
    /// The sheet is full, which is said as soon as it is.
    pub(super) fn write(&mut self, batch: &RecordBatch) -> Result<(), FleetError> {
        if self.table.rows.len() + batch.num_rows() > SHEET_ROWS {
            let place = self.path.with_extension("").display().to_string();
            return Err(FleetError::SheetFull { place, room: SHEET_ROWS });
        }
        for row in 0..batch.num_rows() {
            let cells = batch.columns().iter().zip(self.columns);
            self.table.push(cells.map(|(it, column)| said(*column, cell(it, row), self.language)));
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
