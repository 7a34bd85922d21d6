//! The door for JavaScript hosts: text and handles across the border to the core and back.
//!
//! Everything is JSON, read and written by the core's `wire`. Here is no rule, no word of the domain and no default;
//! what a JavaScript developer sees is in `js/`, and calls what is here by the names it has here.
//!
//! What goes wrong is thrown as JSON text with a `type`; the classes of the errors are in `js/errors.ts`.

mod authoring;
mod border;
mod papers;
mod tables;
mod thrown;

use std::cell::RefCell;

use joint_meeting::{
    Entry, Language, OneRefusedError, Submission,
    answer::Refusal,
    journal::{self, Head},
    time::Calendar,
    wire::{self, Day, Decision, MalformedError, Moment, Question, Span},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

use crate::{
    authoring::AuthoringAsked,
    papers::PapersAsked,
    tables::{RosterHanded, TablesAsked},
    thrown::Thrown,
};

/// JSON text, or an error to throw.
type Returned = Result<String, Thrown>;

fn read<'j, T: Deserialize<'j>>(json: &'j str) -> Result<T, Thrown> {
    Ok(wire::from_str(json)?)
}

/// The table of working days that is given or, with none, the one that comes with the library.
fn table(csv: Option<String>) -> Result<Calendar, Thrown> {
    csv.map_or_else(|| Ok(Calendar::known()), |it| Ok(wire::calendar(&it)?))
}

fn with_words(key: &str, answer: &str, words: &Value) -> String {
    format!(r#"{{"{key}":{answer},"words":{words}}}"#)
}

fn languages(in_words: bool) -> &'static [Language] {
    if in_words { &[Language::Zh, Language::En] } else { &[] }
}

fn answered(answer: &wire::Answer) -> String {
    with_words("answer", &answer.json, &json!(answer.words))
}

fn written(value: &impl Serialize) -> Returned {
    Ok(wire::to_string(value))
}

/// A charter, loaded and checked.
#[wasm_bindgen(js_name = Charter)]
pub struct JsCharter(joint_meeting::Charter);

/// Charters on their way into a body, or above another charter.
#[wasm_bindgen(js_name = Charters)]
#[derive(Default)]
pub struct JsCharters(Vec<joint_meeting::Charter>);

#[wasm_bindgen(js_class = Charters)]
impl JsCharters {
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// One more.
    pub fn push(&mut self, charter: &JsCharter) {
        self.0.push(charter.0.clone());
    }
}

#[wasm_bindgen(js_class = Charter)]
impl JsCharter {
    /// Reads a charter file.
    pub fn read(json: &str, general: JsCharters) -> Result<JsCharter, Thrown> {
        Ok(JsCharter(joint_meeting::Charter::from_json_under(json, &general.0)?))
    }

    /// Id, version and digest.
    pub fn head(&self) -> String {
        let it = &self.0;
        json!({ "id": it.id(), "version": it.version(), "digest": it.digest() }).to_string()
    }

    /// The file as written.
    pub fn file(&self) -> Returned {
        written(self.0.file())
    }

    /// The clauses, with those of the general charters that bind it.
    pub fn clauses(&self) -> Returned {
        written(&self.0.clauses())
    }

    /// What looks wrong. The part for authors must have been loaded, here and below.
    pub fn lint(&self, text: Option<String>) -> Returned {
        authoring::ask(&AuthoringAsked::Lint { charter: &self.0, text: text.as_deref() }).text()
    }

    /// Key phrases that are not where they should be in the official text.
    #[wasm_bindgen(js_name = checkText)]
    pub fn check_text(&self, text: &str) -> Returned {
        authoring::ask(&AuthoringAsked::CheckText { charter: &self.0, text }).text()
    }

    /// What changed to another charter.
    pub fn diff(&self, after: &JsCharter) -> Returned {
        authoring::ask(&AuthoringAsked::Diff { before: &self.0, after: &after.0 }).text()
    }
}

/// The outline of an official text. The part for authors must have been loaded.
#[wasm_bindgen]
pub fn outline(text: &str) -> Returned {
    authoring::ask(&AuthoringAsked::Outline { text }).text()
}

/// Checks the chain of a journal.
#[wasm_bindgen(js_name = verifyJournal)]
pub fn verify_journal(text: &str, kept: Option<String>) -> Returned {
    let kept: Option<Head> = kept.as_deref().map(read).transpose()?;
    written(&journal::verify(text, kept.as_ref())?)
}

/// The lines of a journal that end, and their head.
#[wasm_bindgen(js_name = intactJournal)]
pub fn intact_journal(journal: &[u8]) -> Returned {
    let (whole, head) = journal::intact(journal)?;
    // What is verified is text.
    Ok(text_and_head(&String::from_utf8_lossy(whole), &head))
}

fn text_and_head(text: &str, head: &Head) -> String {
    format!(r#"{{"text":{},"head":{}}}"#, wire::to_string(&text), wire::to_string(head))
}

/// The first line of a journal, and its head.
#[wasm_bindgen(js_name = beginJournal)]
pub fn begin_journal(charter: &JsCharter) -> String {
    let (journal, line) = journal::Journal::begin(&charter.0);
    text_and_head(&line, journal.head())
}

/// The line of the next entry, and the head after it.
#[wasm_bindgen(js_name = writeJournal)]
pub fn write_journal(head: &str, entry: &str) -> Returned {
    let mut journal = journal::Journal::resume(read(head)?);
    let entry: Entry = read(entry)?;
    let line = journal.write(&entry);
    Ok(text_and_head(&line, journal.head()))
}

/// The entry of the next line, and the head after it.
#[wasm_bindgen(js_name = followJournal)]
pub fn follow_journal(head: &str, line: &str) -> Returned {
    let mut journal = journal::Journal::resume(read(head)?);
    let entry = journal.follow(line.as_bytes())?;
    Ok(format!(r#"{{"entry":{},"head":{}}}"#, wire::to_string(&entry), wire::to_string(journal.head())))
}

/// The digest of a line, as heads have it.
#[wasm_bindgen(js_name = lineDigest)]
pub fn line_digest(line: &str) -> String {
    journal::digest(line.as_bytes())
}

/// A body with its entries, and a head that its journal had.
#[wasm_bindgen(js_name = Body)]
pub struct JsBody(joint_meeting::JointMeeting, RefCell<Option<Head>>);

/// Bodies that stand below another.
#[wasm_bindgen(js_name = Bodies)]
#[derive(Default)]
pub struct JsBodies(Vec<joint_meeting::JointMeeting>);

#[wasm_bindgen(js_class = Bodies)]
impl JsBodies {
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// One more.
    pub fn push(&mut self, body: &JsBody) {
        self.0.push(body.0.clone());
    }
}

#[wasm_bindgen(js_class = Body)]
impl JsBody {
    /// A body to which nothing has happened.
    pub fn begin(charters: JsCharters, calendar: Option<String>) -> Result<JsBody, Thrown> {
        let calendar = table(calendar)?;
        Ok(Self::of(joint_meeting::JointMeeting::new(charters.0)?.with_calendar(calendar)))
    }

    /// A body as its journal tells.
    pub fn replay(charters: JsCharters, text: &str, calendar: Option<String>) -> Result<JsBody, Thrown> {
        let calendar = table(calendar)?;
        Ok(Self::of(joint_meeting::JointMeeting::replay_by(charters.0, calendar, text)?))
    }

    /// The same, checked.
    #[wasm_bindgen(js_name = replayChecked)]
    pub fn replay_checked(
        charters: JsCharters,
        text: &str,
        kept: Option<String>,
        calendar: Option<String>,
    ) -> Result<JsBody, Thrown> {
        let kept: Option<Head> = kept.as_deref().map(read).transpose()?;
        let calendar = table(calendar)?;
        let kept = kept.as_ref();
        Ok(Self::of(joint_meeting::JointMeeting::replay_checked_by(charters.0, calendar, text, kept)?))
    }

    /// Says what time it is.
    #[wasm_bindgen(js_name = setNow)]
    pub fn set_now(&mut self, asked: &str) -> Result<(), Thrown> {
        let Moment { at } = read(asked)?;
        self.0.set_now(at);
        Ok(())
    }

    /// The body as it was known at a moment.
    #[wasm_bindgen(js_name = asOf)]
    pub fn as_of(&self, asked: &str) -> Result<JsBody, Thrown> {
        let Moment { at } = read(asked)?;
        Ok(Self::of(self.0.as_of(at)))
    }

    /// The entry to store, or the refusal.
    pub fn decide(&self, submission: &str) -> Returned {
        let submission: Submission = read(submission)?;
        written(&Decision::from(self.0.decide(&submission)))
    }

    /// Folds in an entry that was decided and stored.
    pub fn apply(&mut self, entry: &str) -> Result<(), Thrown> {
        let entry: Entry = read(entry)?;
        Ok(self.0.apply(entry)?)
    }

    /// Whether it would be accepted: nothing, or why not.
    pub fn check(&self, submission: &str) -> Result<Option<String>, Thrown> {
        let submission: Submission = read(submission)?;
        Ok(self.0.decide(&submission).err().map(|it| self.refused(&it)))
    }

    /// Decides, and folds in what is accepted: the number of its entry, or in text why not.
    #[wasm_bindgen(unchecked_return_type = "number | string")]
    pub fn perform(&mut self, submission: &str) -> Result<JsValue, Thrown> {
        let submission: Submission = read(submission)?;
        Ok(match self.0.perform(submission).map(|it| it.no) {
            Ok(no) => no.into(),
            Err(it) => self.refused(&it).into(),
        })
    }

    /// An entry as it was recorded.
    pub fn entry(&self, no: u32) -> Option<String> {
        self.0.entry(no).map(wire::to_string)
    }

    /// The same for a list of many. If one cannot be read, none is done.
    #[wasm_bindgen(js_name = performList)]
    pub fn perform_list(&mut self, submissions: &str) -> Returned {
        self.performed_all(wire::submissions(submissions))
    }

    /// The same for many, each in a text of its own.
    #[wasm_bindgen(js_name = performMany)]
    pub fn perform_many(&mut self, submissions: Vec<String>) -> Returned {
        self.performed_all(wire::submissions_each(&submissions))
    }

    /// The entries of all of these, to store together and then to fold in, or `{"index", "refusal", "words"}`.
    #[wasm_bindgen(js_name = decideAll)]
    pub fn decide_all(&self, submissions: Vec<String>) -> Returned {
        let all = wire::submissions_each(&submissions)?;
        self.together(self.0.decide_all(&all))
    }

    /// All of these or none: the entries, or `{"index", "refusal", "words"}`.
    #[wasm_bindgen(js_name = performAll)]
    pub fn perform_all(&mut self, submissions: Vec<String>) -> Returned {
        let all = wire::submissions_each(&submissions)?;
        let done = self.0.perform_all(all);
        self.together(done)
    }

    fn together(&self, all: Result<Vec<Entry>, OneRefusedError>) -> Returned {
        match all {
            Ok(entries) => written(&entries),
            Err(it) => {
                let words = self.words(&it.refusal);
                written(&json!({ "index": it.index, "refusal": it.refusal, "words": words }))
            }
        }
    }

    /// The version of the format of its journal.
    #[wasm_bindgen(getter)]
    pub fn format(&self) -> u32 {
        self.0.format()
    }

    /// The same body with a journal of the newest format.
    pub fn upgrade(&self) -> JsBody {
        Self::of(self.0.clone().upgrade())
    }

    fn of(body: joint_meeting::JointMeeting) -> Self {
        Self(body, RefCell::default())
    }

    fn performed_all(&mut self, submissions: Result<Vec<Submission>, MalformedError>) -> Returned {
        let all = submissions?;
        let decisions = all.into_iter().map(|it| self.0.perform(it).cloned().into());
        written(&decisions.collect::<Vec<Decision>>())
    }

    fn refused(&self, refusal: &Refusal) -> String {
        with_words("refusal", &wire::to_string(refusal), &self.words(refusal))
    }

    fn words(&self, refusal: &Refusal) -> Value {
        json!({
            "zh": refusal.render(&self.0, Language::Zh),
            "en": refusal.render(&self.0, Language::En),
        })
    }

    /// Answers a question: `{"answer", "words"}`, where the words are lists in Chinese and in English, or nothing if none are wanted.
    pub fn ask(&self, question: &str, in_words: bool) -> Returned {
        let question: Question = read(question)?;
        Ok(answered(&question.answer(&self.0, languages(in_words))?))
    }

    /// Answers a question about papers, as an office writes them. The part for papers must have been loaded.
    #[wasm_bindgen(js_name = askPapers)]
    pub fn ask_papers(&self, office: &str, question: &str, in_words: bool) -> Returned {
        // Each head is found from the last.
        let head = self.0.head(self.1.borrow().as_ref());
        self.1.replace(Some(head.clone()));
        let languages = languages(in_words);
        papers::ask(&PapersAsked::Desk { body: &self.0, head, office, question, languages }).text()
    }

    /// The tables of what is asked. The part for tables must have been loaded, here and below.
    #[wasm_bindgen(js_name = askTables)]
    pub fn ask_tables(&self, given: &str, question: &str, language: &str) -> Returned {
        tables::ask(&TablesAsked::Answer { body: &self.0, given, question, language }).text()
    }

    /// The roster on a day as a workbook.
    #[wasm_bindgen(js_name = rosterBook)]
    pub fn roster_book(&self, given: &str, on: &str, language: &str) -> Result<Vec<u8>, Thrown> {
        tables::ask(&TablesAsked::Book { body: &self.0, given, on, language }).file()
    }

    /// What a roster says otherwise: `{"changes", "tables"}`.
    pub fn changes(
        &self,
        file: Option<Vec<u8>>,
        rows: &str,
        given: &str,
        entering: &str,
        language: &str,
    ) -> Returned {
        let roster = RosterHanded::of(file.as_deref(), rows);
        tables::ask(&TablesAsked::Changes { roster, body: &self.0, given, entering, language }).text()
    }

    /// A verdict for every clause, of this body and of bodies below it.
    #[wasm_bindgen(js_name = auditFamily)]
    pub fn audit_family(&self, children: &JsBodies, asked: &str) -> Returned {
        let Span { period, on } = read(asked)?;
        let children: Vec<&joint_meeting::JointMeeting> = children.0.iter().collect();
        written(&self.0.audit_family(&children, period, on)?)
    }

    /// What a change from one charter to another touches. The part for authors must have been loaded.
    pub fn touched(&self, before: &JsCharter, after: &JsCharter, on: &str) -> Returned {
        let (before, after) = (&before.0, &after.0);
        authoring::ask(&AuthoringAsked::Touched { body: &self.0, before, after, on }).text()
    }

    /// How many entries.
    #[wasm_bindgen(getter)]
    pub fn count(&self) -> usize {
        self.0.entries().len()
    }

    /// The journal and its head.
    pub fn journal(&self) -> String {
        let (text, head) = self.0.journal();
        text_and_head(&text, &head)
    }

    /// The charter in force on a day.
    #[wasm_bindgen(js_name = charterOn)]
    pub fn charter_on(&self, asked: &str) -> Result<JsCharter, Thrown> {
        let Day { on } = read(asked)?;
        Ok(JsCharter(self.0.charter_on(on).clone()))
    }
}

/// How a paper stands by every rule on documents. The part for papers must have been loaded.
#[wasm_bindgen(js_name = checkPaper)]
pub fn check_paper(paper: &str, known: &str, in_words: bool) -> Returned {
    papers::ask(&PapersAsked::Check { paper, known, languages: languages(in_words) }).text()
}

/// A paper as a file. The part for papers must have been loaded.
#[wasm_bindgen(js_name = writePaper)]
pub fn write_paper(paper: &str, format: &str) -> Result<Vec<u8>, Thrown> {
    papers::ask(&PapersAsked::Write { paper, format }).file()
}

/// The sheets of a spreadsheet. The part for tables must have been loaded, here and below.
#[wasm_bindgen(js_name = readSheets)]
pub fn read_sheets(file: &[u8]) -> Returned {
    tables::ask(&TablesAsked::Sheets { file }).text()
}

/// The roster of a charter to be filled, as a workbook.
#[wasm_bindgen(js_name = rosterTemplate)]
pub fn roster_template(charter: &JsCharter, language: &str) -> Result<Vec<u8>, Thrown> {
    tables::ask(&TablesAsked::Template { charter: &charter.0, language }).file()
}

/// The acts by which a roster founds a body: `{"founding", "tables"}`.
#[wasm_bindgen]
pub fn founding(
    file: Option<Vec<u8>>,
    rows: &str,
    charter: &JsCharter,
    entering: &str,
    language: &str,
) -> Returned {
    let roster = RosterHanded::of(file.as_deref(), rows);
    tables::ask(&TablesAsked::Founding { roster, charter: &charter.0, entering, language }).text()
}

/// The tables that stand in a paper.
#[wasm_bindgen(js_name = paperTables)]
pub fn paper_tables(paper: &str, on: Option<String>) -> Returned {
    tables::ask(&TablesAsked::Paper { paper, on: on.as_deref() }).text()
}

/// Tables as a file: `xlsx`, `csv`, or `txt` in so many columns.
#[wasm_bindgen(js_name = writeTables)]
pub fn write_tables(tables: &str, format: &str, width: Option<usize>) -> Result<Vec<u8>, Thrown> {
    tables::ask(&TablesAsked::Write { tables, format, width }).file()
}
