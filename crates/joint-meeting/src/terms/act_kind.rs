//! The acts by name: the one list from which `ActKind` is made here, and `Act` in the registry.

use crate::terms::record::keyed;

/// Calls a macro with every act and its name on the wire, concept by concept.
macro_rules! for_each_act {
    ($then:ident) => {
        $then! {
            // Founding: the charter itself.
            AdoptCharter = "adopt_charter",
            AmendCharter = "amend_charter",
            ChooseLaw = "choose_law",
            ChooseReading = "choose_reading",
            Dissolve = "dissolve",

            // Membership: units, posts, persons.
            AdmitUnit = "admit_unit",
            WithdrawUnit = "withdraw_unit",
            MergeUnits = "merge_units",
            EndUnit = "end_unit",
            MoveFunctions = "move_functions",
            RenameUnit = "rename_unit",
            FillPost = "fill_post",
            VacatePost = "vacate_post",
            NameMember = "name_member",
            NameLiaisonOfficer = "name_liaison_officer",
            ConfirmAppointment = "confirm_appointment",
            NotifyChange = "notify_change",
            EndNaming = "end_naming",
            Authorize = "authorize",
            RevokeAuthorization = "revoke_authorization",

            // Meetings.
            RequestMeeting = "request_meeting",
            AnswerRequest = "answer_request",
            WithdrawRequest = "withdraw_request",
            ApproveAgenda = "approve_agenda",
            Convene = "convene",
            SupplementNotice = "supplement_notice",
            DelegatePresiding = "delegate_presiding",
            Invite = "invite",
            SendApology = "send_apology",
            PostponeMeeting = "postpone_meeting",
            CancelMeeting = "cancel_meeting",
            OpenMeeting = "open_meeting",
            RecordAttendance = "record_attendance",
            RecordLeaving = "record_leaving",
            CloseMeeting = "close_meeting",
            DeclareKeyPeriod = "declare_key_period",

            // Decisions.
            AddAgendaItem = "add_agenda_item",
            ConsultUnit = "consult_unit",
            Discuss = "discuss",
            StatePosition = "state_position",
            WithdrawPosition = "withdraw_position",
            ReviseProposal = "revise_proposal",
            Agree = "agree",
            Clarify = "clarify",
            LeaveOpen = "leave_open",
            ReferUpwards = "refer_upwards",

            // Documents.
            DraftMinutes = "draft_minutes",
            RedraftMinutes = "redraft_minutes",
            Consent = "consent",
            ConsentWithChanges = "consent_with_changes",
            DeclineConsent = "decline_consent",
            WithdrawConsent = "withdraw_consent",
            Countersign = "countersign",
            DeclineCountersign = "decline_countersign",
            WithdrawCountersignature = "withdraw_countersignature",
            ApproveMinutes = "approve_minutes",
            AllotNumber = "allot_number",
            VoidNumber = "void_number",
            IssueDocument = "issue_document",
            IssueOtherDocument = "issue_other_document",
            ReportUp = "report_up",
            AcknowledgeReceipt = "acknowledge_receipt",
            SupplementRecipients = "supplement_recipients",
            CorrectDocument = "correct_document",
            PublishDocument = "publish_document",
            WithdrawDocument = "withdraw_document",
            RevokeDocument = "revoke_document",
            RepealDocument = "repeal_document",
            ArchiveDocument = "archive_document",
            IssueBriefing = "issue_briefing",
            IssueCircular = "issue_circular",

            // Assignments.
            ConsentToTask = "consent_to_task",
            Assign = "assign",
            EnterCooperation = "enter_cooperation",
            ReportProgress = "report_progress",
            ExtendAssignment = "extend_assignment",
            ShortenAssignment = "shorten_assignment",
            CompleteAssignment = "complete_assignment",
            ReturnAssignment = "return_assignment",
            AcceptResult = "accept_result",
            WithdrawAssignment = "withdraw_assignment",

            // Joint work.
            FormWorkingGroup = "form_working_group",
            EndWorkingGroup = "end_working_group",
            PlanJointAction = "plan_joint_action",
            StartJointAction = "start_joint_action",
            FinishJointAction = "finish_joint_action",
            RegroupJointAction = "regroup_joint_action",
            DropJointAction = "drop_joint_action",
            RecordJointEnforcement = "record_joint_enforcement",
            RecordInspection = "record_inspection",
            RecordRectification = "record_rectification",

            // Standing functions.
            OpenDataChannel = "open_data_channel",
            CloseDataChannel = "close_data_channel",
            RecordTraining = "record_training",
            RecordGuidance = "record_guidance",
            RecordGoodPractice = "record_good_practice",
            OpenOpinionCase = "open_opinion_case",
            RecordOpinionLeg = "record_opinion_leg",
            CloseOpinionCase = "close_opinion_case",
            ReopenOpinionCase = "reopen_opinion_case",
            AcceptAssignedMatter = "accept_assigned_matter",
            CompleteAssignedMatter = "complete_assigned_matter",
            NoteNoneThisYear = "note_none_this_year",
            RecordWork = "record_work",
            RecordContact = "record_contact",

            // What comes in.
            RegisterIncoming = "register_incoming",
            PassOnIncoming = "pass_on_incoming",
            AnswerIncoming = "answer_incoming",
            FileIncoming = "file_incoming",

            // Responsibility register.
            EnterRegisterItem = "enter_register_item",
            ReviseRegisterItem = "revise_register_item",
            RetireRegisterItem = "retire_register_item",
            AdoptRegister = "adopt_register",

            // Reports.
            SubmitReport = "submit_report",
            SupplementReport = "supplement_report",
            LogCollection = "log_collection",
            ReportResults = "report_results",

            // Nesting.
            RecordChild = "record_child",
            ReviseChild = "revise_child",
            EndChild = "end_child",
            LinkChild = "link_child",

            // The record itself.
            CorrectRecord = "correct_record",
        }
    };
}

pub(crate) use for_each_act;

/// The version of the format of journals.
pub const FORMAT: u32 = 2;

macro_rules! act_kinds {
    ($($act:ident = $name:literal,)*) => {
        /// The type of an act, without its arguments.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each act is documented at its struct")]
        #[non_exhaustive]
        pub enum ActKind { $($act,)* }

        impl ActKind {
            /// Every act, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$act),*];

            /// The name on the wire.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$act => $name),* }
            }

            /// The first format of journals that can hold it.
            pub(crate) const fn format(self) -> u32 {
                match self {
                    Self::ReviseChild
                    | Self::EndChild
                    | Self::EndUnit
                    | Self::MoveFunctions
                    | Self::EndNaming
                    | Self::Authorize
                    | Self::RevokeAuthorization
                    | Self::WithdrawConsent
                    | Self::WithdrawCountersignature
                    | Self::WithdrawRequest
                    | Self::RegroupJointAction
                    | Self::DropJointAction
                    | Self::ReopenOpinionCase
                    | Self::SendApology
                    | Self::RecordLeaving
                    | Self::IssueOtherDocument
                    | Self::SupplementRecipients
                    | Self::CorrectDocument
                    | Self::PublishDocument
                    | Self::WithdrawDocument
                    | Self::RevokeDocument
                    | Self::RepealDocument
                    | Self::ArchiveDocument
                    | Self::ShortenAssignment
                    | Self::ReturnAssignment
                    | Self::AcceptResult
                    | Self::WithdrawAssignment
                    | Self::RegisterIncoming
                    | Self::PassOnIncoming
                    | Self::AnswerIncoming
                    | Self::FileIncoming
                    | Self::CorrectRecord => 2,
                    _ => 1,
                }
            }

            /// The act of that name.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$act),)* _ => None }
            }
        }
    };
}

for_each_act! { act_kinds }

keyed! { ActKind }
