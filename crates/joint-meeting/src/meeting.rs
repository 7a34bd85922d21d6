//! Meetings: asked for, called, presided over, attended, closed.
//!
//! Convening is in `convene`, requests in `request`, the meeting itself in `session`; what they share, the
//! duties and the slice of state are here. What a meeting decides is in `decision`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    act::ActKind,
    act::ActType,
    act::since,
    act::stands_for,
    charter::{
        Charter, Clause, ReadingKey, Role, SettingKey,
        readings::{FirstYear, InPrinciple, LiaisonPresiding, PlenaryAll, PlenaryCount},
        settings::{Cadence, Holder, Office, Presiding},
    },
    deed::{Deed, Stamp},
    duty::{BY_CADENCE, Found, Instance, begins_on, by_cadence, or_not_applicable},
    entry::Outcome,
    id::{ItemId, MeetingId, MinutesId, PersonId, PostId, RequestId, Text, UnitId},
    law::{self, MatterKind, MatterRef},
    membership::word,
    record::{record, words},
    refusal::{Finding, Standing},
    rule::{Ask, Check, Duty, Guard, Rule, View, ensure, fixed, remedy},
    state::State,
    time::{Date, Period, Rhythm, Time, day_after, year_after},
    verdict::{Bearer, Due, Verdict},
};

mod convene;
mod request;
mod session;

pub use convene::{ApproveAgenda, CancelMeeting, Convene, DelegatePresiding, Invite, PostponeMeeting};
pub use request::{AnswerRequest, RequestMeeting};
pub use session::{CloseMeeting, Observer, ObserverRole, OpenMeeting, Present, RecordAttendance};

words! {
    /// The kinds of meeting.
    pub enum MeetingKind {
        /// 全体成员会议
        Plenary,
        /// 专门会议: the body looks into one matter.
        Special,
        /// 专题会议: asked for by a member unit.
        Thematic,
        /// 联络员会议
        Liaison,
    }

    /// What an agenda item is for.
    pub enum ItemKind {
        /// A report on the state of work is heard (通报工作情况).
        StateOfWork,
        /// A topic is discussed (议题).
        Discussion,
        /// A matter is to be agreed (需要议定的事项).
        Decision,
        /// Member units, members or liaison officers change.
        Membership,
        /// The body's own rules change.
        Rules,
        /// Policy or law.
        Policy,
        /// A major case.
        MajorCase,
    }

    /// How a meeting is held.
    pub enum Mode {
        /// In one room (现场).
        OnSite,
        /// By video (视频).
        Video,
        /// By papers passed round (书面传阅).
        Circulation,
    }

    /// As what a person attends for a unit.
    pub enum Capacity {
        /// As its member (成员).
        Member,
        /// In the member's place (代为参加).
        Alternate,
        /// As its liaison officer (联络员).
        LiaisonOfficer,
    }
}

impl ItemKind {
    /// Whether such an item asks for a decision, and is not only heard or discussed.
    pub fn is_decided(self) -> bool {
        !matches!(self, Self::StateOfWork | Self::Discussion)
    }
}

impl Mode {
    fn on_site() -> Self {
        Self::OnSite
    }

    fn is_on_site(&self) -> bool {
        *self == Self::OnSite
    }
}

record! {
    /// Declares a key period (重点时期), in which meetings are held more often.
    pub struct DeclareKeyPeriod {
        /// The first day.
        pub from: Date,
        /// The last day.
        pub to: Date,
        /// Why.
        pub reason: Text,
    }
}

/// An act about one meeting.
pub(crate) trait OfMeeting: ActType {
    fn meeting<'s>(names: &Self::Names<'s>) -> &'s Meeting;
}

/// Acts whose only name is a meeting.
macro_rules! of_meeting {
    ($($act:ident)*) => {$(
        impl OfMeeting for $act {
            fn meeting<'s>(names: &Self::Names<'s>) -> &'s Meeting {
                names
            }
        }
    )*};
}

of_meeting! { DelegatePresiding Invite PostponeMeeting CancelMeeting OpenMeeting RecordAttendance CloseMeeting }

/// The meeting is convened and has not begun.
const fn is_convened<A: OfMeeting>() -> Guard<A> {
    Guard {
        rule: Rule::always(
            "meeting.is_convened",
            "会议已经召集、尚未召开",
            "the meeting is convened and has not begun",
        ),
        check: |it| A::meeting(&it.names).must_be(&[Stage::Convened]),
    }
}

/// The meeting is convened or open.
const fn is_not_over<A: OfMeeting>() -> Guard<A> {
    Guard {
        rule: Rule::always("meeting.is_not_over", "会议尚未结束", "the meeting is not over"),
        check: |it| A::meeting(&it.names).must_be(&[Stage::Convened, Stage::Open]),
    }
}

const IS_OPEN: Rule = Rule::always("meeting.is_open", "会议正在进行", "the meeting is open")
    .cured_by(&[remedy(ActKind::OpenMeeting, &[Role::PresidingPerson])]);

/// The meeting is open.
pub(crate) const fn is_open<A: OfMeeting>() -> Guard<A> {
    Guard { rule: IS_OPEN, check: |it| A::meeting(&it.names).must_be(&[Stage::Open]) }
}

/// Who presides.
impl<'s> View<'s> {
    /// What the charter says of who presides over meetings of the kind; other sessions follow the plenary.
    fn presiding(&self, kind: MeetingKind) -> Option<&'s Presiding> {
        let all = self.settings().presiding.fixed()?;
        let said = |kind| all.get(&kind).filter(|it| !it.by.is_empty() || !it.posts.is_empty());
        said(kind).or_else(|| said(MeetingKind::Plenary).filter(|_| kind != MeetingKind::Liaison))
    }

    /// The roles of which one presides over meetings of the kind; none where a post does.
    fn presiding_roles(&self, kind: MeetingKind) -> Vec<Role> {
        match self.presiding(kind) {
            Some(said) => said.by.clone(),
            None if kind == MeetingKind::Liaison && self.is_directed() => vec![Role::OfficeDirector],
            None => vec![Role::Convener],
        }
    }

    /// The posts of which a holder presides over meetings of the kind.
    fn presiding_posts(&self, kind: MeetingKind) -> &'s [PostId] {
        self.presiding(kind).map_or(&[], |it| &it.posts)
    }

    /// The person holds the role, or the post, that presides.
    fn must_preside(&self, kind: MeetingKind, person: &PersonId, on: Date) -> Check {
        ensure(self.holds_presiding_role(kind, person, on), || match self.presiding_roles(kind) {
            roles if roles.is_empty() => Finding::Missing {
                what: self.presiding_posts(kind).iter().map(ToString::to_string).collect(),
            },
            roles => Finding::NeedsRole { roles, unit: None },
        })
    }

    /// Whether the director of an office presides over liaison meetings where the charter does not say.
    fn is_directed(&self) -> bool {
        matches!(self.settings().office.fixed(), Some(Office::Seated { .. }))
            && self.reading::<LiaisonPresiding>() == LiaisonPresiding::OfficeDirector
    }

    fn holds_presiding_role(&self, kind: MeetingKind, person: &PersonId, on: Date) -> bool {
        self.presiding_roles(kind).into_iter().any(|role| self.holds(role, person, None, on))
            || self.presiding_posts(kind).iter().any(|post| self.holds_post(post, person, on))
    }

    /// The first who presides over meetings of the kind by role or post.
    fn presiding_holder(&self, kind: MeetingKind, on: Date) -> Option<&'s PersonId> {
        let mut roles = self.presiding_roles(kind).into_iter();
        let by_role = roles.find_map(|it| self.holder_of(it, on));
        by_role
            .or_else(|| self.presiding_posts(kind).iter().find_map(|it| self.holders_of_post(it, on).next()))
    }

    /// The first holder of a role that one person holds for the whole body.
    fn holder_of(&self, role: Role, on: Date) -> Option<&'s PersonId> {
        let settings = self.settings();
        let holder = |it: &'s Holder| self.first_holder(it, on);
        match role {
            Role::ChiefConvener => settings.chief_convener.fixed().and_then(holder),
            Role::Convener => self.convener(on),
            Role::DeputyConvener => settings.deputy_conveners.fixed()?.iter().find_map(holder),
            Role::OfficeDirector => match settings.office.fixed()? {
                Office::Seated { director, .. } => {
                    director.iter().find_map(|it| self.holders_of_post(it, on).next())
                }
                Office::Forbidden => None,
            },
            _ => None,
        }
    }
}

const FIRST_IN_RANK: Rule = Rule::law(
    "presiding.first_in_rank",
    "召集人有先后的，由在任者中居先的主持或者委托他人主持",
    "where conveners are ranked, the first in office presides, or entrusts another",
)
.needs(&[SettingKey::ConvenersRanked])
.cured_by(&[remedy(ActKind::DelegatePresiding, &[Role::Convener])]);

impl Ask<'_> {
    /// Where conveners are ranked, one who presides as convener is the first in office.
    fn is_first_where_ranked(&self, kind: MeetingKind, person: &PersonId) -> Check {
        let ranked = self.settings().conveners_ranked.fixed() == Some(&true);
        let roles = self.presiding_roles(kind).into_iter();
        let mut others = roles.filter(|it| *it != Role::Convener);
        let by_right = !self.presiding_roles(kind).contains(&Role::Convener)
            || others.any(|it| self.holds(it, person, None, self.today()))
            || self.is_first_in_rank(person, self.today());
        ensure(!ranked || by_right, || Finding::NeedsRole { roles: vec![Role::PresidingPerson], unit: None })
    }

    /// The actor presides: by delegation, by the notice, or in the place of one who no longer holds the role.
    pub(crate) fn presides(&self, meeting: &Meeting) -> Check {
        let (kind, on) = (meeting.kind, self.today());
        let named = meeting.delegated || self.holds_presiding_role(kind, &meeting.presiding, on);
        let presides = match named {
            true => meeting.presiding == *self.by,
            false => self.holds_presiding_role(kind, self.by, on),
        };
        ensure(presides, || Finding::NeedsRole { roles: vec![Role::PresidingPerson], unit: None })
    }
}

impl ActType for DeclareKeyPeriod {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "key_period.declared_by_whoever_may",
                "制度规定了重点时期，并由有权者确定",
                "the charter knows key periods, and whoever may declares one",
            )
            .needs(&[SettingKey::KeyPeriods]),
            check: |it| it.needs(fixed(&it.settings().key_periods)?, None),
        },
        Guard {
            rule: Rule::always(
                "key_period.ends_after_it_begins",
                "起始日期不晚于截止日期",
                "the period does not end before it begins",
            ),
            check: |it| {
                ensure(it.act.from <= it.act.to, || Finding::Differs {
                    found: it.act.to.to_string(),
                    expected: it.act.from.to_string(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["from", "to", "reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, _: &mut crate::act::Resolver<'s>) -> Option<()> {
        Some(())
    }

    fn apply(&self, _: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.meetings.key_periods.push(Period { from: self.from, to: self.to });
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let (from, reason) = (ask.today(), crate::act::some_text());
        reason.into_iter().map(|reason| Self { from, to: from, reason }).collect()
    }
}

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "meeting.plenary_yearly",
            "按规定次数召开全体成员会议",
            "a plenary meeting is held as often as the charter asks",
        )
        .needs(&[SettingKey::PlenaryCadence])
        .reads(&[ReadingKey::PlenaryCount, ReadingKey::PlenaryAll, ReadingKey::FirstYear]),
        gives: BY_CADENCE,
        look: plenary_yearly,
    },
    Duty {
        rule: Rule::law(
            "meeting.plenary_in_principle",
            "原则上按规定次数召开全体成员会议",
            "a plenary meeting is in principle held as often as the charter asks",
        )
        .needs(&[SettingKey::PlenaryCadence])
        .reads(&[
            ReadingKey::InPrinciple,
            ReadingKey::PlenaryCount,
            ReadingKey::PlenaryAll,
            ReadingKey::FirstYear,
        ]),
        gives: BY_CADENCE,
        look: |view, clause, period| {
            let mut all = plenary_yearly(view, clause, period);
            if view.reading::<InPrinciple>() == InPrinciple::Guideline {
                all.iter_mut().for_each(only_a_guideline);
            }
            all
        },
    },
    Duty {
        rule: Rule::law(
            "meeting.liaison_cadence",
            "按规定次数召开联络员会议",
            "a liaison meeting is held as often as the charter asks",
        )
        .needs(&[SettingKey::LiaisonCadence])
        .reads(&[ReadingKey::FirstYear]),
        gives: BY_CADENCE,
        look: liaison_cadence,
    },
    Duty {
        rule: Rule::law(
            "meeting.plenary_called_by_lead",
            "全体成员会议由牵头单位筹备和召集",
            "the lead unit prepares and calls the plenary meeting",
        ),
        gives: &[Verdict::Met, Verdict::NotApplicable],
        look: |view, _, period| {
            let of_plenary = |id: &MeetingId, it: &Meeting| {
                let Deed { at, no } = it.convened;
                let found = Found::Done { at, entries: vec![no] };
                let instance = Instance::of_role(Role::LeadUnit, found).about(id).on_day(Some(at.date()));
                instance.fulfilled_by(&[ActKind::Convene])
            };
            each_held(view, MeetingKind::Plenary, period, of_plenary)
        },
    },
    Duty {
        rule: Rule::law(
            "meeting.plenary_heard_state_of_work",
            "全体成员会议通报了工作情况",
            "the plenary meeting heard the state of work",
        )
        .needs(&[SettingKey::PlenaryHears]),
        gives: &[Verdict::Met, Verdict::Unmet, Verdict::Silent, Verdict::NotApplicable],
        look: |view, _, period| {
            let hears = view.settings().plenary_hears.fixed();
            let of_plenary = |id: &MeetingId, it: &Meeting| {
                let entries: Vec<u32> = it.closed.iter().map(|it| it.no).collect();
                let found = match hears {
                    None => Found::Silent { entries },
                    Some(hears) => {
                        let items = &view.state.decisions.items;
                        let heard = |kind: &ItemKind| {
                            it.discussed.iter().any(|it| items.get(it).is_some_and(|it| it.kind == *kind))
                        };
                        let missing = hears.iter().filter(|kind| !heard(kind));
                        let what: Vec<String> = missing.map(word).collect();
                        match it.closed {
                            Some(Deed { at, .. }) if what.is_empty() => Found::Done { at, entries },
                            _ => Found::Broken { finding: Finding::Missing { what }, entries },
                        }
                    }
                };
                let instance = Instance::new(Bearer::Body, found).about(id).part_of(law::meeting(id));
                let closed = it.closed.map(|it| it.at.date());
                instance.on_day(closed).fulfilled_by(&[ActKind::Discuss])
            };
            each_held(view, MeetingKind::Plenary, period, of_plenary)
        },
    },
    Duty {
        rule: Rule::law(
            "meeting.special_held",
            "研究具体工作事项时可召开专门会议",
            "a special meeting may be held when there is a matter for it",
        ),
        gives: &[Verdict::NotJudged, Verdict::NotApplicable],
        look: |view, _, period| {
            let of_special = |id: &MeetingId, it: &Meeting| {
                let entries = it.closed.iter().map(|it| it.no).collect();
                Instance::new(Bearer::Body, Found::NotJudged { entries }).about(id)
            };
            each_held(view, MeetingKind::Special, period, of_special)
        },
    },
    Duty {
        rule: Rule::law(
            "attendance.alternate_sent",
            "成员不能到会的，委托他人代为出席",
            "a unit whose member does not attend sends an alternate",
        )
        .needs(&[SettingKey::Alternates]),
        gives: &[Verdict::Met, Verdict::Unmet, Verdict::Silent, Verdict::NotApplicable],
        look: alternates_sent,
    },
    Duty {
        rule: Rule::law("request.answered", "对提请及时答复", "each request for a meeting is answered")
            .needs(&[SettingKey::RequestRight])
            .reads(&[ReadingKey::RequestEffect]),
        gives: &[Verdict::Met, Verdict::Unmet, Verdict::Disputed, Verdict::NotApplicable],
        look: requests_answered,
    },
    Duty {
        rule: Rule::law(
            "request.meeting_called_where_owed",
            "应当召开的会议已经召集",
            "a meeting that the requests oblige to is called",
        )
        .needs(&[SettingKey::RequestRight])
        .reads(&[ReadingKey::RequestEffect]),
        gives: &[Verdict::Met, Verdict::Silent, Verdict::NotApplicable],
        look: |view, _, period| {
            each_request(view, period, |id, request, beside| {
                if !view.must_be_called(request, beside.iter().copied()) {
                    return None;
                }
                let mut entries = vec![request.made.no];
                let found = match view.state.meetings.called_upon(request, beside) {
                    Some(Deed { at, no }) => {
                        entries.push(no);
                        Found::Done { at, entries }
                    }
                    None => Found::Open {
                        finding: Finding::Missing { what: vec!["meeting".to_owned()] },
                        entries,
                    },
                };
                let instance = Instance::of_role(Role::Office, found).about(id).undated();
                let matter = MatterRef::new(MatterKind::Request, id.as_str());
                Some(instance.part_of(matter).fulfilled_by(&[ActKind::Convene]))
            })
        },
    },
];

/// One instance for each meeting of the kind that was held and closed in the period.
fn each_held(
    view: &View<'_>,
    kind: MeetingKind,
    period: Period,
    instance: impl Fn(&MeetingId, &Meeting) -> Instance,
) -> Vec<Instance> {
    let held = view.state.meetings.held_in(kind, period);
    or_not_applicable(held.map(|(id, it)| instance(id, it)).collect())
}

/// What each unit did that was called to a meeting of members and did not attend by its member. A meeting that is over
/// cannot be attended later.
fn alternates_sent(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let alternates = view.settings().alternates.fixed();
    if alternates.is_some_and(|it| !it.must) {
        return or_not_applicable(Vec::new());
    }
    let of_members = MeetingKind::ALL.iter().filter(|it| **it != MeetingKind::Liaison);
    let held = of_members.flat_map(|kind| view.state.meetings.held_in(*kind, period));
    let of_meeting = |(id, it): (&MeetingId, &Meeting)| {
        let entries: Vec<u32> = it.closed.iter().map(|it| it.no).collect();
        let found = |unit: &UnitId| match it.attended.get(unit).map(|it| it.capacity) {
            Some(Capacity::Member | Capacity::LiaisonOfficer) => None,
            _ if alternates.is_none() => Some(Found::Silent { entries: entries.clone() }),
            Some(Capacity::Alternate) => {
                Some(Found::Done { at: it.opened.map_or(it.held_at, |it| it.at), entries: entries.clone() })
            }
            None => Some(Found::Broken {
                finding: Finding::Missing { what: vec![word(&Capacity::Alternate)] },
                entries: entries.clone(),
            }),
        };
        let of_unit = |unit| Some(Instance::of_unit(unit, found(unit)?).about(id));
        it.called.iter().filter_map(of_unit).collect::<Vec<_>>()
    };
    or_not_applicable(held.flat_map(of_meeting).collect())
}

/// The part of a period in which the duties of a cadence run.
fn running(view: &View<'_>, cadence: &Cadence, period: Period) -> Option<Period> {
    let Some(effective) = begins_on(view) else { return Some(period) };
    let from = match view.reading() {
        FirstYear::Full => effective,
        FirstYear::NextYear => day_after(cadence.per.around(effective).to),
    };
    period.overlap(Period { from, to: period.to.max(from) })
}

fn silent(done: Vec<Deed>) -> Vec<Instance> {
    let entries = done.into_iter().map(|it| it.no).collect();
    vec![Instance::new(Bearer::Body, Found::Silent { entries })]
}

const HELD_BY: &[ActKind] = &[ActKind::Convene, ActKind::CloseMeeting];

fn plenary_yearly(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let Some(cadence) = view.settings().plenary_cadence.fixed() else {
        return silent(plenaries(view, period));
    };
    let Some(period) = running(view, cadence, period) else { return or_not_applicable(Vec::new()) };
    match view.reading() {
        PlenaryCount::TwelveMonths if cadence.per == Rhythm::Year && cadence.at_least == 1 => {
            twelve_months_apart(view, period)
        }
        count => {
            let held = plenaries(view, whole(cadence, period));
            let mut all = by_cadence(view, &Bearer::Body, cadence, period, &held, HELD_BY);
            let counted = cadence.at_least > 0 && cadence.in_key_period.is_none();
            let exactly = Some(cadence.at_least).filter(|_| count == PlenaryCount::Exactly && counted);
            if let Some(most) = cadence.at_most.or(exactly) {
                all.iter_mut().for_each(|it| no_more(most, it));
            }
            all
        }
    }
}

/// The periods of a cadence that a period touches, to their ends.
fn whole(cadence: &Cadence, period: Period) -> Period {
    let key = cadence.in_key_period.as_ref().map(|it| it.per);
    let around = |day| std::iter::once(cadence.per).chain(key).map(move |it| it.around(day));
    Period {
        from: around(period.from).map(|it| it.from).min().unwrap_or(period.from),
        to: around(period.to).map(|it| it.to).max().unwrap_or(period.to),
    }
}

/// The plenary meetings that count, by the day they were opened and the entry that closed them.
fn plenaries(view: &View<'_>, period: Period) -> Vec<Deed> {
    let counts = |it: &&Meeting| match view.reading() {
        PlenaryAll::Called => !it.attended.is_empty(),
        PlenaryAll::Present => it.called.iter().all(|unit| it.attended.contains_key(unit)),
    };
    let held = view.state.meetings.held_in(MeetingKind::Plenary, period).map(|(_, it)| it);
    held.filter(counts).filter_map(Meeting::held).collect()
}

/// More than the cadence allows is too many.
fn no_more(most: u16, instance: &mut Instance) {
    let allowed = u32::from(most);
    let entries = instance.entries().to_vec();
    let have = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    if have > allowed {
        instance.found = Found::Broken { finding: Finding::TooMany { have, allowed }, entries };
    }
}

/// What is not kept of a guideline is to be seen, and not held against anyone.
fn only_a_guideline(instance: &mut Instance) {
    if let Found::Open { entries, .. } | Found::Broken { entries, .. } = &instance.found {
        instance.found = Found::NotJudged { entries: entries.clone() };
    }
}

/// Each plenary meeting within twelve months of the one before, the first within twelve of the beginning: one
/// instance for each calendar year, so that it can be set beside the other readings.
fn twelve_months_apart(view: &View<'_>, period: Period) -> Vec<Instance> {
    let Some(begins) = begins_on(view) else { return or_not_applicable(Vec::new()) };
    let years = Rhythm::Year.across(period);
    let until = years.last().map_or(period.to, |it| it.to);
    let held = plenaries(view, Period { from: begins, to: until.max(begins) });
    years.into_iter().map(|year| within_twelve_months(view, begins, year, &held)).collect()
}

/// Owed within a year of the last meeting before the calendar year.
fn within_twelve_months(view: &View<'_>, begins: Date, year: Period, held: &[Deed]) -> Instance {
    let before = held.iter().map(|it| it.at.date()).filter(|it| *it < year.from).max();
    let first = held.iter().find(|it| year.contains(it.at.date()));
    let found = Found::done_or(first.copied(), || Finding::TooFew { have: 0, need: 1 });
    let due = year_after(before.unwrap_or(begins));
    Instance::new(Bearer::Body, found)
        .about(year.from)
        .due(Some(Due::on(view.calendar, due)))
        .fulfilled_by(HELD_BY)
}

fn liaison_cadence(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let held = |period| {
        let held = view.state.meetings.held_in(MeetingKind::Liaison, period);
        held.filter_map(|(_, it)| it.held()).collect::<Vec<_>>()
    };
    let Some(cadence) = view.settings().liaison_cadence.fixed() else { return silent(held(period)) };
    let Some(period) = running(view, cadence, period) else { return or_not_applicable(Vec::new()) };
    let held = held(whole(cadence, period));
    by_cadence(view, &Bearer::Body, cadence, period, &held, HELD_BY)
}

fn requests_answered(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let decided_by = view.settings().request_right.fixed().map_or(&[][..], |it| &it.decided_by);
    let by = decided_by.first().copied().unwrap_or(Role::Office);
    each_request(view, period, |id, request, beside| {
        let owed = view.must_be_called(request, beside.iter().copied());
        let called = view.state.meetings.called_upon(request, beside);
        let instance = Instance::of_role(by, answered(request, owed, called))
            .about(id)
            .part_of(MatterRef::new(MatterKind::Request, id.as_str()))
            .owed_to(Role::MemberUnit)
            .fulfilled_by(if request.answer.is_none() {
                &[ActKind::AnswerRequest]
            } else {
                &[ActKind::Convene]
            });
        Some(instance)
    })
}

/// What there is to say of each request made in a period, and of those that stood beside it.
fn each_request(
    view: &View<'_>,
    period: Period,
    instance: impl Fn(&RequestId, &Request, &[&Request]) -> Option<Instance>,
) -> Vec<Instance> {
    let requests = &view.state.meetings.requests;
    let made: Vec<(&RequestId, &Request)> =
        requests.iter().filter(|(_, it)| period.contains(it.made.at.date())).collect();
    let of_request = |(id, request): &(&RequestId, &Request)| {
        let beside = made.iter().map(|(_, it)| *it).filter(|it| it.stood_beside(request));
        instance(id, request, &beside.collect::<Vec<_>>())
    };
    or_not_applicable(made.iter().filter_map(of_request).collect())
}

/// An answer is owed; where the meeting itself is owed, that meeting.
fn answered(request: &Request, owed: bool, called: Option<Deed>) -> Found {
    let mut entries = vec![request.made.no];
    let missing = |it: &str| Finding::Missing { what: vec![it.to_owned()] };
    let Some(answer) = request.answer else { return Found::Open { finding: missing("answer"), entries } };
    entries.push(answer.given.no);
    entries.extend(called.map(|it| it.no));
    match (owed, answer.granted, called) {
        (true, false, _) => Found::Broken { finding: missing("meeting"), entries },
        (true, true, None) => Found::Open { finding: missing("meeting"), entries },
        _ => Found::Done { at: answer.given.at, entries },
    }
}

words! {
    /// How far a meeting has come.
    pub(crate) enum Stage {
        Convened,
        Open,
        Closed,
        Cancelled,
    }
}

/// Who attended for a unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Attendance {
    pub(crate) person: PersonId,
    pub(crate) capacity: Capacity,
}

/// Someone invited for one item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Invitee {
    pub(crate) name: Text,
    /// The unit, where it is one the body knows.
    pub(crate) unit: Option<UnitId>,
    pub(crate) item: ItemId,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Meeting {
    pub(crate) kind: MeetingKind,
    pub(crate) called: Vec<UnitId>,
    pub(crate) agenda: Vec<ItemId>,
    pub(crate) presiding: PersonId,
    /// Whether whoever presides was entrusted with it.
    pub(crate) delegated: bool,
    /// The time for which it is called, at the charter's offset.
    pub(crate) held_at: Time,
    pub(crate) mode: Mode,
    pub(crate) stage: Stage,
    /// The units that attend: by member or alternate, at a liaison meeting by liaison officer.
    pub(crate) attended: BTreeMap<UnitId, Attendance>,
    pub(crate) apologies: Vec<UnitId>,
    /// Who sat in.
    pub(crate) observers: Vec<PersonId>,
    pub(crate) invitees: Vec<Invitee>,
    /// The items that were discussed or heard.
    pub(crate) discussed: BTreeSet<ItemId>,
    pub(crate) request: Option<RequestId>,
    pub(crate) convened: Deed,
    pub(crate) opened: Option<Deed>,
    pub(crate) closed: Option<Deed>,
    pub(crate) last: Time,
    pub(crate) minutes: Option<MinutesId>,
}

impl Meeting {
    /// The units that attend.
    pub(crate) fn attending(&self) -> impl Iterator<Item = &UnitId> {
        self.attended.keys()
    }

    /// When it was held, and the entry that closed it.
    pub(crate) fn held(&self) -> Option<Deed> {
        self.opened.zip(self.closed).map(|(opened, closed)| Deed { at: opened.at, no: closed.no })
    }
}

impl Meeting {
    pub(crate) fn must_be(&self, needs: &[Stage]) -> Check {
        ensure(needs.contains(&self.stage), || Finding::state(self.stage, needs))
    }
}

/// A request for a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Request {
    pub(crate) unit: UnitId,
    pub(crate) topic: Text,
    pub(crate) from_superior: bool,
    pub(crate) made: Deed,
    pub(crate) answer: Option<Answer>,
    /// The meeting called upon it.
    pub(crate) meeting: Option<MeetingId>,
    pub(crate) last: Time,
}

since! {
    Meeting(last);
    Request(last);
}

impl Request {
    /// Whether it had been made, and not yet been declined, when the other was answered.
    pub(crate) fn stood_beside(&self, other: &Self) -> bool {
        let Some(answered) = other.answer.map(|it| it.given.at) else { return true };
        self.made.at <= answered && self.answer.is_none_or(|it| it.granted || it.given.at >= answered)
    }

    pub(crate) fn is_granted(&self) -> bool {
        self.answer.is_some_and(|it| it.granted)
    }
}

impl Request {
    /// Granted, and no meeting called yet.
    fn must_be_granted(&self) -> Check {
        let is = match (self.answer, &self.meeting) {
            (None, _) => Standing::Unanswered,
            (Some(answer), _) if !answer.granted => Standing::Declined,
            (Some(_), None) => return Ok(()),
            (Some(_), Some(_)) => Standing::Met,
        };
        Err(Finding::state(is, &[Standing::Granted]))
    }
}

/// The office's answer to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Answer {
    pub(crate) granted: bool,
    pub(crate) given: Deed,
}

/// Meetings, requests for them, key periods.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Meetings {
    pub(crate) meetings: BTreeMap<MeetingId, Meeting>,
    pub(crate) requests: BTreeMap<RequestId, Request>,
    pub(crate) key_periods: Vec<Period>,
    /// The meetings that are convened or open.
    pub(crate) live: BTreeSet<MeetingId>,
    /// The requests that are not yet answered, or granted and without a meeting.
    pub(crate) pending: BTreeSet<RequestId>,
    /// Every meeting that was opened, by its day and the entry that opened it.
    pub(crate) held: BTreeMap<(Date, u32), MeetingId>,
    /// When the last meeting of a kind was closed.
    pub(crate) last_closed: BTreeMap<MeetingKind, Time>,
}

stands_for! {
    MeetingId => Meeting in meetings.meetings;
    RequestId => Request in meetings.requests;
}

impl Meetings {
    /// When a meeting was called upon a request, or upon one beside it that was about the same, and the entry.
    pub(crate) fn called_upon(&self, request: &Request, beside: &[&Request]) -> Option<Deed> {
        let called = |it: &Request| Some(self.meetings.get(it.meeting.as_ref()?)?.convened);
        let alike = beside.iter().filter(|it| it.topic == request.topic);
        called(request).or_else(|| alike.filter_map(|it| called(it)).min())
    }

    /// Whether a key period covers any day of it.
    pub(crate) fn in_key_period(&self, period: Period) -> bool {
        self.key_periods.iter().any(|it| it.overlap(period).is_some())
    }

    /// The day of the first meeting, held or called, after a day.
    pub(crate) fn next_held_after(&self, date: Date) -> Option<Date> {
        let held = self.held.range((date, u32::MAX)..).map(|((on, _), _)| *on).next();
        let live = self.live.iter().filter_map(|it| self.meetings.get(it)).map(|it| it.held_at.date());
        held.into_iter().chain(live.filter(|it| *it > date)).min()
    }

    /// A meeting to be changed, which is then the last thing that happened to it.
    pub(crate) fn touch(&mut self, id: &MeetingId, at: Time) -> Option<&mut Meeting> {
        let meeting = self.meetings.get_mut(id)?;
        meeting.last = at;
        Some(meeting)
    }

    /// The meetings that are convened or open.
    pub(crate) fn live(&self) -> impl Iterator<Item = (&MeetingId, &Meeting)> {
        self.live.iter().filter_map(|id| Some((id, self.meetings.get(id)?)))
    }

    /// The live meetings at a stage.
    pub(crate) fn in_stage(&self, stage: Stage) -> impl Iterator<Item = (&MeetingId, &Meeting)> {
        self.live().filter(move |(_, it)| it.stage == stage)
    }

    /// The meetings of a kind that were held in a period and closed, in the order in which they were held.
    pub(crate) fn held_in(
        &self,
        kind: MeetingKind,
        period: Period,
    ) -> impl Iterator<Item = (&MeetingId, &Meeting)> {
        let held = self.held.range((period.from, 0)..=(period.to.max(period.from), u32::MAX));
        held.filter_map(|(_, id)| Some((id, self.meetings.get(id)?)))
            .filter(move |(_, it)| it.kind == kind && it.closed.is_some())
    }
}
