//! The writer of Parquet.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use parquet::{
    arrow::ArrowWriter,
    basic::{Compression, ZstdLevel},
    file::properties::WriterProperties,
};

use crate::{output::wrong, terms::error::FleetError};

/// So many rows stand together in the file, and are in memory until they are written.
const GROUP: usize = 128 * 1024;

pub(super) struct ParquetWriting {
    path: PathBuf,
    rows: ArrowWriter<File>,
}

impl ParquetWriting {
    pub(super) fn begin(path: &Path, schema: &SchemaRef) -> Result<Self, FleetError> {
        let file = File::create(path).map_err(|why| wrong(path, why))?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_row_count(Some(GROUP))
            .build();
        let rows = ArrowWriter::try_new(file, schema.clone(), Some(properties));
        Ok(Self { path: path.to_path_buf(), rows: rows.map_err(|why| wrong(path, why))? })
    }

    pub(super) fn write(&mut self, batch: &RecordBatch) -> Result<(), FleetError> {
        self.rows.write(batch).map_err(|why| wrong(&self.path, why))
    }

    pub(super) fn finish(self) -> Result<(), FleetError> {
        let file = self.rows.into_inner().map_err(|why| wrong(&self.path, why))?;
        file.sync_all().map_err(|why| wrong(&self.path, why))
    }
}
