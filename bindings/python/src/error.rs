//! The errors, as the exceptions of `joint_meeting.errors`.

use joint_meeting::{
    BodyError, ConflictError, Language, OneRefusedError, ReplayError,
    answer::{NotBelowError, Refusal},
    charter::CharterErrors,
    journal::JournalError,
    wire::{self, MalformedError, QuestionError},
};
use joint_meeting_documents::PaperError;
use joint_meeting_tables::{RosterError, SheetError};
use pyo3::{PyErr, PyResult};

mod python {
    use pyo3::import_exception;

    import_exception!(joint_meeting.errors, CharterError);
    import_exception!(joint_meeting.errors, Conflict);
    import_exception!(joint_meeting.errors, JournalError);
    import_exception!(joint_meeting.errors, LeftInTheMiddle);
    import_exception!(joint_meeting.errors, Malformed);
    import_exception!(joint_meeting.errors, NoBody);
    import_exception!(joint_meeting.errors, NotBelow);
    import_exception!(joint_meeting.errors, PaperError);
    import_exception!(joint_meeting.errors, Refused);
    import_exception!(joint_meeting.errors, RosterError);
    import_exception!(joint_meeting.errors, TableError);
    import_exception!(joint_meeting.errors, Unknown);
}

/// An error of the core on its way to Python.
pub(crate) enum Error {
    Charter(CharterErrors),
    Conflict(ConflictError),
    Journal(JournalError),
    /// A panic came between the beginning and the end of an act.
    LeftInTheMiddle,
    Malformed(MalformedError),
    NoBody(BodyError),
    NotBelow(NotBelowError),
    Paper(PaperError),
    Python(PyErr),
    Roster(RosterError),
    Table(SheetError),
    Unknown(QuestionError),
    Refused {
        refusal: String,
        zh: String,
        en: String,
        language: &'static str,
        /// The place of the submission among several that were all to be performed.
        index: Option<usize>,
    },
}

pub(crate) type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// A refusal, with its words in both languages as they are now.
    pub(crate) fn refused(refusal: &Refusal, body: &joint_meeting::JointMeeting, language: Language) -> Self {
        Self::Refused {
            refusal: wire::to_string(refusal),
            zh: refusal.render(body, Language::Zh),
            en: refusal.render(body, Language::En),
            language: word(language),
            index: None,
        }
    }

    /// The refusal of one of several that were all to be performed.
    pub(crate) fn one_refused(
        error: &OneRefusedError,
        body: &joint_meeting::JointMeeting,
        language: Language,
    ) -> Self {
        match Self::refused(&error.refusal, body, language) {
            Self::Refused { refusal, zh, en, language, .. } => {
                Self::Refused { refusal, zh, en, language, index: Some(error.index) }
            }
            other => other,
        }
    }
}

/// The word for a language.
fn word(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh",
        Language::En => "en",
    }
}

/// The language that a word stands for.
pub(crate) fn language(word: &str) -> PyResult<Language> {
    match word {
        "zh" => Ok(Language::Zh),
        "en" => Ok(Language::En),
        _ => Err(pyo3::exceptions::PyValueError::new_err(format!("`{word}` is not a language: zh or en"))),
    }
}

/// The words of an error in Chinese.
macro_rules! zh {
    ($error:ident) => {
        $error.text(Language::Zh)
    };
}

impl From<Error> for PyErr {
    fn from(error: Error) -> Self {
        match error {
            Error::Charter(it) => {
                python::CharterError::new_err((wire::to_string(&it), zh!(it), it.to_string()))
            }
            Error::Conflict(it) => {
                python::Conflict::new_err((it.expected, it.found, zh!(it), it.to_string()))
            }
            Error::Journal(it) => {
                python::JournalError::new_err((it.line, wire::to_string(&it.fault), zh!(it), it.to_string()))
            }
            Error::LeftInTheMiddle => python::LeftInTheMiddle::new_err(()),
            Error::Malformed(it) => {
                let zh = zh!(it);
                python::Malformed::new_err((it.path, it.problem, zh))
            }
            Error::NoBody(it) => python::NoBody::new_err((wire::to_string(&it), zh!(it), it.to_string())),
            Error::NotBelow(it) => python::NotBelow::new_err((wire::to_string(&it), zh!(it), it.to_string())),
            Error::Paper(it) => {
                python::PaperError::new_err((wire::to_string(&it), zh!(it), it.text(Language::En)))
            }
            Error::Python(it) => it,
            Error::Roster(it) => {
                python::RosterError::new_err((wire::to_string(&it), zh!(it), it.text(Language::En)))
            }
            Error::Table(it) => {
                python::TableError::new_err((wire::to_string(&it), zh!(it), it.text(Language::En)))
            }
            Error::Unknown(it) => python::Unknown::new_err((wire::to_string(&it), zh!(it), it.to_string())),
            Error::Refused { refusal, zh, en, language, index } => {
                python::Refused::new_err((refusal, zh, en, language, index))
            }
        }
    }
}

macro_rules! from {
    ($($from:ty => $variant:ident;)*) => {
        $(impl From<$from> for Error {
            fn from(it: $from) -> Self {
                Self::$variant(it)
            }
        })*
    };
}

from! {
    CharterErrors => Charter;
    ConflictError => Conflict;
    JournalError => Journal;
    MalformedError => Malformed;
    BodyError => NoBody;
    NotBelowError => NotBelow;
    PaperError => Paper;
    QuestionError => Unknown;
    PyErr => Python;
    RosterError => Roster;
    SheetError => Table;
}

impl From<ReplayError> for Error {
    fn from(it: ReplayError) -> Self {
        match it {
            ReplayError::NoBody(it) => Self::NoBody(it),
            ReplayError::Journal(it) => Self::Journal(it),
        }
    }
}
