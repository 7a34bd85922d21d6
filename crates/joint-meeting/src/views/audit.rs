//! The audit: whether the charter was kept, a verdict for every clause with the evidence.
//!
//! A duty is judged by what it finds (`kernel::duty`); a guard by the entries that passed it, all of which are decided
//! again if they were only trusted. How a clause comes by its verdict is in `kernel::verdict`.

mod judging;
mod passed;
mod undone;

use std::{ops::RangeInclusive, sync::Arc};

use serde::Serialize;

pub(super) use self::judging::Judging;
use self::{passed::Passed, undone::Undone};
use crate::{
    body::{Breach, JointMeeting},
    charter::Charter,
    kernel::{
        kept::Judged,
        verdict::{self, Counts, Judgement, Verdict},
    },
    registry::{entry::Entry, rules},
    terms::{
        act_kind::ActKind,
        calendar::used::CalendarUse,
        cancel::is_cancelled,
        deed::Deed,
        id::ClauseId,
        period::Period,
        sorted::{Map, Set},
        time::{Date, YEARS},
    },
};

impl JointMeeting {
    /// Judges a period, as seen on a day: a verdict for every clause of the charter in force at the end of the period.
    ///
    /// What happened after that day does not count; what happened by then counts whenever it was recorded.
    ///
    /// ```
    /// # use joint_meeting::{Charter, JointMeeting, answer::Verdict, time::Period};
    /// # let charter = Charter::bundled("nankai-dog-2022")?;
    /// let body = JointMeeting::new([charter])?;
    /// let year = Period::year(2023).unwrap();
    /// let audit = body.audit(year, "2024-01-15".parse()?);
    /// let plenary = audit.clauses.iter().find(|it| it.clause.as_str() == "C-2").unwrap();
    /// assert_eq!(plenary.verdict, Verdict::Unmet);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn audit(&self, period: Period, on: Date) -> Audit {
        self.audit_of(period, on, &self.happened_by(on), &self.breaches())
    }

    /// Judges one calendar year after another, as seen on a day. No more than one audit is in memory, unless the caller keeps
    /// them.
    ///
    /// ```
    /// # use joint_meeting::{Charter, JointMeeting};
    /// # let body = JointMeeting::new([Charter::bundled("nankai-dog-2022")?])?;
    /// let mut years = body.audits(2022..=2199, "2024-01-15".parse()?);
    /// assert_eq!(years.next().map(|it| it.period.from), Some("2022-01-01".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn audits(&self, years: RangeInclusive<i32>, on: Date) -> impl Iterator<Item = Audit> {
        let (then, breaches) = (self.happened_by(on), self.breaches());
        let (from, through) = (*years.start().max(YEARS.start()), *years.end().min(YEARS.end()));
        let years = (from..=through).filter_map(Period::year);
        years.map(move |year| self.audit_of(year, on, &then, &breaches))
    }

    /// The audit, where what had happened by the day and what was let pass is known.
    fn audit_of(&self, period: Period, on: Date, then: &Self, breaches: &[Breach]) -> Audit {
        let judging = Judging::new(then, period, on);
        let day = on.min(period.to);
        let undone = Undone::by(then, day);
        let stands = |no: u32| !is_cancelled() && self.entry_as_read(no).is_some_and(|it| undone.stands(it));
        let done: Vec<Done<'_>> = then
            .state()
            .done_of_all(period)
            .into_iter()
            .map(|(Deed { no, at, .. }, kind)| Done {
                no,
                kind,
                on: at.date(),
                by: self.judged_by(no),
                stands: stands(no),
            })
            .collect();
        let corrects = |it: &Entry| it.act.kind() == ActKind::CorrectRecord;
        // What shows that something was corrected counts whenever it was done, as what was recorded late does.
        let known = |no: &u32| self.entry_as_read(*no).is_some_and(|it| corrects(it) || it.at.date() <= on);
        let by = |charter: &Charter, part: Option<Period>| {
            let version = charter.version();
            let is_its =
                |it: &&Done<'_>| !judging.changes() || it.by.is_some_and(|it| it.version() == version);
            let passed_since = |from: Option<Date>| {
                let counts = |it: &&Done<'_>| from.is_none_or(|from| it.on >= from);
                let done = done.iter().filter(is_its).filter(counts);
                Passed::of(charter, done.map(|it| (it.no, it.kind, it.stands)), breaches)
            };
            // What was done before the first day of a clause shows nothing of it.
            let begins = |ix| charter.binds_from(ix).filter(|it| *it > period.from);
            let mut passed: Map<Option<Date>, Passed<'_>> = Map::new();
            for from in (0..charter.clauses().len()).map(begins) {
                passed.entry(from).or_insert_with(|| passed_since(from));
            }
            let duties = judging.by(charter, part);
            let clauses = charter.clauses_with_rules().zip(duties).enumerate();
            let clauses = clauses.map(|(ix, ((clause, rules), duties))| {
                let mut counts = Counts::default();
                let said = || duties.iter().flat_map(|it| it.iter());
                let owed = said().filter(|(_, it)| rules::obliges(it.rule, clause, charter.settings()));
                owed.for_each(|(it, judged)| it.count(judged.verdict, on, &mut counts));
                let elsewhere = said().any(|(it, _)| it.elsewhere);
                let mut judgements: Vec<Judgement> = duties.into_iter().flat_map(judgements_of).collect();
                let guards = passed.get(&begins(ix)).map(|it| it.judgements((ix, clause), rules));
                let guards = guards.unwrap_or_default();
                let verdict = verdict::of_clause(clause.force, &judgements, elsewhere, &guards);
                judgements.extend(guards);
                judgements.iter_mut().for_each(|it| it.evidence.retain(known));
                ClauseVerdict { clause: clause.id.clone(), version, verdict, counts, judgements }
            });
            let clauses = clauses.collect();
            let calendar = self.calendar().used();
            Audit { period: part.unwrap_or(period), on, version, calendar, clauses, earlier: Vec::new() }
        };
        let (earlier, (charter, part)) = judging.versions();
        let earlier = earlier.into_iter().filter_map(|(charter, part)| {
            let audit = by(charter, part);
            (part.is_some() || audit.clauses.iter().any(|it| !it.judgements.is_empty())).then_some(audit)
        });
        Audit { earlier: earlier.collect(), ..by(charter, part) }
    }
}

/// The judgements alone: copies of those that are kept.
fn judgements_of(judged: Judged) -> Vec<Judgement> {
    match Arc::try_unwrap(judged) {
        Ok(own) => own.into_iter().map(|(_, it)| it).collect(),
        Err(kept) => kept.iter().map(|(_, it)| it.clone()).collect(),
    }
}

/// Something done in the period, and the charter of the version that judged it.
struct Done<'b> {
    no: u32,
    kind: ActKind,
    on: Date,
    by: Option<&'b Charter>,
    /// Whether what it was about came to be.
    stands: bool,
}

/// The verdict on one clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ClauseVerdict {
    /// The clause.
    pub clause: ClauseId,
    /// The version of the charter that judged: that of its [`Audit`], which alone is serialised.
    #[serde(skip)]
    pub version: u32,
    /// The verdict: what weighs most of what its duties say or, where no duty found anything to judge, that its guards
    /// were passed by acts whose subject came to be. An act that a guard would have refused makes it unmet whatever the
    /// duties say.
    pub verdict: Verdict,
    /// How many things its duties found open, overdue and done.
    #[serde(skip_serializing_if = "Counts::is_empty")]
    pub counts: Counts,
    /// A judgement for each rule and bearer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub judgements: Vec<Judgement>,
}

impl ClauseVerdict {
    /// The numbers of the entries on which its judgements rest.
    pub fn evidence(&self) -> Set<u32> {
        self.judgements.iter().flat_map(|it| it.evidence.iter().copied()).collect()
    }
}

/// The verdicts on every clause for a period, as seen on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Audit {
    /// The period.
    pub period: Period,
    /// The day on which it is judged.
    pub on: Date,
    /// The version of the charter.
    pub version: u32,
    /// The table of working days by which dates were reckoned.
    pub calendar: CalendarUse,
    /// A verdict for each clause, in the order of the text.
    pub clauses: Vec<ClauseVerdict>,
    /// The audits by the versions before, each of what was left to that version: the time in which it was in force, and
    /// matters that went on by it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Audit>,
}
