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
    state::{
        register::{RegisterEntry, RegisterItem},
        succession::Ending,
    },
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{RegisterItemId, UnitId},
        order,
        period::Period,
        sorted::Set,
        time::{Date, day_before},
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
                let lists = adoptions(view, unit, period.to);
                let first: Option<Vec<Deed>> = lists.iter().map(|it| it.first().copied()).collect();
                let first = first.into_iter().flatten().max();
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
                        let adopted = adoptions(view, unit, period.to).into_iter().flatten();
                        let adopted: Set<Deed> = adopted.collect();
                        let entries = adopted.iter().map(|it| it.no).collect();
                        of_unit(unit, Found::Silent { entries })
                    })
                    .collect();
            };
            let once = Cadence { at_least: 1, per, at_most: None, months: Vec::new(), in_key_period: None };
            let reviewed = |unit: &UnitId| {
                let bearer = Bearer::Unit { unit: unit.clone() };
                let joined = view.joined(unit, period.to).unwrap_or(period.from);
                let since = Period { from: period.from.max(joined), to: period.to };
                let adopted = as_a_whole(&adoptions(view, unit, period.to));
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

/// The lists that make up the register that counts for a member unit, each with the times at which it was adopted: its own,
/// and those that passed to it with their items; or the one of the whole body. None where no item stands: a list with nothing
/// in it is no list.
fn adoptions(view: &View<'_>, unit: &UnitId, on: Date) -> Vec<Vec<Deed>> {
    let shape = view.reading::<RegisterShape>();
    let counts = |it: &&RegisterItem| match shape {
        RegisterShape::PerUnit => view.is_answering(unit, [&it.unit], it.since(on)),
        RegisterShape::Consolidated => true,
    };
    let items = view.state.registers().items.values().filter(|it| it.version(on).is_some());
    let items: Vec<&RegisterItem> = items.filter(counts).collect();
    let Some(began) = first_entered(items.iter().copied()) else { return Vec::new() };
    if shape == RegisterShape::Consolidated {
        let joined = view.joined_with_those_before(unit, on);
        let adopted = view.state.registers().adopted.get(&None).into_iter().flatten().copied();
        let counts = |it: &Deed| began <= *it && joined.is_none_or(|day| day <= it.at.date());
        return vec![adopted.filter(|it| it.at.date() <= on).filter(counts).collect()];
    }
    let inherited: Set<&UnitId> = items.iter().map(|it| &it.unit).filter(|it| *it != unit).collect();
    // What a unit enters in a list that passed to it makes no other list.
    let passed =
        |it: &&UnitId| view.state.membership().units.get(*it)?.ending(began.at.date(), on, view.known);
    let passed = inherited.iter().filter_map(passed).map(Ending::from).min();
    let is_apart = |it: &&&RegisterItem| it.unit == *unit && passed.is_none_or(|day| it.since(on) < day);
    let own = items.iter().find(is_apart).map(|_| unit);
    let of_unit = |of: &UnitId| first_entered(items.iter().copied().filter(|it| it.unit == *of));
    let lists = inherited.into_iter().chain(own);
    lists.filter_map(|of| Some(adopted(view, of, of_unit(of)?, on))).collect()
}

/// When the list of one unit was adopted since its first item was entered: by the unit, or by those to which it passed.
fn adopted(view: &View<'_>, of: &UnitId, began: Deed, on: Date) -> Vec<Deed> {
    let mut found = Vec::new();
    view.state.membership().follow((of, began.at.date()), (on, view.known), |unit, since, ending| {
        let joined = view.joined(unit, ending.map_or(on, |it| day_before(it.from())));
        let adopted = view.state.registers().adopted.get(&Some(unit.clone())).into_iter().flatten();
        let counts = |it: &&Deed| {
            let day = it.at.date();
            since.precedes(**it) && began <= **it && day <= on && joined.is_none_or(|joined| joined <= day)
        };
        found.extend(adopted.filter(counts).copied());
        true
    });
    order::sort(&mut found);
    found
}

/// When the first of these items was entered: who adopted a list before had none of what stands in it.
fn first_entered<'i>(items: impl Iterator<Item = &'i RegisterItem>) -> Option<Deed> {
    items.filter_map(|it| it.versions.first()).map(|it| it.since).min()
}

/// When the lists were adopted as one: each adoption of all of them, and before that the earliest of their last ones, since
/// which all of them have been.
fn as_a_whole(lists: &[Vec<Deed>]) -> Vec<Deed> {
    let Some((first, others)) = lists.split_first() else { return Vec::new() };
    let of_all = first.iter().filter(|it| others.iter().all(|list| list.contains(it))).copied();
    let last: Option<Vec<Deed>> = lists.iter().map(|it| it.last().copied()).collect();
    let all: Set<Deed> = of_all.chain(last.into_iter().flatten().min()).collect();
    all.into_iter().collect()
}

fn completeness(view: &View<'_>, unit: &UnitId, on: Date) -> Found {
    let lacks = |item: &RegisterEntry| match view.reading() {
        RegisterPerson::PostAndName => item.post.is_none() || item.person.is_none(),
        RegisterPerson::PostSuffices => item.post.is_none() && item.person.is_none(),
    };
    let items = view.state.registers().items.iter();
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
