//! The duties about reports: that they are in time, complete and whole, collected, and their results reported.

use chrono::Datelike;

use crate::{
    charter::{
        file::Clause,
        readings::{
            FirstYear, JoinedReports, LeadReports, ReadingKey, ReportCovers, ReportParts, Supplement,
        },
        settings::{SettingKey, values::ReportPart},
    },
    kernel::{
        due::Due,
        duty::{Found, Instance, or_elsewhere, or_not_applicable},
        finding::Finding,
        lifetime::{ends_on, founded_on},
        rule::{Duty, Rule},
        verdict::{Bearer, Verdict},
        view::View,
    },
    law::report::{at_meetings, each_unit_called},
    state::report::Report,
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{Text, UnitId},
        order,
        period::Period,
        sorted::Set,
        time::{Date, day_after},
        words::Role,
    },
};

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
            order::sort(&mut done);
            let entries = done.iter().map(|it| it.no).collect();
            let found = match done.first() {
                Some(Deed { at, .. }) => Found::Done { at: *at, entries },
                // No charter says how often the office collects.
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
            let so_far =
                Period { from: founded_on(view).unwrap_or(period.from).min(period.from), to: period.to };
            let results: Vec<Deed> = view.state.done_in(ActKind::CompleteAssignment, so_far).collect();
            let Some(named) = view.settings().results_to.fixed() else {
                let entries = results.iter().filter(|it| period.contains(it.at.date())).map(|it| it.no);
                return vec![office(Found::Silent { entries: entries.collect() })];
            };
            let reported = |to: &Text| {
                let all = view.state.reports().results.get(to).into_iter().flatten();
                let mut done: Vec<Deed> = all.filter(|it| so_far.contains(it.at.date())).copied().collect();
                order::sort(&mut done);
                // A report tells of the results there are by then.
                let told = done.last().map(|it| it.at);
                let untold = results.iter().filter(|it| told.is_none_or(|told| it.at > told));
                let entries: Vec<u32> = untold.map(|it| it.no).collect();
                done.retain(|it| period.contains(it.at.date()));
                let found = match done.first() {
                    _ if !entries.is_empty() => {
                        Found::Open { finding: Finding::Missing { what: vec!["report".to_owned()] }, entries }
                    }
                    Some(Deed { at, .. }) => {
                        Found::Done { at: *at, entries: done.iter().map(|it| it.no).collect() }
                    }
                    None => Found::NotApplicable,
                };
                // The charter does not say by when results go up.
                office(found).about(to).undated().fulfilled_by(&[ActKind::ReportResults])
            };
            named.iter().map(reported).collect()
        },
    },
];

/// What was reported is judged by its parts; whether anything was reported is another question.
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

/// What one unit owes for one year, and what has come.
struct Owed<'s> {
    unit: &'s UnitId,
    year: i32,
    /// The day on which it had to be a member unit to owe it.
    on: Date,
    /// The first day from which the unit has been a member without a break, or a unit in whose place it stands.
    joined: Date,
    /// When the report is due; none if the charter gives no date.
    due: Option<Due>,
    /// Whether the readings in effect leave the duty on the unit for that year.
    binds: bool,
    /// The report that counts, and the unit that gave it.
    report: Option<(&'s UnitId, &'s Report)>,
}

/// One instance for each year whose report falls due in the period, and each unit that is a member unit then or, once that
/// unit has ended, for each in its place.
fn each_report(
    view: &View<'_>,
    period: Period,
    fulfilled_by: &'static [ActKind],
    find: fn(&View<'_>, &Owed<'_>) -> (Found, Option<Due>),
) -> Vec<Instance> {
    let owed: Vec<Owed<'_>> = period.years().flat_map(|year| owed_for(view, year)).collect();
    if owed.is_empty() {
        return or_not_applicable(Vec::new());
    }
    let owed = owed.into_iter().filter(|it| it.due.as_ref().is_none_or(|it| period.contains(it.date)));
    let mut all: Vec<Instance> = Vec::new();
    for owed in owed {
        let (found, due) = find(view, &owed);
        let found = if owed.binds { found } else { exempt(found, due.as_ref()) };
        let year = Period::year(owed.year).map_or(period.from, |it| it.from);
        let by = match (&found, owed.report) {
            (Found::Open { .. }, Some((by, _))) => view.answering([by], owed.on),
            (_, Some((by, _))) => vec![by.clone()],
            (_, None) => view.answering([owed.unit], owed.on),
        };
        for by in by {
            let instance = Instance::of_unit(&by, found.clone())
                .since(year)
                .due(due.clone())
                .owed_to(Role::Office)
                .fulfilled_by(fulfilled_by);
            all.push(match by == *owed.unit {
                true => instance.about(owed.year),
                // What a unit owes for another stands beside what it owes itself.
                false => instance.about(format_args!("{} {}", owed.unit, owed.year)),
            });
        }
    }
    or_elsewhere(all)
}

/// Whether a unit owes a report for a year, itself or in the place of another, whatever it has reported.
pub(crate) fn owes_report(view: &View<'_>, unit: &UnitId, year: i32) -> bool {
    let mut owed = owed_for(view, year).into_iter().filter(|it| it.on <= view.on());
    owed.any(|it| view.is_answering(unit, [it.unit], it.on))
}

/// The units whose report for a year is missing.
pub(crate) fn unreported<'s>(view: &View<'s>, year: i32) -> Vec<&'s UnitId> {
    let owed = owed_for(view, year).into_iter().filter(|it| it.on <= view.on());
    owed.filter(|it| it.report.is_none()).map(|it| it.unit).collect()
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
        let joined = view.joined_with_those_before(unit, on)?;
        Some(Owed {
            unit,
            year,
            on,
            joined,
            due: due.clone(),
            binds: binds(view, unit, (year, on), joined),
            report: view.report_for(unit, year, on),
        })
    };
    view.members_on(on).into_iter().filter_map(owed).collect()
}

/// Whether a member unit owes a report for a year, by the readings in effect.
fn binds(view: &View<'_>, unit: &UnitId, (year, on): (i32, Date), joined: Date) -> bool {
    let founded = founded_on(view);
    let leads = view.is_lead(unit, on) && view.reading::<LeadReports>() == LeadReports::No;
    let is_new = joined.year() == year
        && founded.is_some_and(|it| it < joined)
        && view.reading::<JoinedReports>() == JoinedReports::No;
    let is_first =
        founded.is_some_and(|it| it.year() == year) && view.reading::<FirstYear>() == FirstYear::NextYear;
    !(leads || is_new || is_first)
}

/// What is found of a unit that owes no report: a report that comes all the same is never held against the unit.
fn exempt(found: Found, due: Option<&Due>) -> Found {
    match found {
        Found::Open { entries, .. } if entries.is_empty() => Found::NotApplicable,
        Found::Open { entries, .. } => Found::NotJudged { entries },
        Found::Done { at, entries } if due.is_some_and(|it| it.missed_by(at)) => Found::NotJudged { entries },
        other => other,
    }
}

fn in_time(view: &View<'_>, owed: &Owed<'_>) -> (Found, Option<Due>) {
    let entries = owed.report.map(|(_, it)| it.entries()).unwrap_or_default();
    let found = match owed.report {
        _ if owed.due.is_none() => Found::Silent { entries },
        None => Found::Open { finding: Finding::Missing { what: vec!["report".to_owned()] }, entries },
        Some((_, report)) => {
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
    let Some((_, report)) = owed.report else { return (Found::NotApplicable, None) };
    let entries = report.entries();
    let Some(named) = view.settings().report_parts.fixed() else {
        return (Found::Silent { entries }, None);
    };
    let is_enough = |had: &Set<&Text>| match view.reading() {
        ReportParts::AllParts => named.iter().all(|it| had.contains(&it.id)),
        ReportParts::AnyPart => named.is_empty() || named.iter().any(|it| had.contains(&it.id)),
    };
    let Some(receipt) = report.receipt_that(is_enough) else {
        let lacks = |it: &&ReportPart| !report.has_part(&it.id);
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
    let Some((_, report)) = owed.report else { return (Found::NotApplicable, None) };
    let begins = match view.reading() {
        ReportCovers::CalendarYear => Period::year(owed.year).map(|it| it.from),
        ReportCovers::SinceLastReport => view.reported_until(owed.unit, owed.year, owed.on).map(day_after),
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
