//! The views: pure answers to what a host asks of a body.
//!
//! Nothing is changed here, and no rule is held.

pub(crate) mod act_words;
pub(crate) mod audit;
pub(crate) mod family;
pub(crate) mod label;
mod next;
pub(crate) mod obligation;
pub(crate) mod options;
pub(crate) mod roster;
pub(crate) mod say;
mod things;
pub(crate) mod touched;
pub(crate) mod trail;
