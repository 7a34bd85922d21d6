//! x
use super::WriteError;
use crate::paper::Paper;
pub(super) fn write(_: &Paper) -> Result<String, WriteError> {
    Ok(String::new())
}
