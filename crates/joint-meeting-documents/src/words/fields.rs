//! The fields: facts ready to be put into words, as named texts and rows that have named texts of their own.
//!
//! Which fields a paper has is settled in `make`.

use std::collections::BTreeMap;

use joint_meeting::{
    time::Date,
    words::{DocumentKind, Publicness},
};

use crate::paper::PaperKnown;

/// Named facts: texts, and rows that have named facts of their own. A fact that is known to be missing is also kept, so
/// that it is not looked for further out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields {
    texts: BTreeMap<String, Option<String>>,
    rows: BTreeMap<&'static str, Vec<Fields>>,
}

impl Fields {
    pub(crate) fn set(&mut self, name: &str, text: impl ToString) {
        self.texts.insert(name.to_owned(), Some(text.to_string()));
    }

    /// Sets a field that may be missing; an empty text is a missing one.
    pub(crate) fn set_some(&mut self, name: &str, text: Option<impl ToString>) {
        let text = text.map(|it| it.to_string()).filter(|it| !it.is_empty());
        self.texts.insert(name.to_owned(), text);
    }

    pub(crate) fn set_rows(&mut self, name: &'static str, rows: impl IntoIterator<Item = Fields>) {
        self.rows.insert(name, rows.into_iter().collect());
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name)?.as_deref()
    }

    pub(crate) fn rows(&self, name: &str) -> &[Fields] {
        self.rows.get(name).map_or(&[], Vec::as_slice)
    }
}

/// The facts of a paper, ready to be put into words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Made {
    pub(crate) fields: Fields,
    pub(crate) kind: Option<DocumentKind>,
    /// A title that is settled already.
    pub(crate) title: Option<String>,
    pub(crate) recipients: Vec<String>,
    pub(crate) issuers: Vec<String>,
    /// The day of the paper.
    pub(crate) dated: Option<Date>,
    /// The day on which it was sent out.
    pub(crate) sent: Option<Date>,
    pub(crate) copied_to: Vec<String>,
    pub(crate) publicness: Option<Publicness>,
    pub(crate) publicness_reason: Option<String>,
    /// Why it may not go out.
    pub(crate) draft: Option<Vec<String>>,
    /// What is known of it and not printed.
    pub(crate) known: PaperKnown,
}

impl Made {
    /// Gives reasons why it may not go out, besides those it has.
    pub(crate) fn add_draft(&mut self, why: impl IntoIterator<Item = String>) {
        self.draft.get_or_insert_default().extend(why);
    }
}

/// Where fields are looked for: the innermost row first, what the host gives last.
pub(super) struct Scope<'f> {
    pub(super) rows: Vec<&'f Fields>,
    pub(super) given: &'f BTreeMap<String, String>,
}

impl<'f> Scope<'f> {
    pub(super) fn find(&self, name: &str) -> Option<&'f str> {
        match self.rows.iter().rev().find_map(|it| it.texts.get(name)) {
            Some(told) => told.as_deref(),
            None => self.given.get(name).map(String::as_str),
        }
    }

    pub(super) fn rows_of(&self, name: &str) -> &'f [Fields] {
        let found = self.rows.iter().rev().find_map(|it| it.rows.get(name));
        found.map_or(&[], Vec::as_slice)
    }

    pub(super) fn within(&self, row: &'f Fields) -> Self {
        let mut rows = self.rows.clone();
        rows.push(row);
        Self { rows, given: self.given }
    }
}
