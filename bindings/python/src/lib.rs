//! The door for Python: JSON text in, JSON text out, through `wire`, and errors as Python's own.
//!
//! It holds no rule and no second spelling. What a person sees is the package `joint_meeting` beside it.

mod body;
mod charter;
mod error;
mod fork;
mod interpreter;
mod journal;
mod papers;
mod plain;
mod signal;
mod store;
mod tables;

use std::str;

use joint_meeting::wire::MalformedError;
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    types::{PyBytes, PyString},
};

use self::error::Error;

/// What Python hands over as JSON, as a journal or as other text: a string, or its bytes.
struct Json<'p>(&'p str);

impl<'p> FromPyObject<'p, '_> for Json<'p> {
    type Error = PyErr;

    fn extract(value: Borrowed<'p, '_, PyAny>) -> Result<Self, PyErr> {
        let text = if value.is_instance_of::<PyBytes>() {
            str::from_utf8(value.extract()?).map_err(|why| why.to_string())
        } else if value.is_instance_of::<PyString>() {
            // Python's strings may hold what UTF-8 cannot.
            value.extract::<&str>().map_err(|why| why.to_string())
        } else {
            return Err(PyTypeError::new_err("text and JSON are given as str or bytes"));
        };
        text.map(Self)
            .map_err(|problem| Error::Malformed(MalformedError { path: ".".to_owned(), problem }).into())
    }
}

/// The same, kept.
struct OwnedJson(String);

impl AsRef<[u8]> for OwnedJson {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl FromPyObject<'_, '_> for OwnedJson {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, '_, PyAny>) -> Result<Self, PyErr> {
        Json::extract(value).map(|it| Self(it.0.to_owned()))
    }
}

/// What the package is built on.
#[pymodule]
mod _core {
    use pyo3::prelude::*;

    #[pymodule_init]
    fn begin(module: &Bound<'_, PyModule>) -> PyResult<()> {
        super::interpreter::is_the_first(module.py())
    }

    #[pymodule_export]
    use super::{
        body::PyBody,
        charter::{PyCharter, bundled, bundled_names, outline, skeleton},
        fork::{after_fork, before_fork},
        journal::{begin_journal, follow_journal, intact_journal, journal_line, line_digest, verify_journal},
        papers::{PyOffice, check_paper, paper_formats, paper_rows, read_paper, wording, write_paper},
        plain::plain_json,
        store::{chinese, disguise, no_body_name},
        tables::{
            act_titles, changes_by_roster, found_by_roster, outline_tables, paper_tables, roster_of_body,
            roster_template, rules_tables, tables_asked, tables_book, tables_csv, tables_text,
            verdict_titles,
        },
    };
}
