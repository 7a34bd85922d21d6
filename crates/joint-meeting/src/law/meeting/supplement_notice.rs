//! The act `supplement_notice` adds units or items to the notice of a meeting (补充通知).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        transition,
        view::{Ask, Case},
    },
    law::{
        meeting::{
            OfMeeting,
            calling::{
                CALLED_BY_WHOEVER_MAY, ENDS_AFTER_IT_BEGINS, OfNotice, agenda_is_approved,
                agenda_items_are_open, ends_after, notice_days_kept, prior_steps_done,
            },
            is_not_over,
        },
        membership::of_members,
    },
    state::{State, decision::AgendaItem, meeting::Meeting},
    terms::{
        deed::Stamp,
        id::{ItemId, MeetingId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Time,
        words::MeetingKind,
    },
};

record! {
    /// Adds units or items to the notice of a meeting, or says where it is held and when it ends (补充通知).
    ///
    /// Those who may call a meeting of the kind, other than as one entrusted, do this
    /// (`meeting.called_by_whoever_may`). The meeting is not over (`meeting.is_not_over`): an item that is raised in the room
    /// (临时动议) comes onto the agenda so, and a unit that was admitted after the notice can still be called. No charter need
    /// speak of that; one that asks for days of notice stands in the way. The units are member units
    /// that day (`unit.is_member`), and what is added was not called or on the agenda before
    /// (`meeting.supplement_adds`). A planned end comes after the beginning (`meeting.ends_after_it_begins`). For items the same holds as for those of the first notice: they are not settled and on
    /// no other agenda (`meeting.agenda_items_are_open`), approved where the charter asks for it (`agenda.is_approved`),
    /// and the steps before them are done (`meeting.prior_steps_done`). What calls units or puts items on the agenda goes out
    /// as many days before the meeting as the charter asks of a notice (`meeting.notice_days_kept`).
    ///
    /// It settles nothing. The units are called as the others are, so that they can attend, and the items are on the
    /// agenda.
    ///
    /// ```
    /// use joint_meeting::{Act, act::SupplementNotice, wire};
    ///
    /// let act = SupplementNotice::new("m1".parse()?).units(["education".parse()?]).agenda(["i3".parse()?]);
    /// let json = r#"{
    ///     "type": "supplement_notice", "meeting": "m1", "units": ["education"], "agenda": ["i3"]
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct SupplementNotice {
        /// The meeting.
        pub meeting: MeetingId,
        /// The units that are called besides.
        optional pub units: Vec<UnitId>,
        /// The items that come onto the agenda besides.
        optional pub agenda: Vec<ItemId>,
        /// When the meeting is to end, if that is said now.
        optional pub ends_at: Option<Time>,
        /// Where the meeting will be held, if that is said now.
        optional pub place: Option<Text>,
    }
}

impl OfMeeting for SupplementNotice {
    fn meeting<'s>(names: &Self::Names<'s>) -> &'s Meeting {
        names.0
    }
}

impl OfNotice for SupplementNotice {
    fn kind(case: &Case<'_, Self>) -> MeetingKind {
        case.names.0.kind
    }

    fn agenda<'c>(case: &'c Case<'_, Self>) -> impl Iterator<Item = (&'c ItemId, &'c AgendaItem)> {
        case.act.agenda.iter().zip(case.names.1.iter().copied())
    }

    fn held_at(case: &Case<'_, Self>) -> Time {
        case.names.0.held_at
    }

    fn calls(case: &Case<'_, Self>) -> bool {
        !case.act.units.is_empty() || !case.act.agenda.is_empty()
    }
}

impl ActType for SupplementNotice {
    type Names<'s> = (&'s Meeting, Vec<&'s AgendaItem>);

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: CALLED_BY_WHOEVER_MAY, check: |it| it.may_call_unentrusted(it.names.0.kind) },
        is_not_over(),
        of_members(|it| it.members_all(&it.act.units)),
        Guard {
            rule: Rule::always(
                "meeting.supplement_adds",
                "补充通知增加尚未通知的单位、尚未列入的议题，各列一次，或者写明会议地点、预计结束时间",
                "a supplementary notice adds units or items that were not in the notice, each once, or says where the meeting is held or when it ends",
            ),
            check: |it| {
                let (units, items) = (&it.act.units, &it.act.agenda);
                let says_more = it.act.says_more() || !units.is_empty() || !items.is_empty();
                ensure(says_more, || Finding::TooFew { have: 0, need: 1 })?;
                let called = |ix: usize, unit: &UnitId| {
                    it.names.0.called.contains(unit) || units.iter().take(ix).any(|it| it == unit)
                };
                let again = units.iter().enumerate().filter(|(ix, unit)| called(*ix, unit));
                let what: Vec<String> = again.map(|(_, it)| it.to_string()).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        agenda_items_are_open(),
        Guard { rule: ENDS_AFTER_IT_BEGINS, check: |it| ends_after(it.names.0.held_at, it.act.ends_at) },
        notice_days_kept(),
        prior_steps_done(),
        agenda_is_approved(),
    ];

    const FREE: &'static [&'static str] = &["units", "agenda", "ends_at", "place"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.all_known(&self.units);
        let items = names.all_known(&self.agenda);
        names.known(&self.meeting).zip(items)
    }

    fn says_more(&self) -> bool {
        self.ends_at.is_some() || self.place.is_some()
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        if let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) {
            meeting.called.extend(self.units.iter().cloned());
            meeting.agenda.extend(self.agenda.iter().cloned());
            meeting.ends_at = self.ends_at.map(|it| it.at_offset(charter.offset())).or(meeting.ends_at);
            meeting.place = self.place.clone().or(meeting.place.take());
            meeting.supplemented.push(stamp.deed());
        }
        for item in &self.agenda {
            state.decisions.put_on_agenda(item, &self.meeting, stamp.at);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let members = ask.members_on(ask.today());
        let items = ask.free_items();
        let add = |id: &MeetingId, meeting: &Meeting| {
            let units = members.iter().filter(|it| !meeting.called.contains(it)).take(1);
            let units: Vec<UnitId> = units.map(|it| (*it).clone()).collect();
            let agenda = items.first().map(|(id, _)| (*id).clone());
            let only =
                |units, agenda| Self { meeting: id.clone(), units, agenda, ends_at: None, place: None };
            [only(units, Vec::new()), only(Vec::new(), agenda.into_iter().collect())]
        };
        let live = ask.state.meetings().live();
        let all = live.flat_map(|(id, meeting)| add(id, meeting));
        all.filter(|it| !it.units.is_empty() || !it.agenda.is_empty()).collect()
    }
}
