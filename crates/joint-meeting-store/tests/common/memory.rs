//! A disk in memory, of which the n-th operation fails.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use joint_meeting_store::{Disk, Locked};

/// What is on the disk; clones are handles on the same.
#[derive(Clone, Debug, Default)]
pub struct Memory(Arc<Mutex<Kept>>);

#[derive(Clone, Debug, Default)]
struct Kept {
    files: BTreeMap<PathBuf, Vec<u8>>,
    folders: BTreeSet<PathBuf>,
    /// The number of the operation that fails, and whether all after it do.
    nth: Option<(usize, bool)>,
    /// How much of what it should write it writes all the same, in parts of 256; all of it, and no sync, is 256.
    part: usize,
    count: usize,
}

impl Memory {
    /// A copy on which the n-th operation from now on fails, and perhaps all after it.
    pub fn failing(&self, nth: usize, and_all_after: bool, part: usize) -> Self {
        let kept = self.0.lock().unwrap().clone();
        Self(Arc::new(Mutex::new(Kept { nth: Some((nth, and_all_after)), part, count: 0, ..kept })))
    }

    /// The same disk, on which nothing fails any more; and whether anything had.
    pub fn mended(&self) -> (Self, bool) {
        let kept = self.0.lock().unwrap().clone();
        let failed = kept.nth.is_some_and(|(nth, _)| kept.count >= nth);
        (Self(Arc::new(Mutex::new(Kept { nth: None, ..kept }))), failed)
    }

    pub fn file(&self, path: impl AsRef<Path>) -> Vec<u8> {
        self.0.lock().unwrap().files.get(path.as_ref()).cloned().unwrap_or_default()
    }

    pub fn put_past(&self, path: impl AsRef<Path>, bytes: &[u8]) {
        self.0.lock().unwrap().files.insert(path.as_ref().to_path_buf(), bytes.to_vec());
    }
}

impl Kept {
    fn fails(&mut self) -> bool {
        self.count += 1;
        self.nth.is_some_and(|(nth, all)| self.count == nth || all && self.count > nth)
    }

    fn get(&self, path: &Path) -> io::Result<&Vec<u8>> {
        self.files.get(path).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

fn full<T>() -> io::Result<T> {
    Err(io::Error::other("no space left on device"))
}

struct Nothing;

impl Locked for Nothing {
    fn still(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Disk for Memory {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.0.lock().unwrap().get(path).cloned()
    }

    fn read_from(&self, path: &Path, offset: u64) -> io::Result<Vec<u8>> {
        let bytes = self.read(path)?;
        Ok(bytes.get(offset as usize..).unwrap_or_default().to_vec())
    }

    fn len(&self, path: &Path) -> io::Result<u64> {
        self.read(path).map(|it| it.len() as u64)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        let kept = self.0.lock().unwrap();
        let below = kept.files.keys().chain(&kept.folders).filter_map(|it| it.strip_prefix(folder).ok());
        let names = below.filter_map(|it| it.iter().next());
        Ok(names.map(|it| it.to_string_lossy().into_owned()).collect::<BTreeSet<_>>().into_iter().collect())
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut kept = self.0.lock().unwrap();
        kept.get(path)?;
        let fails = kept.fails();
        let part = if fails { bytes.len() * kept.part / 256 } else { bytes.len() };
        kept.files.entry(path.to_path_buf()).or_default().extend_from_slice(&bytes[..part]);
        if fails { full() } else { Ok(()) }
    }

    fn cut(&self, path: &Path, len: u64) -> io::Result<()> {
        let mut kept = self.0.lock().unwrap();
        if kept.fails() {
            return full();
        }
        kept.files.entry(path.to_path_buf()).or_default().truncate(len as usize);
        Ok(())
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut kept = self.0.lock().unwrap();
        let fails = kept.fails();
        // It is put there and the folder cannot be synced, or it is not put there.
        if !fails || kept.part == 256 {
            kept.files.insert(path.to_path_buf(), bytes.to_vec());
        }
        if fails { full() } else { Ok(()) }
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut kept = self.0.lock().unwrap();
        if kept.folders.contains(folder) {
            return Ok(());
        }
        if kept.fails() {
            return full();
        }
        kept.folders.insert(folder.to_path_buf());
        Ok(())
    }

    fn lock(&self, _: &Path) -> io::Result<Box<dyn Locked>> {
        Ok(Box::new(Nothing))
    }

    fn lock_to_read(&self, _: &Path) -> Option<Box<dyn Locked>> {
        Some(Box::new(Nothing))
    }
}
