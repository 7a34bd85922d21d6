//! The act `convene` calls a meeting (召集).
//!
//! What it shares with the acts that ask for a meeting or change one is in `calling`.

mod guards;

use crate::{
    charter::{Charter, settings::choices::PriorStep},
    kernel::{
        act::{ActType, new_name},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::{Ask, Case, View},
    },
    law::meeting::calling::{FEW, Notice, OfNotice},
    state::{
        State,
        decision::AgendaItem,
        meeting::{Meeting, MeetingRequest, MeetingStage},
    },
    terms::{
        deed::Stamp,
        id::{ItemId, MeetingId, PersonId, RequestId, Text, UnitId},
        matter::MatterRef,
        record::record,
        sorted::{Map, Set},
        time::{Date, Time, days_after, start_of},
        words::{MeetingKind, Mode},
    },
};

impl<'s> View<'s> {
    /// The first person who presides over meetings of the kind by role or post.
    fn presiding_holder(&self, kind: MeetingKind, on: Date) -> Option<&'s PersonId> {
        let mut roles = self.presiding_roles(kind).into_iter();
        let by_role = roles.find_map(|it| self.holder_of(it, on));
        by_role
            .or_else(|| self.presiding_posts(kind).iter().find_map(|it| self.holders_of_post(it, on).next()))
    }
}

record! {
    /// Calls a meeting (召集).
    ///
    /// Those whom the charter names as callers of meetings of the kind do this or, where it names none, the office or
    /// the lead unit, as the charter is read (`meeting.called_by_whoever_may`); one who only may as one entrusted names
    /// the convener who entrusts (`meeting.caller_is_entrusted`). Where the charter is read so, the convener has
    /// approved a notice of the lead unit's (`meeting.approved_by_convener`), and every one of several conveners has
    /// called or approved it (`meeting.called_by_every_convener`).
    ///
    /// The units are member units (`unit.is_member`); a plenary meeting calls all of them
    /// (`meeting.plenary_calls_all`). The items are not settled and on no other agenda
    /// (`meeting.agenda_items_are_open`), and approved where the charter asks for it (`agenda.is_approved`); a plenary
    /// meeting has those among them that the charter asks for (`meeting.plenary_hears_state_of_work`). The meeting is
    /// held on site or by video, unless the charter is read otherwise (`meeting.is_a_session`). It comes after its
    /// notice, by as many days as the charter asks for (`meeting.lies_ahead`, `meeting.notice_days_kept`), and after
    /// the steps that must precede it (`meeting.prior_steps_done`). Its planned end, if one is given, comes after its
    /// beginning (`meeting.ends_after_it_begins`). A request that the act names was granted, and a
    /// thematic meeting names one (`meeting.thematic_answers_a_request`).
    ///
    /// It settles who presides: the person whom the act names or, where it names nobody, the first who holds the role
    /// that does (`meeting.presided_by_whoever_may`, `presiding.first_in_rank`). The meeting is convened, its items are
    /// on its agenda, what units said of them at an earlier meeting no longer counts, and the request upon which it is
    /// called is met.
    ///
    /// ```
    /// use joint_meeting::{Act, act::Convene, wire, words::MeetingKind};
    ///
    /// let units = ["police".parse()?, "health".parse()?];
    /// let act = Convene::new("m1".parse()?, MeetingKind::Special, units, "2022-05-10T09:00:00+08:00".parse()?)
    ///     .agenda(["i1".parse()?, "i2".parse()?])
    ///     .approved_by("p1".parse()?);
    /// let json = r#"{
    ///     "type": "convene", "meeting": "m1", "kind": "special", "units": ["police", "health"],
    ///     "held_at": "2022-05-10T09:00:00+08:00", "agenda": ["i1", "i2"], "approved_by": "p1"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Convene {
        /// Its new name.
        pub meeting: MeetingId,
        /// What kind of meeting it is.
        pub kind: MeetingKind,
        /// The units called.
        pub units: Vec<UnitId>,
        /// The items on its agenda.
        optional pub agenda: Vec<ItemId>,
        /// When it will be held.
        pub held_at: Time,
        /// When it is to end.
        optional pub ends_at: Option<Time>,
        /// Where it will be held.
        optional pub place: Option<Text>,
        /// How it will be held.
        optional pub mode: Mode,
        /// Who presides; if not given, whoever holds the role that does.
        optional pub presiding: Option<PersonId>,
        /// The request upon which it is called.
        optional pub request: Option<RequestId>,
        /// The convener who approved the notice.
        optional pub approved_by: Option<PersonId>,
    }
}

impl<'s> Ask<'s> {
    /// The first moment for which a meeting of the kind can be called now, for candidates; now, where that lies behind the
    /// last that can be written.
    fn soonest(&self, kind: MeetingKind) -> Time {
        let days = self.settings().notice_days.fixed().and_then(|it| it.get(&kind)).filter(|it| **it > 0);
        let then = days
            .map(|it| start_of(days_after(self.today(), (*it).into()), self.charter.offset()).to_chrono());
        then.and_then(|it| Time::try_from(it).ok()).unwrap_or(self.at)
    }
}

impl Convene {
    /// Who presides: the person named or, if none is, the first person who holds the role.
    fn who_presides<'c>(case: &Case<'c, Self>) -> Option<&'c PersonId> {
        let named = case.act.presiding.as_ref();
        named.or_else(|| case.presiding_holder(case.act.kind, case.today()))
    }
}

impl OfNotice for Convene {
    fn kind(case: &Case<'_, Self>) -> MeetingKind {
        case.act.kind
    }

    fn agenda<'c>(case: &'c Case<'_, Self>) -> impl Iterator<Item = (&'c ItemId, &'c AgendaItem)> {
        case.act.agenda.iter().zip(case.names.items.iter().copied())
    }

    fn held_at(case: &Case<'_, Self>) -> Time {
        case.act.held_at
    }
}

impl ActType for Convene {
    type Names<'s> = Notice<'s>;

    const GUARDS: &'static [Guard<Self>] = guards::GUARDS;

    const FREE: &'static [&'static str] =
        &["meeting", "units", "agenda", "held_at", "ends_at", "place", "mode"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn meeting_kind(&self, _: &State) -> Option<MeetingKind> {
        Some(self.kind)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let free = names.free(&self.meeting);
        let units = names.all_known(&self.units);
        let items = names.all_known(&self.agenda);
        let request = names.known_if_named(self.request.as_ref());
        for person in self.presiding.iter().chain(&self.approved_by) {
            names.person(person);
        }
        free.and(units)?;
        Some(Notice { items: items?, request: request? })
    }

    fn says_more(&self) -> bool {
        self.ends_at.is_some() || self.place.is_some()
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        let presiding = Self::who_presides(case).unwrap_or(case.by);
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
            is_delegated: false,
            delegated: Vec::new(),
            held_at: self.held_at.at_offset(charter.offset()),
            ends_at: self.ends_at.map(|it| it.at_offset(charter.offset())),
            place: self.place.clone(),
            postponed: Vec::new(),
            supplemented: Vec::new(),
            mode: self.mode,
            stage: MeetingStage::Convened,
            attended: Map::new(),
            apologies: Vec::new(),
            excused: Map::new(),
            led: Map::new(),
            recorded: Vec::new(),
            invitees: Vec::new(),
            discussed: Set::new(),
            request: self.request.clone(),
            convened: stamp.deed(),
            cancelled: None,
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
            meetings.settle(id);
        }
        meetings.meetings.insert(self.meeting.clone(), meeting);
        meetings.live.insert(self.meeting.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let all: Vec<UnitId> = ask.members_on(ask.today()).into_iter().cloned().collect();
        let items = ask.free_items();
        let convener = ask.convener(ask.today());
        let call = |kind, units: usize, request: Option<&RequestId>, ready: &dyn Fn(&AgendaItem) -> bool| {
            let agenda = items.iter().filter(|(_, it)| ready(it));
            Some(Self {
                meeting: new_name()?,
                kind,
                units: all.iter().take(units).cloned().collect(),
                agenda: agenda.map(|(id, _)| (*id).clone()).collect(),
                held_at: ask.soonest(kind),
                ends_at: None,
                place: None,
                mode: Mode::OnSite,
                presiding: None,
                request: request.cloned(),
                approved_by: convener.cloned(),
            })
        };
        let approval = ask.settings().agenda_approval.fixed().is_some();
        let any = |_: &AgendaItem| true;
        let mut steps = ask.settings().prior_steps.fixed().into_iter().flat_map(|it| it.values()).flatten();
        let prepared = steps.any(|it| *it == PriorStep::LiaisonDiscussion);
        let is_prepared = |it: &AgendaItem| ask.is_consulted(it) && (it.prepared || !prepared);
        let ready =
            |it: &AgendaItem| (it.approved || !approval) && (!it.kind.is_decided() || is_prepared(it));
        let of_kind = |kind| {
            let some = if kind == MeetingKind::Plenary { all.len() } else { 2 };
            [call(kind, all.len(), None, &any), call(kind, some, None, &ready)]
        };
        let kinds = [MeetingKind::Plenary, MeetingKind::Special, MeetingKind::Liaison];
        let meetings = ask.state.meetings();
        let granted = |it: &&RequestId| meetings.requests.get(*it).is_some_and(MeetingRequest::is_granted);
        let on_request = meetings.pending.iter().filter(granted).take(FEW);
        let on_request = on_request.map(|it| call(MeetingKind::Thematic, all.len(), Some(it), &any));
        // Nobody knows here whether the actor has been entrusted.
        let unasked = ask.settings().entrusted_callers.fixed().and(call(MeetingKind::Special, 2, None, &any));
        let unasked = unasked.map(|it| Self { approved_by: None, ..it });
        kinds.into_iter().flat_map(of_kind).chain(on_request).chain([unasked]).flatten().collect()
    }
}
