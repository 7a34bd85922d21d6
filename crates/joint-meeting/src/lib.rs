#![doc = include_str!("../README.md")]
// The face of the core: one public path for each item, and the only file that says what is public.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]
#![allow(
    refining_impl_trait_internal,
    reason = "whether candidates are made at once is each act's own affair"
)]

mod body;
pub mod charter;
mod code;
mod doors;
pub mod journal;
mod kernel;
mod law;
mod registry;
pub mod state;
mod terms;
mod views;

/// The acts, one struct each, with the records that stand in their fields.
///
/// `new` takes what must be said, in the order of the fields. What may be said as well has a method with the name of its
/// field:
///
/// ```
/// use joint_meeting::{Act, act::Convene, words::{MeetingKind, Mode}};
///
/// let convene = Convene::new("m1".parse()?, MeetingKind::Plenary, ["police".parse()?], "2022-06-30T09:00:00+08:00".parse()?)
///     .agenda(["i1".parse()?, "i2".parse()?])
///     .mode(Mode::Video)
///     .approved_by("p1".parse()?);
/// assert_eq!(convene.agenda.len(), 2);
/// assert_eq!(convene.presiding, None);
/// assert_eq!(Act::from(convene).kind().name(), "convene");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub mod act {
    pub use crate::law::action::drop_joint_action::DropJointAction;
    pub use crate::law::action::end_working_group::EndWorkingGroup;
    pub use crate::law::action::finish_joint_action::FinishJointAction;
    pub use crate::law::action::form_working_group::FormWorkingGroup;
    pub use crate::law::action::plan_joint_action::PlanJointAction;
    pub use crate::law::action::record_inspection::RecordInspection;
    pub use crate::law::action::record_joint_enforcement::RecordJointEnforcement;
    pub use crate::law::action::record_rectification::RecordRectification;
    pub use crate::law::action::regroup_joint_action::RegroupJointAction;
    pub use crate::law::action::start_joint_action::StartJointAction;
    pub use crate::law::assignment::accept_result::AcceptResult;
    pub use crate::law::assignment::assign::Assign;
    pub use crate::law::assignment::complete_assignment::CompleteAssignment;
    pub use crate::law::assignment::consent_to_task::ConsentToTask;
    pub use crate::law::assignment::enter_cooperation::EnterCooperation;
    pub use crate::law::assignment::extend_assignment::ExtendAssignment;
    pub use crate::law::assignment::report_progress::ReportProgress;
    pub use crate::law::assignment::return_assignment::ReturnAssignment;
    pub use crate::law::assignment::shorten_assignment::ShortenAssignment;
    pub use crate::law::assignment::withdraw_assignment::WithdrawAssignment;
    pub use crate::law::decision::add_agenda_item::AddAgendaItem;
    pub use crate::law::decision::agree::Agree;
    pub use crate::law::decision::clarify::Clarify;
    pub use crate::law::decision::consult_unit::ConsultUnit;
    pub use crate::law::decision::discuss::Discuss;
    pub use crate::law::decision::leave_open::LeaveOpen;
    pub use crate::law::decision::refer_upwards::ReferUpwards;
    pub use crate::law::decision::revise_proposal::ReviseProposal;
    pub use crate::law::decision::state_position::StatePosition;
    pub use crate::law::decision::withdraw_position::WithdrawPosition;
    pub use crate::law::document::acknowledge_receipt::AcknowledgeReceipt;
    pub use crate::law::document::allot_number::AllotNumber;
    pub use crate::law::document::approve_minutes::ApproveMinutes;
    pub use crate::law::document::archive_document::ArchiveDocument;
    pub use crate::law::document::consent::Consent;
    pub use crate::law::document::consent_with_changes::ConsentWithChanges;
    pub use crate::law::document::correct_document::CorrectDocument;
    pub use crate::law::document::countersign::Countersign;
    pub use crate::law::document::decline_consent::DeclineConsent;
    pub use crate::law::document::decline_countersign::DeclineCountersign;
    pub use crate::law::document::draft_minutes::DraftMinutes;
    pub use crate::law::document::issue_briefing::IssueBriefing;
    pub use crate::law::document::issue_circular::IssueCircular;
    pub use crate::law::document::issue_document::IssueDocument;
    pub use crate::law::document::issue_other_document::IssueOtherDocument;
    pub use crate::law::document::publish_document::PublishDocument;
    pub use crate::law::document::redraft_minutes::RedraftMinutes;
    pub use crate::law::document::repeal_document::RepealDocument;
    pub use crate::law::document::report_up::ReportUp;
    pub use crate::law::document::revoke_document::RevokeDocument;
    pub use crate::law::document::supplement_recipients::SupplementRecipients;
    pub use crate::law::document::void_number::VoidNumber;
    pub use crate::law::document::withdraw_consent::WithdrawConsent;
    pub use crate::law::document::withdraw_countersignature::WithdrawCountersignature;
    pub use crate::law::document::withdraw_document::WithdrawDocument;
    pub use crate::law::founding::Approval;
    pub use crate::law::founding::adopt::{FirstHolder, FirstMember};
    pub use crate::law::founding::adopt_charter::AdoptCharter;
    pub use crate::law::founding::amend_charter::AmendCharter;
    pub use crate::law::founding::choose_law::ChooseLaw;
    pub use crate::law::founding::choose_reading::ChooseReading;
    pub use crate::law::founding::dissolve::Dissolve;
    pub use crate::law::function::accept_assigned_matter::AcceptAssignedMatter;
    pub use crate::law::function::close_data_channel::CloseDataChannel;
    pub use crate::law::function::close_opinion_case::CloseOpinionCase;
    pub use crate::law::function::complete_assigned_matter::CompleteAssignedMatter;
    pub use crate::law::function::note_none_this_year::NoteNoneThisYear;
    pub use crate::law::function::open_data_channel::OpenDataChannel;
    pub use crate::law::function::open_opinion_case::OpenOpinionCase;
    pub use crate::law::function::record_contact::RecordContact;
    pub use crate::law::function::record_good_practice::RecordGoodPractice;
    pub use crate::law::function::record_guidance::RecordGuidance;
    pub use crate::law::function::record_opinion_leg::RecordOpinionLeg;
    pub use crate::law::function::record_training::RecordTraining;
    pub use crate::law::function::record_work::RecordWork;
    pub use crate::law::function::reopen_opinion_case::ReopenOpinionCase;
    pub use crate::law::incoming::answer_incoming::AnswerIncoming;
    pub use crate::law::incoming::file_incoming::FileIncoming;
    pub use crate::law::incoming::pass_on_incoming::PassOnIncoming;
    pub use crate::law::incoming::register_incoming::RegisterIncoming;
    pub use crate::law::meeting::answer_request::AnswerRequest;
    pub use crate::law::meeting::approve_agenda::ApproveAgenda;
    pub use crate::law::meeting::cancel_meeting::CancelMeeting;
    pub use crate::law::meeting::close_meeting::CloseMeeting;
    pub use crate::law::meeting::convene::Convene;
    pub use crate::law::meeting::declare_key_period::DeclareKeyPeriod;
    pub use crate::law::meeting::delegate_presiding::DelegatePresiding;
    pub use crate::law::meeting::invite::Invite;
    pub use crate::law::meeting::open_meeting::OpenMeeting;
    pub use crate::law::meeting::postpone_meeting::PostponeMeeting;
    pub use crate::law::meeting::record_attendance::{Observer, RecordAttendance};
    pub use crate::law::meeting::record_leaving::RecordLeaving;
    pub use crate::law::meeting::request_meeting::RequestMeeting;
    pub use crate::law::meeting::send_apology::SendApology;
    pub use crate::law::meeting::session::Present;
    pub use crate::law::meeting::supplement_notice::SupplementNotice;
    pub use crate::law::meeting::withdraw_request::WithdrawRequest;
    pub use crate::law::membership::admit_unit::AdmitUnit;
    pub use crate::law::membership::authorize::Authorize;
    pub use crate::law::membership::confirm_appointment::ConfirmAppointment;
    pub use crate::law::membership::end_naming::EndNaming;
    pub use crate::law::membership::end_unit::{EndUnit, UnitAfter};
    pub use crate::law::membership::fill_post::FillPost;
    pub use crate::law::membership::merge_units::MergeUnits;
    pub use crate::law::membership::move_functions::MoveFunctions;
    pub use crate::law::membership::name_liaison_officer::NameLiaisonOfficer;
    pub use crate::law::membership::name_member::NameMember;
    pub use crate::law::membership::notify_change::NotifyChange;
    pub use crate::law::membership::rename_unit::RenameUnit;
    pub use crate::law::membership::revoke_authorization::RevokeAuthorization;
    pub use crate::law::membership::vacate_post::VacatePost;
    pub use crate::law::membership::withdraw_unit::WithdrawUnit;
    pub use crate::law::nesting::end_child::EndChild;
    pub use crate::law::nesting::link_child::LinkChild;
    pub use crate::law::nesting::record_child::RecordChild;
    pub use crate::law::nesting::revise_child::ReviseChild;
    pub use crate::law::register::adopt_register::AdoptRegister;
    pub use crate::law::register::enter_register_item::EnterRegisterItem;
    pub use crate::law::register::retire_register_item::RetireRegisterItem;
    pub use crate::law::register::revise_register_item::ReviseRegisterItem;
    pub use crate::law::report::log_collection::LogCollection;
    pub use crate::law::report::report_results::ReportResults;
    pub use crate::law::report::submit_report::SubmitReport;
    pub use crate::law::report::supplement_report::SupplementReport;
    pub use crate::registry::correct_record::{CorrectRecord, RecordChange, Replacement};
}

/// What a body answers with: refusals, verdicts, obligations, choices, rosters, trails.
pub mod answer {
    pub use crate::body::Breach;
    pub use crate::kernel::due::{Due, Reckoning};
    pub use crate::kernel::finding::{EntryFails, Finding, StateWord, VersionAnswer};
    pub use crate::kernel::known::{KnownName, UnknownError};
    pub use crate::kernel::refusal::{Cure, Ground, Name, OnlyBy, Refusal};
    pub use crate::kernel::verdict::{Bearer, Counts, Judgement, ReadingUse, Verdict, VerdictByReading};
    pub use crate::views::audit::{Audit, ClauseVerdict};
    pub use crate::views::family::{ChildAudit, FamilyAudit, NotBelowError};
    pub use crate::views::label::Label;
    pub use crate::views::obligation::Obligation;
    pub use crate::views::options::page::{OptionsAfter, OptionsCount, OptionsPage, OptionsWanted};
    pub use crate::views::options::{Blank, Choice, Draft, Next};
    pub use crate::views::roster::{EntrustedOnDay, RoleOnDay, Roster, UnitOnDay};
    pub use crate::views::say::parts::{GroundInWords, PartsInWords};
    pub use crate::views::touched::{OpenKind, OpenMatter, Touched};
    pub use crate::views::trail::{EntryExplained, RuleExplained, Trace};
}

/// For those who write charters: what looks wrong in one, what changed between two, a file to begin with.
pub mod authoring {
    pub use crate::code::diff::{
        CharterDiff, EntryChange, Fate, FieldChange, ReadingChange, RuleChange, RuleFate, SettingChange,
        SettingStand, Version,
    };
    pub use crate::code::lint::{Lint, LintFinding};
    pub use crate::code::skeleton::{record_skeleton, skeleton};
}

/// Work that a host can cancel while it is under way.
pub mod cancel {
    pub use crate::terms::cancel::{Cancel, is_cancelled};
}

/// The charters that come with the library, as the files they are.
pub mod charters {
    pub use crate::charter::bundled::{ALL, GENERAL, get};
}

/// Names: the typed ids of everything that a charter or an act can name, and bounded text.
pub mod id {
    pub use crate::terms::id::{
        ActionId, AssignmentId, BulletinId, CaseId, ChannelId, CharterId, ChildId, ClassId, ClauseId,
        DocumentId, GroupId, ID_MAX, IdLiteral, IncomingId, InspectionId, ItemId, MatterId, MeetingId,
        MinutesId, PersonId, PostId, RegisterItemId, RequestId, SeriesId, TEXT_MAX, Text, TextError, UnitId,
    };
}

/// How much there can be of a thing.
pub mod limits {
    pub use crate::terms::limits::{
        CALENDAR_MAX, DAYS_OFF_MAX, ENTRIES_MAX, HORIZON_DAYS_MAX, OPTIONS_COUNTED, OPTIONS_MAX,
        OPTIONS_PAGE, PERIOD_YEARS_MAX, PROOFS_MAX,
    };
}

/// Document numbers (发文字号).
pub mod number {
    pub use crate::terms::number::{DocumentNumber, NumberError, SERIAL_MAX};
}

/// The rules by their ids.
pub mod rule {
    pub use crate::kernel::rule::{Remedy, Rule};
    pub use crate::registry::rules::{duties, find, guards};
}

#[cfg(feature = "schema")]
/// What crosses the border, as JSON Schema.
pub mod schema {
    pub use crate::doors::schema::{read, written};
}

/// Small maps and sets, kept in order: what things of the state and records hold by unit, person or day.
pub mod sorted {
    pub use crate::terms::sorted::{Map, MapEntry, Pairs, Set};
}

/// Times, dates, periods and working days.
pub mod time {
    pub use crate::terms::calendar::used::CalendarUse;
    pub use crate::terms::calendar::{Calendar, CalendarError, DayKind, Reckoned, TableError};
    pub use crate::terms::period::{Period, PeriodError, Rhythm};
    pub use crate::terms::time::{
        Date, DateError, MonthDay, Time, TimeError, YEARS, bounded_year, date_literal, start_of, time_literal,
    };
}

/// JSON in, JSON out: the only door for text.
pub mod wire {
    pub use crate::doors::decision::Decision;
    pub use crate::doors::many::{MANY_MAX, submissions, submissions_each};
    pub use crate::doors::question::{Answer, Day, Moment, Question, QuestionError, Span};
    pub use crate::terms::chinese::{Forms, chinese};
    pub use crate::terms::json::{
        DEPTH_MAX, LINE_MAX, LIST_MAX, MalformedError, calendar, from_slice, from_str, from_str_within,
        to_string,
    };
}

/// The word lists that acts, charters and answers share.
pub mod words {
    pub use crate::terms::field_help::{HELP, HELP_OF_ONE, field_help};
    pub use crate::terms::field_words::{FIELDS, OF_ONE, field_text};
    pub use crate::terms::kinds::{KINDS, kind_text};
    pub use crate::terms::matter::{Law, MatterKind, MatterRef};
    pub use crate::terms::nearest::nearest;
    pub use crate::terms::proof::ProofKind;
    pub use crate::terms::words::{
        Capacity, Carrier, ChildLink, DocumentKind, EntrustedMatter, Grassroots, IncomingKind, ItemKind,
        MeetingKind, Mode, Named, ObserverRole, OpinionLeg, Position, Publicness, Purpose, Rank, Role,
        Secrecy, Step, UnitKind, Urgency,
    };
}

pub use chrono;

pub use crate::body::JointMeeting;
pub use crate::body::error::{BodyError, ConflictError, ReplayError};
pub use crate::body::past::Past;
pub use crate::body::together::OneRefusedError;
pub use crate::charter::Charter;
pub use crate::doors::bundled::BundledError;
pub use crate::kernel::against::{Against, AgainstKept, FindingKept, GroundKept};
pub use crate::kernel::outcome::{BrokenSince, Outcome, SettledAgain};
pub use crate::registry::acts::Act;
pub use crate::registry::entry::{Attached, Entry, Submission};
pub use crate::terms::act_kind::ActKind;
pub use crate::terms::language::Language;
pub use crate::terms::proof::{FileDigest, FileDigestError, Proof};
pub use crate::terms::record::ActField;
