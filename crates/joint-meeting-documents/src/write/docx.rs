//! x
use super::WriteError;
use crate::paper::Paper;
pub(super) fn write(_: &Paper) -> Result<Vec<u8>, WriteError> {
    Ok(Vec::new())
}
