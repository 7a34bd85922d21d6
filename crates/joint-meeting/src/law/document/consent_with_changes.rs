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
    /// Would consent if the minutes were changed (修改后同意): no consent to this version.
    pub struct ConsentWithChanges {
        /// The minutes.
        pub minutes: MinutesId,
        /// The version answered.
        pub version: u32,
        /// The unit that answers.
        pub unit: UnitId,
        /// The changes it wants.
        pub changes: Text,
    }
}

answers! { ConsentWithChanges is WantsChanges with changes; }
