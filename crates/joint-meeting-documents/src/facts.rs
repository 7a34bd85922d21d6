//! What is known of a thing: what it is, from the core, and what was said of it, from the entries that the core numbers.
//!
//! Nothing is judged and nothing folded here: what is owed or allowed, and how far a thing has come, is asked of the core.

mod action;
mod document;
mod item;
mod journal;
mod meeting;
mod minutes;

pub(crate) use self::{
    action::ActionFacts,
    document::IssueFacts,
    item::ItemFacts,
    journal::{JournalFacts, act},
    meeting::MeetingFacts,
    minutes::{MinutesFacts, MinutesVersion, UnitReply},
};
