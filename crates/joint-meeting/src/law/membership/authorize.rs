//! The act `authorize` entrusts a person with matters of a unit for a time (授权委托).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, new_name},
        finding::{Finding, Lacking},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
        word::word,
    },
    state::{State, authorization::Authorization, membership::Unit},
    terms::{
        deed::Stamp,
        id::{PersonId, UnitId},
        matter::MatterRef,
        record::record,
        time::{Date, day_after, start_of},
        words::{EntrustedMatter, Role},
    },
};

record! {
    /// Entrusts a person with matters of a unit for a time (授权委托).
    ///
    /// Whoever heads the unit does this, or its member (`authorization.by_head_of_unit`); a unit that has ended has
    /// neither. They entrust somebody else (`authorization.to_another`), and say for what (`authorization.names_matters`)
    /// and for which days, none of them past (`authorization.has_days_ahead`). A charter need not provide for this: it is the
    /// unit's own affair who speaks for it. What a charter leaves to the responsible person alone, such as countersigning,
    /// cannot be entrusted; who acts for a head who is away is recorded by `fill_post`, and is responsible like the head.
    ///
    /// It settles nothing. On these days, and until `revoke_authorization` ends it, the person acts for the unit in these
    /// matters, and what they write there binds it.
    ///
    /// ```
    /// use joint_meeting::{Act, act::Authorize, wire, words::EntrustedMatter};
    ///
    /// let act = Authorize::new(
    ///     "health".parse()?,
    ///     "p54".parse()?,
    ///     [EntrustedMatter::Positions, EntrustedMatter::Consent],
    ///     "2022-06-30".parse()?,
    /// );
    /// let json = r#"{
    ///     "type": "authorize", "unit": "health", "person": "p54", "matters": ["positions", "consent"],
    ///     "to": "2022-06-30"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Authorize {
        /// The unit.
        pub unit: UnitId,
        /// The person who is entrusted, who need not be known yet.
        pub person: PersonId,
        /// With what.
        pub matters: Vec<EntrustedMatter>,
        /// The first day; if not given, the day of the act.
        optional pub from: Option<Date>,
        /// The last day.
        pub to: Date,
    }
}

pub(super) const BY_HEAD: Rule = Rule::always(
    "authorization.by_head_of_unit",
    "授权委托由该单位的负责人或者成员作出",
    "a person is entrusted by the responsible person of the unit or its member",
);

impl ActType for Authorize {
    type Names<'s> = &'s Unit;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: BY_HEAD, check: |it| it.needs(&[Role::ResponsiblePerson], Some(&it.act.unit)) },
        Guard {
            rule: Rule::always("authorization.to_another", "不得授权委托本人", "nobody entrusts themselves"),
            check: |it| {
                ensure(it.act.person != *it.by, || Finding::Unwanted { what: vec![it.by.to_string()] })
            },
        },
        Guard {
            rule: Rule::always(
                "authorization.names_matters",
                "授权委托载明授权事项",
                "it is said with what a person is entrusted",
            ),
            check: |it| {
                ensure(!it.act.matters.is_empty(), || Finding::Missing {
                    what: vec![word(&Lacking::Matters)],
                })
            },
        },
        Guard {
            rule: Rule::always(
                "authorization.has_days_ahead",
                "授权期限自当日或者以后起算，起始日期不晚于截止日期",
                "a person is entrusted from that day on or from a later one, and not beyond the last day",
            ),
            check: |it| {
                let from = it.act.from.unwrap_or_else(|| it.today());
                let earliest = start_of(it.today(), it.charter.offset());
                ensure(from >= it.today(), || Finding::TooEarly { earliest })?;
                ensure(from <= it.act.to, || Finding::Differs {
                    found: it.act.to.to_string(),
                    expected: from.to_string(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["person", "matters", "from", "to"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.unit)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let given = Authorization {
            person: self.person.clone(),
            matters: self.matters.clone(),
            from: self.from.unwrap_or_else(|| stamp.at.date()),
            to: self.to,
            made: stamp.deed(),
            revoked: None,
        };
        state.membership.entrust(&self.unit, given);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let entrust = |unit: &UnitId| {
            let (person, matters) = (new_name()?, EntrustedMatter::ALL.to_vec());
            Some(Self { unit: unit.clone(), person, matters, from: None, to: day_after(ask.today()) })
        };
        ask.members_on(ask.today()).into_iter().filter_map(entrust).collect()
    }
}
