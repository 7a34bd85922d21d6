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
    state::{
        State,
        authorization::Authorization,
        membership::{LastDay, Unit},
    },
    terms::{
        deed::Stamp,
        id::{PersonId, UnitId},
        matter::MatterRef,
        record::record,
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
    type Names<'s> = &'s Unit;

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
                ensure(it.act.given(it.names).any(|it| it.last_day() > last), || Finding::Missing {
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
        names.known(&self.unit)
    }

    /// What was given to others can be entered in any order.
    fn since(&self, unit: &Self::Names<'_>) -> Option<Time> {
        self.given(unit).map(|it| it.made.at).min()
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let day = self.last_day(stamp.at.date());
        let unit = state.membership.units.get_mut(&self.unit);
        let given = unit.into_iter().flat_map(|it| &mut it.authorizations);
        for it in given.filter(|it| it.person == self.person && it.last_day() > day) {
            it.revoked = Some(LastDay { day, entry: stamp.no });
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let units = ask.state.membership().units.iter();
        let given = units.flat_map(|(id, it)| it.authorizations.iter().map(move |it| (id, it)));
        let ahead = given.filter(|(_, it)| it.last_day() > ask.today());
        let mut all: Vec<Self> = Vec::new();
        for (unit, it) in ahead {
            if !all.iter().any(|made| made.unit == *unit && made.person == it.person) {
                all.push(Self { unit: unit.clone(), person: it.person.clone(), to: None });
            }
        }
        all
    }
}

impl RevokeAuthorization {
    fn last_day(&self, today: Date) -> Date {
        self.to.unwrap_or(today)
    }

    /// What the unit has entrusted the person with.
    fn given<'u>(&self, unit: &'u Unit) -> impl Iterator<Item = &'u Authorization> {
        unit.authorizations.iter().filter(|it| it.person == self.person)
    }
}
