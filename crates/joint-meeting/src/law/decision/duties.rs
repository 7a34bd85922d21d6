//! The duties about decisions: that there was consensus, and that items are discussed and matters carried out.

use crate::{
    charter::{
        file::Clause,
        readings::{ReadingKey, Session},
        settings::SettingKey,
    },
    kernel::{
        due::Due,
        duty::{Found, Instance, or_not_applicable},
        finding::Finding,
        rule::{Check, Duty, Rule, ensure},
        transition,
        verdict::{Bearer, Verdict},
        view::View,
        word::word,
    },
    law::{assignment::bond::Bond, meeting::plenary::plenaries_to_come},
    state::{assignment::Assignment, decision::AgendaItem, meeting::Meeting},
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{ItemId, MeetingId},
        order,
        period::Period,
        sorted::Set,
        time::Date,
        words::{MeetingKind, Mode},
    },
};

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "decision.by_consensus",
            "按照集体讨论、协商一致原则决定事务",
            "each matter agreed was agreed by collective discussion and consensus",
        )
        .needs(&[SettingKey::Votes])
        .reads(&[
            ReadingKey::Session,
            ReadingKey::Collective,
            ReadingKey::Basis,
            ReadingKey::Abstention,
            ReadingKey::Reservation,
            ReadingKey::Absent,
        ]),
        gives: &[Verdict::Met, Verdict::Unmet, Verdict::Disputed, Verdict::NotApplicable],
        look: |view, _, period| {
            // How a matter was agreed is right or wrong; nothing can be done about it any more.
            if view.leaves_out(true) {
                return Vec::new();
            }
            let of_matter = |id: &ItemId, it: &AgendaItem| {
                let entries = it.discussed.iter().chain(&it.settled).map(|it| it.no).collect();
                let found = match (view.was_agreed_by_consensus(it), it.settled) {
                    (Ok(()), Some(Deed { at, .. })) => Found::Done { at, entries },
                    (Ok(()), None) => Found::NotApplicable,
                    (Err(finding), _) => Found::Broken { finding, entries },
                };
                let settled = it.settled.map(|it| it.at.date());
                Instance::new(Bearer::Body, found)
                    .about(id)
                    .part_of(transition::of_item(id, view.state.decisions()))
                    .on_day(settled)
            };
            each_agreed(view, period, of_matter)
        },
    },
    Duty {
        rule: Rule::law(
            "matters.discussed",
            "全体成员会议研究讨论了各项议题",
            "the plenary meeting discussed the items of its agenda",
        ),
        gives: &[Verdict::Met, Verdict::NotDue, Verdict::Unmet, Verdict::NotApplicable],
        look: |view, _, period| {
            let held = view.state.meetings().held_in(MeetingKind::Plenary, period);
            let held = held.map(|(id, it)| agenda_discussed(id, it));
            or_not_applicable(held.chain(plenaries_to_come(view, period)).collect())
        },
    },
    Duty {
        rule: Rule::law(
            "matters.carried_out",
            "认真落实议定的事项",
            "each agreed matter is carried out by the units to which it was assigned",
        ),
        gives: &[
            Verdict::Met,
            Verdict::NotDue,
            Verdict::Unmet,
            Verdict::Silent,
            Verdict::NotJudged,
            Verdict::NotApplicable,
        ],
        look: matters_carried_out,
    },
];

/// One instance for each matter agreed in the period.
fn each_agreed(
    view: &View<'_>,
    period: Period,
    instance: impl Fn(&ItemId, &AgendaItem) -> Instance,
) -> Vec<Instance> {
    let agreed = view.state.decisions().settled_in(period).filter(|(_, it)| it.is_agreed());
    or_not_applicable(agreed.map(|(id, it)| instance(id, it)).collect())
}

/// What there is to say of each matter agreed in the period, or before and not carried out by its beginning.
fn matters_carried_out(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let agreed = view.state.decisions().settled_by(period.to).filter(|(_, it)| it.is_agreed());
    let of_matter = |(id, item): (&ItemId, &AgendaItem)| {
        let settled = item.settled?;
        let all = || view.state.assignments().of_item(id);
        if view.leaves_out(!all().any(Assignment::is_open)) {
            return None;
        }
        let still = settled.at.date() >= period.from || all().any(|it| it.was_open_in(period));
        still.then(|| carried_out(view, id, item))
    };
    or_not_applicable(agreed.filter_map(of_matter).collect())
}

/// Whether a matter is carried out: it is when every assignment under it is complete, and is owed by the first due date
/// of those that are not and that bind their units, those missed before an extension among them. One whose unit declined
/// it does not count, nor one that was withdrawn.
fn carried_out(view: &View<'_>, id: &ItemId, item: &AgendaItem) -> Instance {
    let declined = |it: &&Assignment| it.is_open() && it.bond(view, &it.unit) == Bond::Declined;
    let all = view.state.assignments().of_item(id);
    let all: Vec<&Assignment> = all.filter(|it| it.withdrawn().is_none() && !declined(it)).collect();
    let mut entries: Vec<u32> = item.settled.iter().map(|it| it.no).collect();
    entries.extend(all.iter().map(|it| it.made.no));
    entries.extend(all.iter().filter_map(|it| it.completed).map(|it| it.no));
    order::sort(&mut entries);
    let open: Vec<&Assignment> = all.iter().copied().filter(|it| it.is_open()).collect();
    let open: Vec<(&Assignment, Option<Date>)> =
        open.into_iter().map(|it| (it, it.bound_since(view, &it.unit))).collect();
    let binds = open.iter().any(|(_, since)| since.is_some());
    let last = all.iter().filter_map(|it| it.completed).map(|it| it.at).max();
    let first_due = |(it, since): &(&Assignment, Option<Date>)| match (binds, *since) {
        (true, Some(since)) => {
            let in_time = |due: &Date| it.result_by(*due).is_some_and(|it| it.at.date() <= *due);
            let missed = it.missed.iter().copied().filter(|it| !in_time(it));
            missed.chain(it.due).find(|due| since <= *due)
        }
        (true, None) => None,
        (false, _) => it.due,
    };
    let due = open.iter().filter_map(first_due).min();
    let missing = || {
        let units = open.iter().flat_map(|(it, _)| view.answering([&it.unit], it.made.at.date()));
        Finding::MissingUnits { units: units.collect::<Set<_>>().into_iter().collect() }
    };
    let found = match last {
        // A matter that nobody was given needs no work.
        _ if all.is_empty() => Found::NotJudged { entries },
        Some(at) if open.is_empty() => Found::Done { at, entries },
        _ if !binds => Found::Waiting { finding: missing(), entries },
        _ => Found::Open { finding: missing(), entries },
    };
    let due = due.map(|it| Due::on(view, it));
    let matter = transition::of_item(id, view.state.decisions());
    Instance::new(Bearer::Body, found)
        .about(id)
        .part_of(matter)
        .due(due)
        .undated()
        .fulfilled_by(&[ActKind::CompleteAssignment])
}

fn agenda_discussed(id: &MeetingId, meeting: &Meeting) -> Instance {
    let passed_over = meeting.agenda.iter().filter(|it| !meeting.discussed.contains(*it));
    let what: Vec<String> = passed_over.map(ToString::to_string).collect();
    let entries = meeting.closed.iter().map(|it| it.no).collect();
    let found = match meeting.closed {
        Some(Deed { at, .. }) if what.is_empty() => Found::Done { at, entries },
        _ => Found::Broken { finding: Finding::Missing { what }, entries },
    };
    let closed = meeting.closed.map(|it| it.at.date());
    Instance::new(Bearer::Body, found)
        .about(id)
        .part_of(transition::meeting(id))
        .on_day(closed)
        .fulfilled_by(&[ActKind::Discuss])
}

impl<'s> View<'s> {
    /// Checks that a matter already agreed was agreed by consensus, by the readings now in effect.
    pub(super) fn was_agreed_by_consensus(&self, item: &AgendaItem) -> Check {
        let meeting = item.meeting.as_ref().and_then(|it| self.state.meetings().meetings.get(it));
        let (Some(meeting), Some(Deed { at, .. })) = (meeting, item.settled) else { return Ok(()) };
        let by_paper = meeting.mode == Mode::Circulation;
        ensure(!by_paper || self.reading::<Session>() == Session::Circulation, || Finding::NotAllowed {
            value: word(&meeting.mode),
            allowed: [Mode::OnSite, Mode::Video].iter().map(word).collect(),
        })?;
        self.is_collective(meeting, at)?;
        self.has_consensus(meeting, item, at)
    }
}
