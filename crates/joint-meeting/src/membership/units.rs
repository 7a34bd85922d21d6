//! Units join, leave, merge and change their names.

use std::collections::BTreeSet;

use super::{Span, Unit, UnitKind, by_office, of_members, word};
use crate::{
    act::{ActKind, ActType, Resolver, new_name, some_text},
    charter::{
        Charter, ReadingKey, Role, SettingKey,
        readings::{UnitAddedBy, UnitEligible, UnitList},
        settings::{Decider, UnitChange},
    },
    deed::Stamp,
    entry::Outcome,
    id::{ClassId, ItemId, Text, UnitId},
    law::MatterRef,
    record::record,
    refusal::Finding,
    rule::{Ask, Check, Guard, Rule, ensure, fixed, remedy},
    state::State,
    time::{Date, day_before},
};

record! {
    /// Adds a member unit (增加成员单位).
    pub struct AdmitUnit {
        /// Its new name here, or that of a unit known already.
        pub unit: UnitId,
        /// Its name.
        pub name: Text,
        /// What kind of unit it is.
        pub kind: UnitKind,
        /// The class through which it belongs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub class: Option<ClassId>,
        /// The agreed matter by which it is added.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub item: Option<ItemId>,
        /// The paper on which it rests, where it is not an agreed matter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub basis: Option<Text>,
        /// The unit's written consent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub consent: Option<Text>,
        /// The first day; if not given, the day of the act.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<Date>,
    }

    /// Takes a unit out of the body (退出).
    pub struct WithdrawUnit {
        /// The unit.
        pub unit: UnitId,
        /// What it rests on.
        pub basis: Text,
        /// The agreed matter by which it leaves, where the meeting decides.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub item: Option<ItemId>,
        /// The unit's written consent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub consent: Option<Text>,
        /// The last day.
        pub to: Date,
    }

    /// Records that units were merged into one (机构合并); the successor takes their place.
    pub struct MergeUnits {
        /// The units that end.
        #[serde(deserialize_with = "crate::wire::list")]
        pub units: Vec<UnitId>,
        /// The successor: one of them, another unit, or a new one.
        pub into: UnitId,
        /// Its name.
        pub name: Text,
        /// What kind of unit it is.
        pub kind: UnitKind,
        /// The paper on which the merger rests.
        pub basis: Text,
        /// The successor's first day.
        pub from: Date,
    }

    /// Records a unit's new name (更名).
    pub struct RenameUnit {
        /// The unit.
        pub unit: UnitId,
        /// The new name.
        pub name: Text,
        /// The paper on which it rests.
        pub basis: Text,
        /// The first day of the new name.
        pub from: Date,
    }
}

/// The class must be one of the charter's.
pub(crate) fn known_class(charter: &Charter, class: &ClassId, names: &mut Resolver<'_>) {
    let mut classes = charter.settings().member_classes.fixed().into_iter().flatten();
    if !classes.any(|it| it.id == *class) {
        names.unknown(class);
    }
}

impl ActType for AdmitUnit {
    type Names<'s> = Option<&'s Unit>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "unit.addition_decided",
                "增加成员单位须经有权者决定",
                "whoever may add a unit has decided it",
            )
            .needs(&[SettingKey::UnitAddition])
            .reads(&[ReadingKey::UnitAddedBy, ReadingKey::UnitList])
            .cured_by(&[remedy(ActKind::Agree, &[Role::PresidingPerson])]),
            check: |it| {
                // A unit of a class belongs by the charter itself.
                if it.act.class.is_some() {
                    return Ok(());
                }
                let by = it.deciders(fixed(&it.settings().unit_addition)?);
                match it.reading() {
                    UnitList::Closed => it.decided_by(&by, it.act.item.as_ref(), it.act.basis.as_ref()),
                    UnitList::Illustrative => Ok(()),
                }
            },
        },
        Guard {
            rule: Rule::law(
                "unit.addition_consented",
                "拟增加的单位已书面同意",
                "the new unit has consented in writing",
            )
            .needs(&[SettingKey::UnitAddition]),
            check: |it| {
                let asked = it.settings().unit_addition.fixed().is_some_and(|it| it.unit_consents);
                let consents = asked && it.act.class.is_none();
                ensure(!consents || it.act.consent.is_some(), || Finding::MissingUnits {
                    units: vec![it.act.unit.clone()],
                })
            },
        },
        Guard {
            rule: Rule::law(
                "unit.is_eligible",
                "增加的是有关部门，不是企业、协会",
                "a unit that joins is a public body",
            )
            .reads(&[ReadingKey::UnitEligible]),
            check: |it| {
                let eligible = it.act.kind.is_public_body()
                    || it.act.class.is_some()
                    || it.reading::<UnitEligible>() == UnitEligible::Anybody;
                ensure(eligible, || Finding::NotAllowed {
                    value: word(&it.act.kind),
                    allowed: vec!["public_body".to_owned()],
                })
            },
        },
        Guard {
            rule: Rule::always(
                "unit.not_yet_member",
                "该单位尚不是成员单位",
                "the unit is not yet a member unit",
            ),
            check: |it| {
                let from = it.act.from.unwrap_or_else(|| it.today());
                let spans = it.names.into_iter().flat_map(|it| &it.spans);
                let mut later = spans.filter(|it| it.to.is_none_or(|to| to >= from));
                ensure(later.next().is_none(), || Finding::Unwanted { what: vec![it.act.unit.to_string()] })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["unit", "name", "kind", "consent"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        if let Some(item) = &self.item {
            names.known(item);
        }
        if let Some(class) = &self.class {
            known_class(names.charter, class, names);
        }
        Some(state.membership.units.get(&self.unit))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let from = self.from.unwrap_or_else(|| stamp.at.date());
        let unit = state.membership.unit_mut(&self.unit, &self.name, self.kind, from);
        unit.class.clone_from(&self.class);
        let decided = self.item.is_some() || self.basis.is_some() || self.class.is_some();
        unit.undecided = (!decided).then_some(stamp.no);
        unit.spans.push(Span { from, to: None });
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let item = last_agreed(ask);
        let made = |class: Option<ClassId>| {
            let item = item.clone().filter(|_| class.is_none());
            Some(Self {
                unit: new_name(ask)?,
                name: some_text()?,
                kind: UnitKind::Government,
                class,
                basis: if item.is_none() { some_text() } else { None },
                item,
                consent: some_text(),
                from: None,
            })
        };
        let classes = ask.settings().member_classes.fixed().into_iter().flatten();
        let of_class = classes.map(|it| made(Some(it.id.clone())));
        of_class.chain([made(None)]).flatten().collect()
    }
}

impl ActType for WithdrawUnit {
    type Names<'s> = &'s Unit;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_members(|it| it.members_all([&it.act.unit])),
        Guard {
            rule: Rule::law(
                "unit.removal_provided_for",
                "制度规定了成员单位退出的办法，并由有权者决定",
                "the charter says how a unit leaves, and whoever may has decided it",
            )
            .needs(&[SettingKey::UnitRemoval])
            .reads(&[ReadingKey::UnitAddedBy])
            .cured_by(&[
                remedy(ActKind::Agree, &[Role::PresidingPerson]),
                remedy(ActKind::AmendCharter, &[Role::LeadUnit]),
            ]),
            check: |it| {
                // A unit of a class leaves when it belongs to it no longer.
                if it.names.class.is_some() {
                    return Ok(());
                }
                let by = it.deciders(fixed(&it.settings().unit_removal)?);
                it.decided_by(&by, it.act.item.as_ref(), Some(&it.act.basis))
            },
        },
        Guard {
            rule: Rule::law(
                "unit.removal_consented",
                "制度要求的，退出的单位已书面同意",
                "the unit that leaves has consented in writing, where the charter asks for it",
            )
            .needs(&[SettingKey::UnitRemoval]),
            check: |it| {
                let asked = it.settings().unit_removal.fixed().is_some_and(|it| it.unit_consents);
                let consents = asked && it.names.class.is_none();
                ensure(!consents || it.act.consent.is_some(), || Finding::MissingUnits {
                    units: vec![it.act.unit.clone()],
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["basis", "consent", "to"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        if let Some(item) = &self.item {
            names.known(item);
        }
        names.known(&self.unit)
    }

    fn apply(&self, _: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(unit) = state.membership.units.get_mut(&self.unit) {
            unit.end(self.to);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let item = last_agreed(ask);
        let withdraw = |unit: &UnitId| {
            let (unit, item, consent) = (unit.clone(), item.clone(), some_text());
            Some(Self { unit, basis: some_text()?, item, consent, to: ask.today() })
        };
        ask.members_on(ask.today()).into_iter().filter_map(withdraw).collect()
    }
}

impl ActType for MergeUnits {
    type Names<'s> = Vec<&'s Unit>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_members(|it| it.members_all(&it.act.units)),
        Guard {
            rule: Rule::always(
                "unit.merger_of_two",
                "合并须有两个以上单位",
                "a merger takes two units or more",
            ),
            check: |it| {
                let units: BTreeSet<&UnitId> = it.act.units.iter().chain([&it.act.into]).collect();
                let have = u32::from(!it.act.units.is_empty());
                ensure(units.len() > 1 && have > 0, || Finding::TooFew { have, need: 2 })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["into", "name", "kind", "basis", "from"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.all_known(&self.units)
    }

    fn apply(&self, _: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        for id in self.units.iter().filter(|it| **it != self.into) {
            if let Some(unit) = state.membership.units.get_mut(id) {
                unit.end(day_before(self.from));
                unit.successor = Some(self.into.clone());
            }
        }
        let successor = state.membership.unit_mut(&self.into, &self.name, self.kind, self.from);
        successor.rename(&self.name, self.from);
        if !successor.is_member(self.from) {
            successor.spans.push(Span { from: self.from, to: None });
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || {
            let units = ask.members_on(ask.today()).into_iter().rev().take(2).cloned().collect();
            let (into, name, basis) = (new_name(ask)?, some_text()?, some_text()?);
            Some(Self { units, into, name, kind: UnitKind::Government, basis, from: ask.today() })
        };
        made().into_iter().collect()
    }
}

impl ActType for RenameUnit {
    type Names<'s> = &'s Unit;

    const GUARDS: &'static [Guard<Self>] = &[by_office()];

    const FREE: &'static [&'static str] = &["name", "basis", "from"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.unit)
    }

    fn apply(&self, _: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(unit) = state.membership.units.get_mut(&self.unit) {
            unit.names.insert(self.from, self.name.clone());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let rename = |unit: &UnitId| {
            Some(Self { unit: unit.clone(), name: some_text()?, basis: some_text()?, from: ask.today() })
        };
        ask.members_on(ask.today()).into_iter().take(1).filter_map(rename).collect()
    }
}

/// An agreed matter on which a candidate can rest.
fn last_agreed(ask: &Ask<'_>) -> Option<ItemId> {
    let mut agreed = ask.state.decisions.items.iter().filter(|(_, it)| it.is_agreed());
    agreed.next_back().map(|(id, _)| id.clone())
}

impl Ask<'_> {
    /// Who decides that a unit joins or leaves: those the charter names, or whom the reading has in their place.
    fn deciders(&self, change: &UnitChange) -> Vec<Decider> {
        if !change.by.is_empty() {
            return change.by.clone();
        }
        vec![match self.reading() {
            UnitAddedBy::Consensus => Decider::Meeting,
            UnitAddedBy::Convener => Decider::Convener,
            UnitAddedBy::Reissue => Decider::Reissue,
        }]
    }

    /// Whether one of the deciders has decided: by the agreed matter, the paper or the actor's own role.
    pub(crate) fn decided_by(&self, by: &[Decider], item: Option<&ItemId>, basis: Option<&Text>) -> Check {
        let agreed = |plenary: bool| {
            let item = item.and_then(|it| self.state.decisions.items.get(it));
            item.is_some_and(|it| it.is_agreed() && (!plenary || it.settled_at_plenary(self.state)))
        };
        let holds = |role| self.needs(&[role], None).is_ok();
        let decided = |it: &Decider| match it {
            Decider::Meeting => agreed(false),
            Decider::Plenary => agreed(true),
            Decider::Convener => basis.is_some() || holds(Role::Convener),
            Decider::LeadUnit => basis.is_some() || holds(Role::LeadUnit),
            Decider::Superior | Decider::Reissue => basis.is_some(),
        };
        if by.iter().any(decided) {
            return Ok(());
        }
        let word = |it: &Decider| match it {
            Decider::Meeting | Decider::Plenary => "agreed_matter",
            Decider::Convener | Decider::LeadUnit | Decider::Superior | Decider::Reissue => "basis",
        };
        Err(Finding::Missing { what: by.iter().map(|it| word(it).to_owned()).collect() })
    }
}
