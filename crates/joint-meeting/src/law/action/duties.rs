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
        duty::{Found, Instance, or_not_applicable, spans},
        finding::{Finding, Standing},
        lifetime::founded_on,
        rule::{Duty, Rule},
        verdict::{Bearer, Verdict},
        view::View,
    },
    state::{
        action::{ActionStage, Inspection, JointAction},
        moments::Moments,
    },
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{ActionId, InspectionId},
        matter::{MatterKind, MatterRef},
        period::Period,
        time::Date,
    },
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
        rule: Rule::law(
            "action.carried_out",
            "计划的联合治理行动已经开展并结束",
            "each joint action that was planned has been carried out",
        ),
        gives: &[Verdict::Met, Verdict::Silent, Verdict::NotJudged, Verdict::NotApplicable],
        look: |view, _, period| {
            let lapsed_by = |it: &JointAction, on: Date| view.as_on(on).has_lapsed(it);
            let carried_out = |(id, it): (&ActionId, &JointAction)| {
                if lapsed_by(it, view.on().min(period.to)) {
                    // Nobody can carry it out any more, and no clause says what then.
                    let found = Found::NotJudged { entries: vec![it.planned.no] };
                    return Instance::new(Bearer::Body, found).about(id);
                }
                let finding = || Finding::state(it.stage(), &[ActionStage::Finished]);
                let acts: &[ActKind] = match it.started {
                    None => &[ActKind::StartJointAction],
                    Some(_) => &[ActKind::FinishJointAction],
                };
                let instance = begun(it.planned, it.finished, finding).about(id).fulfilled_by(acts);
                instance.part_of(Some(MatterRef::of(MatterKind::Action, id)))
            };
            let actions = view.state.actions().actions.iter();
            let actions = actions
                .filter(|(_, it)| spans(it.planned, it.finished, period) && !lapsed_by(it, period.from));
            or_not_applicable(actions.map(carried_out).collect())
        },
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
            "按规定次数对每个对象开展督导检查",
            "each street is inspected as often as the charter asks",
        )
        .needs(&[SettingKey::InspectionCadence])
        .reads(&[ReadingKey::FirstYear]),
        gives: BY_CADENCE,
        look: streets_inspected,
    },
    Duty {
        rule: Rule::law(
            "inspection.rectified",
            "督导检查发现的问题已经整改",
            "what an inspection found has been put right",
        ),
        gives: &[Verdict::Met, Verdict::Silent, Verdict::NotApplicable],
        look: |view, _, period| {
            let rectified = |(id, it): (&InspectionId, &Inspection)| {
                let finding = || Finding::state(Standing::AwaitsRectification, &[Standing::Rectified]);
                let instance = begun(it.made, it.rectified, finding).about(id);
                let instance = instance.part_of(Some(MatterRef::of(MatterKind::Inspection, id)));
                instance.fulfilled_by(&[ActKind::RecordRectification])
            };
            let all = view.state.actions().inspections.iter();
            let open = all.filter(|(_, it)| it.rectify && spans(it.made, it.rectified, period));
            or_not_applicable(open.map(rectified).collect())
        },
    },
];

/// What the body has begun and is to bring to its end, at a time of which no charter speaks.
fn begun(from: Deed, ended: Option<Deed>, finding: impl FnOnce() -> Finding) -> Instance {
    Instance::new(Bearer::Body, Found::begun(from, ended, finding)).undated()
}

fn actions_carried_out(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let actions = view.state.actions();
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
    for street in view.inspected_units() {
        let done = view.state.actions().inspected.get(street).unwrap_or(Moments::NONE);
        let done: Vec<Deed> = done.near(period).collect();
        let each = by_cadence(view, &Bearer::Body, cadence, period, &done, &[ActKind::RecordInspection]);
        let of_street = |it: Instance| match &it.subject {
            Some(part) => {
                let about = format!("{street} {part}");
                it.about(about)
            }
            None => it.about(street),
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
