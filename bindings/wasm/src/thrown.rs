//! What goes wrong, on its way to the host: an object with a `type`, of which `js/errors.ts` makes an error of a class.

use joint_meeting::{
    BodyError, ConflictError, Language, ReplayError,
    answer::NotBelowError,
    charter::CharterErrors,
    journal::JournalError,
    wire::{MalformedError, QuestionError},
};
use serde_json::{Value, json};
use wasm_bindgen::JsValue;

/// What is thrown; a host gets it as JSON text.
pub struct Thrown(Value);

impl Thrown {
    /// With what belongs to its type, and its message in both languages.
    pub(crate) fn new(kind: &str, mut about: Value, [zh, en]: [String; 2]) -> Self {
        if let Value::Object(about) = &mut about {
            about.insert("type".to_owned(), kind.into());
            about.insert("message".to_owned(), en.into());
            about.insert("zh".to_owned(), zh.into());
        }
        Self(about)
    }
}

impl From<Thrown> for JsValue {
    fn from(it: Thrown) -> Self {
        Self::from_str(&it.0.to_string())
    }
}

/// The message of an error in both languages.
macro_rules! words {
    ($it:expr) => {
        [$it.text(Language::Zh), $it.text(Language::En)]
    };
}

pub(crate) use words;

impl From<MalformedError> for Thrown {
    fn from(it: MalformedError) -> Self {
        Self::new("malformed", json!({ "path": it.path, "problem": it.problem }), words!(it))
    }
}

impl From<CharterErrors> for Thrown {
    fn from(it: CharterErrors) -> Self {
        Self::new("charter", json!({ "errors": it.0 }), words!(it))
    }
}

impl From<BodyError> for Thrown {
    fn from(it: BodyError) -> Self {
        misplaced(words!(it))
    }
}

impl From<NotBelowError> for Thrown {
    fn from(it: NotBelowError) -> Self {
        misplaced(words!(it))
    }
}

/// It is the place of a charter that is wrong, not its file.
fn misplaced(words: [String; 2]) -> Thrown {
    Thrown::new("charter", json!({ "errors": [] }), words)
}

impl From<JournalError> for Thrown {
    fn from(it: JournalError) -> Self {
        Self::new("journal", json!({ "line": it.line, "fault": it.fault }), words!(it))
    }
}

impl From<ReplayError> for Thrown {
    fn from(it: ReplayError) -> Self {
        match it {
            ReplayError::NoBody(it) => it.into(),
            ReplayError::Journal(it) => it.into(),
        }
    }
}

impl From<ConflictError> for Thrown {
    fn from(it: ConflictError) -> Self {
        Self::new("conflict", json!({ "expected": it.expected, "found": it.found }), words!(it))
    }
}

impl From<QuestionError> for Thrown {
    fn from(it: QuestionError) -> Self {
        Self::new("question", json!({ "why": it }), words!(it))
    }
}
