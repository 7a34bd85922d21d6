//! The format of a body's journal: a body goes on in that of its header, and is brought to the newest when it is asked for.

use crate::{
    body::{JointMeeting, heads::Heads},
    journal::{Head, Header},
    terms::act_kind::FORMAT,
};

/// The format of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Format {
    pub(super) version: u32,
    /// The end of the journal of an older format from which it goes on.
    pub(super) before: Option<Head>,
}

impl Default for Format {
    fn default() -> Self {
        Self { version: FORMAT, before: None }
    }
}

impl Format {
    pub(super) fn of(header: &Header) -> Self {
        Self { version: header.format, before: header.before.clone() }
    }
}

impl JointMeeting {
    /// The version of the format of its journal.
    pub fn format(&self) -> u32 {
        self.format.version
    }

    /// Whether its journal is of the first format, or goes on from one that was. What was named then keeps its names.
    pub fn began_in_first_format(&self) -> bool {
        self.old_format().is_some() || self.format.before.is_some()
    }

    /// The version of the format, where it is not the newest.
    pub(super) fn old_format(&self) -> Option<u32> {
        Some(self.format.version).filter(|it| *it < FORMAT)
    }

    /// The same body with a journal of the newest format, whose first line names the head of the journal so far.
    ///
    /// The entries are the same, and every line is written anew. The old journal is kept beside the new one: what it says
    /// is shown by the head that the new one names. A body whose journal is of the newest format stays as it is.
    ///
    /// ```
    /// # use joint_meeting::{Charter, JointMeeting};
    /// let body = JointMeeting::new([Charter::bundled("nankai-dog-2022")?])?;
    /// let (before, after) = (body.journal(), body.clone().upgrade().journal());
    /// assert_eq!(before, after);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn upgrade(self) -> Self {
        if self.format.version >= FORMAT {
            return self;
        }
        let before = Some(self.head(None));
        Self { format: Format { version: FORMAT, before }, heads: Heads::default(), ..self }
    }
}
