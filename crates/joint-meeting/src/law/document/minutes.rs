//! Minutes on their way: the units asked, the three answers they give, and what signatures share.
//!
//! The fields of the three answers are in files of their own, as are the acts that sign.

use crate::{
    charter::{
        readings::{ConsentOf, CountersignOf, LiaisonMinutes, Reading, ReadingKey},
        settings::SettingKey,
    },
    kernel::{
        act::ActType,
        finding::Finding,
        resolver::Resolver,
        rule::{Check, Guard, Rule, ensure},
        succession::FOR_UNIT,
        view::{Ask, Case, View},
    },
    law::{
        document::{
            OnMinutes, approve_minutes::ApproveMinutes, consent::Consent,
            consent_with_changes::ConsentWithChanges, countersign::Countersign,
            decline_consent::DeclineConsent, decline_countersign::DeclineCountersign, not_issued,
            on_the_path, on_the_path_in_force, withdraw_consent::WithdrawConsent,
            withdraw_countersignature::WithdrawCountersignature,
        },
        membership::by_unit,
    },
    state::{
        State,
        document::{ConsentReply, Minutes, Signature},
        meeting::Meeting,
    },
    terms::{
        deed::Stamp,
        id::{ItemId, MinutesId, UnitId},
        order,
        time::Date,
        words::{Carrier, MeetingKind, Role, Step},
    },
};

/// An act that speaks of one version.
pub(crate) trait OfVersion: for<'s> ActType<Names<'s> = &'s Minutes> + OnMinutes {
    fn version(&self) -> u32;
}

/// An act by which a unit answers.
pub(crate) trait OfUnit: OfVersion {
    fn minutes_id(&self) -> &MinutesId;
    fn unit(&self) -> &UnitId;

    fn resolve_both<'s>(&self, names: &mut Resolver<'s>) -> Option<&'s Minutes> {
        names.known(self.unit());
        names.known(self.minutes_id())
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
    WithdrawConsent at Consent;
    Countersign at Countersign;
    DeclineCountersign at Countersign;
    WithdrawCountersignature at Countersign;
    ApproveMinutes at ConvenerApprove;
}

of_unit! {
    Consent ConsentWithChanges DeclineConsent WithdrawConsent Countersign DeclineCountersign WithdrawCountersignature
}

const CURRENT: Rule = Rule::always(
    "minutes.version_is_current",
    "所针对的是现行稿",
    "the version spoken of is the one on the table",
);

pub(crate) const fn of_current_version<A: OfVersion>() -> Guard<A> {
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

impl View<'_> {
    /// The steps that minutes of such a meeting take; none if the charter gives them none.
    pub(crate) fn path(&self, kind: MeetingKind) -> Option<Vec<Step>> {
        let paths = self.settings().paths.fixed()?;
        let own = paths.get(&kind)?;
        let is_asked = self.leaves(LiaisonMinutes::KEY).is_some();
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
    pub(crate) fn consent_asked_of(&self, meeting: &Meeting, items: &[ItemId], path: &[Step]) -> Vec<UnitId> {
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
        self.each_once(&asked, meeting.day())
    }

    /// The units outside the room on which the matters fall: an invited unit that gets a task and, when only some units
    /// met, a unit concerned that neither was there nor replied in writing.
    fn also_concerned(&self, meeting: &Meeting, items: &[ItemId]) -> Vec<UnitId> {
        let some_met = matches!(meeting.kind, MeetingKind::Special | MeetingKind::Thematic);
        let attends = |unit: &UnitId| meeting.attended.contains_key(unit);
        let mut found = Vec::new();
        for item in items.iter().filter_map(|it| self.state.decisions().items.get(it)) {
            let invited = |unit: &&UnitId| meeting.invitees.iter().any(|it| it.unit.as_ref() == Some(unit));
            found.extend(item.tasked.iter().filter(invited).cloned());
            let replied = |unit: &UnitId| !self.said(self.written(item), unit, item.put.at.date()).is_empty();
            let unasked = |unit: &&UnitId| some_met && !attends(unit) && !replied(unit);
            found.extend(item.concerned.iter().filter(unasked).cloned());
        }
        found
    }

    /// The units asked to countersign.
    pub(crate) fn countersign_asked_of(
        &self,
        meeting: &Meeting,
        items: &[ItemId],
        path: &[Step],
    ) -> Vec<UnitId> {
        if !path.contains(&Step::Countersign) {
            return Vec::new();
        }
        let asked = match self.reading() {
            CountersignOf::AttendingMembers => meeting.attending().cloned().collect(),
            CountersignOf::Issuers => self.issuers(meeting),
            CountersignOf::Tasked => self.tasked_by(items).cloned().collect(),
            CountersignOf::AllMembers => self.members_then(meeting),
        };
        self.each_once(&asked, meeting.day())
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

    /// The units that answer for these today, each once: the member units at issue in protocol order, then the others.
    pub(crate) fn each_once(&self, units: &[UnitId], since: Date) -> Vec<UnitId> {
        let mut units = self.answering(units, since);
        let place = |unit: &UnitId| self.protocol_order().position(|it| it == unit).unwrap_or(usize::MAX);
        order::sort_by(&mut units, |a, b| (place(a), a).cmp(&(place(b), b)));
        units
    }

    /// The member units on the day of the meeting.
    pub(crate) fn members_then(&self, meeting: &Meeting) -> Vec<UnitId> {
        self.members_on(meeting.day()).into_iter().cloned().collect()
    }
}

/// An act by which a unit says whether it consents.
pub(crate) trait Answering: OfUnit {
    const REPLY: ConsentReply;
}

/// The guard that whoever acts for the unit answers for it.
pub(crate) const fn by_who_answers<A: OfUnit>() -> Guard<A> {
    by_unit(|it| it.speaks(it.act.unit(), it.names.drafted.at.date(), FOR_UNIT))
}

pub(crate) const fn answer_guards<A: Answering>() -> [Guard<A>; 7] {
    [
        by_who_answers(),
        on_the_path(),
        on_the_path_in_force(),
        Guard {
            rule: Rule::law(
                "consent.is_asked_of_the_unit",
                "该单位是应征求同意的单位",
                "the unit is one of those asked for their consent",
            )
            .reads(&[ReadingKey::ConsentOf, ReadingKey::LiaisonMinutes]),
            check: |it| is_asked(it, &it.names.consent_of),
        },
        of_current_version(),
        Guard {
            rule: Rule::always(
                "consent.is_given_once",
                "一稿一答复，不同意后可以改为同意",
                "a unit answers a version once, but may come round to consent",
            ),
            check: |it| {
                ensure(it.may_answer(it.names, it.act.unit(), A::REPLY, it.at), || Finding::Unwanted {
                    what: vec!["answer".to_owned()],
                })
            },
        },
        not_issued(),
    ]
}

/// Checks that the unit is one of those asked, or stands in the place of one.
fn is_asked<A: OfUnit>(case: &Case<'_, A>, asked: &[UnitId]) -> Check {
    let unit = case.act.unit();
    let answers = case.is_answering(unit, asked, case.names.drafted.at.date());
    ensure(answers, || Finding::StrangeUnits { units: vec![unit.clone()] })
}

/// The minutes that are not issued, with each unit that answers for those asked.
pub(crate) fn asked_units<'s>(
    ask: &Ask<'s>,
    asked: fn(&Minutes) -> &[UnitId],
) -> impl Iterator<Item = (&'s MinutesId, &'s Minutes, UnitId)> + use<'s> {
    let (view, documents) = (ask.view, &ask.state.documents());
    let live = documents.live.iter().filter_map(|it| documents.minutes.get_key_value(it));
    live.flat_map(move |(id, minutes)| {
        let units = view.answering(asked(minutes), minutes.drafted.at.date());
        units.into_iter().map(move |unit| (id, minutes, unit))
    })
}

macro_rules! answers {
    ($($act:ident is $reply:ident $(with $words:ident)?;)*) => {$(
        impl Answering for $act {
            const REPLY: ConsentReply = ConsentReply::$reply;
        }

        impl ActType for $act {
            type Names<'s> = &'s Minutes;

            const GUARDS: &'static [Guard<Self>] = &answer_guards();

            const FREE: &'static [&'static str] = &[$(stringify!($words))?];

            fn matter(&self, state: &State) -> Option<MatterRef> {
                transition::of_minutes(&self.minutes, &state.documents)
            }

            fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
                self.resolve_both(names)
            }

            fn since(&self, minutes: &Self::Names<'_>) -> Option<Time> {
                Some(minutes.drafted.at)
            }

            fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
                let by = stamp.by.clone();
                let answer = ConsentAnswer { reply: Self::REPLY, by, given: stamp.deed() };
                if let Some(minutes) = state.minutes_mut(&self.minutes, stamp.at) {
                    minutes.consents.insert(self.unit.clone(), answer);
                }
            }

            fn candidates(ask: &Ask<'_>) -> impl Iterator<Item = Self> {
                let waiting = asked_units(ask, |it| &it.consent_of)
                    .filter(move |(_, minutes, unit)| ask.may_answer(minutes, unit, Self::REPLY, ask.at));
                let answer = |(id, minutes, unit): (&MinutesId, &Minutes, UnitId)| Some(Self {
                    minutes: id.clone(),
                    version: minutes.version,
                    unit,
                    $($words: some_text()?,)?
                });
                waiting.filter_map(answer)
            }
        }
    )*};
}

pub(crate) use answers;

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

pub(crate) const SIGNED_ONCE: Rule = Rule::always(
    "countersign.is_given_once",
    "一稿一会签，不予会签后可以改为会签",
    "a unit signs a version once, but may come round to signing",
);

pub(crate) const fn by_responsible<A: OfUnit>() -> Guard<A> {
    Guard {
        rule: BY_RESPONSIBLE,
        check: |it| it.speaks(it.act.unit(), it.names.drafted.at.date(), &[Role::ResponsiblePerson]),
    }
}

pub(crate) const fn of_a_signatory<A: OfUnit>() -> Guard<A> {
    Guard { rule: SIGNATURE_ASKED, check: |it| is_asked(it, &it.names.countersign_of) }
}

pub(crate) fn sign(stamp: Stamp<'_>, state: &mut State, minutes: &MinutesId, unit: &UnitId, signed: bool) {
    let signature = Signature { signed, withdrawn: false, by: stamp.by.clone(), given: stamp.deed() };
    if let Some(minutes) = state.minutes_mut(minutes, stamp.at) {
        minutes.signatures.insert(unit.clone(), signature);
    }
}
