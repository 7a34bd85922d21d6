//! The act `approve_minutes` approves a version of the minutes (审定) where the charter asks for it.

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        transition,
        view::Ask,
    },
    law::{
        document::{
            consented, countersigned, minutes::of_current_version, not_issued, on_the_path,
            on_the_path_in_force,
        },
        membership::by_convener,
    },
    state::{State, document::Minutes},
    terms::{deed::Stamp, id::MinutesId, matter::MatterRef, record::record, time::Time, words::Step},
};

record! {
    /// Approves a version of the minutes (审定), where the charter asks for it.
    ///
    /// Only the convener may do it (`actor.is_convener`), where the path of the minutes has this step
    /// (`path.has_the_step`). It approves the present version (`minutes.version_is_current`) once
    /// (`minutes.await_approval`), before the document is issued (`minutes.are_not_issued`). Where consent or
    /// countersigning comes first on the path, it must be complete (`minutes.consented_by_all_asked`,
    /// `minutes.countersigned_by_all_asked`).
    ///
    /// It settles nothing. The minutes count as approved until they are redrafted, so that
    /// `minutes.approved_by_convener` no longer stands before the steps that follow.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ApproveMinutes, wire};
    ///
    /// let act = ApproveMinutes::new("n1".parse()?, 1);
    /// assert_eq!(Act::from(act), wire::from_str(r#"{"type": "approve_minutes", "minutes": "n1", "version": 1}"#)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ApproveMinutes {
        /// The minutes that are approved.
        pub minutes: MinutesId,
        /// The version approved.
        pub version: u32,
    }
}

impl ActType for ApproveMinutes {
    type Names<'s> = &'s Minutes;

    const GUARDS: &'static [Guard<Self>] = &[
        by_convener(),
        on_the_path(),
        on_the_path_in_force(),
        of_current_version(),
        consented(),
        countersigned(),
        Guard {
            rule: Rule::always(
                "minutes.await_approval",
                "本稿尚待召集人审定",
                "this version has not been approved yet",
            ),
            check: |it| {
                ensure(it.names.approved.is_none(), || {
                    Finding::state(Standing::Approved, &[Standing::NotApproved])
                })
            },
        },
        not_issued(),
    ];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_minutes(&self.minutes, &state.documents)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.minutes)
    }

    fn since(&self, minutes: &Self::Names<'_>) -> Option<Time> {
        Some(minutes.drafted.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(minutes) = state.minutes_mut(&self.minutes, stamp.at) {
            minutes.approved = Some(stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let documents = ask.state.documents();
        let live = documents.live.iter().filter_map(|it| documents.minutes.get_key_value(it));
        live.filter(|(_, it)| it.approved.is_none() && it.steps.contains(&Step::ConvenerApprove))
            .map(|(id, minutes)| Self { minutes: id.clone(), version: minutes.version })
            .collect()
    }
}
