//! One process, one interpreter: what is kept for the whole process, such as the classes of errors, belongs to the first that asks.
//!
//! In a second one `except Refused` would look for another class than the one that is raised, and catch nothing.

use pyo3::{exceptions::PyImportError, prelude::*, sync::PyOnceLock, types::PyModule};

/// The builtins of the first interpreter. They are never given back, so that no other ones can stand at their place.
static FIRST: PyOnceLock<Py<PyModule>> = PyOnceLock::new();

/// Fails in any interpreter but the first.
pub(crate) fn is_the_first(py: Python<'_>) -> PyResult<()> {
    let own = py.import("builtins")?;
    if FIRST.get_or_init(py, || own.clone().unbind()).bind(py).is(&own) {
        return Ok(());
    }
    let why = "joint_meeting is in use by another interpreter of this process, and works in one alone: use threads or processes";
    Err(PyImportError::new_err(why))
}
