//! The act `consent_with_changes` asks for changes before its unit consents (修改后同意).
//!
//! It is no consent to the version at hand. Only its fields are here; its rules, and how it is folded in, are those of
//! every answer and stand in `minutes`.

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
    /// Says that a unit would consent if the minutes were changed (修改后同意): this is no consent to the version.
    ///
    /// Whoever acts for the unit may do it: its responsible person, its member or its liaison officer, also of the unit
    /// into which it was merged (`actor.acts_for_unit`). The same rules stand before it as before a consent: the unit
    /// is one of those asked (`consent.is_asked_of_the_unit`), speaks of the present version
    /// (`minutes.version_is_current`) and answers it once (`consent.is_given_once`).
    ///
    /// It settles nothing. The answer stands in the minutes, and the unit cannot answer this version otherwise: until
    /// the office redrafts the minutes and asks anew, `minutes.consented_by_all_asked` names the unit.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ConsentWithChanges, wire};
    ///
    /// let act = ConsentWithChanges::new("n1".parse()?, 1, "health".parse()?, "on weekends only".parse()?);
    /// let json = r#"{
    ///     "type": "consent_with_changes", "minutes": "n1", "version": 1, "unit": "health",
    ///     "changes": "on weekends only"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ConsentWithChanges {
        /// The minutes that are answered.
        pub minutes: MinutesId,
        /// The version answered.
        pub version: u32,
        /// The unit that answers.
        pub unit: UnitId,
        /// The changes that the unit wants.
        pub changes: Text,
    }
}

answers! { ConsentWithChanges is WantsChanges with changes; }
