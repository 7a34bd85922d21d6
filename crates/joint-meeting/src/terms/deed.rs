//! The record of when something was done and by whom, as the state keeps it.

use crate::terms::{id::PersonId, time::Time};

/// Something done: when, and the number of its entry.
///
/// Deeds are ordered by their time, and those of one time by their entries.
///
/// ```
/// use joint_meeting::state::Deed;
///
/// let planned = Deed { at: "2025-03-01T09:00:00+08:00".parse()?, no: 7 };
/// let started = Deed { at: "2025-03-02T09:00:00+08:00".parse()?, no: 8 };
/// assert!(planned < started);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Deed {
    /// When it was done, at the charter's offset.
    pub at: Time,
    /// The number of its entry in the journal.
    pub no: u32,
}

/// Adds a deed to others in their order: what was let pass in spite of the rules may have been done before what was entered
/// earlier. The last is then the latest.
pub(crate) fn add(all: &mut Vec<Deed>, deed: Deed) {
    let place = all.partition_point(|it| *it <= deed);
    all.insert(place, deed);
}

/// Whether a step was done by a moment; what happened before it may be entered after it.
pub(crate) fn is_done(step: Option<Deed>, at: Time) -> bool {
    step.is_some_and(|it| it.at <= at)
}

/// What the state is told of every entry, whatever was done by it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stamp<'e> {
    /// When it was done, at the charter's offset.
    pub(crate) at: Time,
    /// When it was entered.
    pub(crate) recorded_at: Time,
    /// The number of the entry.
    pub(crate) no: u32,
    /// Who did it.
    pub(crate) by: &'e PersonId,
}

impl Stamp<'_> {
    /// When it was done, and the number of the entry.
    pub(crate) fn deed(self) -> Deed {
        Deed { at: self.at, no: self.no }
    }
}
