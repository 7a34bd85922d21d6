//! Each kind of store, as the tests open it: any number of handles on the same place.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use joint_meeting_store::{File, Sqlite, Store};

use super::Folder;

/// A handle on a store of whatever kind.
pub type Any = Arc<dyn Store>;

/// Where a store is.
pub trait Place: Sync {
    /// Another handle, as another process has it.
    fn open(&self) -> Any;

    fn open_read_only(&self) -> Any;

    /// What a backup is opened as.
    fn open_backup(&self, path: &Path) -> Any;

    /// Puts a text in the place of another in the line of an entry, past the store.
    fn damage(&self, body: &str, no: u32, from: &str, to: &str);

    /// Takes the last entry away, past the store.
    fn cut_off(&self, body: &str, no: u32);

    /// Puts the journal of another body in the place of a body's, past the store.
    fn replace(&self, body: &str, by: &str);

    /// Somewhere else.
    fn elsewhere(&self) -> PathBuf;
}

/// A folder.
#[derive(Debug)]
pub struct InFolder(pub Folder);

impl InFolder {
    pub fn journal(&self, body: &str) -> PathBuf {
        self.0.path().join("store/bodies").join(body).join("journal.jsonl")
    }
}

impl Place for InFolder {
    fn open(&self) -> Any {
        Arc::new(File::open(self.0.path().join("store")).unwrap())
    }

    fn open_read_only(&self) -> Any {
        Arc::new(File::open_read_only(self.0.path().join("store")).unwrap())
    }

    fn open_backup(&self, path: &Path) -> Any {
        Arc::new(File::open(path).unwrap())
    }

    fn damage(&self, body: &str, no: u32, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.journal(body)).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let line = &mut lines[no as usize];
        assert!(line.contains(from), "{line}");
        *line = line.replacen(from, to, 1);
        std::fs::write(self.journal(body), lines.join("\n") + "\n").unwrap();
    }

    fn cut_off(&self, body: &str, no: u32) {
        let text = std::fs::read_to_string(self.journal(body)).unwrap();
        let left: String = text.split_inclusive('\n').take(no as usize).collect();
        std::fs::write(self.journal(body), left).unwrap();
    }

    fn replace(&self, body: &str, by: &str) {
        std::fs::copy(self.journal(by), self.journal(body)).unwrap();
    }

    fn elsewhere(&self) -> PathBuf {
        self.0.path().join("elsewhere")
    }
}

/// A file of SQLite.
#[derive(Debug)]
pub struct InSqlite(pub Folder);

impl InSqlite {
    pub fn path(&self) -> PathBuf {
        self.0.path().join("store.db")
    }

    fn tables(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.path()).unwrap()
    }
}

impl Place for InSqlite {
    fn open(&self) -> Any {
        Arc::new(Sqlite::open(self.path()).unwrap())
    }

    fn open_read_only(&self) -> Any {
        Arc::new(Sqlite::open_read_only(self.path()).unwrap())
    }

    fn open_backup(&self, path: &Path) -> Any {
        Arc::new(Sqlite::open(path).unwrap())
    }

    fn damage(&self, body: &str, no: u32, from: &str, to: &str) {
        let update = "UPDATE entry SET line = replace(line, ?3, ?4) WHERE body = ?1 AND no = ?2";
        assert_eq!(self.tables().execute(update, rusqlite::params![body, no, from, to]).unwrap(), 1);
    }

    fn cut_off(&self, body: &str, no: u32) {
        let delete = "DELETE FROM entry WHERE body = ?1 AND no = ?2";
        assert_eq!(self.tables().execute(delete, rusqlite::params![body, no]).unwrap(), 1);
    }

    fn replace(&self, body: &str, by: &str) {
        let mut tables = self.tables();
        let all = tables.transaction().unwrap();
        all.execute("DELETE FROM entry WHERE body = ?1", [body]).unwrap();
        let copy = "INSERT INTO entry SELECT ?1, no, line, digest FROM entry WHERE body = ?2";
        assert!(all.execute(copy, [body, by]).unwrap() > 0);
        all.commit().unwrap();
    }

    fn elsewhere(&self) -> PathBuf {
        self.0.path().join("elsewhere")
    }
}
