//! The record of one who attends a meeting for a unit.

use crate::terms::{
    id::{PersonId, UnitId},
    record::record,
    time::Time,
    words::{Capacity, Rank},
};

record! {
    /// A person who attends a meeting for a unit. The unit is then an attending unit, whichever person it sent.
    pub struct Present {
        /// The unit.
        pub unit: UnitId,
        /// The person.
        pub person: PersonId,
        /// As what the person attends.
        pub capacity: Capacity,
        /// The rank of the person's post, where it matters for an alternate.
        optional pub rank: Option<Rank>,
        /// The unit an alternate is from, where it is not the one they attend for.
        optional pub from_unit: Option<UnitId>,
        /// When the person arrived, where that was after the opening (迟到).
        optional pub arrived: Option<Time>,
    }
}
