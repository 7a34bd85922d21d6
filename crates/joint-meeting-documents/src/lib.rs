#![doc = include_str!("../README.md")]
// The face of the crate: what is public of it.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]

// Floor by floor, from the lowest: errors and small terms; a paper as data; the wording.
mod terms;

pub mod calendar;
pub mod paper;
pub mod words;

// What the journal tells, and what papers are made from.
mod facts;
mod sources;

// Beside each other: the rules on documents, the makers, the writers.
pub mod check;
mod make;
mod write;

// Papers of what is past, the desk that ties all together, and what crosses the border.
mod desk;
#[cfg(feature = "schema")]
pub mod schema;
mod then;
pub mod wire;

pub use crate::{
    calendar::PaperCalendar,
    desk::Desk,
    paper::Paper,
    terms::{error::PaperError, format::PaperFormat, given::Given, printable::printable, wanted::Wanted},
    words::PaperWords,
    write::csv::{is_formula, line as csv_line},
};
