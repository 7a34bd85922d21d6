//! The act `withdraw_unit` takes a unit out of the body (退出).

use crate::{
    charter::{Charter, readings::ReadingKey, settings::SettingKey},
    kernel::{
        act::{ActType, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, fixed, remedy},
        view::Ask,
    },
    law::{
        decision::last_agreed,
        membership::{by_office, of_members, units::RestsOn},
    },
    state::{State, decision::AgendaItem, membership::Unit},
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{ItemId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Date,
        words::{ItemKind, Role},
    },
};

record! {
    /// Takes a unit out of the body (退出).
    ///
    /// The office does this (`actor.is_office`), for a unit that is a member unit that day (`unit.is_member`). The
    /// charter says how a unit leaves, and whoever may has decided it (`unit.removal_provided_for`): where a meeting
    /// decides, by an agreed matter of membership about this unit, agreed no later than its last day. Where the charter
    /// asks for it, the unit has consented in writing (`unit.removal_consented`). A unit that belongs through a class
    /// needs neither: it leaves when it belongs to the class no longer.
    ///
    /// It settles nothing. After the last day that the act names, the unit is no member unit: it is bound by nothing more.
    /// An objection that it made before stands in the way until the unit takes it back, or another meeting takes the
    /// matter up.
    ///
    /// ```
    /// use joint_meeting::{Act, act::WithdrawUnit, wire};
    ///
    /// let act = WithdrawUnit::new("health".parse()?, "its tasks have gone elsewhere".parse()?, "2022-06-30".parse()?)
    ///     .item("i1".parse()?);
    /// let json = r#"{
    ///     "type": "withdraw_unit", "unit": "health", "basis": "its tasks have gone elsewhere", "to": "2022-06-30",
    ///     "item": "i1"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct WithdrawUnit {
        /// The unit.
        pub unit: UnitId,
        /// What it rests on.
        pub basis: Text,
        /// The agreed matter by which it leaves, where the meeting decides.
        optional pub item: Option<ItemId>,
        /// The unit's written consent.
        optional pub consent: Option<Text>,
        /// The last day.
        pub to: Date,
    }
}

impl ActType for WithdrawUnit {
    type Names<'s> = (&'s Unit, Option<&'s AgendaItem>);

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_members(|it| it.members_all([&it.act.unit])),
        Guard {
            rule: Rule::law(
                "unit.removal_provided_for",
                "制度规定了成员单位退出的办法，并由有权者决定",
                "the charter says how a unit leaves, and whoever may has decided it",
            )
            .asks(&[SettingKey::UnitRemoval])
            .reads(&[ReadingKey::UnitAddedBy])
            .cured_by(&[
                remedy(ActKind::Agree, &[Role::PresidingPerson]),
                remedy(ActKind::AmendCharter, &[Role::LeadUnit]),
            ]),
            check: |it| {
                // A unit that is a member through a class leaves when it no longer belongs to the class.
                if it.names.0.class.is_some() {
                    return Ok(());
                }
                let change = fixed(&it.settings().unit_removal)?;
                let basis = RestsOn {
                    unit: &it.act.unit,
                    item: it.act.item.as_ref().zip(it.names.1),
                    paper: Some(&it.act.basis),
                };
                // A matter that was agreed before the unit joined was not about its leaving.
                let joined = it.joined(&it.act.unit, it.today());
                it.change_decided(change, &basis, it.act.to, |settled| joined.is_none_or(|it| it < settled))
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
                let consents = asked && it.names.0.class.is_none();
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
        let item = self.item.as_ref().and_then(|it| names.known(it));
        names.known(&self.unit).map(|it| (it, item))
    }

    fn apply(&self, _: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(unit) = state.membership.units.get_mut(&self.unit) {
            unit.end(self.to);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let withdraw = |unit: &UnitId| {
            let item = last_agreed(ask, ItemKind::Membership, |it| it.about.contains(unit))
                .map(|(id, _)| id.clone());
            let (unit, consent) = (unit.clone(), some_text());
            Some(Self { unit, basis: some_text()?, item, consent, to: ask.today() })
        };
        ask.members_on(ask.today()).into_iter().filter_map(withdraw).collect()
    }
}
