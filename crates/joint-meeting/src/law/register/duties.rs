//! The duties about the responsibility register: that it is set up, reviewed and complete.

use crate::{
    charter::{
        readings::{ReadingKey, RegisterPerson, RegisterShape},
        settings::{SettingKey, values::Cadence},
    },
    kernel::{
        cadence::by_cadence,
        duty::Found,
        finding::Finding,
        rule::{Duty, Rule},
        verdict::{Bearer, Verdict},
        view::View,
    },
    law::register::of_unit,
    state::register::{RegisterEntry, RegisterItem},
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{RegisterItemId, UnitId},
        period::Period,
        time::Date,
    },
};

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "register.set_up",
            "各成员单位建立职责项目清单",
            "each member unit has adopted its responsibility register",
        )
        .reads(&[ReadingKey::RegisterShape]),
        gives: &[Verdict::Met, Verdict::Disputed, Verdict::Unmet],
        look: |view, _, period| {
            let set_up = |unit: &UnitId| {
                let first = adoptions(view, unit, period.to).first().copied();
                let first = first.filter(|_| has_items(view, unit, period.to));
                let found = Found::done_or(first, || Finding::Missing { what: vec!["register".to_owned()] });
                of_unit(unit, found).fulfilled_by(&[ActKind::AdoptRegister])
            };
            view.members_on(period.to).into_iter().map(set_up).collect()
        },
    },
    Duty {
        rule: Rule::law(
            "register.reviewed",
            "职责项目清单定期审定",
            "each register is adopted anew in each period of review",
        )
        .needs(&[SettingKey::RegisterReview])
        .reads(&[ReadingKey::RegisterShape]),
        gives: &[
            Verdict::NotApplicable,
            Verdict::Silent,
            Verdict::Met,
            Verdict::NotDue,
            Verdict::Disputed,
            Verdict::Unmet,
        ],
        look: |view, _, period| {
            let members = view.members_on(period.to).into_iter();
            let Some(per) = view.settings().register_review.fixed().copied() else {
                return members
                    .map(|unit| {
                        let entries = adoptions(view, unit, period.to).iter().map(|it| it.no).collect();
                        of_unit(unit, Found::Silent { entries })
                    })
                    .collect();
            };
            let once = Cadence { at_least: 1, per, at_most: None, months: Vec::new(), in_key_period: None };
            let reviewed = |unit: &UnitId| {
                let bearer = Bearer::Unit { unit: unit.clone() };
                let joined = view.joined(unit, period.to).unwrap_or(period.from);
                let since = Period { from: period.from.max(joined), to: period.to };
                let adopted = adoptions(view, unit, period.to);
                by_cadence(view, &bearer, &once, since, &adopted, &[ActKind::AdoptRegister])
            };
            members.flat_map(reviewed).collect()
        },
    },
    Duty {
        rule: Rule::law(
            "register.complete",
            "清单逐项明确责任事项、责任单位和责任人员",
            "each item of a register names the matter, the unit and the person",
        )
        .reads(&[ReadingKey::RegisterPerson]),
        gives: &[Verdict::NotApplicable, Verdict::Met, Verdict::Disputed, Verdict::Unmet],
        look: |view, _, period| {
            let complete = |unit: &UnitId| {
                of_unit(unit, completeness(view, unit, period.to))
                    .fulfilled_by(&[ActKind::ReviseRegisterItem])
            };
            view.members_on(period.to).into_iter().map(complete).collect()
        },
    },
];

/// When the register that counts for a member unit was adopted: its own, or the one of the whole body, since it joined.
fn adoptions(view: &View<'_>, unit: &UnitId, on: Date) -> Vec<Deed> {
    let joined = view.joined(unit, on);
    let of = match view.reading() {
        RegisterShape::PerUnit => Some(unit.clone()),
        RegisterShape::Consolidated => None,
    };
    let adopted = view.state.registers.adopted.get(&of).into_iter().flatten();
    let counts = |at: Date| at <= on && joined.is_none_or(|it| it <= at);
    adopted.filter(|it| counts(it.at.date())).copied().collect()
}

/// Whether the register that counts for a member unit has an item: a list with nothing in it is no list.
fn has_items(view: &View<'_>, unit: &UnitId, on: Date) -> bool {
    let counts = |it: &RegisterItem| match view.reading() {
        RegisterShape::PerUnit => it.unit == *unit,
        RegisterShape::Consolidated => true,
    };
    view.state.registers.items.values().any(|it| counts(it) && it.version(on).is_some())
}

fn completeness(view: &View<'_>, unit: &UnitId, on: Date) -> Found {
    let lacks = |item: &RegisterEntry| match view.reading() {
        RegisterPerson::PostAndName => item.post.is_none() || item.person.is_none(),
        RegisterPerson::PostSuffices => item.post.is_none() && item.person.is_none(),
    };
    let items = view.state.registers.items.iter();
    let of_unit = items.filter(|(_, it)| view.is_answering(unit, [&it.unit], it.since(on)));
    let items: Vec<(&RegisterItemId, &RegisterEntry)> =
        of_unit.filter_map(|(id, it)| Some((id, it.version(on)?))).collect();
    let entries = items.iter().map(|(_, it)| it.since.no).collect();
    let what: Vec<String> = items.iter().filter(|(_, it)| lacks(it)).map(|(id, _)| id.to_string()).collect();
    match items.iter().map(|(_, it)| it.since.at).max() {
        // Without a register there is nothing to complete; the duty `register.set_up` says that one is owed.
        None => Found::NotApplicable,
        Some(at) if what.is_empty() => Found::Done { at, entries },
        Some(_) => Found::Open { finding: Finding::Missing { what }, entries },
    }
}
