//! A disk that fails at any operation takes nothing that was acknowledged, and a store that failed says nothing any more.
//!
//! `FAULTS=all` tries every entry of the year, and not some.

mod common;

use std::fs;

use common::{Folder, in_memory, memory::Memory, name, nankai, year};
use joint_meeting::Submission;
use joint_meeting_store::{File, Held, Sqlite, Store, StoreError, create, export, verify};

const JOURNAL: &str = "store/bodies/dogs/journal.jsonl";
/// How much of what fails is written all the same, in parts of 256: nothing, some, all but the sync.
const PARTS: [usize; 4] = [0, 7, 200, 256];

/// Every n-th entry is tried.
fn every(short: usize) -> usize {
    if std::env::var("FAULTS").is_ok() { 1 } else { short }
}

/// The journal after each of the first entries of the year.
fn beginnings(submissions: &[Submission]) -> Vec<Vec<u8>> {
    let whole = in_memory(submissions).journal().0.into_bytes();
    let ends = whole.iter().enumerate().filter(|(_, it)| **it == b'\n').map(|(ix, _)| ix + 1);
    ends.map(|end| whole[..end].to_vec()).collect()
}

/// What must hold after a failure while the entry after so many was stored: of a store that is opened anew on what is left.
fn holds_after(
    store: &impl Store,
    before: usize,
    acknowledged: bool,
    beginnings: &[Vec<u8>],
    submissions: &[Submission],
    trial: &str,
) {
    let dogs = name("dogs");
    let mut held = Held::open(store, &dogs).unwrap_or_else(|why| panic!("{trial}: {why}"));
    let found = held.body().entries().len();
    assert!(
        found == before + 1 || found == before && !acknowledged,
        "{trial}: {found} after {before}, {acknowledged}"
    );
    assert_eq!(export(store, &dogs).unwrap().journal, beginnings[found], "{trial}");
    if found == before {
        held.perform(&submissions[before]).unwrap().unwrap();
    }
    assert_eq!(export(store, &dogs).unwrap().journal, beginnings[before + 1], "{trial}");
    assert_eq!(held.head().count as usize, before + 1, "{trial}");
    // The bytes are those of a journal that was verified; that acts are decided again is looked at now and then.
    if before.is_multiple_of(64) {
        assert_eq!(held.head(), &verify(store, &dogs, None).unwrap().head, "{trial}");
    }
}

/// Tries to store one entry; whether it was acknowledged. Who was not told so is told nothing any more.
fn tried(opened: Result<impl Store, StoreError>, submission: &Submission, trial: &str) -> bool {
    let Ok(store) = opened else { return false };
    let Ok(mut held) = Held::open(&store, &name("dogs")) else { return false };
    match held.perform(submission) {
        Ok(answer) => answer.is_ok(),
        Err(StoreError::Failed { .. }) => {
            assert!(matches!(held.perform(submission), Err(StoreError::Stopped { .. })), "{trial}");
            assert!(matches!(held.catch_up(), Err(StoreError::Stopped { .. })), "{trial}");
            assert!(matches!(Held::open(&store, &name("dogs")), Err(StoreError::Stopped { .. })), "{trial}");
            false
        }
        Err(why) => panic!("{trial}: {why}"),
    }
}

#[test]
fn whichever_operation_of_a_folder_fails_in_a_year_nothing_that_was_acknowledged_is_lost() {
    let submissions = year();
    let beginnings = beginnings(&submissions);
    let disk = Memory::default();
    create(&File::open_on("store", disk.clone()).unwrap(), &name("dogs"), &[nankai()]).unwrap();
    let mut faults = 0;
    for before in (0..submissions.len()).step_by(every(16)) {
        disk.put_past(JOURNAL, &beginnings[before]);
        for (part, all) in PARTS.into_iter().flat_map(|it| [(it, false), (it, true)]) {
            for nth in 1.. {
                let trial = format!("entry {}, operation {nth}, part {part}, all {all}", before + 1);
                let failing = disk.failing(nth, all, part);
                let acknowledged =
                    tried(File::open_on("store", failing.clone()), &submissions[before], &trial);
                let (mended, failed) = failing.mended();
                if !failed {
                    assert!(acknowledged, "{trial}");
                    break;
                }
                faults += 1;
                let store = File::open_on("store", mended.clone()).unwrap();
                let torn = mended.file(JOURNAL);
                let repaired = store.repair(&name("dogs")).unwrap();
                assert_eq!(repaired.is_some(), !torn.ends_with(b"\n"), "{trial}");
                holds_after(&store, before, acknowledged, &beginnings, &submissions, &trial);
            }
        }
    }
    println!("{faults} faults of a folder");
    assert!(faults > 200);
}

#[test]
fn whichever_operation_fails_while_a_body_is_begun_it_is_there_whole_or_can_be_begun() {
    let mut faults = 0;
    for (part, all) in PARTS.into_iter().flat_map(|it| [(it, false), (it, true)]) {
        for nth in 1.. {
            let failing = Memory::default().failing(nth, all, part);
            let begun = File::open_on("store", failing.clone())
                .and_then(|it| create(&it, &name("dogs"), &[nankai()]))
                .is_ok();
            let (mended, failed) = failing.mended();
            let store = File::open_on("store", mended).unwrap();
            let again = create(&store, &name("dogs"), &[nankai()]);
            assert!(!begun || matches!(again, Err(StoreError::Taken { .. })), "operation {nth}, part {part}");
            assert_eq!(
                verify(&store, &name("dogs"), None).unwrap().head.count,
                0,
                "operation {nth}, part {part}"
            );
            faults += usize::from(failed);
            if !failed {
                break;
            }
        }
    }
    println!("{faults} faults while a body is begun");
}

/// What a disk that failed has in the end is decided by SQLite, which is opened on it anew.
#[test]
fn whichever_operation_of_sqlite_fails_in_a_year_nothing_that_was_acknowledged_is_lost() {
    let (folder, submissions) = (Folder::new(), year());
    let beginnings = beginnings(&submissions);
    let path = |name: &str| folder.path().join(name);
    failing_vfs::mend();
    let source = Sqlite::open(path("whole.db")).unwrap();
    create(&source, &name("dogs"), &[nankai()]).unwrap();
    let mut held = Held::open(&source, &name("dogs")).unwrap();
    let (mut faults, mut acknowledged_all_the_same, mut left) = (0, 0, 0);
    for before in 0..submissions.len() {
        if before.is_multiple_of(every(100)) {
            let _ = fs::remove_file(path("before.db"));
            source.backup(&path("before.db")).unwrap();
            for (part, many) in [(0, 1), (100, 1), (256, 1), (0, u64::MAX), (256, u64::MAX)] {
                for nth in 1.. {
                    let trial = format!("entry {}, operation {nth}, part {part}, {many} of them", before + 1);
                    let db = path("tried.db");
                    for ending in ["", "-wal", "-shm", "-journal"] {
                        let _ = fs::remove_file(path(&format!("tried.db{ending}")));
                    }
                    fs::copy(path("before.db"), &db).unwrap();
                    failing_vfs::fail(nth, many, part);
                    let acknowledged = tried(Sqlite::open(&db), &submissions[before], &trial);
                    let failed = failing_vfs::mend() >= nth;
                    if !failed {
                        assert!(acknowledged, "{trial}");
                        break;
                    }
                    faults += 1;
                    acknowledged_all_the_same += usize::from(acknowledged);
                    let store = Sqlite::open(&db).unwrap_or_else(|why| panic!("{trial}: {why}"));
                    left += usize::from(
                        !acknowledged && store.heads(None, 1).unwrap()[0].1.count as usize > before,
                    );
                    holds_after(&store, before, acknowledged, &beginnings, &submissions, &trial);
                }
            }
        }
        held.perform(&submissions[before]).unwrap().unwrap();
    }
    println!(
        "{faults} faults of SQLite, of which {acknowledged_all_the_same} were after the entry was safe; {left} entries were kept of which nobody was told"
    );
    assert!(faults > 100);
}
