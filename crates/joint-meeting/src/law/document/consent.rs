//! The act `consent` consents to a version of the minutes (同意).
//!
//! Only its fields are here; its rules, and how it is folded in, are those of every answer and stand in `minutes`.

use crate::{
    charter::Charter,
    kernel::{act::ActType, outcome::Outcome, resolver::Resolver, rule::Guard, transition, view::Ask},
    law::document::minutes::{Answering, OfUnit, answer_guards, answers, asked_units},
    state::{
        State,
        document::{ConsentAnswer, ConsentReply, Minutes},
    },
    terms::{
        deed::Stamp,
        id::{MinutesId, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
    },
};

record! {
    /// Consents to a version of the minutes (同意).
    ///
    /// Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
    /// into which it was merged (`actor.acts_for_unit`). The minutes must have this step on their path
    /// (`path.has_the_step`), and the unit must be one of those asked (`consent.is_asked_of_the_unit`). It speaks of
    /// the present version (`minutes.version_is_current`), which it answers once, unless it comes round after it has
    /// declined (`consent.is_given_once`), and before the document is issued (`minutes.are_not_issued`).
    ///
    /// It settles nothing. The consent stands in the minutes until they are redrafted; when every unit asked has
    /// consented, `minutes.consented_by_all_asked` no longer stands before the steps that follow.
    ///
    /// ```
    /// use joint_meeting::{Act, act::Consent, wire};
    ///
    /// let act = Consent::new("n1".parse()?, 1, "police".parse()?);
    /// let json = r#"{
    ///     "type": "consent", "minutes": "n1", "version": 1, "unit": "police"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Consent {
        /// The minutes that are answered.
        pub minutes: MinutesId,
        /// The version consented to.
        pub version: u32,
        /// The unit that consents.
        pub unit: UnitId,
    }
}

answers! { Consent is Consents; }
