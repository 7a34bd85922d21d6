//! `issue_briefing`: issues a briefing (编发工作简报).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, new_name, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::{Ask, Case},
    },
    law::{
        document::{bulletin::bulletins, numbering::year},
        membership::by_office,
    },
    state::{
        State,
        document::{Bulletin, BulletinKind},
    },
    terms::{
        deed::Stamp,
        id::{BulletinId, ClauseId, Text},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Issues a briefing (编发工作简报).
    pub struct IssueBriefing {
        /// Its new name.
        pub bulletin: BulletinId,
        /// Its title.
        pub title: Text,
        /// What it says.
        pub text: Text,
        /// The functions of the body that it serves.
        optional pub serves: Vec<ClauseId>,
    }
}

bulletins! { IssueBriefing is Briefing; }
