//! `consent`: consents to a version of the minutes (同意).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

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
