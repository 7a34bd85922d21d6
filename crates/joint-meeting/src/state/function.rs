//! The slice of the standing functions: what was done for them so far.

use crate::{
    state::{
        moments::Moments,
        thing::{Things, things},
    },
    terms::{
        deed::Deed,
        id::{CaseId, ChannelId, ClauseId, MatterId, UnitId},
        sorted::{Map, Set},
        time::{Date, Time},
        words::OpinionLeg,
    },
};

/// What was done for the standing functions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Functions {
    pub(crate) channels: Things<ChannelId, DataChannel>,
    pub(crate) open_channels: Set<ChannelId>,
    pub(crate) cases: Things<CaseId, OpinionCase>,
    pub(crate) open_cases: Set<CaseId>,
    pub(crate) matters: Things<MatterId, AssignedMatter>,
    pub(crate) open_matters: Set<MatterId>,
    /// The functions for which there was nothing to do in a year.
    pub(crate) none: Map<(ClauseId, i32), Deed>,
    pub(crate) guidance: Vec<Guidance>,
    pub(crate) contacts: Map<UnitId, Moments>,
    /// For each clause, the entries that name it as what they serve.
    pub(crate) serves: Map<ClauseId, Moments>,
}

impl Functions {
    /// Remembers that an entry serves a clause.
    pub(crate) fn serve(&mut self, clause: &ClauseId, deed: Deed) {
        self.serves.entry(clause.clone()).or_default().note(deed);
    }

    pub(crate) fn serve_all(&mut self, clauses: &[ClauseId], deed: Deed) {
        for clause in clauses {
            self.serve(clause, deed);
        }
    }
}

things! {
    /// A data channel between units.
    pub struct DataChannel {
        /// The unit that owns it and those that use it.
        units: by_ref Set<UnitId>,
        /// When it was opened, and the entry.
        opened: copy Deed,
        /// When it was closed, and the entry.
        closed: copy Option<Deed>,
    }
}

things! {
    /// A matter assigned to the body from above.
    pub struct AssignedMatter {
        /// The day by which it is due.
        due: copy Option<Date>,
        /// When it was accepted, and the entry: the entry says what the task is.
        accepted: copy Deed,
        /// When it was completed, and the entry.
        completed: copy Option<Deed>,
    }
}

things! {
    /// A case of adverse online opinion.
    pub struct OpinionCase {
        /// When it was opened, and the entry.
        opened: copy Deed,
        /// What was done about it so far.
        legs: by_ref Set<OpinionLeg>,
        /// The units that took part, as far as they are recorded.
        units: by_ref Set<UnitId>,
        /// When it was closed, and the entry. A case that was reopened is not closed.
        closed: copy Option<Deed>,
        /// When it was reopened, and each entry: the entry says why.
        reopened: list Deed,
        /// When something last happened to it.
        last: copy Time,
    }
}

things! {
    /// Guidance that was given.
    pub struct Guidance {
        /// The unit that gave it; without one, the body did.
        unit: some UnitId,
        /// The clauses that it serves.
        serves: list ClauseId,
        /// Whether it names the forces that are to do the work.
        names_forces: copy bool,
        /// When it was given, and the entry.
        given: copy Deed,
    }
}

impl Guidance {
    /// Whether it names the clause, or none at all.
    pub fn may_serve(&self, clause: &ClauseId) -> bool {
        self.serves.is_empty() || self.serves.contains(clause)
    }
}
