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
    pub struct Consent {
        /// The minutes.
        pub minutes: MinutesId,
        /// The version consented to.
        pub version: u32,
        /// The unit that consents.
        pub unit: UnitId,
    }
}

answers! { Consent is Consents; }
