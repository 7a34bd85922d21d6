//! What is wrong with JSON that is read, and the path to where it is, which is found step by step from its end.

use std::fmt;

use serde::de;

use crate::terms::json::MalformedError;

/// What is wrong, and where.
#[derive(Debug)]
pub(crate) struct ReadError(Box<MalformedError>);

impl ReadError {
    #[cold]
    pub(crate) fn new(problem: String) -> Self {
        Self(Box::new(MalformedError { path: String::new(), problem }))
    }

    /// Puts a step before the path that is known.
    #[cold]
    #[inline(never)]
    pub(crate) fn under(mut self, step: &str) -> Self {
        let path = &mut self.0.path;
        if !path.is_empty() && !path.starts_with('[') {
            path.insert(0, '.');
        }
        path.insert_str(0, step);
        self
    }

    /// The same for the place in a list.
    #[cold]
    pub(crate) fn under_place(self, ix: usize) -> Self {
        self.under(&format!("[{ix}]"))
    }

    /// The error with the path of the field, `.` for the whole.
    pub(crate) fn into_malformed(self) -> MalformedError {
        let mut malformed = *self.0;
        if malformed.path.is_empty() {
            malformed.path.push('.');
        }
        malformed
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.problem)
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    #[cold]
    fn custom<T: fmt::Display>(problem: T) -> Self {
        Self::new(problem.to_string())
    }
}
