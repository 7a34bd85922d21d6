//! The values of settings that are one word of a few: who decides, who may, what becomes of a thing.

use serde::{Deserialize, Serialize};

use crate::terms::{
    id::{PostId, UnitId},
    record::words,
};

words! {
    /// Who decides on a change of the body itself.
    pub enum Decider {
        /// A matter agreed by any meeting of the body.
        Meeting,
        /// A matter agreed by a plenary meeting.
        Plenary,
        /// The convener.
        Convener,
        /// The lead unit.
        LeadUnit,
        /// The organ above.
        Superior,
        /// The charter is issued anew.
        Reissue,
    }
}

/// Who holds a role: the holder of a post (ex officio), or a unit as such.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Holder {
    /// Whoever holds the post that day.
    Post(PostId),
    /// Whoever acts for the unit that day.
    Unit(UnitId),
}

words! {
    /// What kind of holder a role has.
    pub enum HolderKind {
        /// The holder of a post.
        Post,
        /// A unit as such.
        Unit,
    }
}

impl Holder {
    /// Of what kind it is.
    pub fn kind(&self) -> HolderKind {
        match self {
            Self::Post(_) => HolderKind::Post,
            Self::Unit(_) => HolderKind::Unit,
        }
    }

    /// The name of the post or the unit.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Post(post) => post.to_string(),
            Self::Unit(unit) => unit.to_string(),
        }
    }
}

/// The office (办公室), or that there must be none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Office {
    /// No office may be set up.
    Forbidden,
    /// It sits in a unit.
    Seated {
        /// The unit that hosts it.
        host: UnitId,
        /// The posts whose holders direct it.
        director: Vec<PostId>,
        /// The posts whose holders are deputy directors.
        #[serde(default)]
        deputies: Vec<PostId>,
        /// The posts whose holders work in it.
        #[serde(default)]
        staff: Vec<PostId>,
    },
}

words! {
    /// What a change of a member or liaison officer needs.
    pub enum Succession {
        /// The unit notifies the office; nobody approves (通报).
        Notify,
        /// The unit files it with the office (备案).
        File,
        /// The unit proposes, the meeting confirms (确定).
        Confirm,
        /// The successor in the post follows without any act.
        Automatic,
    }
}

words! {
    /// Whom the person presiding may be by delegation.
    pub enum Delegate {
        /// Any person may be; how far that goes is a question of reading.
        Anyone,
        /// A deputy convener.
        DeputyConvener,
        /// A convener, for the chief convener.
        Convener,
        /// A member.
        Member,
        /// Nobody.
        Nobody,
    }
}

words! {
    /// What a meeting may do.
    pub enum Power {
        /// Hear a report (通报).
        Hear,
        /// Discuss.
        Discuss,
        /// Clarify (明确).
        Clarify,
        /// Agree (议定).
        Agree,
        /// Confirm members and liaison officers.
        ConfirmMembers,
        /// Amend the charter.
        Amend,
    }
}

words! {
    /// What must come before a meeting.
    pub enum PriorStep {
        /// A liaison meeting has been held since the last meeting of the kind.
        LiaisonMeeting,
        /// Each item to be decided was discussed at a liaison meeting.
        LiaisonDiscussion,
        /// The units concerned were consulted on each item to be decided.
        Consultation,
    }
}

words! {
    /// A group of units that a document must reach.
    pub enum RecipientGroup {
        /// Units that the document gives a task.
        Tasked,
        /// Member units that attended.
        Attending,
        /// Member units that were called and did not attend.
        Absent,
        /// All member units.
        AllMembers,
    }
}

words! {
    /// How open matters fare when a charter changes.
    pub enum Transition {
        /// They go on by the version under which they were begun.
        OldLaw,
        /// They go on by the new version.
        NewLaw,
        /// They go on by one or the other, as is chosen for each.
        Ask,
    }
}

words! {
    /// How the body ends.
    pub enum Dissolution {
        /// It ends by itself, when its work is done.
        OnCompletion,
        /// It ends with the superior's approval.
        Approval,
    }
}
