//! What is done with a whole body: to begin one, to bring one in and out, to bring its journal to the newest format.

use joint_meeting::{
    BodyError, Charter, JointMeeting, ReplayError,
    journal::{self, Head, Journal},
};

use crate::{
    contract::{Store, shelf::Shelf, verified::for_each_body},
    terms::{disguise::Disguise, error::StoreError, name::BodyName, source::CharterSource},
};

/// A body outside of any store: its charters and its journal, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exported {
    /// The charters, in the order in which they were given.
    pub charters: Vec<CharterSource>,
    /// The journal.
    pub journal: Vec<u8>,
}

impl Exported {
    /// A body that was exported, by whatever program.
    pub fn new(charters: Vec<CharterSource>, journal: impl Into<Vec<u8>>) -> Self {
        Self { charters, journal: journal.into() }
    }
}

/// Begins to keep a body under charters, the first of which it is founded by. Nothing has happened in it yet.
///
/// # Errors
/// [`StoreError::Taken`] if there is such a body, or what is wrong with the charters.
pub fn create(
    store: &(impl Store + ?Sized),
    body: &BodyName,
    charters: &[CharterSource],
) -> Result<(), StoreError> {
    let first = parsed(body, charters)?.into_iter().min_by_key(Charter::version);
    let Some(first) = first else {
        return Err(StoreError::NoBody { body: body.clone(), why: BodyError::NoCharter });
    };
    store.create(body, charters, &Journal::begin(&first).1)
}

/// Brings in a body that was exported, from whatever store. Every line is checked before, and the bytes stay as they are.
///
/// # Errors
/// [`StoreError::Taken`] if there is such a body, or the first bad line.
pub fn import(
    store: &(impl Store + ?Sized),
    body: &BodyName,
    exported: &Exported,
) -> Result<Head, StoreError> {
    let charters = parsed(body, &exported.charters)?;
    let text = text(store, body, &exported.journal)?;
    JointMeeting::replay(charters, text).map_err(|why| damaged(store, body, why))?;
    let head = journal::verify(text, None).map_err(|why| damaged(store, body, why))?;
    store.create(body, &exported.charters, text)?;
    Ok(head)
}

/// A body with its charters and its journal, byte for byte as it is stored.
pub fn export(store: &(impl Store + ?Sized), body: &BodyName) -> Result<Exported, StoreError> {
    let stored = store.load(body)?;
    let charters = stored.charters.iter().map(|it| store.charter(it)).collect::<Result<_, _>>()?;
    Ok(Exported { charters, journal: stored.journal })
}

/// Copies every body into another store, byte for byte, each as it is when it is copied.
pub(crate) fn export_all(
    store: &(impl Store + ?Sized),
    to: &(impl Store + ?Sized),
) -> Result<(), StoreError> {
    let mut bodies = Vec::new();
    for_each_body(store, |body| bodies.push(body.clone()))?;
    for body in bodies {
        let exported = export(store, &body)?;
        to.create(&body, &exported.charters, text(store, &body, &exported.journal)?)?;
    }
    Ok(())
}

/// Brings the journal of a body to the newest format. The old one is kept aside, and the new one names its head.
///
/// # Errors
/// [`StoreError::Conflict`] if somebody stored an entry meanwhile: nothing has changed, and one can try again.
pub fn upgrade(store: &(impl Store + ?Sized), body: &BodyName) -> Result<Head, StoreError> {
    let stored = store.load(body)?;
    let charters = Shelf::charters(store, body, &stored.charters)?;
    let checked = JointMeeting::replay_checked(charters, &stored.journal, Some(&stored.head));
    let upgraded = checked.map_err(|why| damaged(store, body, why))?.upgrade();
    let (journal, head) = upgraded.journal();
    if journal.as_bytes() != stored.journal {
        store.rewrite(body, &stored.head, &journal)?;
    }
    Ok(head)
}

/// The charters from their texts, if they are those of one body.
fn parsed(body: &BodyName, charters: &[CharterSource]) -> Result<Vec<Charter>, StoreError> {
    let read =
        |it: &CharterSource| it.charter().map_err(|why| StoreError::Charter { body: body.clone(), why });
    let charters: Vec<Charter> = charters.iter().map(read).collect::<Result<_, _>>()?;
    let why = JointMeeting::new(charters.clone()).err();
    why.map_or(Ok(charters), |why| Err(StoreError::NoBody { body: body.clone(), why }))
}

/// The text of a journal; what is none is told from damage.
pub(crate) fn text<'j>(
    store: &(impl Store + ?Sized),
    body: &BodyName,
    journal: &'j [u8],
) -> Result<&'j str, StoreError> {
    if let Some(is) = Disguise::of(journal) {
        return Err(StoreError::Disguised { place: store.place(), body: body.clone(), is });
    }
    std::str::from_utf8(journal).or_else(|_| match journal::verify(journal, None) {
        // Of bytes that are no text the line is named.
        Err(why) => Err(damaged(store, body, why)),
        Ok(_) => Ok(""),
    })
}

pub(crate) fn damaged(
    store: &(impl Store + ?Sized),
    body: &BodyName,
    why: impl Into<ReplayError>,
) -> StoreError {
    StoreError::Journal { place: store.place(), body: body.clone(), why: why.into() }
}
