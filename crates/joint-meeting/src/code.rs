//! Code: a charter file bound to the registry, and what those who write charters ask of it.
//!
//! A charter says nothing new here: what it says is in `charter`.

pub(crate) mod diff;
pub(crate) mod general;
pub(crate) mod lint;
pub(crate) mod load;
pub(crate) mod skeleton;
