//! Matters that can be open when the charter changes, by kind and name.

use crate::terms::{
    id::{
        ActionId, AssignmentId, CaseId, GroupId, InspectionId, ItemId, MatterId, MeetingId, RequestId, Text,
    },
    record::{record, words},
};

words! {
    /// A kind of matter that can be open when the charter changes.
    #[non_exhaustive]
    pub enum MatterKind {
        /// A request for a meeting, until it is answered.
        Request,
        /// An agenda item, until a meeting takes it up.
        Item,
        /// A meeting, to the document that comes of it.
        Meeting,
        /// An assignment.
        Assignment,
        /// A joint working group.
        Group,
        /// A joint action.
        Action,
        /// An inspection whose findings are to be put right.
        Inspection,
        /// A case of adverse online opinion.
        Case,
        /// A matter assigned from above.
        Matter,
    }
}

words! {
    /// By which law an open matter goes on.
    pub enum Law {
        /// It goes on by the version under which it began.
        OldLaw,
        /// It goes on by the new version.
        NewLaw,
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
        }
    }
}
