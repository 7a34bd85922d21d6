#![doc = include_str!("../README.md")]
// The face of the crate: what is public of it.
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]

// Floor by floor, from the lowest: a table as data; how tables are written; how they are made of answers.
mod table;

mod write;

mod answers;

pub use crate::{
    answers::{Tables, papers::tables_of},
    table::{Table, TableCell, TableColumn},
    write::{
        csv, text,
        xlsx::{SheetError, xlsx},
    },
};
