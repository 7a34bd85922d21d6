//! The lines of a journal and its head, as Python functions.

use joint_meeting::{
    Entry,
    journal::{self, Journal},
    wire,
};
use pyo3::prelude::*;

use crate::{Json, charter::PyCharter, error::Result, fork};

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

/// Checks the chain, and gives its head.
#[pyfunction]
pub(crate) fn verify_journal(py: Python<'_>, text: Json<'_>, head: Option<Json<'_>>) -> Result<String> {
    let head = head.map(|it| wire::from_str(it.0)).transpose()?;
    Ok(wire::to_string(&fork::detach(py, || journal::verify(text.0, head.as_ref()))?))
}
