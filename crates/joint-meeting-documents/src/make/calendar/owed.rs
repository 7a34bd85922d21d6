//! The dates of what is owed or was, each with a name that makes it this one and no other.
//!
//! Whether it is owed or was done is asked of the core.

use joint_meeting::{
    answer::{Bearer, ClauseVerdict, Due, Finding, Judgement, Obligation, Verdict},
    id::ClauseId,
    time::Date,
    words::Role,
};

use crate::{calendar::Progress, sources::Sources};

/// Something owed, as it stands: what the obligation and the judgement on it tell.
pub(super) struct OwedDate {
    pub(super) key: OwedKey,
    /// The version of the charter that asks for it.
    pub(super) version: u32,
    pub(super) due: Option<Due>,
    pub(super) to: Option<Role>,
    /// How it stands, by a word of the wording.
    pub(super) state: &'static str,
    pub(super) progress: Progress,
}

/// What makes it this one and no other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct OwedKey {
    pub(super) clause: ClauseId,
    pub(super) rule: &'static str,
    pub(super) bearer: Bearer,
    pub(super) subject: Option<String>,
    /// The place by date among several things that are otherwise the same, as each version of a charter may set a date of
    /// its own.
    pub(super) nth: u32,
}

impl From<Obligation> for OwedDate {
    fn from(it: Obligation) -> Self {
        let (state, progress) = match it.finding {
            _ if it.verdict == Verdict::Disputed => ("disputed", Progress::Open),
            _ if it.overdue => ("overdue", Progress::Open),
            Some(Finding::TooFew { have, need }) if have > 0 => {
                let part = u64::from(have) * 100 / u64::from(need.max(1));
                ("begun", Progress::Begun(u8::try_from(part.min(99)).unwrap_or(99)))
            }
            _ => ("open", Progress::Open),
        };
        let key =
            OwedKey { clause: it.clause, rule: it.rule, bearer: it.bearer, subject: it.subject, nth: 0 };
        Self { key, version: it.version, due: it.due, to: it.to, state, progress }
    }
}

impl OwedDate {
    /// Its place among others: by what it is, then by its date.
    pub(super) fn place(&self) -> (OwedKey, Option<Date>) {
        (self.key.clone(), self.due.as_ref().map(|it| it.date))
    }

    /// What a judgement tells; none if there was nothing to keep.
    pub(super) fn judged(sources: &Sources<'_>, of: &ClauseVerdict, it: &Judgement) -> Option<Self> {
        let evidence = it.evidence.iter();
        let done = evidence.filter_map(|no| sources.body.entry_as_read(*no)).map(|it| it.at).max();
        let done = done.map_or(Progress::Unsaid, Progress::Done);
        let (state, progress) = match (it.verdict, &it.finding) {
            (Verdict::Met, _) => ("done", done),
            (Verdict::Unmet, Some(Finding::Late { .. })) => ("late", done),
            (Verdict::Unmet, _) => ("unmet", Progress::Unsaid),
            (Verdict::Disputed, Some(Finding::Late { .. })) => ("disputed", done),
            (Verdict::Disputed, _) => ("disputed", Progress::Unsaid),
            (Verdict::NotDue, _) => ("open", Progress::Open),
            (Verdict::NotJudged | Verdict::NotApplicable | Verdict::Silent, _) => return None,
        };
        let key = OwedKey {
            clause: of.clause.clone(),
            rule: it.rule,
            bearer: it.bearer.clone(),
            subject: it.subject.clone(),
            nth: 0,
        };
        Some(Self { key, version: of.version, due: it.due.clone(), to: None, state, progress })
    }
}

impl OwedKey {
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let what = |it: &Self| (it.clause.clone(), it.rule, it.bearer.clone(), it.subject.clone());
        what(self) == what(other)
    }
}
