//! The one order of the keys of objects that are digested: `type`, and then as the keys are spelled without escapes.

use std::borrow::Cow;

use crate::terms::{json::scan::Scanner, order::sort_by};

/// The entries of the objects that are being written, those within others after them.
#[derive(Default)]
pub(super) struct Order {
    places: Vec<KeyPlace>,
    /// What is in order, until it stands in its place.
    ordered: String,
}

/// Where an entry stands in what was written.
struct KeyPlace {
    begin: usize,
    value: usize,
    end: usize,
    /// How its key begins, as a number; usually that tells it from others.
    beginning: u64,
    has_escapes: bool,
}

impl Order {
    /// How many entries were noted.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// An entry begins here, and its key was written.
    pub(super) fn note(&mut self, json: &str, begin: usize) {
        let mut place =
            KeyPlace { begin, value: json.len(), end: json.len(), beginning: 0, has_escapes: false };
        place.has_escapes = json.as_bytes().get(begin..).is_some_and(|it| it.contains(&b'\\'));
        let key = place.key(json).unwrap_or_default();
        place.beginning =
            u64::from_be_bytes(std::array::from_fn(|ix| key.as_bytes().get(ix).copied().unwrap_or(0)));
        self.places.push(place);
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
        if places.len() > 1 {
            sort_by(places, |a, b| a.beginning.cmp(&b.beginning).then_with(|| a.key(json).cmp(&b.key(json))));
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

impl KeyPlace {
    /// Its key; none for `type`, which goes before all others.
    fn key<'j>(&self, json: &'j str) -> Option<Cow<'j, str>> {
        let written = json.get(self.begin..self.value).unwrap_or_default();
        if self.has_escapes {
            return Scanner::new(written).word().ok();
        }
        let key = written.get(1..written.len().saturating_sub(1)).unwrap_or_default();
        (key != "type").then_some(Cow::Borrowed(key))
    }
}
