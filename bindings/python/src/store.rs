//! What the stores of the package ask of the core: whether a name is one, what is no journal, and sentences in Chinese.

use joint_meeting_store::{BodyName, Disguise, in_chinese};
use pyo3::prelude::*;

use crate::Json;

/// Why a text is not the name of a body; none if it is.
#[pyfunction]
pub(crate) fn no_body_name(name: Json<'_>) -> Option<String> {
    name.0.parse::<BodyName>().err().map(|why| why.to_string())
}

/// What another program made of a journal; none if it is one, or damaged.
#[pyfunction]
pub(crate) fn disguise(journal: &[u8]) -> Option<String> {
    Disguise::of(journal).map(|it| it.to_string())
}

/// A sentence of an error in Chinese: of the core, of a store, or of a door of Python.
#[pyfunction]
pub(crate) fn chinese(sentence: Json<'_>) -> String {
    in_chinese(sentence.0)
}
