//! What a change of the charter touches: the open matters of a body that rest on what changed.
//!
//! Nothing is decided here: by which version an open matter goes on is a rule of the charter.

use serde::Serialize;

use crate::{
    body::JointMeeting,
    code::diff::CharterDiff,
    kernel::transition,
    state::State,
    terms::{
        act_kind::ActKind,
        id::Text,
        matter::{MatterKind, MatterRef},
        order,
        record::words,
        time::Date,
    },
    views::obligation::Obligation,
};

/// The open matters that a change of the charter touches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Touched {
    /// The day.
    pub on: Date,
    /// What was begun and not ended, and rests on a rule that changed.
    pub matters: Vec<OpenMatter>,
    /// What is owed within a year by a rule that changed, as the charter in force that day has it.
    pub owed: Vec<Obligation>,
}

words! {
    /// What can be open.
    #[non_exhaustive]
    pub enum OpenKind {
        /// A request that has no answer, or was granted and has no meeting.
        Request "提请" "request for a meeting",
        /// A meeting that is convened or open.
        Meeting "会议" "meeting",
        /// An item that is not settled.
        Item "议题" "agenda item",
        /// Minutes that are not issued.
        Minutes "会议纪要" "minutes",
        /// A document of which a receipt or a report to the superior is outstanding.
        Document "正式文件" "formal document",
        /// An assignment that is not completed.
        Assignment "落实任务" "assignment",
        /// A working group that has not ended.
        Group "联合工作组" "joint working group",
        /// A joint action that has not finished.
        Action "联合治理行动" "joint action",
        /// An inspection whose findings are not put right.
        Inspection "督导检查" "supervisory inspection",
        /// A case of adverse opinion that is not closed.
        Case "网络负面舆情" "case of adverse online opinion",
        /// A matter from above that is not completed.
        Matter "交办事项" "matter from above",
        /// Something that came in and is neither answered nor filed.
        Incoming "来文来件" "incoming paper",
    }
}

/// An open matter that rests on what changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct OpenMatter {
    /// What it is.
    pub kind: OpenKind,
    /// Its name.
    pub subject: String,
    /// The matter it belongs to, by which the law that it goes on under is named: minutes belong to their meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
    /// The acts that take it further and before which a rule stands that changed.
    pub acts: Vec<ActKind>,
    /// The rules that changed and stand before them.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::terms::schema::RuleId>"))]
    pub rules: Vec<&'static str>,
}

impl OpenKind {
    /// The acts that take such a matter further.
    fn acts(self) -> &'static [ActKind] {
        use ActKind::*;
        match self {
            Self::Request => &[AnswerRequest, WithdrawRequest, Convene],
            Self::Meeting => &[
                DelegatePresiding,
                Invite,
                SupplementNotice,
                SendApology,
                PostponeMeeting,
                CancelMeeting,
                OpenMeeting,
                RecordAttendance,
                RecordLeaving,
                CloseMeeting,
            ],
            Self::Item => &[
                ApproveAgenda,
                ConsultUnit,
                Discuss,
                StatePosition,
                WithdrawPosition,
                ReviseProposal,
                Agree,
                Clarify,
                LeaveOpen,
                ReferUpwards,
            ],
            Self::Minutes => &[
                RedraftMinutes,
                Consent,
                ConsentWithChanges,
                DeclineConsent,
                WithdrawConsent,
                Countersign,
                DeclineCountersign,
                WithdrawCountersignature,
                ApproveMinutes,
                AllotNumber,
                IssueDocument,
            ],
            Self::Document => &[
                ReportUp,
                AcknowledgeReceipt,
                SupplementRecipients,
                CorrectDocument,
                PublishDocument,
                WithdrawDocument,
                RevokeDocument,
                RepealDocument,
                ArchiveDocument,
            ],
            Self::Assignment => &[
                EnterCooperation,
                ReportProgress,
                ExtendAssignment,
                ShortenAssignment,
                CompleteAssignment,
                ReturnAssignment,
                AcceptResult,
                WithdrawAssignment,
            ],
            Self::Group => &[EndWorkingGroup],
            Self::Action => &[StartJointAction, FinishJointAction, RegroupJointAction, DropJointAction],
            Self::Inspection => &[RecordRectification],
            Self::Case => &[RecordOpinionLeg, CloseOpinionCase, ReopenOpinionCase],
            Self::Matter => &[CompleteAssignedMatter],
            Self::Incoming => &[PassOnIncoming, AnswerIncoming, FileIncoming],
        }
    }

    /// The matter to which a thing of this kind and of that name belongs.
    fn matter(self, name: &str, state: &State) -> Option<MatterRef> {
        let kind = match self {
            Self::Item => return transition::of_item(&name.parse().ok()?, &state.decisions),
            Self::Minutes => return transition::of_minutes(&name.parse().ok()?, &state.documents),
            Self::Document => return transition::of_document(&name.parse().ok()?, &state.documents),
            Self::Request => MatterKind::Request,
            Self::Meeting => MatterKind::Meeting,
            Self::Assignment => MatterKind::Assignment,
            Self::Group => MatterKind::Group,
            Self::Action => MatterKind::Action,
            Self::Inspection => MatterKind::Inspection,
            Self::Case => MatterKind::Case,
            Self::Matter => MatterKind::Matter,
            Self::Incoming => MatterKind::Incoming,
        };
        Some(MatterRef::of(kind, name.parse::<Text>().ok()?))
    }

    /// The names of the things of this kind that are open.
    fn open(self, state: &State) -> Vec<String> {
        fn names<'n, T: ToString + 'n>(all: impl IntoIterator<Item = &'n T>) -> Vec<String> {
            all.into_iter().map(ToString::to_string).collect()
        }
        match self {
            Self::Request => names(&state.meetings.pending),
            Self::Meeting => names(&state.meetings.live),
            Self::Item => names(&state.decisions.open),
            Self::Minutes => names(&state.documents.live),
            Self::Document => names(&state.documents.open),
            Self::Assignment => names(&state.assignments.open),
            Self::Group => names(&state.actions.groups_at_work),
            Self::Action => names(&state.actions.open_actions),
            Self::Inspection => names(&state.actions.to_rectify),
            Self::Case => names(&state.functions.open_cases),
            Self::Matter => names(&state.functions.open_matters),
            Self::Incoming => names(&state.incoming.open),
        }
    }
}

impl JointMeeting {
    /// The matters open at the end of a day that a change of the charter touches.
    ///
    /// A matter is touched where a rule that became law, ceased to be, or rests on a setting or reading that changed,
    /// stands before an act that takes it further. A clause that only moved or was reworded touches nothing.
    pub fn touched_by(&self, diff: &CharterDiff, on: Date) -> Touched {
        const YEAR: u32 = 366;
        let then = self.happened_by(on);
        let matters = OpenKind::ALL.iter().flat_map(|kind| {
            let touched =
                |act: &ActKind| act.rules().into_iter().filter(|it| diff.touches(it)).collect::<Vec<_>>();
            let acts: Vec<(ActKind, Vec<&'static str>)> = kind
                .acts()
                .iter()
                .map(|it| (*it, touched(it)))
                .filter(|(_, rules)| !rules.is_empty())
                .collect();
            let open = if acts.is_empty() { Vec::new() } else { kind.open(then.state()) };
            let mut rules: Vec<&str> = acts.iter().flat_map(|(_, rules)| rules).copied().collect();
            order::sort(&mut rules);
            rules.dedup();
            let acts: Vec<ActKind> = acts.iter().map(|(act, _)| *act).collect();
            let state = then.state();
            open.into_iter().map(move |subject| OpenMatter {
                kind: *kind,
                matter: kind.matter(&subject, state),
                subject,
                acts: acts.clone(),
                rules: rules.clone(),
            })
        });
        let owed = then.obligations(on, YEAR).into_iter().filter(|it| diff.touches(it.rule));
        Touched { on, matters: matters.collect(), owed: owed.collect() }
    }
}
