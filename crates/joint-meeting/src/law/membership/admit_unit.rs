//! The act `admit_unit` adds a member unit (增加成员单位).

use crate::{
    charter::{
        Charter,
        readings::{ReadingKey, UnitList},
        settings::SettingKey,
    },
    kernel::{
        act::{ActType, new_name, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, fixed, remedy},
        view::{Ask, Case},
    },
    law::{
        decision::last_agreed,
        membership::{
            by_office,
            units::{IS_ELIGIBLE, RestsOn, is_eligible, known_class},
        },
    },
    state::{State, decision::AgendaItem, membership::Unit},
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{ClassId, ItemId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Date,
        words::{ItemKind, Role, UnitKind},
    },
};

record! {
    /// Adds a member unit (增加成员单位).
    ///
    /// The office does this (`actor.is_office`), when whoever may add a unit has decided it: by an agreed matter of
    /// membership about this unit, named as `item`, by a paper, named as `basis`, or by acting in that role
    /// (`unit.addition_decided`). The matter was agreed no later than the unit's first day and, where the charter leaves
    /// it to a reading that the member units agree, by every one of them. Nobody need decide it where the charter's list
    /// of units is read as illustrative. Where the charter asks for it, the unit has
    /// consented in writing (`unit.addition_consented`). A unit that belongs through a class of the charter needs
    /// neither. It is a public body, unless it belongs through a class or the charter is read otherwise
    /// (`unit.is_eligible`), and it is not yet a member unit (`unit.not_yet_member`).
    ///
    /// It settles nothing. The unit is a member unit from its first day on, and owes the body a member and a liaison
    /// officer where the charter asks for them.
    ///
    /// ```
    /// use joint_meeting::{Act, act::AdmitUnit, wire, words::UnitKind};
    ///
    /// let act = AdmitUnit::new("education".parse()?, "区教育局".parse()?, UnitKind::Government)
    ///     .item("i1".parse()?)
    ///     .consent("letter of 1 June".parse()?);
    /// let json = r#"{
    ///     "type": "admit_unit", "unit": "education", "name": "区教育局", "kind": "government",
    ///     "item": "i1", "consent": "letter of 1 June"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct AdmitUnit {
        /// Its new name here, or that of a unit known already.
        pub unit: UnitId,
        /// Its name.
        pub name: Text,
        /// What kind of unit it is.
        pub kind: UnitKind,
        /// The class through which it belongs.
        optional pub class: Option<ClassId>,
        /// The agreed matter by which it is added.
        optional pub item: Option<ItemId>,
        /// The paper on which it rests, where it is not an agreed matter.
        optional pub basis: Option<Text>,
        /// The unit's written consent.
        optional pub consent: Option<Text>,
        /// The first day; if not given, the day of the act.
        optional pub from: Option<Date>,
    }
}

impl ActType for AdmitUnit {
    type Names<'s> = (Option<&'s Unit>, Option<&'s AgendaItem>);

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "unit.addition_decided",
                "增加成员单位须经有权者决定",
                "whoever may add a unit has decided it",
            )
            .asks(&[SettingKey::UnitAddition])
            .reads(&[ReadingKey::UnitAddedBy, ReadingKey::UnitList])
            .cured_by(&[remedy(ActKind::Agree, &[Role::PresidingPerson])]),
            check: |it| {
                // A unit of a class is a member by the charter itself.
                if it.act.class.is_some() {
                    return Ok(());
                }
                // One of those that a list in part leaves out belongs from the beginning.
                if it.completes_the_list() {
                    let named = it.act.basis.is_some() || it.act.item.is_some();
                    return ensure(named, || Finding::Missing { what: vec!["basis".to_owned()] });
                }
                let change = fixed(&it.settings().unit_addition)?;
                if it.reading::<UnitList>() == UnitList::Illustrative {
                    return Ok(());
                }
                let basis = RestsOn {
                    unit: &it.act.unit,
                    item: it.act.item.as_ref().zip(it.names.1),
                    paper: it.act.basis.as_ref(),
                };
                // A matter that was agreed before the unit last joined or left was not about this admission.
                let spans = it.names.0.map_or(&[][..], |it| &it.spans);
                let fits =
                    |settled| spans.iter().all(|it| it.from < settled && it.to.is_none_or(|to| to < settled));
                it.change_decided(change, &basis, it.act.first_day(it.today()), fits)
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
        Guard { rule: IS_ELIGIBLE, check: |it| is_eligible(it, it.act.kind, it.act.class.is_some()) },
        Guard {
            rule: Rule::always(
                "unit.not_yet_member",
                "该单位尚不是成员单位",
                "the unit is not yet a member unit",
            ),
            check: |it| {
                let from = it.act.first_day(it.today());
                let spans = it.names.0.into_iter().flat_map(|it| &it.spans);
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
        let item = self.item.as_ref().and_then(|it| names.known(it));
        if let Some(class) = &self.class {
            known_class(names.charter, class, names);
        }
        Some((state.membership.units.get(&self.unit), item))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let from = self.first_day(stamp.at.date());
        let unit = state.membership.unit_mut(&self.unit, &self.name, self.kind, from);
        unit.class.clone_from(&self.class);
        let decided = self.item.is_some() || self.basis.is_some() || self.class.is_some();
        unit.undecided = (!decided).then_some(stamp.no);
        unit.join(from);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let is_member = |it: &&UnitId| ask.is_member(it, ask.today());
        let agreed =
            last_agreed(ask, ItemKind::Membership, |it| it.about.first().is_some_and(|it| !is_member(&it)));
        let made = |class: Option<ClassId>| {
            let agreed = agreed.filter(|_| class.is_none());
            let item = agreed.map(|(id, _)| id.clone());
            Some(Self {
                unit: agreed.and_then(|(_, it)| it.about.first().cloned()).or_else(new_name)?,
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

impl Case<'_, AdmitUnit> {
    /// Whether the unit is one of those that the charter counts and does not list.
    fn completes_the_list(&self) -> bool {
        let settings = self.settings();
        let lacks = |count: &u16| self.members_on(self.today()).len() < usize::from(*count);
        settings.listed_in_part.fixed() == Some(&true) && settings.unit_count.fixed().is_some_and(lacks)
    }
}

impl AdmitUnit {
    /// The first day on which the unit is a member unit.
    fn first_day(&self, today: Date) -> Date {
        self.from.unwrap_or(today)
    }
}
