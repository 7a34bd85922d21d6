//! Every act in one type, which is read, decided and folded in by what it is.
//!
//! The list of the acts itself is in `terms::act_kind`.

use std::{fmt, marker::PhantomData};

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        decide::{decide, settle},
        known,
        outcome::Outcome,
        refusal::Refusal,
        rule::Rule,
        view::Ask,
    },
    law::founding::common::COMMON,
    law::{
        action::{
            drop_joint_action::DropJointAction, end_working_group::EndWorkingGroup,
            finish_joint_action::FinishJointAction, form_working_group::FormWorkingGroup,
            plan_joint_action::PlanJointAction, record_inspection::RecordInspection,
            record_joint_enforcement::RecordJointEnforcement, record_rectification::RecordRectification,
            regroup_joint_action::RegroupJointAction, start_joint_action::StartJointAction,
        },
        assignment::{
            accept_result::AcceptResult, assign::Assign, complete_assignment::CompleteAssignment,
            consent_to_task::ConsentToTask, enter_cooperation::EnterCooperation,
            extend_assignment::ExtendAssignment, report_progress::ReportProgress,
            return_assignment::ReturnAssignment, shorten_assignment::ShortenAssignment,
            withdraw_assignment::WithdrawAssignment,
        },
        decision::{
            add_agenda_item::AddAgendaItem, agree::Agree, clarify::Clarify, consult_unit::ConsultUnit,
            discuss::Discuss, leave_open::LeaveOpen, refer_upwards::ReferUpwards,
            revise_proposal::ReviseProposal, state_position::StatePosition,
            withdraw_position::WithdrawPosition,
        },
        document::{
            acknowledge_receipt::AcknowledgeReceipt, allot_number::AllotNumber,
            approve_minutes::ApproveMinutes, archive_document::ArchiveDocument, consent::Consent,
            consent_with_changes::ConsentWithChanges, correct_document::CorrectDocument,
            countersign::Countersign, decline_consent::DeclineConsent,
            decline_countersign::DeclineCountersign, draft_minutes::DraftMinutes,
            issue_briefing::IssueBriefing, issue_circular::IssueCircular, issue_document::IssueDocument,
            issue_other_document::IssueOtherDocument, publish_document::PublishDocument,
            redraft_minutes::RedraftMinutes, repeal_document::RepealDocument, report_up::ReportUp,
            revoke_document::RevokeDocument, supplement_recipients::SupplementRecipients,
            void_number::VoidNumber, withdraw_consent::WithdrawConsent,
            withdraw_countersignature::WithdrawCountersignature, withdraw_document::WithdrawDocument,
        },
        founding::{
            adopt_charter::AdoptCharter, amend_charter::AmendCharter, choose_law::ChooseLaw,
            choose_reading::ChooseReading, dissolve::Dissolve,
        },
        function::{
            accept_assigned_matter::AcceptAssignedMatter, close_data_channel::CloseDataChannel,
            close_opinion_case::CloseOpinionCase, complete_assigned_matter::CompleteAssignedMatter,
            note_none_this_year::NoteNoneThisYear, open_data_channel::OpenDataChannel,
            open_opinion_case::OpenOpinionCase, record_contact::RecordContact,
            record_good_practice::RecordGoodPractice, record_guidance::RecordGuidance,
            record_opinion_leg::RecordOpinionLeg, record_training::RecordTraining, record_work::RecordWork,
            reopen_opinion_case::ReopenOpinionCase,
        },
        incoming::{
            answer_incoming::AnswerIncoming, file_incoming::FileIncoming, pass_on_incoming::PassOnIncoming,
            register_incoming::RegisterIncoming,
        },
        meeting::{
            answer_request::AnswerRequest, approve_agenda::ApproveAgenda, cancel_meeting::CancelMeeting,
            close_meeting::CloseMeeting, convene::Convene, declare_key_period::DeclareKeyPeriod,
            delegate_presiding::DelegatePresiding, invite::Invite, open_meeting::OpenMeeting,
            postpone_meeting::PostponeMeeting, record_attendance::RecordAttendance,
            record_leaving::RecordLeaving, request_meeting::RequestMeeting, send_apology::SendApology,
            supplement_notice::SupplementNotice, withdraw_request::WithdrawRequest,
        },
        membership::{
            admit_unit::AdmitUnit, authorize::Authorize, confirm_appointment::ConfirmAppointment,
            end_naming::EndNaming, end_unit::EndUnit, fill_post::FillPost, merge_units::MergeUnits,
            move_functions::MoveFunctions, name_liaison_officer::NameLiaisonOfficer, name_member::NameMember,
            notify_change::NotifyChange, rename_unit::RenameUnit, revoke_authorization::RevokeAuthorization,
            vacate_post::VacatePost, withdraw_unit::WithdrawUnit,
        },
        nesting::{
            end_child::EndChild, link_child::LinkChild, record_child::RecordChild, revise_child::ReviseChild,
        },
        register::{
            adopt_register::AdoptRegister, enter_register_item::EnterRegisterItem,
            retire_register_item::RetireRegisterItem, revise_register_item::ReviseRegisterItem,
        },
        report::{
            log_collection::LogCollection, report_results::ReportResults, submit_report::SubmitReport,
            supplement_report::SupplementReport,
        },
    },
    registry::{correct_record::CorrectRecord, entry::Entry},
    state::State,
    terms::{
        act_kind::{ActKind, for_each_act},
        deed::Stamp,
        id::UnitId,
        json,
        language::Language,
        matter::MatterRef,
        record::{ActField, Mention},
    },
};

fn rules<A: ActType>() -> Vec<&'static Rule> {
    A::GUARDS.iter().map(|it| &it.rule).collect()
}

/// Acts, each made when it is asked for.
pub(crate) type Candidates<'a> = Box<dyn Iterator<Item = Act> + 'a>;

fn candidates<'a, A: ActType>(ask: &'a Ask<'_>) -> Candidates<'a>
where
    Act: From<A>,
{
    Box::new(A::candidates(ask).into_iter().map(Act::from))
}

/// What there is to know of an act.
pub(crate) struct ActInfo {
    pub(crate) free: &'static [&'static str],
    pub(crate) fields: &'static [ActField],
    rules: fn() -> Vec<&'static Rule>,
    candidates: for<'a> fn(&'a Ask<'_>) -> Candidates<'a>,
}

impl ActInfo {
    /// Its guards' rules, in order.
    pub(crate) fn rules(&self) -> Vec<&'static Rule> {
        (self.rules)()
    }

    pub(crate) fn candidates<'a>(&self, ask: &'a Ask<'_>) -> Candidates<'a> {
        (self.candidates)(ask)
    }
}

macro_rules! acts {
    ($($act:ident = $name:literal,)*) => {
        /// An act: what a host submits, what the journal keeps. On the wire an object with its name under `type`.
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
        #[serde(tag = "type")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[allow(missing_docs, reason = "each act is documented at its struct")]
        #[non_exhaustive]
        pub enum Act { $(#[serde(rename = $name)] $act(Box<$act>),)* }

        pub(crate) static ACTS: &[ActInfo] = &[$(ActInfo {
            free: <$act as ActType>::FREE,
            fields: <$act as Mention>::FIELDS,
            rules: rules::<$act>,
            candidates: candidates::<$act>,
        }),*];

        impl ActKind {
            fn read<'de, M: de::MapAccess<'de>>(self, map: M) -> Result<Act, M::Error> {
                let map = de::value::MapAccessDeserializer::new(map);
                match self { $(Self::$act => Box::deserialize(map).map(Act::$act)),* }
            }
        }

        impl Act {
            /// Its type.
            pub const fn kind(&self) -> ActKind {
                match self { $(Self::$act(_) => ActKind::$act),* }
            }

            pub(crate) fn decide(&self, ask: Ask<'_>) -> Result<Outcome, Refusal> {
                match self { $(Self::$act(it) => decide::<$act>(it, ask, COMMON)),* }
            }

            /// What it settles, whatever rules stand in its way.
            pub(crate) fn settle(&self, ask: Ask<'_>) -> Outcome {
                match self { $(Self::$act(it) => settle::<$act>(it, ask)),* }
            }

            pub(crate) fn matter(&self, state: &State) -> Option<MatterRef> {
                match self { $(Self::$act(it) => it.matter(state)),* }
            }

            /// Whether it says something that a journal of the first format has no place for.
            pub(crate) fn says_more(&self) -> bool {
                match self { $(Self::$act(it) => it.says_more()),* }
            }

            fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, charter: &Charter) {
                match self { $(Self::$act(it) => it.apply(stamp, outcome, state, charter)),* }
            }
        }

        impl Mention for Act {
            fn mention<'a>(&'a self, found: &mut dyn FnMut(&'static str, &'a crate::terms::spelling::Spelling)) {
                match self { $(Self::$act(it) => it.mention(found)),* }
            }
        }

        $(impl From<$act> for Act {
            fn from(it: $act) -> Self {
                Self::$act(Box::new(it))
            }
        })*
    };
}

impl State {
    /// Folds an entry in. The entry is trusted: whether it may happen was decided before.
    pub fn apply(&mut self, entry: &Entry, charter: &Charter) {
        let stamp = entry.stamp();
        self.note(entry.act.kind(), stamp);
        entry.act.apply(stamp, &entry.outcome, self, charter);
    }
}

impl Act {
    /// The unit of which it is the word, if it is one: a position, an answer, a signature, a report, whom it names.
    pub(crate) fn said_for(&self) -> Option<&UnitId> {
        match self {
            Self::StatePosition(it) => Some(&it.unit),
            Self::WithdrawPosition(it) => Some(&it.unit),
            Self::Consent(it) => Some(&it.unit),
            Self::ConsentWithChanges(it) => Some(&it.unit),
            Self::DeclineConsent(it) => Some(&it.unit),
            Self::WithdrawConsent(it) => Some(&it.unit),
            Self::Countersign(it) => Some(&it.unit),
            Self::DeclineCountersign(it) => Some(&it.unit),
            Self::WithdrawCountersignature(it) => Some(&it.unit),
            Self::ConsentToTask(it) => Some(&it.unit),
            Self::SubmitReport(it) => Some(&it.unit),
            Self::SupplementReport(it) => Some(&it.unit),
            Self::NameMember(it) => Some(&it.unit),
            Self::NameLiaisonOfficer(it) => Some(&it.unit),
            Self::EndNaming(it) => Some(&it.unit),
            Self::Authorize(it) => Some(&it.unit),
            Self::RevokeAuthorization(it) => Some(&it.unit),
            _ => None,
        }
    }
}

impl ActKind {
    /// The ids of its rules, in the order in which grounds are given.
    pub fn rules(self) -> Vec<&'static str> {
        self.info().rules().into_iter().map(|it| it.id).collect()
    }

    /// Its fields, in the order in which they are written.
    ///
    /// ```
    /// use joint_meeting::ActKind;
    ///
    /// let notified = ActKind::Convene.fields().iter().find(|it| it.name == "held_at").unwrap();
    /// assert_eq!((notified.kind, notified.many, notified.optional), ("time", false, false));
    /// ```
    pub fn fields(self) -> &'static [ActField] {
        self.info().fields
    }

    pub(crate) fn info(self) -> &'static ActInfo {
        #[expect(clippy::indexing_slicing, reason = "both lists are made by one macro")]
        &ACTS[self as usize]
    }
}

/// Reads an act as what its `type` says, which `terms::json` tells first. Where another reader does not, what it tells is gathered
/// and read again.
impl<'de> Deserialize<'de> for Act {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Act;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an act: an object with a `type`")
            }

            fn visit_map<M: de::MapAccess<'de>>(self, mut map: M) -> Result<Act, M::Error> {
                let mut key = match map.next_key()? {
                    Some(ReadWord(Ok(TypeKey))) => return kind::<M::Error>(map.next_value()?)?.read(map),
                    Some(ReadWord(Err(other))) => Some(other),
                    None => None,
                };
                let mut all = serde_json::Map::new();
                while let Some(field) = key {
                    if all.contains_key(&field) {
                        return Err(de::Error::custom(format_args!("duplicate field `{field}`")));
                    }
                    all.insert(field, map.next_value()?);
                    key = map.next_key()?;
                }
                if !all.contains_key("type") {
                    return Err(de::Error::missing_field("type"));
                }
                json::from_value(&all.into()).map_err(|why| de::Error::custom(why.problem))
            }
        }

        deserializer.deserialize_struct("Act", &["type"], Visitor)
    }
}

fn kind<E: de::Error>(ReadWord(kind): ReadWord<ActKind>) -> Result<ActKind, E> {
    kind.map_err(|name| {
        let near = known::near_words(&name, ActKind::ALL.iter().map(|it| it.name()));
        E::custom(known::unknown("act", &name, &near, Language::En))
    })
}

impl<'de> Deserialize<'de> for ActKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        kind(ReadWord::deserialize(deserializer)?)
    }
}

/// What a word stands for or, if it stands for nothing, the word itself.
struct ReadWord<T>(Result<T, String>);

/// What a word can stand for.
pub(crate) trait Known: Sized {
    fn known(word: &str) -> Option<Self>;
}

/// The key `type`.
struct TypeKey;

impl Known for TypeKey {
    fn known(word: &str) -> Option<Self> {
        (word == "type").then_some(Self)
    }
}

impl Known for ActKind {
    fn known(word: &str) -> Option<Self> {
        Self::named(word)
    }
}

impl<'de, T: Known> Deserialize<'de> for ReadWord<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<T>);

        impl<T: Known> de::Visitor<'_> for Visitor<T> {
            type Value = ReadWord<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E>(self, word: &str) -> Result<ReadWord<T>, E> {
                Ok(ReadWord(T::known(word).ok_or_else(|| word.to_owned())))
            }
        }

        deserializer.deserialize_str(Visitor(PhantomData))
    }
}

for_each_act! { acts }
