//! The act `withdraw_countersignature` takes back the signature under a version of the minutes (撤回会签).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        transition,
        view::Ask,
    },
    law::document::{
        minutes::{OfUnit, by_responsible, of_current_version},
        not_issued,
    },
    state::{
        State,
        document::{Minutes, Signature},
    },
    terms::{
        deed::Stamp,
        id::{MinutesId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
    },
};

record! {
    /// Takes back the signature of a unit under a version of the minutes (撤回会签).
    ///
    /// Only the responsible person of the unit may do it, in a post that the charter names, also of the unit into which
    /// it was merged (`countersign.by_responsible_person`). The unit must have signed (`countersign.stands`) the present
    /// version (`minutes.version_is_current`), and no document may have been issued (`minutes.are_not_issued`). A
    /// charter need not provide for this: a signature is the unit's to take back, as long as nothing has gone out on it.
    ///
    /// It settles nothing. `minutes.countersigned_by_all_asked` names the unit until it signs anew. Where one sheet
    /// serves both, its consent is gone with the signature, unless it had consented apart from it.
    ///
    /// ```
    /// use joint_meeting::{Act, act::WithdrawCountersignature, wire};
    ///
    /// let act = WithdrawCountersignature::new(
    ///     "n1".parse()?,
    ///     1,
    ///     "health".parse()?,
    ///     "signed by mistake".parse()?,
    /// );
    /// let json = r#"{
    ///     "type": "withdraw_countersignature", "minutes": "n1", "version": 1, "unit": "health",
    ///     "reason": "signed by mistake"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct WithdrawCountersignature {
        /// The minutes that the unit signed.
        pub minutes: MinutesId,
        /// The version signed.
        pub version: u32,
        /// The unit that takes its signature back.
        pub unit: UnitId,
        /// Why the unit takes it back.
        pub reason: Text,
    }
}

impl ActType for WithdrawCountersignature {
    type Names<'s> = &'s Minutes;

    const GUARDS: &'static [Guard<Self>] = &[
        by_responsible(),
        of_current_version(),
        Guard {
            rule: Rule::always(
                "countersign.stands",
                "该单位已经会签，没有撤回",
                "the unit has signed and has not taken its signature back",
            ),
            check: |it| {
                let signed = it.names.signatures.get(&it.act.unit).is_some_and(|it| it.signed);
                ensure(signed, || Finding::state(Standing::NotSigned, &[Standing::Signed]))
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
        Some(minutes.signatures.get(&self.unit).map_or(minutes.drafted.at, |it| it.given.at))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let (by, given) = (stamp.by.clone(), stamp.deed());
        if let Some(minutes) = state.minutes_mut(&self.minutes, stamp.at) {
            let signature = Signature { signed: false, withdrawn: true, by, given };
            minutes.signatures.insert(self.unit.clone(), signature);
        }
    }

    fn candidates(ask: &Ask<'_>) -> impl Iterator<Item = Self> {
        let documents = ask.state.documents();
        let live = documents.live.iter().filter_map(|it| documents.minutes.get_key_value(it));
        let signatures = live.flat_map(|(id, minutes)| {
            let signed = minutes.signatures.iter().filter(|(_, it)| it.signed);
            signed.map(move |(unit, _)| (id, minutes.version, unit))
        });
        signatures.filter_map(|(id, version, unit)| {
            Some(Self { minutes: id.clone(), version, unit: unit.clone(), reason: some_text()? })
        })
    }
}
