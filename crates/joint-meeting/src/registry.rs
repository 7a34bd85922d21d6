//! The registry: the one list of acts, of duties and of rules, and the entries made of acts.

pub(crate) mod acts;
pub(crate) mod correct_record;
pub(crate) mod duties;
pub(crate) mod entry;
pub(crate) mod given;
pub(crate) mod rules;
