//! Every door of the library (输入入口), for any bytes.
//!
//! What must hold of what comes in is in `holds`, the bodies on which it is tried in `ground`, input to begin with in
//! `seeds`, how JSON is changed into other JSON in `mutate`, what of all that was found is kept in `keep`. How a fuzzer is driven is in `bin/fuzz.rs`.

mod ground;
mod holds;
pub mod keep;
pub mod mutate;
pub mod seeds;

use std::path::PathBuf;

use joint_meeting::{
    Charter, Entry, JointMeeting, Submission,
    charter::{CharterErrors, outline},
    journal::{self, Head, Journal, JournalError},
    wire::{self, MalformedError},
};
use joint_meeting_documents::wire::{self as papers, PaperOffice, PaperQuestion};

pub use holds::holds;

/// A way into the library for text or bytes from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Door {
    /// An act that is handed in.
    Submission,
    /// Many of them.
    Submissions,
    /// An entry that was stored.
    Entry,
    /// A question.
    Question,
    /// The head of a journal.
    Head,
    /// The bytes of a journal.
    Journal,
    /// A table of working days.
    Calendar,
    /// A charter file.
    Charter,
    /// The official text of a charter.
    OfficialText,
    /// A question about papers.
    Papers,
    /// How an office writes.
    Office,
    /// Its wording.
    Words,
    /// A paper that was changed by hand.
    Paper,
    /// What is known beside a paper.
    Known,
}

/// What a door says of bad input.
#[derive(Debug)]
pub enum Wrong {
    /// It is not JSON of the right shape, or no table.
    Malformed(MalformedError),
    /// A line of a journal is wrong.
    Journal(JournalError),
    /// The faults of a charter.
    Charter(CharterErrors),
}

impl From<MalformedError> for Wrong {
    fn from(it: MalformedError) -> Self {
        Self::Malformed(it)
    }
}

/// A paper of the shape that is read back.
const PAPER: &str = r#"{"name": "agenda", "lang": "zh-CN", "layout": "sheet", "title": "x", "blocks": [],
    "made_from": {"count": 1, "digest": "00"}}"#;

impl Door {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Submission,
        Self::Submissions,
        Self::Entry,
        Self::Question,
        Self::Head,
        Self::Journal,
        Self::Calendar,
        Self::Charter,
        Self::OfficialText,
        Self::Papers,
        Self::Office,
        Self::Words,
        Self::Paper,
        Self::Known,
    ];

    /// Its name, as the tables of bad input and the folders of `tests/corpus` have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Submission => "submission",
            Self::Submissions => "submissions",
            Self::Entry => "entry",
            Self::Question => "question",
            Self::Head => "head",
            Self::Journal => "journal",
            Self::Calendar => "calendar",
            Self::Charter => "charter",
            Self::OfficialText => "official_text",
            Self::Papers => "papers",
            Self::Office => "office",
            Self::Words => "words",
            Self::Paper => "paper",
            Self::Known => "known",
        }
    }

    /// The door of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Puts text in as a host would. What is read is used on the body, which changes only by what it accepts.
    ///
    /// # Errors
    /// What the door says of it.
    pub fn put(self, input: &str, body: &mut JointMeeting) -> Result<(), Wrong> {
        match self {
            Self::Submission => drop(body.perform(wire::from_str::<Submission>(input)?)),
            Self::Submissions => {
                wire::submissions(input)?.into_iter().for_each(|it| drop(body.perform(it)));
            }
            Self::Entry => drop(body.apply(wire::from_str::<Entry>(input)?)),
            Self::Question => drop(wire::from_str::<wire::Question>(input)?.answer(body, &[])),
            Self::Head => drop(Journal::resume(wire::from_str::<Head>(input)?)),
            Self::Journal => drop(journal::verify(input, None).map_err(Wrong::Journal)?),
            Self::Calendar => drop(wire::calendar(input)?),
            Self::Charter => drop(Charter::from_json(input).map_err(Wrong::Charter)?),
            Self::OfficialText => drop(outline(input)),
            Self::Papers => {
                let (question, office) = (wire::from_str::<PaperQuestion>(input)?, PaperOffice::default());
                drop(question.answer(&office.desk(body, body.head(None)), &[]));
            }
            Self::Office => drop(wire::from_str::<PaperOffice>(input)?),
            Self::Words => drop(wire::from_str::<PaperOffice>(&as_words(input))?),
            Self::Paper => drop(papers::paper(input)?),
            Self::Known => drop(papers::check(PAPER, input, &[])?),
        }
        Ok(())
    }
}

/// An office that is nothing but its wording.
fn as_words(input: &str) -> String {
    format!("{{\"words\": {input}}}")
}

/// A file or folder beside the vectors.
fn folder(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(name)
}

/// The folder of the inputs that were found for a door and are kept.
pub fn corpus(door: Door) -> PathBuf {
    folder("corpus").join(door.name())
}
