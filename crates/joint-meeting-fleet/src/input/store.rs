//! Bodies from a store, with the charters that it keeps.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, RecordBatch,
    builder::{LargeBinaryBuilder, StringBuilder},
};
use joint_meeting_store::{BodyName, Store, StoreError};

use crate::{charters::FleetCharters, terms::error::FleetError};

/// So many names are asked for where bodies are passed over.
const PASSED: usize = 1000;

/// A store that is being read, in the order of the names.
pub(crate) struct StoreReading {
    store: Box<dyn Store>,
    batch: usize,
    last: Option<BodyName>,
}

impl StoreReading {
    pub(super) fn begin(store: Box<dyn Store>, batch: usize, skip: u64) -> Result<Self, FleetError> {
        let mut reading = Self { store, batch, last: None };
        let mut left = usize::try_from(skip).unwrap_or(usize::MAX);
        while left > 0 {
            let names = reading.names(left.min(PASSED))?;
            if names.is_empty() {
                break;
            }
            left -= names.len();
        }
        Ok(reading)
    }

    /// The next names, so many at most.
    fn names(&mut self, at_most: usize) -> Result<Vec<BodyName>, FleetError> {
        let names = self.store.bodies(self.last.as_ref(), at_most)?;
        self.last = names.last().cloned().or(self.last.take());
        Ok(names)
    }

    pub(super) fn next(&mut self, charters: &mut FleetCharters) -> Result<Option<RecordBatch>, FleetError> {
        let names = self.names(self.batch)?;
        if names.is_empty() {
            return Ok(None);
        }
        let (mut body, mut charter, mut error) =
            (StringBuilder::new(), StringBuilder::new(), StringBuilder::new());
        let mut journal = LargeBinaryBuilder::new();
        for name in &names {
            body.append_value(name.as_str());
            match self.load(name, charters) {
                Ok((digests, bytes)) => {
                    charter.append_value(digests);
                    journal.append_value(bytes);
                    error.append_null();
                }
                Err(why) => {
                    charter.append_null();
                    journal.append_null();
                    error.append_value(format!("store: {why}"));
                }
            }
        }
        let columns: [(&str, ArrayRef); 4] = [
            ("body", Arc::new(body.finish())),
            ("journal", Arc::new(journal.finish())),
            ("charter", Arc::new(charter.finish())),
            ("error", Arc::new(error.finish())),
        ];
        RecordBatch::try_from_iter(columns)
            .map(Some)
            .map_err(|why| FleetError::Failed { why: why.to_string() })
    }

    /// The digests of a body's charters, which are known from now on, and its journal.
    fn load(&self, name: &BodyName, charters: &mut FleetCharters) -> Result<(String, Vec<u8>), StoreError> {
        let stored = self.store.load(name)?;
        for digest in &stored.charters {
            if charters.get(digest).is_none() {
                let read = self.store.charter(digest)?.charter();
                charters.add(read.map_err(|why| StoreError::Charter { body: name.clone(), why })?);
            }
        }
        Ok((stored.charters.join(" "), stored.journal))
    }
}
