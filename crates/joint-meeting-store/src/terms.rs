//! The words that everything else is said in: names of bodies, charters as text, what is no journal, errors.

pub(crate) mod chinese;
pub(crate) mod disguise;
pub(crate) mod error;
pub(crate) mod line;
pub(crate) mod name;
pub(crate) mod source;
