//! Borders inside the module: on the far side of each stands what nothing but one part needs.
//!
//! A part is split off once all is compiled, into files that are loaded when somebody wants it. Its border is one function,
//! imported on this side and exported on the other by names that `xtask-wasm` looks for; all parts share the memory.
//!
//! Text and bytes cross it, never a value of JavaScript's: those belong to the first file.

use crate::thrown::Thrown;

/// What comes back from the far side.
pub(crate) enum Answered {
    /// Nothing yet.
    Silence,
    /// JSON text.
    Text(String),
    /// A file.
    File(Vec<u8>),
    /// An error to throw.
    Error(Thrown),
}

impl Answered {
    /// The text, where one is answered.
    pub(crate) fn text(self) -> Result<String, Thrown> {
        match self {
            Self::Text(it) => Ok(it),
            Self::Error(why) => Err(why),
            Self::File(_) | Self::Silence => Ok(String::new()),
        }
    }

    /// The file, where one is answered.
    pub(crate) fn file(self) -> Result<Vec<u8>, Thrown> {
        match self {
            Self::File(it) => Ok(it),
            Self::Error(why) => Err(why),
            Self::Text(_) | Self::Silence => Ok(Vec::new()),
        }
    }
}

/// Makes `ask`, by which a question goes to the function that answers it on the far side, in the part whose name stands in both
/// symbols. The files of the part must have been loaded.
macro_rules! border {
    ($asked:ty => $answer:path, $import:literal, $export:literal) => {
        #[cfg(target_family = "wasm")]
        #[link(wasm_import_module = "__wasm_split_placeholder__")]
        #[expect(improper_ctypes, reason = "both sides are compiled together")]
        unsafe extern "C" {
            #[link_name = $import]
            safe fn beyond(asked: &$asked, answered: &mut $crate::border::Answered);
        }

        // SAFETY: no other symbol has this name.
        #[unsafe(export_name = $export)]
        extern "C" fn here(asked: &$asked, answered: &mut $crate::border::Answered) {
            *answered = $answer(asked).unwrap_or_else($crate::border::Answered::Error);
        }

        #[cfg(not(target_family = "wasm"))]
        use here as beyond;

        pub(crate) fn ask(asked: &$asked) -> $crate::border::Answered {
            let mut answered = $crate::border::Answered::Silence;
            beyond(asked, &mut answered);
            answered
        }
    };
}

pub(crate) use border;
