//! Comparing a charter with an official Chinese text: is every key phrase there, at its heading?
//!
//! The text itself is never part of this library; a host that has it hands it in.

use serde::Serialize;

use super::{Charter, Clause};
use crate::id::ClauseId;

/// A key phrase that was not found where it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("clause `{clause}`: `{key}` {}", match .found_at {
    Some(at) => format!("stands at {at}, not at {}", .at),
    None => "is not in the text".to_owned(),
})]
pub struct Misplaced {
    /// The clause.
    pub clause: ClauseId,
    /// Its key phrase.
    pub key: String,
    /// Where the charter says it stands.
    pub at: String,
    /// The heading under which it was found, if anywhere.
    pub found_at: Option<String>,
}

impl Charter {
    /// Looks for the key phrase of every clause in the official text, under the heading of its locator.
    ///
    /// Names every clause whose phrase is missing or stands elsewhere. White space is not compared.
    /// Headings are the first two levels of official documents: 一、 and （一）; the text before the first
    /// is the notice and the preamble (locators `N` and `P`); a last paragraph under no heading has a
    /// locator that ends in 末.
    pub fn check_text(&self, text: &str) -> Vec<Misplaced> {
        let places = places(text);
        self.clauses().iter().filter_map(|clause| misplaced(clause, &places)).collect()
    }
}

/// A run of text under one heading.
struct Place {
    at: String,
    text: String,
}

fn places(text: &str) -> Vec<Place> {
    let mut all = vec![Place { at: String::new(), text: String::new() }];
    let mut chapter = String::new();
    for line in text.lines() {
        let line: String = line.chars().filter(|it| !it.is_whitespace()).collect();
        if let Some((number, _)) = line.split_once('、')
            && is_number(number)
        {
            chapter = number.to_owned();
            all.push(Place { at: chapter.clone(), text: String::new() });
        } else if let Some((number, _)) = line.strip_prefix('（').and_then(|it| it.split_once('）'))
            && is_number(number)
            && !chapter.is_empty()
        {
            all.push(Place { at: format!("{chapter}（{number}）"), text: String::new() });
        }
        if let Some(place) = all.last_mut() {
            place.text.push_str(&line);
        }
    }
    all
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|it| "一二三四五六七八九十百".contains(it))
}

/// The headings of a locator: `三（一）+三（三）` has two, `三（三）¶1` is 三（三）, `四·末` is 四, `N` has none.
fn headings(at: &str) -> impl Iterator<Item = &str> {
    at.split('+').map(|it| {
        let end = it.find(['¶', '·']).unwrap_or(it.len());
        let heading = it.get(..end).unwrap_or(it);
        if heading.starts_with(['N', 'P']) { "" } else { heading }
    })
}

fn misplaced(clause: &Clause, places: &[Place]) -> Option<Misplaced> {
    let key: String = clause.key.as_ref()?.as_str().chars().filter(|it| !it.is_whitespace()).collect();
    let at = clause.at.as_str();
    let holds = |it: &&Place| it.text.contains(&key);
    let right = |it: &Place| {
        headings(at).any(|heading| it.at == heading || (at.ends_with('末') && it.at.starts_with(heading)))
    };
    if places.iter().filter(holds).any(right) {
        return None;
    }
    Some(Misplaced {
        clause: clause.id.clone(),
        found_at: places.iter().find(holds).map(|it| it.at.clone()),
        at: at.to_owned(),
        key: key.clone(),
    })
}
