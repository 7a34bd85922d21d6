//! The charters that were read from a store, by their digests: thousands of bodies share a few.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use joint_meeting::Charter;

use crate::{
    contract::Store,
    terms::{error::StoreError, name::BodyName},
};

/// So many charters are kept ready; there are a few, unless each body has its own.
const CHARTERS_MAX: usize = 512;

/// Charters that were read before.
#[derive(Debug, Default)]
pub struct Shelf(Mutex<BTreeMap<String, Charter>>);

impl Shelf {
    /// The charters of those digests, read from the store where they were not before.
    pub(crate) fn charters(
        store: &(impl Store + ?Sized),
        body: &BodyName,
        digests: &[String],
    ) -> Result<Vec<Charter>, StoreError> {
        digests.iter().map(|it| Self::one(store, body, it)).collect()
    }

    fn one(store: &(impl Store + ?Sized), body: &BodyName, digest: &str) -> Result<Charter, StoreError> {
        let shelf = &store.shelf().0;
        // What is on the shelf was whole when it was put there, whoever panicked since.
        if let Some(it) = shelf.lock().unwrap_or_else(PoisonError::into_inner).get(digest) {
            return Ok(it.clone());
        }
        let read = store.charter(digest)?.charter();
        let charter = read.map_err(|why| StoreError::Charter { body: body.clone(), why })?;
        if charter.digest() != digest {
            return Err(StoreError::NoCharter { place: store.place(), digest: digest.to_owned() });
        }
        let mut shelf = shelf.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.len() >= CHARTERS_MAX {
            shelf.clear();
        }
        shelf.insert(digest.to_owned(), charter.clone());
        Ok(charter)
    }
}
