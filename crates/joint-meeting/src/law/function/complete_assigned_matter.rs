//! The act `complete_assigned_matter` completes a matter assigned from above (交办事项办结).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::membership::by_office,
    state::{State, function::AssignedMatter},
    terms::{
        deed::Stamp,
        id::{MatterId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
    },
};

record! {
    /// Completes a matter assigned from above (交办事项办结).
    ///
    /// Only the office may do it (`actor.is_office`), once (`matter.is_open`).
    ///
    /// It settles nothing. The matter is closed, which fulfils the duty `matter.completed`, late if the due date has
    /// passed.
    ///
    /// ```
    /// use joint_meeting::{Act, act::CompleteAssignedMatter, wire};
    ///
    /// let act = CompleteAssignedMatter::new("x1".parse()?, "the proposal is answered".parse()?);
    /// let json = r#"{
    ///     "type": "complete_assigned_matter", "matter": "x1", "result": "the proposal is answered"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct CompleteAssignedMatter {
        /// The matter that is completed.
        pub matter: MatterId,
        /// What came of the matter.
        pub result: Text,
    }
}

impl ActType for CompleteAssignedMatter {
    type Names<'s> = &'s AssignedMatter;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::always("matter.is_open", "该交办事项尚未办结", "the matter is not yet completed"),
            check: |it| {
                let open = it.names.completed.is_none();
                ensure(open, || Finding::state(Standing::Completed, &[Standing::Open]))
            },
        },
    ];

    const FREE: &'static [&'static str] = &["result"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Matter, &self.matter))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.matter)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(matter) = state.functions.matters.get_mut(&self.matter) {
            matter.completed = Some(stamp.deed());
        }
        state.functions.open_matters.remove(&self.matter);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let open = ask.state.functions().open_matters.iter();
        open.filter_map(|it| Some(Self { matter: it.clone(), result: some_text()? })).collect()
    }
}
