//! Answers as Python has them: columns that any engine reads, or plain dicts.

use arrow_array::{
    Array, ArrayRef, RecordBatch,
    cast::AsArray,
    types::{Date32Type, Int64Type},
};
use arrow_schema::{DataType, SchemaRef};
use joint_meeting::time::{Date, Period};
use joint_meeting_fleet::{FleetAsk, schema};
use pyo3::{
    prelude::*,
    types::{PyCapsule, PyDict, PyList, PyString},
};

use crate::capsule;

/// The first of 1970, by the count of days of Python.
const FIRST_OF_1970: i32 = 719_163;

/// Columns with rows.
#[pyclass(name = "Columns", frozen, module = "joint_meeting_fleet")]
pub(crate) struct PyColumns {
    pub(crate) schema: SchemaRef,
    pub(crate) batches: Vec<RecordBatch>,
}

#[pymethods]
impl PyColumns {
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // Who asks for other types gets these, as the interface allows.
        drop(requested_schema);
        capsule::stream(py, self.batches.clone(), self.schema.clone())
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule::schema(py, &self.schema)
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        format!("Columns({} rows: {})", self.__len__(), self.names().join(", "))
    }

    #[getter]
    fn names(&self) -> Vec<String> {
        self.schema.fields().iter().map(|it| it.name().clone()).collect()
    }

    fn to_pylist<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let day = py.import("datetime")?.getattr("date")?.getattr("fromordinal")?;
        let names: Vec<Bound<'py, PyString>> =
            self.names().iter().map(|it| PyString::intern(py, it)).collect();
        let rows = PyList::empty(py);
        for batch in &self.batches {
            for row in 0..batch.num_rows() {
                let dict = PyDict::new(py);
                for (name, column) in names.iter().zip(batch.columns()) {
                    dict.set_item(name, cell(py, column, row, &day)?)?;
                }
                rows.append(dict)?;
            }
        }
        Ok(rows)
    }
}

fn cell<'py>(
    py: Python<'py>,
    column: &ArrayRef,
    row: usize,
    day: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    if column.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    Ok(match column.data_type() {
        DataType::Utf8 => PyString::new(py, column.as_string::<i32>().value(row)).into_any(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).into_pyobject(py)?.into_any(),
        DataType::Date32 => day.call1((column.as_primitive::<Date32Type>().value(row) + FIRST_OF_1970,))?,
        DataType::Boolean => column.as_boolean().value(row).into_pyobject(py)?.to_owned().into_any(),
        DataType::List(_) => {
            let all = column.as_list::<i32>().value(row);
            let cells = (0..all.len()).map(|it| cell(py, &all, it, day));
            PyList::new(py, cells.collect::<PyResult<Vec<_>>>()?)?.into_any()
        }
        _ => py.None().into_bound(py),
    })
}

/// The columns of an answer, without rows.
#[pyfunction]
pub(crate) fn columns(ask: &str) -> PyResult<PyColumns> {
    let on = Date::MIN;
    let ask = match ask {
        "audit" => FleetAsk::Audit { period: Period::new(on, on).map_err(capsule::wrong)?, on },
        "obligations" => FleetAsk::Obligations { on, horizon_days: 0 },
        "charters" => FleetAsk::Charters { on },
        other => {
            let why = format!("`{other}` is none of `audit`, `obligations` and `charters`");
            return Err(capsule::wrong(why));
        }
    };
    Ok(PyColumns { schema: schema(ask), batches: Vec::new() })
}
