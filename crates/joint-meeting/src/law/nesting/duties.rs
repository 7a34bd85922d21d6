//! The duties about lower bodies: that they are set up, and report.

use crate::{
    charter::settings::SettingKey,
    kernel::{
        duty::{Found, Instance, or_not_applicable},
        finding::Finding,
        rule::{Duty, Rule},
        verdict::{Bearer, Verdict},
    },
    state::nesting::Child,
    terms::{act_kind::ActKind, id::ChildId, words::Role},
};

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "child.set_up",
            "可以建立下级联席会议",
            "units below may set up joint meetings of their own",
        ),
        gives: &[Verdict::NotJudged, Verdict::NotApplicable],
        look: |view, _, period| {
            let children = view.state.nesting().children.values();
            let set_up = children.filter(|it| it.recorded.at.date() <= period.to);
            let entries: Vec<u32> = set_up.map(|it| it.recorded.no).collect();
            let found = if entries.is_empty() { Found::NotApplicable } else { Found::NotJudged { entries } };
            vec![Instance::new(Bearer::Body, found)]
        },
    },
    Duty {
        rule: Rule::law(
            "child.reported",
            "下级联席会议建立后向本级报告",
            "a lower body is reported to this one",
        )
        .needs(&[SettingKey::Children]),
        gives: &[Verdict::NotApplicable, Verdict::Silent, Verdict::Met],
        look: |view, _, period| {
            let children = view.state.nesting().children.iter();
            let children = children.filter(|(_, it)| it.recorded.at.date() <= period.to);
            // What has ended reports no more.
            let has_ended = |it: &Child| it.reported.is_none() && it.to().is_some_and(|to| to <= period.to);
            let children = children.filter(|(_, it)| !has_ended(it));
            let reported = view.settings().children.fixed().map(|it| it.reported);
            let look = |(id, child): (&ChildId, &Child)| {
                let found = match reported {
                    None | Some(false) => Found::Silent { entries: vec![child.recorded.no] },
                    Some(true) => Found::done_or(child.reported, || Finding::Missing {
                        what: vec!["report".to_owned()],
                    }),
                };
                let bearer = child.unit.clone().map_or(Bearer::Body, |unit| Bearer::Unit { unit });
                let since = child.recorded.at.date();
                Instance::new(bearer, found)
                    .about(id)
                    .since(since)
                    .undated()
                    .owed_to(Role::Office)
                    .fulfilled_by(&[ActKind::LinkChild])
            };
            or_not_applicable(children.map(look).collect())
        },
    },
];
