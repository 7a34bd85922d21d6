//! A formal document as it went out, whether it carries minutes or rests on something else.
//!
//! The minutes that it carries are in `minutes`.

use joint_meeting::{
    Act, Entry,
    act::{IssueDocument, IssueOtherDocument},
    id::{DocumentId, ItemId, MinutesId, Text, UnitId},
    words::{Carrier, DocumentKind, Publicness, Secrecy, Urgency},
};

use super::journal::{JournalFacts, unknown};
use crate::terms::error::PaperError;

/// What the act says by which a document goes out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct IssueFacts<'a> {
    pub(crate) minutes: Option<&'a MinutesId>,
    /// The items on which it rests, where it carries no minutes.
    pub(crate) items: &'a [ItemId],
    pub(crate) kind: DocumentKind,
    pub(crate) title: &'a Text,
    /// What it says, where that is not what minutes say.
    pub(crate) text: Option<&'a Text>,
    pub(crate) recipients: &'a [UnitId],
    pub(crate) other_recipients: &'a [Text],
    pub(crate) copied_to: &'a [Text],
    pub(crate) publicness: Publicness,
    pub(crate) reason: Option<&'a Text>,
    pub(crate) seal: Option<Carrier>,
    pub(crate) secrecy: Option<Secrecy>,
    pub(crate) secret_for_years: Option<u16>,
    pub(crate) urgency: Option<Urgency>,
}

/// Both acts have these fields, of the same meaning.
macro_rules! said {
    ($it:ident, $minutes:expr, $items:expr, $text:expr) => {
        IssueFacts {
            minutes: $minutes,
            items: $items,
            kind: $it.kind,
            title: &$it.title,
            text: $text,
            recipients: &$it.recipients,
            other_recipients: &$it.other_recipients,
            copied_to: &$it.copied_to,
            publicness: $it.publicness,
            reason: $it.reason.as_ref(),
            seal: $it.seal,
            secrecy: $it.secrecy,
            secret_for_years: $it.secret_for_years,
            urgency: $it.urgency,
        }
    };
}

impl<'a> From<&'a IssueDocument> for IssueFacts<'a> {
    fn from(it: &'a IssueDocument) -> Self {
        said!(it, Some(&it.minutes), &[], None)
    }
}

impl<'a> From<&'a IssueOtherDocument> for IssueFacts<'a> {
    fn from(it: &'a IssueOtherDocument) -> Self {
        said!(it, it.minutes.as_ref(), &it.items, Some(&it.text))
    }
}

impl<'a> IssueFacts<'a> {
    /// What an act says, if a document goes out by it.
    pub(crate) fn of(act: &'a Act) -> Option<Self> {
        match act {
            Act::IssueDocument(it) => Some(Self::from(&**it)),
            Act::IssueOtherDocument(it) => Some(Self::from(&**it)),
            _ => None,
        }
    }
}

impl<'b> JournalFacts<'b> {
    /// A document that went out, and the entry by which it did.
    pub(crate) fn document(self, id: &DocumentId) -> Result<(IssueFacts<'b>, &'b Entry), PaperError> {
        let issued = self.body.document(id).and_then(|it| self.entry(it.issued().no));
        let issued = issued.and_then(|it| Some((IssueFacts::of(&it.act)?, it)));
        issued.ok_or_else(|| unknown("document", id))
    }
}
