//! Ctrl-C: whoever works batch by batch is asked to stop, and everybody else ends where nothing is half written.

use std::{
    process,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

use crate::{end::CommandEnd, files};

/// What is set where somebody looks at it.
static ASKED: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// From now on a first Ctrl-C asks, by what is given here; a second one ends the command.
pub(crate) fn ask_first() -> Arc<AtomicBool> {
    ASKED.get_or_init(Arc::default).clone()
}

/// Listens. What a store has under way when the command ends is undone by the store.
pub(crate) fn listen() {
    let _ = ctrlc::set_handler(|| {
        if ASKED.get().is_some_and(|asked| !asked.swap(true, Ordering::Relaxed)) {
            return;
        }
        let _whole = files::writing();
        process::exit(CommandEnd::Interrupted as i32);
    });
}
