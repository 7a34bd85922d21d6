//! Comparing a charter with an official Chinese text: whether every key phrase stands there, at its heading.
//!
//! The text itself is never part of this library; a host that has it hands it in. How its headings are read is in
//! `outline`.

use std::fmt;

use serde::Serialize;

use crate::{
    charter::{
        Charter,
        file::Clause,
        outline::{Outline, Paragraph, outline},
    },
    terms::id::ClauseId,
};

/// A key phrase that was not found where it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Misplaced {
    /// The clause.
    pub clause: ClauseId,
    /// Its key phrase.
    pub key: String,
    /// Where the charter says it stands.
    pub at: String,
    /// The heading under which it was found, if anywhere, or the paragraph where only that differs; `P` is before
    /// the first heading.
    pub found_at: Option<String>,
}

impl fmt::Display for Misplaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { clause, key, at, found_at } = self;
        match found_at {
            Some(found) => write!(f, "clause `{clause}`: `{key}` stands at {found}, not at {at}"),
            None => write!(f, "clause `{clause}`: `{key}` is not in the text"),
        }
    }
}

impl Charter {
    /// Looks for the key phrase of every clause of its own in the official text, under the heading of its locator.
    ///
    /// Names every clause whose phrase is missing or stands elsewhere. White space is not compared.
    /// Where a locator numbers its paragraph and the phrase stands whole in others only, they are named; a phrase over
    /// the end of a line is not held against its number, for a text that was copied breaks its lines anywhere. The text before the first heading is the
    /// notice and the preamble (locators `N` and `P`); a last paragraph under no heading has a locator that ends
    /// in 末.
    pub fn check_text(&self, text: &str) -> Vec<Misplaced> {
        let places = places(&outline(text));
        self.file().clauses.iter().filter_map(|clause| misplaced(clause, &places)).collect()
    }
}

/// A run of text under one heading.
struct Place {
    at: String,
    text: String,
    /// Each paragraph with its locator.
    paragraphs: Vec<(String, String)>,
}

fn places(outline: &Outline<'_>) -> Vec<Place> {
    let numbered = |all: &[Paragraph<'_>]| -> Vec<(String, String)> {
        all.iter().map(|it| (it.at.clone(), without_space(std::iter::once(it.text)))).collect()
    };
    let before = Place {
        at: "P".to_owned(),
        text: without_space(outline.before.iter().map(|it| it.text)),
        paragraphs: numbered(&outline.before),
    };
    let nodes = outline.nodes().map(|it| Place {
        at: it.at.clone(),
        text: without_space(it.pieces()),
        paragraphs: numbered(&it.paragraphs),
    });
    std::iter::once(before).chain(nodes).collect()
}

fn without_space<'t>(pieces: impl Iterator<Item = &'t str>) -> String {
    pieces.flat_map(str::chars).filter(|it| !it.is_whitespace()).collect()
}

/// The headings of a locator, of which `+` joins several. What follows a `¶` or a `·` says where under its heading something
/// stands; `N` and `P` stand for what comes before the first heading.
pub(crate) fn headings(at: &str) -> impl Iterator<Item = &str> {
    at.split('+').map(|it| {
        let end = it.find(['¶', '·']).unwrap_or(it.len());
        let heading = it.get(..end).unwrap_or(it);
        if heading.starts_with(['N', 'P']) { "P" } else { heading }
    })
}

fn misplaced(clause: &Clause, places: &[Place]) -> Option<Misplaced> {
    let key = without_space(std::iter::once(clause.key.as_ref()?.as_str()));
    let at = clause.at.as_str();
    let holds = |it: &&Place| it.text.contains(&key);
    let right = |it: &Place| {
        headings(at).any(|heading| it.at == heading || (at.ends_with('末') && it.at.starts_with(heading)))
    };
    let holding: Vec<&Place> = places.iter().filter(holds).collect();
    let found_at = match holding.iter().find(|it| right(it)) {
        Some(place) => Some(other_paragraph(place, at, &key)?),
        None => holding.first().map(|it| it.at.clone()),
    };
    Some(Misplaced { clause: clause.id.clone(), found_at, at: at.to_owned(), key })
}

/// The paragraph in which a phrase stands whole, where a locator has the number of another. The notice and the preamble
/// are numbered by each charter as it likes.
fn other_paragraph(place: &Place, at: &str, key: &str) -> Option<String> {
    let (heading, number) = at.split_once('¶')?;
    let number: usize = number.parse().ok()?;
    if heading != place.at || place.at == "P" {
        return None;
    }
    let wanted = format!("{heading}¶{number}");
    let mut whole = place.paragraphs.iter().filter(|(_, text)| text.contains(key)).map(|(at, _)| at);
    let first = whole.next()?;
    (*first != wanted && whole.all(|it| *it != wanted)).then(|| first.clone())
}
