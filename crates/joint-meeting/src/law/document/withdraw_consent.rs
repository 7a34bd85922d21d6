//! The act `withdraw_consent` takes back the consent to a version of the minutes (撤回同意).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, instead},
        transition,
        view::Ask,
    },
    law::document::{
        minutes::{OfUnit, by_who_answers, of_current_version},
        not_issued,
    },
    state::{
        State,
        document::{ConsentAnswer, ConsentReply, Minutes},
    },
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{MinutesId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
        words::Role,
    },
};

record! {
    /// Takes back the consent of a unit to a version of the minutes (撤回同意).
    ///
    /// Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
    /// into which it was merged (`actor.acts_for_unit`). The unit must have consented (`consent.stands`) to the present
    /// version (`minutes.version_is_current`), and no document may have been issued (`minutes.are_not_issued`). A
    /// charter need not provide for this: what a unit has said is the unit's to take back, as long as nothing has gone
    /// out on it.
    ///
    /// It settles nothing. The unit counts as one that has not answered and is not silent either:
    /// `minutes.consented_by_all_asked` names it until it consents anew. A signature that it gave is taken back by
    /// `withdraw_countersignature`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::WithdrawConsent, wire};
    ///
    /// let act = WithdrawConsent::new("n1".parse()?, 1, "health".parse()?, "the costs were left out".parse()?);
    /// let json = r#"{
    ///     "type": "withdraw_consent", "minutes": "n1", "version": 1, "unit": "health",
    ///     "reason": "the costs were left out"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct WithdrawConsent {
        /// The minutes to which the unit consented.
        pub minutes: MinutesId,
        /// The version consented to.
        pub version: u32,
        /// The unit that takes its consent back.
        pub unit: UnitId,
        /// Why the unit takes it back.
        pub reason: Text,
    }
}

impl ActType for WithdrawConsent {
    type Names<'s> = &'s Minutes;

    const GUARDS: &'static [Guard<Self>] = &[
        by_who_answers(),
        of_current_version(),
        Guard {
            rule: Rule::always(
                "consent.stands",
                "该单位已经答复同意，没有撤回",
                "the unit has consented and has not taken it back",
            )
            .cured_by(&[instead(ActKind::WithdrawCountersignature, &[Role::ResponsiblePerson])]),
            check: |it| {
                let answer = it.names.consents.get(&it.act.unit);
                let stands = answer.is_some_and(|it| it.reply == ConsentReply::Consents);
                ensure(stands, || Finding::state(Standing::NotConsented, &[Standing::Consented]))
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
        Some(minutes.consents.get(&self.unit).map_or(minutes.drafted.at, |it| it.given.at))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let (by, given) = (stamp.by.clone(), stamp.deed());
        if let Some(minutes) = state.minutes_mut(&self.minutes, stamp.at) {
            let answer = ConsentAnswer { reply: ConsentReply::Withdrawn, by, given };
            minutes.consents.insert(self.unit.clone(), answer);
        }
    }

    fn candidates(ask: &Ask<'_>) -> impl Iterator<Item = Self> {
        let documents = ask.state.documents();
        let live = documents.live.iter().filter_map(|it| documents.minutes.get_key_value(it));
        let consents = live.flat_map(|(id, minutes)| {
            let consents = minutes.consents.iter().filter(|(_, it)| it.reply == ConsentReply::Consents);
            consents.map(move |(unit, _)| (id, minutes.version, unit))
        });
        consents.filter_map(|(id, version, unit)| {
            Some(Self { minutes: id.clone(), version, unit: unit.clone(), reason: some_text()? })
        })
    }
}
