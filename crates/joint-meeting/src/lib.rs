#![doc = include_str!("../../../README.md")]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]

// In reading order: what a charter is, what a rule is, what happens, what is answered.
pub mod charter;
pub mod charters;
pub mod rule;

pub mod act;
pub mod entry;
pub mod journal;
mod record;
pub mod refusal;
pub mod state;

pub mod decision;
pub mod founding;
pub mod meeting;
pub mod membership;
pub mod number;

pub mod audit;
pub mod body;
mod duty;
pub mod obligation;
pub mod options;
pub mod roster;
pub mod trail;
pub mod verdict;

pub mod id;
pub mod time;
pub mod wire;

pub use crate::{
    act::{Act, ActKind},
    body::{Decision, JointMeeting},
    charter::Charter,
    entry::{Entry, Submission},
    refusal::Refusal,
    verdict::Verdict,
};

/// The language in which an answer is put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// 中文
    Zh,
    /// English
    En,
}
