//! A charter as Python has it: a handle, and what is asked of it.

use joint_meeting::{
    Charter as Core, authoring, charter as official, charters,
    wire::{self, MalformedError},
};
use joint_meeting_tables::{differences_table, findings_table};
use pyo3::prelude::*;

use crate::{
    Json,
    error::{self, Result},
    fork,
};

/// A charter that has been read and checked. Frozen, so that many bodies and threads can share it.
#[pyclass(frozen, name = "Charter", module = "joint_meeting._core")]
pub(crate) struct PyCharter(pub(crate) Core);

#[pymethods]
impl PyCharter {
    #[new]
    fn new(py: Python<'_>, json: Json<'_>, general: Vec<Py<Self>>) -> Result<Self> {
        let general: Vec<Core> = general.iter().map(|it| it.get().0.clone()).collect();
        Ok(Self(fork::detach(py, || Core::from_json_under(json.0, &general))?))
    }

    fn id(&self) -> &str {
        self.0.id().as_str()
    }

    fn version(&self) -> u32 {
        self.0.version()
    }

    fn digest(&self) -> &str {
        self.0.digest()
    }

    fn file(&self) -> String {
        wire::to_string(self.0.file())
    }

    fn clauses(&self) -> String {
        wire::to_string(&self.0.clauses())
    }

    /// The findings, and the table of them.
    fn lint(&self, py: Python<'_>, text: Option<Json<'_>>, language: Json<'_>) -> Result<(String, String)> {
        let language = error::language(language.0)?;
        fork::detach(py, || {
            let found = text.map_or_else(|| self.0.lint(), |it| self.0.lint_text(it.0));
            Ok((wire::to_string(&found), wire::to_string(&[findings_table(&found, language)])))
        })
    }

    fn check_text(&self, py: Python<'_>, text: Json<'_>) -> String {
        fork::detach(py, || wire::to_string(&self.0.check_text(text.0)))
    }

    /// What changed, and the table of it.
    fn diff(&self, py: Python<'_>, after: &Self, language: Json<'_>) -> Result<(String, String)> {
        let language = error::language(language.0)?;
        fork::detach(py, || {
            let diff = self.0.diff(&after.0);
            Ok((wire::to_string(&diff), wire::to_string(&[differences_table(&diff, language)])))
        })
    }

    fn equals(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

/// The file of a charter that comes with the library.
#[pyfunction]
pub(crate) fn bundled(name: Json<'_>) -> Option<&'static str> {
    charters::get(name.0)
}

/// The names of the charters that come with the library; those of bodies, then the general ones.
#[pyfunction]
pub(crate) fn bundled_names() -> (Vec<&'static str>, Vec<&'static str>) {
    let names = |files: &[(&'static str, &str)]| files.iter().map(|(name, _)| *name).collect();
    (names(charters::ALL), names(charters::GENERAL))
}

/// The outline of an official text.
#[pyfunction]
pub(crate) fn outline(py: Python<'_>, text: Json<'_>) -> String {
    fork::detach(py, || wire::to_string(&official::outline(text.0)))
}

/// A charter file to begin with, in which nothing is said; of a record, in which nothing is known.
#[pyfunction]
pub(crate) fn skeleton(id: Json<'_>, record: bool) -> Result<String> {
    let wrong = |why: joint_meeting::id::TextError| MalformedError {
        path: "id".to_owned(),
        problem: why.to_string(),
    };
    let id = id.0.parse().map_err(wrong)?;
    Ok(if record { authoring::record_skeleton(&id) } else { authoring::skeleton(&id) })
}
