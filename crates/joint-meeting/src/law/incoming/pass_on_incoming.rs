//! The act `pass_on_incoming` passes something that came in on to a member unit (转办).

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
    law::{
        incoming::{must_be_open, of_open_incoming},
        membership::{by_office, of_members},
    },
    state::{State, incoming::Incoming},
    terms::{
        deed::Stamp,
        id::{IncomingId, Text, UnitId},
        matter::{MatterKind, MatterRef},
        record::record,
        time::Date,
    },
};

record! {
    /// Passes something that came in on to a member unit (转办).
    ///
    /// Only the office may do it (`actor.is_office`), as long as it is neither answered nor filed nor taken on
    /// (`incoming.is_open`). The unit must be a member unit that day (`unit.is_member`); it gets the same paper once
    /// (`incoming.is_passed_on_once`). This puts no task of the body on the unit: that is done by `assign`, under a matter
    /// that the body has settled.
    ///
    /// It settles nothing. Whoever acts for the unit may then answer.
    ///
    /// ```
    /// use joint_meeting::{Act, act::PassOnIncoming, wire};
    ///
    /// let act = PassOnIncoming::new("in1".parse()?, "urban-management".parse()?)
    ///     .due("2022-06-20".parse()?);
    /// let json = r#"{
    ///     "type": "pass_on_incoming", "incoming": "in1", "unit": "urban-management", "due": "2022-06-20"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct PassOnIncoming {
        /// What is passed on.
        pub incoming: IncomingId,
        /// The member unit to which it goes.
        pub unit: UnitId,
        /// What the unit is to do with it (拟办意见).
        optional pub note: Option<Text>,
        /// The day by which the office wants to hear of it.
        optional pub due: Option<Date>,
    }
}

impl ActType for PassOnIncoming {
    type Names<'s> = &'s Incoming;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_members(|it| it.members_all([&it.act.unit])),
        of_open_incoming(|it| must_be_open(it.names)),
        Guard {
            rule: Rule::always(
                "incoming.is_passed_on_once",
                "同一来文来件转给同一单位以一次为限",
                "what came in is passed on to a unit once",
            ),
            check: |it| {
                let again = it.names.passed_on.contains_key(&it.act.unit);
                ensure(!again, || Finding::Unwanted { what: vec![it.act.unit.to_string()] })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["note", "due"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Incoming, &self.incoming))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let unit = names.known(&self.unit);
        names.known(&self.incoming).filter(|_| unit.is_some())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(it) = state.incoming.all.get_mut(&self.incoming) {
            it.passed_on.insert(self.unit.clone(), stamp.deed());
        }
    }

    /// The candidates are, for each paper, the first member unit that does not have it yet.
    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let members = ask.members_on(ask.today());
        let papers =
            ask.state.incoming().open.iter().filter_map(|it| ask.state.incoming().all.get_key_value(it));
        let pass_on = |(id, paper): (&IncomingId, &Incoming)| {
            let unit = members.iter().find(|it| !paper.passed_on.contains_key(**it))?;
            Some(Self { incoming: id.clone(), unit: (*unit).clone(), note: None, due: None })
        };
        papers.filter_map(pass_on).collect()
    }
}
