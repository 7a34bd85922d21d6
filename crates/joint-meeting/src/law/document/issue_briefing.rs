//! The act `issue_briefing` issues a briefing (编发工作简报).
//!
//! Only its fields are here; its rules, and how it is folded in, stand in `bulletin`.

use crate::terms::{
    id::{BulletinId, ClauseId, Text},
    record::record,
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
        #[serde(default, deserialize_with = "crate::terms::json::shape::list", skip_serializing_if = "Vec::is_empty")]
        pub serves: Vec<ClauseId>,
    }
}
