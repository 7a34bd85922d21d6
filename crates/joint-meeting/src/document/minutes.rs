//! Minutes on their way: drafted and redrafted, consented to, countersigned, approved.
//!
//! Who is asked is settled when a version is drafted and does not change with the roster.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Answer, Minutes, OnMinutes, PastVersion, Reply, Signature, consented, countersigned, not_issued,
    on_the_path, on_the_path_in_force,
};
use crate::{
    act::{ActKind, ActType, Resolver, new_name, some_text},
    charter::{
        Charter, Reading, ReadingKey, SettingKey,
        readings::{ConsentOf, CountersignOf, CountersignOrder, LiaisonMinutes},
        settings::{Carrier, Role, Step},
    },
    deed::Stamp,
    entry::Outcome,
    id::{ItemId, MeetingId, MinutesId, Text, UnitId},
    law::{self, MatterRef},
    meeting::{Meeting, MeetingKind, Stage},
    membership::{by_convener, by_office, by_unit, word},
    record::record,
    refusal::{Finding, Standing},
    rule::{Ask, Case, Guard, Rule, View, ensure, fixed, remedy},
    state::State,
    time::Time,
};

record! {
    /// Drafts the minutes of a meeting (起草会议纪要).
    pub struct DraftMinutes {
        /// Their new name.
        pub minutes: MinutesId,
        /// The meeting.
        pub meeting: MeetingId,
        /// The matters settled there that they record.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub items: Vec<ItemId>,
        /// What they say.
        pub text: Text,
    }

    /// Drafts them anew (修改纪要): what units said to the version before is kept, and counts no more.
    pub struct RedraftMinutes {
        /// The minutes.
        pub minutes: MinutesId,
        /// What they say now.
        pub text: Text,
        /// Why.
        pub reason: Text,
    }

    /// Consents to a version of the minutes (同意).
    pub struct Consent {
        /// The minutes.
        pub minutes: MinutesId,
        /// The version consented to.
        pub version: u32,
        /// The unit that consents.
        pub unit: UnitId,
    }

    /// Would consent if the minutes were changed (修改后同意): no consent to this version.
    pub struct ConsentWithChanges {
        /// The minutes.
        pub minutes: MinutesId,
        /// The version answered.
        pub version: u32,
        /// The unit that answers.
        pub unit: UnitId,
        /// The changes it wants.
        pub changes: Text,
    }

    /// Does not consent (不同意).
    pub struct DeclineConsent {
        /// The minutes.
        pub minutes: MinutesId,
        /// The version answered.
        pub version: u32,
        /// The unit that answers.
        pub unit: UnitId,
        /// Why.
        pub reason: Text,
    }

    /// Countersigns a version of the minutes (会签).
    pub struct Countersign {
        /// The minutes.
        pub minutes: MinutesId,
        /// The version signed.
        pub version: u32,
        /// The unit that signs.
        pub unit: UnitId,
        /// The signer's opinion; a signature alone is consent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub opinion: Option<Text>,
    }

    /// Does not countersign (不予会签).
    pub struct DeclineCountersign {
        /// The minutes.
        pub minutes: MinutesId,
        /// The version not signed.
        pub version: u32,
        /// The unit that does not sign.
        pub unit: UnitId,
        /// Why.
        pub reason: Text,
    }

    /// Approves a version of the minutes (审定), where the charter asks for it.
    pub struct ApproveMinutes {
        /// The minutes.
        pub minutes: MinutesId,
        /// The version approved.
        pub version: u32,
    }
}

/// An act that speaks of one version.
trait OfVersion: for<'s> ActType<Names<'s> = &'s Minutes> + OnMinutes {
    fn version(&self) -> u32;
}

/// An act by which a unit answers.
trait OfUnit: OfVersion {
    fn minutes_id(&self) -> &MinutesId;
    fn unit(&self) -> &UnitId;

    fn resolve_both<'s>(&self, names: &mut Resolver<'s>) -> Option<&'s Minutes> {
        let unit = names.known(self.unit());
        names.known(self.minutes_id()).filter(|_| unit.is_some())
    }
}

macro_rules! of_version {
    ($($act:ident at $step:ident;)*) => {$(
        impl OnMinutes for $act {
            const STEP: Step = Step::$step;
            fn minutes<'c>(case: &'c Case<'_, Self>) -> &'c Minutes {
                case.names
            }
        }

        impl OfVersion for $act {
            fn version(&self) -> u32 {
                self.version
            }
        }
    )*};
}

macro_rules! of_unit {
    ($($act:ident)*) => {$(
        impl OfUnit for $act {
            fn minutes_id(&self) -> &MinutesId {
                &self.minutes
            }
            fn unit(&self) -> &UnitId {
                &self.unit
            }
        }
    )*};
}

of_version! {
    Consent at Consent;
    ConsentWithChanges at Consent;
    DeclineConsent at Consent;
    Countersign at Countersign;
    DeclineCountersign at Countersign;
    ApproveMinutes at ConvenerApprove;
}

of_unit! { Consent ConsentWithChanges DeclineConsent Countersign DeclineCountersign }

const CURRENT: Rule = Rule::always(
    "minutes.version_is_current",
    "所针对的是现行稿",
    "the version spoken of is the one on the table",
);

const fn of_current_version<A: OfVersion>() -> Guard<A> {
    Guard {
        rule: CURRENT,
        check: |it| {
            let current = it.names.version;
            ensure(it.act.version() == current, || Finding::Differs {
                found: it.act.version().to_string(),
                expected: current.to_string(),
            })
        },
    }
}

/// The meeting whose minutes are drafted.
impl View<'_> {
    /// The steps that minutes of such a meeting take; none if the charter gives them none.
    pub(super) fn path(&self, kind: MeetingKind) -> Option<Vec<Step>> {
        let paths = self.settings().paths.fixed()?;
        let own = paths.get(&kind)?;
        let is_asked = self.charter.reading(LiaisonMinutes::KEY).is_some();
        if kind != MeetingKind::Liaison || !is_asked {
            return Some(own.clone());
        }
        match self.reading() {
            LiaisonMinutes::Strict => Some(paths.get(&MeetingKind::Plenary).unwrap_or(own).clone()),
            LiaisonMinutes::Free => {
                let free = own.iter().filter(|it| !matches!(it, Step::Consent | Step::Countersign));
                Some(free.copied().collect())
            }
        }
    }

    /// The units asked for their consent.
    fn consent_asked_of(&self, meeting: &Meeting, items: &[ItemId], path: &[Step]) -> Vec<UnitId> {
        if !path.contains(&Step::Consent) {
            return Vec::new();
        }
        let attending = meeting.attending().cloned();
        let invited = meeting.invitees.iter().filter_map(|it| it.unit.clone());
        let mut asked: Vec<UnitId> = match self.reading() {
            ConsentOf::AttendingMembers => attending.collect(),
            ConsentOf::AllPresent => attending.chain(invited).collect(),
            ConsentOf::AllMembers => self.members_then(meeting),
        };
        asked.extend(self.also_concerned(meeting, items));
        self.each_once(asked)
    }

    /// Units outside the room on which the matters fall: an invited one that gets a task, and, when only some units met,
    /// a concerned one that was neither there nor consulted.
    fn also_concerned(&self, meeting: &Meeting, items: &[ItemId]) -> Vec<UnitId> {
        let some_met = matches!(meeting.kind, MeetingKind::Special | MeetingKind::Thematic);
        let attends = |unit: &UnitId| meeting.attended.contains_key(unit);
        let mut found = Vec::new();
        for item in items.iter().filter_map(|it| self.state.decisions.items.get(it)) {
            let invited = |unit: &&UnitId| meeting.invitees.iter().any(|it| it.unit.as_ref() == Some(unit));
            found.extend(item.tasked.iter().filter(invited).cloned());
            let unasked = |unit: &&UnitId| some_met && !attends(unit) && !item.consulted.contains(*unit);
            found.extend(item.concerned.iter().filter(unasked).cloned());
        }
        found
    }

    /// The units asked to countersign.
    fn countersign_asked_of(&self, meeting: &Meeting, items: &[ItemId], path: &[Step]) -> Vec<UnitId> {
        if !path.contains(&Step::Countersign) {
            return Vec::new();
        }
        self.each_once(match self.reading() {
            CountersignOf::AttendingMembers => meeting.attending().cloned().collect(),
            CountersignOf::Issuers => self.issuers(meeting),
            CountersignOf::Tasked => self.tasked_by(items).cloned().collect(),
            CountersignOf::AllMembers => self.members_then(meeting),
        })
    }

    /// The units in whose name the document goes out.
    fn issuers(&self, meeting: &Meeting) -> Vec<UnitId> {
        let settings = self.settings();
        match (settings.carrier.fixed(), settings.issue_order.fixed()) {
            (Some(Carrier::Joint), Some(order)) => order.clone(),
            (Some(Carrier::Joint), None) => self.members_then(meeting),
            _ => settings.lead_units.fixed().cloned().unwrap_or_default(),
        }
    }

    /// Each unit once, in protocol order, others after the member units at issue.
    fn each_once(&self, mut units: Vec<UnitId>) -> Vec<UnitId> {
        let place = |unit: &UnitId| self.protocol_order().position(|it| it == unit).unwrap_or(usize::MAX);
        units.sort_by(|a, b| (place(a), a).cmp(&(place(b), b)));
        units.dedup();
        units
    }

    /// The member units on the day of the meeting.
    fn members_then(&self, meeting: &Meeting) -> Vec<UnitId> {
        let on = meeting.opened.map_or(meeting.held_at, |it| it.at).date();
        self.members_on(on).into_iter().cloned().collect()
    }
}

impl ActType for DraftMinutes {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "minutes.of_a_closed_meeting",
                "会议已经结束",
                "minutes are drafted of a meeting that is closed",
            )
            .cured_by(&[remedy(ActKind::CloseMeeting, &[Role::PresidingPerson])]),
            check: |it| it.names.must_be(&[Stage::Closed]),
        },
        Guard {
            rule: Rule::always(
                "minutes.once_for_each_meeting",
                "一次会议形成一份纪要",
                "a meeting has one set of minutes",
            )
            .cured_by(&[remedy(ActKind::RedraftMinutes, &[Role::Office])]),
            check: |it| {
                let minutes = &it.names.minutes;
                ensure(minutes.is_none(), || Finding::Unwanted {
                    what: minutes.iter().map(ToString::to_string).collect(),
                })
            },
        },
        Guard {
            rule: Rule::law(
                "minutes.cover_what_was_settled",
                "纪要载明会议议定的全部事项，不载未定之事",
                "the minutes record everything the meeting agreed, and nothing it did not settle",
            ),
            check: |it| {
                let (id, items) = (&it.act.meeting, &it.act.items);
                let words = |all: Vec<&ItemId>| all.into_iter().map(ToString::to_string).collect();
                let left_out: Vec<&ItemId> =
                    it.settled_at(id, it.names, false).filter(|it| !items.contains(it)).collect();
                ensure(left_out.is_empty(), || Finding::Missing { what: words(left_out) })?;
                let mut settled: BTreeSet<&ItemId> = it.settled_at(id, it.names, true).collect();
                // Taken out as it is met, an item that stands twice is not settled the second time.
                let strange: Vec<&ItemId> = items.iter().filter(|it| !settled.remove(it)).collect();
                ensure(strange.is_empty(), || Finding::Unwanted { what: words(strange) })
            },
        },
        Guard {
            rule: Rule::law(
                "minutes.path_provided_for",
                "制度规定了此类会议的办文程序",
                "the charter gives minutes of such a meeting a path",
            )
            .needs(&[SettingKey::Paths])
            .reads(&[ReadingKey::LiaisonMinutes]),
            check: |it| {
                let paths = fixed(&it.settings().paths)?;
                let path = it.path(it.names.kind);
                ensure(path.is_some_and(|it| it.contains(&Step::Draft)), || Finding::NotAllowed {
                    value: word(&it.names.kind),
                    allowed: paths
                        .iter()
                        .filter(|(_, it)| it.contains(&Step::Draft))
                        .map(|(kind, _)| word(kind))
                        .collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["minutes", "text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        law::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let free = names.free(&self.minutes);
        let items = names.all_known(&self.items);
        names.known(&self.meeting).filter(|_| free.is_some() && items.is_some())
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        let path = case.path(case.names.kind).unwrap_or_default();
        let items = &case.act.items;
        Outcome::Drafted {
            version: 1,
            consent_of: case.consent_asked_of(case.names, items, &path),
            countersign_of: case.countersign_asked_of(case.names, items, &path),
            path,
        }
    }

    fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, _: &Charter) {
        let Outcome::Drafted { version, path, consent_of, countersign_of } = outcome else { return };
        let minutes = Minutes {
            meeting: self.meeting.clone(),
            items: self.items.clone(),
            version: *version,
            drafted: stamp.deed(),
            steps: path.clone(),
            consent_of: consent_of.clone(),
            countersign_of: countersign_of.clone(),
            consents: BTreeMap::new(),
            signatures: BTreeMap::new(),
            past: Vec::new(),
            approved: None,
            number: None,
            allotment: None,
            document: None,
            last: stamp.at,
        };
        state.documents.minutes.insert(self.minutes.clone(), minutes);
        state.documents.live.insert(self.minutes.clone());
        if let Some(meeting) = state.meetings.meetings.get_mut(&self.meeting) {
            meeting.minutes = Some(self.minutes.clone());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let draft = |(id, meeting): (&MeetingId, &Meeting)| {
            Some(Self {
                minutes: new_name(ask)?,
                meeting: id.clone(),
                items: ask.settled_at(id, meeting, true).cloned().collect(),
                text: some_text()?,
            })
        };
        let waits = |it: &Meeting| it.stage == Stage::Closed && it.minutes.is_none();
        let meetings = &ask.state.meetings;
        let recent = meetings.held.values().rev().take(RECENT);
        let recent = recent.filter_map(|it| meetings.meetings.get_key_value(it));
        recent.filter(|(_, it)| waits(it)).filter_map(draft).collect()
    }
}

/// So many of the last meetings are offered for minutes.
const RECENT: usize = 12;

impl OnMinutes for RedraftMinutes {
    const STEP: Step = Step::Draft;
    fn minutes<'c>(case: &'c Case<'_, Self>) -> &'c Minutes {
        case.names
    }
}

impl ActType for RedraftMinutes {
    type Names<'s> = &'s Minutes;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        not_issued(),
        Guard {
            rule: Rule::always(
                "minutes.are_not_numbered",
                "纪要尚未编号",
                "the minutes do not bear a number yet",
            )
            .cured_by(&[remedy(ActKind::VoidNumber, &[Role::Office])]),
            check: |it| {
                let number = &it.names.number;
                ensure(number.is_none(), || Finding::Unwanted {
                    what: number.iter().map(ToString::to_string).collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["text", "reason"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        law::of_minutes(&self.minutes, state)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.minutes)
    }

    /// Whoever was asked is asked again, and whoever has to be asked by now besides.
    fn settle(case: &Case<'_, Self>) -> Outcome {
        let minutes = case.names;
        let meeting = case.state.meetings.meetings.get(&minutes.meeting);
        // Another version may judge by now than the one under which they were drafted.
        let path = meeting.and_then(|it| case.path(it.kind));
        let path = path.unwrap_or_else(|| minutes.steps.clone());
        let items = &minutes.items;
        // Those asked before are asked again, unless the path has the step no more.
        let again = |step: Step, before: &[UnitId]| match path.contains(&step) {
            true => before.to_vec(),
            false => Vec::new(),
        };
        let mut consent_of = again(Step::Consent, &minutes.consent_of);
        let mut countersign_of = again(Step::Countersign, &minutes.countersign_of);
        if let Some(meeting) = meeting {
            consent_of.extend(case.consent_asked_of(meeting, items, &path));
            countersign_of.extend(case.countersign_asked_of(meeting, items, &path));
        }
        Outcome::Drafted {
            version: minutes.version.saturating_add(1),
            consent_of: case.each_once(consent_of),
            countersign_of: case.each_once(countersign_of),
            path,
        }
    }

    fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, _: &Charter) {
        let Outcome::Drafted { version, path, consent_of, countersign_of } = outcome else { return };
        let Some(minutes) = state.minutes_mut(&self.minutes, stamp.at) else { return };
        minutes.past.push(PastVersion {
            version: minutes.version,
            drafted: minutes.drafted,
            consents: std::mem::take(&mut minutes.consents),
            signatures: std::mem::take(&mut minutes.signatures),
            approved: minutes.approved.take(),
        });
        minutes.version = *version;
        minutes.drafted = stamp.deed();
        minutes.steps.clone_from(path);
        minutes.consent_of.clone_from(consent_of);
        minutes.countersign_of.clone_from(countersign_of);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let redraft =
            |id: &MinutesId| Some(Self { minutes: id.clone(), text: some_text()?, reason: some_text()? });
        ask.state.documents.live.iter().filter_map(redraft).collect()
    }
}

/// An act by which a unit says whether it consents.
trait Answering: OfUnit {
    const REPLY: Reply;
}

const fn answer_guards<A: Answering>() -> [Guard<A>; 7] {
    [
        by_unit(|it| {
            it.needs_in(&[Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer], it.act.unit())
        }),
        on_the_path(),
        on_the_path_in_force(),
        Guard {
            rule: Rule::law(
                "consent.is_asked_of_the_unit",
                "该单位是应征求同意的单位",
                "the unit is one of those asked for their consent",
            )
            .reads(&[ReadingKey::ConsentOf, ReadingKey::LiaisonMinutes]),
            check: |it| is_asked(&it.names.consent_of, it.act.unit()),
        },
        of_current_version(),
        Guard {
            rule: Rule::always(
                "consent.is_given_once",
                "一稿一答复，不同意后可以改为同意",
                "a unit answers a version once, but may come round to consent",
            ),
            check: |it| {
                ensure(it.names.may_answer(it.act.unit(), A::REPLY, it.at), || Finding::Unwanted {
                    what: vec!["answer".to_owned()],
                })
            },
        },
        not_issued(),
    ]
}

fn is_asked(asked: &[UnitId], unit: &UnitId) -> Result<(), Finding> {
    ensure(asked.contains(unit), || Finding::StrangeUnits { units: vec![unit.clone()] })
}

/// The minutes that are not issued, with each unit asked.
fn asked_units<'s>(
    ask: &Ask<'s>,
    asked: fn(&Minutes) -> &[UnitId],
) -> impl Iterator<Item = (&'s MinutesId, &'s Minutes, &'s UnitId)> {
    let documents = &ask.state.documents;
    let live = documents.live.iter().filter_map(|it| documents.minutes.get_key_value(it));
    live.flat_map(move |(id, minutes)| asked(minutes).iter().map(move |unit| (id, minutes, unit)))
}

macro_rules! answers {
    ($($act:ident is $reply:ident $(with $words:ident)?;)*) => {$(
        impl Answering for $act {
            const REPLY: Reply = Reply::$reply;
        }

        impl ActType for $act {
            type Names<'s> = &'s Minutes;

            const GUARDS: &'static [Guard<Self>] = &answer_guards();

            const FREE: &'static [&'static str] = &[$(stringify!($words))?];

            fn matter(&self, state: &State) -> Option<MatterRef> {
                law::of_minutes(&self.minutes, state)
            }

            fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
                self.resolve_both(names)
            }

            fn since(minutes: &Self::Names<'_>) -> Option<Time> {
                Some(minutes.drafted.at)
            }

            fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
                let by = stamp.by.clone();
                let answer = Answer { reply: Self::REPLY, by, given: stamp.deed() };
                if let Some(minutes) = state.minutes_mut(&self.minutes, stamp.at) {
                    minutes.consents.insert(self.unit.clone(), answer);
                }
            }

            fn candidates(ask: &Ask<'_>) -> Vec<Self> {
                let waiting = asked_units(ask, |it| &it.consent_of)
                    .filter(|(_, minutes, unit)| minutes.may_answer(unit, Self::REPLY, ask.at));
                let answer = |(id, minutes, unit): (&MinutesId, &Minutes, &UnitId)| Some(Self {
                    minutes: id.clone(),
                    version: minutes.version,
                    unit: unit.clone(),
                    $($words: some_text()?,)?
                });
                waiting.filter_map(answer).collect()
            }
        }
    )*};
}

answers! {
    Consent is Consents;
    ConsentWithChanges is WantsChanges with changes;
    DeclineConsent is Declines with reason;
}

const BY_RESPONSIBLE: Rule = Rule::law(
    "countersign.by_responsible_person",
    "由该单位负责人会签",
    "the person responsible for the unit countersigns",
)
.needs(&[SettingKey::ResponsiblePosts]);

const SIGNATURE_ASKED: Rule = Rule::law(
    "countersign.is_asked_of_the_unit",
    "该单位是应会签的单位",
    "the unit is one of those asked to countersign",
)
.reads(&[ReadingKey::CountersignOf, ReadingKey::LiaisonMinutes]);

const SIGNED_ONCE: Rule = Rule::always(
    "countersign.is_given_once",
    "一稿一会签，不予会签后可以改为会签",
    "a unit signs a version once, but may come round to signing",
);

const fn by_responsible<A: OfUnit>() -> Guard<A> {
    Guard { rule: BY_RESPONSIBLE, check: |it| it.needs_in(&[Role::ResponsiblePerson], it.act.unit()) }
}

const fn of_a_signatory<A: OfUnit>() -> Guard<A> {
    Guard { rule: SIGNATURE_ASKED, check: |it| is_asked(&it.names.countersign_of, it.act.unit()) }
}

fn sign(stamp: Stamp<'_>, state: &mut State, minutes: &MinutesId, unit: &UnitId, signed: bool) {
    let signature = Signature { signed, by: stamp.by.clone(), given: stamp.deed() };
    if let Some(minutes) = state.minutes_mut(minutes, stamp.at) {
        minutes.signatures.insert(unit.clone(), signature);
    }
}

impl ActType for Countersign {
    type Names<'s> = &'s Minutes;

    const GUARDS: &'static [Guard<Self>] = &[
        by_responsible(),
        on_the_path(),
        on_the_path_in_force(),
        of_a_signatory(),
        Guard {
            rule: Rule::law(
                "countersign.follows_consent",
                "应征求的单位均同意后方可会签",
                "countersigning follows when every unit asked has consented",
            )
            .needs(&[SettingKey::DeemedConsent])
            .reads(&[ReadingKey::CountersignOrder])
            .cured_by(&[remedy(
                ActKind::Consent,
                &[Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer],
            )]),
            check: |it| {
                let minutes = it.names;
                if !minutes.needs_first(Step::Consent, Step::Countersign) {
                    return Ok(());
                }
                let wants_changes = |unit: &UnitId| {
                    minutes.consents.get(unit).is_some_and(|it| it.reply == Reply::WantsChanges)
                };
                let units = match it.reading() {
                    CountersignOrder::AfterConsent => it.unconsented(minutes, it.at),
                    // The signature is the consent, unless the unit has asked for another version.
                    CountersignOrder::OneSheet if wants_changes(&it.act.unit) => vec![it.act.unit.clone()],
                    CountersignOrder::OneSheet => Vec::new(),
                };
                ensure(units.is_empty(), || Finding::MissingUnits { units })
            },
        },
        of_current_version(),
        Guard {
            rule: SIGNED_ONCE,
            check: |it| {
                ensure(it.names.may_sign(&it.act.unit, true, it.at), || Finding::Unwanted {
                    what: vec!["signature".to_owned()],
                })
            },
        },
        not_issued(),
    ];

    const FREE: &'static [&'static str] = &["opinion"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        law::of_minutes(&self.minutes, state)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        self.resolve_both(names)
    }

    fn since(minutes: &Self::Names<'_>) -> Option<Time> {
        Some(minutes.drafted.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        sign(stamp, state, &self.minutes, &self.unit, true);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        asked_units(ask, |it| &it.countersign_of)
            .filter(|(_, minutes, unit)| minutes.may_sign(unit, true, ask.at))
            .map(|(id, minutes, unit)| Self {
                minutes: id.clone(),
                version: minutes.version,
                unit: unit.clone(),
                opinion: None,
            })
            .collect()
    }
}

impl ActType for DeclineCountersign {
    type Names<'s> = &'s Minutes;

    const GUARDS: &'static [Guard<Self>] = &[
        by_responsible(),
        on_the_path(),
        on_the_path_in_force(),
        of_a_signatory(),
        of_current_version(),
        Guard {
            rule: SIGNED_ONCE,
            check: |it| {
                ensure(it.names.may_sign(&it.act.unit, false, it.at), || Finding::Unwanted {
                    what: vec!["signature".to_owned()],
                })
            },
        },
        not_issued(),
    ];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        law::of_minutes(&self.minutes, state)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        self.resolve_both(names)
    }

    fn since(minutes: &Self::Names<'_>) -> Option<Time> {
        Some(minutes.drafted.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        sign(stamp, state, &self.minutes, &self.unit, false);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        asked_units(ask, |it| &it.countersign_of)
            .filter(|(_, minutes, unit)| minutes.may_sign(unit, false, ask.at))
            .filter_map(|(id, minutes, unit)| {
                Some(Self {
                    minutes: id.clone(),
                    version: minutes.version,
                    unit: unit.clone(),
                    reason: some_text()?,
                })
            })
            .collect()
    }
}

impl ActType for ApproveMinutes {
    type Names<'s> = &'s Minutes;

    const GUARDS: &'static [Guard<Self>] = &[
        by_convener(),
        on_the_path(),
        on_the_path_in_force(),
        of_current_version(),
        consented(),
        countersigned(),
        Guard {
            rule: Rule::always(
                "minutes.await_approval",
                "本稿尚待召集人审定",
                "this version has not been approved yet",
            ),
            check: |it| {
                ensure(it.names.approved.is_none(), || {
                    Finding::state(Standing::Approved, &[Standing::NotApproved])
                })
            },
        },
        not_issued(),
    ];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        law::of_minutes(&self.minutes, state)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.minutes)
    }

    fn since(minutes: &Self::Names<'_>) -> Option<Time> {
        Some(minutes.drafted.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(minutes) = state.minutes_mut(&self.minutes, stamp.at) {
            minutes.approved = Some(stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let documents = &ask.state.documents;
        let live = documents.live.iter().filter_map(|it| documents.minutes.get_key_value(it));
        live.filter(|(_, it)| it.approved.is_none() && it.steps.contains(&Step::ConvenerApprove))
            .map(|(id, minutes)| Self { minutes: id.clone(), version: minutes.version })
            .collect()
    }
}
