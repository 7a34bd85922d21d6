//! Calling a meeting: agenda, notice, who presides, who is invited; postponing and cancelling.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    FIRST_IN_RANK, Invitee, ItemKind, Meeting, MeetingKind, Mode, Request, Stage, is_convened, is_not_over,
};
use crate::{
    act::ActKind,
    act::ActType,
    act::Resolver,
    act::Since,
    act::new_name,
    act::some_text,
    charter::{
        Charter, ReadingKey, Role, SettingKey,
        readings::{Caller, CoConveners, DelegateMay, Session},
        settings::{Delegate, Holder, PriorStep},
    },
    decision::{Item, ItemStage},
    deed::Stamp,
    entry::Outcome,
    id::{ItemId, MeetingId, PersonId, RequestId, Text, UnitId},
    law::{self, MatterRef},
    membership::{UnitKind, of_members, word},
    record::record,
    refusal::Finding,
    rule::{Ask, Case, Check, Guard, Rule, View, ensure, fixed, remedy},
    state::State,
    time::{Time, days_after, days_between, start_of},
};

record! {
    /// Approves items for an agenda (审定议题), where the charter asks for it.
    pub struct ApproveAgenda {
        /// The items.
        #[serde(deserialize_with = "crate::wire::list")]
        pub items: Vec<ItemId>,
    }

    /// Calls a meeting (召集).
    pub struct Convene {
        /// Its new name.
        pub meeting: MeetingId,
        /// What kind of meeting it is.
        pub kind: MeetingKind,
        /// The units called.
        #[serde(deserialize_with = "crate::wire::list")]
        pub units: Vec<UnitId>,
        /// The items on its agenda.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub agenda: Vec<ItemId>,
        /// When it will be held.
        pub held_at: Time,
        /// How it will be held.
        #[serde(default = "Mode::on_site", skip_serializing_if = "Mode::is_on_site")]
        pub mode: Mode,
        /// Who presides; if not given, whoever holds the role that does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub presiding: Option<PersonId>,
        /// The request upon which it is called.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub request: Option<RequestId>,
        /// The convener who approved the notice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub approved_by: Option<PersonId>,
    }

    /// Entrusts another person with presiding over one meeting (委托主持).
    pub struct DelegatePresiding {
        /// The meeting.
        pub meeting: MeetingId,
        /// The person entrusted.
        pub to: PersonId,
    }

    /// Invites another unit or an expert for one item (邀请).
    pub struct Invite {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item for which they come.
        pub item: ItemId,
        /// Who is invited, by name.
        pub invitee: Text,
        /// The unit, where it is one the body knows, or is to know from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<UnitId>,
        /// What kind of unit it is, where the body does not know it yet.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub kind: Option<UnitKind>,
        /// Whether it is an expert, and not a unit.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub expert: bool,
    }

    /// Puts a meeting off to another time (改期).
    pub struct PostponeMeeting {
        /// The meeting.
        pub meeting: MeetingId,
        /// When it will be held instead.
        pub to: Time,
        /// Why.
        pub reason: Text,
    }

    /// Calls a meeting off (取消).
    pub struct CancelMeeting {
        /// The meeting.
        pub meeting: MeetingId,
        /// Why.
        pub reason: Text,
    }
}

const CALLED_BY_WHOEVER_MAY: Rule = Rule::law(
    "meeting.called_by_whoever_may",
    "会议由有权者召集",
    "whoever may call a meeting of the kind calls it",
)
.needs(&[SettingKey::Callers])
.reads(&[ReadingKey::Caller]);

const AGENDA_ITEMS_ARE_OPEN: Rule = Rule::always(
    "meeting.agenda_items_are_open",
    "列入议程的议题尚未议定，也未列入其他会议",
    "the items are not settled and on no other agenda, each named once",
);

const LIES_AHEAD: Rule =
    Rule::always("meeting.lies_ahead", "会议时间在通知之后", "the meeting is held after its notice");

impl View<'_> {
    /// Whether the lead unit calls meetings of the kind, because the charter says so or says nothing.
    fn is_called_by_lead(&self, kind: MeetingKind) -> bool {
        match self.settings().callers.fixed().and_then(|it| it.get(&kind)) {
            Some(roles) if !roles.is_empty() => roles.contains(&Role::LeadUnit),
            _ => kind != MeetingKind::Liaison,
        }
    }

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
    fn delegate(&self, kind: MeetingKind) -> Option<Delegate> {
        let presiding = self.settings().presiding.fixed()?;
        presiding.get(&kind).or_else(|| presiding.get(&MeetingKind::Plenary))?.delegate
    }
}

impl<'s> Ask<'s> {
    /// The actor may call a meeting of the kind.
    fn may_call(&self, kind: MeetingKind) -> Check {
        let Some(roles) = self.callers(kind) else {
            let kinds = self.settings().callers.fixed().into_iter().flat_map(|it| it.keys());
            return Err(Finding::NotAllowed { value: word(&kind), allowed: kinds.map(word).collect() });
        };
        self.needs(&roles, None)
    }

    /// The actor may call a meeting of the kind without being entrusted with it.
    fn may_call_himself(&self, kind: MeetingKind) -> Check {
        let entrusted = self.settings().entrusted_callers.fixed().map_or(&[][..], |it| it);
        let roles = self.callers(kind).unwrap_or_default();
        let own: Vec<Role> = roles.into_iter().filter(|it| !entrusted.contains(it)).collect();
        self.may_call(kind)?;
        if entrusted.is_empty() { Ok(()) } else { self.needs(&own, None) }
    }

    /// Each item can go on an agenda, and is named once.
    fn can_go_on_agenda(&self, ids: &[ItemId], items: &[&Item]) -> Check {
        let mut seen = BTreeSet::new();
        let live = &self.state.meetings.live;
        let free = |it: &Item| {
            matches!(it.stage, ItemStage::Proposed | ItemStage::LeftOpen)
                && it.meeting.as_ref().is_none_or(|it| !live.contains(it))
        };
        let bad = ids.iter().zip(items).filter(|(id, it)| !seen.insert(*id) || !free(it));
        let bad: Vec<String> = bad.map(|(id, _)| id.to_string()).collect();
        ensure(bad.is_empty(), || Finding::Unwanted { what: bad })
    }

    /// Items that can go on an agenda now, a few of each kind, for candidates.
    fn free_items(&self) -> Vec<(&'s ItemId, &'s Item)> {
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

    /// The first moment for which a meeting of the kind can be called now, for candidates.
    fn soonest(&self, kind: MeetingKind) -> Time {
        match self.settings().notice_days.fixed().and_then(|it| it.get(&kind)) {
            Some(days) if *days > 0 => {
                start_of(days_after(self.today(), (*days).into()), self.charter.offset())
            }
            _ => self.at,
        }
    }
}

/// So many of a kind are tried as candidates.
pub(super) const FEW: usize = 4;

impl ActType for ApproveAgenda {
    type Names<'s> = Vec<&'s Item>;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "agenda.approval_provided_for",
                "制度规定议题须经审定，并由有权者审定",
                "the charter asks for approval of the agenda, and whoever may gives it",
            )
            .needs(&[SettingKey::AgendaApproval]),
            check: |it| it.needs(fixed(&it.settings().agenda_approval)?, None),
        },
        Guard { rule: AGENDA_ITEMS_ARE_OPEN, check: |it| it.can_go_on_agenda(&it.act.items, &it.names) },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.all_known(&self.items)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        for id in &self.items {
            if let Some(item) = state.decisions.items.get_mut(id) {
                item.approved = true;
                item.last = stamp.at;
            }
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let items = ask.free_items().into_iter().filter(|(_, it)| !it.approved);
        let items: Vec<ItemId> = items.map(|(id, _)| id.clone()).collect();
        if items.is_empty() { Vec::new() } else { vec![Self { items }] }
    }
}

/// What the names in a notice stand for.
pub(crate) struct Notice<'s> {
    items: Vec<&'s Item>,
    request: Option<&'s Request>,
}

impl Since for Notice<'_> {
    fn since(&self) -> Option<Time> {
        self.items.since().max(self.request.since())
    }
}

impl Convene {
    /// Who presides: the person named, or the first who holds the role.
    fn presiding<'c>(case: &Case<'c, Self>) -> Option<&'c PersonId> {
        let named = case.act.presiding.as_ref();
        named.or_else(|| case.presiding_holder(case.act.kind, case.today()))
    }

    fn prior_steps_missing(case: &Case<'_, Self>) -> Vec<String> {
        let steps = case.settings().prior_steps.fixed().and_then(|it| it.get(&case.act.kind));
        let missing = |step: &PriorStep| match step {
            PriorStep::LiaisonMeeting => {
                let last = |kind| case.state.meetings.last_closed.get(&kind);
                let held = last(MeetingKind::Liaison) > last(case.act.kind);
                if held { Vec::new() } else { vec![word(step)] }
            }
            PriorStep::LiaisonDiscussion => {
                let items = case.act.agenda.iter().zip(&case.names.items);
                let bare = items.filter(|(_, it)| it.kind.is_decided() && !it.prepared);
                bare.map(|(id, _)| id.to_string()).collect()
            }
            PriorStep::Consultation => {
                let items = case.act.agenda.iter().zip(&case.names.items);
                let bare = items.filter(|(_, it)| it.kind.is_decided() && !it.is_consulted());
                bare.map(|(id, _)| id.to_string()).collect()
            }
        };
        steps.into_iter().flatten().flat_map(missing).collect()
    }
}

impl ActType for Convene {
    type Names<'s> = Notice<'s>;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: CALLED_BY_WHOEVER_MAY, check: |it| it.may_call(it.act.kind) },
        Guard {
            rule: Rule::law(
                "meeting.caller_is_entrusted",
                "受委托召集的，由召集人委托",
                "whoever calls a meeting only as one entrusted names the convener who entrusts him",
            )
            .needs(&[SettingKey::Callers, SettingKey::EntrustedCallers])
            .cured_by(&[remedy(ActKind::Convene, &[Role::Convener])]),
            check: |it| {
                let kind = it.act.kind;
                if it.may_call(kind).is_err() || it.may_call_himself(kind).is_ok() {
                    return Ok(());
                }
                let Some(person) = &it.act.approved_by else {
                    return Err(Finding::Missing { what: vec!["approved_by".to_owned()] });
                };
                let entrusts = it.holds(Role::Convener, person, None, it.today());
                ensure(entrusts, || Finding::NeedsRole { roles: vec![Role::Convener], unit: None })
            },
        },
        Guard {
            rule: Rule::law(
                "meeting.approved_by_convener",
                "会议通知经召集人同意",
                "the convener has approved the notice",
            )
            .needs(&[SettingKey::Callers])
            .reads(&[ReadingKey::Caller])
            .cured_by(&[remedy(ActKind::Convene, &[Role::Convener])]),
            check: |it| {
                let is_convener = |person: &PersonId| {
                    [Role::Convener, Role::ChiefConvener]
                        .iter()
                        .any(|role| it.holds(*role, person, None, it.today()))
                };
                if let Some(person) = &it.act.approved_by {
                    let roles = vec![Role::Convener];
                    return ensure(is_convener(person), || Finding::NeedsRole { roles, unit: None });
                }
                let asked = it.is_called_by_lead(it.act.kind)
                    && it.reading::<Caller>() == Caller::OfficeWithApproval
                    && !is_convener(it.by);
                ensure(!asked, || Finding::Missing { what: vec!["approved_by".to_owned()] })
            },
        },
        Guard {
            rule: Rule::law(
                "meeting.called_by_every_convener",
                "几名召集人共同召集的，均已同意",
                "where the conveners call meetings together, each has called or approved it",
            )
            .needs(&[SettingKey::Conveners])
            .reads(&[ReadingKey::CoConveners])
            .cured_by(&[remedy(ActKind::Convene, &[Role::Convener])]),
            check: |it| {
                if it.reading::<CoConveners>() == CoConveners::Either || it.act.kind == MeetingKind::Liaison {
                    return Ok(());
                }
                let agree = || it.act.approved_by.iter().chain([it.by]);
                let conveners = it.settings().conveners.fixed().into_iter().flatten();
                let missing =
                    conveners.filter(|holder| !agree().any(|who| it.is_holder(holder, who, it.today())));
                let what: Vec<String> = missing.map(Holder::name).collect();
                ensure(what.is_empty(), || Finding::Missing { what })
            },
        },
        Guard {
            rule: Rule::law(
                "meeting.plenary_calls_all",
                "全体成员会议通知全体成员单位",
                "a plenary meeting calls every member unit",
            ),
            check: |it| {
                let all = it.members_on(it.today()).into_iter();
                let left_out: Vec<UnitId> =
                    all.filter(|unit| !it.act.units.contains(unit)).cloned().collect();
                let plenary = it.act.kind == MeetingKind::Plenary;
                ensure(!plenary || left_out.is_empty(), || Finding::MissingUnits { units: left_out })
            },
        },
        of_members(|it| it.members_all(&it.act.units)),
        Guard {
            rule: Rule::always(
                "meeting.calls_units",
                "会议通知到单位，各列一次",
                "the notice names units, each once",
            ),
            check: |it| {
                ensure(!it.act.units.is_empty(), || Finding::TooFew { have: 0, need: 1 })?;
                let mut seen = BTreeSet::new();
                let twice = it.act.units.iter().filter(|it| !seen.insert(*it));
                let twice: Vec<String> = twice.map(ToString::to_string).collect();
                ensure(twice.is_empty(), || Finding::Unwanted { what: twice })
            },
        },
        Guard {
            rule: Rule::law(
                "meeting.presided_by_whoever_may",
                "会议由有权者主持",
                "whoever presides over a meeting of the kind presides",
            )
            .needs(&[SettingKey::Presiding])
            .reads(&[ReadingKey::LiaisonPresiding])
            .cured_by(&[remedy(ActKind::DelegatePresiding, &[Role::Convener])]),
            check: |it| {
                let Some(person) = Self::presiding(it) else {
                    return Err(Finding::Missing { what: vec!["presiding".to_owned()] });
                };
                it.must_preside(it.act.kind, person, it.today())
            },
        },
        Guard {
            rule: FIRST_IN_RANK,
            check: |it| match Self::presiding(it) {
                Some(person) => it.is_first_where_ranked(it.act.kind, person),
                None => Ok(()),
            },
        },
        Guard {
            rule: Rule::law(
                "meeting.thematic_answers_a_request",
                "专题会议应提请而开，且已同意召开",
                "a thematic meeting answers a request that was granted",
            )
            .cured_by(&[
                remedy(ActKind::RequestMeeting, &[Role::MemberUnit]),
                remedy(ActKind::AnswerRequest, &[Role::Office, Role::Convener]),
            ]),
            check: |it| match it.names.request {
                None if it.act.kind == MeetingKind::Thematic => {
                    Err(Finding::Missing { what: vec!["request".to_owned()] })
                }
                None => Ok(()),
                Some(request) => request.must_be_granted(),
            },
        },
        Guard {
            rule: AGENDA_ITEMS_ARE_OPEN,
            check: |it| it.can_go_on_agenda(&it.act.agenda, &it.names.items),
        },
        Guard { rule: LIES_AHEAD, check: |it| it.is_held_after_notice(it.act.held_at) },
        Guard {
            rule: Rule::law(
                "meeting.notice_days_kept",
                "按规定天数提前通知",
                "the notice goes out as many days before as the charter asks",
            )
            .needs(&[SettingKey::NoticeDays]),
            check: |it| {
                let days = it.settings().notice_days.fixed().and_then(|days| days.get(&it.act.kind));
                let held_on = it.act.held_at.at_offset(it.charter.offset()).date();
                let have = u32::try_from(days_between(it.today(), held_on)).unwrap_or(0);
                let need = days.copied().map_or(0, u32::from);
                ensure(have >= need, || Finding::TooFew { have, need })
            },
        },
        Guard {
            rule: Rule::law(
                "meeting.prior_steps_done",
                "会前程序已经完成",
                "what must come before the meeting has been done",
            )
            .needs(&[SettingKey::PriorSteps])
            .cured_by(&[
                remedy(ActKind::ConsultUnit, &[Role::MemberUnit, Role::Office]),
                remedy(ActKind::Convene, &[Role::Office]),
            ]),
            check: |it| {
                let missing = Self::prior_steps_missing(it);
                ensure(missing.is_empty(), || Finding::Missing { what: missing })
            },
        },
        Guard {
            rule: Rule::law(
                "agenda.is_approved",
                "议题已经有权者审定",
                "whoever approves the agenda has approved each item",
            )
            .needs(&[SettingKey::AgendaApproval])
            .cured_by(&[remedy(ActKind::ApproveAgenda, &[Role::Convener])]),
            check: |it| {
                let Some(roles) = it.settings().agenda_approval.fixed() else { return Ok(()) };
                if it.needs(roles, None).is_ok() {
                    return Ok(());
                }
                let items = it.act.agenda.iter().zip(&it.names.items);
                let what: Vec<String> =
                    items.filter(|(_, it)| !it.approved).map(|(id, _)| id.to_string()).collect();
                ensure(what.is_empty(), || Finding::Missing { what })
            },
        },
        Guard {
            rule: Rule::law(
                "meeting.plenary_hears_state_of_work",
                "全体成员会议通报工作情况",
                "a plenary meeting has the items on its agenda that the charter asks for",
            )
            .needs(&[SettingKey::PlenaryHears])
            .cured_by(&[remedy(ActKind::AddAgendaItem, &[Role::Office, Role::MemberUnit])]),
            check: |it| {
                if it.act.kind != MeetingKind::Plenary {
                    return Ok(());
                }
                let asked = it.settings().plenary_hears.fixed().into_iter().flatten();
                let missing = asked.filter(|kind| !it.names.items.iter().any(|it| it.kind == **kind));
                let missing: Vec<String> = missing.map(word).collect();
                ensure(missing.is_empty(), || Finding::Missing { what: missing })
            },
        },
        Guard {
            rule: Rule::law(
                "meeting.is_a_session",
                "集体讨论以会议形式进行",
                "the meeting is a session, on site or by video",
            )
            .reads(&[ReadingKey::Session]),
            check: |it| {
                let by_paper = it.act.mode == Mode::Circulation;
                ensure(!by_paper || it.reading::<Session>() == Session::Circulation, || Finding::NotAllowed {
                    value: word(&it.act.mode),
                    allowed: [Mode::OnSite, Mode::Video].iter().map(word).collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["meeting", "units", "agenda", "held_at", "mode"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        let free = names.free(&self.meeting);
        let units = names.all_known(&self.units);
        let items = names.all_known(&self.agenda);
        let request = self.request.as_ref().map(|it| names.known(it));
        for person in self.presiding.iter().chain(&self.approved_by) {
            if !state.membership.knows_person(person) {
                names.unknown(person);
            }
        }
        free.and(units)?;
        let request = match request {
            Some(found) => Some(found?),
            None => None,
        };
        Some(Notice { items: items?, request })
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        let presiding = Self::presiding(case).unwrap_or(case.by);
        Outcome::Convened { presiding: presiding.clone() }
    }

    fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, charter: &Charter) {
        let presiding = match outcome {
            Outcome::Convened { presiding } => presiding,
            _ => self.presiding.as_ref().unwrap_or(stamp.by),
        };
        let meeting = Meeting {
            kind: self.kind,
            called: self.units.clone(),
            agenda: self.agenda.clone(),
            presiding: presiding.clone(),
            delegated: false,
            held_at: self.held_at.at_offset(charter.offset()),
            mode: self.mode,
            stage: Stage::Convened,
            attended: BTreeMap::new(),
            apologies: Vec::new(),
            observers: Vec::new(),
            invitees: Vec::new(),
            discussed: BTreeSet::new(),
            request: self.request.clone(),
            convened: stamp.deed(),
            opened: None,
            closed: None,
            last: stamp.at,
            minutes: None,
        };
        for item in &self.agenda {
            state.decisions.put_on_agenda(item, &self.meeting, stamp.at);
        }
        let meetings = &mut state.meetings;
        if let Some(id) = &self.request
            && let Some(request) = meetings.requests.get_mut(id)
        {
            request.meeting = Some(self.meeting.clone());
            request.last = stamp.at;
            meetings.pending.remove(id);
        }
        meetings.meetings.insert(self.meeting.clone(), meeting);
        meetings.live.insert(self.meeting.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let all: Vec<UnitId> = ask.members_on(ask.today()).into_iter().cloned().collect();
        let items = ask.free_items();
        let convener = ask.convener(ask.today());
        let call = |kind, units: usize, request: Option<&RequestId>, ready: &dyn Fn(&Item) -> bool| {
            let agenda = items.iter().filter(|(_, it)| ready(it));
            Some(Self {
                meeting: new_name(ask)?,
                kind,
                units: all.iter().take(units).cloned().collect(),
                agenda: agenda.map(|(id, _)| (*id).clone()).collect(),
                held_at: ask.soonest(kind),
                mode: Mode::OnSite,
                presiding: None,
                request: request.cloned(),
                approved_by: convener.cloned(),
            })
        };
        let approval = ask.settings().agenda_approval.fixed().is_some();
        let any = |_: &Item| true;
        let mut steps = ask.settings().prior_steps.fixed().into_iter().flat_map(|it| it.values()).flatten();
        let prepared = steps.any(|it| *it == PriorStep::LiaisonDiscussion);
        let is_prepared = |it: &Item| it.is_consulted() && (it.prepared || !prepared);
        let ready = |it: &Item| (it.approved || !approval) && (!it.kind.is_decided() || is_prepared(it));
        let of_kind = |kind| {
            let some = if kind == MeetingKind::Plenary { all.len() } else { 2 };
            [call(kind, all.len(), None, &any), call(kind, some, None, &ready)]
        };
        let kinds = [MeetingKind::Plenary, MeetingKind::Special, MeetingKind::Liaison];
        let meetings = &ask.state.meetings;
        let granted = |it: &&RequestId| meetings.requests.get(*it).is_some_and(Request::is_granted);
        let on_request = meetings.pending.iter().filter(granted).take(FEW);
        let on_request = on_request.map(|it| call(MeetingKind::Thematic, all.len(), Some(it), &any));
        // Whether the actor has been entrusted, nobody knows here.
        let unasked = ask.settings().entrusted_callers.fixed().and(call(MeetingKind::Special, 2, None, &any));
        let unasked = unasked.map(|it| Self { approved_by: None, ..it });
        kinds.into_iter().flat_map(of_kind).chain(on_request).chain([unasked]).flatten().collect()
    }
}

impl ActType for DelegatePresiding {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "presiding.delegated_by_its_holder",
                "由本应主持的人委托，受托人不得转委托",
                "whoever would preside delegates it; a delegate does not pass it on",
            )
            .needs(&[SettingKey::Presiding])
            .reads(&[ReadingKey::LiaisonPresiding]),
            check: |it| it.must_preside(it.names.kind, it.by, it.today()),
        },
        Guard { rule: FIRST_IN_RANK, check: |it| it.is_first_where_ranked(it.names.kind, it.by) },
        Guard {
            rule: Rule::law(
                "presiding.delegate_is_eligible",
                "受托人符合规定",
                "the delegate is one who may be entrusted",
            )
            .needs(&[SettingKey::Presiding])
            .reads(&[ReadingKey::DelegateMay]),
            check: |it| {
                if it.holds_presiding_role(it.names.kind, &it.act.to, it.today()) {
                    return Ok(());
                }
                let Some(delegate) = it.delegate(it.names.kind) else {
                    return Err(Finding::Silent { setting: SettingKey::Presiding });
                };
                let role = match delegate {
                    Delegate::Anyone if it.reading::<DelegateMay>() == DelegateMay::Anyone => return Ok(()),
                    Delegate::Anyone | Delegate::Member => Role::Member,
                    Delegate::DeputyConvener => Role::DeputyConvener,
                    Delegate::Convener => Role::Convener,
                    Delegate::Nobody => {
                        let (value, allowed) = (it.act.to.to_string(), Vec::new());
                        return Err(Finding::NotAllowed { value, allowed });
                    }
                };
                let holds = it.holds(role, &it.act.to, None, it.today());
                ensure(holds, || Finding::NeedsRole { roles: vec![role], unit: None })
            },
        },
        is_convened(),
    ];

    const FREE: &'static [&'static str] = &["to"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        law::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.meeting)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.membership.persons.insert(self.to.clone());
        if let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) {
            meeting.presiding = self.to.clone();
            meeting.delegated = true;
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let today = ask.today();
        let deputy = ask.holder_of(Role::DeputyConvener, today);
        let convener = ask.convener(today);
        let members = ask.members_on(today).into_iter().rev().filter_map(|it| ask.member_of(it, today));
        let mut persons: Vec<PersonId> = deputy.into_iter().chain(convener).cloned().collect();
        persons.extend(members.take(1).cloned());
        persons.extend(new_name(ask));
        let delegate = |meeting: &MeetingId| {
            let to = |it: &PersonId| Self { meeting: meeting.clone(), to: it.clone() };
            persons.iter().map(to).collect::<Vec<_>>()
        };
        ask.state.meetings.in_stage(Stage::Convened).flat_map(|(id, _)| delegate(id)).collect()
    }
}

impl ActType for Invite {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "invitation.by_whoever_may",
                "由有权者邀请；未作规定的，由办公室邀请",
                "whoever may invite does, or the office if the charter does not say",
            )
            .needs(&[SettingKey::Invitation]),
            check: |it| {
                let by = &fixed(&it.settings().invitation)?.by;
                it.needs(if by.is_empty() { &[Role::Office] } else { by }, None)
            },
        },
        Guard {
            rule: Rule::law(
                "invitation.for_an_item_of_the_agenda",
                "邀请须针对议程上的特定事项",
                "the invitation is for an item on the agenda",
            ),
            check: |it| {
                let what = || vec![it.act.item.to_string()];
                ensure(it.names.agenda.contains(&it.act.item), || Finding::Missing { what: what() })
            },
        },
        Guard {
            rule: Rule::law(
                "invitation.of_an_outsider",
                "邀请的是成员单位以外的单位或者专家",
                "whoever is invited is not a member unit",
            ),
            check: |it| {
                let members = it.act.unit.iter().filter(|unit| it.is_member(unit, it.today()));
                let what: Vec<String> = members.map(ToString::to_string).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::law(
                "invitation.kind_allowed",
                "此类会议可以邀请此类人员",
                "such an invitee may be invited to such a meeting",
            )
            .needs(&[SettingKey::Invitation]),
            check: |it| {
                let Some(invitation) = it.settings().invitation.fixed() else { return Ok(()) };
                let kinds = &invitation.meetings;
                ensure(kinds.contains(&it.names.kind), || Finding::NotAllowed {
                    value: word(&it.names.kind),
                    allowed: kinds.iter().map(word).collect(),
                })?;
                let who = [("unit", invitation.units), ("expert", invitation.experts)];
                let this = if it.act.expert { "expert" } else { "unit" };
                let allowed: Vec<String> =
                    who.iter().filter(|(_, may)| *may).map(|(it, _)| (*it).to_owned()).collect();
                ensure(allowed.iter().any(|it| it == this), || Finding::NotAllowed {
                    value: this.to_owned(),
                    allowed,
                })
            },
        },
        is_not_over(),
    ];

    const FREE: &'static [&'static str] = &["invitee", "unit", "kind", "expert"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        law::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let meeting = names.known(&self.meeting);
        names.known(&self.item);
        for unit in self.unit.iter().filter(|_| self.kind.is_none()) {
            names.known(unit);
        }
        meeting
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let (Some(unit), Some(kind)) = (&self.unit, self.kind) {
            state.membership.introduce(unit, &self.invitee, kind, stamp.at.date());
        }
        if let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) {
            meeting.invitees.push(Invitee {
                name: self.invitee.clone(),
                unit: self.unit.clone(),
                item: self.item.clone(),
            });
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let outsider = ask.state.membership.units.keys().find(|it| !ask.is_member(it, ask.today()));
        let invite = |meeting: &MeetingId, item: &ItemId, unit: Option<&UnitId>| {
            Some(Self {
                meeting: meeting.clone(),
                item: item.clone(),
                invitee: some_text()?,
                unit: unit.cloned(),
                kind: None,
                expert: unit.is_none(),
            })
        };
        let live = ask.state.meetings.live();
        live.filter_map(|(id, it)| Some((id, it.agenda.first()?)))
            .flat_map(|(id, item)| {
                [invite(id, item, None), outsider.and_then(|it| invite(id, item, Some(it)))]
            })
            .flatten()
            .collect()
    }
}

impl Ask<'_> {
    /// A meeting is held after its notice.
    fn is_held_after_notice(&self, held_at: Time) -> Check {
        ensure(held_at >= self.at, || Finding::TooLate { latest: held_at })
    }
}

impl ActType for PostponeMeeting {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: CALLED_BY_WHOEVER_MAY, check: |it| it.may_call_himself(it.names.kind) },
        is_convened(),
        Guard { rule: LIES_AHEAD, check: |it| it.is_held_after_notice(it.act.to) },
    ];

    const FREE: &'static [&'static str] = &["to", "reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        law::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.meeting)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        if let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) {
            meeting.held_at = self.to.at_offset(charter.offset());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let convened = ask.state.meetings.in_stage(Stage::Convened);
        let postpone = |id: &MeetingId| Some(Self { meeting: id.clone(), to: ask.at, reason: some_text()? });
        convened.filter_map(|(id, _)| postpone(id)).collect()
    }
}

impl ActType for CancelMeeting {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: CALLED_BY_WHOEVER_MAY, check: |it| it.may_call_himself(it.names.kind) },
        is_convened(),
    ];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        law::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.meeting)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) else { return };
        meeting.stage = Stage::Cancelled;
        let (agenda, request) = (meeting.agenda.clone(), meeting.request.clone());
        state.meetings.live.remove(&self.meeting);
        for item in &agenda {
            state.decisions.take_off_agenda(item, stamp.at);
        }
        if let Some(id) = request
            && let Some(request) = state.meetings.requests.get_mut(&id)
        {
            request.meeting = None;
            request.last = stamp.at;
            state.meetings.pending.insert(id);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let convened = ask.state.meetings.in_stage(Stage::Convened);
        let cancel = |id: &MeetingId| Some(Self { meeting: id.clone(), reason: some_text()? });
        convened.filter_map(|(id, _)| cancel(id)).collect()
    }
}
