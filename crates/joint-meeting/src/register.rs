//! The responsibility register (职责项目清单): which matter falls to which unit and to whom in it.
//!
//! A unit enters, revises and retires its items, and adopts its register as a whole. What a unit is told to
//! do by an agreed matter is an assignment and stands in `assignment`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    act::ActKind,
    act::ActType,
    act::Resolver,
    act::new_name,
    act::since,
    act::some_text,
    act::stands_for,
    charter::{
        Charter, ReadingKey, SettingKey,
        readings::{RegisterPerson, RegisterShape},
        settings::{Cadence, Role},
    },
    deed::{Deed, Stamp},
    duty::{Found, Instance, by_cadence},
    entry::Outcome,
    id::{PersonId, RegisterItemId, Text, UnitId},
    law::MatterRef,
    membership::of_members,
    record::record,
    refusal::{Finding, Standing},
    rule::{Ask, Case, Check, Duty, Guard, Rule, View, ensure, remedy},
    state::State,
    time::{Date, Period, Time},
    verdict::{Bearer, Verdict},
};

record! {
    /// Enters a matter in a unit's responsibility register (列入职责项目).
    pub struct EnterRegisterItem {
        /// Its name.
        pub register_item: RegisterItemId,
        /// The unit responsible (责任单位).
        pub unit: UnitId,
        /// The matter (责任事项).
        pub matter: Text,
        /// The post that is responsible for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub post: Option<Text>,
        /// The person who is responsible for it (责任人员).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub person: Option<PersonId>,
    }

    /// Revises an item of the register (修订职责项目); what is given takes the place of all that was there.
    pub struct ReviseRegisterItem {
        /// The item.
        pub register_item: RegisterItemId,
        /// The matter (责任事项).
        pub matter: Text,
        /// The post that is responsible for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub post: Option<Text>,
        /// The person who is responsible for it (责任人员).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub person: Option<PersonId>,
    }

    /// Takes an item out of the register (撤销职责项目).
    pub struct RetireRegisterItem {
        /// The item.
        pub register_item: RegisterItemId,
        /// Why.
        pub reason: Text,
    }

    /// Adopts a register as it stands (审定清单).
    pub struct AdoptRegister {
        /// The unit whose register it is; without one, the register of the whole body.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<UnitId>,
    }
}

const KEPT: Rule = Rule::law(
    "register.kept_by_unit_or_office",
    "清单由责任单位或者办公室编制",
    "a register is kept by its unit or by the office",
);

const NAMES: Rule = Rule::law(
    "register.names_matter_unit_person",
    "列明责任事项、责任单位和责任人员",
    "an item names the matter, the unit and who is responsible in it",
);

const CURRENT: Rule =
    Rule::always("register_item.is_current", "该职责项目仍然有效", "the item has not been retired");

impl Ask<'_> {
    fn keeps_register(&self, unit: Option<&UnitId>) -> Check {
        match unit {
            Some(unit) => self.needs(
                &[Role::Office, Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer],
                Some(unit),
            ),
            None => self.needs(&[Role::Office], None),
        }
    }
}

fn somebody_is_named(post: Option<&Text>, person: Option<&PersonId>) -> Check {
    ensure(post.is_some() || person.is_some(), || Finding::Missing {
        what: vec!["post".to_owned(), "person".to_owned()],
    })
}

fn is_current(item: &RegisterItem) -> Check {
    ensure(item.retired.is_none(), || Finding::state(Standing::Retired, &[Standing::Current]))
}

impl ActType for EnterRegisterItem {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: KEPT, check: |it| it.keeps_register(Some(&it.act.unit)) },
        of_members(|it| it.members_all([&it.act.unit])),
        Guard { rule: NAMES, check: |it| somebody_is_named(it.act.post.as_ref(), it.act.person.as_ref()) },
    ];

    const FREE: &'static [&'static str] = &["register_item", "matter", "post", "person"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        let free = names.free(&self.register_item);
        names.known(&self.unit).and(free)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.membership.persons.extend(self.person.clone());
        state.registers.current.entry(self.unit.clone()).or_default().insert(self.register_item.clone());
        let item = RegisterItem {
            unit: self.unit.clone(),
            versions: vec![Version {
                matter: self.matter.clone(),
                post: self.post.clone(),
                person: self.person.clone(),
                since: stamp.deed(),
            }],
            retired: None,
        };
        state.registers.items.insert(self.register_item.clone(), item);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let enter = |unit: &UnitId| {
            Some(Self {
                register_item: new_name(ask)?,
                unit: unit.clone(),
                matter: some_text()?,
                post: some_text(),
                person: Some(ask.by.clone()),
            })
        };
        ask.members_on(ask.today()).into_iter().filter_map(enter).collect()
    }
}

impl ActType for ReviseRegisterItem {
    type Names<'s> = &'s RegisterItem;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: KEPT, check: |it| it.keeps_register(Some(&it.names.unit)) },
        Guard { rule: NAMES, check: |it| somebody_is_named(it.act.post.as_ref(), it.act.person.as_ref()) },
        Guard { rule: CURRENT, check: |it| is_current(it.names) },
    ];

    const FREE: &'static [&'static str] = &["matter", "post", "person"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.register_item)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.membership.persons.extend(self.person.clone());
        if let Some(item) = state.registers.items.get_mut(&self.register_item) {
            item.versions.push(Version {
                matter: self.matter.clone(),
                post: self.post.clone(),
                person: self.person.clone(),
                since: stamp.deed(),
            });
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let revise = |(id, _): (&RegisterItemId, &UnitId)| {
            Some(Self {
                register_item: id.clone(),
                matter: some_text()?,
                post: some_text(),
                person: Some(ask.by.clone()),
            })
        };
        ask.state.registers.last_of_each_unit().filter_map(revise).collect()
    }
}

impl ActType for RetireRegisterItem {
    type Names<'s> = &'s RegisterItem;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: KEPT, check: |it| it.keeps_register(Some(&it.names.unit)) },
        Guard { rule: CURRENT, check: |it| is_current(it.names) },
    ];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.register_item)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let Registers { items, current, .. } = &mut state.registers;
        if let Some(item) = items.get_mut(&self.register_item) {
            item.retired = Some(stamp.deed());
            if let Some(of_unit) = current.get_mut(&item.unit) {
                of_unit.remove(&self.register_item);
            }
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let retire = |(id, _): (&RegisterItemId, &UnitId)| {
            Some(Self { register_item: id.clone(), reason: some_text()? })
        };
        ask.state.registers.last_of_each_unit().filter_map(retire).collect()
    }
}

impl ActType for AdoptRegister {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: KEPT, check: |it| it.keeps_register(it.act.unit.as_ref()) },
        of_members(|it| it.members_all(&it.act.unit)),
        Guard {
            rule: Rule::law(
                "register.has_items",
                "清单已列入职责项目",
                "each unit of the register has entered an item",
            )
            .cured_by(&[remedy(
                ActKind::EnterRegisterItem,
                &[Role::Office, Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer],
            )]),
            check: Self::has_items,
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        names.all_known(&self.unit).map(|_| ())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.registers.adopted.entry(self.unit.clone()).or_default().push(stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let units = ask.members_on(ask.today()).into_iter().cloned();
        units.map(Some).chain([None]).map(|unit| Self { unit }).collect()
    }
}

impl AdoptRegister {
    fn has_items(case: &Case<'_, Self>) -> Check {
        let units = match &case.act.unit {
            Some(unit) => vec![unit],
            None => case.members_on(case.today()),
        };
        let without: Vec<UnitId> =
            units.into_iter().filter(|it| !case.state.registers.has_items(it)).cloned().collect();
        ensure(without.is_empty(), || Finding::MissingUnits { units: without })
    }
}

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
        gives: &[Verdict::Silent, Verdict::Met, Verdict::NotDue, Verdict::Disputed, Verdict::Unmet],
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

fn of_unit(unit: &UnitId, found: Found) -> Instance {
    Instance::of_unit(unit, found).owed_to(Role::LeadUnit)
}

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

fn completeness(view: &View<'_>, unit: &UnitId, on: Date) -> Found {
    let lacks = |item: &Version| match view.reading() {
        RegisterPerson::PostAndName => item.post.is_none() || item.person.is_none(),
        RegisterPerson::PostSuffices => item.post.is_none() && item.person.is_none(),
    };
    let items = view.state.registers.items.iter();
    let of_unit = items.filter(|(_, it)| it.unit == *unit);
    let items: Vec<(&RegisterItemId, &Version)> =
        of_unit.filter_map(|(id, it)| Some((id, it.version(on)?))).collect();
    let entries = items.iter().map(|(_, it)| it.since.no).collect();
    let what: Vec<String> = items.iter().filter(|(_, it)| lacks(it)).map(|(id, _)| id.to_string()).collect();
    match items.iter().map(|(_, it)| it.since.at).max() {
        // Without a register there is nothing to complete; that it is owed is said by `register.set_up`.
        None => Found::NotApplicable,
        Some(at) if what.is_empty() => Found::Done { at, entries },
        Some(_) => Found::Open { finding: Finding::Missing { what }, entries },
    }
}

/// An item of the register.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RegisterItem {
    pub(crate) unit: UnitId,
    /// As it was entered, and each revision.
    pub(crate) versions: Vec<Version>,
    pub(crate) retired: Option<Deed>,
}

since! { RegisterItem(last()); }

/// How an item stood from some time on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Version {
    pub(crate) matter: Text,
    pub(crate) post: Option<Text>,
    pub(crate) person: Option<PersonId>,
    pub(crate) since: Deed,
}

impl RegisterItem {
    /// When it was last changed.
    pub(crate) fn last(&self) -> Option<Time> {
        self.retired.or(self.versions.last().map(|it| it.since)).map(|it| it.at)
    }

    /// How it stood at the end of a day; none before it was entered or once it was retired.
    pub(crate) fn version(&self, on: Date) -> Option<&Version> {
        let stands = self.retired.is_none_or(|it| it.at.date() > on);
        self.versions.iter().rfind(|it| it.since.at.date() <= on).filter(|_| stands)
    }
}

/// The responsibility registers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Registers {
    pub(crate) items: BTreeMap<RegisterItemId, RegisterItem>,
    /// The items that are not retired.
    pub(crate) current: BTreeMap<UnitId, BTreeSet<RegisterItemId>>,
    /// When each register was adopted; without a unit, that of the whole body.
    pub(crate) adopted: BTreeMap<Option<UnitId>, Vec<Deed>>,
}

stands_for! { RegisterItemId => RegisterItem in registers.items; }

impl Registers {
    pub(crate) fn has_items(&self, unit: &UnitId) -> bool {
        self.current.get(unit).is_some_and(|it| !it.is_empty())
    }

    pub(crate) fn last_of_each_unit(&self) -> impl Iterator<Item = (&RegisterItemId, &UnitId)> {
        self.current.iter().filter_map(|(unit, items)| Some((items.last()?, unit)))
    }
}
