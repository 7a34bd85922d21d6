//! Work that a host can cancel while it is under way.
//!
//! What runs long asks now and then whether it is cancelled, and then leaves off where it stands. What it has by then is
//! half an answer, which nobody sees: whoever began the work gets none.

use std::{
    cell::RefCell,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// Says that work is to be cancelled, from any thread.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

thread_local! {
    /// What can cancel the work of this thread.
    static WORK: RefCell<Option<Cancel>> = const { RefCell::new(None) };
}

impl Cancel {
    /// Cancels the work, which leaves off soon.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Does work on this thread that can be cancelled. If it was, there is no answer.
    ///
    /// The work reads a body, or makes one; nothing is changed in the middle of it.
    ///
    /// ```
    /// use joint_meeting::{Charter, JointMeeting, cancel::Cancel};
    ///
    /// let body = JointMeeting::new([Charter::bundled("nankai-dog-2022")?])?;
    /// let cancel = Cancel::default();
    /// assert_eq!(cancel.unless_cancelled(|| body.breaches()), Some(vec![]));
    /// cancel.cancel();
    /// assert_eq!(cancel.unless_cancelled(|| body.breaches()), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn unless_cancelled<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        let before = WORK.replace(Some(self.clone()));
        let answer = work();
        WORK.set(before);
        (!self.is_cancelled()).then_some(answer)
    }

    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Whether the work of this thread is cancelled.
pub fn is_cancelled() -> bool {
    WORK.with_borrow(|it| it.as_ref().is_some_and(Cancel::is_cancelled))
}
