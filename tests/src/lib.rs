//! What the tests share: vectors and scenarios as data, how they are run, and what they cover.
//!
//! The tests themselves are in `tests/`; the rules they test are in the library.

pub mod api;
pub mod code_map;
pub mod counts;
pub mod coverage;
pub mod cures;
pub mod expand;
pub mod fill;
pub mod fleets;
pub mod founding;
pub mod golden;
pub mod growth;
pub mod imports;
pub mod indexes;
pub mod journals;
pub mod kept;
pub mod layout;
mod listed;
pub mod malformed;
pub mod measured;
pub mod mended;
pub mod papers;
pub mod prefixes;
pub mod random;
pub mod rng;
pub mod scenario;
mod shapes;
pub mod side_by_side;
pub mod table;
mod tokens;
pub mod types;
pub mod unnoticed;
pub mod vector;
pub mod walk;
pub mod wide;
pub mod words;
pub mod workload;
pub mod years;

use std::path::PathBuf;

pub use listed::files;

/// A folder of this crate.
pub fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The examples of the guide for authors of charters are tests.
#[cfg(doctest)]
#[doc = include_str!("../../docs/guide/charter.md")]
pub struct Guide;
