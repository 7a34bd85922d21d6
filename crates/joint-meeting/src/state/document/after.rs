//! What becomes of a document after it was issued: its end, corrections, further recipients, publication, archive.

use crate::{
    state::thing::things,
    terms::{
        deed::Deed,
        id::{DocumentId, Text},
        sorted::Map,
    },
};

/// How a document came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DocumentEnding {
    /// It was withdrawn before anyone had received it (撤回).
    Withdrawn,
    /// It was revoked, and counts as if it had never been (撤销).
    Revoked,
    /// It was repealed, and has no effect from then on (废止).
    Repealed,
}

things! {
    /// The end of a document.
    pub struct DocumentEnd {
        /// How it came to its end.
        how: copy DocumentEnding,
        /// When it did, and the entry: the entry says why.
        ended: copy Deed,
        /// The document in its place.
        replaced_by: some DocumentId,
    }
}

things! {
    /// What became of a document after it was issued.
    #[derive(Default)]
    pub struct AfterIssue {
        /// Its end.
        end: some DocumentEnd,
        /// When it was corrected, and each entry: the entry says what was put in the place of what.
        corrections: list Deed,
        /// To whom it was sent later, with when and the entry.
        sent_later: by_ref Map<Text, Deed>,
        /// When it was made public, and the entry.
        published: copy Option<Deed>,
        /// When it was put into the archive, and the entry: the entry says under which number and for how long.
        archived: copy Option<Deed>,
    }
}
