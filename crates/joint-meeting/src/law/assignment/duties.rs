//! The duties about assignments: that they are completed and reported on, and have an owner and a target.

use crate::{
    kernel::{
        duty::{Found, Instance, or_not_applicable},
        finding::Finding,
        rule::{Duty, Rule},
        verdict::Verdict,
        view::View,
    },
    state::{assignment::Assignment, decision::AgendaItem},
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{AssignmentId, ItemId, UnitId},
        period::Period,
        words::Role,
    },
};

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "assignment.completed",
            "落实部门按照责任目标完成任务",
            "each assigned unit completes its assignment by the due date",
        ),
        gives: &[Verdict::Met, Verdict::NotDue, Verdict::Unmet, Verdict::Silent, Verdict::NotApplicable],
        look: |view, _, period| {
            each_assignment(view, period, |id, it| {
                let acts = &[ActKind::CompleteAssignment, ActKind::ReportProgress, ActKind::ExtendAssignment];
                let owed = |(unit, done): (UnitId, _)| {
                    it.owed_by(id, view, &unit, (done, |due| it.result_by(due)), "result")
                };
                let owed = it.owed_with(view, it.completed).into_iter().flat_map(owed);
                owed.map(|it| it.fulfilled_by(acts)).collect()
            })
        },
    },
    Duty {
        rule: Rule::law(
            "assignment.reported",
            "落实部门报告执行落实情况",
            "each assigned unit has reported how its assignment stands",
        ),
        gives: &[Verdict::Met, Verdict::NotDue, Verdict::Silent, Verdict::NotApplicable],
        look: |view, _, period| {
            each_assignment(view, period, |id, it| {
                if view.leaves_out(it.completed.is_some()) {
                    return Vec::new();
                }
                let returned = it.handled().into_iter().flat_map(|it| &it.results);
                let first = it.progress.iter().chain(&it.completed).chain(returned).min().copied();
                let acts = &[ActKind::ReportProgress, ActKind::CompleteAssignment];
                let owed = |(unit, done): (UnitId, Option<Deed>)| {
                    let found = Found::done_or(done, || Finding::Missing { what: vec!["report".to_owned()] });
                    let found = match it.withdrawn() {
                        Some(_) if done.is_none() => Found::NotApplicable,
                        _ => it.bond(view, &unit).of_what_is(found),
                    };
                    Instance::of_unit(&unit, found).about(id).undated().fulfilled_by(acts)
                };
                it.owed_with(view, first).into_iter().map(owed).collect()
            })
        },
    },
    Duty {
        rule: Rule::law(
            "assignment.has_target",
            "任务有责任目标",
            "each assignment says what is to be reached",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged, Verdict::NotApplicable],
        look: |view, _, period| {
            each_assignment(view, period, |id, it| {
                let Deed { at, no } = it.made;
                if view.leaves_out(true) {
                    return Vec::new();
                }
                let found = match it.target {
                    Some(_) => Found::Done { at, entries: vec![no] },
                    None => Found::NotJudged { entries: vec![no] },
                };
                vec![Instance::of_role(Role::Office, found).about(id).on_day(Some(at.date()))]
            })
        },
    },
    Duty {
        rule: Rule::law(
            "cooperation.entered",
            "配合单位积极配合",
            "each unit named to cooperate has done something by the due date",
        ),
        gives: &[Verdict::Met, Verdict::NotDue, Verdict::Unmet, Verdict::Silent, Verdict::NotApplicable],
        look: |view, _, period| {
            each_assignment(view, period, |id, it| {
                let owed = |(unit, first): (UnitId, _)| {
                    it.owed_by(id, view, &unit, (first, |_| None), "cooperation")
                };
                let owed = it.cooperation(view).into_iter().flat_map(owed);
                owed.map(|it| it.fulfilled_by(&[ActKind::EnterCooperation])).collect()
            })
        },
    },
    Duty {
        rule: Rule::law(
            "matter.has_an_owner",
            "需要推动的议定事项明确落实部门",
            "an agreed matter that needs work is assigned to a unit",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged, Verdict::NotApplicable],
        look: |view, _, period| {
            let items = view.state.decisions().settled_in(period).filter(|(_, it)| it.is_agreed());
            let owned = |(id, item): (&ItemId, &AgendaItem)| {
                let settled = item.settled?;
                let found = match view.state.assignments().of_item(id).map(|it| it.made).min() {
                    Some(Deed { at, no }) => Found::Done { at, entries: vec![settled.no, no] },
                    // Nobody but the meeting can say whether a matter needs work.
                    None => Found::NotJudged { entries: vec![settled.no] },
                };
                let instance =
                    Instance::of_role(Role::Office, found).about(id).fulfilled_by(&[ActKind::Assign]);
                Some(instance.on_day(Some(settled.at.date())))
            };
            or_not_applicable(items.filter_map(owned).collect())
        },
    },
];

/// What `look` finds of each assignment that was open on some day of the period.
fn each_assignment(
    view: &View<'_>,
    period: Period,
    look: impl Fn(&AssignmentId, &Assignment) -> Vec<Instance>,
) -> Vec<Instance> {
    let all = view.state.assignments().assignments.iter();
    or_not_applicable(
        all.filter(|(_, it)| it.was_open_in(period)).flat_map(|(id, it)| look(id, it)).collect(),
    )
}
