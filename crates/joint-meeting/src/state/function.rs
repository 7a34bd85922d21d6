//! What was done so far for the standing functions.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    state::moments::Moments,
    terms::{
        deed::Deed,
        id::{CaseId, ChannelId, ClauseId, MatterId, UnitId},
        time::{Date, Time},
        words::OpinionLeg,
    },
};

/// What was done for the standing functions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Functions {
    pub(crate) channels: BTreeMap<ChannelId, DataChannel>,
    pub(crate) open_channels: BTreeSet<ChannelId>,
    pub(crate) cases: BTreeMap<CaseId, OpinionCase>,
    pub(crate) open_cases: BTreeSet<CaseId>,
    pub(crate) matters: BTreeMap<MatterId, AssignedMatter>,
    pub(crate) open_matters: BTreeSet<MatterId>,
    /// The functions for which there was nothing to do in a year.
    pub(crate) none: BTreeMap<(ClauseId, i32), Deed>,
    pub(crate) guidance: Vec<Guidance>,
    pub(crate) contacts: BTreeMap<UnitId, Moments>,
    /// For each clause, the entries that name it as what they serve.
    pub(crate) serves: BTreeMap<ClauseId, Moments>,
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

/// A data channel.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct DataChannel {
    /// Its owner and its users.
    pub(crate) units: BTreeSet<UnitId>,
    pub(crate) opened: Deed,
    pub(crate) closed: Option<Deed>,
}

/// A matter assigned from above.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct AssignedMatter {
    pub(crate) due: Option<Date>,
    pub(crate) accepted: Deed,
    pub(crate) completed: Option<Deed>,
}

/// A case of adverse online opinion.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct OpinionCase {
    pub(crate) opened: Deed,
    pub(crate) legs: BTreeSet<OpinionLeg>,
    pub(crate) closed: Option<Deed>,
    pub(crate) last: Time,
}

/// Guidance given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Guidance {
    /// By whom; the body if nobody is named.
    pub(crate) unit: Option<UnitId>,
    pub(crate) serves: Vec<ClauseId>,
    pub(crate) names_forces: bool,
    pub(crate) given: Deed,
}

impl Guidance {
    /// It names the clause, or none at all.
    pub(crate) fn may_serve(&self, clause: &ClauseId) -> bool {
        self.serves.is_empty() || self.serves.contains(clause)
    }
}
