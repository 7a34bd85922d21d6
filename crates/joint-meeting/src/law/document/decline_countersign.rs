//! The act `decline_countersign` refuses to countersign a version of the minutes (不予会签).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, ensure},
        transition,
        view::Ask,
    },
    law::document::{
        minutes::{
            OfUnit, SIGNED_ONCE, asked_units, by_responsible, of_a_signatory, of_current_version, sign,
        },
        not_issued, on_the_path, on_the_path_in_force,
    },
    state::{State, document::Minutes},
    terms::{
        deed::Stamp,
        id::{MinutesId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
    },
};

record! {
    /// Declines to countersign a version of the minutes for a unit (不予会签).
    ///
    /// Only the responsible person of the unit may do it, in a post that the charter names, also of the unit into which
    /// it was merged (`countersign.by_responsible_person`). The unit must be one of those asked
    /// (`countersign.is_asked_of_the_unit`), speak of the present version (`minutes.version_is_current`) and have given
    /// neither signature nor refusal for it (`countersign.is_given_once`), before the document is issued
    /// (`minutes.are_not_issued`).
    ///
    /// It settles nothing. `minutes.countersigned_by_all_asked` names the unit until it comes round to signing or the
    /// minutes are redrafted.
    ///
    /// ```
    /// use joint_meeting::{Act, act::DeclineCountersign, wire};
    ///
    /// let act = DeclineCountersign::new(
    ///     "n1".parse()?,
    ///     1,
    ///     "health".parse()?,
    ///     "not what we agreed".parse()?,
    /// );
    /// let json = r#"{
    ///     "type": "decline_countersign", "minutes": "n1", "version": 1, "unit": "health",
    ///     "reason": "not what we agreed"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct DeclineCountersign {
        /// The minutes that are not countersigned.
        pub minutes: MinutesId,
        /// The version not signed.
        pub version: u32,
        /// The unit that does not sign.
        pub unit: UnitId,
        /// Why the unit does not countersign.
        pub reason: Text,
    }
}

impl ActType for DeclineCountersign {
    type Names<'s> = &'s Minutes;

    const GUARDS: &'static [Guard<Self>] = &[
        by_responsible(),
        on_the_path(),
        on_the_path_in_force(),
        of_a_signatory(),
        of_current_version(),
        Guard {
            rule: SIGNED_ONCE,
            check: |it| {
                ensure(it.may_sign(it.names, &it.act.unit, false, it.at), || Finding::Unwanted {
                    what: vec!["signature".to_owned()],
                })
            },
        },
        not_issued(),
    ];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_minutes(&self.minutes, &state.documents)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        self.resolve_both(names)
    }

    fn since(&self, minutes: &Self::Names<'_>) -> Option<Time> {
        Some(minutes.drafted.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        sign(stamp, state, &self.minutes, &self.unit, false);
    }

    fn candidates(ask: &Ask<'_>) -> impl Iterator<Item = Self> {
        asked_units(ask, |it| &it.countersign_of)
            .filter(move |(_, minutes, unit)| ask.may_sign(minutes, unit, false, ask.at))
            .filter_map(|(id, minutes, unit)| {
                Some(Self { minutes: id.clone(), version: minutes.version, unit, reason: some_text()? })
            })
    }
}
