//! What the duties say of a period, each by the version of the charter and the readings that judge it.
//!
//! How a duty finds things is in `kernel::duty`; the audit and the obligations put together what is said here.

use std::collections::BTreeMap;

use crate::{
    body::JointMeeting,
    charter::{Charter, ClauseRules, file::Clause, readings::ReadingKey, settings::SettingKey},
    kernel::{
        asked::Asked,
        duty::{Found, Instance},
        kept::{AskedOfDuty, Judged},
        lifetime, readings_by_day,
        rule::Duty,
        transition,
        verdict::{Bearer, Judgement, ReadingUse, Verdict, VerdictByReading},
        view::View,
    },
    terms::{
        cancel::is_cancelled,
        matter::Law,
        period::Period,
        sorted::{Map, Set},
        time::Date,
    },
};

/// A version of the charter, and the part of a period in which it was in force, if there is one.
pub(in crate::views) type InForce<'b> = (&'b Charter, Option<Period>);

/// What the duties say of a period, as seen on a day. The audit and the obligations both read from here, so that they
/// cannot differ.
pub(in crate::views) struct Judging<'b> {
    /// The body by what had happened by then.
    then: &'b JointMeeting,
    period: Period,
    seen: Seen,
    /// Whether the charter has changed.
    changes: bool,
}

/// How one looks at what duties find.
#[derive(Clone, Copy)]
struct Seen {
    /// The day or, once the body has ended, its last.
    on: Date,
    /// Whether the body has ended by then, so that nothing is owed any more.
    is_over: bool,
    /// Whether only what is open is wanted.
    open: bool,
}

impl<'b> Judging<'b> {
    pub(in crate::views) fn new(then: &'b JointMeeting, period: Period, on: Date) -> Self {
        let changes = then.state().founding.in_force_during(period).len() > 1;
        let ended = lifetime::ends_on(&then.view(then.charter_on(on), on)).filter(|it| *it < on);
        let seen = Seen { on: ended.unwrap_or(on), is_over: ended.is_some(), open: false };
        Self { then, period, seen, changes }
    }

    /// Whether the charter has changed.
    pub(super) fn changes(&self) -> bool {
        self.changes
    }

    /// Whether the body has ended, so that nothing is owed any more.
    pub(in crate::views) fn is_over(&self) -> bool {
        self.seen.is_over
    }

    /// The versions that come into question, with the newest apart.
    pub(in crate::views) fn versions(&self) -> (Vec<InForce<'b>>, InForce<'b>) {
        let then = self.then;
        let versions = then.state().founding.in_force_during(self.period).into_iter();
        let known = |(version, part)| Some((transition::of_version(then.charters(), version)?, part));
        let mut versions: Vec<InForce<'b>> = versions.filter(|_| self.changes).filter_map(known).collect();
        let newest = versions.pop();
        (versions, newest.unwrap_or((then.charter_on(self.period.to), Some(self.period))))
    }

    /// What the duties of each clause say by one version: of the part of the period in which it was in force or, if there
    /// is none, of what was left to it.
    pub(super) fn by(&self, charter: &Charter, part: Option<Period>) -> Vec<Vec<Judged>> {
        self.of(charter, part, self.seen)
    }

    /// The same of what is open alone.
    pub(in crate::views) fn open_by(&self, charter: &Charter, part: Option<Period>) -> Vec<Vec<Judged>> {
        self.of(charter, part, Seen { open: true, ..self.seen })
    }

    fn of(&self, charter: &Charter, part: Option<Period>, seen: Seen) -> Vec<Vec<Judged>> {
        let view = self.view(charter);
        let lived = lifetime::lived(&view, self.period);
        let clauses = charter.clauses_with_rules();
        let of_clause = |(at, (clause, rules)): (usize, (&Clause, &ClauseRules))| {
            // A clause that binds from a day on asks for nothing before.
            let view = View { bound: charter.binds_from(at), ..view };
            let bound = lived.and_then(|it| it.since(view.bound));
            let judged = rules.duties().enumerate().filter_map(|(place, duty)| match bound {
                Some(period) => {
                    Some(self.duty(&view, (duty, clause, (at, place)), (period, part.is_some()), seen))
                }
                None if part.is_some() && !seen.open => Some(Judged::new(vec![outside(&view, duty)])),
                None => None,
            });
            judged.collect()
        };
        clauses.enumerate().map(of_clause).collect()
    }

    /// The judgements of one duty by one version: of what is its own, and of what it has in common with others.
    fn duty(
        &self,
        view: &View<'_>,
        (duty, clause, place): (&Duty, &Clause, (usize, usize)),
        (period, in_force): (Period, bool),
        seen: Seen,
    ) -> Judged {
        let question = AskedOfDuty {
            version: view.charter.version(),
            period,
            open: seen.open,
            is_over: seen.is_over,
            place,
        };
        let judged = self.then.kept().judged.or_found(question, (self.then.state(), seen.on), |asked| {
            judge(&view.noted_in(asked), (duty, clause), period, seen)
        });
        if !self.changes {
            return judged;
        }
        let version = view.charter.version();
        let mut by_others: Map<u32, Map<(Bearer, Option<String>), Judgement>> = Map::new();
        // What another version says of the same thing, and when it is due by it; none if it knows of no such duty.
        let mut said_by = |version: u32, instance: &Instance| {
            let judged = by_others.entry(version).or_insert_with(|| {
                // Of several about the same thing the first speaks.
                let all = self.judged_by(version, duty, period).into_iter().rev();
                all.map(|(instance, it)| (instance.thing(), it)).collect()
            });
            let same = judged.get(&instance.thing());
            same.map(|it| (it.verdict, it.due.as_ref().map(|it| it.date)))
        };
        let own = judged.iter().cloned().filter_map(|(instance, judgement)| {
            let versions = instance.versions(view, period, seen.on);
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
        Judged::new(own.collect())
    }

    /// What rules may see by a charter, with the readings of the last day looked at.
    fn view<'s>(&'s self, charter: &'s Charter) -> View<'s> {
        let on = self.seen.on;
        View { day: on.min(self.period.to), ..self.then.view(charter, on) }
    }

    /// What another version says of a duty, if a clause of it claims the rule.
    fn judged_by(&self, version: u32, duty: &Duty, period: Period) -> Vec<(Instance, Judgement)> {
        let said = || {
            let charter = transition::of_version(self.then.charters(), version)?;
            let mut clauses = charter.clauses().iter().enumerate();
            let (at, clause) = clauses.find(|(_, it)| it.rules.iter().any(|id| id == duty.rule.id))?;
            let view = View { bound: charter.binds_from(at), ..self.view(charter) };
            Some(judge(&view, (duty, clause), period.since(view.bound)?, self.seen))
        };
        said().unwrap_or_default()
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
    let asked = duty.rule.readings.iter().filter(|it| view.leaves(**it).is_some());
    asked.map(|it| ReadingUse::new(*it, view.option(*it))).collect()
}

/// The judgements of one duty, each by the readings in effect on its day.
fn judge(
    view: &View<'_>,
    (duty, clause): (&Duty, &Clause),
    period: Period,
    seen: Seen,
) -> Vec<(Instance, Judgement)> {
    // Where a choice among the readings, or what binds from a day on, splits the time, what is open by the readings of one part may be done by another's.
    let changes = readings_by_day::changes(view, duty);
    let is_split = !changes.is_empty();
    let of_part = Seen { open: seen.open && !is_split, ..seen };
    if let Some(asked) = view.state.asked().filter(|_| is_split || seen.is_over) {
        asked.note_day();
    }
    let find = |view: &View<'_>| judge_by_readings(view, duty, clause, period, of_part);
    let mut all = readings_by_day::by_day(view, &changes, (period, seen.on), find, |(it, _)| it);
    all.retain(|(it, _)| !seen.open || it.is_open(seen.on));
    all
}

/// The judgements of one duty by the readings of one day. A judgement is disputed where the duty is unmet by some open
/// reading and not by another; it then says what is missing by that reading.
fn judge_by_readings(
    view: &View<'_>,
    duty: &Duty,
    clause: &Clause,
    period: Period,
    seen: Seen,
) -> Vec<(Instance, Judgement)> {
    let on = seen.on;
    let look = |view: &View<'_>| -> Vec<Instance> {
        if is_cancelled() {
            return Vec::new();
        }
        let all = (duty.look)(view, clause, period).into_iter();
        let all = all.map(|it| it.once_nobody_carries_on(view, period));
        // What is said only to record a silence obliges nobody.
        let is_law = duty.rule.is_law_by(clause, view.settings());
        let all = all.filter_map(|it| if is_law { Some(it) } else { it.obliging_nobody(period, on) });
        all.map(|it| if seen.is_over { it.once_over(period, on) } else { it }).collect()
    };
    let asked = Asked::on(on);
    let view = &View { only_open: seen.open, ..*view };
    let found = look(&view.noted_in(&asked));
    let others: Vec<OtherReading> = duty
        .rule
        .readings
        .iter()
        .filter(|it| asked.contains(**it))
        .flat_map(|key| view.open_options(*key).iter().map(move |option| (*key, *option)))
        .filter(|(key, option)| view.option(*key) != *option)
        .map(|(key, option)| {
            let instances = look(&View { tried: Some((key, option)), ..*view });
            OtherReading { key, option, instances }
        })
        .collect();
    if let Some(rests) = view.state.asked() {
        rests.add(&asked);
        let by_others = others.iter().flat_map(|it| &it.instances);
        found.iter().chain(by_others).for_each(|it| it.note_changes(rests));
    }
    if seen.open && others.is_empty() && !found.iter().any(|it| it.is_undone(on)) {
        return Vec::new();
    }
    let known: Set<Thing<'_>> = found.iter().map(thing).collect();
    let others: Vec<(&OtherReading, ByAnother<'_>)> =
        others.iter().map(|it| (it, ByAnother::of(it, &known))).collect();
    let readings = used(view, duty);
    let judgement = |instance: Instance| {
        let (verdict, finding) = instance.verdict_in(period, on);
        let mut by_reading = Vec::new();
        let mut unmet = None;
        for (reading, said) in &others {
            let it = said.of_the_same(&instance, (period, on));
            // What is not found at all by a reading is not applicable by that reading.
            let other = it.map_or(Verdict::NotApplicable, |it| it.verdict_in(period, on).0);
            if other != verdict {
                by_reading.push((reading.key, reading.option, other));
                unmet = unmet.or(it.filter(|_| other == Verdict::Unmet));
            }
        }
        // Only whether the duty is kept is in dispute, and nothing else in which the readings differ.
        let differ = !by_reading.is_empty() && (verdict == Verdict::Unmet || unmet.is_some());
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
        let asking = unmet.filter(|it| it.is_undone(on) && !instance.is_undone(on));
        let judgement = Judgement {
            rule: duty.rule.id,
            verdict: if disputed { Verdict::Disputed } else { verdict },
            readings: readings.clone(),
            by_reading,
            evidence: instance.entries().to_vec(),
            bearer: instance.bearer.clone(),
            subject: instance.subject.clone(),
            due: instance.due.as_ref().or(asking.and_then(|it| it.due.as_ref())).cloned(),
            finding: finding.or_else(|| unmet?.verdict_in(period, on).1),
        };
        (instance.or_asked_by(asking), judgement)
    };
    found
        .into_iter()
        .take_while(|_| !is_cancelled())
        .map(judgement)
        .filter(|(it, _)| !seen.open || it.is_open(on))
        .collect()
}

/// A reading that is open and not in effect, and what the duty finds by it.
struct OtherReading {
    key: ReadingKey,
    option: u8,
    instances: Vec<Instance>,
}

/// A bearer, and what it is about.
type Thing<'i> = (&'i Bearer, &'i Option<String>);

fn thing(it: &Instance) -> Thing<'_> {
    (&it.bearer, &it.subject)
}

/// What is found by another reading: of the same things, and of things that are not known by the reading in effect.
struct ByAnother<'o> {
    same: BTreeMap<Thing<'o>, &'o Instance>,
    strange: BTreeMap<&'o Bearer, Vec<&'o Instance>>,
}

impl<'o> ByAnother<'o> {
    fn of(reading: &'o OtherReading, known: &Set<Thing<'_>>) -> Self {
        let mut said = Self { same: BTreeMap::new(), strange: BTreeMap::new() };
        for it in &reading.instances {
            if known.contains(&thing(it)) {
                said.same.entry(thing(it)).or_insert(it);
            } else {
                said.strange.entry(&it.bearer).or_default().push(it);
            }
        }
        said
    }

    /// What is found of the same thing. A reading can cut the time in another way: then whatever is found of the bearer by
    /// that reading stands against it, and what weighs most speaks.
    fn of_the_same(&self, instance: &Instance, (period, on): (Period, Date)) -> Option<&'o Instance> {
        let strange = || {
            let all = self.strange.get(&instance.bearer)?.iter().copied();
            all.max_by_key(|it| it.verdict_in(period, on).0)
        };
        self.same.get(&thing(instance)).copied().or_else(strange)
    }
}
