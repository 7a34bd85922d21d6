#![doc = include_str!("../README.md")]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]

// What a charter is, and what a rule is.
pub mod charter;
pub mod charters;
pub mod rule;

// What is done, and what is kept of it.
pub mod act;
mod act_kind;
pub mod body;
pub mod deed;
pub mod entry;
pub mod journal;
pub mod law;
mod moments;
mod record;
pub mod refusal;
pub mod state;

// The concepts, each with its acts, guards, duties and slice of the state.
pub mod action;
pub mod assignment;
pub mod decision;
pub mod document;
pub mod founding;
pub mod function;
pub mod meeting;
pub mod membership;
pub mod nesting;
pub mod number;
pub mod register;
pub mod report;

// What is answered.
pub mod audit;
mod duty;
pub mod family;
pub mod obligation;
pub mod options;
pub mod roster;
pub mod touched;
pub mod trail;
pub mod verdict;

// Names, dates, text.
pub mod id;
pub mod time;
pub mod wire;

// What crosses the border, as JSON Schema.
#[cfg(feature = "schema")]
pub mod schema;

pub use crate::{
    act::{Act, ActKind},
    body::{Decision, JointMeeting},
    charter::Charter,
    entry::{Entry, Submission},
    refusal::Refusal,
    verdict::Verdict,
};

/// The language in which an answer is put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Language {
    /// 中文
    Zh,
    /// English
    En,
}
