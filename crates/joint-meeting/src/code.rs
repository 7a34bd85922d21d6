//! What is done with charter files: binding them to the registry, and what their authors ask of them.
//!
//! What a charter itself says is in `charter`.

pub(crate) mod diff;
pub(crate) mod general;
pub(crate) mod lint;
pub(crate) mod load;
pub(crate) mod silences;
pub(crate) mod skeleton;
