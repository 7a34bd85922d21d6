//! The kernel: what a rule is, what it may see, and how rules are asked.
//!
//! It holds no rule of any concept.

pub(crate) mod act;
pub(crate) mod against;
pub(crate) mod asked;
pub(crate) mod cadence;
pub(crate) mod correcting;
pub(crate) mod decide;
pub(crate) mod due;
pub(crate) mod duty;
pub(crate) mod finding;
pub(crate) mod kept;
pub(crate) mod known;
pub(crate) mod lifetime;
pub(crate) mod outcome;
pub(crate) mod readings_by_day;
pub(crate) mod refusal;
pub(crate) mod resolver;
pub(crate) mod roles;
pub(crate) mod rule;
pub(crate) mod succession;
pub(crate) mod transition;
pub(crate) mod verdict;
pub(crate) mod view;
pub(crate) mod word;
