//! The charters in a folder: each once, by its digest, as it was given; and which of them are a body's.

use std::path::PathBuf;

use crate::{
    contract::Store,
    file::{File, disk::Disk, json},
    terms::{error::StoreError, name::BodyName, source::CharterSource},
};

impl<D: Disk> File<D> {
    pub(super) fn of_charter(&self, digest: &str, ending: &str) -> Result<PathBuf, StoreError> {
        if digest.len() != 64 || !digest.bytes().all(|it| it.is_ascii_hexdigit()) {
            return Err(StoreError::NoCharter { place: self.place(), digest: digest.to_owned() });
        }
        Ok(self.folder.join("charters").join(format!("{digest}{ending}")))
    }

    pub(super) fn keep_charter(&self, charter: &CharterSource) -> Result<String, StoreError> {
        let digest = charter.charter().map(|it| it.digest().to_owned()).unwrap_or_default();
        let path = self.of_charter(&digest, ".json")?;
        if self.disk.len(&path).is_err() {
            if !charter.under.is_empty() {
                self.writes(self.disk.put(&self.of_charter(&digest, ".under.json")?, &json(&charter.under)))?;
            }
            self.writes(self.disk.put(&path, charter.json.as_bytes()))?;
        }
        Ok(digest)
    }

    pub(super) fn digests(&self, body: &BodyName) -> Result<Vec<String>, StoreError> {
        let bytes = self.reads(self.disk.read(&self.of_body(body, "charters.json")))?;
        serde_json::from_slice(&bytes)
            .map_err(|why| StoreError::Failed { place: self.place(), why: format!("charters.json: {why}") })
    }
}
