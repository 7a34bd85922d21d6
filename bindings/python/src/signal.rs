//! Long work that a signal ends, such as Ctrl-C: it is done beside the thread that asks, which looks for signals meanwhile.

use std::{
    panic,
    sync::{Mutex, PoisonError, mpsc},
    thread,
    time::Duration,
};

use joint_meeting::cancel::Cancel;
use pyo3::prelude::*;

use crate::{
    error::{Error, Result},
    fork,
};

/// How long no signal is looked for.
const PAUSE: Duration = Duration::from_millis(50);

/// Does work while other threads may run, unless a signal raises an exception. Then the work is cancelled and the exception
/// is the answer.
pub(crate) fn unless_raised<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    let (cancel, mut raised) = (Cancel::default(), None);
    let work = Mutex::new(Some(work));
    let begin = || {
        let work = work.lock().unwrap_or_else(PoisonError::into_inner).take();
        work.and_then(|it| cancel.unless_cancelled(it))
    };
    let answer = fork::detach(py, || {
        thread::scope(|scope| {
            let (working, over) = mpsc::channel::<()>();
            let beside = || {
                let _working = working;
                begin()
            };
            // Where there is no room for another thread, this one does it.
            let Ok(beside) = thread::Builder::new().spawn_scoped(scope, beside) else { return begin() };
            while over.recv_timeout(PAUSE) == Err(mpsc::RecvTimeoutError::Timeout) {
                if raised.is_none()
                    && let Err(signal) = Python::attach(|py| py.check_signals())
                {
                    cancel.cancel();
                    raised = Some(signal);
                }
            }
            beside.join().unwrap_or_else(|why| panic::resume_unwind(why))
        })
    });
    match (raised, answer) {
        (None, Some(answer)) => answer,
        (Some(signal), _) => Err(Error::Python(signal)),
        (None, None) => Err(Error::LeftInTheMiddle),
    }
}
