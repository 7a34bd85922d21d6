//! stub
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]
pub mod act;
pub mod assignment;
pub mod charter;
pub mod charters;
pub mod decision;
mod duty;
pub mod entry;
pub mod founding;
pub mod id;
pub mod journal;
pub mod meeting;
pub mod membership;
pub mod nesting;
pub mod number;
mod record;
pub mod refusal;
pub mod register;
pub mod report;
pub mod rule;
pub mod state;
pub mod time;
pub mod verdict;
pub mod wire;
pub use charter::Charter;
/// The language of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// 中文
    Zh,
    /// English
    En,
}
