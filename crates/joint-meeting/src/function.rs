//! Standing functions: the tasks that have no date and no number, and what serves them.

use std::collections::BTreeMap;

use crate::{act::Resolver, entry::Entry, id::ClauseId, time::Time};

/// Looks clauses up.
pub(crate) fn known_clauses<'c>(names: &mut Resolver<'_>, clauses: impl IntoIterator<Item = &'c ClauseId>) {
    let charter = names.charter;
    for clause in clauses.into_iter().filter(|it| charter.clause(it.as_str()).is_none()) {
        names.unknown(clause);
    }
}

/// What was done for the standing functions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Functions {
    /// For each clause, the entries that name it as what they serve.
    serves: BTreeMap<ClauseId, Vec<(Time, u32)>>,
}

impl Functions {
    /// Remembers that an entry serves a clause.
    pub(crate) fn serve(&mut self, clause: &ClauseId, entry: &Entry) {
        self.serves.entry(clause.clone()).or_default().push((entry.at, entry.no));
    }

    /// The entries that name a clause as what they serve.
    pub(crate) fn served(&self, clause: &ClauseId) -> &[(Time, u32)] {
        self.serves.get(clause).map_or(&[], |it| it)
    }
}
