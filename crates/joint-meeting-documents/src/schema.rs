//! What crosses the border about papers, as JSON Schema (feature `schema`).
//!
//! The types describe themselves; here is the list of those that a host meets first.

use schemars::SchemaGenerator;

use crate::{
    check::{Known, Row},
    desk::{Filed, PaperError},
    paper::Paper,
    wanted::Wanted,
    wire::{Checked, Dates, Office, Question},
    write::Format,
};

/// Adds what is read, and all that is in it, to the definitions of a generator.
pub fn read(generator: &mut SchemaGenerator) {
    generator.subschema_for::<Question>();
    generator.subschema_for::<Wanted>();
    generator.subschema_for::<Office>();
    generator.subschema_for::<Paper>();
    generator.subschema_for::<Known>();
    generator.subschema_for::<Format>();
}

/// Adds what is answered, and all that is in it.
pub fn written(generator: &mut SchemaGenerator) {
    generator.subschema_for::<Checked>();
    generator.subschema_for::<Row>();
    generator.subschema_for::<Filed>();
    generator.subschema_for::<Dates>();
    generator.subschema_for::<PaperError>();
}
