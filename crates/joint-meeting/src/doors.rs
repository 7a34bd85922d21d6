//! The doors: what bindings and hosts in other languages call, as JSON.
//!
//! No law is here, and no answer is made here.

pub(crate) mod bundled;
pub(crate) mod decision;
mod literals;
pub(crate) mod many;
pub(crate) mod question;
#[cfg(feature = "schema")]
pub(crate) mod schema;
