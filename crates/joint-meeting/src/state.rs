//! The state: one slice for each concept, folded from entries. It holds what happened and no rule.
//!
//! It is not serialisable: the journal is what is kept, and the state is made from it again.

use crate::{
    act::ActKind,
    action::Actions,
    assignment::Assignments,
    charter::Charter,
    decision::Decisions,
    document::Documents,
    entry::Entry,
    founding::Founding,
    function::Functions,
    meeting::Meetings,
    membership::Membership,
    moments::Moments,
    nesting::Nesting,
    register::Registers,
    report::Reports,
    time::{Period, Time},
};

/// What the entries so far amount to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct State {
    count: u32,
    last_recorded: Option<Time>,
    last: Option<Time>,
    /// For each act, when it was done.
    log: Vec<Moments>,
    pub(crate) founding: Founding,
    pub(crate) membership: Membership,
    pub(crate) meetings: Meetings,
    pub(crate) decisions: Decisions,
    pub(crate) actions: Actions,
    pub(crate) functions: Functions,
    pub(crate) assignments: Assignments,
    pub(crate) registers: Registers,
    pub(crate) reports: Reports,
    pub(crate) nesting: Nesting,
    pub(crate) documents: Documents,
}

impl State {
    /// How many entries have been folded in.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// When the last entry was recorded.
    pub fn last_recorded(&self) -> Option<Time> {
        self.last_recorded
    }

    /// When the last thing happened.
    pub(crate) fn last(&self) -> Option<Time> {
        self.last
    }

    /// Folds an entry in. Trusts it: whether it may happen was decided before.
    pub fn apply(&mut self, entry: &Entry, charter: &Charter) {
        self.count = entry.no;
        self.last_recorded = Some(entry.recorded_at);
        self.last = self.last.max(Some(entry.at));
        let kind = entry.act.kind() as usize;
        if self.log.len() <= kind {
            self.log.resize(ActKind::ALL.len(), Moments::default());
        }
        if let Some(log) = self.log.get_mut(kind) {
            log.note(entry);
        }
        entry.act.apply(entry, self, charter);
    }

    /// When an act was done, with the numbers of the entries.
    pub(crate) fn done(&self, act: ActKind) -> &Moments {
        self.log.get(act as usize).unwrap_or(Moments::NONE)
    }

    /// The same, within a period.
    pub(crate) fn done_in(&self, act: ActKind, period: Period) -> impl Iterator<Item = (Time, u32)> {
        self.done(act).within(period)
    }

    /// What was done within a period, in the order of the entries.
    pub(crate) fn done_of_all(&self, period: Period) -> Vec<(u32, ActKind)> {
        let of_kind = |kind: &ActKind| {
            let kind = *kind;
            self.done_in(kind, period).map(move |(_, no)| (no, kind))
        };
        let mut all: Vec<(u32, ActKind)> = ActKind::ALL.iter().flat_map(of_kind).collect();
        all.sort_unstable();
        all
    }

    /// Whether a charter has been adopted.
    pub(crate) fn is_founded(&self) -> bool {
        self.founding.is_founded()
    }
}
