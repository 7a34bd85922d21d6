//! The part for authors of charters: what looks wrong, what an official text says, what a change changes.

use joint_meeting::{
    Charter, JointMeeting,
    charter::outline,
    wire::{self, Day},
};

use crate::{
    border::{Answered, border},
    thrown::Thrown,
};

/// What is asked beyond the border.
pub(crate) enum AuthoringAsked<'a> {
    /// What looks wrong in a charter; with the official text, also what does not agree with it.
    Lint { charter: &'a Charter, text: Option<&'a str> },
    /// Key phrases that are not where they should be in the official text.
    CheckText { charter: &'a Charter, text: &'a str },
    /// What changed from one charter to another.
    Diff { before: &'a Charter, after: &'a Charter },
    /// The open matters of a body that such a change touches.
    Touched { body: &'a JointMeeting, before: &'a Charter, after: &'a Charter, on: &'a str },
    /// The outline of an official text.
    Outline { text: &'a str },
}

border!(
    AuthoringAsked<'_> => answer,
    "__wasm_split_00authoring00_import_00000000000000000000000000000000",
    "__wasm_split_00authoring00_export_00000000000000000000000000000000"
);

fn answer(asked: &AuthoringAsked<'_>) -> Result<Answered, Thrown> {
    Ok(Answered::Text(match asked {
        AuthoringAsked::Lint { charter, text } => {
            wire::to_string(&text.map_or_else(|| charter.lint(), |it| charter.lint_text(it)))
        }
        AuthoringAsked::CheckText { charter, text } => wire::to_string(&charter.check_text(text)),
        AuthoringAsked::Diff { before, after } => wire::to_string(&before.diff(after)),
        AuthoringAsked::Touched { body, before, after, on } => {
            let Day { on } = wire::from_str(on)?;
            wire::to_string(&body.touched_by(&before.diff(after), on))
        }
        AuthoringAsked::Outline { text } => wire::to_string(&outline(text)),
    }))
}
