//! The act `consent` consents to a version of the minutes (同意).
//!
//! Only its fields are here; its rules, and how it is folded in, are those of every answer and stand in `minutes`.

use crate::terms::{
    id::{MinutesId, UnitId},
    record::record,
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
