//! The act `revoke_authorization` takes back what a person was entrusted with (撤销授权).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::membership::authorize::BY_HEAD,
    state::{State, authorization::Authorization, membership::LastDay},
    terms::{
        deed::Stamp,
        id::{PersonId, UnitId},
        matter::MatterRef,
        record::record,
        sorted::Set,
        time::{Date, Time},
        words::Role,
    },
};

record! {
    /// Takes back what a person was entrusted with (撤销授权).
    ///
    /// Whoever heads the unit does this, or its member (`authorization.by_head_of_unit`). The unit has entrusted the person
    /// with something for days after the last one that the act names (`authorization.is_in_effect`).
    ///
    /// It settles nothing. After the last day the person no longer acts for the unit; what they said until then stands.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RevokeAuthorization, wire};
    ///
    /// let act = RevokeAuthorization::new("health".parse()?, "p54".parse()?).to("2022-06-10".parse()?);
    /// let json = r#"{"type": "revoke_authorization", "unit": "health", "person": "p54", "to": "2022-06-10"}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RevokeAuthorization {
        /// The unit.
        pub unit: UnitId,
        /// The person who was entrusted.
        pub person: PersonId,
        /// The last day; if not given, the day of the act.
        optional pub to: Option<Date>,
    }
}

impl ActType for RevokeAuthorization {
    /// The powers of attorney that the unit gave the person.
    type Names<'s> = Vec<&'s Authorization>;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: BY_HEAD, check: |it| it.needs(&[Role::ResponsiblePerson], Some(&it.act.unit)) },
        Guard {
            rule: Rule::always(
                "authorization.is_in_effect",
                "该授权委托仍在期限内",
                "the unit has entrusted the person with something for days to come",
            ),
            check: |it| {
                let last = it.act.last_day(it.today());
                ensure(it.names.iter().any(|it| it.last_day() > last), || Finding::Missing {
                    what: vec![it.act.person.to_string()],
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["to"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.person(&self.person);
        let membership = &names.state.membership;
        names.known(&self.unit).map(|_| membership.entrusted(&self.unit, &self.person).collect())
    }

    /// What was given to others can be entered in any order.
    fn since(&self, given: &Self::Names<'_>) -> Option<Time> {
        given.iter().map(|it| it.made.at).min()
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let last = LastDay { day: self.last_day(stamp.at.date()), entry: stamp.no };
        state.membership.take_back(&self.unit, &self.person, last);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let units = ask.state.membership().units.iter();
        let given = units.flat_map(|(id, it)| it.authorizations.iter().map(move |it| (id, it)));
        let ahead = given.filter(|(_, it)| it.last_day() > ask.today());
        let mut made = Set::new();
        let others = ahead.filter(|(unit, it)| made.insert((*unit, &it.person)));
        others.map(|(unit, it)| Self { unit: unit.clone(), person: it.person.clone(), to: None }).collect()
    }
}

impl RevokeAuthorization {
    fn last_day(&self, today: Date) -> Date {
        self.to.unwrap_or(today)
    }
}
