//! Bodies from a file of Parquet.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use arrow_array::RecordBatch;
use parquet::arrow::{
    ProjectionMask,
    arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder},
};

use crate::{given, terms::error::FleetError};

/// A file that is being read.
pub(crate) struct ParquetReading {
    path: PathBuf,
    batches: ParquetRecordBatchReader,
}

impl ParquetReading {
    pub(super) fn begin(path: PathBuf, batch: usize, skip: u64) -> Result<Self, FleetError> {
        let file = File::open(&path).map_err(|why| wrong(&path, why))?;
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(|why| wrong(&path, why))?;
        let names: Vec<String> = builder.schema().fields().iter().map(|it| it.name().clone()).collect();
        given::has_what_is_needed(&names)?;
        let read = names.iter().enumerate().filter(|(_, it)| given::is_read(it)).map(|(ix, _)| ix);
        let mask = ProjectionMask::roots(builder.parquet_schema(), read.collect::<Vec<_>>());
        let skip = usize::try_from(skip).unwrap_or(usize::MAX);
        let batches = builder.with_projection(mask).with_batch_size(batch).with_offset(skip).build();
        let batches = batches.map_err(|why| wrong(&path, why))?;
        Ok(Self { path, batches })
    }

    pub(super) fn next(&mut self) -> Result<Option<RecordBatch>, FleetError> {
        self.batches.next().transpose().map_err(|why| wrong(&self.path, why))
    }
}

fn wrong(path: &Path, why: impl ToString) -> FleetError {
    FleetError::File { place: path.display().to_string(), why: why.to_string() }
}
