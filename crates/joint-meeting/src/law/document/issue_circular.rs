//! `issue_circular`: issues a circular (编发通报).
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
    /// Issues a circular (编发通报).
    pub struct IssueCircular {
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

bulletins! { IssueCircular is Circular; }
