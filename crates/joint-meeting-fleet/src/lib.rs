#![doc = include_str!("../README.md")]
// The face of the crate: what is public of it.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]

// Floor by floor, from the lowest: words; columns as they come and rows as they go; charters; what is asked of one body; what is
// asked of a batch; files; work from one file to another.
mod terms;

mod given;
mod rows;

mod charters;

mod ask;

mod batch;

#[cfg(feature = "files")]
mod input;
#[cfg(feature = "files")]
mod output;

#[cfg(feature = "files")]
mod run;

pub use crate::{
    batch::{answer_batch, answer_batch_unless, audit_batch, charters_batch, obligations_batch},
    charters::FleetCharters,
    rows::schema,
    terms::{
        error::FleetError,
        question::{FleetAsk, FleetQuestion},
    },
};
#[cfg(feature = "files")]
pub use crate::{
    input::FleetInput,
    output::{FleetFormat, xlsx::SHEET_ROWS},
    run::{FleetProgress, FleetRan, FleetRun},
};
