//! The contract that every store keeps, and what all of them share.

pub(crate) mod held;
pub(crate) mod opened;
pub(crate) mod shelf;
pub(crate) mod verified;
pub(crate) mod whole;

use std::{path::Path, sync::Arc};

use joint_meeting::journal::Head;

use crate::{
    contract::shelf::Shelf,
    terms::{error::StoreError, line::NewLine, name::BodyName, source::CharterSource},
};

/// A body as it is stored: which charters, the journal as text, and how far it reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stored {
    /// The digests of its charters, in the order in which they were given.
    pub charters: Vec<String>,
    /// The journal, byte for byte.
    pub journal: Vec<u8>,
    /// How far the store says that it reaches.
    pub head: Head,
}

impl Stored {
    /// What a store has of a body.
    pub fn new(charters: Vec<String>, journal: Vec<u8>, head: Head) -> Self {
        Self { charters, journal, head }
    }
}

/// Where bodies live: what each store does, and a host does not have to.
///
/// * **Nothing is acknowledged before it is durable.** `Ok` of whatever stores something means that it survives the process, the
///   machine and a loss of power, as far as the disk keeps what it says it has synced.
/// * **All or nothing.** What is stored in one call is there as a whole or not at all, in the eyes of everybody.
/// * **The expected head is the lock.** What is appended was decided on a journal of just that head; where another has stored
///   an entry since, the answer is [`StoreError::Conflict`], and nothing is stored.
/// * **A handle that failed stops.** After a write or sync whose fate is unknown every call answers [`StoreError::Stopped`]; who
///   opens the store anew sees what is there. A store on a server is asked anew instead, and says [`StoreError::Unsure`].
/// * **No call spans two bodies**, so that bodies can be spread over as many machines as one likes.
///
/// The calls block: the engine asks nothing of a runtime, and a host that has one calls them from a thread that may wait.
/// Bodies are opened with [`Held`](crate::Held), which decides, appends and applies; the calls here are what that rests on.
pub trait Store: Send + Sync {
    /// Where it is, as errors name it.
    fn place(&self) -> String;

    /// The charters that were read from it.
    fn shelf(&self) -> &Shelf;

    /// Begins to keep a body: its charters, and its journal, which was verified and has a header at least.
    ///
    /// # Errors
    /// [`StoreError::Taken`] if there is such a body.
    fn create(&self, body: &BodyName, charters: &[CharterSource], journal: &str) -> Result<(), StoreError>;

    /// Adds the charter of a later version, which waits for the act that puts it into force.
    fn add_charter(&self, body: &BodyName, charter: &CharterSource) -> Result<(), StoreError>;

    /// A body from its first line to its last.
    fn load(&self, body: &BodyName) -> Result<Stored, StoreError>;

    /// The text of a charter, by its digest.
    fn charter(&self, digest: &str) -> Result<CharterSource, StoreError>;

    /// The lines after a head, each with its end.
    ///
    /// # Errors
    /// [`StoreError::Rewritten`] if the journal has no such line any more.
    fn after(&self, body: &BodyName, known: &Head) -> Result<Vec<u8>, StoreError>;

    /// Appends lines to a journal that reaches just as far as one expects. There is one at least, and the first has the next number.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if it reaches further, or elsewhere.
    fn append(&self, body: &BodyName, expected: &Head, lines: &[NewLine]) -> Result<(), StoreError>;

    /// Puts another journal, which was verified, into the place of one that reaches just as far as one expects. That is kept aside.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if it reaches further, or elsewhere.
    fn rewrite(&self, body: &BodyName, expected: &Head, journal: &str) -> Result<(), StoreError>;

    /// The names of so many bodies at most, in their order, from behind a name on. Those whose journals are damaged are among them.
    fn bodies(&self, after: Option<&BodyName>, at_most: usize) -> Result<Vec<BodyName>, StoreError>;

    /// Names and heads of so many bodies at most, in the order of the names, from behind a name on. Whoever keeps them elsewhere can
    /// show later that nothing was cut off.
    fn heads(&self, after: Option<&BodyName>, at_most: usize) -> Result<Vec<(BodyName, Head)>, StoreError>;

    /// Copies the whole store while it is in use; each body is whole in the copy. There must be nothing at that place.
    fn backup(&self, to: &Path) -> Result<(), StoreError>;
}

/// What points to a store is one.
macro_rules! pointers {
    ($(($($generic:tt)*) $pointer:ty;)*) => {$(
        impl<$($generic)*> Store for $pointer {
            fn place(&self) -> String {
                (**self).place()
            }

            fn shelf(&self) -> &Shelf {
                (**self).shelf()
            }

            fn create(&self, body: &BodyName, charters: &[CharterSource], journal: &str) -> Result<(), StoreError> {
                (**self).create(body, charters, journal)
            }

            fn add_charter(&self, body: &BodyName, charter: &CharterSource) -> Result<(), StoreError> {
                (**self).add_charter(body, charter)
            }

            fn load(&self, body: &BodyName) -> Result<Stored, StoreError> {
                (**self).load(body)
            }

            fn charter(&self, digest: &str) -> Result<CharterSource, StoreError> {
                (**self).charter(digest)
            }

            fn after(&self, body: &BodyName, known: &Head) -> Result<Vec<u8>, StoreError> {
                (**self).after(body, known)
            }

            fn append(&self, body: &BodyName, expected: &Head, lines: &[NewLine]) -> Result<(), StoreError> {
                (**self).append(body, expected, lines)
            }

            fn rewrite(&self, body: &BodyName, expected: &Head, journal: &str) -> Result<(), StoreError> {
                (**self).rewrite(body, expected, journal)
            }

            fn bodies(&self, after: Option<&BodyName>, at_most: usize) -> Result<Vec<BodyName>, StoreError> {
                (**self).bodies(after, at_most)
            }

            fn heads(&self, after: Option<&BodyName>, at_most: usize) -> Result<Vec<(BodyName, Head)>, StoreError> {
                (**self).heads(after, at_most)
            }

            fn backup(&self, to: &Path) -> Result<(), StoreError> {
                (**self).backup(to)
            }
        }
    )*};
}

pointers! {
    ('s, S: Store + ?Sized) &'s S;
    (S: Store + ?Sized) Arc<S>;
    (S: Store + ?Sized) Box<S>;
}
