//! `consent_with_changes`: would consent if the minutes were changed (修改后同意): no consent to this version.
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use crate::terms::{
    id::{MinutesId, Text, UnitId},
    record::record,
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
