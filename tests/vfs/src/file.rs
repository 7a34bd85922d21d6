//! A file of the layer: a head of ours, and the file of the system behind it, to which every call is handed on.

use std::{
    ffi::{c_int, c_void},
    sync::atomic::Ordering::SeqCst,
};

use rusqlite::ffi::{SQLITE_IOERR, sqlite3_file, sqlite3_io_methods};

use crate::{Operation, PART, failure};

/// What stands before the file of the system.
#[repr(C)]
pub(crate) struct Layered {
    base: sqlite3_file,
    _room: u64,
}

/// The file of the system.
pub(crate) unsafe fn inner(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: behind our head SQLite has made room for it.
    unsafe { file.cast::<Layered>().add(1).cast() }
}

/// Functions that hand a call on to the file of the system, where nothing of ours fails.
macro_rules! handed_on {
    ($($name:ident = $method:ident ($($argument:ident: $type:ty),*) $(fails as $operation:ident)?;)*) => {$(
        unsafe extern "C" fn $name(file: *mut sqlite3_file $(, $argument: $type)*) -> c_int {
            $(if let Some(failed) = failure(Operation::$operation) {
                return failed;
            })?
            // SAFETY: the file was opened by `open`, so that the file of the system has its methods.
            unsafe {
                let inner = inner(file);
                (*(*inner).pMethods).$method.map_or(SQLITE_IOERR, |it| it(inner $(, $argument)*))
            }
        }
    )*};
}

handed_on! {
    close = xClose();
    read = xRead(into: *mut c_void, bytes: c_int, at: i64);
    truncate = xTruncate(size: i64) fails as Truncate;
    sync = xSync(flags: c_int) fails as Sync;
    file_size = xFileSize(size: *mut i64);
    lock = xLock(level: c_int);
    unlock = xUnlock(level: c_int);
    check_lock = xCheckReservedLock(found: *mut c_int);
    control = xFileControl(what: c_int, with: *mut c_void);
    sector = xSectorSize();
    traits = xDeviceCharacteristics();
    shm_map = xShmMap(page: c_int, size: c_int, extend: c_int, into: *mut *mut c_void);
    shm_lock = xShmLock(offset: c_int, many: c_int, flags: c_int);
    shm_unmap = xShmUnmap(delete: c_int);
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    // SAFETY: as above.
    unsafe {
        let inner = inner(file);
        if let Some(it) = (*(*inner).pMethods).xShmBarrier {
            it(inner);
        }
    }
}

unsafe extern "C" fn write(file: *mut sqlite3_file, from: *const c_void, bytes: c_int, at: i64) -> c_int {
    let failed = failure(Operation::Write);
    let part = i64::from(bytes) * i64::try_from(PART.load(SeqCst)).unwrap_or(0) / 256;
    let bytes = if failed.is_some() { c_int::try_from(part).unwrap_or(0) } else { bytes };
    // SAFETY: as above; of what SQLite gives, a part is in bounds.
    let written = unsafe {
        let inner = inner(file);
        (*(*inner).pMethods)
            .xWrite
            .map_or(SQLITE_IOERR, |it| if bytes > 0 { it(inner, from, bytes, at) } else { 0 })
    };
    failed.unwrap_or(written)
}

/// The methods of every file of the layer. Of the second version, which has shared memory and no mapped pages.
pub(crate) fn methods() -> *const sqlite3_io_methods {
    struct Methods(sqlite3_io_methods);
    // SAFETY: pointers to functions, which never change.
    unsafe impl Sync for Methods {}
    static METHODS: Methods = Methods(sqlite3_io_methods {
        iVersion: 2,
        xClose: Some(close),
        xRead: Some(read),
        xWrite: Some(write),
        xTruncate: Some(truncate),
        xSync: Some(sync),
        xFileSize: Some(file_size),
        xLock: Some(lock),
        xUnlock: Some(unlock),
        xCheckReservedLock: Some(check_lock),
        xFileControl: Some(control),
        xSectorSize: Some(sector),
        xDeviceCharacteristics: Some(traits),
        xShmMap: Some(shm_map),
        xShmLock: Some(shm_lock),
        xShmBarrier: Some(shm_barrier),
        xShmUnmap: Some(shm_unmap),
        xFetch: None,
        xUnfetch: None,
    });
    &METHODS.0
}
