//! Whether what is stored is whole: every line, the chain, the head, and every act decided again.

use joint_meeting::{JointMeeting, answer::Breach, journal::Head};

use crate::{
    contract::{
        Store,
        shelf::Shelf,
        whole::{damaged, text},
    },
    terms::{error::StoreError, name::BodyName},
};

/// So many names or heads are asked for at once.
const PAGE: usize = 1000;

/// What was found of a body that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verified {
    /// How far its journal reaches.
    pub head: Head,
    /// What the rules would have refused; whether that was told of stands in each.
    pub breaches: Vec<Breach>,
}

/// Checks that a body is stored as it was written, against a head that was kept elsewhere if there is one, and decides every act again.
///
/// A head that was kept may be an older one: the journal must have reached there on its way.
///
/// # Errors
/// The first bad line and why, or what is wrong with a charter.
pub fn verify(
    store: &(impl Store + ?Sized),
    body: &BodyName,
    kept: Option<&Head>,
) -> Result<Verified, StoreError> {
    let stored = store.load(body)?;
    let charters = Shelf::charters(store, body, &stored.charters)?;
    let whole = text(store, body, &stored.journal)?;
    if let Some(kept) = kept {
        let until = whole.split_inclusive('\n').take(kept.count as usize + 1).map(str::len).sum();
        let beginning = whole.get(..until).unwrap_or_default();
        joint_meeting::journal::verify(beginning, Some(kept)).map_err(|why| damaged(store, body, why))?;
    }
    let again = JointMeeting::replay_checked(charters, whole, Some(&stored.head))
        .map_err(|why| damaged(store, body, why))?;
    Ok(Verified { head: stored.head, breaches: again.breaches() })
}

/// Verifies every body of a store, one after the other, and hands over what was found of each.
///
/// # Errors
/// Why the bodies cannot be listed; what is wrong with one of them is handed over.
pub fn verify_all(
    store: &(impl Store + ?Sized),
    mut found: impl FnMut(&BodyName, Result<Verified, StoreError>),
) -> Result<usize, StoreError> {
    let mut count = 0;
    for_each_body(store, |body| {
        found(body, verify(store, body, None));
        count += 1;
    })?;
    Ok(count)
}

/// Hands over the name of every body, page by page.
pub(crate) fn for_each_body(
    store: &(impl Store + ?Sized),
    mut each: impl FnMut(&BodyName),
) -> Result<(), StoreError> {
    let mut last = None;
    loop {
        let page = store.bodies(last.as_ref(), PAGE)?;
        page.iter().for_each(&mut each);
        match page.into_iter().last() {
            Some(body) => last = Some(body),
            None => return Ok(()),
        }
    }
}

/// Hands over the name and head of every body, page by page.
pub fn for_each_head(
    store: &(impl Store + ?Sized),
    mut each: impl FnMut(&BodyName, &Head),
) -> Result<(), StoreError> {
    let mut last = None;
    loop {
        let page = store.heads(last.as_ref(), PAGE)?;
        page.iter().for_each(|(body, head)| each(body, head));
        match page.into_iter().last() {
            Some((body, _)) => last = Some(body),
            None => return Ok(()),
        }
    }
}
