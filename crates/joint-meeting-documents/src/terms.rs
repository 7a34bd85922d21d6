//! The terms of the crate: errors, formats, what a host wants and what it gives.
//!
//! No paper is known here, and no wording.

pub(crate) mod error;
pub(crate) mod format;
pub(crate) mod given;
pub(crate) mod printable;
pub(crate) mod wanted;
