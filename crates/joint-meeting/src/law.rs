//! The law: a folder a concept, in it a file an act and a file of duties.
//!
//! A concept uses the kernel and the state; which clause claims a rule is said in the charter.

pub(crate) mod action;
pub(crate) mod assignment;
pub(crate) mod decision;
pub(crate) mod document;
pub(crate) mod founding;
pub(crate) mod function;
pub(crate) mod meeting;
pub(crate) mod membership;
pub(crate) mod nesting;
pub(crate) mod register;
pub(crate) mod report;
