//! The audit: whether the charter was kept, a verdict for every clause with the evidence.
//!
//! A duty is judged by what it finds (`kernel::duty`); a guard by the entries that passed it, all of which are decided
//! again if they were only trusted. A clause gets the verdict that weighs most.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    body::{Breach, JointMeeting},
    charter::{
        Charter, ClauseRules,
        file::{Clause, Force},
        readings::ReadingKey,
        settings::SettingKey,
    },
    kernel::{
        duty::{self, Instance},
        finding::Finding,
        lifetime,
        rule::{Duty, Rule},
        transition,
        verdict::{Bearer, Judgement, ReadingUse, Verdict, VerdictByReading},
        view::{Asked, View},
    },
    law::founding::common::COMMON,
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
        let founding = &then.state().founding;
        let mut versions = founding.in_force_during(period);
        let newest = versions.pop().filter(|_| !versions.is_empty());
        let changes = newest.is_some();
        let done = then.state().done_of_all(period).into_iter();
        let done = done.map(|(no, kind)| (no, kind, self.judged_by(no))).collect();
        let judging =
            Judging { body: self, then: &then, breaches: self.breaches(), done, period, on, changes };
        let earlier = versions.into_iter().filter_map(|(version, part)| {
            let audit = judging.by(transition::of_version(then.charters(), version)?, part);
            (part.is_some() || audit.clauses.iter().any(|it| !it.judgements.is_empty())).then_some(audit)
        });
        let (charter, part) = match newest {
            Some((version, part)) => (transition::of_version(then.charters(), version), part),
            None => (None, Some(period)),
        };
        let own = judging.by(charter.unwrap_or_else(|| then.charter_on(period.to)), part);
        Audit { earlier: earlier.collect(), ..own }
    }
}

/// An audit on its way.
struct Judging<'b> {
    body: &'b JointMeeting,
    /// The body by what had happened by then.
    then: &'b JointMeeting,
    breaches: Vec<Breach>,
    /// What was done in the period, and the charter of the version that judged it.
    done: Vec<(u32, ActKind, Option<&'b Charter>)>,
    period: Period,
    on: Date,
    /// Whether the charter has changed.
    changes: bool,
}

impl Judging<'_> {
    /// The audit by one version: of the part of the period in which it was in force or, if there is none, of what was
    /// left to it.
    fn by(&self, charter: &Charter, part: Option<Period>) -> Audit {
        let (version, on) = (charter.version(), self.on);
        let view = self.then.view(charter, on.min(self.period.to));
        let lived = lifetime::lived(&view, self.period);
        let mut evidence: Vec<Vec<u32>> = vec![Vec::new(); charter.clauses().len()];
        let mut all = Vec::new();
        let is_its = |by: Option<&Charter>| !self.changes || by.is_some_and(|it| it.version() == version);
        for (no, kind, _) in self.done.iter().filter(|(.., by)| is_its(*by)) {
            all.push(*no);
            for clause in charter.rests_on(*kind) {
                if let Some(entries) = evidence.get_mut(usize::from(*clause)) {
                    entries.push(*no);
                }
            }
        }
        let clauses = charter.clauses_with_rules().zip(evidence).map(|((clause, rules), entries)| {
            let entries = if is_asked_of_all(rules) { all.clone() } else { entries };
            let broken = |rule: &str| {
                let refused = self.breaches.iter().filter(|it| entries.contains(&it.no));
                let ground = |it: &crate::kernel::refusal::Refusal| {
                    it.grounds().iter().find(|it| it.rule == rule).map(|it| it.finding.clone())
                };
                refused.filter_map(|it| Some((it.no, ground(it.refusal.as_ref()?)?))).collect::<Vec<_>>()
            };
            let judged = rules.duties().flat_map(|duty| match lived {
                Some(period) => self.duty(&view, duty, clause, period, part.is_some()),
                None if part.is_some() => vec![outside(&view, duty)],
                None => Vec::new(),
            });
            let mut judgements: Vec<Judgement> =
                judged.chain(guards(&rules.guards().collect::<Vec<_>>(), &entries, broken)).collect();
            let known = |no: &u32| self.body.entry(*no).is_some_and(|it| it.at.date() <= on);
            judgements.iter_mut().for_each(|it| it.evidence.retain(known));
            let verdict = verdict(clause, &judgements);
            ClauseVerdict { clause: clause.id.clone(), version, verdict, judgements }
        });
        let clauses = clauses.collect();
        Audit { period: part.unwrap_or(self.period), on, version, clauses, earlier: Vec::new() }
    }

    /// The judgements of one duty by one version: of what is its own, and of what it has in common with others.
    fn duty(
        &self,
        view: &View<'_>,
        duty: &Duty,
        clause: &Clause,
        period: Period,
        in_force: bool,
    ) -> Vec<Judgement> {
        let judged = judge(view, duty, clause, period, self.on);
        if !self.changes {
            return judged.into_iter().map(|(_, it)| it).collect();
        }
        let version = view.charter.version();
        let mut by_others: BTreeMap<u32, Vec<(Instance, Judgement)>> = BTreeMap::new();
        // The verdict of another version on the same thing; none if it knows of no such duty.
        let mut verdict_by = |version: u32, instance: &Instance| {
            let judged = by_others.entry(version).or_insert_with(|| self.judged_by(version, duty, period));
            judged.iter().find(|(it, _)| it.is_same(instance)).map(|(_, it)| it.verdict)
        };
        let own = judged.into_iter().filter_map(|(instance, judgement)| {
            let versions = instance.versions(view, period, self.on);
            match versions.as_slice() {
                [] => in_force.then_some(judgement),
                [only] => (*only == version).then_some(judgement),
                [older @ .., newest] if *newest == version => {
                    let others = older.iter().map(|it| (OLD_LAW, verdict_by(*it, &instance)));
                    Some(unsettled(judgement, NEW_LAW, others.collect()))
                }
                [.., newest] if versions.contains(&version) => {
                    // What the newest version judges as well is said there.
                    let only_here = verdict_by(*newest, &instance).is_none();
                    only_here.then(|| unsettled(judgement, OLD_LAW, vec![(NEW_LAW, None)]))
                }
                _ => None,
            }
        });
        own.collect()
    }

    /// What another version says of a duty, if a clause of it claims the rule.
    fn judged_by(&self, version: u32, duty: &Duty, period: Period) -> Vec<(Instance, Judgement)> {
        let charter = transition::of_version(self.then.charters(), version);
        let claimed = charter.and_then(|it| Some((it, it.claimed_by(duty.rule.id).next()?)));
        claimed.map_or_else(Vec::new, |(charter, clause)| {
            judge(&self.then.view(charter, self.on.min(period.to)), duty, clause, period, self.on)
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

/// Whether a clause has nothing behind it but guards that every act has to pass.
fn is_asked_of_all(rules: &ClauseRules) -> bool {
    let is_common = |rule: &Rule| COMMON.iter().any(|it| it.rule.id == rule.id);
    rules.duties.is_empty() && !rules.guards.is_empty() && rules.guards().all(is_common)
}

fn verdict(clause: &Clause, judgements: &[Judgement]) -> Verdict {
    match clause.force {
        Force::Principle => Verdict::NotJudged,
        Force::Silence => Verdict::Silent,
        _ => duty::heaviest(judgements.iter().map(|it| it.verdict)).unwrap_or(match clause.force {
            Force::Definition | Force::May | Force::Outside => Verdict::NotApplicable,
            _ => Verdict::NotJudged,
        }),
    }
}

/// One judgement for all guards of a clause that were passed, and one for each that was not.
fn guards(
    rules: &[&'static Rule],
    entries: &[u32],
    broken: impl Fn(&str) -> Vec<(u32, Finding)>,
) -> Vec<Judgement> {
    let judgement = |rule, verdict, evidence, finding| Judgement {
        rule,
        bearer: Bearer::Body,
        subject: None,
        verdict,
        readings: Vec::new(),
        by_reading: Vec::new(),
        due: None,
        evidence,
        finding,
    };
    let mut all = Vec::new();
    let mut bad: Vec<u32> = Vec::new();
    for rule in rules {
        for (no, finding) in broken(rule.id) {
            bad.push(no);
            all.push(judgement(rule.id, Verdict::Unmet, vec![no], Some(finding)));
        }
    }
    let kept: Vec<u32> = entries.iter().copied().filter(|it| !bad.contains(it)).collect();
    if let Some(rule) = rules.first()
        && !kept.is_empty()
    {
        all.push(judgement(rule.id, Verdict::Met, kept, None));
    }
    all
}

/// The judgement of one duty in a time in which there was no body.
fn outside(view: &View<'_>, duty: &Duty) -> Judgement {
    Judgement {
        rule: duty.rule.id,
        bearer: Bearer::Body,
        subject: None,
        verdict: Verdict::NotApplicable,
        readings: used(view, duty),
        by_reading: Vec::new(),
        due: None,
        evidence: Vec::new(),
        finding: None,
    }
}

/// The readings that a duty asks, as they are in effect.
fn used(view: &View<'_>, duty: &Duty) -> Vec<ReadingUse> {
    duty.rule.readings.iter().map(|it| ReadingUse::new(*it, view.option(*it))).collect()
}

/// The judgements of one duty, each by the readings in effect on its day.
fn judge(
    view: &View<'_>,
    duty: &Duty,
    clause: &Clause,
    period: Period,
    on: Date,
) -> Vec<(Instance, Judgement)> {
    let find = |view: &View<'_>| judge_by_readings(view, duty, clause, period, on);
    duty::by_day(view, duty, (period, on), find, |(it, _)| it)
}

/// The judgements of one duty by the readings of one day. A judgement is disputed where the duty is unmet by some open
/// reading and not by another.
fn judge_by_readings(
    view: &View<'_>,
    duty: &Duty,
    clause: &Clause,
    period: Period,
    on: Date,
) -> Vec<(Instance, Judgement)> {
    let asked = Asked::default();
    let found = (duty.look)(&View { asked: Some(&asked), ..*view }, clause, period);
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
            return it.verdict(on).0;
        }
        // A reading can cut the time in another way: then whatever is found of the bearer by that reading stands against
        // it.
        let is_cut_otherwise =
            |it: &&Instance| it.bearer == instance.bearer && !found.iter().any(|known| same(it, known));
        let verdicts = instances.iter().filter(is_cut_otherwise).map(|it| it.verdict(on).0);
        // What is not found at all by a reading is not applicable by that reading.
        duty::heaviest(verdicts).unwrap_or(Verdict::NotApplicable)
    };
    let judgement = |instance: &Instance| {
        let (verdict, finding) = instance.verdict(on);
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
    let judged: Vec<Judgement> = found.iter().map(judgement).collect();
    found.into_iter().zip(judged).collect()
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
    /// The verdict that weighs most among the judgements.
    pub verdict: Verdict,
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
