//! The act `confirm_appointment` confirms a person whom a unit has named (确定人选).
//!
//! It is there for charters that ask for it.

use crate::{
    charter::{
        Charter,
        settings::{
            SettingKey,
            choices::{Decider, Succession},
        },
    },
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, remedy},
        view::Ask,
        word::word,
    },
    law::{
        decision::last_agreed,
        membership::{by_office, units::RestsOn},
    },
    state::{State, decision::AgendaItem, membership::Unit},
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{ItemId, UnitId},
        matter::MatterRef,
        record::record,
        words::{ItemKind, Named, Role},
    },
};

record! {
    /// Confirms a person whom a unit has named (确定人选), where the charter asks for it.
    ///
    /// The office does this (`actor.is_office`). The charter leaves the person to the meeting
    /// (`appointment.is_for_the_meeting`), the meeting has agreed the matter that the act names, which is one of membership
    /// about this unit, since the person was named (`appointment.agreed_by_meeting`), and the unit has named a person who
    /// is not yet confirmed (`appointment.awaits_confirmation`), from that day on or from a later one.
    ///
    /// It settles nothing. The person whom the unit named last is confirmed, and counts from then or their first day on as its
    /// member or liaison officer.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ConfirmAppointment, wire, words::Named};
    ///
    /// let act = ConfirmAppointment::new("health".parse()?, Named::LiaisonOfficer, "i1".parse()?);
    /// let json = r#"{
    ///     "type": "confirm_appointment", "unit": "health", "named": "liaison_officer", "item": "i1"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ConfirmAppointment {
        /// The unit.
        pub unit: UnitId,
        /// As what the person was named.
        pub named: Named,
        /// The agreed matter by which it is confirmed.
        pub item: ItemId,
    }
}

impl ActType for ConfirmAppointment {
    type Names<'s> = (&'s Unit, &'s AgendaItem);

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "appointment.is_for_the_meeting",
                "人选须由联席会议确定的，方需确定",
                "a person is confirmed only where the charter leaves it to the meeting",
            )
            .needs(&[SettingKey::MemberChange, SettingKey::LiaisonChange]),
            check: |it| {
                let found = it.succession(it.act.named);
                ensure(found == Some(Succession::Confirm), || Finding::Differs {
                    found: found.map_or_else(|| "silent".to_owned(), |it| word(&it)),
                    expected: word(&Succession::Confirm),
                })
            },
        },
        Guard {
            rule: Rule::law(
                "appointment.agreed_by_meeting",
                "人选已由联席会议议定",
                "the meeting has agreed on the person",
            )
            .cured_by(&[remedy(ActKind::Agree, &[Role::PresidingPerson])]),
            check: |it| {
                let (unit, item) = it.names;
                let basis = RestsOn { unit: &it.act.unit, item: Some((&it.act.item, item)), paper: None };
                let named = unit.proposed(it.act.named, it.at).map(|it| it.made.at);
                it.decided_by(&[Decider::Meeting], &basis, |_, item| {
                    let settled = item.settled.map(|it| it.at);
                    ensure(settled >= named, || Finding::Missing { what: vec!["agreed_matter".to_owned()] })
                })
            },
        },
        Guard {
            rule: Rule::always(
                "appointment.awaits_confirmation",
                "该单位已提出人选，尚未确定",
                "the unit has named a person who is not yet confirmed",
            ),
            check: |it| {
                let naming = it.names.0.proposed(it.act.named, it.at);
                ensure(naming.is_some_and(|it| !it.confirmed), || Finding::Missing {
                    what: vec![word(&it.act.named)],
                })
            },
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let item = names.known(&self.item);
        names.known(&self.unit).zip(item)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let unit = state.membership.units.get(&self.unit);
        if let Some(place) = unit.and_then(|it| it.proposed_at(self.named, stamp.at)) {
            state.membership.change_naming(&self.unit, (self.named, place), |it| it.confirmed = true);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let confirm = |unit: &UnitId| {
            let (item, _) = last_agreed(ask, ItemKind::Membership, |it| it.about.contains(unit))?;
            let confirm = |named: &Named| Self { unit: unit.clone(), named: *named, item: item.clone() };
            Some(Named::ALL.iter().map(confirm).collect::<Vec<_>>())
        };
        ask.members_on(ask.today()).into_iter().filter_map(confirm).flatten().collect()
    }
}
