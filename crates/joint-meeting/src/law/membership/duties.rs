//! The duties about membership: posts held, members and liaison officers named, changes notified, the list kept.

use std::{cell::LazyCell, ops::Bound};

use crate::{
    charter::{
        file::{Clause, PostEntry},
        readings::{MemberUnits, Promptly, Reading, ReadingKey, UnitList},
        settings::{SettingKey, choices::Succession},
    },
    kernel::{
        due::Due,
        duty::{Found, Instance, or_not_applicable},
        finding::Finding,
        rule::{Duty, Rule},
        verdict::{Bearer, Verdict},
        view::View,
        word::word,
    },
    state::membership::Naming,
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{PersonId, UnitId},
        period::Period,
        time::{Date, day_after, day_before},
        words::{Named, Role},
    },
};

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law("role.held", "职务有人担任", "each post the charter names is held"),
        gives: &[Verdict::Met, Verdict::Silent],
        look: |view, clause, period| {
            let on = period.to;
            let posts = view.charter.posts().iter().filter(|it| it.unit.is_some() && !it.several);
            posts
                .filter(|post| clause.sets.values().any(|it| names_post(it, post)))
                .map(|post| {
                    let unit = post.unit.as_ref();
                    let tenure = unit.and_then(|it| view.state.membership().tenure(&post.id, it, on));
                    let found = match tenure {
                        Some(it) => Found::Done {
                            at: crate::terms::time::start_of(it.from, view.charter.offset()),
                            entries: vec![it.entry],
                        },
                        None => Found::Silent { entries: Vec::new() },
                    };
                    Instance::new(Bearer::Body, found)
                        .about(&post.id)
                        .undated()
                        .fulfilled_by(&[ActKind::FillPost])
                })
                .collect()
        },
    },
    Duty {
        rule: Rule::law("member.named", "各成员单位确定一名成员", "each unit has named a member")
            .needs(&[SettingKey::MemberNaming])
            .reads(&[ReadingKey::ConvenerCounts, ReadingKey::MemberUnits]),
        gives: &[Verdict::Met, Verdict::Unmet, Verdict::Disputed],
        look: |view, _, period| named_by_each_unit(view, Named::Member, period),
    },
    Duty {
        rule: Rule::law("liaison.named", "各成员单位指派一名联络员", "each unit has named a liaison officer")
            .needs(&[SettingKey::LiaisonNaming]),
        gives: &[Verdict::Met, Verdict::Unmet],
        look: |view, _, period| named_by_each_unit(view, Named::LiaisonOfficer, period),
    },
    Duty {
        rule: Rule::law(
            "change.notified_promptly",
            "成员、联络员变动及时通报办公室",
            "a change of member or liaison officer is notified promptly",
        )
        .needs(&[SettingKey::PromptDays, SettingKey::MemberChange, SettingKey::LiaisonChange])
        .reads(&[ReadingKey::Promptly]),
        gives: &[Verdict::Met, Verdict::NotDue, Verdict::Unmet, Verdict::Disputed, Verdict::NotApplicable],
        look: changes_notified,
    },
    Duty {
        rule: Rule::law(
            "unit.list_kept",
            "成员单位以制度所列为限",
            "the member units are those the charter lists and those admitted",
        )
        .needs(&[SettingKey::Members])
        .reads(&[ReadingKey::UnitList]),
        gives: &[Verdict::Met, Verdict::Unmet],
        look: |view, _, period| {
            let members = view.members_on(period.to);
            let joined = |unit: &UnitId| view.state.membership().units.get(unit)?.undecided;
            let strange = members.iter().filter_map(|unit| Some(((*unit).clone(), joined(unit)?)));
            let (units, entries): (Vec<UnitId>, Vec<u32>) = strange.unzip();
            let found = match view.reading() {
                UnitList::Closed if !units.is_empty() => {
                    Found::Broken { finding: Finding::StrangeUnits { units }, entries }
                }
                UnitList::Closed | UnitList::Illustrative => Found::since_founding(view),
            };
            vec![Instance::new(Bearer::Body, found)]
        },
    },
];

fn names_post(value: &serde_json::Value, post: &PostEntry) -> bool {
    match value {
        serde_json::Value::String(text) => text == post.id.as_str(),
        serde_json::Value::Array(all) => all.iter().any(|it| names_post(it, post)),
        serde_json::Value::Object(all) => all.values().any(|it| names_post(it, post)),
        _ => false,
    }
}

/// The other units with the same member, where the charter asks whether that may be and is read so that it may not.
fn sharing_member(view: &View<'_>, unit: &UnitId, on: Date) -> Vec<String> {
    let Some(person) = view.member_of(unit, on).filter(|_| view.leaves(MemberUnits::KEY).is_some()) else {
        return Vec::new();
    };
    let others = view.members_on(on).into_iter().filter(|it| *it != unit);
    let sharing: Vec<String> =
        others.filter(|it| view.member_of(it, on) == Some(person)).map(ToString::to_string).collect();
    // The question is asked only where it makes a difference.
    if sharing.is_empty() || view.reading::<MemberUnits>() == MemberUnits::Several {
        Vec::new()
    } else {
        sharing
    }
}

fn named_by_each_unit(view: &View<'_>, named: Named, period: Period) -> Vec<Instance> {
    let on = period.to;
    let instance = |unit: &UnitId| {
        let sharing = if named == Named::Member { sharing_member(view, unit, on) } else { Vec::new() };
        let naming = view.named(unit, named, on);
        let found = match (naming, named) {
            _ if !sharing.is_empty() => {
                let entries = naming.map(|it| it.made.no).into_iter().collect();
                Found::Open { finding: Finding::Unwanted { what: sharing }, entries }
            }
            (Some(naming), _) => Found::Done { at: naming.made.at, entries: vec![naming.made.no] },
            (None, Named::Member) if view.member_of(unit, on).is_some() => Found::since_founding(view),
            _ => Found::Open { finding: Finding::Missing { what: vec![word(&named)] }, entries: Vec::new() },
        };
        let act: &[ActKind] = match named {
            Named::Member => &[ActKind::NameMember],
            Named::LiaisonOfficer => &[ActKind::NameLiaisonOfficer],
        };
        Instance::of_unit(unit, found).owed_to(Role::Office).fulfilled_by(act)
    };
    view.members_on(on).into_iter().map(instance).collect()
}

/// A change of which the office is to be told.
struct Change<'s> {
    person: &'s PersonId,
    /// The first day on which it is so.
    from: Date,
    made: Deed,
    notified: Option<Deed>,
}

/// The changes in a naming: that it took another's place, and that the person left.
fn changes_of(naming: &Naming) -> impl Iterator<Item = Change<'_>> {
    let person = &naming.person;
    let Naming { from, made, notified, .. } = *naming;
    let came = naming.is_change.then_some(Change { person, from, made, notified });
    let left =
        naming.left.map(|it| Change { person, from: day_after(it.to), made: it.made, notified: it.notified });
    came.into_iter().chain(left)
}

fn changes_notified(view: &View<'_>, clause: &Clause, period: Period) -> Vec<Instance> {
    let mut all = Vec::new();
    let days = LazyCell::new(|| view.state.meetings().days());
    for (id, unit) in &view.state.membership().units {
        for named in Named::ALL {
            let notice = matches!(view.succession(*named), Some(Succession::Notify | Succession::File));
            let namings = unit.namings(*named).iter().filter(|_| notice);
            let changes = namings.flat_map(changes_of).filter(|it| it.from <= period.to);
            for Change { person, from, made, notified } in
                changes.filter(|it| !view.leaves_out(it.notified.is_some()))
            {
                let due = match view.reading() {
                    Promptly::SameDay => Some(Due::on(view, from)),
                    Promptly::BeforeNextMeeting => {
                        let later = (Bound::Excluded(from), Bound::Unbounded);
                        let next = days.range(later).next();
                        next.map(|it| Due::on(view, day_before(*it)))
                    }
                    Promptly::WorkingDays => {
                        let days = view.settings().prompt_days.fixed();
                        days.map(|days| Due::within_working_days(view, from, *days))
                    }
                };
                let found = match notified {
                    Some(Deed { at, no }) => Found::Done { at, entries: vec![made.no, no] },
                    None => {
                        let finding = Finding::Missing { what: vec!["notice".to_owned()] };
                        let entries = vec![made.no];
                        match due {
                            Some(_) => Found::Open { finding, entries },
                            // The next meeting has not been called yet.
                            None => Found::Waiting { finding, entries },
                        }
                    }
                };
                let instance = Instance::of_unit(id, found)
                    .about(format!("{} {person}", word(named)))
                    .since(from)
                    .due(due)
                    .measured_by(clause)
                    .owed_to(Role::Office)
                    .fulfilled_by(&[ActKind::NotifyChange]);
                all.extend(Some(instance).filter(|it| it.concerns(from, period)));
            }
        }
    }
    or_not_applicable(all)
}
