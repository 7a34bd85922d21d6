//! The act `notify_change` tells the office that a unit has changed its member or liaison officer (通报变动).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
        word::word,
    },
    law::membership::by_unit,
    state::State,
    terms::{
        deed::Stamp,
        id::{PersonId, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
        words::Named,
    },
};

record! {
    /// Tells the office that a unit has changed its member or liaison officer (通报变动).
    ///
    /// Whoever acts for the unit does this: a person responsible for it, its member or its liaison officer
    /// (`actor.acts_for_unit`). The unit has named the person in another's place or has said that they left, and has not
    /// told the office yet (`change.is_pending`). Word of a successor is also word that the one before has left.
    ///
    /// It settles nothing. The change is notified as of that moment, by which the duty `change.notified_promptly` is
    /// judged.
    ///
    /// ```
    /// use joint_meeting::{Act, act::NotifyChange, wire, words::Named};
    ///
    /// let act = NotifyChange::new("cyberspace".parse()?, Named::Member, "p21".parse()?);
    /// let json = r#"{"type": "notify_change", "unit": "cyberspace", "named": "member", "person": "p21"}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct NotifyChange {
        /// The unit.
        pub unit: UnitId,
        /// As which of the two the person was named.
        pub named: Named,
        /// The person who was named, or who left.
        pub person: PersonId,
    }
}

impl ActType for NotifyChange {
    /// When the unit first did something of which the office has not been told: what else it did can be entered in any
    /// order.
    type Names<'s> = Option<Time>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.acts_for(&it.act.unit)),
        Guard {
            rule: Rule::law(
                "change.is_pending",
                "该单位有变动尚未通报",
                "the unit has changed this person and not yet told the office",
            ),
            check: |it| {
                let mut own = it.state.membership().namings_of(&it.act.unit, it.act.named, &it.act.person);
                ensure(own.any(|it| it.untold().is_some()), || Finding::Missing {
                    what: vec![word(&it.act.named)],
                })
            },
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.person(&self.person);
        let membership = &names.state.membership;
        names.known(&self.unit).map(|_| membership.first_untold(&self.unit))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.membership.notify(&self.unit, self.named, &self.person, stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let pending = |unit: &UnitId, named: Named| {
            let namings = ask.state.membership().units.get(unit)?.namings(named);
            let naming = namings.iter().rfind(|it| it.untold().is_some())?;
            Some(Self { unit: unit.clone(), named, person: naming.person.clone() })
        };
        let units = ask.members_on(ask.today()).into_iter();
        units.flat_map(|unit| Named::ALL.iter().filter_map(move |named| pending(unit, *named))).collect()
    }
}
