//! The one order of the keys of objects that are digested: `type`, and then as the keys are spelled without escapes.

use std::borrow::Cow;

use crate::terms::json::scan::{Scanner, Token};

/// The entries of the objects that are being written, those within others after them.
#[derive(Default)]
pub(super) struct Order {
    places: Vec<Place>,
    /// What is in order, until it stands in its place.
    ordered: String,
}

/// Where an entry stands in what was written.
struct Place {
    begin: usize,
    value: usize,
    end: usize,
}

impl Order {
    /// How many entries were noted.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// An entry begins here.
    pub(super) fn begin(&mut self, at: usize) {
        self.places.push(Place { begin: at, value: at, end: at });
    }

    /// Here is the end of its key.
    pub(super) fn value(&mut self, at: usize) {
        if let Some(it) = self.places.last_mut() {
            it.value = at;
        }
    }

    /// Puts the entries in order that were noted after the first so many, with a comma between two, and forgets them.
    pub(super) fn put(&mut self, json: &mut String, after: usize) {
        let places = self.places.get_mut(after..).unwrap_or_default();
        let Some(begin) = places.first().map(|it| it.begin) else { return };
        let mut end = json.len();
        for it in places.iter_mut().rev() {
            it.end = end;
            end = it.begin.saturating_sub(1);
        }
        if !places.is_sorted_by(|a, b| a.key(json) <= b.key(json)) {
            places.sort_unstable_by(|a, b| a.key(json).cmp(&b.key(json)));
            self.ordered.clear();
            for it in &*places {
                self.ordered.push_str(json.get(it.begin..it.end).unwrap_or_default());
                self.ordered.push(',');
            }
            self.ordered.pop();
            json.truncate(begin);
            json.push_str(&self.ordered);
        }
        self.places.truncate(after);
    }
}

impl Place {
    /// Its key; none for `type`, which goes before all others.
    fn key<'j>(&self, json: &'j str) -> Option<Cow<'j, str>> {
        let written = json.get(self.begin..self.value).unwrap_or_default();
        match written {
            r#""type""# => None,
            _ if !written.contains('\\') => Some(Cow::Borrowed(written.trim_matches('"'))),
            _ => match Scanner::new(written).token() {
                Ok(Token::Word(key)) => Some(key),
                _ => None,
            },
        }
    }
}
