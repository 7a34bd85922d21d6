//! The JSON Schemas of what crosses the border (feature `schema`).
//!
//! The types describe themselves; here is the list of those that a host meets first, and the names that are plain
//! strings in Rust. How the schemas are written down, and what other languages make of them, is not said here.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    body::{
        Breach,
        error::{BodyError, ConflictError},
    },
    charter::{
        error::CharterErrors,
        file::CharterFile,
        outline::Outline,
        overruled::Overruled,
        readings::ReadingKey,
        settings::{SettingKey, Settings},
        text::Misplaced,
    },
    code::{diff::CharterDiff, lint::LintFinding},
    doors::{
        decision::Decision,
        question::{Question, QuestionError},
    },
    journal::{Head, Header, JournalError, Line},
    kernel::refusal::Refusal,
    registry::{
        acts::Act,
        entry::{Entry, Submission},
    },
    terms::{
        act_kind::ActKind,
        json::MalformedError,
        period::Period,
        schema::{lines, word},
    },
    views::{
        audit::Audit,
        family::{FamilyAudit, NotBelowError},
        obligation::Obligation,
        options::{Choice, page::OptionsPage},
        roster::Roster,
        touched::Touched,
        trail::{EntryExplained, RuleExplained, Trace},
    },
};

macro_rules! crossing {
    ($($(#[$doc:meta])* $list:ident: [$($ty:ty),* $(,)?],)*) => {$(
        $(#[$doc])*
        pub fn $list(generator: &mut SchemaGenerator) {
            $(generator.subschema_for::<$ty>();)*
        }
    )*};
}

crossing! {
    /// Adds what the library reads, and all that is in it, to the definitions of a generator.
    read: [Submission, Act, Entry, CharterFile, Settings, Header, Line<'static>, Head, Period, Question],
    /// Adds what the library answers, and all that is in it, to the definitions of a generator.
    written: [
        Decision, Refusal, Choice, OptionsPage, Obligation, Audit, FamilyAudit, Roster, Trace, RuleExplained, EntryExplained,
        Breach, Touched, CharterDiff, LintFinding, Misplaced, Outline<'static>, Overruled,
        MalformedError, QuestionError, CharterErrors, JournalError, BodyError, ConflictError, NotBelowError,
    ],
}

fn act_name(doc: &str) -> Schema {
    let all: Vec<&str> = ActKind::ALL.iter().map(|it| it.name()).collect();
    json_schema!({ "description": lines(doc), "type": "string", "enum": all })
}

/// Keys that have a name in JSON, where they stand as plain strings.
macro_rules! keys {
    ($($(#[doc = $doc:literal])* $key:ident = $name:literal: $bounds:ident;)*) => {$(
        impl JsonSchema for $key {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $bounds(concat!($($doc, "\n"),*))
            }
        }
    )*};
}

keys! {
    /// The name of an act, as it stands under `type`.
    ActKind = "ActName": act_name;
    /// The name of a setting of a charter: `report.due`.
    SettingKey = "SettingId": word;
    /// The name of a question of reading: `report.due_day`.
    ReadingKey = "ReadingId": word;
}
