//! The duties about standing functions: that each is served, data shared, guidance given, matters completed.

use chrono::Datelike;

use crate::{
    charter::file::Clause,
    kernel::{
        due::Due,
        duty::{Found, Instance, or_elsewhere, or_not_applicable, spans},
        finding::{Finding, Standing},
        rule::{Duty, Rule},
        verdict::{Bearer, Verdict},
        view::View,
        word::word,
    },
    state::{
        function::{Guidance, OpinionCase},
        moments::Moments,
    },
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{CaseId, UnitId},
        matter::{MatterKind, MatterRef},
        order,
        period::Period,
        sorted::Map,
        words::{OpinionLeg, Role},
    },
};

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "function.served_yearly",
            "每年有工作服务于该项职能，或者注明本年无此事项",
            "each year some work serves the function, or it is noted that there was none",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged, Verdict::NotApplicable],
        look: functions_served,
    },
    Duty {
        rule: Rule::law(
            "matter.completed",
            "交办事项按期办结",
            "matters assigned from above are completed in time",
        ),
        gives: &[Verdict::Met, Verdict::NotDue, Verdict::Unmet, Verdict::Silent, Verdict::NotApplicable],
        look: matters_completed,
    },
    Duty {
        rule: Rule::law(
            "opinion.case_closed",
            "舆情三方面同步处置并办结",
            "each case of adverse opinion is brought to its end, on all three legs",
        ),
        gives: &[Verdict::Met, Verdict::Silent, Verdict::NotApplicable],
        look: cases_closed,
    },
    Duty {
        rule: Rule::law(
            "contact.kept",
            "各单位与办公室保持日常联系",
            "each unit keeps in contact with the office",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged],
        look: |view, _, period| {
            let contacts = view.state.functions().contacts.iter();
            let contacts = contacts.flat_map(|(of, it)| it.within(period).map(move |it| (of, it)));
            let mut done = by_unit(view, contacts);
            let kept = |unit: &UnitId| {
                let done = done.remove(unit).unwrap_or_default();
                let bearer = Bearer::Unit { unit: unit.clone() };
                shown(bearer, done, &[ActKind::RecordContact]).owed_to(Role::Office)
            };
            view.members_on(period.to).into_iter().map(kept).collect()
        },
    },
    Duty {
        rule: Rule::law(
            "data.shared",
            "有数据渠道实现信息共享",
            "data channels are open to share information",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged],
        look: |view, _, period| {
            let channels = view.state.functions().channels.values();
            let open = channels.filter(|it| {
                let on = period.from.max(it.opened.at.date());
                spans(it.opened, it.closed, period) && view.as_on(on).joins_two(it)
            });
            let done = open.map(|it| it.opened).collect();
            vec![shown(Bearer::Body, done, &[ActKind::OpenDataChannel])]
        },
    },
    Duty {
        rule: Rule::law(
            "guidance.given",
            "各单位进行了指导",
            "guidance was given by the units, or by the body",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged],
        look: |view, clause, period| {
            let all = view.state.functions().guidance.iter();
            let all = all.filter(|it| it.may_serve(&clause.id) && period.contains(it.given.at.date()));
            let (by_units, by_body): (Vec<&Guidance>, Vec<&Guidance>) = all.partition(|it| it.unit.is_some());
            let by_units = by_units.into_iter().filter_map(|it| Some((it.unit.as_ref()?, it.given)));
            let mut given = by_unit(view, by_units);
            let acts = &[ActKind::RecordGuidance];
            let members = view.members_on(period.to).into_iter();
            let by_body: Vec<Deed> = by_body.into_iter().map(|it| it.given).collect();
            let by_body = Some(by_body).filter(|it| !it.is_empty());
            members
                .map(|unit| {
                    let bearer = Bearer::Unit { unit: unit.clone() };
                    shown(bearer, given.remove(unit).unwrap_or_default(), acts)
                })
                .chain(by_body.map(|done| shown(Bearer::Body, done, acts)))
                .collect()
        },
    },
    Duty {
        rule: Rule::law(
            "guidance.brings_in_the_grassroots",
            "指导中发挥基层组织和群防群治力量作用",
            "guidance was given that brings in forces at the grass roots",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged],
        look: |view, _, period| {
            let all = view.state.functions().guidance.iter().filter(|it| it.names_forces);
            let done = all.map(|it| it.given).filter(|it| period.contains(it.at.date())).collect();
            vec![shown(Bearer::Body, done, &[ActKind::RecordGuidance])]
        },
    },
];

/// What was done by each unit, by itself or by one in whose place it stands.
fn by_unit<'u>(view: &View<'_>, done: impl Iterator<Item = (&'u UnitId, Deed)>) -> Map<UnitId, Vec<Deed>> {
    let mut found: Map<UnitId, Vec<Deed>> = Map::new();
    for (unit, deed) in done {
        for it in view.those_answering(unit, deed.at.date()) {
            match found.get_mut(it) {
                Some(all) => all.push(deed),
                None => drop(found.insert(it.clone(), vec![deed])),
            }
        }
    }
    found
}

/// The instance of a duty that can be shown and never breached: it is met once anything was done, and not judged before.
fn shown(bearer: Bearer, mut done: Vec<Deed>, fulfilled_by: &'static [ActKind]) -> Instance {
    order::sort(&mut done);
    done.dedup();
    let entries = done.iter().map(|it| it.no).collect();
    let found = match done.first() {
        Some(Deed { at, .. }) => Found::Done { at: *at, entries },
        None => Found::NotJudged { entries },
    };
    Instance::new(bearer, found).fulfilled_by(fulfilled_by)
}

fn functions_served(view: &View<'_>, clause: &Clause, period: Period) -> Vec<Instance> {
    let none = &view.state.functions().none;
    let of_year = |year: Period| {
        let mut done = served(view, clause, year);
        // Work that was recorded after all speaks louder than a note that there was none.
        if done.is_empty() {
            done.extend(none.get(&(clause.id.clone(), year.from.year())));
        }
        let fulfilled_by = &[ActKind::RecordWork, ActKind::NoteNoneThisYear];
        shown(Bearer::Body, done, fulfilled_by).about(year.from.year())
    };
    // A year is judged in the period in which it ends.
    let years = period.years().filter_map(Period::year).filter(|it| period.contains(it.to));
    or_elsewhere(years.map(of_year).collect())
}

/// The work of a time that serves a function: acts that do so by their kind, and whatever names the clause.
pub(super) fn served(view: &View<'_>, clause: &Clause, period: Period) -> Vec<Deed> {
    let named = view.state.functions().serves.get(&clause.id).unwrap_or(Moments::NONE).within(period);
    let acts = clause.served_by.iter().filter_map(|it| ActKind::named(it));
    let mut done: Vec<Deed> = acts.flat_map(|it| view.state.done_in(it, period)).chain(named).collect();
    order::sort(&mut done);
    done.dedup();
    done
}

/// Of no case is it said by when it must be closed.
fn cases_closed(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let of_case = |(id, case): (&CaseId, &OpinionCase)| {
        let what: Vec<String> =
            OpinionLeg::ALL.iter().filter(|it| !case.legs.contains(it)).map(word).collect();
        let acts: &[ActKind] = match (case.closed, what.is_empty()) {
            (Some(_), _) => &[],
            (None, true) => &[ActKind::CloseOpinionCase],
            (None, false) => &[ActKind::RecordOpinionLeg],
        };
        let found = Found::begun(case.opened, case.closed, || match what.is_empty() {
            true => Finding::state(Standing::Open, &[Standing::Closed]),
            false => Finding::Missing { what },
        });
        let instance = Instance::new(Bearer::Body, found).about(id).undated().fulfilled_by(acts);
        instance.part_of(Some(MatterRef::of(MatterKind::Case, id)))
    };
    let cases = view.state.functions().cases.iter().filter(|(_, it)| spans(it.opened, it.closed, period));
    or_not_applicable(cases.map(of_case).collect())
}

pub(crate) fn matters_completed(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let matters = view.state.functions().matters.iter();
    let all: Vec<Instance> = matters
        .filter(|(_, it)| spans(it.accepted, it.completed, period))
        .map(|(id, matter)| {
            let missing = || Finding::Missing { what: vec!["result".to_owned()] };
            let found = Found::begun(matter.accepted, matter.completed, missing);
            let owed = Instance::of_role(Role::Office, found)
                .about(id)
                .part_of(Some(MatterRef::of(MatterKind::Matter, id)))
                .owed_to(Role::Superior)
                .fulfilled_by(&[ActKind::CompleteAssignedMatter]);
            match matter.due {
                Some(due) => owed.due(Some(Due::on(view, due))),
                None => owed.undated(),
            }
        })
        .collect();
    or_not_applicable(all)
}
