//! The act `issue_circular` issues a circular (编发通报).
//!
//! Only its fields are here; its rules, and how it is folded in, stand in `bulletin`.

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
    /// Issues a circular (编发通报): it commends, criticises or makes known, and needs neither consent nor a document
    /// number.
    ///
    /// Only the office may do it (`actor.is_office`). The functions it names must be clauses of the charter.
    ///
    /// It settles the serial: the running number of the circular among the circulars of the year. The circular counts
    /// for the duty `briefing.issued`, as a briefing does, and serves the functions that it names.
    ///
    /// ```
    /// use joint_meeting::{Act, act::IssueCircular, wire};
    ///
    /// let act = IssueCircular::new(
    ///     "b2".parse()?,
    ///     "the inspection of June".parse()?,
    ///     "what was found".parse()?,
    /// )
    /// .serves(["F-9".parse()?]);
    /// let json = r#"{
    ///     "type": "issue_circular", "bulletin": "b2", "title": "the inspection of June",
    ///     "text": "what was found", "serves": ["F-9"]
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct IssueCircular {
        /// The new name of the circular.
        pub bulletin: BulletinId,
        /// The title of the circular.
        pub title: Text,
        /// What the circular says.
        pub text: Text,
        /// The functions of the body that the circular serves.
        optional pub serves: Vec<ClauseId>,
    }
}

bulletins! { IssueCircular is Circular; }
