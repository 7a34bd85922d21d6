//! The words for units: what a unit may entrust a person with.

use crate::terms::{act_kind::ActKind, record::words};

words! {
    /// What a unit entrusts a person with by a power of attorney (授权事项).
    #[non_exhaustive]
    pub enum EntrustedMatter {
        /// Asking for meetings, putting items and stating positions (提请开会、提出议题、表明意见).
        Positions "参会并表明意见" "attending and stating positions",
        /// Replies in writing where the unit is consulted (书面答复).
        Replies "书面答复征求的意见" "replies in writing",
        /// Consent to minutes (同意纪要).
        Consent "同意会议纪要" "consent to minutes",
        /// The reports of the unit (报送情况).
        Reports "报送工作情况" "reports",
        /// The tasks of the unit (办理任务).
        Tasks "办理任务" "tasks",
        /// The receipt of documents (签收文件).
        Receipt "签收文件" "the receipt of documents",
    }
}

impl EntrustedMatter {
    /// Whether an act is done in such a matter.
    pub(crate) fn covers(self, act: ActKind) -> bool {
        use ActKind::*;
        match self {
            Self::Positions => {
                matches!(act, RequestMeeting | AddAgendaItem | StatePosition | WithdrawPosition)
            }
            Self::Replies => act == ConsultUnit,
            Self::Consent => {
                matches!(act, Consent | ConsentWithChanges | DeclineConsent | WithdrawConsent)
            }
            Self::Reports => matches!(act, SubmitReport | SupplementReport),
            Self::Tasks => matches!(act, EnterCooperation | ReportProgress | CompleteAssignment),
            Self::Receipt => act == AcknowledgeReceipt,
        }
    }
}
