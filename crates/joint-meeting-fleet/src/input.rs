//! Where bodies come from: a file of Parquet, or a store; batch by batch, so that no more than one is in memory.

mod parquet;
mod store;

use std::{
    fmt,
    path::{Path, PathBuf},
};

use arrow_array::RecordBatch;
use joint_meeting_store::{File, Sqlite, Store, StoreError};

use crate::{charters::FleetCharters, terms::error::FleetError};

/// Where bodies come from.
#[non_exhaustive]
pub enum FleetInput {
    /// A file of Parquet with the columns that [`answer_batch`](crate::answer_batch) asks for.
    Parquet(PathBuf),
    /// A store, with the charters that it keeps.
    Store(Box<dyn Store>),
}

impl FleetInput {
    /// What is at a place: a file that ends in `.parquet`, a folder that is a store, or a file of SQLite that is one. Stores are opened
    /// to read.
    ///
    /// # Errors
    /// There is no such store.
    pub fn at(place: impl AsRef<Path>) -> Result<Self, FleetError> {
        let place = place.as_ref();
        if place.extension().is_some_and(|it| it.eq_ignore_ascii_case("parquet")) {
            return Ok(Self::Parquet(place.to_path_buf()));
        }
        let opened: Result<Box<dyn Store>, StoreError> = match place.is_dir() {
            true => File::open_read_only(place).map(|it| Box::new(it) as _),
            false => Sqlite::open_read_only(place).map(|it| Box::new(it) as _),
        };
        Ok(Self::Store(opened?))
    }

    /// Begins to read, so many bodies at a time, without the first.
    pub(crate) fn read(self, batch: usize, skip: u64) -> Result<FleetReading, FleetError> {
        Ok(match self {
            Self::Parquet(path) => FleetReading::Parquet(parquet::ParquetReading::begin(path, batch, skip)?),
            Self::Store(store) => {
                FleetReading::Store(Box::new(store::StoreReading::begin(store, batch, skip)?))
            }
        })
    }
}

impl fmt::Debug for FleetInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parquet(path) => f.debug_tuple("Parquet").field(path).finish(),
            Self::Store(store) => f.debug_tuple("Store").field(&store.place()).finish(),
        }
    }
}

/// What is being read.
pub(crate) enum FleetReading {
    Parquet(parquet::ParquetReading),
    Store(Box<store::StoreReading>),
}

impl FleetReading {
    /// The next batch, if there is one. Charters that it needs and that are not known yet are added.
    pub(crate) fn next(&mut self, charters: &mut FleetCharters) -> Result<Option<RecordBatch>, FleetError> {
        match self {
            Self::Parquet(it) => it.next(),
            Self::Store(it) => it.next(charters),
        }
    }
}
