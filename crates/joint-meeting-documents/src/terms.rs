//! What the rest of the crate is told in: errors, formats, what is wanted and what is given.
//!
//! No paper is known here, and no wording.

pub(crate) mod error;
pub(crate) mod format;
pub(crate) mod given;
pub(crate) mod printable;
pub(crate) mod wanted;
