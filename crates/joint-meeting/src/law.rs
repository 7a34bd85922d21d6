//! The law: a folder for each concept, and in it a file for each act and one for the duties.
//!
//! Concepts use the kernel and the state; which clause claims a rule is said in the charter.

pub(crate) mod action;
pub(crate) mod assignment;
pub(crate) mod decision;
pub(crate) mod document;
pub(crate) mod founding;
pub(crate) mod function;
pub(crate) mod incoming;
pub(crate) mod meeting;
pub(crate) mod membership;
pub(crate) mod nesting;
pub(crate) mod register;
pub(crate) mod report;
