//! The papers behind a border inside the module, on whose far side stands what nothing but papers needs.
//!
//! That is split off once all is compiled, into a file that is loaded when somebody wants it. The border is one function,
//! imported on this side and exported on the other by names that `xtask-wasm` looks for; both sides share the memory.
//!
//! Text crosses it, never a value of JavaScript's: those belong to the first file.

use joint_meeting::{
    JointMeeting, Language,
    journal::Head,
    wire::{self, Answer, MalformedError},
};
use joint_meeting_documents::{PaperError, wire as papers};
use serde_json::{Value, json};

/// What is asked beyond the border.
pub(crate) enum PapersAsked<'a> {
    /// A question to the desk of an office.
    Desk { body: &'a JointMeeting, head: Head, office: &'a str, question: &'a str, languages: &'a [Language] },
    /// How a paper stands by every rule on documents.
    Check { paper: &'a str, known: &'a str, languages: &'a [Language] },
    /// A paper as a file.
    Write { paper: &'a str, format: &'a str },
}

/// What comes back.
pub(crate) enum PapersAnswered {
    /// Nothing yet.
    Silence,
    /// An answer, with its words.
    Data(Answer),
    /// A file.
    File(Vec<u8>),
    /// An error to throw.
    Error(Value),
}

#[cfg(target_family = "wasm")]
#[link(wasm_import_module = "__wasm_split_placeholder__")]
#[expect(improper_ctypes, reason = "both sides are compiled together")]
unsafe extern "C" {
    #[link_name = "__wasm_split_00papers00_import_00000000000000000000000000000000"]
    safe fn beyond(asked: &PapersAsked<'_>, answered: &mut PapersAnswered);
}

// SAFETY: no other symbol has this name.
#[unsafe(export_name = "__wasm_split_00papers00_export_00000000000000000000000000000000")]
extern "C" fn here(asked: &PapersAsked<'_>, answered: &mut PapersAnswered) {
    *answered = answer(asked).unwrap_or_else(PapersAnswered::Error);
}

#[cfg(not(target_family = "wasm"))]
use here as beyond;

/// Asks beyond the border. The file must have been loaded.
pub(crate) fn ask(asked: &PapersAsked<'_>) -> PapersAnswered {
    let mut answered = PapersAnswered::Silence;
    beyond(asked, &mut answered);
    answered
}

fn answer(asked: &PapersAsked<'_>) -> Result<PapersAnswered, Value> {
    Ok(match asked {
        PapersAsked::Desk { body, head, office, question, languages } => {
            let office: papers::PaperOffice = wire::from_str(office).map_err(malformed)?;
            let question: papers::PaperQuestion = wire::from_str(question).map_err(malformed)?;
            PapersAnswered::Data(
                question.answer(&office.desk(body, head.clone()), languages).map_err(no_paper)?,
            )
        }
        PapersAsked::Check { paper, known, languages } => {
            PapersAnswered::Data(papers::check(paper, known, languages).map_err(malformed)?)
        }
        PapersAsked::Write { paper, format } => {
            let paper = papers::paper(paper).map_err(malformed)?;
            let format = papers::format(format).map_err(malformed)?;
            PapersAnswered::File(format.write(&paper).map_err(no_paper)?)
        }
    })
}

fn malformed(why: MalformedError) -> Value {
    let zh = why.text(Language::Zh);
    json!({ "type": "malformed", "path": why.path, "problem": why.problem, "zh": zh })
}

fn no_paper(why: PaperError) -> Value {
    let (message, zh) = (why.text(Language::En), why.text(Language::Zh));
    json!({ "type": "paper", "message": message, "zh": zh, "why": why })
}
