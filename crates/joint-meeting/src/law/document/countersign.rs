//! The act `countersign` countersigns a version of the minutes (会签).
//!
//! Who is asked to countersign is settled when the minutes are drafted; what it shares with the act that declines is in
//! `minutes`.

use crate::{
    charter::{
        Charter,
        readings::{CountersignOrder, ReadingKey},
        settings::SettingKey,
    },
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, remedy},
        transition,
        view::Ask,
    },
    law::document::{
        minutes::{
            OfUnit, SIGNED_ONCE, asked_units, by_responsible, of_a_signatory, of_current_version, sign,
        },
        not_issued, on_the_path, on_the_path_in_force,
    },
    state::{
        State,
        document::{ConsentReply, Minutes},
    },
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{MinutesId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
        words::{Role, Step},
    },
};

record! {
    /// Countersigns a version of the minutes for a unit (会签).
    ///
    /// Only the responsible person of the unit may do it, in a post that the charter names, also of the unit into which
    /// it was merged (`countersign.by_responsible_person`). The unit must be one of those asked
    /// (`countersign.is_asked_of_the_unit`); where consent comes before countersigning, all consents must be there
    /// (`countersign.follows_consent`), unless the charter is read so that one sheet serves both and the signature is
    /// the consent. The unit signs the present version (`minutes.version_is_current`) once
    /// (`countersign.is_given_once`), before the document is issued (`minutes.are_not_issued`).
    ///
    /// It settles nothing. The signature stands in the minutes until they are redrafted; when every unit asked has
    /// signed, `minutes.countersigned_by_all_asked` no longer stands before the steps that follow.
    ///
    /// ```
    /// use joint_meeting::{Act, act::Countersign, wire};
    ///
    /// let act = Countersign::new("n1".parse()?, 1, "police".parse()?).opinion("agreed".parse()?);
    /// let json = r#"{
    ///     "type": "countersign", "minutes": "n1", "version": 1, "unit": "police", "opinion": "agreed"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Countersign {
        /// The minutes that are countersigned.
        pub minutes: MinutesId,
        /// The version signed.
        pub version: u32,
        /// The unit that signs.
        pub unit: UnitId,
        /// The opinion of the signer. A signature alone is consent.
        optional pub opinion: Option<Text>,
    }
}

impl ActType for Countersign {
    type Names<'s> = &'s Minutes;

    const GUARDS: &'static [Guard<Self>] = &[
        by_responsible(),
        on_the_path(),
        on_the_path_in_force(),
        of_a_signatory(),
        Guard {
            rule: Rule::law(
                "countersign.follows_consent",
                "应征求的单位均同意后方可会签",
                "countersigning follows when every unit asked has consented",
            )
            .needs(&[SettingKey::DeemedConsent])
            .reads(&[ReadingKey::CountersignOrder])
            .cured_by(&[remedy(
                ActKind::Consent,
                &[Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer],
            )]),
            check: |it| {
                let minutes = it.names;
                if !minutes.needs_first(Step::Consent, Step::Countersign) {
                    return Ok(());
                }
                let since = minutes.drafted.at.date();
                let wants_changes = |unit: &UnitId| {
                    let wants =
                        minutes.consents.iter().filter(|(_, it)| it.reply == ConsentReply::WantsChanges);
                    it.is_answering(unit, wants.map(|(unit, _)| unit), since)
                };
                let units = match it.reading() {
                    CountersignOrder::AfterConsent => it.unconsented(minutes, it.at),
                    // The signature is the consent, unless the unit has asked for another version.
                    CountersignOrder::OneSheet if wants_changes(&it.act.unit) => vec![it.act.unit.clone()],
                    CountersignOrder::OneSheet => Vec::new(),
                };
                ensure(units.is_empty(), || Finding::MissingUnits { units })
            },
        },
        of_current_version(),
        Guard {
            rule: SIGNED_ONCE,
            check: |it| {
                ensure(it.may_sign(it.names, &it.act.unit, true, it.at), || Finding::Unwanted {
                    what: vec!["signature".to_owned()],
                })
            },
        },
        not_issued(),
    ];

    const FREE: &'static [&'static str] = &["opinion"];

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
        sign(stamp, state, &self.minutes, &self.unit, true);
    }

    fn candidates(ask: &Ask<'_>) -> impl Iterator<Item = Self> {
        asked_units(ask, |it| &it.countersign_of)
            .filter(move |(_, minutes, unit)| ask.may_sign(minutes, unit, true, ask.at))
            .map(|(id, minutes, unit)| Self {
                minutes: id.clone(),
                version: minutes.version,
                unit,
                opinion: None,
            })
    }
}
