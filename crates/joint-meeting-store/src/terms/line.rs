//! Lines of a journal with their numbers and digests, as tables keep them.

use joint_meeting::{
    Entry,
    journal::{Journal, digest},
};

/// A line of a journal, without its end: the header has number 0, each entry its own.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NewLine {
    /// The number.
    pub no: u32,
    /// What stands in the line.
    pub text: String,
    /// The digest of that.
    pub digest: String,
}

impl NewLine {
    /// The line for the next entry of a journal, which goes on behind it.
    pub fn next(journal: &mut Journal, entry: &Entry) -> Self {
        let mut text = journal.write(entry);
        text.truncate(text.trim_end_matches('\n').len());
        Self { no: entry.no, text, digest: journal.head().digest.clone() }
    }

    /// The lines of a whole journal that was verified.
    pub fn all(journal: &str) -> Vec<Self> {
        let line = |(no, it): (u32, &str)| Self { no, text: it.to_owned(), digest: digest(it.as_bytes()) };
        (0..).zip(journal.lines()).map(line).collect()
    }
}
