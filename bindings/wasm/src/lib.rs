//! The door for JavaScript hosts: text and handles across the border to the core and back.
//!
//! Everything is JSON, read and written by the core's `wire`. Here is no rule, no word of the domain and no default;
//! what a JavaScript developer sees is in `js/`, and calls what is here by the names it has here.
//!
//! What goes wrong is thrown as JSON text with a `type`; the classes of the errors are in `js/errors.ts`.

mod papers;

use std::{cell::RefCell, fmt::Display};

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

use crate::papers::{PapersAnswered, PapersAsked};

type ThrownError = JsValue;
/// JSON text, or an error to throw.
type Returned = Result<String, ThrownError>;

fn thrown(value: &Value) -> ThrownError {
    JsValue::from_str(&value.to_string())
}

fn malformed(why: &MalformedError) -> ThrownError {
    let zh = why.text(Language::Zh);
    thrown(&json!({ "type": "malformed", "path": why.path, "problem": why.problem, "zh": zh }))
}

fn bad_charter(message: impl Display, zh: String, errors: impl Serialize) -> ThrownError {
    thrown(&json!({ "type": "charter", "message": message.to_string(), "zh": zh, "errors": errors }))
}

fn bad_journal(why: &journal::JournalError) -> ThrownError {
    let (message, zh) = (why.to_string(), why.text(Language::Zh));
    thrown(&json!({ "type": "journal", "message": message, "zh": zh, "line": why.line, "fault": why.fault }))
}

fn no_body(why: &joint_meeting::BodyError) -> ThrownError {
    bad_charter(why, why.text(Language::Zh), Value::Array(Vec::new()))
}

fn no_answer(why: &wire::QuestionError) -> ThrownError {
    let (message, zh) = (why.to_string(), why.text(Language::Zh));
    thrown(&json!({ "type": "question", "message": message, "zh": zh, "why": why }))
}

fn not_replayed(why: joint_meeting::ReplayError) -> ThrownError {
    use joint_meeting::ReplayError;
    match why {
        ReplayError::NoBody(it) => no_body(&it),
        ReplayError::Journal(it) => bad_journal(&it),
    }
}

fn read<'j, T: Deserialize<'j>>(json: &'j str) -> Result<T, ThrownError> {
    wire::from_str(json).map_err(|it| malformed(&it))
}

/// The table of working days that is given or, with none, the one that comes with the library.
fn table(csv: Option<String>) -> Result<Calendar, ThrownError> {
    csv.map_or_else(|| Ok(Calendar::known()), |it| wire::calendar(&it).map_err(|it| malformed(&it)))
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
    pub fn read(json: &str, general: JsCharters) -> Result<JsCharter, ThrownError> {
        let read = joint_meeting::Charter::from_json_under(json, &general.0);
        read.map(JsCharter).map_err(|it| bad_charter(&it, it.text(Language::Zh), &it.0))
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

    /// What looks wrong.
    pub fn lint(&self, text: Option<String>) -> Returned {
        written(&text.map_or_else(|| self.0.lint(), |it| self.0.lint_text(&it)))
    }

    /// Key phrases that are not where they should be in the official text.
    #[wasm_bindgen(js_name = checkText)]
    pub fn check_text(&self, text: &str) -> Returned {
        written(&self.0.check_text(text))
    }

    /// What changed to another charter.
    pub fn diff(&self, after: &JsCharter) -> Returned {
        written(&self.0.diff(&after.0))
    }
}

/// The outline of an official text.
#[wasm_bindgen]
pub fn outline(text: &str) -> Returned {
    written(&joint_meeting::charter::outline(text))
}

/// Checks the chain of a journal.
#[wasm_bindgen(js_name = verifyJournal)]
pub fn verify_journal(text: &str, kept: Option<String>) -> Returned {
    let kept: Option<Head> = kept.as_deref().map(read).transpose()?;
    written(&journal::verify(text, kept.as_ref()).map_err(|it| bad_journal(&it))?)
}

/// The lines of a journal that end, and their head.
#[wasm_bindgen(js_name = intactJournal)]
pub fn intact_journal(journal: &[u8]) -> Returned {
    let (whole, head) = journal::intact(journal).map_err(|it| bad_journal(&it))?;
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
    let entry = journal.follow(line.as_bytes()).map_err(|it| bad_journal(&it))?;
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
    pub fn begin(charters: JsCharters, calendar: Option<String>) -> Result<JsBody, ThrownError> {
        let calendar = table(calendar)?;
        let body = joint_meeting::JointMeeting::new(charters.0).map_err(|it| no_body(&it))?;
        Ok(Self::of(body.with_calendar(calendar)))
    }

    /// A body as its journal tells.
    pub fn replay(charters: JsCharters, text: &str, calendar: Option<String>) -> Result<JsBody, ThrownError> {
        let body = joint_meeting::JointMeeting::replay_by(charters.0, table(calendar)?, text);
        body.map(JsBody::of).map_err(not_replayed)
    }

    /// The same, checked.
    #[wasm_bindgen(js_name = replayChecked)]
    pub fn replay_checked(
        charters: JsCharters,
        text: &str,
        kept: Option<String>,
        calendar: Option<String>,
    ) -> Result<JsBody, ThrownError> {
        let kept: Option<Head> = kept.as_deref().map(read).transpose()?;
        let calendar = table(calendar)?;
        let body = joint_meeting::JointMeeting::replay_checked_by(charters.0, calendar, text, kept.as_ref());
        body.map(JsBody::of).map_err(not_replayed)
    }

    /// Says what time it is.
    #[wasm_bindgen(js_name = setNow)]
    pub fn set_now(&mut self, asked: &str) -> Result<(), ThrownError> {
        let Moment { at } = read(asked)?;
        self.0.set_now(at);
        Ok(())
    }

    /// The body as it was known at a moment.
    #[wasm_bindgen(js_name = asOf)]
    pub fn as_of(&self, asked: &str) -> Result<JsBody, ThrownError> {
        let Moment { at } = read(asked)?;
        Ok(Self::of(self.0.as_of(at)))
    }

    /// The entry to store, or the refusal.
    pub fn decide(&self, submission: &str) -> Returned {
        let submission: Submission = read(submission)?;
        written(&Decision::from(self.0.decide(&submission)))
    }

    /// Folds in an entry that was decided and stored.
    pub fn apply(&mut self, entry: &str) -> Result<(), ThrownError> {
        let entry: Entry = read(entry)?;
        self.0.apply(entry).map_err(|it| {
            let (message, zh, expected, found) = (it.to_string(), it.text(Language::Zh), it.expected, it.found);
            thrown(&json!({ "type": "conflict", "message": message, "zh": zh, "expected": expected, "found": found }))
        })
    }

    /// Whether it would be accepted: nothing, or why not.
    pub fn check(&self, submission: &str) -> Result<Option<String>, ThrownError> {
        let submission: Submission = read(submission)?;
        Ok(self.0.decide(&submission).err().map(|it| self.refused(&it)))
    }

    /// Decides, and folds in what is accepted: the number of its entry, or in text why not.
    #[wasm_bindgen(unchecked_return_type = "number | string")]
    pub fn perform(&mut self, submission: &str) -> Result<JsValue, ThrownError> {
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
        let all = wire::submissions_each(&submissions).map_err(|it| malformed(&it))?;
        self.together(self.0.decide_all(&all))
    }

    /// All of these or none: the entries, or `{"index", "refusal", "words"}`.
    #[wasm_bindgen(js_name = performAll)]
    pub fn perform_all(&mut self, submissions: Vec<String>) -> Returned {
        let all = wire::submissions_each(&submissions).map_err(|it| malformed(&it))?;
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
        let all = submissions.map_err(|it| malformed(&it))?;
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
        Ok(answered(&question.answer(&self.0, languages(in_words)).map_err(|it| no_answer(&it))?))
    }

    /// Answers a question about papers, as an office writes them. The part for papers must have been loaded.
    #[wasm_bindgen(js_name = askPapers)]
    pub fn ask_papers(&self, office: &str, question: &str, in_words: bool) -> Returned {
        // Each head is found from the last.
        let head = self.0.head(self.1.borrow().as_ref());
        self.1.replace(Some(head.clone()));
        let languages = languages(in_words);
        paper_data(PapersAsked::Desk { body: &self.0, head, office, question, languages })
    }

    /// A verdict for every clause, of this body and of bodies below it.
    #[wasm_bindgen(js_name = auditFamily)]
    pub fn audit_family(&self, children: &JsBodies, asked: &str) -> Returned {
        let Span { period, on } = read(asked)?;
        let children: Vec<&joint_meeting::JointMeeting> = children.0.iter().collect();
        let audit = self.0.audit_family(&children, period, on);
        written(&audit.map_err(|it| bad_charter(&it, it.text(Language::Zh), Value::Array(Vec::new())))?)
    }

    /// What a change from one charter to another touches.
    pub fn touched(&self, before: &JsCharter, after: &JsCharter, asked: &str) -> Returned {
        let Day { on } = read(asked)?;
        written(&self.0.touched_by(&before.0.diff(&after.0), on))
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
    pub fn charter_on(&self, asked: &str) -> Result<JsCharter, ThrownError> {
        let Day { on } = read(asked)?;
        Ok(JsCharter(self.0.charter_on(on).clone()))
    }
}

fn paper_data(asked: PapersAsked<'_>) -> Returned {
    match papers::ask(&asked) {
        PapersAnswered::Data(answer) => Ok(answered(&answer)),
        PapersAnswered::Error(why) => Err(thrown(&why)),
        PapersAnswered::File(_) | PapersAnswered::Silence => Ok(String::new()),
    }
}

/// How a paper stands by every rule on documents. The part for papers must have been loaded.
#[wasm_bindgen(js_name = checkPaper)]
pub fn check_paper(paper: &str, known: &str, in_words: bool) -> Returned {
    paper_data(PapersAsked::Check { paper, known, languages: languages(in_words) })
}

/// A paper as a file. The part for papers must have been loaded.
#[wasm_bindgen(js_name = writePaper)]
pub fn write_paper(paper: &str, format: &str) -> Result<Vec<u8>, ThrownError> {
    match papers::ask(&PapersAsked::Write { paper, format }) {
        PapersAnswered::File(bytes) => Ok(bytes),
        PapersAnswered::Error(why) => Err(thrown(&why)),
        PapersAnswered::Data(_) | PapersAnswered::Silence => Ok(Vec::new()),
    }
}
