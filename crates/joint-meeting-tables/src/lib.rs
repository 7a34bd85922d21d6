#![doc = include_str!("../README.md")]
// The face of the crate: what is public of it.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]

// Floor by floor, from the lowest: a table as data; how tables are read and written, and made for authors of charters; how they are
// made of answers, and what crosses a border; rosters.
mod table;

mod authoring;
mod read;
mod write;

mod answers;
pub mod wire;

mod roster;

pub use crate::{
    answers::{
        Tables,
        asked::TableQuestion,
        papers::{paper_book, tables_of},
        why::WhyTable,
    },
    authoring::{differences_table, findings_table, outline_table, rules_table},
    read::{
        grid::{Sheet, SheetCell, SheetRow},
        limits::{CELLS_MAX, COLUMNS_MAX, FILE_MAX, ROWS_MAX},
        sheets,
        unreadable::UnreadableError,
    },
    roster::{
        Entering, ProposedAct, RosterChanges, RosterDifference, RosterError, RosterFault, RosterFounding,
        RosterPlace, RosterQuestion, RosterSame, RosterSentence, Wrong, changes, changes_of, founding,
        founding_of, roster_book, roster_table, template,
    },
    table::{Table, TableCell, TableColumn, TableState, TableTone},
    write::{
        coloured, csv, text,
        xlsx::{SheetError, xlsx},
    },
};
