//! The lines of a journal and its head, as Python functions.

use joint_meeting::{
    Entry,
    journal::{self, Journal},
    wire,
};
use pyo3::{prelude::*, types::PyBytes};

use crate::{
    Json,
    charter::PyCharter,
    error::{Error, Result},
    fork,
};

/// The first line of a journal, and its head.
#[pyfunction]
pub(crate) fn begin_journal(charter: &PyCharter) -> (String, String) {
    let (journal, header) = Journal::begin(&charter.0);
    (header, wire::to_string(journal.head()))
}

/// The line of the next entry after a head, and the new head.
#[pyfunction]
pub(crate) fn journal_line(head: Json<'_>, entry: Json<'_>) -> Result<(String, String)> {
    let mut journal = Journal::resume(wire::from_str(head.0)?);
    let line = journal.write(&wire::from_str::<Entry>(entry.0)?);
    Ok((line, wire::to_string(journal.head())))
}

/// The entry of the next line after a head, and the new head. The line may have its end.
#[pyfunction]
pub(crate) fn follow_journal(head: Json<'_>, line: &[u8]) -> Result<(String, String)> {
    let mut journal = Journal::resume(wire::from_str(head.0)?);
    let entry = wire::to_string(&journal.follow(line)?);
    Ok((entry, wire::to_string(journal.head())))
}

/// The digest of a line, as heads have it.
#[pyfunction]
pub(crate) fn line_digest(line: &[u8]) -> String {
    journal::digest(line)
}

/// Checks every line and the chain, and gives its head. Bytes that are no text are named by their line.
#[pyfunction]
pub(crate) fn verify_journal(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    head: Option<Json<'_>>,
) -> PyResult<String> {
    let head = head.map(|it| wire::from_str(it.0)).transpose().map_err(Error::from)?;
    let journal = match text.cast::<PyBytes>() {
        Ok(bytes) => bytes.as_bytes(),
        Err(_) => text.extract::<Json<'_>>()?.0.as_bytes(),
    };
    let found = fork::detach(py, || journal::verify(journal, head.as_ref())).map_err(Error::from)?;
    Ok(wire::to_string(&found))
}

/// The lines that end, and their head.
#[pyfunction]
pub(crate) fn intact_journal<'py>(
    py: Python<'py>,
    data: &Bound<'py, PyBytes>,
) -> PyResult<(Bound<'py, PyBytes>, String)> {
    let journal = data.as_bytes();
    let (whole, head) = fork::detach(py, || journal::intact(journal)).map_err(Error::from)?;
    Ok((PyBytes::new(py, whole), wire::to_string(&head)))
}
