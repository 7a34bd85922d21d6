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
    refusal::{Ground, Name, Refusal},
    rule::{Ask, COMMON, Case, Check, Guard, Rule, View},
    state::State,
    time::Time,
    wire::{self, Entries, Reader},
};

pub use crate::act_kind::ActKind;
use crate::act_kind::for_each_act;
pub use crate::action::{
    EndWorkingGroup, FinishJointAction, FormWorkingGroup, PlanJointAction, RecordInspection,
    RecordJointEnforcement, RecordRectification, StartJointAction,
};
pub use crate::assignment::{
    Assign, CompleteAssignment, ConsentToTask, EnterCooperation, ExtendAssignment, ReportProgress,
};
pub use crate::decision::{
    AddAgendaItem, Agree, Clarify, ConsultUnit, Discuss, LeaveOpen, ReferUpwards, ReviseProposal,
    StatePosition, WithdrawPosition,
};
pub use crate::document::{
    AcknowledgeReceipt, AllotNumber, ApproveMinutes, Consent, ConsentWithChanges, Countersign,
    DeclineConsent, DeclineCountersign, DraftMinutes, IssueBriefing, IssueCircular, IssueDocument,
    RedraftMinutes, ReportUp, VoidNumber,
};
pub use crate::founding::{AdoptCharter, AmendCharter, ChooseLaw, ChooseReading, Dissolve};
pub use crate::function::{
    AcceptAssignedMatter, CloseDataChannel, CloseOpinionCase, CompleteAssignedMatter, NoteNoneThisYear,
    OpenDataChannel, OpenOpinionCase, RecordContact, RecordGoodPractice, RecordGuidance, RecordOpinionLeg,
    RecordTraining, RecordWork,
};
pub use crate::meeting::{
    AnswerRequest, ApproveAgenda, CancelMeeting, CloseMeeting, Convene, DeclareKeyPeriod, DelegatePresiding,
    Invite, OpenMeeting, PostponeMeeting, RecordAttendance, RequestMeeting,
};
pub use crate::membership::{
    AdmitUnit, ConfirmAppointment, FillPost, MergeUnits, NameLiaisonOfficer, NameMember, NotifyChange,
    RenameUnit, VacatePost, WithdrawUnit,
};
pub use crate::nesting::{LinkChild, RecordChild};
pub use crate::register::{AdoptRegister, EnterRegisterItem, RetireRegisterItem, ReviseRegisterItem};
pub use crate::report::{LogCollection, ReportResults, SubmitReport, SupplementReport};

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
    ($($act:ident = $name:literal,)*) => {
        /// An act: what a host submits, what the journal keeps. On the wire an object with its name under `type`.
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
        #[serde(tag = "type")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[allow(missing_docs, reason = "each act is documented at its struct")]
        pub enum Act { $(#[serde(rename = $name)] $act(Box<$act>),)* }

        pub(crate) static ACTS: &[ActInfo] = &[$(ActInfo {
            free: <$act as ActType>::FREE,
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

for_each_act! { acts }
