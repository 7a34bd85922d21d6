//! The duties about joint work: joint actions in each year, and inspections of streets.

use chrono::Datelike;

use crate::{
    charter::{
        file::Clause,
        readings::{ActionYear, EnforcementCounts, FirstYear, ReadingKey},
        settings::SettingKey,
    },
    kernel::{
        cadence::{BY_CADENCE, by_cadence},
        duty::{Found, Instance, or_not_applicable},
        lifetime::founded_on,
        rule::{Duty, Rule},
        verdict::{Bearer, Verdict},
        view::View,
    },
    state::moments::Moments,
    terms::{act_kind::ActKind, deed::Deed, period::Period},
};

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "action.yearly",
            "按规定次数开展联合治理行动",
            "joint actions are carried out as often as the charter asks",
        )
        .needs(&[SettingKey::ActionCadence])
        .reads(&[ReadingKey::ActionYear, ReadingKey::EnforcementCounts, ReadingKey::FirstYear]),
        gives: BY_CADENCE,
        look: actions_carried_out,
    },
    Duty {
        rule: Rule::law("group.formed", "可以成立联合工作组", "joint working groups may be formed"),
        gives: &[Verdict::NotJudged, Verdict::NotApplicable],
        look: |view, _, period| {
            let formed = view.state.done_in(ActKind::FormWorkingGroup, period);
            let entries: Vec<u32> = formed.map(|it| it.no).collect();
            let found = if entries.is_empty() { Found::NotApplicable } else { Found::NotJudged { entries } };
            vec![Instance::new(Bearer::Body, found)]
        },
    },
    Duty {
        rule: Rule::law(
            "inspection.cadence",
            "按规定次数对各街开展督导检查",
            "each street is inspected as often as the charter asks",
        )
        .needs(&[SettingKey::InspectionCadence])
        .reads(&[ReadingKey::FirstYear]),
        gives: BY_CADENCE,
        look: streets_inspected,
    },
];

fn actions_carried_out(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let actions = &view.state.actions;
    let done = match view.reading() {
        ActionYear::Started => &actions.started,
        ActionYear::Finished => &actions.finished,
    };
    let also = match view.reading() {
        EnforcementCounts::Yes => &actions.enforcement,
        EnforcementCounts::No => Moments::NONE,
    };
    let Some(cadence) = view.settings().action_cadence.fixed() else {
        return vec![silent(done.within(period).chain(also.within(period)))];
    };
    let Some(period) = in_force(view, period) else {
        return or_not_applicable(Vec::new());
    };
    let acts = &[ActKind::PlanJointAction, ActKind::StartJointAction, ActKind::FinishJointAction];
    let done: Vec<Deed> = done.near(period).chain(also.near(period)).collect();
    by_cadence(view, &Bearer::Body, cadence, period, &done, acts)
}

fn streets_inspected(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let all = view.state.done(ActKind::RecordInspection);
    let Some(cadence) = view.settings().inspection_cadence.fixed() else {
        return vec![silent(all.within(period))];
    };
    let Some(period) = in_force(view, period) else {
        return or_not_applicable(Vec::new());
    };
    let mut found = Vec::new();
    for street in view.streets() {
        let done = view.state.actions.inspected.get(street).unwrap_or(Moments::NONE);
        let done: Vec<Deed> = done.near(period).collect();
        let each = by_cadence(view, &Bearer::Body, cadence, period, &done, &[ActKind::RecordInspection]);
        let of_street = |it: Instance| {
            let part = it.subject.clone().unwrap_or_default();
            it.about(format!("{street} {part}"))
        };
        found.extend(each.into_iter().map(of_street));
    }
    if found.is_empty() {
        // Nobody knows which streets there are.
        let entries = entries(all.within(period));
        found.push(Instance::new(Bearer::Body, Found::NotJudged { entries }));
    }
    found
}

/// What was done, where the charter gives no number.
fn silent(done: impl Iterator<Item = Deed>) -> Instance {
    Instance::new(Bearer::Body, Found::Silent { entries: entries(done) })
}

fn entries(done: impl Iterator<Item = Deed>) -> Vec<u32> {
    done.map(|it| it.no).collect()
}

/// The part of a period in which duties run, by the reading of the first year.
fn in_force(view: &View<'_>, period: Period) -> Option<Period> {
    match (view.reading(), founded_on(view)) {
        (FirstYear::NextYear, Some(founded)) => {
            let from = Period::year(founded.year() + 1)?.from;
            period.overlap(Period { from, to: period.to })
        }
        _ => Some(period),
    }
}
