//! The act `record_inspection` records a supervisory inspection of a street (督导检查).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, new_name, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
        word::word,
    },
    law::action::{GROUP_AT_WORK, by_unit_or_office, known_units, names_units, of_named_units},
    state::{
        State,
        action::{Inspection, WorkingGroup},
    },
    terms::{
        deed::Stamp,
        id::{GroupId, InspectionId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
    },
};

record! {
    /// Records a supervisory inspection of a street (督导检查).
    ///
    /// The office may do it, and whoever acts for one of the units that inspected (`work.recorded_by_unit_or_office`),
    /// which the record names (`work.names_its_units`). If the body knows what was inspected as a unit, that unit must
    /// be a street (`inspection.of_a_street`). A working group named must have been at work
    /// (`group.is_at_work`).
    ///
    /// It settles nothing. If something has to be put right, the inspection awaits rectification. It counts for the
    /// duty `inspection.cadence` of the street where that is a unit known here.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RecordInspection, wire};
    ///
    /// let act = RecordInspection::new(
    ///     "n1".parse()?,
    ///     "the first street".parse()?,
    ///     ["police".parse()?, "health".parse()?],
    ///     "no signs".parse()?,
    /// )
    /// .rectify(true);
    /// let json = r#"{
    ///     "type": "record_inspection", "inspection": "n1", "street": "the first street",
    ///     "units": ["police", "health"], "findings": "no signs", "rectify": true
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RecordInspection {
        /// The new name of the inspection here.
        pub inspection: InspectionId,
        /// The street, by name.
        pub street: Text,
        /// The street as a unit, where it is known here as one.
        optional pub unit: Option<UnitId>,
        /// The units that inspected the street.
        pub units: Vec<UnitId>,
        /// What was found.
        pub findings: Text,
        /// Whether something has to be put right (需整改).
        optional pub rectify: bool,
        /// The working group that inspected the street.
        optional pub group: Option<GroupId>,
    }
}

impl ActType for RecordInspection {
    type Names<'s> = Option<&'s WorkingGroup>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.act.units)),
        of_named_units(|it| names_units(&it.act.units)),
        Guard {
            rule: Rule::law(
                "inspection.of_a_street",
                "督导检查的对象是制度所列的一类单位，未列明的为街道",
                "a unit of a kind that the charter names is inspected, or a street if it names none",
            ),
            check: |it| {
                let kind = it.act.unit.as_ref().and_then(|unit| it.state.membership().units.get(unit));
                let Some(kind) = kind.map(|it| it.kind) else { return Ok(()) };
                let of = it.inspected_kinds();
                ensure(of.contains(&kind), || Finding::NotAllowed {
                    value: word(&kind),
                    allowed: of.iter().map(word).collect(),
                })
            },
        },
        Guard { rule: GROUP_AT_WORK, check: |it| it.is_at_work(it.names) },
    ];

    const FREE: &'static [&'static str] = &["inspection", "street", "findings", "rectify"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.free(&self.inspection);
        known_units(names, self.units.iter().chain(&self.unit));
        names.known_if_named(self.group.as_ref())
    }

    fn since(&self, group: &Self::Names<'_>) -> Option<Time> {
        group.map(|it| it.formed.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let inspection = Inspection {
            unit: self.unit.clone(),
            units: self.units.clone(),
            rectify: self.rectify,
            rectified: None,
            made: stamp.deed(),
            last: stamp.at,
        };
        let actions = &mut state.actions;
        actions.touch(self.group.as_ref(), stamp.at);
        actions.inspections.insert(self.inspection.clone(), inspection);
        if self.rectify {
            actions.to_rectify.insert(self.inspection.clone());
        }
        if let Some(unit) = &self.unit {
            actions.inspected.entry(unit.clone()).or_default().note(stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let record = |group: Option<&GroupId>| {
            Some(Self {
                inspection: new_name()?,
                street: some_text()?,
                unit: ask.inspected_units().next().cloned(),
                units: ask.two_members(),
                findings: some_text()?,
                rectify: true,
                group: group.cloned(),
            })
        };
        let group = ask.state.actions().groups_at_work.last();
        std::iter::once(None).chain(group.map(Some)).filter_map(record).collect()
    }
}
