//! Mending what a kill, a full disk or another program has left: a line without an end, a byte order mark, the ends of lines.
//!
//! Damage is not mended. What is taken away is kept aside, as it was.

use std::path::PathBuf;

use joint_meeting::journal::{self, Head};

use crate::{
    contract::{Store, whole::damaged},
    file::{File, disk::Disk},
    terms::{disguise::Disguise, error::StoreError, name::BodyName},
};

/// What was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repaired {
    /// How far the journal reaches now.
    pub head: Head,
    /// What another program had made of it, if one had.
    pub was: Option<Disguise>,
    /// How many bytes stood behind the last end of a line. Nobody was told that they are kept.
    pub torn: usize,
    /// Where what was found is kept.
    pub kept: PathBuf,
}

impl<D: Disk> File<D> {
    /// Mends the journal of a body, if there is anything to mend.
    ///
    /// # Errors
    /// The first bad line, which is not mended; nothing has changed.
    pub fn repair(&self, body: &BodyName) -> Result<Option<Repaired>, StoreError> {
        let _lock = self.locked(body)?;
        let path = self.journal_of(body);
        let found = self.reads(self.disk.read(&path))?;
        let was = Disguise::of(&found);
        let lifted = was.and_then(|it| it.lifted(&found));
        if let (Some(is), None) = (was, &lifted) {
            return Err(StoreError::Disguised { place: self.place(), body: body.clone(), is });
        }
        let bytes = lifted.as_ref().unwrap_or(&found);
        let (whole, head) = journal::intact(bytes).map_err(|why| damaged(self, body, why))?;
        let torn = bytes.len() - whole.len();
        if torn == 0 && was.is_none() {
            return Ok(None);
        }
        let aside = if was.is_some() { &found } else { bytes.get(whole.len()..).unwrap_or_default() };
        let name = format!("aside-{}-{}", head.count, journal::digest(aside).get(..16).unwrap_or_default());
        let kept = self.of_body(body, &name);
        self.writes(self.disk.put(&kept, aside))?;
        if was.is_some() {
            self.writes(self.disk.put(&path, whole))?;
        } else {
            self.writes(self.disk.cut(&path, whole.len() as u64))?;
        }
        Ok(Some(Repaired { head, was, torn, kept }))
    }
}
