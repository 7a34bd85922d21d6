//! What a folder asks of a disk: to read, and to write so that it stays.

use std::{
    fs::{self, OpenOptions, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use crate::file::lease::Lease;

/// A disk. What it has written when it says so survives the machine.
pub trait Disk: Send + Sync {
    /// Everything in a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// What stands in a file from there on.
    fn read_from(&self, path: &Path, offset: u64) -> io::Result<Vec<u8>>;

    /// How long a file is.
    fn len(&self, path: &Path) -> io::Result<u64>;

    /// The names in a folder.
    fn list(&self, folder: &Path) -> io::Result<Vec<String>>;

    /// Writes at the end of a file that there is, and syncs. After an error a part of it can be there.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Cuts off what follows the first bytes, and syncs.
    fn cut(&self, path: &Path, len: u64) -> io::Result<()>;

    /// Puts a file in the place of what is there, if anything is: as a whole or not at all.
    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Makes a folder, with those above it, unless it is there.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;

    /// The lock to write, for whose file there is a folder.
    ///
    /// # Errors
    /// [`io::ErrorKind::WouldBlock`] if another has it for longer than one is willing to wait.
    fn lock(&self, path: &Path) -> io::Result<Box<dyn Locked>>;

    /// A lock that others can have as well, as long as nobody has the one to write; none, where there is no lock or none can be had.
    fn lock_to_read(&self, path: &Path) -> Option<Box<dyn Locked>>;
}

/// A lock that is let go when this is dropped.
pub trait Locked: Send {
    /// Whether it is still ours.
    fn still(&mut self) -> io::Result<()>;
}

/// The disk of this machine, or a folder of another that looks like one.
#[derive(Debug)]
pub struct SystemDisk {
    patience: Duration,
    /// After how long a lease is abandoned, if there are leases.
    leases: Option<Duration>,
}

impl Default for SystemDisk {
    fn default() -> Self {
        Self { patience: Duration::from_secs(30), leases: None }
    }
}

impl SystemDisk {
    /// With a lease besides each lock, which is abandoned when nothing is heard of it for so long: longer than anybody takes to write.
    #[must_use]
    pub fn leases(self, abandoned: Duration) -> Self {
        Self { leases: Some(abandoned), ..self }
    }

    /// For how long one waits for a lock.
    #[must_use]
    pub fn patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }
}

/// A lock of the system, and perhaps a lease.
struct SystemLock {
    /// Held until it is closed.
    _file: fs::File,
    lease: Option<Lease>,
}

impl Locked for SystemLock {
    fn still(&mut self) -> io::Result<()> {
        self.lease.as_ref().map_or(Ok(()), Lease::still)
    }
}

/// What is in a folder is there after a loss of power only when the folder itself is synced. Not every system can, or has to.
fn sync_folder(folder: Option<&Path>) -> io::Result<()> {
    match folder {
        Some(folder) if cfg!(unix) => fs::File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

/// A name beside a file that nobody else uses, for what is to be put in its place.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".new-{}-{:?}-{name}", std::process::id(), thread::current().id()))
}

impl Disk for SystemDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn read_from(&self, path: &Path, offset: u64) -> io::Result<Vec<u8>> {
        let (mut file, mut bytes) = (fs::File::open(path)?, Vec::new());
        file.seek(SeekFrom::Start(offset))?;
        file.read_to_end(&mut bytes).map(|_| bytes)
    }

    fn len(&self, path: &Path) -> io::Result<u64> {
        fs::metadata(path).map(|it| it.len())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        fs::read_dir(folder)?.map(|it| Ok(it?.file_name().to_string_lossy().into_owned())).collect()
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new().append(true).open(path)?;
        file.write_all(bytes)?;
        file.sync_data()
    }

    fn cut(&self, path: &Path, len: u64) -> io::Result<()> {
        let file = OpenOptions::new().write(true).open(path)?;
        file.set_len(len)?;
        file.sync_all()
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let new = beside(path);
        let mut file = fs::File::create(&new)?;
        let written =
            file.write_all(bytes).and_then(|()| file.sync_all()).and_then(|()| fs::rename(&new, path));
        if written.is_err() {
            let _ = fs::remove_file(&new);
        }
        written.and_then(|()| sync_folder(path.parent()))
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        let above = folder.parent().filter(|it| !it.as_os_str().is_empty());
        above.map_or(Ok(()), |it| self.make_folder(it))?;
        match fs::create_dir(folder) {
            Err(why) if why.kind() != io::ErrorKind::AlreadyExists => return Err(why),
            _ => {}
        }
        sync_folder(above)
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn Locked>> {
        let file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
        until(self.patience, || file.try_lock())?;
        let lease = |abandoned| Lease::take(&path.with_file_name("lease"), self.patience, abandoned);
        let lease = self.leases.map(lease).transpose()?;
        Ok(Box::new(SystemLock { _file: file, lease }))
    }

    fn lock_to_read(&self, path: &Path) -> Option<Box<dyn Locked>> {
        let file = fs::File::open(path).ok()?;
        until(self.patience, || file.try_lock_shared()).ok()?;
        Some(Box::new(SystemLock { _file: file, lease: None }))
    }
}

/// Asks for a lock again and again, for so long at most.
fn until(patience: Duration, lock: impl Fn() -> Result<(), TryLockError>) -> io::Result<()> {
    let (start, mut pause) = (Instant::now(), Duration::from_micros(50));
    loop {
        match lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::Error(why)) => return Err(why),
            Err(TryLockError::WouldBlock) if start.elapsed() >= patience => {
                return Err(io::ErrorKind::WouldBlock.into());
            }
            Err(TryLockError::WouldBlock) => thread::sleep(pause),
        }
        pause = (pause * 2).min(Duration::from_millis(5));
    }
}
