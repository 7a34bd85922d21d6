//! Reports: what the acts share by which units report each year, and the office collects and reports upwards.
//!
//! A report is judged by four questions apart from each other: was it in time, is it complete, does it cover the time it
//! must, who owes one at all. The words of a charter can be read in several ways for each of them; nothing here chooses.
//! Minutes and documents stand in `document`.

pub(crate) mod duties;
pub(crate) mod log_collection;
pub(crate) mod report_results;
pub(crate) mod submit_report;
pub(crate) mod supplement_report;

use std::ops::RangeInclusive;

use chrono::Datelike;

use crate::{
    charter::{Charter, file::Clause, readings::ReportTime},
    kernel::{
        act::some_text,
        due::Due,
        duty::{Found, Instance, or_not_applicable},
        finding::Finding,
        lifetime::founded_on,
        resolver::since,
        rule::{Check, Rule, ensure},
        transition,
        verdict::Bearer,
        view::{Ask, View},
    },
    state::report::{CollectedReport, Receipt, Report},
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{Text, UnitId},
        period::Period,
        sorted::Map,
        time::{Date, Time, day_before},
        words::Role,
    },
};

pub(crate) const COVERS: Rule = Rule::always(
    "report.covers_part_of_its_year",
    "所述期间起止有序，且涉及该年度",
    "the time it covers begins before it ends and touches its year",
);

pub(crate) const SENT_FIRST: Rule =
    Rule::always("report.sent_before_received", "先报出，后收到", "it was sent before it was received");

pub(crate) fn touches_its_year(covers: Period, year: i32) -> Check {
    let touches = Period::year(year).and_then(|it| it.overlap(covers)).is_some();
    ensure(covers.from <= covers.to && touches, || Finding::Differs {
        found: format!("{}/{}", covers.from, covers.to),
        expected: year.to_string(),
    })
}

pub(crate) fn was_sent_first(ask: &Ask<'_>, sent_at: Option<Time>) -> Check {
    ensure(sent_at.is_none_or(|it| it <= ask.at), || Finding::TooLate { latest: ask.at })
}

impl Ask<'_> {
    /// The years for which a report can come now: this one and those before, as far as the body existed.
    fn years_to_report(&self) -> RangeInclusive<i32> {
        let this = self.today().year();
        founded_on(self).map_or(this, |it| it.year())..=this
    }

    /// Checks that the actor acts for the unit, or for the office, which logs what came to it on paper.
    fn reports_for(&self, unit: &UnitId) -> Check {
        let roles = [Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer, Role::Office];
        self.speaks(unit, self.today(), &roles)
    }

    /// The parts the charter names, or one if it names none.
    fn named_parts(&self) -> Map<Text, Text> {
        let named =
            self.settings().report_parts.fixed().map_or(&[][..], |it| it).iter().map(|it| it.id.clone());
        let mut parts: Map<Text, Text> = named.filter_map(|it| Some((it, some_text()?))).collect();
        if parts.is_empty() {
            parts.extend(some_text().zip(some_text()));
        }
        parts
    }
}

pub(crate) fn at_meetings(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    each_unit_called(view, period, |given| {
        let first = given.and_then(|it| it.entries.first()).copied();
        Some(Found::done_or(first, || Finding::Missing { what: vec!["report".to_owned()] }))
    })
}

/// One instance for each unit called to a meeting at which the units report.
pub(crate) fn each_unit_called(
    view: &View<'_>,
    period: Period,
    find: impl Fn(Option<&CollectedReport>) -> Option<Found>,
) -> Vec<Instance> {
    let Some(kinds) = view.settings().report_at.fixed() else {
        return vec![Instance::new(Bearer::Body, Found::Silent { entries: Vec::new() })];
    };
    let meetings = view.state.meetings();
    let held = meetings.held.range((period.from, 0)..=(period.to, u32::MAX));
    let held = held.filter_map(|((on, _), id)| Some((*on, id, meetings.meetings.get(id)?)));
    let mut all = Vec::new();
    for (on, id, meeting) in held.filter(|(_, _, it)| kinds.contains(&it.kind)) {
        let collected = view.state.reports().collected.get(id);
        let given = |unit: &UnitId| collected.and_then(|it| it.get(unit));
        let of_unit = |unit: &UnitId| {
            let instance = Instance::of_unit(unit, find(given(unit))?)
                .about(id)
                .part_of(transition::meeting(id))
                .due(Some(Due::on(view, on)));
            Some(instance.owed_to(Role::Office).fulfilled_by(&[ActKind::LogCollection]))
        };
        // What a unit did not give before it was merged is asked of the one in its place.
        let mut asked: Vec<UnitId> = Vec::new();
        for unit in &meeting.called {
            let by = match given(unit) {
                Some(_) => vec![unit.clone()],
                None => view.answering([unit], meeting.convened.at.date()),
            };
            asked.extend(by.into_iter().filter(|it| !asked.contains(it)).collect::<Vec<_>>());
        }
        all.extend(asked.iter().filter_map(of_unit));
    }
    or_not_applicable(all)
}

/// The receipt of what came to the office. Where nothing says when it was sent, it was sent when it came.
pub(crate) fn receipt(
    parts: &Map<Text, Text>,
    sent: Option<Time>,
    stamp: Stamp<'_>,
    charter: &Charter,
) -> Receipt {
    Receipt {
        received: stamp.deed(),
        sent: sent.map_or(stamp.at, |it| it.at_offset(charter.offset())),
        parts: parts.keys().cloned().collect(),
    }
}

since! { Report(first.received.at); }

impl<'s> View<'s> {
    /// The report for a year of a unit that owed it on a day: its own, or that of a unit in its place that came since.
    pub(crate) fn report_for(
        &self,
        unit: &'s UnitId,
        year: i32,
        on: Date,
    ) -> Option<(&'s UnitId, &'s Report)> {
        let (state, mut found) = (self.state, None);
        state.membership().follow((unit, on), self.vantage(), |it, since, ending| {
            let report = state.reports().of(it, year);
            let counts = report.filter(|report| it == unit || since.precedes(report.first.received));
            found = found.or(counts.map(|report| (it, report)));
            found.is_none() && ending.is_some()
        });
        found
    }

    /// The first day from which a unit has been a member without a break, or one in whose place it stands.
    pub(crate) fn joined_with_those_before(&self, unit: &UnitId, on: Date) -> Option<Date> {
        let own = self.joined(unit, on)?;
        let before =
            self.those_before(unit, on).filter_map(|(it, last)| self.joined_with_those_before(it, last));
        Some(before.min().map_or(own, |it| it.min(own)))
    }

    /// The last day on which the reports before a year end; where a unit stands in the place of others, the first of the
    /// days on which theirs and its own end.
    fn reported_until(&self, unit: &UnitId, year: i32, on: Date) -> Option<Date> {
        let last = |it: &UnitId| {
            let before = self.state.reports().reports.get(it)?;
            before.range(..year).next_back().map(|(_, it)| it.covers.to)
        };
        let others = self.those_before(unit, on).filter_map(|(it, last)| self.reported_until(it, year, last));
        others.chain(last(unit)).min()
    }

    /// The units in whose place a unit came, each with its last day.
    fn those_before(&self, unit: &UnitId, on: Date) -> impl Iterator<Item = (&'s UnitId, Date)> {
        let membership = self.state.membership();
        let endings = |id: &'s UnitId| membership.units.get(id).map_or(&[][..], |it| it.endings());
        let all =
            membership.those_before(unit).flat_map(move |id| endings(id).iter().map(move |it| (id, it)));
        all.filter(move |(_, it)| it.from() <= on && it.successors().contains(unit))
            .map(|(id, it)| (id, day_before(it.from())))
    }
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
