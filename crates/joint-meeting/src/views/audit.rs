//! The audit: whether the charter was kept, a verdict for every clause with the evidence.
//!
//! A duty is judged by what it finds (`kernel::duty`); a guard by the entries that passed it, all of which are decided
//! again if they were only trusted. How a clause comes by its verdict is in `kernel::verdict`.

mod passed;

use std::collections::BTreeMap;

use serde::Serialize;

use self::passed::Passed;
use crate::{
    body::JointMeeting,
    charter::{Charter, ClauseRules, file::Clause, readings::ReadingKey, settings::SettingKey},
    kernel::{
        duty::{self, Found, Instance},
        lifetime,
        rule::Duty,
        transition,
        verdict::{self, Bearer, Counts, Judgement, ReadingUse, Verdict, VerdictByReading},
        view::{Asked, View},
    },
    terms::{act_kind::ActKind, id::ClauseId, matter::Law, period::Period, time::Date},
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
        let then = self.happened_by(on);
        let judging = Judging::new(&then, period, on);
        let breaches = self.breaches();
        let done: Vec<Done<'_>> = then
            .state()
            .done_of_all(period)
            .into_iter()
            .map(|(no, kind)| Done { no, kind, by: self.judged_by(no) })
            .collect();
        let known = |no: &u32| self.entry(*no).is_some_and(|it| it.at.date() <= on);
        let by = |charter: &Charter, part: Option<Period>| {
            let version = charter.version();
            let is_its = |it: &&Done<'_>| !judging.changes || it.by.is_some_and(|it| it.version() == version);
            let done = done.iter().filter(is_its).map(|it| (it.no, it.kind));
            let passed = Passed::of(charter, done, &breaches);
            let duties = judging.by(charter, part);
            let clauses = charter.clauses_with_rules().zip(duties).enumerate();
            let clauses = clauses.map(|(ix, ((clause, rules), duties))| {
                let mut counts = Counts::default();
                duties.iter().for_each(|(it, judged)| it.count(judged.verdict, on, &mut counts));
                let mut judgements: Vec<Judgement> = duties.into_iter().map(|(_, it)| it).collect();
                let guards = passed.judgements(ix, rules);
                let verdict = verdict::of_clause(clause.force, &judgements, &guards);
                judgements.extend(guards);
                judgements.iter_mut().for_each(|it| it.evidence.retain(known));
                ClauseVerdict { clause: clause.id.clone(), version, verdict, counts, judgements }
            });
            let clauses = clauses.collect();
            Audit { period: part.unwrap_or(period), on, version, clauses, earlier: Vec::new() }
        };
        let (earlier, (charter, part)) = judging.versions();
        let earlier = earlier.into_iter().filter_map(|(charter, part)| {
            let audit = by(charter, part);
            (part.is_some() || audit.clauses.iter().any(|it| !it.judgements.is_empty())).then_some(audit)
        });
        Audit { earlier: earlier.collect(), ..by(charter, part) }
    }
}

/// Something done in the period, and the charter of the version that judged it.
struct Done<'b> {
    no: u32,
    kind: ActKind,
    by: Option<&'b Charter>,
}

/// A version of the charter, and the part of a period in which it was in force, if there is one.
type InForce<'b> = (&'b Charter, Option<Period>);

/// What the duties say of a period, as seen on a day. The audit and the obligations both read from here, so that they
/// cannot differ.
pub(super) struct Judging<'b> {
    /// The body by what had happened by then.
    then: &'b JointMeeting,
    period: Period,
    on: Date,
    /// Whether the charter has changed.
    changes: bool,
}

impl<'b> Judging<'b> {
    pub(super) fn new(then: &'b JointMeeting, period: Period, on: Date) -> Self {
        let changes = then.state().founding.in_force_during(period).len() > 1;
        Self { then, period, on, changes }
    }

    /// The versions that come into question, with the newest apart.
    pub(super) fn versions(&self) -> (Vec<InForce<'b>>, InForce<'b>) {
        let then = self.then;
        let versions = then.state().founding.in_force_during(self.period).into_iter();
        let known = |(version, part)| Some((transition::of_version(then.charters(), version)?, part));
        let mut versions: Vec<InForce<'b>> = versions.filter(|_| self.changes).filter_map(known).collect();
        let newest = versions.pop();
        (versions, newest.unwrap_or((then.charter_on(self.period.to), Some(self.period))))
    }

    /// What the duties of each clause say by one version: of the part of the period in which it was in force or, if there
    /// is none, of what was left to it.
    fn by(&self, charter: &Charter, part: Option<Period>) -> Vec<Vec<(Instance, Judgement)>> {
        self.of(charter, part, &|_| true)
    }

    /// The same of what is open alone.
    pub(super) fn open_by(&self, charter: &Charter, part: Option<Period>) -> Vec<Vec<(Instance, Judgement)>> {
        self.of(charter, part, &|it| it.is_open(self.on))
    }

    fn of(
        &self,
        charter: &Charter,
        part: Option<Period>,
        wanted: Sought<'_>,
    ) -> Vec<Vec<(Instance, Judgement)>> {
        let view = self.then.view(charter, self.on);
        let view = View { day: self.on.min(self.period.to), ..view };
        let lived = lifetime::lived(&view, self.period);
        let clauses = charter.clauses_with_rules();
        let of_clause = |(clause, rules): (&Clause, &ClauseRules)| {
            let judged = rules.duties().flat_map(|duty| match lived {
                Some(period) => self.duty(&view, (duty, clause), (period, part.is_some()), wanted),
                None if part.is_some() => {
                    Some(outside(&view, duty)).into_iter().filter(|(it, _)| wanted(it)).collect()
                }
                None => Vec::new(),
            });
            judged.collect()
        };
        clauses.map(of_clause).collect()
    }

    /// The judgements of one duty by one version: of what is its own, and of what it has in common with others.
    fn duty(
        &self,
        view: &View<'_>,
        (duty, clause): (&Duty, &Clause),
        (period, in_force): (Period, bool),
        wanted: Sought<'_>,
    ) -> Vec<(Instance, Judgement)> {
        let judged = judge(view, duty, clause, period, (self.on, wanted));
        if !self.changes {
            return judged;
        }
        let version = view.charter.version();
        let mut by_others: BTreeMap<u32, Vec<(Instance, Judgement)>> = BTreeMap::new();
        // What another version says of the same thing, and when it is due by it; none if it knows of no such duty.
        let mut said_by = |version: u32, instance: &Instance| {
            let judged = by_others.entry(version).or_insert_with(|| self.judged_by(version, duty, period));
            let same = judged.iter().find(|(it, _)| it.is_same(instance));
            same.map(|(_, it)| (it.verdict, it.due.as_ref().map(|it| it.date)))
        };
        let own = judged.into_iter().filter_map(|(instance, judgement)| {
            let versions = instance.versions(view, period, self.on);
            let judgement = match versions.as_slice() {
                [] => in_force.then_some(judgement),
                [only] => (*only == version).then_some(judgement),
                [older @ .., newest] if *newest == version => {
                    let mut verdict_by = |it: &u32| said_by(*it, &instance).map(|(verdict, _)| verdict);
                    let others = older.iter().map(|it| (OLD_LAW, verdict_by(it)));
                    Some(unsettled(judgement, NEW_LAW, others.collect()))
                }
                [.., newest] if versions.contains(&version) => {
                    let due = judgement.due.as_ref().map(|it| it.date);
                    match said_by(*newest, &instance) {
                        // What the newest version asks by the same day is said there.
                        Some((_, by_newest)) if by_newest == due => None,
                        said => {
                            let others = vec![(NEW_LAW, said.map(|(verdict, _)| verdict))];
                            Some(unsettled(judgement, OLD_LAW, others))
                        }
                    }
                }
                _ => None,
            };
            Some((instance, judgement?))
        });
        own.collect()
    }

    /// What another version says of a duty, if a clause of it claims the rule.
    fn judged_by(&self, version: u32, duty: &Duty, period: Period) -> Vec<(Instance, Judgement)> {
        let charter = transition::of_version(self.then.charters(), version);
        let claimed = charter.and_then(|it| Some((it, it.claimed_by(duty.rule.id).next()?)));
        claimed.map_or_else(Vec::new, |(charter, clause)| {
            let view = self.then.view(charter, self.on);
            let view = View { day: self.on.min(period.to), ..view };
            judge(&view, duty, clause, period, (self.on, &|_| true))
        })
    }
}

/// A judgement on which versions differ of which none prevails. It is silent, with the verdict by each.
fn unsettled(
    judgement: Judgement,
    own: &'static str,
    others: Vec<(&'static str, Option<Verdict>)>,
) -> Judgement {
    let by = |option: &'static str, verdict| VerdictByReading { reading: TRANSITION, option, verdict };
    let others = others.into_iter().map(|(law, it)| by(law, it.unwrap_or(Verdict::NotApplicable)));
    let by_reading: Vec<VerdictByReading> =
        others.filter(|it| it.verdict != judgement.verdict).chain([by(own, judgement.verdict)]).collect();
    if by_reading.len() < 2 {
        return judgement;
    }
    Judgement { verdict: Verdict::Silent, by_reading, ..judgement }
}

/// The words for the versions, as at `choose_law`.
const OLD_LAW: &str = Law::OldLaw.word();

const NEW_LAW: &str = Law::NewLaw.word();

/// The setting that would say by which version an open matter goes on.
const TRANSITION: &str = SettingKey::Transition.name();

/// What one duty says of a time in which there was no body.
fn outside(view: &View<'_>, duty: &Duty) -> (Instance, Judgement) {
    let judgement = Judgement {
        rule: duty.rule.id,
        bearer: Bearer::Body,
        subject: None,
        verdict: Verdict::NotApplicable,
        readings: used(view, duty),
        by_reading: Vec::new(),
        due: None,
        evidence: Vec::new(),
        finding: None,
    };
    (Instance::new(Bearer::Body, Found::NotApplicable), judgement)
}

/// The readings that a duty asks, as they are in effect.
fn used(view: &View<'_>, duty: &Duty) -> Vec<ReadingUse> {
    let asked = duty.rule.readings.iter().filter(|it| view.charter.reading(**it).is_some());
    asked.map(|it| ReadingUse::new(*it, view.option(*it))).collect()
}

/// Which of the things that a duty finds are to be judged.
type Sought<'w> = &'w dyn Fn(&Instance) -> bool;

/// The judgements of one duty, each by the readings in effect on its day.
fn judge(
    view: &View<'_>,
    duty: &Duty,
    clause: &Clause,
    period: Period,
    (on, wanted): (Date, Sought<'_>),
) -> Vec<(Instance, Judgement)> {
    let find = |view: &View<'_>| judge_by_readings(view, duty, clause, period, (on, wanted));
    duty::by_day(view, duty, (period, on), find, |(it, _)| it)
}

/// The judgements of one duty by the readings of one day. A judgement is disputed where the duty is unmet by some open
/// reading and not by another.
fn judge_by_readings(
    view: &View<'_>,
    duty: &Duty,
    clause: &Clause,
    period: Period,
    (on, wanted): (Date, Sought<'_>),
) -> Vec<(Instance, Judgement)> {
    let asked = Asked::default();
    let found = (duty.look)(&View { asked: Some(&asked), ..*view }, clause, period);
    if !found.iter().any(wanted) {
        return Vec::new();
    }
    let others: Vec<(ReadingKey, u8, Vec<Instance>)> = duty
        .rule
        .readings
        .iter()
        .filter(|it| asked.contains(**it))
        .flat_map(|key| view.open_options(*key).iter().map(move |option| (*key, *option)))
        .filter(|(key, option)| view.option(*key) != *option)
        .map(|(key, option)| {
            let tried = View { tried: Some((key, option)), ..*view };
            (key, option, (duty.look)(&tried, clause, period))
        })
        .collect();
    let readings = used(view, duty);
    let same = |a: &Instance, b: &Instance| a.bearer == b.bearer && a.subject == b.subject;
    let by_other = |instance: &Instance, instances: &[Instance]| {
        if let Some(it) = instances.iter().find(|it| same(it, instance)) {
            return it.verdict_in(period, on).0;
        }
        // A reading can cut the time in another way: then whatever is found of the bearer by that reading stands against
        // it.
        let is_cut_otherwise =
            |it: &&Instance| it.bearer == instance.bearer && !found.iter().any(|known| same(it, known));
        let verdicts = instances.iter().filter(is_cut_otherwise).map(|it| it.verdict_in(period, on).0);
        // What is not found at all by a reading is not applicable by that reading.
        duty::heaviest(verdicts).unwrap_or(Verdict::NotApplicable)
    };
    let judgement = |instance: &Instance| {
        let (verdict, finding) = instance.verdict_in(period, on);
        let mut by_reading = Vec::new();
        for (key, option, instances) in &others {
            let other = by_other(instance, instances);
            if other != verdict {
                by_reading.push((*key, *option, other));
            }
        }
        // Only whether the duty is kept is in dispute, and nothing else in which the readings differ.
        let mut verdicts = by_reading.iter().map(|(_, _, other)| *other).chain([verdict]);
        let differ = !by_reading.is_empty() && verdicts.any(|it| it == Verdict::Unmet);
        let disputed = differ || (instance.unmeasured && verdict == Verdict::Unmet);
        let by_reading = by_reading
            .iter()
            .flat_map(|(key, option, other)| [(*key, view.option(*key), verdict), (*key, *option, *other)])
            .map(|(key, option, verdict)| {
                let ReadingUse { reading, option } = ReadingUse::new(key, option);
                VerdictByReading { reading: reading.name(), option, verdict }
            })
            .fold(Vec::new(), |mut all: Vec<VerdictByReading>, it| {
                if !all.contains(&it) {
                    all.push(it);
                }
                all
            });
        Judgement {
            rule: duty.rule.id,
            verdict: if disputed { Verdict::Disputed } else { verdict },
            readings: readings.clone(),
            by_reading,
            evidence: instance.entries().to_vec(),
            bearer: instance.bearer.clone(),
            subject: instance.subject.clone(),
            due: instance.due.clone(),
            finding,
        }
    };
    let judged: Vec<Option<Judgement>> = found.iter().map(|it| wanted(it).then(|| judgement(it))).collect();
    found.into_iter().zip(judged).filter_map(|(it, judged)| Some((it, judged?))).collect()
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
    /// were passed. An act that a guard would have refused makes it unmet whatever the duties say.
    pub verdict: Verdict,
    /// How many things its duties found open, overdue and done.
    #[serde(skip_serializing_if = "Counts::is_empty")]
    pub counts: Counts,
    /// A judgement for each rule and bearer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub judgements: Vec<Judgement>,
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
    /// A verdict for each clause, in the order of the text.
    pub clauses: Vec<ClauseVerdict>,
    /// The audits by the versions before, each of what was left to that version: the time in which it was in force, and
    /// matters that went on by it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Audit>,
}
