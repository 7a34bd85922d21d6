//! The part for papers: what is asked of it, and how that is answered beyond its border.

use joint_meeting::{JointMeeting, Language, journal::Head, wire};
use joint_meeting_documents::{PaperError, wire as papers};
use serde_json::json;

use crate::{
    answered,
    border::{Answered, border},
    thrown::{Thrown, words},
};

/// What is asked beyond the border.
pub(crate) enum PapersAsked<'a> {
    /// A question to the desk of an office.
    Desk { body: &'a JointMeeting, head: Head, office: &'a str, question: &'a str, languages: &'a [Language] },
    /// How a paper stands by every rule on documents.
    Check { paper: &'a str, known: &'a str, languages: &'a [Language] },
    /// A paper as a file.
    Write { paper: &'a str, format: &'a str },
}

border!(
    PapersAsked<'_> => answer,
    "__wasm_split_00papers00_import_00000000000000000000000000000000",
    "__wasm_split_00papers00_export_00000000000000000000000000000000"
);

fn answer(asked: &PapersAsked<'_>) -> Result<Answered, Thrown> {
    Ok(match asked {
        PapersAsked::Desk { body, head, office, question, languages } => {
            let office: papers::PaperOffice = wire::from_str(office)?;
            let question: papers::PaperQuestion = wire::from_str(question)?;
            Answered::Text(answered(&question.answer(&office.desk(body, head.clone()), languages)?))
        }
        PapersAsked::Check { paper, known, languages } => {
            Answered::Text(answered(&papers::check(paper, known, languages)?))
        }
        PapersAsked::Write { paper, format } => {
            let paper = papers::paper(paper)?;
            Answered::File(papers::format(format)?.write(&paper)?)
        }
    })
}

impl From<PaperError> for Thrown {
    fn from(it: PaperError) -> Self {
        Self::new("paper", json!({ "why": it }), words!(it))
    }
}
