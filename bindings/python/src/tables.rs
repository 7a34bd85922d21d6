//! The tables and rosters as Python has them: answers laid out, files of spreadsheets read and written.

use std::collections::BTreeMap;

use joint_meeting::{
    ActKind, JointMeeting, Language,
    answer::Verdict,
    wire::{self, Day},
};
use joint_meeting_documents::{Given, wire as papers};
use joint_meeting_tables::{
    Entering, RosterError, Sheet, TableQuestion, Tables, UnreadableError, changes_of, csv, founding_of,
    outline_table, paper_book, roster_book, rules_table, sheets, tables_of, template, text, wire as handed,
    xlsx,
};
use pyo3::{prelude::*, pybacked::PyBackedBytes, types::PyBytes};

use crate::{
    Json,
    body::PyBody,
    charter::PyCharter,
    error::{self, Error, Result},
    fork,
};

/// A roster: a file, or rows.
#[derive(FromPyObject)]
pub(crate) enum RosterGiven {
    File(PyBackedBytes),
    Rows(String),
}

impl RosterGiven {
    fn sheets(self) -> Result<Vec<Sheet>> {
        let wrong = |why: UnreadableError| Error::Roster(RosterError::Unreadable(why));
        match self {
            Self::File(bytes) => sheets(&bytes).map_err(wrong),
            Self::Rows(json) => Ok(vec![Sheet::of_rows("", handed::rows(&json)?).map_err(wrong)?]),
        }
    }
}

pub(crate) fn given(json: Option<&Json<'_>>) -> Result<Given> {
    Ok(json.map(|it| wire::from_str(it.0)).transpose()?.unwrap_or_default())
}

/// Tables as text; a text that has no room in so many columns goes on in the next line.
#[pyfunction]
pub(crate) fn tables_text(py: Python<'_>, json: Json<'_>, width: Option<usize>) -> Result<String> {
    fork::detach(py, || Ok(text(&handed::tables(json.0)?, width)))
}

/// Tables as CSV.
#[pyfunction]
pub(crate) fn tables_csv(py: Python<'_>, json: Json<'_>) -> Result<String> {
    fork::detach(py, || Ok(csv(&handed::tables(json.0)?)))
}

/// Tables as a workbook.
#[pyfunction]
pub(crate) fn tables_book<'py>(py: Python<'py>, json: Json<'_>) -> Result<Bound<'py, PyBytes>> {
    let bytes = fork::detach(py, || Ok::<_, Error>(xlsx(&handed::tables(json.0)?)?))?;
    Ok(PyBytes::new(py, &bytes))
}

/// The tables that stand in a paper, and the same as a workbook, if it has any.
#[pyfunction]
pub(crate) fn paper_tables<'py>(
    py: Python<'py>,
    json: Json<'_>,
    on: Option<Json<'_>>,
) -> Result<(String, Option<Bound<'py, PyBytes>>)> {
    let on = on.map(|it| wire::from_str::<Day>(it.0)).transpose()?.map(|it| it.on);
    let (tables, book) = fork::detach(py, || {
        let paper = papers::paper(json.0)?;
        Ok::<_, Error>((wire::to_string(&tables_of(&paper, on)), paper_book(&paper, on)?))
    })?;
    Ok((tables, book.map(|it| PyBytes::new(py, &it))))
}

/// The roster of a charter to be filled, as a workbook.
#[pyfunction]
pub(crate) fn roster_template<'py>(
    py: Python<'py>,
    charter: &PyCharter,
    language: Json<'_>,
) -> Result<Bound<'py, PyBytes>> {
    let language = error::language(language.0)?;
    let bytes = fork::detach(py, || template(&charter.0, language))?;
    Ok(PyBytes::new(py, &bytes))
}

/// The acts by which a roster founds a body, and the table of them.
#[pyfunction]
pub(crate) fn found_by_roster(
    py: Python<'_>,
    roster: RosterGiven,
    charter: &PyCharter,
    entering: Json<'_>,
    language: Json<'_>,
) -> Result<(String, String)> {
    let (language, entering) = (error::language(language.0)?, wire::from_str::<Entering>(entering.0)?);
    fork::detach(py, || {
        let found = founding_of(&roster.sheets()?, &charter.0, &entering)?;
        let body = JointMeeting::new([charter.0.clone()])?;
        let table = found.table(&body, entering.at.date(), language);
        Ok((wire::to_string(&found), wire::to_string(&[table])))
    })
}

/// What a roster says otherwise than a body, and the tables of it.
#[pyfunction]
pub(crate) fn changes_by_roster(
    py: Python<'_>,
    roster: RosterGiven,
    body: &PyBody,
    known: Option<Json<'_>>,
    entering: Json<'_>,
) -> Result<(String, String)> {
    let (given, entering) = (given(known.as_ref())?, wire::from_str::<Entering>(entering.0)?);
    let language = body.language();
    body.read(py, |it| {
        let found = changes_of(&roster.sheets()?, it, Some(&given), &entering)?;
        let tables = found.tables(it, entering.at.date(), language);
        Ok((wire::to_string(&found), wire::to_string(&tables)))
    })?
}

/// The roster of a body on a day as a workbook, to be corrected and handed in again.
#[pyfunction]
pub(crate) fn roster_of_body<'py>(
    py: Python<'py>,
    body: &PyBody,
    known: Option<Json<'_>>,
    on: Json<'_>,
) -> Result<Bound<'py, PyBytes>> {
    let (given, Day { on }) = (given(known.as_ref())?, wire::from_str(on.0)?);
    let language = body.language();
    let bytes = body.read(py, |it| roster_book(it, Some(&given), on, language))??;
    Ok(PyBytes::new(py, &bytes))
}

/// The tables of what a body is asked. With a count, as it was when it had so many entries.
#[pyfunction]
pub(crate) fn tables_asked(
    py: Python<'_>,
    body: &PyBody,
    question: Json<'_>,
    count: Option<usize>,
    known: Option<Json<'_>>,
) -> Result<String> {
    let (given, question) = (given(known.as_ref())?, wire::from_str::<TableQuestion>(question.0)?);
    let language = body.language();
    body.read(py, |it| {
        let asked = |it: &JointMeeting| {
            let tables = Tables::new(it, language).named(&given).asked(&question)?;
            Ok(wire::to_string(&tables))
        };
        match count.filter(|count| *count != it.entries().len()) {
            Some(count) => asked(&as_it_was(it, count)?),
            None => asked(it),
        }
    })?
}

/// A body as it was when it had so many entries.
fn as_it_was(body: &JointMeeting, count: usize) -> Result<JointMeeting> {
    let mut past = JointMeeting::new(body.charters().to_vec())?.with_calendar(body.calendar().clone());
    for it in body.entries().iter().take(count) {
        past.apply(it.clone())?;
    }
    Ok(past)
}

/// What the acts are called, by their names.
#[pyfunction]
pub(crate) fn act_titles(language: Json<'_>) -> Result<BTreeMap<&'static str, &'static str>> {
    let language = error::language(language.0)?;
    Ok(ActKind::ALL.iter().map(|it| (it.name(), it.title(language))).collect())
}

/// What the verdicts are called, by their words.
#[pyfunction]
pub(crate) fn verdict_titles(language: Json<'_>) -> Result<BTreeMap<&'static str, &'static str>> {
    let language = error::language(language.0)?;
    Ok(Verdict::ALL.iter().map(|it| (it.word(), it.text(language))).collect())
}

/// The outline of an official text as a table.
#[pyfunction]
pub(crate) fn outline_tables(py: Python<'_>, text: Json<'_>, language: Json<'_>) -> Result<String> {
    let language = error::language(language.0)?;
    let outline = || wire::to_string(&[outline_table(&joint_meeting::charter::outline(text.0), language)]);
    Ok(fork::detach(py, outline))
}

/// The rules that a charter can claim, of those in which a word occurs.
#[pyfunction]
pub(crate) fn rules_tables(word: Json<'_>, language: Json<'_>) -> Result<String> {
    let language: Language = error::language(language.0)?;
    Ok(wire::to_string(&[rules_table(word.0, language)]))
}
