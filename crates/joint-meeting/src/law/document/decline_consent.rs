//! `decline_consent`: does not consent (不同意).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use crate::terms::{
    id::{MinutesId, Text, UnitId},
    record::record,
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
