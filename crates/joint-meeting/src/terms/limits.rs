//! The most entries a journal can hold.

/// The most entries of one body.
pub const ENTRIES_MAX: u32 = 10_000_000;
