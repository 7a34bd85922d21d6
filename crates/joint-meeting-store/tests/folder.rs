//! What is particular to a folder: lines that are torn, what other programs do to a file, leases, formats.

mod common;

use std::{fs, time::Duration};

use common::{Folder, in_memory, matter, name, nankai, year};
use joint_meeting_store::{Disguise, File, Held, Store, StoreError, SystemDisk, create, verify, verify_all};

/// A store with the first entries of the year, and where its journal is.
fn stored(folder: &Folder, entries: usize) -> (File, std::path::PathBuf) {
    let store = File::open(folder.path().join("store")).unwrap();
    create(&store, &name("dogs"), &[nankai()]).unwrap();
    Held::open(&store, &name("dogs")).unwrap().perform_all(&year()[..entries]).unwrap().unwrap();
    let journal = folder.path().join("store/bodies/dogs/journal.jsonl");
    (store, journal)
}

#[test]
fn a_journal_cut_at_any_byte_is_repaired_to_its_complete_lines_and_goes_on() {
    let folder = Folder::new();
    // In the long form every byte of many lines, and each goes on; else those of the last, and some do.
    let is_long = std::env::var("CUTS").is_ok();
    let entries = if is_long { 40 } else { 6 };
    let (store, path) = stored(&folder, entries);
    let (dogs, submissions) = (name("dogs"), year());
    let whole = fs::read(&path).unwrap();
    let header = whole.iter().position(|it| *it == b'\n').unwrap() + 1;
    let mut cuts = 0;
    let begin = if is_long { header } else { whole.len() - 800 };
    for cut in begin..whole.len() {
        fs::write(&path, &whole[..cut]).unwrap();
        let left = whole[..cut].iter().filter(|it| **it == b'\n').count() - 1;
        let end = whole[..cut].iter().rposition(|it| *it == b'\n').unwrap() + 1;
        let repaired = if end < cut {
            for found in [
                Held::open(&store, &dogs).map(|_| ()),
                store.heads(None, 9).map(|_| ()),
                verify(&store, &dogs, None).map(|_| ()),
            ] {
                match found {
                    Err(StoreError::Torn { entry, bytes, .. }) => {
                        assert_eq!((entry as usize, bytes as usize), (left, cut - end), "cut at {cut}");
                    }
                    found => panic!("cut at {cut}: {found:?}"),
                }
            }
            let repaired = store.repair(&dogs).unwrap().unwrap();
            assert_eq!((repaired.torn, repaired.was), (cut - end, None), "cut at {cut}");
            assert_eq!(fs::read(&repaired.kept).unwrap(), &whole[end..cut], "what was torn is kept aside");
            Some(repaired)
        } else {
            None
        };
        assert_eq!(store.repair(&dogs).unwrap(), None, "what is whole is left alone");
        let mut held = Held::open(&store, &dogs).unwrap();
        assert_eq!(held.body().entries().len(), left);
        assert!(repaired.is_none_or(|it| &it.head == held.head()));
        if is_long || cut % 16 == 0 {
            held.perform_all(&submissions[left..entries]).unwrap().unwrap();
            assert_eq!(fs::read(&path).unwrap(), whole, "cut at {cut}");
        }
        cuts += 1;
    }
    println!("{cuts} cuts");
}

#[test]
fn a_torn_line_of_one_body_keeps_nobody_from_the_others() {
    let folder = Folder::new();
    let (store, path) = stored(&folder, 2);
    create(&store, &name("others"), &[nankai()]).unwrap();
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 5]).unwrap();
    let mut found = Vec::new();
    verify_all(&store, |body, it| {
        found.push((body.to_string(), it.map_or_else(|why| why.kind(), |_| "whole")))
    })
    .unwrap();
    assert_eq!(found, [("dogs".to_owned(), "torn"), ("others".to_owned(), "whole")]);
}

#[test]
fn what_other_programs_made_of_a_journal_is_named_and_taken_back() {
    let folder = Folder::new();
    let (store, path) = stored(&folder, 4);
    let dogs = name("dogs");
    let whole = fs::read_to_string(&path).unwrap();
    for (bytes, is) in [
        (format!("\u{feff}{whole}").into_bytes(), Disguise::Bom),
        (whole.replace('\n', "\r\n").into_bytes(), Disguise::Crlf),
        (format!("\u{feff}{}", whole.replace('\n', "\r\n")).into_bytes(), Disguise::Crlf),
    ] {
        fs::write(&path, &bytes).unwrap();
        match Held::open(&store, &dogs) {
            Err(StoreError::Disguised { is: found, .. }) => assert_eq!(found, is),
            found => panic!("{is:?}: {found:?}"),
        }
        let repaired = store.repair(&dogs).unwrap().unwrap();
        assert_eq!((repaired.was, repaired.torn, repaired.head.count), (Some(is), 0, 4));
        assert_eq!(fs::read(repaired.kept).unwrap(), bytes);
        assert_eq!(fs::read_to_string(&path).unwrap(), whole);
    }
    for (bytes, is) in [
        (whole.replace(['{', '}'], "\"").replace(':', ",").into_bytes(), Disguise::Spreadsheet),
        (b"PK\x03\x04 and so on\n".to_vec(), Disguise::Spreadsheet),
        (
            whole.encode_utf16().flat_map(u16::to_le_bytes).fold(b"\xFF\xFE".to_vec(), |mut all, it| {
                all.push(it);
                all
            }),
            Disguise::Wide,
        ),
        (Vec::new(), Disguise::Empty),
    ] {
        fs::write(&path, &bytes).unwrap();
        assert!(
            matches!(Held::open(&store, &dogs), Err(StoreError::Disguised { is: found, .. }) if found == is),
            "{is:?}"
        );
        assert!(matches!(store.repair(&dogs), Err(StoreError::Disguised { is: found, .. }) if found == is));
        assert_eq!(fs::read(&path).unwrap(), bytes, "nothing has changed");
    }
    // Damage is not taken for something else, and is not mended.
    let damaged = whole.replacen("\"no\":2", "\"no\":3", 1);
    fs::write(&path, &damaged).unwrap();
    assert!(matches!(store.repair(&dogs), Err(StoreError::Journal { .. })));
    fs::write(&path, damaged + "{\"to").unwrap();
    assert!(matches!(store.repair(&dogs), Err(StoreError::Journal { .. })));
}

#[test]
fn a_folder_of_something_else_or_of_a_newer_format_is_left_alone() {
    let folder = Folder::new();
    let at = folder.path().join("photos");
    fs::create_dir(&at).unwrap();
    fs::write(at.join("a.jpg"), "x").unwrap();
    assert!(matches!(File::open(&at), Err(StoreError::Format { found, .. }) if found == "a.jpg"));
    assert_eq!(fs::read_dir(&at).unwrap().count(), 1);

    let (store, _) = stored(&folder, 1);
    drop(store);
    let mark = folder.path().join("store/joint-meeting.json");
    fs::write(mark, "{\"format\": 2}").unwrap();
    assert!(
        matches!(File::open(folder.path().join("store")), Err(StoreError::Format { found, .. }) if found == "2")
    );
    assert!(matches!(File::open_read_only(folder.path().join("nowhere")), Err(StoreError::Failed { .. })));
}

#[test]
fn a_lease_that_is_abandoned_is_taken_over_and_one_in_use_is_not() {
    let folder = Folder::new();
    let (_, journal) = stored(&folder, 1);
    let dogs = name("dogs");
    let with = |patience: u64, abandoned: u64| {
        let millis = Duration::from_millis;
        let disk = SystemDisk::default().patience(millis(patience)).leases(millis(abandoned));
        File::open_on(folder.path().join("store"), disk).unwrap()
    };
    let lease = journal.with_file_name("lease");
    let store = with(100, 10_000);
    let mut held = Held::open(&store, &dogs).unwrap();
    held.perform(&matter("a")).unwrap().unwrap();
    assert!(!lease.exists(), "it is given back");
    // Another machine has it.
    fs::write(&lease, "another").unwrap();
    assert!(matches!(held.perform(&matter("b")), Err(StoreError::Busy { .. })));
    assert_eq!(fs::read_to_string(&lease).unwrap(), "another");
    let store = with(5_000, 200);
    let mut held = Held::open(&store, &dogs).unwrap();
    held.perform(&matter("b")).unwrap().unwrap();
    assert!(!lease.exists());
    assert_eq!(verify(&store, &dogs, None).unwrap().head.count, 3);
}

#[test]
fn a_reader_that_may_not_lock_sees_the_lines_that_end() {
    let folder = Folder::new();
    let (store, path) = stored(&folder, 5);
    drop(store);
    fs::remove_file(path.with_file_name("lock")).unwrap();
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 9]).unwrap();
    let store = File::open_read_only(folder.path().join("store")).unwrap();
    let held = Held::open(&store, &name("dogs")).unwrap();
    assert_eq!(held.body(), &in_memory(&year()[..4]));
    assert!(!path.with_file_name("lock").exists());
}
