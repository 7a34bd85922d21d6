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
    /// Does not consent (不同意).
    pub struct DeclineConsent {
        /// The minutes.
        pub minutes: MinutesId,
        /// The version answered.
        pub version: u32,
        /// The unit that answers.
        pub unit: UnitId,
        /// Why.
        pub reason: Text,
    }
}

answers! { DeclineConsent is Declines with reason; }
