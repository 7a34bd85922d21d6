//! Matters that can be open when the charter changes, by kind and name.

use crate::terms::{
    id::{
        ActionId, AssignmentId, CaseId, GroupId, IncomingId, InspectionId, ItemId, MatterId, MeetingId,
        RequestId, Text,
    },
    record::{record, words},
};

words! {
    /// A kind of matter that can be open when the charter changes.
    #[non_exhaustive]
    pub enum MatterKind {
        /// A request for a meeting, until it is answered.
        Request "提请" "request for a meeting",
        /// An agenda item, until a meeting takes it up.
        Item "议题" "agenda item",
        /// A meeting, to the document that comes of it.
        Meeting "会议" "meeting",
        /// An assignment.
        Assignment "落实任务" "assignment",
        /// A joint working group.
        Group "联合工作组" "joint working group",
        /// A joint action.
        Action "联合治理行动" "joint action",
        /// An inspection whose findings are to be put right.
        Inspection "督导检查" "supervisory inspection",
        /// A case of adverse online opinion.
        Case "网络负面舆情" "case of adverse online opinion",
        /// A matter assigned from above.
        Matter "交办事项" "matter from above",
        /// Something that came in, until it is answered or filed.
        Incoming "来文来件" "incoming paper",
    }
}

words! {
    /// By which law an open matter goes on.
    pub enum Law {
        /// It goes on by the version under which it began.
        OldLaw "按旧制度办理" "by the old version",
        /// It goes on by the new version.
        NewLaw "按新制度办理" "by the new version",
    }
}

record! {
    /// A matter by its kind and name.
    #[derive(PartialOrd, Ord)]
    pub struct MatterRef {
        /// Its kind.
        pub kind: MatterKind,
        /// Its name.
        pub name: Text,
    }
}

impl MatterKind {
    /// The word for such a name in refusals.
    pub(crate) fn kind(self) -> &'static str {
        match self {
            Self::Request => RequestId::KIND,
            Self::Item => ItemId::KIND,
            Self::Meeting => MeetingId::KIND,
            Self::Assignment => AssignmentId::KIND,
            Self::Group => GroupId::KIND,
            Self::Action => ActionId::KIND,
            Self::Inspection => InspectionId::KIND,
            Self::Case => CaseId::KIND,
            Self::Matter => MatterId::KIND,
            Self::Incoming => IncomingId::KIND,
        }
    }
}
