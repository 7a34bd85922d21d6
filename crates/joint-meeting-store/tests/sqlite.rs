//! What is particular to a file of SQLite: files of other programs and of newer formats, and other programs that read ours.

mod common;

use std::{fs, process::Command};

use common::{Folder, in_memory, name, nankai, year};
use joint_meeting_store::{Held, Sqlite, StoreError, create, verify};
use rusqlite::Connection;

#[test]
fn a_file_of_something_else_or_of_a_newer_format_is_left_alone() {
    let folder = Folder::new();
    let at = |it: &str| folder.path().join(it);
    fs::write(at("text.db"), "这不是数据库，只是一段很长很长很长的文字。".repeat(50)).unwrap();
    Connection::open(at("other.db")).unwrap().execute_batch("CREATE TABLE photo (name TEXT)").unwrap();
    for it in ["text.db", "other.db"] {
        let before = fs::read(at(it)).unwrap();
        for opened in [Sqlite::open(at(it)), Sqlite::open_read_only(at(it))] {
            assert!(matches!(opened, Err(StoreError::Format { .. })), "{it}: {opened:?}");
        }
        assert_eq!(fs::read(at(it)).unwrap(), before, "{it}");
    }
    drop(Sqlite::open(at("ours.db")).unwrap());
    Connection::open(at("ours.db")).unwrap().execute_batch("PRAGMA user_version = 2").unwrap();
    for opened in [Sqlite::open(at("ours.db")), Sqlite::open_read_only(at("ours.db"))] {
        assert!(matches!(opened, Err(StoreError::Format { found, known: 1, .. }) if found == "2"));
    }
    assert!(matches!(Sqlite::open_read_only(at("nowhere.db")), Err(StoreError::Failed { .. })));
    assert!(!at("nowhere.db").exists());
}

/// Python brings a SQLite of its own, and reads and writes the same lines.
#[test]
fn another_program_reads_the_same_lines() {
    let folder = Folder::new();
    let (path, dogs, submissions) = (folder.path().join("a.db"), name("dogs"), year());
    let store = Sqlite::open(&path).unwrap();
    create(&store, &dogs, &[nankai()]).unwrap();
    Held::open(&store, &dogs).unwrap().perform_all(&submissions[..9]).unwrap().unwrap();
    let script = "import sqlite3, sys
for line, in sqlite3.connect(sys.argv[1]).execute(\"SELECT line FROM entry WHERE body = 'dogs' ORDER BY no\"):
    sys.stdout.buffer.write(line.encode() + b'\\n')";
    let Ok(read) = Command::new("python3").args(["-c", script]).arg(&path).output() else {
        println!("Python is not installed here: nothing is read with it");
        return;
    };
    let said = String::from_utf8_lossy(&read.stderr);
    if said.contains("malformed database schema") || said.contains("No module named") {
        println!("the SQLite of Python is older than 3.37: {said}");
        return;
    }
    assert_eq!(String::from_utf8_lossy(&read.stdout), in_memory(&submissions[..9]).journal().0, "{said}");
    assert_eq!(verify(&store, &dogs, None).unwrap().head.count, 9);
}
