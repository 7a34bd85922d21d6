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
        Meeting "任何一次会议议定" "a matter agreed by a meeting",
        /// A matter agreed by a plenary meeting.
        Plenary "全体成员会议议定" "a matter agreed by a plenary meeting",
        /// The convener.
        Convener "召集人" "the convener",
        /// The lead unit.
        LeadUnit "牵头单位" "the lead unit",
        /// The organ above.
        Superior "上级" "the superior",
        /// The charter is issued anew.
        Reissue "重新印发制度" "a new issue of the charter",
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
        Post "职务" "post",
        /// A unit as such.
        Unit "单位" "unit",
    }
}

impl Office {
    /// The unit that hosts it.
    pub(crate) fn host(&self) -> Option<&UnitId> {
        match self {
            Self::Seated { host, .. } => Some(host),
            Self::Forbidden => None,
        }
    }

    /// The posts whose holders are of it, its directors first; none where only its seat is known.
    pub(crate) fn posts(&self) -> impl Iterator<Item = &PostId> {
        let all = match self {
            Self::Seated { director, deputies, staff, .. } => [&director[..], deputies, staff],
            Self::Forbidden => [&[][..]; 3],
        };
        all.into_iter().flatten()
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
        Notify "通报办公室" "notice to the office",
        /// The unit files it with the office (备案).
        File "报办公室备案" "filing with the office",
        /// The unit proposes, the meeting confirms (确定).
        Confirm "由会议确定" "confirmation by a meeting",
        /// The successor in the post follows without any act.
        Automatic "随职务自动接替" "succession in the post",
    }
}

words! {
    /// Whom the person presiding may be by delegation.
    pub enum Delegate {
        /// Any person may be; how far that goes is a question of reading.
        Anyone "任何人" "anyone",
        /// A deputy convener.
        DeputyConvener "副召集人" "deputy convener",
        /// A convener, for the chief convener.
        Convener "召集人" "convener",
        /// A member.
        Member "成员" "member",
        /// Nobody.
        Nobody "不得委托" "nobody",
    }
}

words! {
    /// What a meeting may do.
    pub enum Power {
        /// Hear a report (通报).
        Hear "听取通报" "hear a report",
        /// Discuss.
        Discuss "讨论" "discuss",
        /// Clarify (明确).
        Clarify "明确" "clarify",
        /// Agree (议定).
        Agree "议定" "agree",
        /// Confirm members and liaison officers.
        ConfirmMembers "确定成员和联络员" "confirm members and liaison officers",
        /// Amend the charter.
        Amend "修订制度" "amend the charter",
    }
}

words! {
    /// What must come before a meeting.
    pub enum PriorStep {
        /// A liaison meeting has been held since the last meeting of the kind.
        LiaisonMeeting "联络员会议" "a liaison meeting",
        /// Each item to be decided was discussed at a liaison meeting.
        LiaisonDiscussion "在联络员会议上讨论" "discussion at a liaison meeting",
        /// The units concerned were consulted on each item to be decided.
        Consultation "征求有关单位意见" "consultation of the units concerned",
    }
}

words! {
    /// A group of units that a document must reach.
    pub enum RecipientGroup {
        /// Units that the document gives a task.
        Tasked "承担任务的单位" "units with a task",
        /// Member units that attended.
        Attending "与会成员单位" "member units that attended",
        /// Member units that were called and did not attend.
        Absent "未到会的成员单位" "member units that were absent",
        /// All member units.
        AllMembers "全体成员单位" "all member units",
    }
}

words! {
    /// How open matters fare when a charter changes.
    pub enum Transition {
        /// They go on by the version under which they were begun.
        OldLaw "按旧制度办理" "by the old version",
        /// They go on by the new version.
        NewLaw "按新制度办理" "by the new version",
        /// They go on by one or the other, as is chosen for each.
        Ask "逐项选定" "as is chosen for each",
    }
}

words! {
    /// How the body ends.
    pub enum Dissolution {
        /// It ends by itself, when its work is done.
        OnCompletion "任务完成后自行撤销" "by itself when the work is done",
        /// It ends with the superior's approval.
        Approval "经上级批准撤销" "with the approval of the superior",
    }
}

words! {
    /// How another body stands to this one.
    pub enum StandsTo {
        /// It is above.
        Above "在上" "above",
        /// It is beside.
        Beside "并列" "beside",
        /// It is below.
        Below "在下" "below",
    }
}
