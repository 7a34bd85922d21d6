//! The act `issue_briefing` issues a briefing (编发工作简报).
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
    /// Issues a briefing (编发工作简报): news of the work, which needs neither consent nor a document number.
    ///
    /// Only the office may do it (`actor.is_office`). The functions it names must be clauses of the charter.
    ///
    /// It settles the serial: the running number of the briefing among the briefings of the year. The briefing counts
    /// for the duty `briefing.issued`, and serves the functions that it names.
    ///
    /// ```
    /// use joint_meeting::{Act, act::IssueBriefing, wire};
    ///
    /// let act = IssueBriefing::new("b1".parse()?, "first half".parse()?, "what was done".parse()?)
    ///     .serves(["F-9".parse()?]);
    /// let json = r#"{
    ///     "type": "issue_briefing", "bulletin": "b1", "title": "first half", "text": "what was done",
    ///     "serves": ["F-9"]
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct IssueBriefing {
        /// The new name of the briefing.
        pub bulletin: BulletinId,
        /// The title of the briefing.
        pub title: Text,
        /// What the briefing says.
        pub text: Text,
        /// The functions of the body that the briefing serves.
        optional pub serves: Vec<ClauseId>,
    }
}

bulletins! { IssueBriefing is Briefing; }
