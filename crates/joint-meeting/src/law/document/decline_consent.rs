//! The act `decline_consent` refuses consent to a version of the minutes (不同意).
//!
//! Only its fields are here; its rules, and how it is folded in, are those of every answer and stand in `minutes`.

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        transition,
        view::Ask,
    },
    law::document::minutes::{Answering, OfUnit, answer_guards, answers, asked_units},
    state::{
        State,
        document::{ConsentAnswer, ConsentReply, Minutes},
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
    /// Declines to consent to a version of the minutes (不同意).
    ///
    /// Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
    /// into which it was merged (`actor.acts_for_unit`). The same rules stand before it as before a consent: the unit
    /// is one of those asked (`consent.is_asked_of_the_unit`), speaks of the present version
    /// (`minutes.version_is_current`) and has not answered it (`consent.is_given_once`).
    ///
    /// It settles nothing. The answer stands in the minutes, and `minutes.consented_by_all_asked` names the unit until
    /// it comes round or the minutes are redrafted. Nor does its silence count as consent any more, where the charter
    /// takes silence for consent.
    ///
    /// ```
    /// use joint_meeting::{Act, act::DeclineConsent, wire};
    ///
    /// let act = DeclineConsent::new("n1".parse()?, 1, "health".parse()?, "not what we said".parse()?);
    /// let json = r#"{
    ///     "type": "decline_consent", "minutes": "n1", "version": 1, "unit": "health",
    ///     "reason": "not what we said"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct DeclineConsent {
        /// The minutes that are answered.
        pub minutes: MinutesId,
        /// The version answered.
        pub version: u32,
        /// The unit that answers.
        pub unit: UnitId,
        /// Why the unit does not consent.
        pub reason: Text,
    }
}

answers! { DeclineConsent is Declines with reason; }
