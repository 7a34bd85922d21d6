//! What Python hands over: columns, or plain tuples where nobody has an engine.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, RecordBatch, RecordBatchIterator, RecordBatchReader,
    builder::{LargeBinaryBuilder, StringBuilder},
};
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    types::{PyBytes, PyString, PyTuple},
};

use crate::capsule::{batches, wrong};

/// So many tuples make a batch.
const BATCH: usize = 1024;

/// The batches of whatever was handed over.
pub(crate) fn given(data: &Bound<'_, PyAny>) -> PyResult<Box<dyn RecordBatchReader + Send>> {
    if let Some(it) = batches(data)? {
        return Ok(it);
    }
    if data.is_instance_of::<PyString>() || data.is_instance_of::<PyBytes>() {
        return Err(PyTypeError::new_err(
            "bodies are columns of Arrow or tuples of a name, a journal and perhaps a charter, and no text",
        ));
    }
    tuples(data)
}

/// Tuples of a name, a journal and perhaps a charter.
fn tuples(data: &Bound<'_, PyAny>) -> PyResult<Box<dyn RecordBatchReader + Send>> {
    let mut all: Vec<RecordBatch> = Vec::new();
    let mut building = BuildingBatch::default();
    for (ix, it) in data.try_iter()?.enumerate() {
        let it = it?;
        let tuple = it.cast::<PyTuple>().map_err(|_| not_a_body(ix))?;
        if !(2..=3).contains(&tuple.len()) {
            return Err(not_a_body(ix));
        }
        building.body.append_option(text(&tuple.get_item(0)?, ix)?);
        building.charter.append_option(match tuple.len() {
            3 => text(&tuple.get_item(2)?, ix)?,
            _ => None,
        });
        let journal = tuple.get_item(1)?;
        match journal.cast::<PyBytes>() {
            Ok(bytes) => building.journal.append_value(bytes.as_bytes()),
            Err(_) => building.journal.append_option(text(&journal, ix)?),
        }
        building.len += 1;
        if building.len == BATCH {
            all.push(std::mem::take(&mut building).finish()?);
        }
    }
    all.push(building.finish()?);
    let schema = all.first().map(RecordBatch::schema).ok_or_else(|| wrong("no batch"))?;
    Ok(Box::new(RecordBatchIterator::new(all.into_iter().map(Ok), schema)))
}

/// A text, or nothing.
fn text(value: &Bound<'_, PyAny>, ix: usize) -> PyResult<Option<String>> {
    match value.cast::<PyString>() {
        Ok(it) => Ok(Some(it.to_str()?.to_owned())),
        Err(_) if value.is_none() => Ok(None),
        Err(_) => Err(not_a_body(ix)),
    }
}

fn not_a_body(ix: usize) -> PyErr {
    PyTypeError::new_err(format!(
        "body {ix}: a body is a tuple of its name, its journal as str or bytes and, if anything, its charter"
    ))
}

#[derive(Default)]
struct BuildingBatch {
    body: StringBuilder,
    journal: LargeBinaryBuilder,
    charter: StringBuilder,
    len: usize,
}

impl BuildingBatch {
    fn finish(mut self) -> PyResult<RecordBatch> {
        let columns: [(&str, ArrayRef, bool); 3] = [
            ("body", Arc::new(self.body.finish()), true),
            ("journal", Arc::new(self.journal.finish()), true),
            ("charter", Arc::new(self.charter.finish()), true),
        ];
        RecordBatch::try_from_iter_with_nullable(columns).map_err(wrong)
    }
}
