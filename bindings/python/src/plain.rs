//! Plain values of Python as JSON text, written here because that is quicker than Python's own writer.
//!
//! Whatever is not of the classes that JSON has, or cannot be written, is left to that: it knows what is like them, and what is
//! wrong.

use std::fmt::Write;

use pyo3::{
    prelude::*,
    types::{PyBool, PyDict, PyInt, PyList, PyString, PyTuple},
};

/// What is nested deeper is left to Python, which finds what is nested without end.
const DEEPEST: usize = 32;

/// A value as JSON text; none if it is left to Python. What is none of JSON's is first put to `other`, which gives for it what is.
#[pyfunction]
pub(crate) fn plain_json(value: &Bound<'_, PyAny>, other: &Bound<'_, PyAny>) -> Option<String> {
    let mut text = String::with_capacity(256);
    write(&mut text, value, other, DEEPEST)?;
    Some(text)
}

fn write(text: &mut String, value: &Bound<'_, PyAny>, other: &Bound<'_, PyAny>, depth: usize) -> Option<()> {
    let depth = depth.checked_sub(1)?;
    if let Ok(it) = value.cast_exact::<PyString>() {
        string(text, it)?;
    } else if let Ok(it) = value.cast_exact::<PyDict>() {
        text.push('{');
        // A list of its own: `other` may let another thread change the dict.
        for (ix, item) in it.items().iter().enumerate() {
            let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract().ok()?;
            comma(text, ix);
            string(text, key.cast_exact().ok()?)?;
            text.push(':');
            write(text, &value, other, depth)?;
        }
        text.push('}');
    } else if let Ok(it) = value.cast_exact::<PyList>() {
        list(text, it.iter(), other, depth)?;
    } else if let Ok(it) = value.cast_exact::<PyTuple>() {
        list(text, it.iter(), other, depth)?;
    } else if let Ok(it) = value.cast_exact::<PyBool>() {
        text.push_str(if it.is_true() { "true" } else { "false" });
    } else if value.is_none() {
        text.push_str("null");
    } else if let Ok(it) = value.cast_exact::<PyInt>() {
        write!(text, "{}", it.extract::<i64>().ok()?).ok()?;
    } else {
        write(text, &other.call1((value,)).ok()?, other, depth)?;
    }
    Some(())
}

fn list<'p>(
    text: &mut String,
    all: impl Iterator<Item = Bound<'p, PyAny>>,
    other: &Bound<'_, PyAny>,
    depth: usize,
) -> Option<()> {
    text.push('[');
    for (ix, it) in all.enumerate() {
        comma(text, ix);
        write(text, &it, other, depth)?;
    }
    text.push(']');
    Some(())
}

fn comma(text: &mut String, ix: usize) {
    if ix > 0 {
        text.push(',');
    }
}

fn string(text: &mut String, it: &Bound<'_, PyString>) -> Option<()> {
    // Python's strings may hold what UTF-8 cannot.
    let it = it.to_str().ok()?;
    text.push('"');
    let mut rest = it;
    while let Some(at) = rest.bytes().position(|it| it < b' ' || it == b'"' || it == b'\\') {
        let (before, escaped) = rest.split_at_checked(at)?;
        text.push_str(before);
        write!(text, "\\u{:04x}", escaped.bytes().next()?).ok()?;
        rest = escaped.get(1..)?;
    }
    text.push_str(rest);
    text.push('"');
    Some(())
}
