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
    state::{State, membership::Unit},
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
    /// (`actor.acts_for_unit`). The unit has named the person in another's place, and has not told the office yet
    /// (`change.is_pending`).
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
        /// The person who was named.
        pub person: PersonId,
    }
}

impl ActType for NotifyChange {
    type Names<'s> = &'s Unit;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.acts_for(&it.act.unit)),
        Guard {
            rule: Rule::law(
                "change.is_pending",
                "该单位有变动尚未通报",
                "the unit has changed this person and not yet told the office",
            ),
            check: |it| {
                let namings = it.names.namings(it.act.named);
                let pending =
                    namings.iter().any(|naming| naming.person == it.act.person && naming.is_pending());
                ensure(pending, || Finding::Missing { what: vec![word(&it.act.named)] })
            },
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        if !state.membership.knows_person(&self.person) {
            names.unknown(&self.person);
        }
        names.known(&self.unit)
    }

    fn since(&self, unit: &Self::Names<'_>) -> Option<Time> {
        let namings = Named::ALL.iter().flat_map(|it| unit.namings(*it));
        namings.filter(|it| it.is_pending()).map(|it| it.made.at).min()
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let unit = state.membership.units.get_mut(&self.unit);
        let namings = unit.map(|it| it.namings_mut(self.named)).into_iter().flatten();
        for naming in namings.filter(|it| it.person == self.person && it.is_pending()) {
            naming.notified = Some(stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let pending = |unit: &UnitId, named: Named| {
            let namings = ask.state.membership.units.get(unit)?.namings(named);
            let naming = namings.iter().rfind(|it| it.is_pending())?;
            Some(Self { unit: unit.clone(), named, person: naming.person.clone() })
        };
        let units = ask.members_on(ask.today()).into_iter();
        units.flat_map(|unit| Named::ALL.iter().filter_map(move |named| pending(unit, *named))).collect()
    }
}
