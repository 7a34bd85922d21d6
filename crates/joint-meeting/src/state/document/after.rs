//! What becomes of a document after it was issued: its end, corrections, further recipients, publication, archive.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    state::{
        State,
        document::{Documents, FormalDocument},
        thing::things,
    },
    terms::{
        deed::Deed,
        id::{DocumentId, Text, UnitId},
        sorted::{Map, Set},
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

/// To whom each document was sent that was sent on later.
pub(crate) type SentTo = BTreeMap<DocumentId, BTreeSet<Text>>;

impl Documents {
    /// Those of some to whom a document was sent already, or who stand among them twice.
    pub(crate) fn sent_twice<'t>(
        &self,
        id: &DocumentId,
        document: &FormalDocument,
        to: impl Iterator<Item = &'t str>,
    ) -> Vec<&'t str> {
        let mut new = Set::new();
        match self.sent.get(id) {
            Some(sent) => to.filter(|it| sent.contains(*it) || !new.insert(*it)).collect(),
            None => {
                let sent: Set<&str> = document.addressees().collect();
                to.filter(|it| sent.contains(it) || !new.insert(*it)).collect()
            }
        }
    }
}

impl State {
    /// A document is sent on to units, to others, and in copies.
    pub(crate) fn send_on(
        &mut self,
        id: &DocumentId,
        (units, others, copies): (&[UnitId], &[Text], &[Text]),
        sent: Deed,
        superiors: &[Text],
    ) {
        let slice = &mut *self.documents;
        let Some(document) = slice.documents.get(id) else { return };
        let names = units.iter().filter_map(|it| it.as_str().parse().ok());
        let new: Vec<Text> = names.chain(others.iter().chain(copies).cloned()).collect();
        let to = slice.sent.entry(id.clone());
        to.or_insert_with(|| document.addressees().filter_map(|it| it.parse().ok()).collect())
            .extend(new.iter().cloned());
        self.change_document(id, sent.at, superiors, |it| {
            it.recipients.extend_from_slice(units);
            it.other_recipients.extend_from_slice(others);
            it.copied_to.extend_from_slice(copies);
            it.after.get_or_insert_default().sent_later.extend(new.into_iter().map(|to| (to, sent)));
        });
    }
}
