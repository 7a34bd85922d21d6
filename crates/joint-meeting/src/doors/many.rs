//! Many submissions at once: a JSON list of them, or a text for each.

use crate::{
    registry::entry::Submission,
    terms::json::{MalformedError, from_slice, length, structure},
};

/// The longest input for many submissions, all of them taken together.
pub const MANY_MAX: usize = 64 * 1024 * 1024;

/// Reads a JSON list of submissions. What is wrong with one of them is named from its place in the list on:
/// `[3].act.unit` is in the fourth.
pub fn submissions(json: &str) -> Result<Vec<Submission>, MalformedError> {
    length(json.len(), MANY_MAX)?;
    let (texts, after) = elements(json)?;
    let submissions = submissions_each(&texts)?;
    match after.map(trimmed) {
        Some("") => Ok(submissions),
        Some(_) => Err(MalformedError::whole("there is more after the list")),
        None => Err(MalformedError::whole("the list has no end")),
    }
}

/// Reads submissions of which each has a text of its own. What is wrong is named as in a list.
pub fn submissions_each<T: AsRef<[u8]>>(texts: &[T]) -> Result<Vec<Submission>, MalformedError> {
    length(texts.iter().map(|it| it.as_ref().len()).sum(), MANY_MAX)?;
    let read = |(ix, text): (usize, &T)| from_slice(text.as_ref()).map_err(|why| at(ix, why));
    texts.iter().enumerate().map(read).collect()
}

/// The texts between the commas of a list, and what follows its end if it has one. What the texts say is not looked at.
fn elements(json: &str) -> Result<(Vec<&str>, Option<&str>), MalformedError> {
    let list = trimmed(json).strip_prefix('[').ok_or_else(|| MalformedError::whole("expected a list"))?;
    let (mut all, mut start, mut depth) = (Vec::new(), 0_usize, 0_usize);
    for (ix, byte) in structure(list.as_bytes()) {
        match byte {
            b',' | b']' if depth == 0 => {
                all.extend(list.get(start..ix));
                start = ix + 1;
                if byte == b']' {
                    if matches!(all.as_slice(), [only] if trimmed(only).is_empty()) {
                        all.clear();
                    }
                    return Ok((all, list.get(start..)));
                }
            }
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    all.extend(list.get(start..));
    Ok((all, None))
}

/// The text from the first thing in it that is no white space.
fn trimmed(json: &str) -> &str {
    json.trim_start_matches([' ', '\n', '\r', '\t'])
}

/// What is wrong with the element at a place, named in the list.
fn at(ix: usize, why: MalformedError) -> MalformedError {
    let path = match why.path.as_str() {
        "." => format!("[{ix}]"),
        path if path.starts_with('[') => format!("[{ix}]{path}"),
        path => format!("[{ix}].{path}"),
    };
    MalformedError { path, ..why }
}
