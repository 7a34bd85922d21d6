//! Decisions: agenda items, positions, consensus.
//!
//! Items and their preparation are in `item`, what is said in the room in `discussion`, agreement in
//! `consensus`; what they share, the duties and the slice of state are here. What is agreed binds nobody on
//! paper before its minutes are consented to and countersigned: see `document`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    act::ActKind,
    act::Resolver,
    act::since,
    act::stands_for,
    assignment::Assignment,
    charter::{ReadingKey, Role, SettingKey},
    deed::Deed,
    duty::{Found, Instance, or_not_applicable},
    id::{ClauseId, ItemId, MeetingId, Text, UnitId},
    law,
    meeting::{ItemKind, Meeting, MeetingKind, OfMeeting},
    record::words,
    refusal::{Finding, Standing},
    rule::{Check, Duty, Guard, Rule, View, ensure, remedy},
    state::State,
    time::{Date, Period, Time},
    verdict::{Bearer, Due, Verdict},
};

mod consensus;
mod discussion;
mod item;

pub use consensus::{Agree, Clarify};
pub use discussion::{Discuss, LeaveOpen, ReviseProposal, StatePosition, WithdrawPosition};
pub use item::{AddAgendaItem, ConsultUnit, ReferUpwards};

words! {
    /// What a unit says to a proposal.
    pub enum Position {
        /// It agrees (同意).
        Agree,
        /// It agrees, and has a reservation on record (保留意见).
        AgreeWithReservation,
        /// It objects (不同意).
        Object,
        /// It abstains (不表态).
        Abstain,
    }
}

/// A meeting, and an item dealt with there.
type AtMeeting<'s> = (&'s Meeting, &'s Item);

/// An act about an item at a meeting.
trait OfItem: OfMeeting {
    fn item<'s>(names: &Self::Names<'s>) -> &'s Item;
    fn item_id(&self) -> &ItemId;
}

/// Acts whose names are a meeting and an item.
macro_rules! of_item {
    ($($act:ident)*) => {$(
        impl OfMeeting for $act {
            fn meeting<'s>(names: &Self::Names<'s>) -> &'s Meeting {
                names.0
            }
        }

        impl OfItem for $act {
            fn item<'s>(names: &Self::Names<'s>) -> &'s Item {
                names.1
            }

            fn item_id(&self) -> &ItemId {
                &self.item
            }
        }
    )*};
}

of_item! { Discuss StatePosition WithdrawPosition ReviseProposal LeaveOpen Agree Clarify }

/// Looks up a meeting and an item.
fn at_meeting<'s>(names: &mut Resolver<'s>, meeting: &MeetingId, item: &ItemId) -> Option<AtMeeting<'s>> {
    let meeting = names.known(meeting);
    let item = names.known(item);
    meeting.zip(item)
}

/// Whoever presides leads the discussion.
const fn led<A: OfItem>() -> Guard<A> {
    Guard {
        rule: Rule::law(
            "meeting.led_by_presiding",
            "会议由主持人主持进行",
            "whoever presides leads the meeting",
        )
        .needs(&[SettingKey::Presiding])
        .reads(&[ReadingKey::LiaisonPresiding]),
        check: |it| it.presides(A::meeting(&it.names)),
    }
}

const IS_ON_THE_AGENDA: Rule =
    Rule::law("item.is_on_the_agenda", "该事项列入本次会议议程", "the item is on the agenda of the meeting")
        .cured_by(&[remedy(ActKind::Convene, &[Role::Office])]);

/// The item is on the agenda of the meeting.
const fn on_the_agenda<A: OfItem>() -> Guard<A> {
    Guard {
        rule: IS_ON_THE_AGENDA,
        check: |it| {
            let id = it.act.item_id();
            ensure(A::meeting(&it.names).agenda.contains(id), || Finding::Missing {
                what: vec![id.to_string()],
            })
        },
    }
}

const IS_UNSETTLED: Rule = Rule::always("item.is_unsettled", "该事项尚未议定", "the item is not yet settled");

/// The item is not yet settled.
const fn is_unsettled<A: OfItem>() -> Guard<A> {
    Guard { rule: IS_UNSETTLED, check: |it| A::item(&it.names).must_be_unsettled() }
}

const IS_DISCUSSED: Rule =
    Rule::law("item.is_discussed", "该事项经会议集体讨论", "the meeting has discussed the item")
        .cured_by(&[remedy(ActKind::Discuss, &[Role::PresidingPerson])]);

/// The item has been discussed at the meeting.
const fn is_discussed<A: OfItem>() -> Guard<A> {
    Guard {
        rule: IS_DISCUSSED,
        check: |it| {
            let item = A::item(&it.names);
            ensure(item.stage == ItemStage::Discussed || item.is_settled(), || {
                Finding::state(item.stage, &[ItemStage::Discussed])
            })
        },
    }
}

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
            let of_matter = |id: &ItemId, it: &Item| {
                let entries = it.discussed.iter().chain(&it.settled).map(|it| it.no).collect();
                let found = match (view.was_agreed_by_consensus(it), it.settled) {
                    (Ok(()), Some(Deed { at, .. })) => Found::Done { at, entries },
                    (Ok(()), None) => Found::NotApplicable,
                    (Err(finding), _) => Found::Broken { finding, entries },
                };
                let settled = it.settled.map(|it| it.at.date());
                Instance::new(Bearer::Body, found)
                    .about(id)
                    .part_of(law::of_item(id, view.state))
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
        gives: &[Verdict::Met, Verdict::Unmet, Verdict::NotApplicable],
        look: |view, _, period| {
            let held = view.state.meetings.held_in(MeetingKind::Plenary, period);
            or_not_applicable(held.map(|(id, it)| agenda_discussed(id, it)).collect())
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
        look: |view, _, period| each_agreed(view, period, |id, it| carried_out(view, id, it)),
    },
];

/// One instance for each matter agreed in the period.
fn each_agreed(
    view: &View<'_>,
    period: Period,
    instance: impl Fn(&ItemId, &Item) -> Instance,
) -> Vec<Instance> {
    let agreed = view.state.decisions.settled_in(period).filter(|(_, it)| it.is_agreed());
    or_not_applicable(agreed.map(|(id, it)| instance(id, it)).collect())
}

/// Carried out when every assignment under it is complete; owed by the first due date of those that are not.
fn carried_out(view: &View<'_>, id: &ItemId, item: &Item) -> Instance {
    let all: Vec<&Assignment> = view.state.assignments.of_item(id).collect();
    let mut entries: Vec<u32> = item.settled.iter().map(|it| it.no).collect();
    entries.extend(all.iter().map(|it| it.made.no));
    entries.extend(all.iter().filter_map(|it| it.completed).map(|it| it.no));
    entries.sort_unstable();
    let open: Vec<&Assignment> = all.iter().copied().filter(|it| it.is_open()).collect();
    let last = all.iter().filter_map(|it| it.completed).map(|it| it.at).max();
    let due = open.iter().filter_map(|it| it.due).min().map(|it| Due::on(view.calendar, it));
    let found = match (last, due.is_some()) {
        // A matter that nobody was given needs no work.
        _ if all.is_empty() => Found::NotJudged { entries },
        (Some(at), _) if open.is_empty() => Found::Done { at, entries },
        (_, true) => {
            let units: BTreeSet<UnitId> = open.iter().map(|it| it.unit.clone()).collect();
            let units = units.into_iter().collect();
            Found::Open { finding: Finding::MissingUnits { units }, entries }
        }
        (_, false) => Found::Silent { entries },
    };
    let matter = law::of_item(id, view.state);
    Instance::new(Bearer::Body, found)
        .about(id)
        .part_of(matter)
        .due(due)
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
        .part_of(law::meeting(id))
        .on_day(closed)
        .fulfilled_by(&[ActKind::Discuss])
}

words! {
    /// How far an item has come.
    pub(crate) enum ItemStage {
        Proposed,
        OnAgenda,
        Discussed,
        Agreed,
        Clarified,
        LeftOpen,
        Referred,
    }
}

/// An agenda item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Item {
    pub(crate) title: Text,
    pub(crate) kind: ItemKind,
    /// Whether it is a major matter (重大事项).
    pub(crate) major: bool,
    /// The unit that put it; without one, the office did.
    pub(crate) proposed_by: Option<UnitId>,
    pub(crate) concerned: Vec<UnitId>,
    pub(crate) proposal: Option<Text>,
    /// When it was put.
    pub(crate) put: Time,
    pub(crate) revision: u32,
    /// Whether it may go on an agenda, where the charter asks for approval.
    pub(crate) approved: bool,
    /// The meeting on whose agenda it is, or last was.
    pub(crate) meeting: Option<MeetingId>,
    pub(crate) stage: ItemStage,
    /// What units said in the room to the proposal as it stands; an objection also if it was to one before.
    pub(crate) positions: BTreeMap<UnitId, Position>,
    /// Whether a liaison meeting has discussed it.
    pub(crate) prepared: bool,
    /// The units that were consulted.
    pub(crate) consulted: BTreeSet<UnitId>,
    /// What units replied in writing to the proposal as it stands.
    pub(crate) replies: BTreeMap<UnitId, Position>,
    /// The units it binds.
    pub(crate) binds: Vec<UnitId>,
    /// The units that consented in writing to a task, and when.
    pub(crate) undertaken: BTreeMap<UnitId, Time>,
    /// The units that have a task.
    pub(crate) tasked: BTreeSet<UnitId>,
    pub(crate) serves: Vec<ClauseId>,
    /// When it was discussed, and the entry.
    pub(crate) discussed: Option<Deed>,
    /// When nothing was left to settle, and the entry.
    pub(crate) settled: Option<Deed>,
    pub(crate) last: Time,
}

since! { Item(last); }

impl Item {
    pub(crate) fn is_agreed(&self) -> bool {
        self.stage == ItemStage::Agreed
    }

    /// Agreed, clarified, referred, or heard and no more.
    pub(crate) fn is_settled(&self) -> bool {
        self.settled.is_some()
    }

    pub(crate) fn settled_at_plenary(&self, state: &State) -> bool {
        let meeting = self.meeting.as_ref().and_then(|it| state.meetings.meetings.get(it));
        self.is_settled() && meeting.is_some_and(|it| it.kind == MeetingKind::Plenary)
    }

    /// Whether every unit concerned, but the one that put it, was consulted.
    pub(crate) fn is_consulted(&self) -> bool {
        let others = self.concerned.iter().filter(|it| Some(*it) != self.proposed_by.as_ref());
        others.into_iter().all(|it| self.consulted.contains(it))
    }

    /// What was said to an earlier proposal, or at an earlier meeting, no longer counts.
    fn begin_anew(&mut self) {
        self.positions.clear();
        self.discussed = None;
    }
}

impl Item {
    fn must_be_unsettled(&self) -> Check {
        ensure(!self.is_settled(), || Finding::state(self.stage, &[Standing::Unsettled]))
    }
}

/// Agenda items.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Decisions {
    pub(crate) items: BTreeMap<ItemId, Item>,
    /// The items that are not settled.
    pub(crate) open: BTreeSet<ItemId>,
    /// The items that are, by the day and the entry.
    pub(crate) settled: BTreeMap<(Date, u32), ItemId>,
}

stands_for! { ItemId => Item in decisions.items; }

impl Decisions {
    /// The items that were settled in a period, in order.
    pub(crate) fn settled_in(&self, period: Period) -> impl Iterator<Item = (&ItemId, &Item)> {
        let settled = self.settled.range((period.from, 0)..=(period.to.max(period.from), u32::MAX));
        settled.filter_map(|(_, id)| Some((id, self.items.get(id)?)))
    }

    /// The item comes onto the agenda of a meeting.
    pub(crate) fn put_on_agenda(&mut self, id: &ItemId, meeting: &MeetingId, at: Time) {
        if let Some(item) = self.items.get_mut(id) {
            item.begin_anew();
            item.stage = ItemStage::OnAgenda;
            item.meeting = Some(meeting.clone());
            item.last = at;
        }
    }

    /// The meeting was cancelled.
    pub(crate) fn take_off_agenda(&mut self, id: &ItemId, at: Time) {
        if let Some(item) = self.items.get_mut(id) {
            item.stage = ItemStage::Proposed;
            item.meeting = None;
            item.last = at;
        }
    }

    /// The meeting was closed: what was only to be heard is done with; what was to be decided and was not stays open.
    pub(crate) fn meeting_closed(&mut self, id: &ItemId, deed: Deed) {
        let Some(item) = self.items.get_mut(id) else { return };
        item.approved = false;
        match item.stage {
            ItemStage::Discussed if !item.kind.is_decided() => self.settle(id, ItemStage::Discussed, deed),
            ItemStage::OnAgenda | ItemStage::Discussed => item.stage = ItemStage::LeftOpen,
            _ => {}
        }
    }

    /// Something was done about an item.
    pub(crate) fn touch(&mut self, id: &ItemId, at: Time) -> Option<&mut Item> {
        let item = self.items.get_mut(id)?;
        item.last = at;
        Some(item)
    }

    pub(crate) fn settle(&mut self, id: &ItemId, stage: ItemStage, deed: Deed) {
        let Some(item) = self.touch(id, deed.at) else { return };
        item.stage = stage;
        item.settled = Some(deed);
        self.open.remove(id);
        self.settled.insert((deed.at.date(), deed.no), id.clone());
    }
}
