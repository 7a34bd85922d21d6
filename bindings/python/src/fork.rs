//! Bodies across a fork: no lock is held while the process forks, so that the child can use every body.
//!
//! Only work that lets other threads run can be under way then; whoever forks waits until it has ended. What is done
//! without letting others run cannot be cut in two by a fork: where Python has no lock of its own, it waits for every such thread
//! before it forks.

use std::{
    cell::RefCell,
    sync::{PoisonError, RwLock, RwLockWriteGuard},
};

use pyo3::prelude::*;

/// Read by whoever works while others may run, written by whoever forks.
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
