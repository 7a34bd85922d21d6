//! Reports: what each member unit reports to the office every year, what the office collects, and the
//! results it reports upwards.
//!
//! A report is judged by four questions apart from each other: was it in time, is it complete, does it cover
//! the time it must, who owes one at all. The words of the charter can be read in several ways for each of
//! them; nothing here chooses. Minutes and documents stand in `document`.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use chrono::Datelike;

use crate::{
    act::{ActKind, ActType, Resolver, since, some_text},
    charter::{
        Charter, Clause, ReadingKey, SettingKey,
        readings::{
            FirstYear, JoinedReports, LeadReports, ReportCovers, ReportParts, ReportTime, Supplement,
        },
        settings::{ReportPart, Role},
    },
    deed::{Deed, Stamp},
    duty::{Found, Instance, ends_on, founded_on, or_not_applicable},
    entry::Outcome,
    id::{MeetingId, Text, UnitId},
    law::{self, MatterRef},
    meeting::Meeting,
    membership::{by_office, by_unit, of_members},
    record::record,
    refusal::{Finding, Standing},
    rule::{Ask, Check, Duty, Guard, Rule, View, ensure, fixed, remedy},
    state::State,
    time::{Date, Period, Time, day_after},
    verdict::{Bearer, Due, Verdict},
};

record! {
    /// Reports a unit's work of a year to the office (报送年度工作情况); it happens when the office receives it.
    pub struct SubmitReport {
        /// The unit.
        pub unit: UnitId,
        /// The year.
        pub year: i32,
        /// Its parts by their keys: those the charter names, and any others.
        #[serde(deserialize_with = "crate::wire::map")]
        pub parts: BTreeMap<Text, Text>,
        /// The time it covers.
        #[serde(deserialize_with = "crate::wire::object")]
        pub covers: Period,
        /// When it was sent; if not given, when it was received.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub sent_at: Option<Time>,
    }

    /// Adds to a report, or replaces parts of it (补报).
    pub struct SupplementReport {
        /// The unit.
        pub unit: UnitId,
        /// The year.
        pub year: i32,
        /// The parts added or replaced.
        #[serde(deserialize_with = "crate::wire::map")]
        pub parts: BTreeMap<Text, Text>,
        /// Further time that it covers.
        #[serde(
            default,
            deserialize_with = "crate::wire::optional_object",
            skip_serializing_if = "Option::is_none"
        )]
        pub covers: Option<Period>,
        /// When it was sent; if not given, when it was received.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub sent_at: Option<Time>,
    }

    /// Logs that the office has collected and put in order how the units' work stands (收集、整理工作情况).
    pub struct LogCollection {
        /// The units it was collected from.
        #[serde(deserialize_with = "crate::wire::list")]
        pub units: Vec<UnitId>,
        /// What was collected.
        pub text: Text,
        /// The meeting at which the units reported it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub meeting: Option<MeetingId>,
        /// The parts that each of the units gave, by their keys.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub parts: Vec<Text>,
    }

    /// Reports results upwards (上报办理结果).
    pub struct ReportResults {
        /// To whom.
        pub to: Text,
        /// What was reported.
        pub text: Text,
    }
}

const COVERS: Rule = Rule::always(
    "report.covers_part_of_its_year",
    "所述期间起止有序，且涉及该年度",
    "the time it covers begins before it ends and touches its year",
);

const SENT_FIRST: Rule =
    Rule::always("report.sent_before_received", "先报出，后收到", "it was sent before it was received");

fn touches_its_year(covers: Period, year: i32) -> Check {
    let touches = Period::year(year).and_then(|it| it.overlap(covers)).is_some();
    ensure(covers.from <= covers.to && touches, || Finding::Differs {
        found: format!("{}/{}", covers.from, covers.to),
        expected: year.to_string(),
    })
}

fn was_sent_first(ask: &Ask<'_>, sent_at: Option<Time>) -> Check {
    ensure(sent_at.is_none_or(|it| it <= ask.at), || Finding::TooLate { latest: ask.at })
}

impl ActType for SubmitReport {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.acts_for(&it.act.unit)),
        of_members(|it| it.members_all([&it.act.unit])),
        Guard {
            rule: Rule::always(
                "report.once_a_year",
                "该年度尚未报送，补充材料另作补报",
                "no report for that year has come yet; what comes later supplements it",
            )
            .cured_by(&[remedy(
                ActKind::SupplementReport,
                &[Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer],
            )]),
            check: |it| {
                let had = it.state.reports.of(&it.act.unit, it.act.year).is_some();
                ensure(!had, || Finding::state(Standing::Submitted, &[Standing::NotSubmitted]))
            },
        },
        Guard {
            rule: Rule::always(
                "report.year_is_plausible",
                "报送的是本年度或者上一年度",
                "it is for the year in which it comes or the one before",
            ),
            check: |it| {
                let years = it.years_to_report();
                ensure(years.contains(&it.act.year), || Finding::NotAllowed {
                    value: it.act.year.to_string(),
                    allowed: years.map(|it| it.to_string()).collect(),
                })
            },
        },
        Guard { rule: COVERS, check: |it| touches_its_year(it.act.covers, it.act.year) },
        Guard { rule: SENT_FIRST, check: |it| was_sent_first(it, it.act.sent_at) },
    ];

    const FREE: &'static [&'static str] = &["parts", "covers", "sent_at"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        names.known(&self.unit).map(|_| ())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        let report = Report {
            covers: self.covers,
            parts: self.parts.clone(),
            first: receipt(&self.parts, self.sent_at, stamp, charter),
            supplements: Vec::new(),
        };
        state.reports.reports.entry(self.unit.clone()).or_default().insert(self.year, report);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let submit = |unit: &UnitId, year: i32| {
            let whole = Period::year(year)?;
            let joined = ask.joined(unit, ask.today()).filter(|it| whole.contains(*it));
            let covers = Period { from: joined.unwrap_or(whole.from), to: whole.to.min(ask.today()) };
            Some(Self { unit: unit.clone(), year, parts: ask.named_parts(), covers, sent_at: None })
        };
        let reports = &ask.state.reports;
        let units = ask.members_on(ask.today()).into_iter();
        units
            .flat_map(|unit| {
                let missing = ask.years_to_report().filter(|year| reports.of(unit, *year).is_none());
                missing.filter_map(|year| submit(unit, year)).collect::<Vec<_>>()
            })
            .collect()
    }
}

impl ActType for SupplementReport {
    type Names<'s> = Option<&'s Report>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.acts_for(&it.act.unit)),
        Guard {
            rule: Rule::always(
                "report.was_submitted",
                "该年度工作情况已经报送",
                "the report of that year has come",
            )
            .cured_by(&[remedy(
                ActKind::SubmitReport,
                &[Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer],
            )]),
            check: |it| {
                ensure(it.names.is_some(), || Finding::state(Standing::NotSubmitted, &[Standing::Submitted]))
            },
        },
        Guard {
            rule: Rule::always(
                "report.supplement_adds_something",
                "补报须有内容",
                "a supplement adds a part or further time",
            ),
            check: |it| {
                ensure(!it.act.parts.is_empty() || it.act.covers.is_some(), || Finding::Missing {
                    what: vec!["parts".to_owned()],
                })
            },
        },
        Guard {
            rule: COVERS,
            check: |it| it.act.covers.map_or(Ok(()), |covers| touches_its_year(covers, it.act.year)),
        },
        Guard { rule: SENT_FIRST, check: |it| was_sent_first(it, it.act.sent_at) },
    ];

    const FREE: &'static [&'static str] = &["parts", "covers", "sent_at"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        names.known(&self.unit)?;
        Some(state.reports.of(&self.unit, self.year))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        let of_unit = state.reports.reports.get_mut(&self.unit);
        if let Some(report) = of_unit.and_then(|it| it.get_mut(&self.year)) {
            report.parts.extend(self.parts.clone());
            if let Some(further) = self.covers {
                report.covers.from = report.covers.from.min(further.from);
                report.covers.to = report.covers.to.max(further.to);
            }
            report.supplements.push(receipt(&self.parts, self.sent_at, stamp, charter));
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let reports = &ask.state.reports;
        let units = ask.members_on(ask.today()).into_iter();
        units
            .flat_map(|unit| {
                let years = ask.years_to_report().filter(|year| reports.of(unit, *year).is_some());
                years
                    .map(|year| Self {
                        unit: unit.clone(),
                        year,
                        parts: ask.named_parts(),
                        covers: None,
                        sent_at: None,
                    })
                    .collect::<Vec<_>>()
            })
            .collect()
    }
}

impl ActType for LogCollection {
    type Names<'s> = Option<&'s Meeting>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_members(|it| it.members_all(&it.act.units)),
        Guard {
            rule: Rule::always(
                "collection.names_its_units",
                "注明向哪些单位收集",
                "it says from which units it was collected",
            ),
            check: |it| ensure(!it.act.units.is_empty(), || Finding::TooFew { have: 0, need: 1 }),
        },
        Guard {
            rule: Rule::always(
                "collection.at_a_meeting_held",
                "在会上收集的，会议已经召开",
                "a meeting at which it was collected has been opened",
            ),
            check: |it| {
                ensure(it.names.is_none_or(|it| it.opened.is_some()), || {
                    Finding::state(Standing::NotOpened, &[Standing::Opened])
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["units", "text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let units = names.all_known(&self.units);
        let meeting = self.meeting.as_ref().map(|it| names.known(it));
        units.map(|_| meeting.flatten())
    }

    fn since(meeting: &Self::Names<'_>) -> Option<Time> {
        meeting.and_then(|it| it.opened).map(|it| it.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(meeting) = &self.meeting {
            let collected = state.reports.collected.entry(meeting.clone()).or_default();
            for unit in &self.units {
                let given = collected.entry(unit.clone()).or_default();
                given.entries.push(stamp.deed());
                given.parts.extend(self.parts.iter().cloned());
            }
        }
    }

    /// Apart from any meeting, and at the last one held.
    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let units: Vec<UnitId> = ask.members_on(ask.today()).into_iter().cloned().collect();
        let last = ask.state.meetings.held.last_key_value().map(|(_, it)| Some(it.clone()));
        let at_meetings = ask.settings().report_at.fixed().is_some();
        let parts: Vec<Text> = if at_meetings { ask.named_parts().into_keys().collect() } else { Vec::new() };
        let log =
            |meeting| Some(Self { units: units.clone(), text: some_text()?, meeting, parts: parts.clone() });
        std::iter::once(None).chain(last).filter_map(log).collect()
    }
}

impl ActType for ReportResults {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "results.go_to_whom_the_charter_names",
                "办理结果报送制度规定的上级",
                "results are reported to those whom the charter names",
            )
            .needs(&[SettingKey::ResultsTo]),
            check: |it| {
                let named = fixed(&it.settings().results_to)?;
                ensure(named.contains(&it.act.to), || Finding::NotAllowed {
                    value: it.act.to.to_string(),
                    allowed: named.iter().map(ToString::to_string).collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, _: &mut Resolver<'s>) -> Option<()> {
        Some(())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.reports.results.entry(self.to.clone()).or_default().push(stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let named = ask.settings().results_to.fixed().map_or(&[][..], |it| it);
        let unnamed = if named.is_empty() { some_text() } else { None };
        let to = named.iter().cloned().chain(unnamed);
        to.filter_map(|to| Some(Self { to, text: some_text()? })).collect()
    }
}

impl Ask<'_> {
    /// The years for which a report can come now: this one and the last, as far as the body existed.
    fn years_to_report(&self) -> RangeInclusive<i32> {
        let this = self.today().year();
        let first = founded_on(self).map_or(this, |it| it.year());
        first.max(this - 1)..=this
    }

    /// The parts the charter names, or one if it names none.
    fn named_parts(&self) -> BTreeMap<Text, Text> {
        let named =
            self.settings().report_parts.fixed().map_or(&[][..], |it| it).iter().map(|it| it.id.clone());
        let mut parts: BTreeMap<Text, Text> = named.filter_map(|it| Some((it, some_text()?))).collect();
        if parts.is_empty() {
            parts.extend(some_text().zip(some_text()));
        }
        parts
    }
}

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "report.yearly",
            "各成员单位每年按期报送工作情况",
            "each member unit reports every year by the due date",
        )
        .needs(&[SettingKey::ReportDue, SettingKey::CloseOfWork])
        .reads(&[
            ReadingKey::DueDay,
            ReadingKey::ReportTime,
            ReadingKey::Supplement,
            ReadingKey::LeadReports,
            ReadingKey::JoinedReports,
            ReadingKey::FirstYear,
        ]),
        gives: &[
            Verdict::NotJudged,
            Verdict::NotApplicable,
            Verdict::Silent,
            Verdict::Met,
            Verdict::NotDue,
            Verdict::Disputed,
            Verdict::Unmet,
        ],
        look: |view, _, period| each_report(view, period, &[ActKind::SubmitReport], in_time),
    },
    Duty {
        rule: Rule::law("report.complete", "报送内容齐全", "each report has the parts the charter names")
            .needs(&[SettingKey::ReportParts, SettingKey::ReportDue, SettingKey::CloseOfWork])
            .reads(&[
                ReadingKey::ReportParts,
                ReadingKey::DueDay,
                ReadingKey::ReportTime,
                ReadingKey::Supplement,
                ReadingKey::LeadReports,
                ReadingKey::JoinedReports,
                ReadingKey::FirstYear,
            ]),
        gives: &[
            Verdict::NotJudged,
            Verdict::NotApplicable,
            Verdict::Silent,
            Verdict::Met,
            Verdict::NotDue,
            Verdict::Disputed,
            Verdict::Unmet,
        ],
        look: |view, _, period| each_report(view, period, &[ActKind::SupplementReport], complete),
    },
    Duty {
        rule: Rule::law(
            "report.period_covered",
            "报送的工作情况从应当起算之日写起",
            "each report covers its time from the day on which it must begin",
        )
        .needs(&[SettingKey::ReportDue, SettingKey::CloseOfWork])
        .reads(&[
            ReadingKey::ReportCovers,
            ReadingKey::DueDay,
            ReadingKey::LeadReports,
            ReadingKey::JoinedReports,
            ReadingKey::FirstYear,
        ]),
        gives: &[
            Verdict::NotJudged,
            Verdict::NotApplicable,
            Verdict::Met,
            Verdict::NotDue,
            Verdict::Disputed,
            Verdict::Unmet,
        ],
        look: |view, _, period| each_report(view, period, &[ActKind::SupplementReport], covers_enough),
    },
    Duty {
        rule: Rule::law(
            "report.collected",
            "办公室收集、整理各成员单位工作情况",
            "the office collects and puts in order how the units' work stands",
        ),
        gives: &[Verdict::Silent, Verdict::Met],
        look: |view, _, period| {
            let mut done: Vec<Deed> = view.state.done_in(ActKind::LogCollection, period).collect();
            done.sort_unstable();
            let entries = done.iter().map(|it| it.no).collect();
            let found = match done.first() {
                Some(Deed { at, .. }) => Found::Done { at: *at, entries },
                // No charter says how often.
                None => Found::Silent { entries },
            };
            vec![Instance::of_role(Role::Office, found).fulfilled_by(&[ActKind::LogCollection])]
        },
    },
    Duty {
        rule: Rule::law(
            "report.at_meetings",
            "成员单位在规定的会议上报告工作情况",
            "each unit called reports at the meetings the charter names",
        )
        .needs(&[SettingKey::ReportAt]),
        gives: &[Verdict::NotApplicable, Verdict::Silent, Verdict::Met, Verdict::NotDue, Verdict::Unmet],
        look: at_meetings,
    },
    Duty {
        rule: Rule::law(
            "report.whole_at_meetings",
            "会议上报告的内容齐全",
            "what a unit reports at a meeting has the parts the charter names",
        )
        .needs(&[SettingKey::ReportAt, SettingKey::ReportParts]),
        gives: &[Verdict::NotApplicable, Verdict::Silent, Verdict::Met, Verdict::NotDue, Verdict::Unmet],
        look: whole_at_meetings,
    },
    Duty {
        rule: Rule::law(
            "results.reported",
            "办理结果按规定上报",
            "results are reported to those whom the charter names",
        )
        .needs(&[SettingKey::ResultsTo]),
        gives: &[Verdict::NotApplicable, Verdict::Silent, Verdict::Met],
        look: |view, _, period| {
            let office = |found| Instance::of_role(Role::Office, found);
            let results: Vec<u32> =
                view.state.done_in(ActKind::CompleteAssignment, period).map(|it| it.no).collect();
            let Some(named) = view.settings().results_to.fixed() else {
                return vec![office(Found::Silent { entries: results })];
            };
            let reported = |to: &Text| {
                let all = view.state.reports.results.get(to).into_iter().flatten();
                let mut done: Vec<Deed> = all.filter(|it| period.contains(it.at.date())).copied().collect();
                done.sort_unstable();
                let found = match done.first() {
                    Some(Deed { at, .. }) => {
                        Found::Done { at: *at, entries: done.iter().map(|it| it.no).collect() }
                    }
                    None if results.is_empty() => Found::NotApplicable,
                    // There are results; the charter does not say by when they go up.
                    None => Found::Silent { entries: results.clone() },
                };
                office(found).about(to).fulfilled_by(&[ActKind::ReportResults])
            };
            named.iter().map(reported).collect()
        },
    },
];

fn at_meetings(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    each_unit_called(view, period, |given| {
        let first = given.and_then(|it| it.entries.first()).copied();
        Some(Found::done_or(first, || Finding::Missing { what: vec!["report".to_owned()] }))
    })
}

/// What was reported is judged by its parts; whether anything was is another question.
fn whole_at_meetings(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let Some(named) = view.settings().report_parts.fixed() else {
        return vec![Instance::new(Bearer::Body, Found::Silent { entries: Vec::new() })];
    };
    each_unit_called(view, period, |given| {
        let given = given?;
        let entries = given.entries.iter().map(|it| it.no).collect();
        let missing = named.iter().filter(|it| !given.parts.contains(&it.id));
        let what: Vec<String> = missing.map(|it| it.id.to_string()).collect();
        let last = given.entries.last().filter(|_| what.is_empty());
        Some(match last {
            Some(Deed { at, .. }) => Found::Done { at: *at, entries },
            None => Found::Open { finding: Finding::Missing { what }, entries },
        })
    })
}

/// One instance for each unit called to a meeting at which the units report.
fn each_unit_called(
    view: &View<'_>,
    period: Period,
    find: impl Fn(Option<&Given>) -> Option<Found>,
) -> Vec<Instance> {
    let Some(kinds) = view.settings().report_at.fixed() else {
        return vec![Instance::new(Bearer::Body, Found::Silent { entries: Vec::new() })];
    };
    let meetings = &view.state.meetings;
    let held = meetings.held.range((period.from, 0)..=(period.to, u32::MAX));
    let held = held.filter_map(|((on, _), id)| Some((*on, id, meetings.meetings.get(id)?)));
    let mut all = Vec::new();
    for (on, id, meeting) in held.filter(|(_, _, it)| kinds.contains(&it.kind)) {
        let collected = view.state.reports.collected.get(id);
        let of_unit = |unit: &UnitId| {
            let found = find(collected.and_then(|it| it.get(unit)))?;
            let instance = Instance::of_unit(unit, found)
                .about(id)
                .part_of(law::meeting(id))
                .due(Some(Due::on(view.calendar, on)));
            Some(instance.owed_to(Role::Office).fulfilled_by(&[ActKind::LogCollection]))
        };
        all.extend(meeting.called.iter().filter_map(of_unit));
    }
    or_not_applicable(all)
}

/// What one unit owes for one year, and what has come.
struct Owed<'s> {
    unit: &'s UnitId,
    year: i32,
    /// The first day from which the unit has been a member without a break.
    joined: Date,
    /// None if the charter gives no date.
    due: Option<Due>,
    /// Whether the readings in effect leave the duty on the unit for that year.
    binds: bool,
    report: Option<&'s Report>,
}

/// One instance for each year and each unit that is a member unit when the report is due.
fn each_report(
    view: &View<'_>,
    period: Period,
    fulfilled_by: &'static [ActKind],
    find: fn(&View<'_>, &Owed<'_>) -> (Found, Option<Due>),
) -> Vec<Instance> {
    let owed = period.years().flat_map(|year| owed_for(view, year));
    let all: Vec<Instance> = owed
        .map(|owed| {
            let (found, due) = find(view, &owed);
            let found = if owed.binds { found } else { exempt(found, due.as_ref()) };
            let year = Period::year(owed.year).map_or(period.from, |it| it.from);
            Instance::of_unit(owed.unit, found)
                .about(owed.year)
                .since(year)
                .due(due)
                .owed_to(Role::Office)
                .fulfilled_by(fulfilled_by)
        })
        .collect();
    or_not_applicable(all)
}

fn owed_for<'s>(view: &View<'s>, year: i32) -> Vec<Owed<'s>> {
    let day = view.settings().report_due.fixed().copied();
    let Some(on) = day.map_or_else(|| Period::year(year).map(|it| it.to), |it| it.in_year(year)) else {
        return Vec::new();
    };
    if ends_on(view).is_some_and(|it| it < on) {
        return Vec::new();
    }
    let due = day.and_then(|it| Due::before(view, it, year));
    let owed = |unit: &'s UnitId| {
        let joined = view.joined(unit, on)?;
        Some(Owed {
            unit,
            year,
            joined,
            due: due.clone(),
            binds: binds(view, unit, year, joined),
            report: view.state.reports.of(unit, year),
        })
    };
    view.members_on(on).into_iter().filter_map(owed).collect()
}

/// Whether a member unit owes a report for a year, by the readings in effect.
fn binds(view: &View<'_>, unit: &UnitId, year: i32, joined: Date) -> bool {
    let founded = founded_on(view);
    let leads = view.is_lead(unit) && view.reading::<LeadReports>() == LeadReports::No;
    let is_new = joined.year() == year
        && founded.is_some_and(|it| it < joined)
        && view.reading::<JoinedReports>() == JoinedReports::No;
    let is_first =
        founded.is_some_and(|it| it.year() == year) && view.reading::<FirstYear>() == FirstYear::NextYear;
    !(leads || is_new || is_first)
}

/// What is found of a unit that owes no report: one that comes all the same is never held against it.
fn exempt(found: Found, due: Option<&Due>) -> Found {
    match found {
        Found::Open { entries, .. } if entries.is_empty() => Found::NotApplicable,
        Found::Open { entries, .. } => Found::NotJudged { entries },
        Found::Done { at, entries } if due.is_some_and(|it| it.missed_by(at)) => Found::NotJudged { entries },
        other => other,
    }
}

fn in_time(view: &View<'_>, owed: &Owed<'_>) -> (Found, Option<Due>) {
    let entries = owed.report.map(Report::entries).unwrap_or_default();
    let found = match owed.report {
        _ if owed.due.is_none() => Found::Silent { entries },
        None => Found::Open { finding: Finding::Missing { what: vec!["report".to_owned()] }, entries },
        Some(report) => {
            let counts = match view.reading() {
                Supplement::FirstReceipt => &report.first,
                Supplement::LastReceipt => report.last(),
            };
            Found::Done { at: counts.time(view), entries }
        }
    };
    (found, owed.due.clone())
}

/// Completeness is judged apart from time: a report that came late can be complete, and so can one supplemented late,
/// unless the last receipt counts.
fn complete(view: &View<'_>, owed: &Owed<'_>) -> (Found, Option<Due>) {
    let Some(report) = owed.report else { return (Found::NotApplicable, None) };
    let entries = report.entries();
    let Some(named) = view.settings().report_parts.fixed() else {
        return (Found::Silent { entries }, None);
    };
    let is_enough = |had: &BTreeSet<&Text>| match view.reading() {
        ReportParts::AllParts => named.iter().all(|it| had.contains(&it.id)),
        ReportParts::AnyPart => named.is_empty() || named.iter().any(|it| had.contains(&it.id)),
    };
    let Some(receipt) = report.receipt_that(is_enough) else {
        let lacks = |it: &&ReportPart| !report.parts.contains_key(&it.id);
        let what = named.iter().filter(lacks).map(|it| it.id.to_string()).collect();
        return (Found::Open { finding: Finding::Missing { what }, entries }, owed.due.clone());
    };
    let at = receipt.time(view);
    let apart =
        view.reading::<Supplement>() == Supplement::FirstReceipt || receipt.received == report.first.received;
    let due = owed.due.clone().filter(|it| !(apart && it.missed_by(at)));
    (Found::Done { at, entries }, due)
}

fn covers_enough(view: &View<'_>, owed: &Owed<'_>) -> (Found, Option<Due>) {
    let Some(report) = owed.report else { return (Found::NotApplicable, None) };
    let begins = match view.reading() {
        ReportCovers::CalendarYear => Period::year(owed.year).map(|it| it.from),
        ReportCovers::SinceLastReport => {
            let before = view.state.reports.reports.get(owed.unit);
            let last = before.and_then(|it| it.range(..owed.year).next_back());
            last.map(|(_, it)| day_after(it.covers.to))
        }
    };
    // Before it joined, a unit has nothing to report.
    let begins = begins.map_or(owed.joined, |it| it.max(owed.joined));
    let entries = report.entries();
    if report.covers.from <= begins {
        return (Found::Done { at: report.first.received.at, entries }, None);
    }
    let finding = Finding::Differs { found: report.covers.from.to_string(), expected: begins.to_string() };
    (Found::Open { finding, entries }, owed.due.clone())
}

/// What came to the office, and when it was sent; if that is not said, when it came.
fn receipt(parts: &BTreeMap<Text, Text>, sent: Option<Time>, stamp: Stamp<'_>, charter: &Charter) -> Receipt {
    Receipt {
        received: stamp.deed(),
        sent: sent.map_or(stamp.at, |it| it.at_offset(charter.offset())),
        parts: parts.keys().cloned().collect(),
    }
}

/// The report of a unit for a year.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Report {
    /// The time it covers, with what supplements added.
    pub(crate) covers: Period,
    /// Its parts, as last supplemented.
    pub(crate) parts: BTreeMap<Text, Text>,
    pub(crate) first: Receipt,
    pub(crate) supplements: Vec<Receipt>,
}

since! { Report(last().received.at); }

/// That something came to the office.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Receipt {
    pub(crate) received: Deed,
    pub(crate) sent: Time,
    /// The keys of the parts that came.
    pub(crate) parts: BTreeSet<Text>,
}

impl Receipt {
    /// The time that counts, by the reading in effect.
    fn time(&self, view: &View<'_>) -> Time {
        match view.reading() {
            ReportTime::Received => self.received.at,
            ReportTime::Sent => self.sent,
        }
    }
}

impl Report {
    /// The last of its receipts.
    pub(crate) fn last(&self) -> &Receipt {
        self.supplements.last().unwrap_or(&self.first)
    }

    pub(crate) fn receipts(&self) -> impl Iterator<Item = &Receipt> {
        std::iter::once(&self.first).chain(&self.supplements)
    }

    pub(crate) fn entries(&self) -> Vec<u32> {
        self.receipts().map(|it| it.received.no).collect()
    }

    /// The first receipt after which the parts that had come are enough.
    pub(crate) fn receipt_that(&self, is_enough: impl Fn(&BTreeSet<&Text>) -> bool) -> Option<&Receipt> {
        let mut had = BTreeSet::new();
        self.receipts().find(|it| {
            had.extend(&it.parts);
            is_enough(&had)
        })
    }
}

/// What a unit gave at a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Given {
    /// When, and the entries.
    pub(crate) entries: Vec<Deed>,
    /// The keys of its parts.
    pub(crate) parts: BTreeSet<Text>,
}

/// The reports of the units, and the results reported upwards.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Reports {
    pub(crate) reports: BTreeMap<UnitId, BTreeMap<i32, Report>>,
    /// For each meeting the units that reported there, and when.
    pub(crate) collected: BTreeMap<MeetingId, BTreeMap<UnitId, Given>>,
    /// When results were reported, by the one to whom.
    pub(crate) results: BTreeMap<Text, Vec<Deed>>,
}

impl Reports {
    /// The report of a unit for a year.
    pub(crate) fn of(&self, unit: &UnitId, year: i32) -> Option<&Report> {
        self.reports.get(unit)?.get(&year)
    }
}
