//! A file of SQLite as a store: one table of entries, whose key is the expected number.

mod fault;
mod tables;

use std::{
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
    },
};

use joint_meeting::journal::Head;
use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior, params};

use self::fault::{Fault, fault};
use crate::{
    contract::{Store, Stored, shelf::Shelf},
    terms::{error::StoreError, line::NewLine, name::BodyName, source::CharterSource},
};

/// A file of SQLite, for an office or a server: many processes of one machine can use it at once.
///
/// ```
/// use joint_meeting_store::{CharterSource, Held, Sqlite, create};
///
/// # let path = std::env::temp_dir().join(format!("joint-meeting-{}.db", std::process::id()));
/// let (store, dogs) = (Sqlite::open(&path)?, "dogs".parse()?);
/// create(&store, &dogs, &[CharterSource::bundled("nankai-dog-2022").unwrap()])?;
/// assert_eq!(Held::open(&store, &dogs)?.head().count, 0);
/// # drop(store);
/// # for ending in ["db", "db-wal", "db-shm"] { let _ = std::fs::remove_file(path.with_extension(ending)); }
/// # Ok::<(), joint_meeting_store::StoreError>(())
/// ```
///
/// The tables are `entry (body, no, line, digest)`, with the header of each journal as number 0, `body`, `body_charter`, `charter` and
/// `former`, which keeps what was written anew. Any program that reads SQLite reads them. Keys of submissions have no table: they
/// stand in the lines, and a second copy would be a second truth.
#[derive(Debug)]
pub struct Sqlite {
    path: PathBuf,
    is_read_only: bool,
    writer: Mutex<Connection>,
    /// Those that nobody reads with at the moment.
    readers: Mutex<Vec<Connection>>,
    stopped: AtomicBool,
    shelf: Shelf,
}

impl Sqlite {
    /// Opens a file, or makes it.
    ///
    /// # Errors
    /// [`StoreError::Format`] if it is something else.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::begin(path.as_ref(), OpenFlags::default(), false)
    }

    /// Opens a file to read. Others may write to it meanwhile.
    pub fn open_read_only(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::begin(path.as_ref(), OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX, true)
    }

    fn begin(path: &Path, flags: OpenFlags, is_read_only: bool) -> Result<Self, StoreError> {
        let place = path.display().to_string();
        let opened = || -> rusqlite::Result<Connection> {
            let mut connection = Connection::open_with_flags(path, flags)?;
            tables::set_up(&mut connection, is_read_only)?;
            Ok(connection)
        };
        let connection = opened().map_err(|why| match fault(&why) {
            Fault::NoDatabase => tables::unknown(&place, "not SQLite".to_owned()),
            Fault::Busy => StoreError::Busy { place: place.clone() },
            _ => StoreError::Failed { place: place.clone(), why: not_opened(path, is_read_only, &why) },
        })?;
        tables::check(&connection, &place)?;
        Ok(Self {
            path: path.to_path_buf(),
            is_read_only,
            writer: Mutex::new(connection),
            readers: Mutex::default(),
            stopped: AtomicBool::new(false),
            shelf: Shelf::default(),
        })
    }

    fn goes(&self) -> Result<(), StoreError> {
        if self.stopped.load(Ordering::SeqCst) {
            return Err(StoreError::Stopped { place: self.place() });
        }
        Ok(())
    }

    fn lock<'m, T>(&self, mutex: &'m Mutex<T>) -> Result<MutexGuard<'m, T>, StoreError> {
        mutex.lock().map_err(|_| StoreError::Panicked { place: self.place() })
    }

    fn error(&self, why: &rusqlite::Error) -> StoreError {
        match fault(why) {
            Fault::Busy => StoreError::Busy { place: self.place() },
            Fault::ReadOnly => StoreError::ReadOnly { place: self.place() },
            _ => StoreError::Failed { place: self.place(), why: why.to_string() },
        }
    }

    /// Reads what was so at one moment.
    fn read<T>(
        &self,
        read: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
        self.goes()?;
        let idle = self.lock(&self.readers)?.pop();
        let opened = || {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let mut connection = Connection::open_with_flags(&self.path, flags)?;
            tables::set_up(&mut connection, true).map(|()| connection)
        };
        let mut connection = idle.map_or_else(opened, Ok).map_err(|why| self.error(&why))?;
        let answer = connection.transaction().and_then(|it| read(&it)).map_err(|why| self.error(&why))?;
        self.lock(&self.readers)?.push(connection);
        answer
    }

    /// Writes all or nothing. What it meets besides faults of the disk, it answers.
    fn write(
        &self,
        write: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<Result<(), StoreError>>,
    ) -> Result<(), StoreError> {
        self.goes()?;
        if self.is_read_only {
            return Err(StoreError::ReadOnly { place: self.place() });
        }
        let mut connection = self.lock(&self.writer)?;
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|why| self.stops(&why))?;
        match write(&transaction) {
            Ok(Ok(())) => transaction.commit().map_err(|why| self.stops(&why)),
            Ok(Err(answer)) => Err(answer),
            Err(why) => Err(self.stops(&why)),
        }
    }

    /// Of what failed while it was written nobody knows what became, unless somebody else had the lock.
    fn stops(&self, why: &rusqlite::Error) -> StoreError {
        if !matches!(fault(why), Fault::Busy | Fault::ReadOnly | Fault::Taken) {
            self.stopped.store(true, Ordering::SeqCst);
        }
        self.error(why)
    }

    fn unknown(&self, body: &BodyName) -> StoreError {
        StoreError::Unknown { place: self.place(), body: body.clone() }
    }

    /// Why a journal does not reach where one expects.
    fn elsewhere(&self, tables: &Connection, body: &BodyName, entry: u32) -> rusqlite::Result<StoreError> {
        let is_there = tables::has_body(tables, body.as_str())?;
        Ok(if is_there { StoreError::Conflict { body: body.clone(), entry } } else { self.unknown(body) })
    }
}

impl Store for Sqlite {
    fn place(&self) -> String {
        self.path.display().to_string()
    }

    fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    fn create(&self, body: &BodyName, charters: &[CharterSource], journal: &str) -> Result<(), StoreError> {
        let lines = NewLine::all(journal);
        let charters: Vec<(String, &CharterSource)> = charters.iter().map(tables::with_digest).collect();
        self.write(|tables| {
            if tables::has_body(tables, body.as_str())? {
                return Ok(Err(StoreError::Taken { place: self.place(), body: body.clone() }));
            }
            tables.execute("INSERT INTO body (name) VALUES (?1)", [body.as_str()])?;
            for charter in &charters {
                tables::keep_charter(tables, body.as_str(), charter)?;
            }
            tables::insert(tables, body.as_str(), &lines)?;
            Ok(Ok(()))
        })
    }

    fn add_charter(&self, body: &BodyName, charter: &CharterSource) -> Result<(), StoreError> {
        let charter = tables::with_digest(charter);
        self.write(|tables| {
            if !tables::has_body(tables, body.as_str())? {
                return Ok(Err(self.unknown(body)));
            }
            tables::keep_charter(tables, body.as_str(), &charter).map(Ok)
        })
    }

    fn load(&self, body: &BodyName) -> Result<Stored, StoreError> {
        self.read(|tables| {
            let charters = tables::charters_of(tables, body.as_str())?;
            let (journal, head) = tables::lines_from(tables, body.as_str(), 0)?;
            Ok(head.map(|head| Stored { charters, journal, head }).ok_or_else(|| self.unknown(body)))
        })
    }

    fn charter(&self, digest: &str) -> Result<CharterSource, StoreError> {
        self.read(|tables| {
            let select = "SELECT json, under FROM charter WHERE digest = ?1";
            let row = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
            let found = tables.query_row(select, [digest], row).optional()?;
            let read = |(json, under): (String, String)| {
                Some(CharterSource { json, under: serde_json::from_str(&under).ok()? })
            };
            let lost = || StoreError::NoCharter { place: self.place(), digest: digest.to_owned() };
            Ok(found.and_then(read).ok_or_else(lost))
        })
    }

    fn after(&self, body: &BodyName, known: &Head) -> Result<Vec<u8>, StoreError> {
        self.read(|tables| {
            if !tables::is_at(tables, body.as_str(), known)? {
                let is_there = tables::has_body(tables, body.as_str())?;
                let rewritten = StoreError::Rewritten { body: body.clone() };
                return Ok(Err(if is_there { rewritten } else { self.unknown(body) }));
            }
            tables::lines_from(tables, body.as_str(), known.count + 1).map(|(lines, _)| Ok(lines))
        })
    }

    fn append(&self, body: &BodyName, expected: &Head, lines: &[NewLine]) -> Result<(), StoreError> {
        let name = body.as_str();
        self.write(|tables| {
            let Some((first, rest)) = lines.split_first() else { return Ok(Ok(())) };
            // The line before is the expected one, or nothing is inserted; and the number is free, or the key is taken.
            let insert = "INSERT INTO entry (body, no, line, digest) SELECT ?1, ?2, ?3, ?4
                WHERE EXISTS (SELECT 1 FROM entry WHERE body = ?1 AND no = ?5 AND digest = ?6)
                ON CONFLICT DO NOTHING";
            let row = params![name, first.no, first.text, first.digest, expected.count, expected.digest];
            if tables.execute(insert, row)? == 0 {
                return self.elsewhere(tables, body, first.no).map(Err);
            }
            tables::insert(tables, name, rest)?;
            Ok(Ok(()))
        })
    }

    fn rewrite(&self, body: &BodyName, expected: &Head, journal: &str) -> Result<(), StoreError> {
        let (name, lines) = (body.as_str(), NewLine::all(journal));
        self.write(|tables| {
            if tables::head_of(tables, name)?.as_ref() != Some(expected) {
                return self.elsewhere(tables, body, expected.count + 1).map(Err);
            }
            let keep = "INSERT INTO former (body, head, no, line) SELECT body, ?2, no, line FROM entry WHERE body = ?1";
            tables.execute(keep, params![name, expected.digest])?;
            tables.execute("DELETE FROM entry WHERE body = ?1", [name])?;
            tables::insert(tables, name, &lines)?;
            Ok(Ok(()))
        })
    }

    fn bodies(&self, after: Option<&BodyName>, at_most: usize) -> Result<Vec<BodyName>, StoreError> {
        self.read(|tables| tables::bodies(tables, after, at_most).map(Ok))
    }

    fn heads(&self, after: Option<&BodyName>, at_most: usize) -> Result<Vec<(BodyName, Head)>, StoreError> {
        self.read(|tables| {
            let mut heads = Vec::new();
            for body in tables::bodies(tables, after, at_most)? {
                let head = tables::head_of(tables, body.as_str())?;
                heads.extend(head.map(|head| (body, head)));
            }
            Ok(Ok(heads))
        })
    }

    fn backup(&self, to: &Path) -> Result<(), StoreError> {
        self.goes()?;
        let failed = |why: std::io::Error| StoreError::Failed {
            place: to.display().to_string(),
            why: why.to_string(),
        };
        if to.exists() {
            return Err(failed(std::io::ErrorKind::AlreadyExists.into()));
        }
        let mut beside = to.as_os_str().to_owned();
        beside.push(".new");
        let beside = PathBuf::from(beside);
        // Of a copy that was broken off nothing is of use.
        let _ = std::fs::remove_file(&beside);
        // By a connection of its own, so that nobody waits.
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags).map_err(|why| self.error(&why))?;
        connection
            .execute("VACUUM INTO ?1", [beside.to_string_lossy()])
            .map_err(|why| StoreError::Failed { place: self.place(), why: why.to_string() })?;
        let synced = std::fs::File::open(&beside).and_then(|it| it.sync_all());
        synced.and_then(|()| std::fs::rename(&beside, to)).map_err(failed)?;
        match to.parent().filter(|it| cfg!(unix) && !it.as_os_str().is_empty()) {
            Some(folder) => std::fs::File::open(folder).and_then(|it| it.sync_all()).map_err(failed),
            None => Ok(()),
        }
    }
}

/// Why a file cannot be opened. The database says the same of a file that is not there and of one that may not be read.
fn not_opened(path: &Path, is_read_only: bool, why: &rusqlite::Error) -> String {
    let is_lost = |it: &Path| !it.as_os_str().is_empty() && !it.exists();
    match path.parent() {
        _ if is_read_only && !path.exists() => "there is no such file".to_owned(),
        Some(folder) if is_lost(folder) => "there is no folder to make it in".to_owned(),
        _ => why.to_string(),
    }
}
