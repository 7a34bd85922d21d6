//! Decisions: what the acts on the items of an agenda share.
//!
//! Who has to agree is in `consensus`, who may speak in `discussion`; how a meeting comes about is in `meeting`.

pub(crate) mod add_agenda_item;
pub(crate) mod agree;
pub(crate) mod clarify;
pub(crate) mod consensus;
pub(crate) mod consult_unit;
pub(crate) mod discuss;
pub(crate) mod discussion;
pub(crate) mod duties;
pub(crate) mod leave_open;
pub(crate) mod refer_upwards;
pub(crate) mod revise_proposal;
pub(crate) mod state_position;
pub(crate) mod withdraw_position;

use crate::{
    charter::{readings::ReadingKey, settings::SettingKey},
    kernel::{
        finding::{Finding, Standing},
        resolver::{Resolver, since, stands_for},
        rule::{Check, Guard, Rule, ensure, instead, remedy},
        view::{Ask, View},
    },
    law::{
        decision::{
            agree::Agree, clarify::Clarify, discuss::Discuss, leave_open::LeaveOpen,
            revise_proposal::ReviseProposal, state_position::StatePosition,
            withdraw_position::WithdrawPosition,
        },
        meeting::OfMeeting,
    },
    state::{
        decision::{AgendaItem, ItemStage},
        meeting::Meeting,
    },
    terms::{
        act_kind::ActKind,
        id::{ItemId, MeetingId, UnitId},
        words::{ItemKind, Role},
    },
};

/// A meeting, and an item dealt with there.
pub(crate) type AtMeeting<'s> = (&'s Meeting, &'s AgendaItem);

/// An act about an item at a meeting.
pub(crate) trait OfItem: OfMeeting {
    fn item<'s>(names: &Self::Names<'s>) -> &'s AgendaItem;
    fn item_id(&self) -> &ItemId;
}

/// Says of acts that their names are a meeting and an item.
macro_rules! of_item {
    ($($act:ident)*) => {$(
        impl OfMeeting for $act {
            fn meeting<'s>(names: &Self::Names<'s>) -> &'s Meeting {
                names.0
            }
        }

        impl OfItem for $act {
            fn item<'s>(names: &Self::Names<'s>) -> &'s AgendaItem {
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
pub(crate) fn at_meeting<'s>(
    names: &mut Resolver<'s>,
    meeting: &MeetingId,
    item: &ItemId,
) -> Option<AtMeeting<'s>> {
    let meeting = names.known(meeting);
    let item = names.known(item);
    meeting.zip(item)
}

/// The guard that whoever presides leads the discussion.
pub(crate) const fn led<A: OfItem>() -> Guard<A> {
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
        .cured_by(&[instead(ActKind::Convene, &[Role::Office])]);

/// The guard that the item is on the agenda of the meeting.
pub(crate) const fn on_the_agenda<A: OfItem>() -> Guard<A> {
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

pub(crate) const IS_UNSETTLED: Rule =
    Rule::always("item.is_unsettled", "该事项尚未议定", "the item is not yet settled");

/// The guard that the item is not yet settled.
pub(crate) const fn is_unsettled<A: OfItem>() -> Guard<A> {
    Guard { rule: IS_UNSETTLED, check: |it| A::item(&it.names).must_be_unsettled() }
}

const IS_DISCUSSED: Rule =
    Rule::law("item.is_discussed", "该事项经会议集体讨论", "the meeting has discussed the item")
        .cured_by(&[remedy(ActKind::Discuss, &[Role::PresidingPerson])]);

/// The guard that the item has been discussed at the meeting.
pub(crate) const fn is_discussed<A: OfItem>() -> Guard<A> {
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

/// The last agreed matter of a kind that fits, on which a candidate can rest.
pub(crate) fn last_agreed<'s>(
    ask: &Ask<'s>,
    kind: ItemKind,
    fits: impl Fn(&AgendaItem) -> bool,
) -> Option<(&'s ItemId, &'s AgendaItem)> {
    let mut items = ask.state.decisions().items.iter();
    items.rfind(|(_, it)| it.is_agreed() && it.kind == kind && fits(it))
}

impl View<'_> {
    /// Whether a unit was consulted on an item, or one that stands in its place.
    fn was_consulted(&self, item: &AgendaItem, unit: &UnitId) -> bool {
        let now = self.in_place_of(unit, item.put.at.date());
        now.into_iter().chain([unit]).any(|it| item.consulted.contains(it))
    }

    /// Whether every unit concerned, but the one that put the item, was consulted.
    pub(crate) fn is_consulted(&self, item: &AgendaItem) -> bool {
        let mut others = item.concerned.iter().filter(|it| Some(*it) != item.proposed_by.as_ref());
        others.all(|it| self.was_consulted(item, it))
    }
}

since! { AgendaItem(last); }

impl AgendaItem {
    fn must_be_unsettled(&self) -> Check {
        ensure(!self.is_settled(), || Finding::state(self.stage, &[Standing::Unsettled]))
    }
}

stands_for! { ItemId => AgendaItem in decisions.items; }
