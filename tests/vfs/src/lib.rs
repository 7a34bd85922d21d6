//! A disk for SQLite of which an operation fails that one chooses: a layer between SQLite and the disk of the system.
//!
//! It is registered as the default of the process, counts what changes a file (writes, syncs, cuts, deletions) and lets the n-th fail,
//! or all from the n-th on. A write that fails can write a part all the same.

mod file;

use std::{
    ffi::{c_char, c_int},
    mem, ptr,
    sync::{
        Once,
        atomic::{AtomicPtr, AtomicU64, Ordering::SeqCst},
    },
};

use rusqlite::ffi::{
    SQLITE_FULL, SQLITE_IOERR_DELETE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_WRITE,
    SQLITE_OK, sqlite3_file, sqlite3_vfs, sqlite3_vfs_find, sqlite3_vfs_register,
};

/// The number of the operation that fails; none is 0.
static NTH: AtomicU64 = AtomicU64::new(u64::MAX);
/// How many fail from there on.
static MANY: AtomicU64 = AtomicU64::new(1);
/// How much of what it should write the failing one writes all the same, in parts of 256.
static PART: AtomicU64 = AtomicU64::new(0);
/// How many operations there were.
static COUNT: AtomicU64 = AtomicU64::new(0);
/// The disk of the system.
static BELOW: AtomicPtr<sqlite3_vfs> = AtomicPtr::new(ptr::null_mut());

/// What fails.
#[derive(Clone, Copy, Debug)]
enum Operation {
    Write,
    Sync,
    Truncate,
    Delete,
}

/// From now on the n-th operation fails, counted from one, and so many after it; a write that fails writes so many parts of 256 before.
pub fn fail(nth: u64, many: u64, part: u64) {
    register();
    COUNT.store(0, SeqCst);
    MANY.store(many, SeqCst);
    PART.store(part, SeqCst);
    NTH.store(nth, SeqCst);
}

/// From now on nothing fails. Says how many operations there were.
pub fn mend() -> u64 {
    register();
    NTH.store(u64::MAX, SeqCst);
    COUNT.swap(0, SeqCst)
}

/// What an operation that fails says; it is counted.
fn failure(of: Operation) -> Option<c_int> {
    let (now, nth) = (COUNT.fetch_add(1, SeqCst) + 1, NTH.load(SeqCst));
    if now < nth || now - nth >= MANY.load(SeqCst) {
        return None;
    }
    Some(match of {
        // Every other time as a disk that is full, which SQLite treats in its own way.
        Operation::Write if now % 2 == 0 => SQLITE_FULL,
        Operation::Write => SQLITE_IOERR_WRITE,
        Operation::Sync => SQLITE_IOERR_FSYNC,
        Operation::Truncate => SQLITE_IOERR_TRUNCATE,
        Operation::Delete => SQLITE_IOERR_DELETE,
    })
}

fn below() -> *mut sqlite3_vfs {
    BELOW.load(SeqCst)
}

/// Puts the layer in, once for the process.
fn register() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: SQLite's own disk is there for as long as the process, and so is the copy that is leaked here. What is copied is
        // plain data; the functions that are not replaced take the copy where they expect the original, and use none of its fields but
        // `pAppData`, which is copied.
        unsafe {
            let system = sqlite3_vfs_find(ptr::null());
            assert!(!system.is_null(), "SQLite has a disk");
            BELOW.store(system, SeqCst);
            let mut layer = ptr::read(system);
            layer.szOsFile += mem::size_of::<file::Layered>() as c_int;
            layer.zName = c"failing".as_ptr();
            layer.pNext = ptr::null_mut();
            layer.xOpen = Some(open);
            layer.xDelete = Some(delete);
            let registered = sqlite3_vfs_register(Box::leak(Box::new(layer)), 1);
            assert_eq!(registered, SQLITE_OK);
        }
    });
}

/// Opens the file of the system behind our own head, in the room that SQLite has made for both.
unsafe extern "C" fn open(
    _: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    found: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives room for `szOsFile` bytes, which is our head and the file of the system.
    unsafe {
        let system = below();
        let inner = file::inner(file);
        ptr::write_bytes(inner.cast::<u8>(), 0, (*system).szOsFile as usize);
        let opened = (*system).xOpen.map_or(1, |it| it(system, name, inner, flags, found));
        // SQLite closes what has methods, and so does the layer.
        (*file).pMethods = if (*inner).pMethods.is_null() { ptr::null() } else { file::methods() };
        opened
    }
}

unsafe extern "C" fn delete(_: *mut sqlite3_vfs, name: *const c_char, sync: c_int) -> c_int {
    if let Some(failed) = failure(Operation::Delete) {
        return failed;
    }
    // SAFETY: what SQLite gives is handed on.
    unsafe { (*below()).xDelete.map_or(1, |it| it(below(), name, sync)) }
}
