//! How the command ends: the exit codes, and what went wrong in words.

use joint_meeting_store::StoreError;

/// What an exit code says; `README.md` has the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CommandEnd {
    /// Done, allowed, kept.
    Done = 0,
    /// Refused, or unmet.
    No = 1,
    /// This is not how it is used.
    Usage = 2,
    /// What was handed in cannot be read.
    Input = 3,
    /// What is stored is not as it was written.
    Damage = 4,
    /// Somebody else was first.
    Conflict = 5,
    /// The store or the disk cannot be used.
    Store = 6,
    /// Somebody stopped it.
    Interrupted = 130,
}

/// Why the command could not do its work.
#[derive(Debug)]
pub(crate) struct CommandFault {
    /// How it ends.
    pub(crate) end: CommandEnd,
    /// Which fault it is, for programs.
    pub(crate) kind: &'static str,
    /// In the language of whoever called.
    pub(crate) text: String,
}

impl CommandFault {
    /// A fault of whoever called.
    pub(crate) fn usage(text: String) -> Self {
        Self { end: CommandEnd::Usage, kind: "usage", text }
    }

    /// A fault in what was handed in.
    pub(crate) fn input(kind: &'static str, text: String) -> Self {
        Self { end: CommandEnd::Input, kind, text }
    }

    /// The disk would not.
    pub(crate) fn disk(text: String) -> Self {
        Self { end: CommandEnd::Store, kind: "disk", text }
    }
}

/// How the command ends where a store gives no answer.
pub(crate) fn end_of(why: &StoreError) -> CommandEnd {
    match why {
        StoreError::Journal { .. }
        | StoreError::Torn { .. }
        | StoreError::Disguised { .. }
        | StoreError::NoCharter { .. } => CommandEnd::Damage,
        StoreError::Conflict { .. }
        | StoreError::Rewritten { .. }
        | StoreError::Busy { .. }
        | StoreError::Taken { .. } => CommandEnd::Conflict,
        StoreError::Name(_)
        | StoreError::Unknown { .. }
        | StoreError::Charter { .. }
        | StoreError::NoBody { .. } => CommandEnd::Input,
        _ => CommandEnd::Store,
    }
}

/// What the command answers.
pub(crate) type Ended = Result<CommandEnd, CommandFault>;
