//! A store that does not know what became of an entry: a held body looks, and a retry with a key is entered once.

mod common;

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering::SeqCst},
    },
};

use common::{Folder, matter, name, nankai, year};
use joint_meeting::{Submission, id::Text, journal::Head};
use joint_meeting_store::{
    BodyName, CharterSource, File, Held, NewLine, Shelf, Store, StoreError, Stored, create, export, verify,
};

/// What becomes of the next append.
const GOES: u8 = 0;
/// It is stored, and nobody says so.
const STORED: u8 = 1;
/// It is not stored, and nobody says so.
const LOST: u8 = 2;
/// It is stored, and nothing answers any more until all goes again.
const STORED_AND_SILENT: u8 = 3;

/// A store behind a connection that breaks.
#[derive(Debug)]
struct Breaking {
    store: File,
    mode: AtomicU8,
}

impl Breaking {
    fn answers(&self) -> Result<(), StoreError> {
        if self.mode.load(SeqCst) == STORED_AND_SILENT {
            return Err(StoreError::Failed { place: self.place(), why: "no connection".to_owned() });
        }
        Ok(())
    }
}

impl Store for Breaking {
    fn place(&self) -> String {
        self.store.place()
    }

    fn shelf(&self) -> &Shelf {
        self.store.shelf()
    }

    fn create(&self, body: &BodyName, charters: &[CharterSource], journal: &str) -> Result<(), StoreError> {
        self.store.create(body, charters, journal)
    }

    fn add_charter(&self, body: &BodyName, charter: &CharterSource) -> Result<(), StoreError> {
        self.store.add_charter(body, charter)
    }

    fn load(&self, body: &BodyName) -> Result<Stored, StoreError> {
        self.answers().and_then(|()| self.store.load(body))
    }

    fn charter(&self, digest: &str) -> Result<CharterSource, StoreError> {
        self.store.charter(digest)
    }

    fn after(&self, body: &BodyName, known: &Head) -> Result<Vec<u8>, StoreError> {
        self.answers().and_then(|()| self.store.after(body, known))
    }

    fn append(&self, body: &BodyName, expected: &Head, lines: &[NewLine]) -> Result<(), StoreError> {
        let mode = self.mode.load(SeqCst);
        if mode != LOST {
            self.store.append(body, expected, lines)?;
        }
        let why = "the connection broke".to_owned();
        if mode == GOES {
            Ok(())
        } else {
            Err(StoreError::Unsure { body: body.clone(), entry: lines[0].no, why })
        }
    }

    fn rewrite(&self, body: &BodyName, expected: &Head, journal: &str) -> Result<(), StoreError> {
        self.store.rewrite(body, expected, journal)
    }

    fn bodies(&self, after: Option<&BodyName>, at_most: usize) -> Result<Vec<BodyName>, StoreError> {
        self.store.bodies(after, at_most)
    }

    fn heads(&self, after: Option<&BodyName>, at_most: usize) -> Result<Vec<(BodyName, Head)>, StoreError> {
        self.store.heads(after, at_most)
    }

    fn backup(&self, to: &Path) -> Result<(), StoreError> {
        self.store.backup(to)
    }
}

fn with_key(item: &str) -> Submission {
    matter(item).key(Text::try_from(item).unwrap())
}

#[test]
fn what_is_not_known_is_looked_for_and_a_retry_is_entered_once() {
    let folder = Folder::new();
    let store = Arc::new(Breaking { store: File::open(folder.path()).unwrap(), mode: AtomicU8::new(GOES) });
    let dogs = name("dogs");
    create(&store, &dogs, &[nankai()]).unwrap();
    let mut held = Held::open(Arc::clone(&store), &dogs).unwrap();
    held.perform(&year()[0]).unwrap().unwrap();
    let mut entries = 1;

    // It was stored: the body looks, and finds its own line.
    store.mode.store(STORED, SeqCst);
    assert_eq!(held.perform(&with_key("a")).unwrap().unwrap().no, 2);
    entries += 1;
    assert_eq!((held.head().count, held.body().entries().len()), (2, 2));
    let batch = [with_key("b"), with_key("c")];
    assert_eq!(held.perform_all(&batch).unwrap().unwrap().len(), 2);
    entries += 2;

    // It was not: nobody is told that it is, nothing has changed, and a retry is entered.
    for silent in [LOST, STORED_AND_SILENT] {
        let wanted = with_key(if silent == LOST { "d" } else { "e" });
        let before = held.head().clone();
        store.mode.store(silent, SeqCst);
        for _ in 0..2 {
            match held.perform(&wanted) {
                Err(StoreError::Unsure { entry, .. }) => assert_eq!(entry, before.count + 1),
                // Who was first the first time is in the way the second time, and cannot be asked.
                Err(StoreError::Failed { .. }) if silent == STORED_AND_SILENT => {}
                found => panic!("{found:?}"),
            }
        }
        assert_eq!(held.head(), &before);
        store.mode.store(GOES, SeqCst);
        assert_eq!(held.perform(&wanted).unwrap().unwrap().no, before.count + 1);
        entries += 1;
    }
    let verified = verify(&store, &dogs, None).unwrap();
    assert_eq!((verified.head, verified.breaches.len()), (held.head().clone(), 0));
    assert_eq!(held.head().count, entries);
    assert_eq!(held.body().journal().0.as_bytes(), export(&store, &dogs).unwrap().journal);
}
