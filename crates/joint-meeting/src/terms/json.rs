//! JSON in, JSON out: the only door for text.
//!
//! Every error names the place in the input and what was expected there. Bounds are checked before anything is built.

mod items;
mod order;
mod read;
mod read_error;
mod scan;
pub(crate) mod shape;
mod write;

use std::fmt;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::terms::{
    calendar::{Calendar, CalendarError},
    json::{read_error::ReadError, scan::Scanner, write::Writer},
};

/// The longest input for one value: a journal line, a submission, a charter file.
pub const LINE_MAX: usize = 1024 * 1024;

/// The deepest nesting.
pub const DEPTH_MAX: usize = 16;

/// The longest list in an act.
pub const LIST_MAX: usize = 256;

/// Input that is not JSON of the right shape (格式错误): an error, not a refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{path}: {problem}")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MalformedError {
    /// The path of the field that is wrong, `.` for the whole.
    pub path: String,
    /// What is wrong, with line and column where the parser knows them.
    pub problem: String,
}

impl MalformedError {
    pub(crate) fn whole(problem: impl fmt::Display) -> Self {
        Self { path: ".".to_owned(), problem: problem.to_string() }
    }
}

/// Reads an object from JSON text: a submission, an act, a line, a charter file.
pub fn from_str<'j, T: Deserialize<'j>>(json: &'j str) -> Result<T, MalformedError> {
    from_str_within(json, LINE_MAX)
}

/// Reads an object from JSON text that may be of another length than [`LINE_MAX`].
pub fn from_str_within<'j, T: Deserialize<'j>>(json: &'j str, longest: usize) -> Result<T, MalformedError> {
    bounds(json.as_bytes(), longest)?;
    let read = Scanner::new(json).whole();
    // What is wrong with the spelling, wherever it stands, goes before what is wrong with what is said.
    read.map_err(|why| misspelt(json).unwrap_or(why).into_malformed())
}

#[cold]
fn misspelt(json: &str) -> Option<ReadError> {
    let mut scanner = Scanner::new(json);
    scanner.skip().and_then(|()| scanner.end()).err()
}

/// Reads what stands in a JSON value.
pub(crate) fn from_value<T: DeserializeOwned>(value: &serde_json::Value) -> Result<T, MalformedError> {
    let json = to_string(value);
    T::deserialize(&mut Scanner::new(&json)).map_err(ReadError::into_malformed)
}

/// Reads a table of working days: CSV, as [`Calendar`] reads it.
pub fn calendar(csv: &str) -> Result<Calendar, MalformedError> {
    csv.parse().map_err(|why: CalendarError| MalformedError {
        path: "calendar".to_owned(),
        problem: why.to_string(),
    })
}

/// Reads an object from JSON bytes.
pub fn from_slice<'j, T: Deserialize<'j>>(json: &'j [u8]) -> Result<T, MalformedError> {
    length(json.len(), LINE_MAX)?;
    from_str(std::str::from_utf8(json).map_err(MalformedError::whole)?)
}

/// Writes a value as JSON text.
pub fn to_string(value: &impl Serialize) -> String {
    Writer::new().text(value)
}

/// JSON with one spelling: no white space, `type` first and then the keys in order, no floats.
pub(crate) fn canonical(value: &impl Serialize) -> String {
    Writer::in_order().text(value)
}

pub(crate) fn length(bytes: usize, longest: usize) -> Result<(), MalformedError> {
    if bytes > longest {
        return Err(MalformedError::whole(format_args!(
            "{bytes} bytes long, and at most {longest} are allowed"
        )));
    }
    Ok(())
}

/// The bytes outside strings, each with its place.
pub(crate) fn structure(json: &[u8]) -> impl Iterator<Item = (usize, u8)> {
    let (mut in_string, mut escaped) = (false, false);
    json.iter().copied().enumerate().filter(move |(_, byte)| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ => return !in_string,
        }
        false
    })
}

fn bounds(json: &[u8], longest: usize) -> Result<(), MalformedError> {
    length(json.len(), longest)?;
    // Most inputs have too few brackets to be nested too deep, whatever stands where; counted in bytes, which is quick.
    let opens = |it: &[u8]| it.iter().map(|it| u8::from(matches!(it, b'[' | b'{'))).sum::<u8>();
    if json.chunks(128).map(|it| usize::from(opens(it))).sum::<usize>() <= DEPTH_MAX {
        return Ok(());
    }
    let mut depth = 0_usize;
    for (_, byte) in structure(json) {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH_MAX {
            return Err(MalformedError::whole(format_args!("nested deeper than {DEPTH_MAX}")));
        }
    }
    Ok(())
}

crate::terms::chinese::in_words! { MalformedError }
