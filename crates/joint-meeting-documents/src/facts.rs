//! The facts: what the journal tells about a thing, gathered from the entries that name it.
//!
//! Nothing is judged here: what is owed or allowed is asked of the core.

mod action;
mod item;
mod journal;
mod meeting;
mod minutes;

pub(crate) use self::{
    action::ActionFacts,
    item::ItemFacts,
    journal::JournalFacts,
    meeting::MeetingFacts,
    minutes::{MinutesFacts, MinutesVersion, UnitReply},
};
