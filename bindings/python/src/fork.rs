//! Bodies across a fork: no lock is held while the process forks, so that the child can use every body.
//!
//! Whoever forks waits until work that is under way has ended. What is done without letting others run counts as well: where Python
//! has no lock of its own, others run all the same.

use std::{
    cell::RefCell,
    sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError},
};

use pyo3::prelude::*;

/// Read by whoever works, written by whoever forks.
static WORK: RwLock<()> = RwLock::new(());

thread_local! {
    /// What the thread that forks holds until it has forked, in the parent and in the child.
    static FORKING: RefCell<Option<RwLockWriteGuard<'static, ()>>> = const { RefCell::new(None) };
}

/// Lets other threads run during work that may hold a lock.
pub(crate) fn detach<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> T {
    py.detach(|| {
        let _working = WORK.read().unwrap_or_else(PoisonError::into_inner);
        work()
    })
}

/// For something short that may hold a lock, and for which others are not let run: nothing while the process forks, when one must not
/// wait without letting them.
pub(crate) fn unless_forking() -> Option<RwLockReadGuard<'static, ()>> {
    match WORK.try_read() {
        Ok(working) => Some(working),
        Err(TryLockError::Poisoned(working)) => Some(working.into_inner()),
        Err(TryLockError::WouldBlock) => None,
    }
}

/// Waits for work that is under way, and lets none begin.
#[pyfunction]
pub(crate) fn before_fork(py: Python<'_>) {
    py.detach(|| {
        let forking = WORK.write().unwrap_or_else(PoisonError::into_inner);
        FORKING.set(Some(forking));
    });
}

/// Lets work begin again, in the parent and in the child.
#[pyfunction]
pub(crate) fn after_fork() {
    drop(FORKING.take());
}
