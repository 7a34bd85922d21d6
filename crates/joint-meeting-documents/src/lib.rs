#![doc = include_str!("../README.md")]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]

// What a paper is.
pub mod paper;

// How it comes about: what is wanted, what the journal tells, the wording.
pub mod desk;
mod facts;
mod make;
pub mod wanted;
pub mod words;

// What crosses the border.
#[cfg(feature = "schema")]
pub mod schema;
pub mod wire;

// What becomes of it.
pub mod calendar;
pub mod check;
pub mod write;

pub use crate::{
    calendar::PaperCalendar,
    desk::{Desk, Given, PaperError},
    paper::Paper,
    wanted::Wanted,
    words::PaperWords,
    write::PaperFormat,
};
