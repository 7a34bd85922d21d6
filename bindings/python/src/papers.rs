//! The papers as Python has them: how an office writes, what its desk is asked, and what becomes of a paper.

use joint_meeting::wire;
use joint_meeting_documents::{
    Paper, PaperFormat, PaperWords, check,
    paper::PaperKnown,
    wire::{self as papers, PaperChecked, PaperQuestion},
};
use pyo3::{prelude::*, types::PyBytes};

use crate::{
    Json,
    body::PyBody,
    error::{self, Error, Result},
    fork,
};

/// How an office writes. Frozen, and its wording read once.
#[pyclass(frozen, name = "Office", module = "joint_meeting._core")]
pub(crate) struct PyOffice(papers::PaperOffice);

#[pymethods]
impl PyOffice {
    /// The wording comes apart, so that text stays text.
    #[new]
    fn new(json: Json<'_>, words: Option<Json<'_>>) -> Result<Self> {
        let mut office: papers::PaperOffice = wire::from_str(json.0)?;
        if let Some(words) = words {
            office.words = Some(PaperWords::from_json(words.0).map_err(|mut why| {
                why.path = format!("words.{}", why.path).trim_end_matches('.').to_owned();
                why
            })?);
        }
        Ok(Self(office))
    }

    fn ask(&self, py: Python<'_>, body: &PyBody, question: Json<'_>) -> Result<(String, Vec<String>)> {
        let question: PaperQuestion = wire::from_str(question.0)?;
        let language = self.0.words().language();
        let answer = body.read(py, |it| question.answer(&self.0.desk(it, body.head(it)), &[language]))??;
        Ok((answer.json, answer.words.into_iter().flatten().collect()))
    }
}

/// A paper that comes from outside, as the library would have written it.
#[pyfunction]
pub(crate) fn read_paper(py: Python<'_>, json: Json<'_>) -> Result<String> {
    fork::detach(py, || Ok(wire::to_string(&papers::paper(json.0)?)))
}

/// A paper in a format.
#[pyfunction]
pub(crate) fn write_paper<'py>(
    py: Python<'py>,
    json: Json<'_>,
    format: Json<'_>,
) -> Result<Bound<'py, PyBytes>> {
    let format = papers::format(format.0)?;
    let bytes = fork::detach(py, || Ok::<_, Error>(format.write(&papers::paper(json.0)?)?))?;
    Ok(PyBytes::new(py, &bytes))
}

/// How a paper stands by every rule on documents, in data and in words.
#[pyfunction]
pub(crate) fn check_paper(
    py: Python<'_>,
    json: Json<'_>,
    known: Option<Json<'_>>,
) -> Result<(String, Vec<String>)> {
    fork::detach(py, || {
        let paper: Paper = papers::paper(json.0)?;
        let known: PaperKnown = known.map(|it| wire::from_str(it.0)).transpose()?.unwrap_or_default();
        let findings = check::check_with(&paper, &known);
        let words = findings.iter().map(|it| it.render(paper.language())).collect();
        Ok((wire::to_string(&PaperChecked::from(findings)), words))
    })
}

/// The formats of papers, each with the ending of its files.
#[pyfunction]
pub(crate) fn paper_formats() -> Vec<(&'static str, &'static str)> {
    PaperFormat::ALL.map(|it| (it.name(), it.ending())).to_vec()
}

/// The rules on documents.
#[pyfunction]
pub(crate) fn paper_rows() -> String {
    wire::to_string(&check::rows())
}

/// The wording that comes with the library.
#[pyfunction]
pub(crate) fn wording(language: Json<'_>) -> Result<&'static str> {
    Ok(PaperWords::file(error::language(language.0)?))
}
