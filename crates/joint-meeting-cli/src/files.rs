//! Files are written beside their place and then renamed, so that whoever is stopped leaves nothing half written.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Held while something is written. Whoever wants to stop the command waits for it.
static WRITING: Mutex<()> = Mutex::new(());

pub(crate) fn writing() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A name beside a path, for what is not whole yet.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.part", process::id()))
}

/// Puts a whole file at a path. What is there is only written over where that is meant.
pub(crate) fn put(path: &Path, bytes: &[u8], over: bool) -> io::Result<()> {
    let _stopping_waits = writing();
    if !over && path.exists() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let part = beside(path);
    let written = fs::File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.and_then(|()| fs::rename(&part, path)).inspect_err(|_| {
        let _ = fs::remove_file(&part);
    })
}

/// Makes a folder of files at a path, all or none; there must be nothing, or an empty folder.
pub(crate) fn put_folder(path: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    let _stopping_waits = writing();
    if fs::read_dir(path).is_ok_and(|mut it| it.next().is_some()) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let part = beside(path);
    let written = fs::create_dir_all(&part).and_then(|()| {
        files.iter().try_for_each(|(name, bytes)| fs::write(part.join(name), bytes))?;
        fs::rename(&part, path)
    });
    written.inspect_err(|_| {
        let _ = fs::remove_dir_all(&part);
    })
}
