//! The act `decline_consent` refuses consent to a version of the minutes (不同意).
//!
//! Only its fields are here; its rules, and how it is folded in, are those of every answer and stand in `minutes`.

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
