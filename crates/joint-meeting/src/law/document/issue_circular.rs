//! The act `issue_circular` issues a circular (编发通报).
//!
//! Only its fields are here; its rules, and how it is folded in, stand in `bulletin`.

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
        #[serde(default, deserialize_with = "crate::terms::json::shape::list", skip_serializing_if = "Vec::is_empty")]
        pub serves: Vec<ClauseId>,
    }
}
