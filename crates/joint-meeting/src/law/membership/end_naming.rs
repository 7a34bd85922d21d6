//! The act `end_naming` records that a member or a liaison officer left, and nobody is named in their place yet (离任).

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
    state::{
        State,
        membership::{LastDay, Leaving, Naming},
    },
    terms::{
        deed::Stamp,
        id::{PersonId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::{Date, Time},
        words::Named,
    },
};

record! {
    /// Records that a member or a liaison officer left, and nobody is named in their place yet (离任).
    ///
    /// Whoever heads the unit does this, or its member, or the office with the letter of the unit attached
    /// (`naming.ended_by_unit`). The unit has named the person, who is so on the last day (`naming.is_in_effect`). A charter
    /// need not provide for this: it is recorded as what happened, and what the charter asks of the unit stands.
    ///
    /// It settles nothing. After the last day the unit has no member, or no liaison officer, until it names one, who replaces
    /// nobody. Of this change too the unit owes the office word (`change.notified_promptly`), which it gives by
    /// `notify_change`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::EndNaming, wire, words::Named};
    ///
    /// let act = EndNaming::new("health".parse()?, Named::Member, "p24".parse()?)
    ///     .to("2022-06-30".parse()?)
    ///     .reason("retired".parse()?);
    /// let json = r#"{
    ///     "type": "end_naming", "unit": "health", "named": "member", "person": "p24", "to": "2022-06-30",
    ///     "reason": "retired"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct EndNaming {
        /// The unit.
        pub unit: UnitId,
        /// As which of the two the person was named.
        pub named: Named,
        /// The person who left.
        pub person: PersonId,
        /// The last day; if not given, the day of the act.
        optional pub to: Option<Date>,
        /// Why the person left.
        optional pub reason: Option<Text>,
    }
}

impl ActType for EndNaming {
    /// What there is of the person being named by the unit.
    type Names<'s> = Vec<&'s Naming>;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::always(
                "naming.ended_by_unit",
                "成员、联络员离任由该单位负责人、成员办理，或者由办公室依该单位来函记录并附来函",
                "that a member or liaison officer left is said by the responsible person of the unit or its member, or recorded \
                 by the office with the letter of the unit attached",
            ),
            check: |it| it.says_who_is_named(&it.act.unit),
        },
        Guard {
            rule: Rule::always(
                "naming.is_in_effect",
                "该人员在离任之日仍为该单位的成员或者联络员",
                "the unit has named the person, who is so on the last day",
            ),
            check: |it| {
                let to = it.act.last_day(it.today());
                ensure(it.names.iter().any(|naming| naming.holds(to)), || Finding::Missing {
                    what: vec![word(&it.act.named)],
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["to", "reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.person(&self.person);
        let membership = &names.state.membership;
        let namings = || membership.namings_of(&self.unit, self.named, &self.person).collect();
        names.known(&self.unit).map(|_| namings())
    }

    /// That the person was named: what the unit says of others can be entered in any order.
    fn since(&self, namings: &Self::Names<'_>) -> Option<Time> {
        namings.iter().map(|it| it.made.at).min()
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let to = self.last_day(stamp.at.date());
        let (last, left) =
            (LastDay { day: to, entry: stamp.no }, Leaving { to, made: stamp.deed(), notified: None });
        state.membership.leave_naming((&self.unit, self.named), &self.person, last, left);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let leave = |unit: &UnitId, named: Named| {
            let naming = ask.state.membership().units.get(unit)?.naming(named, ask.today())?;
            let (unit, person) = (unit.clone(), naming.person.clone());
            Some(Self { unit, named, person, to: None, reason: None })
        };
        let units = ask.members_on(ask.today()).into_iter();
        units.flat_map(|unit| Named::ALL.iter().filter_map(move |named| leave(unit, *named))).collect()
    }
}

impl EndNaming {
    fn last_day(&self, today: Date) -> Date {
        self.to.unwrap_or(today)
    }
}
