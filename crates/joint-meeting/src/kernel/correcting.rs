//! What a correction of the record comes to: what it changes, and what becomes of the entries after that.
//!
//! It is found out where the entries are, in `body::correcting`; the guards of the act ask it here.

use crate::{
    kernel::{
        finding::EntryFails,
        outcome::{BrokenSince, SettledAgain},
        refusal::{Ground, Name},
    },
    terms::{
        act_kind::ActKind,
        id::{PersonId, UnitId},
        time::{Date, Time},
    },
};

/// What a correction comes to.
#[derive(Debug, Default)]
pub(crate) struct Correcting {
    /// The entries that it changes, in its own order; none for a number of which there is no entry.
    pub(crate) changed: Vec<Option<Changed>>,
    /// Names in what it puts in the place of entries that mean nothing there, or too much.
    pub(crate) unknown: Vec<Name>,
    pub(crate) taken: Vec<Name>,
    /// Entries that would have nothing to stand on.
    pub(crate) failing: Vec<EntryFails>,
    /// The law that what it puts in the place of entries breaks, beyond what these were recorded against.
    pub(crate) own: Vec<Ground>,
    pub(crate) settled: Vec<SettledAgain>,
    pub(crate) broken: Vec<BrokenSince>,
    pub(crate) spent: Vec<u32>,
    /// When the last entry before it was entered: a correction follows all that there is.
    pub(crate) entered: Option<Time>,
}

/// An entry that a correction changes, as it stands before.
#[derive(Debug)]
pub(crate) struct Changed {
    pub(crate) no: u32,
    pub(crate) kind: ActKind,
    pub(crate) by: PersonId,
    /// When it happened.
    pub(crate) on: Date,
    /// The unit for which it was said, if it is a word of a unit.
    pub(crate) unit: Option<UnitId>,
    /// Whether something was given that shows it.
    pub(crate) is_shown: bool,
    /// Who did it after the change, if the change says so.
    pub(crate) then_by: Option<PersonId>,
    /// Whether it was recorded against rules, or a correction of it was, or found it against rules.
    pub(crate) is_told: bool,
    /// Whether it was struck before.
    pub(crate) is_struck: bool,
    /// Whether the change leaves it as it is.
    pub(crate) is_same: bool,
}

impl crate::kernel::resolver::Since for Correcting {
    fn since(&self) -> Option<Time> {
        self.entered
    }
}
