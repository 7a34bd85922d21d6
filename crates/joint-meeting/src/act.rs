//! The list of acts, and `decide`: may this act be done?
//!
//! Each act is a struct in the file of its concept, with its guards beside it. Adding an act: the struct
//! and its `ActType` there, one line in the list at the end of this file.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::{
    charter::Charter,
    charter::Clause,
    charter::ReadingKey,
    charter::settings::Series,
    deed::Stamp,
    entry::{Entry, Outcome},
    id::UnitId,
    law::MatterRef,
    record::Mention,
    record::keyed,
    refusal::{Ground, Name, Refusal},
    rule::{Ask, COMMON, Case, Check, Guard, Rule, View},
    state::State,
    time::Time,
    wire::{self, Entries, Reader},
};

/// What makes a struct an act.
pub(crate) trait ActType: Clone + Mention + 'static {
    /// What its names stand for in the state.
    type Names<'s>: Since;

    /// The rules that stand before it, in the order in which grounds are given.
    const GUARDS: &'static [Guard<Self>];

    /// The fields a host has still to choose in a candidate: texts, dates, new names.
    const FREE: &'static [&'static str] = &[];

    /// The matter that it carries on, for which the charter may name another version than that of the day; none for an act
    /// that begins a matter or stands alone.
    fn matter(&self, state: &State) -> Option<MatterRef>;

    /// Finds what its names stand for. Every name is looked up, so that all unknown ones are known.
    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>>;

    /// The latest moment of the things it builds on; it cannot happen before. Said only by an act that may happen before the
    /// last change of what its names stand for.
    fn since(names: &Self::Names<'_>) -> Option<Time> {
        names.since()
    }

    /// What has to be settled when it is accepted.
    fn settle(_case: &Case<'_, Self>) -> Outcome {
        Outcome::None
    }

    /// Folds the accepted act into the state. Holds no rule and cannot refuse.
    fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, charter: &Charter);

    /// The acts of this type worth trying for this actor now.
    fn candidates(_ask: &Ask<'_>) -> Vec<Self> {
        Vec::new()
    }
}

/// Something on which an act can build, and before whose last change the act cannot happen.
pub(crate) trait Since {
    /// The moment of that change; none for what has no such moment.
    fn since(&self) -> Option<Time> {
        None
    }
}

impl Since for () {}

impl Since for Time {
    fn since(&self) -> Option<Time> {
        Some(*self)
    }
}

impl<T: Since> Since for &T {
    fn since(&self) -> Option<Time> {
        (*self).since()
    }
}

impl<T: Since> Since for Option<T> {
    fn since(&self) -> Option<Time> {
        self.as_ref().and_then(T::since)
    }
}

impl<T: Since> Since for Vec<T> {
    fn since(&self) -> Option<Time> {
        self.iter().filter_map(T::since).max()
    }
}

impl<A: Since, B: Since> Since for (A, B) {
    fn since(&self) -> Option<Time> {
        self.0.since().max(self.1.since())
    }
}

/// Says where a thing keeps the moment of its last change; a thing that has no such moment stands alone.
macro_rules! since {
    ($($thing:ident $(($($moment:tt)+))?;)*) => {$(
        impl crate::act::Since for $thing {
            $(fn since(&self) -> Option<Time> {
                crate::act::Since::since(&self.$($moment)+)
            })?
        }
    )*};
}

pub(crate) use since;

since! { Charter; Clause; Series; ReadingKey; UnitId; u8; }

/// A kind of name that stands for a kind of thing.
pub(crate) trait StandsFor: Ord + Mention + Sized + 'static {
    type Thing;

    /// All things of the kind, as the state keeps them.
    fn all(state: &State) -> &BTreeMap<Self, Self::Thing>;
}

/// Says what a kind of name stands for, and where the state keeps it.
macro_rules! stands_for {
    ($($id:ident => $thing:ident in $slice:ident.$all:ident;)*) => {$(
        impl crate::act::StandsFor for $id {
            type Thing = $thing;

            fn all(state: &crate::state::State) -> &std::collections::BTreeMap<Self, $thing> {
                &state.$slice.$all
            }
        }
    )*};
}

pub(crate) use stands_for;

/// Looks names up, and remembers those that mean nothing or too much.
pub(crate) struct Resolver<'s> {
    pub(crate) state: &'s State,
    pub(crate) charter: &'s Charter,
    pub(crate) charters: &'s [Charter],
    unknown: Vec<Name>,
    taken: Vec<Name>,
}

impl<'s> Resolver<'s> {
    fn of(ask: &Ask<'s>) -> Self {
        let View { state, charter, charters, .. } = ask.view;
        let mut resolver = Self { state, charter, charters, unknown: Vec::new(), taken: Vec::new() };
        if state.is_founded() && !state.membership.knows_person(ask.by) {
            resolver.unknown(ask.by);
        }
        resolver
    }

    /// What a name stands for.
    pub(crate) fn known<K: StandsFor>(&mut self, id: &K) -> Option<&'s K::Thing> {
        let found = K::all(self.state).get(id);
        if found.is_none() {
            self.unknown(id);
        }
        found
    }

    /// Every one of several names.
    pub(crate) fn all_known<'i, K: StandsFor>(
        &mut self,
        ids: impl IntoIterator<Item = &'i K>,
    ) -> Option<Vec<&'s K::Thing>> {
        let found: Vec<Option<&K::Thing>> = ids.into_iter().map(|it| self.known(it)).collect();
        found.into_iter().collect()
    }

    /// A name for a new thing must be free.
    pub(crate) fn free<K: StandsFor>(&mut self, id: &K) -> Option<()> {
        if !K::all(self.state).contains_key(id) {
            return Some(());
        }
        id.mention(&mut |kind, name| self.taken.push(Name { kind, name: name.to_owned() }));
        None
    }

    /// Records a name that means nothing here.
    pub(crate) fn unknown(&mut self, id: &impl Mention) {
        id.mention(&mut |kind, name| self.unknown.push(Name { kind, name: name.to_owned() }));
    }

    /// Records a word that names nothing in the library itself.
    pub(crate) fn unknown_word(&mut self, kind: &'static str, word: &str) {
        self.unknown.push(Name { kind, name: word.to_owned() });
    }

    fn finish(self, found_all: bool) -> Result<(), Refusal> {
        let (mut unknown, mut taken) = (self.unknown, self.taken);
        if found_all && unknown.is_empty() && taken.is_empty() {
            return Ok(());
        }
        for list in [&mut unknown, &mut taken] {
            list.sort();
            list.dedup();
        }
        Err(Refusal::Names { unknown, taken })
    }
}

fn decide<A: ActType>(act: &A, mut ask: Ask<'_>) -> Result<Outcome, Refusal> {
    let mut resolver = Resolver::of(&ask);
    let names = act.resolve(&mut resolver);
    resolver.finish(names.is_some())?;
    // With every name found there is something for every name.
    let Some(names) = names else { return Ok(Outcome::None) };
    ask.since = A::since(&names);
    let mut grounds = Grounds::common(&ask)?;
    let case = Case { ask, act, names };
    for (ix, guard) in A::GUARDS.iter().enumerate() {
        if let Some(clauses) = grounds.asked(case.kind, ix, &guard.rule) {
            grounds.note(&guard.rule, clauses, (guard.check)(&case));
        }
    }
    grounds.finish()?;
    Ok(A::settle(&case))
}

/// What the guards find amiss, whatever the type of the act.
struct Grounds<'s> {
    charter: &'s Charter,
    found: Vec<Ground>,
}

impl<'s> Grounds<'s> {
    /// What the guards find that are asked of every act.
    fn common(ask: &Ask<'s>) -> Result<Self, Refusal> {
        let charter = ask.view.charter;
        let mut grounds = Self { charter, found: Vec::new() };
        for (ix, guard) in COMMON.iter().enumerate() {
            grounds.note(&guard.rule, charter.common_claims(ix), (guard.check)(ask));
        }
        // Before the charter is adopted nothing else can be asked.
        if ask.view.state.is_founded() || grounds.found.is_empty() {
            return Ok(grounds);
        }
        Err(grounds.refusal())
    }

    /// The clauses that claim a guard; none if it is no law here.
    fn asked(&self, kind: ActKind, ix: usize, rule: &Rule) -> Option<&'s [u16]> {
        let clauses = self.charter.claims(kind, ix);
        (rule.always || !clauses.is_empty()).then_some(clauses)
    }

    fn note(&mut self, rule: &Rule, clauses: &[u16], check: Check) {
        if let Err(finding) = check {
            self.found.push(Ground::new(rule, clauses, self.charter, finding));
        }
    }

    fn finish(self) -> Result<(), Refusal> {
        if self.found.is_empty() { Ok(()) } else { Err(self.refusal()) }
    }

    fn refusal(self) -> Refusal {
        Refusal::Rules { grounds: self.found, version: self.charter.version() }
    }
}

fn rules<A: ActType>() -> Vec<&'static Rule> {
    A::GUARDS.iter().map(|it| &it.rule).collect()
}

fn candidates<A: ActType>(ask: &Ask<'_>) -> Vec<Act>
where
    Act: From<A>,
{
    A::candidates(ask).into_iter().map(Act::from).collect()
}

/// What there is to know of an act.
pub(crate) struct ActInfo {
    pub(crate) free: &'static [&'static str],
    rules: fn() -> Vec<&'static Rule>,
    candidates: fn(&Ask<'_>) -> Vec<Act>,
}

impl ActInfo {
    /// Its guards' rules, in order.
    pub(crate) fn rules(&self) -> Vec<&'static Rule> {
        (self.rules)()
    }

    pub(crate) fn candidates(&self, ask: &Ask<'_>) -> Vec<Act> {
        (self.candidates)(ask)
    }
}

macro_rules! acts {
    ($($(#[$doc:meta])* $module:ident :: $act:ident = $name:literal,)*) => {
        $(pub use crate::$module::$act;)*

        /// An act: what a host submits, what the journal keeps. On the wire an object with its name under `type`.
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
        #[serde(tag = "type")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[allow(missing_docs, reason = "each act is documented at its struct")]
        pub enum Act { $($(#[$doc])* #[serde(rename = $name)] $act(Box<$act>),)* }

        /// The type of an act, without its arguments.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each act is documented at its struct")]
        pub enum ActKind { $($act,)* }

        pub(crate) static ACTS: &[ActInfo] = &[$(ActInfo {
            free: <$act as ActType>::FREE,
            rules: rules::<$act>,
            candidates: candidates::<$act>,
        }),*];

        impl ActKind {
            /// Every act, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$act),*];

            /// The name on the wire.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$act => $name),* }
            }

            /// The act of that name.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$act),)* _ => None }
            }
        }

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
                match self { $(Self::$act(it) => decide::<$act>(it, ask)),* }
            }

            pub(crate) fn matter(&self, state: &State) -> Option<MatterRef> {
                match self { $(Self::$act(it) => it.matter(state)),* }
            }

            fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, charter: &Charter) {
                match self { $(Self::$act(it) => it.apply(stamp, outcome, state, charter)),* }
            }
        }

        impl Mention for Act {
            fn mention<'a>(&'a self, found: &mut dyn FnMut(&'static str, &'a str)) {
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
    /// Folds an entry in. Trusts it: whether it may happen was decided before.
    pub fn apply(&mut self, entry: &Entry, charter: &Charter) {
        let stamp = entry.stamp();
        self.note(entry.act.kind(), stamp);
        entry.act.apply(stamp, &entry.outcome, self, charter);
    }
}

impl ActKind {
    /// The ids of its rules, in the order in which grounds are given.
    pub fn rules(self) -> Vec<&'static str> {
        self.info().rules().into_iter().map(|it| it.id).collect()
    }

    pub(crate) fn info(self) -> &'static ActInfo {
        #[expect(clippy::indexing_slicing, reason = "both lists are made by one macro")]
        &ACTS[self as usize]
    }
}

keyed! { ActKind }

/// Reads an act without buffering it when `type` comes first, as our own writer puts it.
impl<'de> Deserialize<'de> for Act {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Act;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an act: an object with a `type`")
            }

            fn visit_map<M: de::MapAccess<'de>>(self, mut map: M) -> Result<Act, M::Error> {
                let key = match map.next_key()? {
                    None => return Err(de::Error::missing_field("type")),
                    Some(Word(Ok(Type))) => return kind::<M::Error>(map.next_value()?)?.read(map),
                    Some(Word(Err(other))) => Some(other),
                };
                let mut rest = wire::unique(key, map)?;
                let Some(name) = rest.remove("type") else {
                    return Err(de::Error::missing_field("type"));
                };
                let kind = kind(Word::deserialize(Reader(&name)).map_err(de::Error::custom)?)?;
                kind.read(&mut Entries::of(&rest)).map_err(de::Error::custom)
            }
        }

        fn kind<E: de::Error>(Word(kind): Word<ActKind>) -> Result<ActKind, E> {
            kind.map_err(|name| E::custom(format_args!("there is no act `{name}`")))
        }

        deserializer.deserialize_map(Visitor)
    }
}

/// A word: what it stands for, or, if nothing, the word itself.
struct Word<T>(Result<T, String>);

/// What a word can stand for.
trait Known: Sized {
    fn known(word: &str) -> Option<Self>;
}

/// The key `type`.
struct Type;

impl Known for Type {
    fn known(word: &str) -> Option<Self> {
        (word == "type").then_some(Self)
    }
}

impl Known for ActKind {
    fn known(word: &str) -> Option<Self> {
        Self::named(word)
    }
}

impl<'de, T: Known> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<T>);

        impl<T: Known> de::Visitor<'_> for Visitor<T> {
            type Value = Word<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E>(self, word: &str) -> Result<Word<T>, E> {
                Ok(Word(T::known(word).ok_or_else(|| word.to_owned())))
            }
        }

        deserializer.deserialize_str(Visitor(PhantomData))
    }
}

/// A name for a thing that a candidate would make; the host chooses the real one.
pub(crate) fn new_name<T: std::str::FromStr>(ask: &Ask<'_>) -> Option<T> {
    format!("new-{}", ask.state.count() + 1).parse().ok()
}

/// A text for a candidate; the host writes the real one.
pub(crate) fn some_text<T: std::str::FromStr>() -> Option<T> {
    "…".parse().ok()
}

acts! {
    // Founding: the charter itself.
    founding::AdoptCharter = "adopt_charter",
    founding::AmendCharter = "amend_charter",
    founding::ChooseLaw = "choose_law",
    founding::ChooseReading = "choose_reading",
    founding::Dissolve = "dissolve",

    // Membership: units, posts, persons.
    membership::AdmitUnit = "admit_unit",
    membership::WithdrawUnit = "withdraw_unit",
    membership::MergeUnits = "merge_units",
    membership::RenameUnit = "rename_unit",
    membership::FillPost = "fill_post",
    membership::VacatePost = "vacate_post",
    membership::NameMember = "name_member",
    membership::NameLiaisonOfficer = "name_liaison_officer",
    membership::ConfirmAppointment = "confirm_appointment",
    membership::NotifyChange = "notify_change",

    // Meetings.
    meeting::RequestMeeting = "request_meeting",
    meeting::AnswerRequest = "answer_request",
    meeting::ApproveAgenda = "approve_agenda",
    meeting::Convene = "convene",
    meeting::DelegatePresiding = "delegate_presiding",
    meeting::Invite = "invite",
    meeting::PostponeMeeting = "postpone_meeting",
    meeting::CancelMeeting = "cancel_meeting",
    meeting::OpenMeeting = "open_meeting",
    meeting::RecordAttendance = "record_attendance",
    meeting::CloseMeeting = "close_meeting",
    meeting::DeclareKeyPeriod = "declare_key_period",

    // Decisions.
    decision::AddAgendaItem = "add_agenda_item",
    decision::ConsultUnit = "consult_unit",
    decision::Discuss = "discuss",
    decision::StatePosition = "state_position",
    decision::WithdrawPosition = "withdraw_position",
    decision::ReviseProposal = "revise_proposal",
    decision::Agree = "agree",
    decision::Clarify = "clarify",
    decision::LeaveOpen = "leave_open",
    decision::ReferUpwards = "refer_upwards",

    // Documents.
    document::DraftMinutes = "draft_minutes",
    document::RedraftMinutes = "redraft_minutes",
    document::Consent = "consent",
    document::ConsentWithChanges = "consent_with_changes",
    document::DeclineConsent = "decline_consent",
    document::Countersign = "countersign",
    document::DeclineCountersign = "decline_countersign",
    document::ApproveMinutes = "approve_minutes",
    document::AllotNumber = "allot_number",
    document::VoidNumber = "void_number",
    document::IssueDocument = "issue_document",
    document::ReportUp = "report_up",
    document::AcknowledgeReceipt = "acknowledge_receipt",
    document::IssueBriefing = "issue_briefing",
    document::IssueCircular = "issue_circular",

    // Assignments.
    assignment::ConsentToTask = "consent_to_task",
    assignment::Assign = "assign",
    assignment::EnterCooperation = "enter_cooperation",
    assignment::ReportProgress = "report_progress",
    assignment::ExtendAssignment = "extend_assignment",
    assignment::CompleteAssignment = "complete_assignment",

    // Joint work.
    action::FormWorkingGroup = "form_working_group",
    action::EndWorkingGroup = "end_working_group",
    action::PlanJointAction = "plan_joint_action",
    action::StartJointAction = "start_joint_action",
    action::FinishJointAction = "finish_joint_action",
    action::RecordJointEnforcement = "record_joint_enforcement",
    action::RecordInspection = "record_inspection",
    action::RecordRectification = "record_rectification",

    // Standing functions.
    function::OpenDataChannel = "open_data_channel",
    function::CloseDataChannel = "close_data_channel",
    function::RecordTraining = "record_training",
    function::RecordGuidance = "record_guidance",
    function::RecordGoodPractice = "record_good_practice",
    function::OpenOpinionCase = "open_opinion_case",
    function::RecordOpinionLeg = "record_opinion_leg",
    function::CloseOpinionCase = "close_opinion_case",
    function::AcceptAssignedMatter = "accept_assigned_matter",
    function::CompleteAssignedMatter = "complete_assigned_matter",
    function::NoteNoneThisYear = "note_none_this_year",
    function::RecordWork = "record_work",
    function::RecordContact = "record_contact",

    // Responsibility register.
    register::EnterRegisterItem = "enter_register_item",
    register::ReviseRegisterItem = "revise_register_item",
    register::RetireRegisterItem = "retire_register_item",
    register::AdoptRegister = "adopt_register",

    // Reports.
    report::SubmitReport = "submit_report",
    report::SupplementReport = "supplement_report",
    report::LogCollection = "log_collection",
    report::ReportResults = "report_results",

    // Nesting.
    nesting::RecordChild = "record_child",
    nesting::LinkChild = "link_child",
}
