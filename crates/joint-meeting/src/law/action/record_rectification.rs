//! The act `record_rectification` records that what an inspection found was put right (整改).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule},
        view::Ask,
    },
    law::action::by_unit_or_office,
    state::{State, action::Inspection},
    terms::{
        deed::Stamp,
        id::{InspectionId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
    },
};

record! {
    /// Records that what an inspection found was put right (整改).
    ///
    /// The office may do it, and whoever acts for a unit that inspected or for the street that was inspected
    /// (`work.recorded_by_unit_or_office`). The inspection must have found something that is not yet put right
    /// (`inspection.awaits_rectification`).
    ///
    /// It settles nothing. The inspection no longer awaits rectification.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RecordRectification, wire};
    ///
    /// let act = RecordRectification::new("n1".parse()?, "signs put up".parse()?);
    /// let json = r#"{
    ///     "type": "record_rectification", "inspection": "n1", "result": "signs put up"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RecordRectification {
        /// The inspection that found something to put right.
        pub inspection: InspectionId,
        /// What was done.
        pub result: Text,
    }
}

impl ActType for RecordRectification {
    type Names<'s> = &'s Inspection;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(it.names.units.iter().chain(&it.names.unit))),
        Guard {
            rule: Rule::always(
                "inspection.awaits_rectification",
                "该次检查有待整改",
                "the inspection found something that is not yet put right",
            ),
            check: |it| {
                let is = match (it.names.rectify, it.names.rectified) {
                    (true, None) => return Ok(()),
                    (true, Some(_)) => Standing::Rectified,
                    (false, _) => Standing::NothingToRectify,
                };
                Err(Finding::state(is, &[Standing::AwaitsRectification]))
            },
        },
    ];

    const FREE: &'static [&'static str] = &["result"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Inspection, &self.inspection))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.inspection)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(inspection) = state.actions.inspections.get_mut(&self.inspection) {
            inspection.rectified = Some(stamp.deed());
            inspection.last = stamp.at;
        }
        state.actions.to_rectify.remove(&self.inspection);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let open = ask.state.actions().to_rectify.iter();
        open.filter_map(|it| Some(Self { inspection: it.clone(), result: some_text()? })).collect()
    }
}
