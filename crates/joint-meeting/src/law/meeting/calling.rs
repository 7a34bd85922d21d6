//! The calling of a meeting: who may, what can go on an agenda, and what a notice needs.

use crate::{
    charter::{
        readings::{Caller, ReadingKey},
        settings::{
            SettingKey,
            choices::{Delegate, PriorStep},
        },
    },
    kernel::{
        act::ActType,
        finding::Finding,
        resolver::Since,
        rule::{Check, Guard, Rule, ensure, instead, remedy},
        view::{Ask, Case, View},
        word::word,
    },
    state::{
        decision::{AgendaItem, ItemStage},
        meeting::MeetingRequest,
    },
    terms::{
        act_kind::ActKind,
        id::ItemId,
        sorted::{Map, Set},
        time::{Time, days_between},
        words::{ItemKind, MeetingKind, Role},
    },
};

pub(crate) const CALLED_BY_WHOEVER_MAY: Rule = Rule::law(
    "meeting.called_by_whoever_may",
    "会议由有权者召集",
    "whoever may call a meeting of the kind calls it",
)
.needs(&[SettingKey::Callers])
.reads(&[ReadingKey::Caller]);

pub(crate) const AGENDA_ITEMS_ARE_OPEN: Rule = Rule::always(
    "meeting.agenda_items_are_open",
    "列入议程的议题尚未议定，也未列入其他会议",
    "the items are not settled and on no other agenda, each named once",
);

/// An act that gives notice of a meeting, or adds to one.
pub(crate) trait OfNotice: ActType {
    fn kind(case: &Case<'_, Self>) -> MeetingKind;

    /// The items that it puts on the agenda.
    fn agenda<'c>(case: &'c Case<'_, Self>) -> impl Iterator<Item = (&'c ItemId, &'c AgendaItem)>;

    /// When the meeting will be held.
    fn held_at(case: &Case<'_, Self>) -> Time;

    /// Whether it calls units or puts items on the agenda, and does not only say where the meeting is held or when it ends.
    fn calls(_case: &Case<'_, Self>) -> bool {
        true
    }
}

/// The guard that each item can go on the agenda, and is named once.
pub(crate) const fn agenda_items_are_open<A: OfNotice>() -> Guard<A> {
    Guard { rule: AGENDA_ITEMS_ARE_OPEN, check: |it| it.can_go_on_agenda(A::agenda(it)) }
}

const PRIOR_STEPS_DONE: Rule = Rule::law(
    "meeting.prior_steps_done",
    "会前程序已经完成",
    "what must come before the meeting has been done",
)
.needs(&[SettingKey::PriorSteps])
.cured_by(&[
    remedy(ActKind::ConsultUnit, &[Role::MemberUnit, Role::Office]),
    instead(ActKind::Convene, &[Role::Office]),
]);

const AGENDA_IS_APPROVED: Rule = Rule::law(
    "agenda.is_approved",
    "议题已经有权者审定",
    "whoever approves the agenda has approved each item",
)
.needs(&[SettingKey::AgendaApproval])
.cured_by(&[remedy(ActKind::ApproveAgenda, &[Role::Convener])]);

/// The guard that the notice is early enough.
pub(crate) const fn notice_days_kept<A: OfNotice>() -> Guard<A> {
    Guard {
        rule: Rule::law(
            "meeting.notice_days_kept",
            "按规定天数提前通知",
            "the notice goes out as many days before as the charter asks",
        )
        .needs(&[SettingKey::NoticeDays]),
        check: |it| {
            let days = it.settings().notice_days.fixed().and_then(|days| days.get(&A::kind(it)));
            let held_on = A::held_at(it).at_offset(it.charter.offset()).date();
            let have = u32::try_from(days_between(it.today(), held_on)).unwrap_or(0);
            let need = days.copied().map_or(0, u32::from);
            ensure(have >= need || !A::calls(it), || Finding::TooFew { have, need })
        },
    }
}

/// The guard that what must come before the meeting has been done.
pub(crate) const fn prior_steps_done<A: OfNotice>() -> Guard<A> {
    Guard {
        rule: PRIOR_STEPS_DONE,
        check: |it| {
            let missing = prior_steps_missing(it);
            ensure(missing.is_empty(), || Finding::Missing { what: missing })
        },
    }
}

fn prior_steps_missing<A: OfNotice>(case: &Case<'_, A>) -> Vec<String> {
    let kind = A::kind(case);
    let steps = case.settings().prior_steps.fixed().and_then(|it| it.get(&kind));
    let bare = |lacks: &dyn Fn(&AgendaItem) -> bool| {
        let items = A::agenda(case).filter(|(_, it)| it.kind.is_decided() && lacks(it));
        items.map(|(id, _)| id.to_string()).collect()
    };
    let missing = |step: &PriorStep| match step {
        PriorStep::LiaisonMeeting => {
            let last = |kind| case.state.meetings().last_closed.get(&kind);
            let held = last(MeetingKind::Liaison) > last(kind);
            if held { Vec::new() } else { vec![word(step)] }
        }
        PriorStep::LiaisonDiscussion => bare(&|it| !it.prepared),
        PriorStep::Consultation => bare(&|it| !case.is_consulted(it)),
    };
    steps.into_iter().flatten().flat_map(missing).collect()
}

/// The guard that each item was approved, or that the actor is one who approves them.
pub(crate) const fn agenda_is_approved<A: OfNotice>() -> Guard<A> {
    Guard {
        rule: AGENDA_IS_APPROVED,
        check: |it| {
            let Some(roles) = it.settings().agenda_approval.fixed() else { return Ok(()) };
            if it.needs(roles, None).is_ok() {
                return Ok(());
            }
            let items = A::agenda(it).filter(|(_, it)| !it.approved);
            let what: Vec<String> = items.map(|(id, _)| id.to_string()).collect();
            ensure(what.is_empty(), || Finding::Missing { what })
        },
    }
}

pub(crate) const LIES_AHEAD: Rule =
    Rule::always("meeting.lies_ahead", "会议时间在通知之后", "the meeting is held after its notice");

pub(crate) const ENDS_AFTER_IT_BEGINS: Rule = Rule::always(
    "meeting.ends_after_it_begins",
    "预计结束时间在开会时间之后",
    "the planned end of the meeting comes after its beginning",
);

/// Checks that a meeting ends, where that is said, after it begins.
pub(crate) fn ends_after(begins: Time, ends: Option<Time>) -> Check {
    ensure(ends.is_none_or(|it| it > begins), || Finding::TooEarly { earliest: begins })
}

impl View<'_> {
    /// The roles of which one calls meetings of the kind; none if there is no such meeting.
    fn callers(&self, kind: MeetingKind) -> Option<Vec<Role>> {
        let said = match self.settings().callers.fixed() {
            Some(callers) => callers.get(&kind)?.as_slice(),
            None => &[],
        };
        let by_lead = match self.reading() {
            Caller::OfficeWithApproval => vec![Role::Office, Role::Convener],
            Caller::LeadUnit => vec![Role::LeadUnit],
        };
        if said.is_empty() {
            return Some(if kind == MeetingKind::Liaison { vec![Role::Office] } else { by_lead });
        }
        let mut roles: Vec<Role> = said.iter().copied().filter(|it| *it != Role::LeadUnit).collect();
        if said.contains(&Role::LeadUnit) {
            roles.extend(by_lead.into_iter().filter(|it| *it == Role::LeadUnit || !said.contains(it)));
        }
        Some(roles)
    }

    /// Whom the holder of the presiding role may entrust; none if the charter does not say.
    pub(crate) fn delegate(&self, kind: MeetingKind) -> Option<Delegate> {
        let presiding = self.settings().presiding.fixed()?;
        presiding.get(&kind).or_else(|| presiding.get(&MeetingKind::Plenary))?.delegate
    }
}

impl<'s> Ask<'s> {
    /// Checks that the actor may call a meeting of the kind.
    pub(crate) fn may_call(&self, kind: MeetingKind) -> Check {
        let Some(roles) = self.callers(kind) else {
            let kinds = self.settings().callers.fixed().into_iter().flat_map(|it| it.keys());
            return Err(Finding::NotAllowed { value: word(&kind), allowed: kinds.map(word).collect() });
        };
        self.needs(&roles, None)
    }

    /// Checks that the actor may call a meeting of the kind without being entrusted with it.
    pub(crate) fn may_call_unentrusted(&self, kind: MeetingKind) -> Check {
        let entrusted = self.settings().entrusted_callers.fixed().map_or(&[][..], |it| it);
        let roles = self.callers(kind).unwrap_or_default();
        let own: Vec<Role> = roles.into_iter().filter(|it| !entrusted.contains(it)).collect();
        self.may_call(kind)?;
        if entrusted.is_empty() { Ok(()) } else { self.needs(&own, None) }
    }

    /// Checks that the actor may put off or call off a meeting of the kind that was called: one who may call it or, while
    /// nobody is left who may, the convener.
    pub(crate) fn may_call_off(&self, kind: MeetingKind) -> Check {
        let refused = match self.may_call_unentrusted(kind) {
            Ok(()) => return Ok(()),
            Err(it) => it,
        };
        let mut persons = self.state.membership().persons.keys();
        let is_left = persons.any(|by| Self { by, ..*self }.may_call_unentrusted(kind).is_ok());
        if is_left { Err(refused) } else { self.needs(&[Role::Convener], None) }
    }

    /// Checks that each item can go on an agenda, and is named once.
    pub(crate) fn can_go_on_agenda<'i>(
        &self,
        items: impl IntoIterator<Item = (&'i ItemId, &'i AgendaItem)>,
    ) -> Check {
        let mut seen = Set::new();
        let live = &self.state.meetings().live;
        let free = |it: &AgendaItem| {
            matches!(it.stage, ItemStage::Proposed | ItemStage::LeftOpen)
                && it.meeting.as_ref().is_none_or(|it| !live.contains(it))
        };
        let bad = items.into_iter().filter(|(id, it)| !seen.insert(*id) || !free(it));
        let bad: Vec<String> = bad.map(|(id, _)| id.to_string()).collect();
        ensure(bad.is_empty(), || Finding::Unwanted { what: bad })
    }

    /// The items that can go on an agenda now, a few of each kind, for candidates.
    pub(crate) fn free_items(&self) -> Vec<(&'s ItemId, &'s AgendaItem)> {
        let decisions = self.state.decisions();
        let mut kinds: Map<ItemKind, usize> = Map::new();
        let open = decisions.open.iter().filter_map(|id| Some((id, decisions.items.get(id)?)));
        open.filter(|(id, it)| {
            let count = kinds.entry(it.kind).or_default();
            let is_wanted = *count < FEW && self.can_go_on_agenda([(*id, *it)]).is_ok();
            *count += usize::from(is_wanted);
            is_wanted
        })
        .collect()
    }
}

/// The number of items of a kind that are tried as candidates.
pub(crate) const FEW: usize = 4;

/// What the names in a notice stand for.
pub(crate) struct Notice<'s> {
    pub(crate) items: Vec<&'s AgendaItem>,
    pub(crate) request: Option<&'s MeetingRequest>,
}

impl Since for Notice<'_> {
    fn since(&self) -> Option<Time> {
        self.items.since().max(self.request.since())
    }
}

impl Ask<'_> {
    /// Checks that a meeting is held after its notice.
    pub(crate) fn is_held_after_notice(&self, held_at: Time) -> Check {
        ensure(held_at >= self.at, || Finding::TooLate { latest: held_at })
    }
}
