//! The terms: names, times, words and the JSON reader, on which everything else stands.
//!
//! No rule and no charter is here.

pub(crate) mod act_kind;
pub(crate) mod bytes;
pub(crate) mod calendar;
pub(crate) mod cancel;
pub(crate) mod chinese;
pub(crate) mod date;
pub(crate) mod deed;
#[cfg(test)]
pub(crate) mod dice;
pub(crate) mod digest;
pub(crate) mod field_help;
pub(crate) mod field_words;
pub(crate) mod id;
pub(crate) mod json;
pub(crate) mod kinds;
pub(crate) mod language;
pub(crate) mod limits;
pub(crate) mod matter;
pub(crate) mod nearest;
pub(crate) mod number;
pub(crate) mod order;
pub(crate) mod period;
pub(crate) mod proof;
pub(crate) mod record;
#[cfg(feature = "schema")]
pub(crate) mod schema;
pub(crate) mod sorted;
pub(crate) mod spelling;
pub(crate) mod time;
pub(crate) mod words;
