//! The error that says why a store gives no answer, with the body, the entry and the place.

use joint_meeting::{BodyError, Language, ReplayError, charter::CharterErrors};

use crate::terms::{
    chinese::in_chinese,
    disguise::Disguise,
    name::{BodyName, BodyNameError},
};

/// Why a store gives no answer. A refusal is an answer.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// A text is not the name of a body.
    #[error(transparent)]
    Name(#[from] BodyNameError),
    /// The store has no such body.
    #[error("`{place}` has no body `{body}`")]
    Unknown {
        /// The store.
        place: String,
        /// The body.
        body: BodyName,
    },
    /// There is such a body already.
    #[error("`{place}` has a body `{body}` already")]
    Taken {
        /// The store.
        place: String,
        /// The body.
        body: BodyName,
    },
    /// Somebody else has stored that entry, or one before it: whoever decided it has to look again.
    #[error("entry {entry} of `{body}` was stored by somebody else")]
    Conflict {
        /// The body.
        body: BodyName,
        /// The number that was to be stored.
        entry: u32,
    },
    /// The journal is another than the one that was read: it was written anew, in a newer format or from a copy.
    #[error("the journal of `{body}` was written anew since it was read")]
    Rewritten {
        /// The body.
        body: BodyName,
    },
    /// A charter cannot be read.
    #[error("a charter of `{body}`: {why}")]
    Charter {
        /// The body.
        body: BodyName,
        /// Everything that is wrong with it.
        why: CharterErrors,
    },
    /// The store has lost a charter, or what it holds under that digest is another.
    #[error("`{place}` has no charter with the digest `{digest}`")]
    NoCharter {
        /// The store.
        place: String,
        /// The digest.
        digest: String,
    },
    /// The charters given are not those of one body.
    #[error("`{body}`: {why}")]
    NoBody {
        /// The body.
        body: BodyName,
        /// Why.
        why: BodyError,
    },
    /// The journal is damaged, at a line that is named.
    #[error("`{body}` in `{place}`: {why}")]
    Journal {
        /// The store.
        place: String,
        /// The body.
        body: BodyName,
        /// The line and what is wrong with it.
        why: ReplayError,
    },
    /// The last line was not written to its end: a process was killed, or the disk was full. Nobody was told that it is kept;
    /// repairing keeps it aside.
    #[error("`{body}` in `{place}`: after entry {entry} stands a line of {bytes} bytes that has no end")]
    Torn {
        /// The store.
        place: String,
        /// The body.
        body: BodyName,
        /// The last entry that is whole.
        entry: u32,
        /// What stands behind it.
        bytes: u64,
    },
    /// What is kept is no journal; it is not damaged either.
    #[error("`{body}` in `{place}`: this is {is}, and no journal")]
    Disguised {
        /// The store.
        place: String,
        /// The body.
        body: BodyName,
        /// What it is.
        is: Disguise,
    },
    /// The store was opened to read.
    #[error("`{place}` was opened to read")]
    ReadOnly {
        /// The store.
        place: String,
    },
    /// Something was not stored safely before: this handle stores nothing any more. Open the store anew.
    #[error("`{place}` failed before: open it anew")]
    Stopped {
        /// The store.
        place: String,
    },
    /// The disk or the database failed. Nothing was acknowledged.
    #[error("`{place}` failed: {why}")]
    Failed {
        /// The store.
        place: String,
        /// What it said.
        why: String,
    },
    /// The connection broke while entries were being stored: whether they are, nobody knows yet. With a key, submit again.
    #[error("whether entry {entry} of `{body}` was stored is not known: {why}")]
    Unsure {
        /// The body.
        body: BodyName,
        /// The first of the entries.
        entry: u32,
        /// What broke.
        why: String,
    },
    /// Somebody else held it for longer than one is willing to wait.
    #[error("`{place}` is held by somebody else")]
    Busy {
        /// The store.
        place: String,
    },
    /// It is a store of a newer format, or none.
    #[error(
        "`{place}` is no store that can be read: its format is `{found}`, and the newest known is {known}"
    )]
    Format {
        /// The store.
        place: String,
        /// What it says.
        found: String,
        /// The newest that is known.
        known: u32,
    },
    /// A thread that used the store has panicked.
    #[error("a thread that used `{place}` has panicked")]
    Panicked {
        /// The store.
        place: String,
    },
}

impl StoreError {
    /// Which error it is, in one word, as the cases in `tests/store` and hosts in other languages name it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Name(_) => "name",
            Self::Unknown { .. } => "unknown",
            Self::Taken { .. } => "taken",
            Self::Conflict { .. } => "conflict",
            Self::Rewritten { .. } => "rewritten",
            Self::Charter { .. } => "charter",
            Self::NoCharter { .. } => "no_charter",
            Self::NoBody { .. } => "no_body",
            Self::Journal { .. } => "journal",
            Self::Torn { .. } => "torn",
            Self::Disguised { .. } => "disguised",
            Self::ReadOnly { .. } => "read_only",
            Self::Stopped { .. } => "stopped",
            Self::Failed { .. } => "failed",
            Self::Unsure { .. } => "unsure",
            Self::Busy { .. } => "busy",
            Self::Format { .. } => "format",
            Self::Panicked { .. } => "panicked",
        }
    }

    /// The error in words.
    ///
    /// ```
    /// use joint_meeting::Language;
    /// use joint_meeting_store::StoreError;
    ///
    /// let why = StoreError::Conflict { body: "dogs".parse()?, entry: 7 };
    /// assert_eq!(why.text(Language::Zh), "第7号记录（「dogs」）已由他人存入");
    /// assert_eq!(why.text(Language::En), "entry 7 of `dogs` was stored by somebody else");
    /// # Ok::<(), StoreError>(())
    /// ```
    pub fn text(&self, language: Language) -> String {
        match language {
            Language::Zh => in_chinese(&self.to_string()),
            Language::En => self.to_string(),
        }
    }
}
