//! The state: one slice for each concept, folded from entries.
//!
//! A thing of the state holds the numbers of the entries that made it what it is, each with its time, as a [`Deed`]. What
//! was said stands in the entries alone, and is read from [`JointMeeting::entry`](crate::JointMeeting::entry).
//!
//! No rule is here. It is not serialisable: the journal is what is kept, and the state is made from it again.

pub(crate) mod action;
pub(crate) mod assignment;
pub(crate) mod authorization;
pub(crate) mod decision;
pub(crate) mod document;
pub(crate) mod founding;
pub(crate) mod function;
pub(crate) mod incoming;
pub(crate) mod meeting;
pub(crate) mod membership;
pub(crate) mod moments;
pub(crate) mod naming;
pub(crate) mod nesting;
pub(crate) mod register;
pub(crate) mod report;
pub(crate) mod seat;
pub(crate) mod slice;
pub(crate) mod succession;
pub(crate) mod thing;

pub use crate::{
    state::{
        action::{ActionStage, Inspection, JointAction, WorkingGroup},
        assignment::{Assignment, Handling},
        authorization::Authorization,
        decision::{AgendaItem, ItemStage, Reply},
        document::{
            Allotment, Bulletin, BulletinKind, ConsentAnswer, ConsentReply, FormalDocument, Minutes,
            NumberFate, NumberUse, PastVersion, Signature,
            after::{AfterIssue, DocumentEnd, DocumentEnding},
        },
        function::{AssignedMatter, DataChannel, Guidance, OpinionCase},
        incoming::Incoming,
        meeting::{Attendance, Invitee, Meeting, MeetingRequest, MeetingStage, RequestAnswer},
        membership::{LastDay, MemberSpan, Naming, Tenure, Unit},
        nesting::Child,
        register::{RegisterEntry, RegisterItem},
        report::{Receipt, Report},
        succession::Ending,
    },
    terms::deed::Deed,
};

use crate::{
    state::{
        action::Actions,
        assignment::Assignments,
        decision::Decisions,
        document::Documents,
        founding::Founding,
        function::Functions,
        incoming::IncomingPapers,
        meeting::Meetings,
        membership::Membership,
        moments::Moments,
        nesting::Nesting,
        register::Registers,
        report::Reports,
        slice::{Slice, Stamped},
    },
    terms::{act_kind::ActKind, deed::Stamp, order, period::Period, time::Time},
};

/// What the entries so far amount to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct State {
    count: u32,
    last_recorded: Option<Time>,
    last: Option<Time>,
    /// For each act, when it was done.
    log: Vec<Slice<Moments>>,
    pub(crate) founding: Slice<Founding>,
    pub(crate) membership: Slice<Membership>,
    pub(crate) meetings: Slice<Meetings>,
    pub(crate) decisions: Slice<Decisions>,
    pub(crate) actions: Slice<Actions>,
    pub(crate) functions: Slice<Functions>,
    pub(crate) incoming: Slice<IncomingPapers>,
    pub(crate) assignments: Slice<Assignments>,
    pub(crate) registers: Slice<Registers>,
    pub(crate) reports: Slice<Reports>,
    pub(crate) nesting: Slice<Nesting>,
    pub(crate) documents: Slice<Documents>,
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

    /// Remembers that an act was done, whatever it says.
    pub(crate) fn note(&mut self, kind: ActKind, stamp: Stamp<'_>) {
        self.count = stamp.no;
        self.last_recorded = Some(stamp.recorded_at);
        self.last = self.last.max(Some(stamp.at));
        let kind = kind as usize;
        if self.log.len() <= kind {
            self.log.resize(ActKind::ALL.len(), Slice::default());
        }
        if let Some(log) = self.log.get_mut(kind) {
            log.note(stamp.deed());
        }
    }

    /// When an act was done, with the numbers of the entries.
    pub(crate) fn done(&self, act: ActKind) -> &Moments {
        self.log.get(act as usize).map_or(Moments::NONE, |it| it)
    }

    /// The stamp of when an act was done.
    pub(crate) fn stamp_of(&self, act: ActKind) -> Stamped {
        self.log.get(act as usize).map_or(Stamped::default(), Slice::stamp)
    }

    /// The same, within a period.
    pub(crate) fn done_in(&self, act: ActKind, period: Period) -> impl Iterator<Item = Deed> {
        self.done(act).within(period)
    }

    /// What was done within a period, in the order of the entries.
    pub(crate) fn done_of_all(&self, period: Period) -> Vec<(Deed, ActKind)> {
        let of_kind = |kind: &ActKind| {
            let kind = *kind;
            self.done_in(kind, period).map(move |it| (it, kind))
        };
        let mut all: Vec<(Deed, ActKind)> = ActKind::ALL.iter().flat_map(of_kind).collect();
        order::sort_by(&mut all, |(a, _), (b, _)| a.no.cmp(&b.no));
        all
    }

    /// Whether a charter has been adopted.
    pub(crate) fn is_founded(&self) -> bool {
        self.founding.is_founded()
    }
}
