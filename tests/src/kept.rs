//! A body whose journal is kept on a disk, line by line, as a small host keeps it; and disks that fail as real ones do.
//!
//! An act is decided, its line is written and synced, and only then applied and acknowledged. After a failure the host is of no
//! more use: what is on the disk has to be read anew.

use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::Path,
};

use joint_meeting::{
    Charter, JointMeeting, Submission,
    answer::Refusal,
    journal::{self, Journal},
};
use serde_json::json;

use crate::rng::Rng;

/// What keeps bytes.
pub trait Disk {
    /// Everything that is kept.
    fn read(&mut self) -> io::Result<Vec<u8>>;
    /// Cuts off what follows the first bytes.
    fn cut(&mut self, len: usize) -> io::Result<()>;
    /// Writes at the end. An error can leave a part of it.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Until then a crash can take back what was written.
    fn sync(&mut self) -> io::Result<()>;
}

impl<D: Disk> Disk for &mut D {
    fn read(&mut self) -> io::Result<Vec<u8>> {
        (**self).read()
    }

    fn cut(&mut self, len: usize) -> io::Result<()> {
        (**self).cut(len)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        (**self).append(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        (**self).sync()
    }
}

/// Why there is no answer.
#[derive(Debug)]
pub enum KeptError {
    /// The disk failed; whether the line is kept nobody knows.
    Disk(io::Error),
    /// The disk failed before.
    Stopped,
    /// What is on the disk is no journal of this charter.
    Journal(String),
}

impl From<io::Error> for KeptError {
    fn from(why: io::Error) -> Self {
        Self::Disk(why)
    }
}

/// A body and the disk on which its journal is.
#[derive(Debug)]
pub struct Host<D> {
    /// The body: what was acknowledged, and nothing else.
    pub body: JointMeeting,
    journal: Journal,
    disk: D,
    is_stopped: bool,
}

impl<D: Disk> Host<D> {
    /// Reads what is kept, and cuts off a line that was not written to its end. An empty disk gets the header.
    pub fn open(charter: &Charter, mut disk: D) -> Result<Self, KeptError> {
        let kept = disk.read()?;
        let (_, header) = Journal::begin(charter);
        let begun = !kept.contains(&b'\n');
        let text = if begun { header.as_bytes() } else { &kept };
        let wrong = |it: &dyn std::fmt::Display| KeptError::Journal(it.to_string());
        let (whole, head) = journal::intact(text).map_err(|it| wrong(&it))?;
        if begun {
            disk.cut(0)?;
            disk.append(whole)?;
            disk.sync()?;
        } else if whole.len() < kept.len() {
            disk.cut(whole.len())?;
            disk.sync()?;
        }
        let whole = str::from_utf8(whole).map_err(|it| wrong(&it))?;
        let body = JointMeeting::replay([charter.clone()], whole).map_err(|it| wrong(&it))?;
        Ok(Self { body, journal: Journal::resume(head), disk, is_stopped: false })
    }

    /// Decides, writes, syncs, applies: an answer is an acknowledgement.
    pub fn submit(&mut self, submission: &Submission) -> Result<Result<u32, Refusal>, KeptError> {
        if self.is_stopped {
            return Err(KeptError::Stopped);
        }
        let entry = match self.body.decide(submission) {
            Ok(entry) => entry,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let line = self.journal.write(&entry);
        if let Err(why) = self.disk.append(line.as_bytes()).and_then(|()| self.disk.sync()) {
            self.is_stopped = true;
            return Err(why.into());
        }
        let no = entry.no;
        self.body.apply(entry).expect("nobody else applies");
        Ok(Ok(no))
    }

    /// The disk, for whoever looks at what is left on it.
    pub fn into_disk(self) -> D {
        self.disk
    }
}

/// A file.
#[derive(Debug)]
pub struct OnFile(File);

impl OnFile {
    /// Opens it, or makes it.
    pub fn open(path: &Path) -> io::Result<Self> {
        OpenOptions::new().read(true).append(true).create(true).open(path).map(Self)
    }

    /// Waits until no other process writes; until this is dropped, none does.
    pub fn lock(&self) -> io::Result<()> {
        self.0.lock()
    }

    /// Lets others write.
    pub fn unlock(&self) -> io::Result<()> {
        self.0.unlock()
    }
}

impl Disk for OnFile {
    fn read(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.0.seek(SeekFrom::Start(0))?;
        self.0.read_to_end(&mut bytes).map(|_| bytes)
    }

    fn cut(&mut self, len: usize) -> io::Result<()> {
        self.0.set_len(len as u64)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }
}

/// In how large pieces a disk writes, in bytes: each is kept or lost as a whole.
const SECTOR: usize = 64;

/// A disk in memory, of which the n-th operation fails, and from which a crash takes what was not synced.
#[derive(Clone, Debug, Default)]
pub struct Failing {
    /// What a crash cannot take.
    synced: Vec<u8>,
    /// What stands after it.
    unsynced: Vec<u8>,
    /// The operations until one fails.
    left: Option<usize>,
    /// How much of what it should write the failing one writes all the same.
    part: usize,
}

impl Failing {
    /// A disk on which this is kept.
    pub fn with(kept: &[u8]) -> Self {
        Self { synced: kept.to_vec(), ..Self::default() }
    }

    /// Its n-th operation from now on fails; a write writes so much before.
    #[must_use]
    pub fn failing(self, nth: usize, part: usize) -> Self {
        Self { left: Some(nth), part, ..self }
    }

    /// It does not fail any more, and everything that was written is kept: the process ended, and not the machine.
    #[must_use]
    pub fn mended(mut self) -> Self {
        self.synced.append(&mut self.unsynced);
        Self { synced: self.synced, ..Self::default() }
    }

    /// What a loss of power leaves: what was synced, and of what was not, some sectors, and a part of one.
    #[must_use]
    pub fn crashed(mut self, rng: &mut Rng) -> Self {
        match rng.below(3) {
            0 => self.unsynced.clear(),
            1 => self.unsynced.truncate(rng.below(self.unsynced.len() + 1)),
            _ => {
                let lost = |it: &mut [u8]| it.fill(0);
                self.unsynced.chunks_mut(SECTOR).for_each(|it| {
                    if rng.chance(2) {
                        lost(it)
                    }
                });
            }
        }
        self.mended()
    }

    fn fails(&mut self) -> bool {
        self.left = self.left.map(|it| it.saturating_sub(1));
        self.left == Some(0)
    }

    fn full<T>() -> io::Result<T> {
        Err(io::Error::other("no space left on device"))
    }
}

impl Disk for Failing {
    fn read(&mut self) -> io::Result<Vec<u8>> {
        if self.fails() { Self::full() } else { Ok([&self.synced[..], &self.unsynced].concat()) }
    }

    fn cut(&mut self, len: usize) -> io::Result<()> {
        if self.fails() {
            return Self::full();
        }
        self.synced.append(&mut self.unsynced);
        self.synced.truncate(len);
        Ok(())
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.fails() {
            self.unsynced.extend(&bytes[..self.part.min(bytes.len())]);
            return Self::full();
        }
        self.unsynced.extend(bytes);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        if self.fails() {
            return Self::full();
        }
        self.synced.append(&mut self.unsynced);
        Ok(())
    }
}

/// The submissions of the scenario's year that are accepted.
pub fn year() -> (Charter, Vec<Submission>) {
    let lines = crate::scenario::read("nankai-2022.jsonl");
    let accepted = lines.iter().filter(|it| it.refused_by.is_empty());
    (crate::coverage::charters().remove(0), accepted.map(crate::scenario::Line::submission).collect())
}

/// A matter for the agenda of the scenario's body, of which there can be one of each name.
pub fn matter(name: &str, at: &str) -> Submission {
    let act = json!({"type": "add_agenda_item", "item": name, "title": "群众来信", "kind": "discussion"});
    let text = json!({"act": act, "by": "p2", "at": at}).to_string();
    joint_meeting::wire::from_str(&text).unwrap_or_else(|why| panic!("{text}: {why}"))
}

/// How often something is tried: what a variable says, or else so often.
pub fn rounds(variable: &str, short: usize) -> usize {
    std::env::var(variable).ok().and_then(|it| it.parse().ok()).unwrap_or(short)
}
