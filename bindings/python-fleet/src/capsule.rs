//! The capsules of Arrow: pointers to structs of C, each of which is taken by one reader and released by it.
#![allow(unsafe_code, reason = "a capsule is a pointer")]

use std::ffi::CStr;

use arrow_array::{
    RecordBatch, RecordBatchIterator, RecordBatchReader, StructArray,
    ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi},
    ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader},
};
use arrow_schema::{DataType, SchemaRef};
use pyo3::{
    exceptions::{PyTypeError, PyValueError},
    prelude::*,
    types::{PyCapsule, PyTuple},
};

const STREAM: &CStr = c"arrow_array_stream";
const ARRAY: &CStr = c"arrow_array";
const SCHEMA: &CStr = c"arrow_schema";

/// The batches of an object that gives them, one after the other, or of one that is a single batch; nothing if it is neither.
pub(crate) fn batches(data: &Bound<'_, PyAny>) -> PyResult<Option<Box<dyn RecordBatchReader + Send>>> {
    if data.hasattr("__arrow_c_stream__")? {
        let capsule = data.call_method0("__arrow_c_stream__")?;
        let capsule = capsule.cast_into::<PyCapsule>().map_err(PyErr::from)?;
        let stream = capsule.pointer_checked(Some(STREAM))?;
        // SAFETY: a capsule of that name holds such a stream. It is moved out, and what is left releases nothing.
        let stream = unsafe { FFI_ArrowArrayStream::from_raw(stream.as_ptr().cast()) };
        let reader = RecordBatchStreamReader::try_new(stream).map_err(wrong)?;
        return Ok(Some(Box::new(reader)));
    }
    if data.hasattr("__arrow_c_array__")? {
        let pair = data.call_method0("__arrow_c_array__")?.cast_into::<PyTuple>().map_err(PyErr::from)?;
        let (schema, array) = pair.extract::<(Bound<'_, PyCapsule>, Bound<'_, PyCapsule>)>()?;
        let schema = schema.pointer_checked(Some(SCHEMA))?;
        let array = array.pointer_checked(Some(ARRAY))?;
        // SAFETY: capsules of those names hold such structs. The array is moved out, the schema is only read while its capsule lives.
        let data = unsafe {
            let array = FFI_ArrowArray::from_raw(array.as_ptr().cast());
            from_ffi(array, schema.cast::<FFI_ArrowSchema>().as_ref())
        };
        let data = data.map_err(wrong)?;
        if !matches!(data.data_type(), DataType::Struct(_)) || data.null_count() > 0 {
            return Err(PyTypeError::new_err("a batch is an array of structs, none of which is null"));
        }
        let batch = RecordBatch::from(StructArray::from(data));
        let schema = batch.schema();
        return Ok(Some(Box::new(RecordBatchIterator::new([Ok(batch)], schema))));
    }
    Ok(None)
}

/// Batches as a capsule from which another reads.
pub(crate) fn stream(
    py: Python<'_>,
    batches: Vec<RecordBatch>,
    schema: SchemaRef,
) -> PyResult<Bound<'_, PyCapsule>> {
    let reader = RecordBatchIterator::new(batches.into_iter().map(Ok), schema);
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), STREAM)
}

/// A schema as a capsule.
pub(crate) fn schema<'py>(py: Python<'py>, schema: &SchemaRef) -> PyResult<Bound<'py, PyCapsule>> {
    PyCapsule::new_with_value(py, FFI_ArrowSchema::try_from(schema.as_ref()).map_err(wrong)?, SCHEMA)
}

pub(crate) fn wrong(why: impl ToString) -> PyErr {
    PyValueError::new_err(why.to_string())
}
