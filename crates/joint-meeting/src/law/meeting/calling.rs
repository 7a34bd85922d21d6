//! The calling of a meeting: who may, what can go on an agenda, and what a notice needs.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    charter::{
        readings::{Caller, ReadingKey},
        settings::{SettingKey, choices::Delegate},
    },
    kernel::{
        finding::Finding,
        resolver::Since,
        rule::{Check, Rule, ensure},
        view::{Ask, View},
        word::word,
    },
    state::{
        decision::{AgendaItem, ItemStage},
        meeting::MeetingRequest,
    },
    terms::{
        id::ItemId,
        time::Time,
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

pub(crate) const LIES_AHEAD: Rule =
    Rule::always("meeting.lies_ahead", "会议时间在通知之后", "the meeting is held after its notice");

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

    /// Checks that each item can go on an agenda, and is named once.
    pub(crate) fn can_go_on_agenda(&self, ids: &[ItemId], items: &[&AgendaItem]) -> Check {
        let mut seen = BTreeSet::new();
        let live = &self.state.meetings.live;
        let free = |it: &AgendaItem| {
            matches!(it.stage, ItemStage::Proposed | ItemStage::LeftOpen)
                && it.meeting.as_ref().is_none_or(|it| !live.contains(it))
        };
        let bad = ids.iter().zip(items).filter(|(id, it)| !seen.insert(*id) || !free(it));
        let bad: Vec<String> = bad.map(|(id, _)| id.to_string()).collect();
        ensure(bad.is_empty(), || Finding::Unwanted { what: bad })
    }

    /// The items that can go on an agenda now, a few of each kind, for candidates.
    pub(crate) fn free_items(&self) -> Vec<(&'s ItemId, &'s AgendaItem)> {
        let decisions = &self.state.decisions;
        let mut kinds: BTreeMap<ItemKind, usize> = BTreeMap::new();
        let open = decisions.open.iter().filter_map(|id| Some((id, decisions.items.get(id)?)));
        open.filter(|(id, it)| self.can_go_on_agenda(std::slice::from_ref(id), &[it]).is_ok())
            .filter(|(_, it)| {
                let count = kinds.entry(it.kind).or_default();
                *count += 1;
                *count <= FEW
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
