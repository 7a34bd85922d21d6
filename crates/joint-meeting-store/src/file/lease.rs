//! A lease: a file that says who writes, for folders over a network whose locks not everybody heeds.
//!
//! Clocks are not compared, since those of two machines differ. A lease is abandoned when whoever waits has seen the same one for
//! longer than anybody writes.

use std::{
    fs::{self, OpenOptions},
    hash::{BuildHasher, Hasher, RandomState},
    io::{self, Write},
    path::{Path, PathBuf},
    process, thread,
    time::{Duration, Instant},
};

/// How often one looks.
const PAUSE: Duration = Duration::from_millis(5);

/// A lease that was taken. It is given back when it is dropped.
#[derive(Debug)]
pub(super) struct Lease {
    path: PathBuf,
    /// What no other lease says.
    own: String,
}

impl Lease {
    /// Takes the lease, or one of which nothing was heard for so long. Who had that and goes on finds, before writing, that it is
    /// another's.
    pub(super) fn take(path: &Path, patience: Duration, abandoned: Duration) -> io::Result<Self> {
        let chance = RandomState::new().build_hasher().finish();
        let lease = Self { path: path.to_path_buf(), own: format!("{}-{chance:016x}\n", process::id()) };
        let start = Instant::now();
        let mut seen: Option<(String, Instant)> = None;
        loop {
            match OpenOptions::new().write(true).create_new(true).open(path) {
                Ok(mut file) => {
                    file.write_all(lease.own.as_bytes())?;
                    return Ok(lease);
                }
                Err(why) if why.kind() != io::ErrorKind::AlreadyExists => return Err(why),
                Err(_) => {}
            }
            let now = fs::read_to_string(path).unwrap_or_default();
            match &seen {
                Some((before, since)) if *before == now && since.elapsed() >= abandoned => {
                    return lease.take_over(&now);
                }
                Some((before, _)) if *before == now => {}
                _ => seen = Some((now, Instant::now())),
            }
            if start.elapsed() >= patience {
                return Err(io::ErrorKind::WouldBlock.into());
            }
            thread::sleep(PAUSE);
        }
    }

    /// Puts this lease in the place of one that was abandoned. Of several who do so at once the last has it.
    fn take_over(self, abandoned: &str) -> io::Result<Self> {
        let beside = self.path.with_file_name(format!(".new-{}", self.own.trim_end()));
        fs::write(&beside, &self.own)?;
        if fs::read_to_string(&self.path).unwrap_or_default() != abandoned {
            fs::remove_file(&beside)?;
            return Err(io::ErrorKind::WouldBlock.into());
        }
        fs::rename(&beside, &self.path)?;
        thread::sleep(PAUSE * 10);
        self.still().map(|()| self)
    }

    /// Whether it is still this one that stands there.
    pub(super) fn still(&self) -> io::Result<()> {
        match fs::read_to_string(&self.path) {
            Ok(now) if now == self.own => Ok(()),
            _ => Err(io::ErrorKind::WouldBlock.into()),
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if self.still().is_ok() {
            let _ = fs::remove_file(&self.path);
        }
    }
}
