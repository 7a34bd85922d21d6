//! A folder as a store: each body is a folder in it, with its journal as JSON Lines.

mod charters;
pub(crate) mod disk;
mod lease;
mod repair;
mod tail;

use std::{
    io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use joint_meeting::journal::{self, Head};
use serde::{Deserialize, Serialize};

pub use self::repair::Repaired;
use self::{
    disk::{Disk, Locked, SystemDisk},
    tail::Tail,
};
use crate::{
    contract::{
        Store, Stored,
        shelf::Shelf,
        whole::{damaged, export_all, text},
    },
    terms::{error::StoreError, line::NewLine, name::BodyName, source::CharterSource},
};

/// The format of the folder.
const FOLDER_FORMAT: u32 = 1;
/// Nobody takes so long to write.
const ABANDONED: Duration = Duration::from_secs(10);
/// What says that a folder is a store, and of which format.
const MARK: &str = "joint-meeting.json";

/// A folder, for one clerk or for some who share it.
///
/// ```text
/// joint-meeting.json            the format of the folder
/// charters/<digest>.json        the charters, as they were given
/// bodies/<name>/journal.jsonl   the journal, as it is exported
/// bodies/<name>/charters.json   the digests of its charters
/// ```
///
/// Whoever writes has the lock of the body, appends, syncs, and lets go. A journal is never written over: what replaces it is
/// written beside it, synced and put in its place. What stands behind the last end of a line is kept aside by [`File::repair`].
#[derive(Debug)]
pub struct File<D = SystemDisk> {
    folder: PathBuf,
    disk: D,
    is_read_only: bool,
    stopped: AtomicBool,
    shelf: Shelf,
}

#[derive(Serialize, Deserialize)]
struct Mark {
    format: u32,
}

impl File {
    /// Opens a folder, or makes it.
    ///
    /// # Errors
    /// [`StoreError::Format`] if there is something else in it.
    pub fn open(folder: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::open_on(folder, SystemDisk::default())
    }

    /// Opens a folder that other machines write to as well, over a network: besides the lock of the system, which not every such
    /// folder heeds, a lease is taken, a file that says who writes.
    pub fn open_shared(folder: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::open_on(folder, SystemDisk::default().leases(ABANDONED))
    }

    /// Opens a folder to read.
    pub fn open_read_only(folder: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::begin(folder, SystemDisk::default(), true)
    }
}

impl<D: Disk> File<D> {
    /// Opens a folder on a disk of one's own, such as one that fails.
    pub fn open_on(folder: impl AsRef<Path>, disk: D) -> Result<Self, StoreError> {
        Self::begin(folder, disk, false)
    }

    fn begin(folder: impl AsRef<Path>, disk: D, is_read_only: bool) -> Result<Self, StoreError> {
        let folder = folder.as_ref().to_path_buf();
        let it =
            Self { folder, disk, is_read_only, stopped: AtomicBool::new(false), shelf: Shelf::default() };
        let mark = it.folder.join(MARK);
        match it.disk.read(&mark) {
            Ok(bytes) => it.is_known(&bytes)?,
            Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(it.failed(&why)),
            Err(_) if is_read_only => {
                let why = "there is no store in this folder".to_owned();
                return Err(StoreError::Failed { place: it.place(), why });
            }
            Err(_) => {
                it.writes(it.disk.make_folder(&it.folder))?;
                // Two who begin at once find what the other has made.
                let known = [MARK, "bodies", "charters"];
                let others = it.reads(it.disk.list(&it.folder))?;
                if let Some(other) =
                    others.into_iter().find(|it| !known.contains(&&**it) && !it.starts_with(".new"))
                {
                    return Err(StoreError::Format { place: it.place(), found: other, known: FOLDER_FORMAT });
                }
                for name in ["bodies", "charters"] {
                    it.writes(it.disk.make_folder(&it.folder.join(name)))?;
                }
                it.writes(it.disk.put(&mark, &json(&Mark { format: FOLDER_FORMAT })))?;
            }
        }
        Ok(it)
    }

    fn is_known(&self, mark: &[u8]) -> Result<(), StoreError> {
        let found = serde_json::from_slice::<Mark>(mark).map_or_else(
            |_| String::from_utf8_lossy(mark).trim_end().to_owned(),
            |it| if it.format == FOLDER_FORMAT { String::new() } else { it.format.to_string() },
        );
        if found.is_empty() {
            return Ok(());
        }
        Err(StoreError::Format { place: self.place(), found, known: FOLDER_FORMAT })
    }

    fn of_body(&self, body: &BodyName, file: &str) -> PathBuf {
        self.folder.join("bodies").join(body.as_str()).join(file)
    }

    fn journal_of(&self, body: &BodyName) -> PathBuf {
        self.of_body(body, "journal.jsonl")
    }

    fn failed(&self, why: &io::Error) -> StoreError {
        match why.kind() {
            io::ErrorKind::WouldBlock => StoreError::Busy { place: self.place() },
            _ => StoreError::Failed { place: self.place(), why: why.to_string() },
        }
    }

    fn reads<T>(&self, read: io::Result<T>) -> Result<T, StoreError> {
        read.map_err(|why| self.failed(&why))
    }

    /// After a write of which nobody knows what became, nothing is written or read any more.
    fn writes<T>(&self, written: io::Result<T>) -> Result<T, StoreError> {
        written.map_err(|why| {
            self.stopped.store(true, Ordering::SeqCst);
            self.failed(&why)
        })
    }

    fn goes(&self) -> Result<(), StoreError> {
        if self.stopped.load(Ordering::SeqCst) {
            return Err(StoreError::Stopped { place: self.place() });
        }
        Ok(())
    }

    /// Whether it may be written to.
    fn is_open(&self) -> Result<(), StoreError> {
        self.goes()?;
        if self.is_read_only {
            return Err(StoreError::ReadOnly { place: self.place() });
        }
        Ok(())
    }

    /// The lock of a body that there is, to write.
    fn locked(&self, body: &BodyName) -> Result<Box<dyn Locked>, StoreError> {
        self.is_open()?;
        if !self.has(body)? {
            return Err(self.unknown(body));
        }
        self.reads(self.disk.lock(&self.of_body(body, "lock")))
    }

    fn has(&self, body: &BodyName) -> Result<bool, StoreError> {
        match self.disk.len(&self.journal_of(body)) {
            Ok(_) => Ok(true),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(why) => Err(self.failed(&why)),
        }
    }

    fn unknown(&self, body: &BodyName) -> StoreError {
        StoreError::Unknown { place: self.place(), body: body.clone() }
    }

    /// What a journal ends with, where everything behind the last end of a line is an error.
    fn tail(&self, body: &BodyName, more: u32) -> Result<Tail, StoreError> {
        let tail = self.reads(Tail::read(&self.disk, &self.journal_of(body), more))?;
        let Some(entry) = tail.last_number() else {
            // The last line is none of a journal; which one is wrong, and how, is said by who looks at all of it.
            let all = self.reads(self.disk.read(&self.journal_of(body)))?;
            text(self, body, &all)?;
            let why = journal::verify(&all, None).err().map(|why| damaged(self, body, why));
            return Err(why.unwrap_or_else(|| self.unknown(body)));
        };
        if tail.torn > 0 {
            return Err(StoreError::Torn {
                place: self.place(),
                body: body.clone(),
                entry,
                bytes: tail.torn,
            });
        }
        Ok(tail)
    }

    /// Whether the journal reaches just as far as one expects.
    fn expect(&self, body: &BodyName, expected: &Head) -> Result<Tail, StoreError> {
        let tail = self.tail(body, 0)?;
        if tail.head().as_ref() != Some(expected) {
            return Err(StoreError::Conflict { body: body.clone(), entry: expected.count + 1 });
        }
        Ok(tail)
    }
}

/// A value as the bytes of a small file.
fn json(it: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(it).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

impl<D: Disk> Store for File<D> {
    fn place(&self) -> String {
        self.folder.display().to_string()
    }

    fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    fn create(&self, body: &BodyName, charters: &[CharterSource], journal: &str) -> Result<(), StoreError> {
        self.is_open()?;
        self.writes(self.disk.make_folder(&self.of_body(body, "")))?;
        let _lock = self.reads(self.disk.lock(&self.of_body(body, "lock")))?;
        if self.has(body)? {
            return Err(StoreError::Taken { place: self.place(), body: body.clone() });
        }
        let digests: Vec<String> =
            charters.iter().map(|it| self.keep_charter(it)).collect::<Result<_, _>>()?;
        self.writes(self.disk.put(&self.of_body(body, "charters.json"), &json(&digests)))?;
        // With its journal, and not before, the body is there.
        self.writes(self.disk.put(&self.journal_of(body), journal.as_bytes()))
    }

    fn add_charter(&self, body: &BodyName, charter: &CharterSource) -> Result<(), StoreError> {
        let _lock = self.locked(body)?;
        let (mut digests, digest) = (self.digests(body)?, self.keep_charter(charter)?);
        if digests.contains(&digest) {
            return Ok(());
        }
        digests.push(digest);
        self.writes(self.disk.put(&self.of_body(body, "charters.json"), &json(&digests)))
    }

    fn load(&self, body: &BodyName) -> Result<Stored, StoreError> {
        self.goes()?;
        if !self.has(body)? {
            return Err(self.unknown(body));
        }
        let lock = self.disk.lock_to_read(&self.of_body(body, "lock"));
        let charters = self.digests(body)?;
        let mut journal = self.reads(self.disk.read(&self.journal_of(body)))?;
        if lock.is_none() && self.is_read_only {
            // Somebody may be writing the last line.
            journal.truncate(journal.iter().rposition(|it| *it == b'\n').map_or(0, |it| it + 1));
        }
        let tail = Tail::of(&journal, 0);
        if tail.torn == 0
            && let Some(head) = tail.head()
        {
            return Ok(Stored { charters, journal, head });
        }
        Err(self.tail(body, 0).err().unwrap_or_else(|| self.unknown(body)))
    }

    fn charter(&self, digest: &str) -> Result<CharterSource, StoreError> {
        self.goes()?;
        let lost = |_| StoreError::NoCharter { place: self.place(), digest: digest.to_owned() };
        let utf8 = |bytes| String::from_utf8(bytes).map_err(|it| lost(io::Error::other(it)));
        let json = utf8(self.disk.read(&self.of_charter(digest, ".json")?).map_err(lost)?)?;
        let under = match self.disk.read(&self.of_charter(digest, ".under.json")?) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|it| lost(io::Error::other(it)))?,
            Err(_) => Vec::new(),
        };
        Ok(CharterSource { json, under })
    }

    fn after(&self, body: &BodyName, known: &Head) -> Result<Vec<u8>, StoreError> {
        self.goes()?;
        if !self.has(body)? {
            return Err(self.unknown(body));
        }
        let _lock = self.disk.lock_to_read(&self.of_body(body, "lock"));
        let rewritten = || StoreError::Rewritten { body: body.clone() };
        let last = self.tail(body, 0)?.last_number().unwrap_or_default();
        let more = last.checked_sub(known.count).ok_or_else(rewritten)?;
        let tail = self.tail(body, more)?;
        // The line that is known is the first of these.
        let (line, rest) = tail.first_line().ok_or_else(rewritten)?;
        if journal::digest(line) != known.digest {
            return Err(rewritten());
        }
        Ok(rest.to_vec())
    }

    fn append(&self, body: &BodyName, expected: &Head, lines: &[NewLine]) -> Result<(), StoreError> {
        let mut lock = self.locked(body)?;
        let tail = self.expect(body, expected)?;
        let mut bytes = Vec::with_capacity(lines.iter().map(|it| it.text.len() + 1).sum());
        for it in lines {
            bytes.extend_from_slice(it.text.as_bytes());
            bytes.push(b'\n');
        }
        self.reads(lock.still())?;
        let path = self.journal_of(body);
        let appended = self.disk.append(&path, &bytes);
        if appended.is_err() {
            // What may or may not be there is taken back, if the disk still does that, before others build on it.
            let _ = self.disk.cut(&path, tail.len);
        }
        self.writes(appended)
    }

    fn rewrite(&self, body: &BodyName, expected: &Head, journal: &str) -> Result<(), StoreError> {
        let _lock = self.locked(body)?;
        self.expect(body, expected)?;
        let old = self.reads(self.disk.read(&self.journal_of(body)))?;
        let beside = format!("before-{}.jsonl", expected.digest.get(..16).unwrap_or_default());
        self.writes(self.disk.put(&self.of_body(body, &beside), &old))?;
        self.writes(self.disk.put(&self.journal_of(body), journal.as_bytes()))
    }

    fn bodies(&self, after: Option<&BodyName>, at_most: usize) -> Result<Vec<BodyName>, StoreError> {
        self.goes()?;
        let listed = self.reads(self.disk.list(&self.folder.join("bodies")))?;
        let mut names: Vec<BodyName> = listed.iter().filter_map(|it| it.parse().ok()).collect();
        names.retain(|it| after.is_none_or(|after| it > after));
        names.sort();
        let mut bodies = Vec::new();
        for body in names {
            if bodies.len() == at_most {
                break;
            }
            if self.has(&body)? {
                bodies.push(body);
            }
        }
        Ok(bodies)
    }

    fn heads(&self, after: Option<&BodyName>, at_most: usize) -> Result<Vec<(BodyName, Head)>, StoreError> {
        let mut heads = Vec::new();
        for body in self.bodies(after, at_most)? {
            let _lock = self.disk.lock_to_read(&self.of_body(&body, "lock"));
            let head = self.tail(&body, 0)?.head();
            heads.extend(head.map(|head| (body, head)));
        }
        Ok(heads)
    }

    fn backup(&self, to: &Path) -> Result<(), StoreError> {
        self.goes()?;
        if to.exists() {
            return Err(self.failed(&io::Error::from(io::ErrorKind::AlreadyExists)));
        }
        export_all(self, &File::open(to)?)
    }
}
