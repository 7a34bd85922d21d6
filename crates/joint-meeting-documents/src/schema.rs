//! The JSON Schemas of what crosses the border about papers (feature `schema`).
//!
//! The types describe themselves; here is the list of those that a host meets first.

use schemars::SchemaGenerator;

use crate::{
    check::PaperRow,
    paper::{Filed, Paper, PaperKnown},
    terms::{error::PaperError, format::PaperFormat, wanted::Wanted},
    wire::{Dates, PaperChecked, PaperOffice, PaperQuestion},
};

/// Adds what is read, and all that is in it, to the definitions of a generator.
pub fn read(generator: &mut SchemaGenerator) {
    generator.subschema_for::<PaperQuestion>();
    generator.subschema_for::<Wanted>();
    generator.subschema_for::<PaperOffice>();
    generator.subschema_for::<Paper>();
    generator.subschema_for::<PaperKnown>();
    generator.subschema_for::<PaperFormat>();
}

/// Adds what is answered, and all that is in it, to the definitions of a generator.
pub fn written(generator: &mut SchemaGenerator) {
    generator.subschema_for::<PaperChecked>();
    generator.subschema_for::<PaperRow>();
    generator.subschema_for::<Filed>();
    generator.subschema_for::<Dates>();
    generator.subschema_for::<PaperError>();
}
