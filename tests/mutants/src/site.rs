//! A place in a source where something can be another thing, and the text that makes it switchable.
//!
//! What is put in keeps every line where it is, so that what the compiler says is about the lines of the original.

use std::ops::Range;

/// A place in a source, with what is put in or in the place of something. A dropped one leaves the source as it is.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub(crate) range: Range<usize>,
    pub(crate) edits: Vec<Edit>,
    pub(crate) is_dropped: bool,
}

/// Some text put in the place of a range, which may be empty.
#[derive(Clone, Debug)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) text: String,
    /// Where texts are put in at the same place: what ends something stands before what begins something.
    pub(crate) stand: Stand,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stand {
    Ends,
    Replaces,
    Begins,
}

/// A source with its switches, and which site each part of it comes from.
pub(crate) struct Rewritten {
    pub(crate) text: String,
    /// The ends of the parts in the new text, each with the place in the original that it begins at.
    parts: Vec<(usize, Part)>,
}

#[derive(Clone, Copy)]
enum Part {
    Original(usize),
    Of(usize),
}

/// Puts the switches in. Sites come with the outer before the inner.
pub(crate) fn rewrite(source: &str, sites: &[Site]) -> Rewritten {
    let mut edits: Vec<(usize, &Edit)> = Vec::new();
    for (ix, site) in sites.iter().enumerate().filter(|(_, it)| !it.is_dropped) {
        edits.extend(site.edits.iter().map(|it| (ix, it)));
    }
    // What begins first ends last.
    let key = |(ix, it): &(usize, &Edit)| {
        let depth = isize::try_from(*ix).unwrap_or(isize::MAX);
        let order = if it.stand == Stand::Ends { -depth } else { depth };
        (it.range.start, it.stand, order)
    };
    edits.sort_by_key(key);
    let mut rewritten = Rewritten { text: String::new(), parts: Vec::new() };
    let mut at = 0;
    for (ix, edit) in edits {
        // A part of what another site replaces is left to that site.
        if edit.range.start < at {
            continue;
        }
        rewritten.push(&source[at..edit.range.start], Part::Original(at));
        let replaced = &source[edit.range.clone()];
        rewritten.push(&edit.text, Part::Of(ix));
        rewritten.push(&"\n".repeat(replaced.matches('\n').count()), Part::Of(ix));
        at = edit.range.end;
    }
    rewritten.push(&source[at..], Part::Original(at));
    rewritten
}

impl Rewritten {
    fn push(&mut self, text: &str, part: Part) {
        if !text.is_empty() {
            self.text.push_str(text);
            self.parts.push((self.text.len(), part));
        }
    }

    /// The sites to which a range of the new text belongs: the smallest around it or, with none, those in it.
    pub(crate) fn sites_of(&self, range: &Range<usize>, sites: &[Site]) -> Vec<usize> {
        let mut touched = Vec::new();
        let mut original: Option<Range<usize>> = None;
        let mut from = 0;
        for (to, part) in &self.parts {
            if from < range.end.max(range.start + 1) && *to > range.start {
                match part {
                    Part::Of(ix) => touched.push(*ix),
                    Part::Original(begins) => {
                        let first = begins + range.start.saturating_sub(from);
                        let last = begins + range.end.min(*to) - from;
                        let before = original.take().unwrap_or(first..last);
                        original = Some(before.start.min(first)..before.end.max(last));
                    }
                }
            }
            from = *to;
        }
        let whole = touched.iter().map(|it| sites[*it].range.clone()).chain(original);
        let Some(whole) = whole.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end)) else {
            return Vec::new();
        };
        let standing = || sites.iter().enumerate().filter(|(_, it)| !it.is_dropped);
        let around = standing().filter(|(_, it)| it.range.start <= whole.start && it.range.end >= whole.end);
        match around.min_by_key(|(_, it)| it.range.len()) {
            Some((ix, _)) => vec![ix],
            None => standing()
                .filter(|(_, it)| it.range.start >= whole.start && it.range.end <= whole.end)
                .map(|(ix, _)| ix)
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Edit, Site, Stand, rewrite};

    fn around(range: std::ops::Range<usize>, before: &str, after: &str) -> Site {
        let edits = vec![
            Edit { range: range.start..range.start, text: before.to_owned(), stand: Stand::Begins },
            Edit { range: range.end..range.end, text: after.to_owned(), stand: Stand::Ends },
        ];
        Site { range, edits, is_dropped: false }
    }

    #[test]
    fn inner_sites_stand_in_outer_ones() {
        let sites = [around(0..5, "[", "]"), around(0..5, "(", ")"), around(0..1, "<", ">")];
        let rewritten = rewrite("a + b", &sites);
        assert_eq!(rewritten.text, "[(<a> + b)]");
        assert_eq!(rewritten.sites_of(&(3..4), &sites), [2]);
        assert_eq!(rewritten.sites_of(&(6..7), &sites), [0]);
    }
}
