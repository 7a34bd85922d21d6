//! Papers, behind a border inside the module: what only papers need is split off after compiling, and loaded when asked for.
//!
//! The border is one function, which is imported on this side and exported on the other.
//! Text and plain data cross it, never a value of JavaScript's.

use joint_meeting::{
    JointMeeting, Language,
    time::{Date, Period},
    wire::{self, Malformed},
};
use joint_meeting_documents::{Desk, Format, Given, Order, Paper, Words};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What is asked of the second module.
pub(crate) enum Asked<'a> {
    /// A paper, by an order.
    Paper(&'a JointMeeting, &'a str),
    /// What is found of it.
    Check(&'a JointMeeting, &'a str),
    /// All papers of a year.
    Evidence(&'a JointMeeting, &'a str),
    /// The days of a period.
    Calendar(&'a JointMeeting, &'a str),
}

/// Bytes, or an error to throw.
pub(crate) type Answered = Result<Vec<u8>, Value>;

#[link(wasm_import_module = "__wasm_split_placeholder__")]
#[allow(improper_ctypes)]
unsafe extern "C" {
    #[link_name = "__wasm_split_00papers00_import_00000000000000000000000000000001_answer"]
    fn answer_far(asked: &Asked<'_>, answered: &mut Answered);
    #[link_name = "__wasm_split_00files00_import_00000000000000000000000000000002_write"]
    fn write_far(paper: &str, format: &str, answered: &mut Answered);
}

#[unsafe(export_name = "__wasm_split_00files00_export_00000000000000000000000000000002_write")]
#[allow(improper_ctypes_definitions)]
extern "C" fn write_here(paper: &str, format: &str, answered: &mut Answered) {
    *answered = write_file(paper, format);
}

/// A paper as a file.
pub(crate) fn write(paper: &str, format: &str) -> Answered {
    let mut answered = Ok(Vec::new());
    // SAFETY: the function is `write_here`, compiled together with this one.
    unsafe { write_far(paper, format, &mut answered) };
    answered
}

fn write_file(paper: &str, format: &str) -> Answered {
    let paper: Paper = read(paper)?;
    let In { format } = read(format)?;
    format.write(&paper).map_err(|why| json!({ "type": "paper", "message": why.to_string() }))
}

#[unsafe(export_name = "__wasm_split_00papers00_export_00000000000000000000000000000001_answer")]
#[allow(improper_ctypes_definitions)]
extern "C" fn answer_here(asked: &Asked<'_>, answered: &mut Answered) {
    *answered = answer(asked);
}

/// Asks the second module. It must have been loaded.
pub(crate) fn ask(asked: &Asked<'_>) -> Answered {
    let mut answered = Ok(Vec::new());
    // SAFETY: the function is `answer_here`, compiled together with this one.
    unsafe { answer_far(asked, &mut answered) };
    answered
}

fn read<'j, T: Deserialize<'j>>(json: &'j str) -> Result<T, Value> {
    wire::from_str(json).map_err(|it| malformed(&it))
}

fn malformed(why: &Malformed) -> Value {
    json!({ "type": "malformed", "path": why.path, "problem": why.problem })
}

fn not_made(why: impl std::fmt::Display + Serialize) -> Value {
    json!({ "type": "paper", "message": why.to_string(), "why": why })
}

fn written(value: &impl Serialize) -> Answered {
    Ok(wire::to_string(value).into_bytes())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct In {
    format: Format,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InPeriod {
    period: Period,
    on: Date,
    language: Language,
    #[serde(default)]
    words: Option<Words>,
    #[serde(default)]
    given: Given,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InYear {
    year: i32,
    on: Date,
    language: Language,
    #[serde(default)]
    words: Option<Words>,
    #[serde(default)]
    given: Given,
}

fn desk(body: &JointMeeting, language: Language, words: Option<Words>, given: Given) -> Result<Desk<'_>, Value> {
    let words = match words {
        Some(it) => it,
        None => Words::built_in(language).map_err(|it| malformed(&it))?,
    };
    Ok(Desk::new(body, words, given))
}

fn answer(asked: &Asked<'_>) -> Answered {
    match *asked {
        Asked::Paper(body, order) => {
            let order: Order = read(order)?;
            written(&order.paper(body).map_err(not_made)?)
        }
        Asked::Check(body, order) => {
            let order: Order = read(order)?;
            written(&order.desk(body).and_then(|it| it.check(&order.wanted)).map_err(not_made)?)
        }
        Asked::Evidence(body, asked) => {
            let InYear { year, on, language, words, given } = read(asked)?;
            let all = desk(body, language, words, given)?.evidence(year, on).map_err(not_made)?;
            written(&all.into_iter().map(|it| (it.name, it.paper)).collect::<Vec<_>>())
        }
        Asked::Calendar(body, asked) => {
            let InPeriod { period, on, language, words, given } = read(asked)?;
            let calendar = desk(body, language, words, given)?.calendar(period, on).map_err(not_made)?;
            Ok(calendar.to_ics().into_bytes())
        }
    }
}
