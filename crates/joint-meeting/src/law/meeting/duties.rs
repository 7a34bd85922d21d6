//! The duties about meetings: how often they are held, alternates, requests that are answered.

use crate::{
    charter::{
        file::Clause,
        readings::{FirstYear, InPrinciple, PlenaryCount, ReadingKey},
        settings::{SettingKey, values::Cadence},
    },
    kernel::{
        cadence::{BY_CADENCE, by_cadence},
        due::Due,
        duty::{Found, Instance, or_elsewhere, or_not_applicable},
        finding::Finding,
        lifetime::begins_on,
        rule::{Duty, Rule},
        transition,
        verdict::{Bearer, Verdict},
        view::View,
        word::word,
    },
    law::meeting::{
        answered,
        beside::Beside,
        plenary::{name_those_left_out, plenaries, plenaries_to_come},
    },
    state::meeting::{Meeting, MeetingRequest},
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{MeetingId, RequestId, UnitId},
        matter::{MatterKind, MatterRef},
        period::{Period, Rhythm},
        time::{Date, day_after, year_after},
        words::{Capacity, ItemKind, MeetingKind, Role},
    },
};

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
        gives: &[Verdict::Met, Verdict::NotDue, Verdict::Unmet, Verdict::Silent, Verdict::NotApplicable],
        look: |view, _, period| {
            let hears = view.settings().plenary_hears.fixed();
            let of_plenary = |id: &MeetingId, it: &Meeting| {
                let entries: Vec<u32> = it.closed.iter().map(|it| it.no).collect();
                let found = match hears {
                    None => Found::Silent { entries },
                    Some(hears) => {
                        let items = &view.state.decisions().items;
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
                let instance = Instance::new(Bearer::Body, found).about(id).part_of(transition::meeting(id));
                let closed = it.closed.map(|it| it.at.date());
                instance.on_day(closed).fulfilled_by(&[ActKind::Discuss])
            };
            let held = view.state.meetings().held_in(MeetingKind::Plenary, period);
            let to_come = plenaries_to_come(view, period).filter(|_| hears.is_some());
            or_not_applicable(held.map(|(id, it)| of_plenary(id, it)).chain(to_come).collect())
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
        gives: &[Verdict::Met, Verdict::Silent, Verdict::Unmet, Verdict::Disputed, Verdict::NotApplicable],
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
                if !view.must_be_called(request, || beside.have_reached(request)) {
                    return None;
                }
                let mut entries = vec![request.made.no];
                let found = match beside.called_upon(view, request) {
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
                let matter = Some(MatterRef::of(MatterKind::Request, id));
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
    let held = view.state.meetings().held_in(kind, period);
    or_not_applicable(held.map(|(id, it)| instance(id, it)).collect())
}

/// What each unit did that was called to a meeting of members, and whose member did not attend. A meeting that is over
/// cannot be attended later.
fn alternates_sent(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let alternates = view.settings().alternates.fixed();
    if alternates.is_some_and(|it| !it.must) {
        return or_not_applicable(Vec::new());
    }
    let of_members = MeetingKind::ALL.iter().filter(|it| **it != MeetingKind::Liaison);
    let held = of_members.flat_map(|kind| view.state.meetings().held_in(*kind, period));
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

/// The part of a period in which a duty with this cadence runs.
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
            all.iter_mut().for_each(|it| name_those_left_out(view, it));
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

/// Makes an instance a breach where more was done than the cadence allows.
fn no_more(most: u16, instance: &mut Instance) {
    let allowed = u32::from(most);
    let entries = instance.entries().to_vec();
    let have = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    if have > allowed {
        instance.found = Found::Broken { finding: Finding::TooMany { have, allowed }, entries };
    }
}

/// Makes an instance one that is shown and not held against anyone, as the number is only a guideline.
fn only_a_guideline(instance: &mut Instance) {
    if let Found::Open { entries, .. } | Found::Broken { entries, .. } = &instance.found {
        instance.found = Found::NotJudged { entries: entries.clone() };
    }
}

/// The instances where each plenary is owed within twelve months of the one before, and the first within twelve of the
/// beginning. There is one for each calendar year, so that it can be set beside the other readings; what a year leaves to
/// the next is owed once, by the instance of the next.
fn twelve_months_apart(view: &View<'_>, period: Period) -> Vec<Instance> {
    let Some(begins) = begins_on(view) else { return or_not_applicable(Vec::new()) };
    let years = Rhythm::Year.across(period);
    let until = years.last().map_or(period.to, |it| it.to);
    let held = plenaries(view, Period { from: begins, to: until.max(begins) });
    let of_year = |year: Period| {
        let instance = within_twelve_months(view, begins, year, &held);
        let is_open = matches!(instance.found, Found::Open { .. });
        let is_left = is_open && year.to < until && instance.due.as_ref().is_some_and(|it| it.date > year.to);
        Some(instance).filter(|it| !is_left && (period.contains(year.to) || it.is_due_or_done_in(period)))
    };
    or_elsewhere(years.into_iter().filter_map(of_year).collect())
}

/// The instance of a calendar year: a plenary is owed within a year of the last one before that year.
fn within_twelve_months(view: &View<'_>, begins: Date, year: Period, held: &[Deed]) -> Instance {
    let before = held.iter().map(|it| it.at.date()).filter(|it| *it < year.from).max();
    let first = held.iter().find(|it| year.contains(it.at.date()));
    let found = Found::done_or(first.copied(), || Finding::TooFew { have: 0, need: 1 });
    let due = year_after(before.unwrap_or(begins));
    Instance::new(Bearer::Body, found).about(year.from).due(Some(Due::on(view, due))).fulfilled_by(HELD_BY)
}

fn liaison_cadence(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let held = |period| {
        let held = view.state.meetings().held_in(MeetingKind::Liaison, period);
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
        let owed = view.must_be_called(request, || beside.have_reached(request));
        let called = beside.called_upon(view, request);
        let instance = Instance::of_role(by, answered(request, owed, called))
            .about(id)
            .part_of(Some(MatterRef::of(MatterKind::Request, id)))
            .undated()
            .owed_to(Role::MemberUnit)
            .fulfilled_by(if request.answer.is_none() {
                &[ActKind::AnswerRequest]
            } else {
                &[ActKind::Convene]
            });
        Some(instance)
    })
}

/// What there is to say of each request that a period has to do with, and of those that stood beside it.
fn each_request<'s>(
    view: &View<'s>,
    period: Period,
    instance: impl Fn(&RequestId, &'s MeetingRequest, &Beside<'s>) -> Option<Instance>,
) -> Vec<Instance> {
    let requests = &view.state.meetings().requests;
    let made = requests.iter().filter(|(_, it)| it.made.at.date() <= period.to);
    let beside = Beside::of(view, made.clone().map(|(_, it)| it));
    let of_request = |(id, request): (&RequestId, &'s MeetingRequest)| {
        let instance = instance(id, request, &beside)?;
        Some(instance).filter(|it| it.concerns(request.made.at.date(), period))
    };
    // Nothing is owed to who took the request back.
    or_not_applicable(made.filter(|(_, it)| it.withdrawn.is_none()).filter_map(of_request).collect())
}
