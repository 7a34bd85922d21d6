//! Documents: from what a meeting settled to what goes out.
//!
//! Minutes on their way are in `minutes`, their numbers in `numbering`, what goes out in `issue`, briefings and
//! circulars in `bulletin`; what they share, the duties and the slice of state are here. How a number is written is in
//! `number`, how a matter comes to be agreed in `decision`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    act::ActKind,
    act::ActType,
    act::since,
    act::stands_for,
    charter::{
        ReadingKey, SettingKey,
        readings::CountersignOrder,
        settings::{Role, Step},
    },
    deed::Deed,
    duty::{Found, Instance, or_not_applicable},
    id::{BulletinId, DocumentId, ItemId, MeetingId, MinutesId, PersonId, SeriesId, UnitId},
    law,
    meeting::Meeting,
    membership::word,
    number::DocumentNumber,
    record::words,
    refusal::{Finding, Standing},
    rule::{Ask, Case, Check, Duty, Guard, Rule, View, ensure, remedy},
    state::State,
    time::{Period, Time, day_after, start_of},
    verdict::{Due, Verdict},
};

mod bulletin;
mod issue;
mod minutes;
mod numbering;

pub use bulletin::{IssueBriefing, IssueCircular};
pub use issue::{AcknowledgeReceipt, IssueDocument, ReportUp};
pub use minutes::{
    ApproveMinutes, Consent, ConsentWithChanges, Countersign, DeclineConsent, DeclineCountersign,
    DraftMinutes, RedraftMinutes,
};
pub use numbering::{AllotNumber, VoidNumber};

use bulletin::{Bulletin, BulletinKind};
use issue::Document;
use numbering::SeriesYear;

words! {
    /// The kind of a document (文种): the fifteen formal ones, and three that offices take for formal.
    pub enum DocumentKind {
        /// 决议
        Resolution,
        /// 决定
        Decision,
        /// 命令（令）
        Order,
        /// 公报
        Communique,
        /// 公告
        Announcement,
        /// 通告
        PublicNotice,
        /// 意见
        Opinion,
        /// 通知
        Notice,
        /// 通报
        Circular,
        /// 报告
        Report,
        /// 请示
        RequestForInstructions,
        /// 批复
        Reply,
        /// 议案
        Bill,
        /// 函
        Letter,
        /// 纪要
        Minutes,
        /// 简报: not a formal kind.
        Briefing,
        /// 方案: not a formal kind.
        Plan,
        /// 清单: not a formal kind.
        List,
    }

    /// Whether a document is public.
    pub enum Publicness {
        /// 主动公开
        Open,
        /// 依申请公开
        OnRequest,
        /// 不予公开
        Closed,
    }
}

impl DocumentKind {
    /// Its Chinese word, with which a title ends.
    pub fn zh(self) -> &'static str {
        match self {
            Self::Resolution => "决议",
            Self::Decision => "决定",
            Self::Order => "令",
            Self::Communique => "公报",
            Self::Announcement => "公告",
            Self::PublicNotice => "通告",
            Self::Opinion => "意见",
            Self::Notice => "通知",
            Self::Circular => "通报",
            Self::Report => "报告",
            Self::RequestForInstructions => "请示",
            Self::Reply => "批复",
            Self::Bill => "议案",
            Self::Letter => "函",
            Self::Minutes => "纪要",
            Self::Briefing => "简报",
            Self::Plan => "方案",
            Self::List => "清单",
        }
    }

    /// Whether it is one of the fifteen (党政机关公文处理工作条例 8).
    pub fn is_formal(self) -> bool {
        !matches!(self, Self::Briefing | Self::Plan | Self::List)
    }
}

/// What a unit answers when it is asked for its consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Reply {
    Consents,
    /// It wants changes: no consent, and no other answer to this version.
    WantsChanges,
    Declines,
}

/// The answer of a unit to a version.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Answer {
    pub(crate) reply: Reply,
    pub(crate) by: PersonId,
    pub(crate) given: Deed,
}

/// The signature of a unit under a version, or its refusal to sign.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Signature {
    pub(crate) signed: bool,
    pub(crate) by: PersonId,
    pub(crate) given: Deed,
}

/// A version that was redrafted, with what units had said to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PastVersion {
    pub(crate) version: u32,
    pub(crate) drafted: Deed,
    pub(crate) consents: BTreeMap<UnitId, Answer>,
    pub(crate) signatures: BTreeMap<UnitId, Signature>,
    pub(crate) approved: Option<Deed>,
}

/// The number that minutes bear, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Allotment {
    pub(crate) series: SeriesId,
    pub(crate) allotted: Deed,
}

/// Minutes on their way to a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Minutes {
    pub(crate) meeting: MeetingId,
    pub(crate) items: Vec<ItemId>,
    pub(crate) version: u32,
    /// When this version was drafted, and the entry.
    pub(crate) drafted: Deed,
    /// The steps they take, pinned when they were drafted.
    pub(crate) steps: Vec<Step>,
    /// The units asked for their consent, pinned likewise.
    pub(crate) consent_of: Vec<UnitId>,
    /// The units asked to countersign, pinned likewise.
    pub(crate) countersign_of: Vec<UnitId>,
    pub(crate) consents: BTreeMap<UnitId, Answer>,
    pub(crate) signatures: BTreeMap<UnitId, Signature>,
    /// The versions before this one.
    pub(crate) past: Vec<PastVersion>,
    pub(crate) approved: Option<Deed>,
    pub(crate) number: Option<DocumentNumber>,
    pub(crate) allotment: Option<Allotment>,
    pub(crate) document: Option<DocumentId>,
    pub(crate) last: Time,
}

since! { Minutes(last); }

impl Minutes {
    /// When the first version was drafted, and the entry.
    pub(crate) fn begun(&self) -> Deed {
        self.past.first().map_or(self.drafted, |it| it.drafted)
    }

    /// Whether one step must be done before another can be: it stands before it in the path. Everything but the report to
    /// the superior comes before the document is issued.
    pub(crate) fn needs_first(&self, first: Step, then: Step) -> bool {
        let place = |step: Step| self.steps.iter().position(|it| *it == step);
        match (place(first), place(then)) {
            (None, _) => false,
            (Some(_), _) if then == Step::Issue => first != Step::ReportUp,
            (Some(_), None) => false,
            (Some(first), Some(then)) => first < then,
        }
    }

    /// The units whose signature is missing at a moment.
    pub(crate) fn unsigned(&self, at: Time) -> Vec<UnitId> {
        let signed = |it: &UnitId| self.signatures.get(it).is_some_and(|it| it.signed && it.given.at <= at);
        self.countersign_of.iter().filter(|it| !signed(it)).cloned().collect()
    }

    /// Who declined may come round, not before.
    pub(crate) fn may_answer(&self, unit: &UnitId, reply: Reply, at: Time) -> bool {
        self.consents
            .get(unit)
            .is_none_or(|it| it.reply == Reply::Declines && reply != Reply::Declines && it.given.at <= at)
    }

    pub(crate) fn may_sign(&self, unit: &UnitId, signs: bool, at: Time) -> bool {
        self.signatures.get(unit).is_none_or(|it| signs && !it.signed && it.given.at <= at)
    }
}

/// How minutes stand by the readings and settings in effect.
impl View<'_> {
    /// When a unit's consent to the present version was there, and what shows it: its answer, its signature where one
    /// sheet serves both, or its silence where the charter takes that for consent.
    fn consent_of(&self, minutes: &Minutes, unit: &UnitId) -> Option<Deed> {
        let answer = minutes.consents.get(unit);
        if let Some(it) = answer.filter(|it| it.reply != Reply::Declines) {
            return (it.reply == Reply::Consents).then_some(it.given);
        }
        let signature = minutes.signatures.get(unit).filter(|it| it.signed);
        let later = signature.filter(|it| answer.is_none_or(|answer| answer.given.no < it.given.no));
        match later.filter(|_| self.reading::<CountersignOrder>() == CountersignOrder::OneSheet) {
            Some(it) => Some(it.given),
            None if answer.is_none() => self.deemed(minutes),
            None => None,
        }
    }

    /// From when silence is consent, where the charter says so.
    fn deemed(&self, minutes: &Minutes) -> Option<Deed> {
        let days = *self.settings().deemed_consent.fixed()?;
        let Deed { at: drafted, no } = minutes.drafted;
        let last = self.calendar.working_days_after(drafted.date(), days).date;
        Some(Deed { at: start_of(day_after(last), self.charter.offset()), no })
    }

    /// The units whose consent to the present version is missing at a moment.
    pub(crate) fn unconsented(&self, minutes: &Minutes, at: Time) -> Vec<UnitId> {
        let consents = |it: &UnitId| self.consent_of(minutes, it).is_some_and(|it| it.at <= at);
        minutes.consent_of.iter().filter(|it| !consents(it)).cloned().collect()
    }

    /// When a step was done, if it was.
    fn done_at(&self, minutes: &Minutes, step: Step) -> Option<Time> {
        let drafted = minutes.drafted.at;
        let latest = |all: Option<Vec<Time>>| all.map(|it| it.into_iter().fold(drafted, Time::max));
        let signed = |it: &UnitId| minutes.signatures.get(it).filter(|it| it.signed).map(|it| it.given.at);
        match step {
            Step::Draft => Some(drafted),
            Step::Consent => {
                let consents = minutes.consent_of.iter().map(|it| Some(self.consent_of(minutes, it)?.at));
                latest(consents.collect())
            }
            Step::Countersign => latest(minutes.countersign_of.iter().map(signed).collect()),
            Step::ConvenerApprove => minutes.approved.map(|it| it.at),
            Step::Number => minutes.allotment.as_ref().map(|it| it.allotted.at),
            Step::Issue => self.document_of(minutes).map(|it| it.issued.at),
            Step::ReportUp => self.document_of(minutes)?.reported_up.values().map(|it| it.at).max(),
        }
    }

    fn document_of(&self, minutes: &Minutes) -> Option<&Document> {
        self.state.documents.documents.get(minutes.document.as_ref()?)
    }

    /// Which of the items of a meeting were settled there: agreed, or agreed and clarified.
    fn settled_at<'v>(
        &'v self,
        id: &'v MeetingId,
        meeting: &'v Meeting,
        clarified_too: bool,
    ) -> impl Iterator<Item = &'v ItemId> {
        use crate::decision::ItemStage;
        meeting.agenda.iter().filter(move |item| {
            let item = self.state.decisions.items.get(*item);
            item.is_some_and(|it| {
                it.meeting.as_ref() == Some(id)
                    && (it.is_agreed() || (clarified_too && it.stage == ItemStage::Clarified))
            })
        })
    }

    /// The units that the items give a task.
    fn tasked_by<'v>(&'v self, items: &'v [ItemId]) -> impl Iterator<Item = &'v UnitId> {
        items.iter().filter_map(|it| self.state.decisions.items.get(it)).flat_map(|it| &it.tasked)
    }
}

impl Ask<'_> {
    /// The actor holds one of the roles in the unit, or in the unit it was merged into.
    fn needs_in(&self, roles: &[Role], unit: &UnitId) -> Check {
        let first = self.needs(roles, Some(unit));
        let units = &self.state.membership.units;
        let mut heir = units.get(unit).and_then(|it| it.successor.as_ref());
        // Units may merge in a circle: each is asked once at most.
        for _ in 0..units.len() {
            let Some(unit) = heir.filter(|_| first.is_err()) else { break };
            if self.needs(roles, Some(unit)).is_ok() {
                return Ok(());
            }
            heir = units.get(unit).and_then(|it| it.successor.as_ref());
        }
        first
    }
}

/// An act that takes minutes a step further.
trait OnMinutes: ActType {
    const STEP: Step;

    fn minutes<'c>(case: &'c Case<'_, Self>) -> &'c Minutes;
}

const HAS_STEP: Rule =
    Rule::law("path.has_the_step", "办文程序有此环节", "the step is on the path of these minutes")
        .needs(&[SettingKey::Paths]);

const PATH_IN_FORCE: Rule = Rule::always(
    "minutes.take_the_path_in_force",
    "纪要依照所适用的版本规定的程序办理",
    "the minutes take the path of the version by which they are judged",
)
.cured_by(&[remedy(ActKind::RedraftMinutes, &[Role::Office])]);

const NOT_ISSUED: Rule = Rule::always(
    "minutes.are_not_issued",
    "纪要尚未形成正式文件印发",
    "the minutes have not been issued as a document",
);

const CONSENTED: Rule = Rule::law(
    "minutes.consented_by_all_asked",
    "应征求同意的单位均已同意本稿",
    "every unit asked has consented to this version",
)
.needs(&[SettingKey::DeemedConsent])
.reads(&[ReadingKey::CountersignOrder])
.cured_by(&[remedy(ActKind::Consent, &[Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer])]);

const COUNTERSIGNED: Rule = Rule::law(
    "minutes.countersigned_by_all_asked",
    "应会签的单位均已会签本稿",
    "every unit asked has countersigned this version",
)
.cured_by(&[remedy(ActKind::Countersign, &[Role::ResponsiblePerson])]);

const APPROVED: Rule = Rule::always(
    "minutes.approved_by_convener",
    "程序要求召集人审定的，本稿已经审定",
    "the convener has approved this version, where the path asks for it",
)
.cured_by(&[remedy(ActKind::ApproveMinutes, &[Role::Convener])]);

/// The path has the step of the act.
const fn on_the_path<A: OnMinutes>() -> Guard<A> {
    Guard {
        rule: HAS_STEP,
        check: |it| {
            let path = &A::minutes(it).steps;
            ensure(path.contains(&A::STEP), || Finding::NotAllowed {
                value: word(&A::STEP),
                allowed: path.iter().map(word).collect(),
            })
        },
    }
}

/// The path on which they are is that of the version that judges them; another version may have come into force since
/// they were drafted.
const fn on_the_path_in_force<A: OnMinutes>() -> Guard<A> {
    Guard {
        rule: PATH_IN_FORCE,
        check: |it| {
            let minutes = A::minutes(it);
            let drafted_under = it.state.founding.version_on(minutes.drafted.at.date());
            let meeting = it.state.meetings.meetings.get(&minutes.meeting);
            let path = meeting.and_then(|meeting| it.path(meeting.kind));
            let same = drafted_under == Some(it.charter.version())
                || path.as_ref().is_none_or(|path| *path == minutes.steps);
            let words = |steps: &[Step]| steps.iter().map(word).collect::<Vec<_>>().join(" ");
            ensure(same, || Finding::Differs {
                found: words(&minutes.steps),
                expected: words(&path.unwrap_or_default()),
            })
        },
    }
}

const fn not_issued<A: OnMinutes>() -> Guard<A> {
    Guard {
        rule: NOT_ISSUED,
        check: |it| {
            ensure(A::minutes(it).document.is_none(), || {
                Finding::state(Standing::Issued, &[Standing::NotIssued])
            })
        },
    }
}

/// Every consent is there, if consent comes before the step of the act.
const fn consented<A: OnMinutes>() -> Guard<A> {
    Guard {
        rule: CONSENTED,
        check: |it| {
            let minutes = A::minutes(it);
            if !minutes.needs_first(Step::Consent, A::STEP) {
                return Ok(());
            }
            let units = it.unconsented(minutes, it.at);
            ensure(units.is_empty(), || Finding::MissingUnits { units })
        },
    }
}

/// Every countersignature is there, if countersigning comes before the step of the act.
const fn countersigned<A: OnMinutes>() -> Guard<A> {
    Guard {
        rule: COUNTERSIGNED,
        check: |it| {
            let minutes = A::minutes(it);
            if !minutes.needs_first(Step::Countersign, A::STEP) {
                return Ok(());
            }
            let units = minutes.unsigned(it.at);
            ensure(units.is_empty(), || Finding::MissingUnits { units })
        },
    }
}

/// The convener has approved, if that comes before the step of the act.
const fn approved<A: OnMinutes>() -> Guard<A> {
    Guard {
        rule: APPROVED,
        check: |it| {
            let minutes = A::minutes(it);
            let needed = minutes.needs_first(Step::ConvenerApprove, A::STEP);
            ensure(!needed || minutes.approved.is_some_and(|deed| deed.at <= it.at), || Finding::Missing {
                what: vec![word(&Step::ConvenerApprove)],
            })
        },
    }
}

/// What a duty gives that only has a date where the charter counts days for each step.
const BY_STEP: &[Verdict] =
    &[Verdict::Met, Verdict::Silent, Verdict::NotApplicable, Verdict::NotDue, Verdict::Unmet];

/// The same, where signatures may count as consent.
const BY_STEP_AND_READING: &[Verdict] = &[
    Verdict::Met,
    Verdict::Silent,
    Verdict::NotApplicable,
    Verdict::NotDue,
    Verdict::Unmet,
    Verdict::Disputed,
];

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "minutes.for_agreed_matters",
            "议定的事项形成会议纪要",
            "what a meeting agreed is put into minutes",
        )
        .needs(&[SettingKey::StepDays]),
        gives: BY_STEP,
        look: agreed_matters_minuted,
    },
    Duty {
        rule: Rule::law(
            "minutes.consented",
            "会议纪要经应征求的单位同意",
            "each unit asked has consented to the minutes",
        )
        .needs(&[SettingKey::StepDays, SettingKey::DeemedConsent])
        .reads(&[ReadingKey::CountersignOrder]),
        gives: BY_STEP_AND_READING,
        look: |view, _, period| {
            each_minutes(view, period, |id, minutes| {
                let unit = |unit| {
                    let consent = view.consent_of(minutes, unit);
                    asked(view, id, minutes, Step::Consent, unit, consent).fulfilled_by(&[ActKind::Consent])
                };
                let on_path = minutes.steps.contains(&Step::Consent);
                minutes.consent_of.iter().filter(|_| on_path).map(unit).collect()
            })
        },
    },
    Duty {
        rule: Rule::law(
            "minutes.countersigned",
            "会议纪要履行联合会签手续",
            "each unit asked has countersigned the minutes",
        )
        .needs(&[SettingKey::StepDays]),
        gives: BY_STEP,
        look: |view, _, period| {
            each_minutes(view, period, |id, minutes| {
                let unit = |unit| {
                    let signature = minutes.signatures.get(unit).filter(|it| it.signed).map(|it| it.given);
                    asked(view, id, minutes, Step::Countersign, unit, signature)
                        .fulfilled_by(&[ActKind::Countersign])
                };
                let on_path = minutes.steps.contains(&Step::Countersign);
                minutes.countersign_of.iter().filter(|_| on_path).map(unit).collect()
            })
        },
    },
    Duty {
        rule: Rule::law(
            "document.issued",
            "议定事项的纪要形成正式文件印发",
            "the minutes of agreed matters are issued as a formal document",
        )
        .needs(&[SettingKey::StepDays]),
        gives: BY_STEP,
        look: |view, _, period| {
            each_minutes(view, period, |id, minutes| {
                let agreed = |it| view.state.decisions.items.get(it).is_some_and(|it| it.is_agreed());
                if !minutes.steps.contains(&Step::Issue) || !minutes.items.iter().any(agreed) {
                    return Vec::new();
                }
                let found = Found::done_or(view.document_of(minutes).map(|it| it.issued), || {
                    Finding::Missing { what: vec![word(&Step::Issue)] }
                });
                let instance =
                    Instance::of_role(Role::Office, found).about(id).part_of(law::meeting(&minutes.meeting));
                vec![dated(view, minutes, Step::Issue, instance).fulfilled_by(&[ActKind::IssueDocument])]
            })
        },
    },
    issue::REPORTED_UP,
    numbering::GAPS,
    bulletin::ISSUED,
];

fn agreed_matters_minuted(view: &View<'_>, _: &crate::charter::Clause, period: Period) -> Vec<Instance> {
    let days = view.settings().step_days.fixed().and_then(|it| it.get(&Step::Draft));
    let state = view.state;
    let instance = |(id, meeting): (&MeetingId, &Meeting)| {
        let closed = meeting.closed.filter(|it| period.contains(it.at.date()))?;
        view.settled_at(id, meeting, false).next()?;
        let minutes = meeting.minutes.as_ref().and_then(|it| state.documents.minutes.get(it));
        let found = match minutes.map(Minutes::begun) {
            Some(Deed { at, no }) => Found::Done { at, entries: vec![closed.no, no] },
            None => Found::Open {
                finding: Finding::Missing { what: vec!["minutes".to_owned()] },
                entries: vec![closed.no],
            },
        };
        let instance = Instance::of_role(Role::Office, found)
            .about(id)
            .part_of(law::meeting(id))
            .fulfilled_by(&[ActKind::DraftMinutes]);
        let due = days.map(|it| Due::within_working_days(view.calendar, closed.at.date(), *it));
        Some(if due.is_some() { instance.due(due) } else { instance.undated() })
    };
    or_not_applicable(state.meetings.meetings.iter().filter_map(instance).collect())
}

/// What there is to say of each of the minutes begun in a period.
fn each_minutes(
    view: &View<'_>,
    period: Period,
    look: impl Fn(&MinutesId, &Minutes) -> Vec<Instance>,
) -> Vec<Instance> {
    let all = view.state.documents.minutes.iter().filter(|(_, it)| period.contains(it.begun().at.date()));
    or_not_applicable(all.flat_map(|(id, minutes)| look(id, minutes)).collect())
}

/// One unit that was asked to take a step. A document issued without it is a breach, whatever the date.
fn asked(
    view: &View<'_>,
    id: &MinutesId,
    minutes: &Minutes,
    step: Step,
    unit: &UnitId,
    done: Option<Deed>,
) -> Instance {
    let drafted = minutes.drafted.no;
    let issued = view.document_of(minutes).map(|it| it.issued);
    let before_issue = |at: Time| issued.is_none_or(|it| at <= it.at);
    let found = match (done.filter(|it| before_issue(it.at)), issued) {
        (Some(Deed { at, no }), _) => {
            Found::Done { at, entries: BTreeSet::from([drafted, no]).into_iter().collect() }
        }
        (None, Some(Deed { no, .. })) => Found::Broken {
            finding: Finding::MissingUnits { units: vec![unit.clone()] },
            entries: vec![drafted, no],
        },
        (None, None) => {
            Found::Open { finding: Finding::Missing { what: vec![word(&step)] }, entries: vec![drafted] }
        }
    };
    let broken = issued.filter(|_| matches!(found, Found::Broken { .. })).map(|it| it.at.date());
    let instance = Instance::of_unit(unit, found)
        .about(id)
        .part_of(law::meeting(&minutes.meeting))
        .on_day(broken)
        .owed_to(Role::Office);
    dated(view, minutes, step, instance)
}

/// With the date by which the charter wants a step done, counted from the step before.
fn dated(view: &View<'_>, minutes: &Minutes, step: Step, instance: Instance) -> Instance {
    let Some(days) = view.settings().step_days.fixed().and_then(|it| it.get(&step)) else {
        return instance.undated();
    };
    // A report that is not on the path follows its last step.
    let place = minutes.steps.iter().position(|it| *it == step).unwrap_or(minutes.steps.len());
    let before = place.checked_sub(1).and_then(|it| minutes.steps.get(it));
    match before.map_or(Some(minutes.drafted.at), |it| view.done_at(minutes, *it)) {
        Some(from) => instance.due(Some(Due::within_working_days(view.calendar, from.date(), *days))),
        // The step before is not done, so the days do not run yet.
        None if matches!(instance.found, Found::Open { .. }) => {
            Instance { found: Found::NotApplicable, ..instance }
        }
        None => instance,
    }
}

/// Minutes, documents, number series, briefings and circulars.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Documents {
    pub(crate) minutes: BTreeMap<MinutesId, Minutes>,
    pub(crate) documents: BTreeMap<DocumentId, Document>,
    /// The numbers used in each series in each year.
    pub(crate) series: BTreeMap<(SeriesId, i32), SeriesYear>,
    pub(crate) bulletins: BTreeMap<BulletinId, Bulletin>,
    /// The last running number of briefings and of circulars in each year.
    pub(crate) serials: BTreeMap<(BulletinKind, i32), u32>,
    /// The minutes that are not issued.
    pub(crate) live: BTreeSet<MinutesId>,
    /// The documents for which a receipt or a report to the superior is outstanding.
    pub(crate) open: BTreeSet<DocumentId>,
}

stands_for! {
    MinutesId => Minutes in documents.minutes;
    DocumentId => Document in documents.documents;
    BulletinId => Bulletin in documents.bulletins;
}

impl Documents {
    /// The numbers below the last one of a series and year that were never allotted, in order.
    pub(crate) fn gaps(&self, series: &SeriesId, year: i32) -> Vec<u32> {
        self.series.get(&(series.clone(), year)).map(SeriesYear::gaps).unwrap_or_default()
    }
}

impl State {
    /// Minutes that an act changes, which is then the last thing that happened to them.
    pub(crate) fn minutes_mut(&mut self, id: &MinutesId, at: Time) -> Option<&mut Minutes> {
        let minutes = self.documents.minutes.get_mut(id)?;
        minutes.last = minutes.last.max(at);
        Some(minutes)
    }
}
