//! The words that everything else is said in: what is asked, and why there is no answer.

pub(crate) mod chinese;
pub(crate) mod error;
pub(crate) mod question;
