//! The standing functions that records of work can serve.

use crate::{charter::file::Force, kernel::view::Ask, terms::id::ClauseId};

impl Ask<'_> {
    /// The clauses of standing functions.
    pub(crate) fn functions(&self) -> impl Iterator<Item = &ClauseId> {
        self.charter.clauses().iter().filter(|it| it.force == Force::Function).map(|it| &it.id)
    }
}
