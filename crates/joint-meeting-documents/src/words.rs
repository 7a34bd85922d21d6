//! The wording: what papers say, as data with named fields, so that an office can change it without Rust.
//!
//! How text with fields is read and filled is in `pattern`, what a template is in `template`, how a paper comes of one in
//! `fill` and `blocks`. Which facts a paper has is settled in `make`.

mod blocks;
mod dates;
mod fields;
mod fill;
mod han;
mod pattern;
mod template;

use std::sync::LazyLock;

use chrono::{Datelike, Timelike};
use joint_meeting::{
    Language,
    answer::ReadingUse,
    sorted::Map,
    time::{Date, Time},
    wire::{self, MalformedError},
    words::Secrecy,
};
use serde::{Deserialize, Serialize};

pub use self::pattern::PatternError;
use self::{dates::CalendarForm, template::Template};
pub(crate) use self::{
    dates::DateForm,
    fields::{Fields, Made},
    han::han,
    pattern::Pattern,
};
use crate::terms::error::PaperError;

/// The wording of one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperWords {
    /// The language, as in HTML.
    lang: String,
    /// How a date is written.
    date: Pattern,
    /// How a time is written.
    time: Pattern,
    /// What stands between the things of a list.
    list: String,
    /// How headings of the four levels are numbered.
    headings: [Pattern; 4],
    /// Words for the words of the journal: `mode.on_site`.
    words: Map<String, String>,
    /// The line that tells from what a paper was made.
    source: Pattern,
    /// How the secrecy of a document stands at its head, with the years that it lasts.
    #[serde(default)]
    secrecy: Option<Pattern>,
    /// How a session is called whose kind is counted through.
    #[serde(default)]
    session: Option<Pattern>,
    /// What copies of papers say beside them.
    #[serde(default)]
    remarks: Map<String, Pattern>,
    /// The papers.
    papers: Map<String, Template>,
    /// The dates of a calendar.
    pub(crate) calendar: CalendarForm,
}

static ZH: LazyLock<PaperWords> = LazyLock::new(|| built_in(Language::Zh));
static EN: LazyLock<PaperWords> = LazyLock::new(|| built_in(Language::En));

#[expect(clippy::expect_used, reason = "the wording is compiled in, and a test reads it")]
fn built_in(language: Language) -> PaperWords {
    PaperWords::from_json(PaperWords::file(language)).expect("the wording can be read")
}

impl PaperWords {
    /// The wording that comes with the library.
    pub fn built_in(language: Language) -> &'static Self {
        match language {
            Language::Zh => &ZH,
            Language::En => &EN,
        }
    }

    /// The file from which that wording comes, for an office that wants to change it.
    pub fn file(language: Language) -> &'static str {
        match language {
            Language::Zh => include_str!("../templates/zh.json"),
            Language::En => include_str!("../templates/en.json"),
        }
    }

    /// Wording from a file of an office's own.
    ///
    /// # Errors
    /// The place in the file, and what is wrong there.
    pub fn from_json(json: &str) -> Result<Self, MalformedError> {
        wire::from_str(json)
    }

    /// The names of the papers that it words.
    pub fn papers(&self) -> impl Iterator<Item = &str> {
        self.papers.keys().map(String::as_str)
    }

    /// The language in which the library answers, where an answer is put on paper.
    pub fn language(&self) -> Language {
        if self.lang.starts_with("zh") { Language::Zh } else { Language::En }
    }

    pub(crate) fn date(&self, date: Date) -> Result<String, PaperError> {
        self.date.fill("date", &self.on_day(date))
    }

    pub(crate) fn time(&self, time: Time) -> Result<String, PaperError> {
        let minute = time.to_chrono().time();
        let mut fields = self.on_day(time.date());
        fields.set("hour", minute.hour());
        fields.set("minute", format!("{:02}", minute.minute()));
        self.time.fill("time", &fields)
    }

    /// The word for a word of the journal.
    pub(crate) fn word(&self, kind: &'static str, word: &str) -> Result<String, PaperError> {
        let key = format!("{kind}.{word}");
        self.words.get(&key).cloned().ok_or(PaperError::NoWord { word: key })
    }

    /// A word that a wording from before there was one need not have; it has the one then that comes with the library.
    pub(crate) fn added_word(&self, kind: &'static str, word: &str) -> Result<String, PaperError> {
        self.word(kind, word).or_else(|_| Self::built_in(self.language()).word(kind, word))
    }

    /// A session of a kind by its number. A wording from before there were such has the form that comes with the library.
    pub(crate) fn nth(&self, ordinal: usize, kind: &str) -> Result<String, PaperError> {
        let mut fields = Fields::default();
        fields.set("ordinal", ordinal);
        fields.set("meeting", kind);
        let built_in = || Self::built_in(self.language()).session.as_ref();
        let pattern = self.session.as_ref().or_else(built_in);
        pattern.ok_or_else(|| PaperError::NoWord { word: "session".to_owned() })?.fill("session", &fields)
    }

    /// The word for a value of the journal.
    pub(crate) fn word_for(&self, kind: &'static str, value: &impl Serialize) -> Result<String, PaperError> {
        self.word(kind, &spelling(value))
    }

    /// What a copy says beside a paper. A wording from before there were remarks has those that come with the library.
    pub(crate) fn remark(&self, kind: &'static str, fields: &Fields) -> Result<String, PaperError> {
        let built_in = || Self::built_in(self.language()).remarks.get(kind);
        let pattern = self.remarks.get(kind).or_else(built_in);
        let pattern = pattern.ok_or_else(|| PaperError::NoWord { word: format!("remarks.{kind}") })?;
        pattern.fill("remarks", fields)
    }

    /// How secret a document is, and for how long, as it stands at its head.
    pub(crate) fn secrecy(&self, level: Secrecy, years: Option<u16>) -> Result<String, PaperError> {
        let mut fields = Fields::default();
        fields.set("level", level.text(self.language()));
        fields.set_some("years", years);
        let built_in = || Self::built_in(self.language()).secrecy.as_ref();
        let pattern = self.secrecy.as_ref().or_else(built_in);
        pattern.ok_or_else(|| PaperError::NoWord { word: "secrecy".to_owned() })?.fill("secrecy", &fields)
    }

    /// How the charter is read, where a date rests on it.
    pub(crate) fn reading(&self, reading: &ReadingUse) -> Result<String, PaperError> {
        self.word("reading", &format!("{}.{}", reading.reading, reading.option))
    }

    pub(crate) fn list<S: AsRef<str>>(&self, things: impl IntoIterator<Item = S>) -> String {
        let mut list = String::new();
        for thing in things {
            if !list.is_empty() {
                list.push_str(&self.list);
            }
            list.push_str(thing.as_ref());
        }
        list
    }

    /// The line that tells from what a paper was made.
    pub(crate) fn source(&self, count: u32, digest: &str) -> Result<String, PaperError> {
        let mut fields = Fields::default();
        fields.set("count", count);
        fields.set("digest", digest);
        self.source.fill("source", &fields)
    }

    fn on_day(&self, date: Date) -> Fields {
        let mut fields = Fields::default();
        fields.set("year", date.year());
        fields.set("month", date.month());
        fields.set_some("month_name", self.words.get(&format!("month.{}", date.month())));
        fields.set("day", date.day());
        fields
    }
}

/// A word of the journal as it stands there.
pub(crate) fn spelling(word: &impl Serialize) -> String {
    match serde_json::to_value(word) {
        Ok(serde_json::Value::String(it)) => it,
        _ => String::new(),
    }
}
