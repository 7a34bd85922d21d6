//! The act `record_work` records other work that serves clauses (其他工作): a plan, a measure, a mechanism.

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::{
        action::{by_unit_or_office, known_units},
        function::known_clauses,
    },
    state::State,
    terms::{
        deed::Stamp,
        id::{ClauseId, Text, UnitId},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Records other work that serves clauses: a plan, a measure, a mechanism (其他工作).
    ///
    /// The office may do it, and whoever acts for the unit that did the work (`work.recorded_by_unit_or_office`); for
    /// work of the body only the office may. The record names a clause of the charter at least
    /// (`work.serves_a_clause`).
    ///
    /// It settles nothing. The work counts for each clause that it names, as for the duty `function.served_yearly`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RecordWork, wire};
    ///
    /// let act = RecordWork::new(["F-9".parse()?], "a plan for three years".parse()?)
    ///     .unit("market".parse()?);
    /// let json = r#"{
    ///     "type": "record_work", "serves": ["F-9"], "unit": "market", "text": "a plan for three years"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RecordWork {
        /// The clauses that the work serves.
        pub serves: Vec<ClauseId>,
        /// The unit that did the work. If there is none, the body did.
        optional pub unit: Option<UnitId>,
        /// What was done.
        pub text: Text,
    }
}

impl ActType for RecordWork {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.act.unit)),
        Guard {
            rule: Rule::always(
                "work.serves_a_clause",
                "记录写明所服务的条款",
                "the record names the clauses that the work serves",
            ),
            check: |it| {
                ensure(!it.act.serves.is_empty(), || Finding::Missing { what: vec!["serves".to_owned()] })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, &self.unit);
        known_clauses(names, &self.serves);
        Some(())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.functions.serve_all(&self.serves, stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let unit = ask.some_member().filter(|it| ask.acts_for(it).is_ok());
        let work = |clause: &ClauseId| {
            Some(Self { serves: vec![clause.clone()], unit: unit.clone(), text: some_text()? })
        };
        ask.functions().filter_map(work).collect()
    }
}
