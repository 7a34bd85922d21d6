//! `issue_circular`: issues a circular (编发通报).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use crate::terms::{
    id::{BulletinId, ClauseId, Text},
    record::record,
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
