//! The things that a body knows: each kind of thing by name, and all of a kind.
//!
//! What a thing is stands in `state`; the words that were said of it stand in the entries that it numbers.

use crate::{
    body::JointMeeting,
    state::{
        Deed,
        action::{Inspection, JointAction, WorkingGroup},
        assignment::Assignment,
        decision::AgendaItem,
        document::{Bulletin, FormalDocument, Minutes, NumberUse},
        function::{AssignedMatter, DataChannel, Guidance, OpinionCase},
        incoming::Incoming,
        meeting::{Meeting, MeetingRequest},
        membership::{Tenure, Unit},
        nesting::Child,
        register::{RegisterEntry, RegisterItem},
        report::Report,
    },
    terms::{
        act_kind::ActKind,
        id::{
            ActionId, AssignmentId, BulletinId, CaseId, ChannelId, ChildId, DocumentId, GroupId, IncomingId,
            InspectionId, ItemId, MatterId, MeetingId, MinutesId, PostId, RegisterItemId, RequestId,
            SeriesId, UnitId,
        },
        order,
        period::Period,
        time::Date,
    },
};

macro_rules! things_by_name {
    ($(
        $(#[$one_meta:meta])+
        $one:ident,
        $(#[$all_meta:meta])+
        $all:ident: $id:ident => $thing:ident in $slice:ident.$kept:ident;
    )*) => {
        /// Things by their names. Those of a kind come in the order of their names.
        impl JointMeeting { $(
            $(#[$one_meta])+
            pub fn $one(&self, id: &$id) -> Option<&$thing> {
                self.state().$slice.$kept.get(id)
            }

            $(#[$all_meta])+
            pub fn $all(&self) -> impl Iterator<Item = (&$id, &$thing)> {
                self.state().$slice.$kept.iter()
            }
        )* }
    };
}

things_by_name! {
    /// The meeting of that name.
    meeting,
    /// Every meeting that was called.
    meetings: MeetingId => Meeting in meetings.meetings;

    /// The request for a meeting of that name.
    request,
    /// Every request for a meeting.
    requests: RequestId => MeetingRequest in meetings.requests;

    /// The agenda item of that name.
    ///
    /// ```
    /// use joint_meeting::{Act, Charter, JointMeeting, state::ItemStage, wire};
    ///
    /// let charter = Charter::from_json(joint_meeting::charters::get("nankai-dog-2022").unwrap())?;
    /// let mut body = JointMeeting::new([charter])?;
    /// for submission in [
    ///     r#"{"act": {"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1,
    ///                 "holders": [{"post": "deputy-head", "person": "p1"}, {"post": "order-head", "person": "p2"}]},
    ///         "by": "p1", "at": "2022-04-21T09:00:00+08:00"}"#,
    ///     r#"{"act": {"type": "add_agenda_item", "item": "i1", "title": "犬只收容", "kind": "discussion",
    ///                 "proposal": "设立收容点"},
    ///         "by": "p2", "at": "2022-05-05T09:00:00+08:00"}"#,
    /// ] {
    ///     body.perform(wire::from_str(submission)?).unwrap();
    /// }
    /// let item = body.item(&"i1".parse()?).unwrap();
    /// assert_eq!(item.stage(), ItemStage::Proposed);
    /// // What was proposed stands in the entry.
    /// let entry = body.entry(item.put().no).unwrap();
    /// let Act::AddAgendaItem(put) = &entry.act else { unreachable!() };
    /// assert_eq!(put.proposal, Some("设立收容点".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    item,
    /// Every agenda item that was put.
    items: ItemId => AgendaItem in decisions.items;

    /// The assignment of that name.
    assignment,
    /// Every assignment.
    assignments: AssignmentId => Assignment in assignments.assignments;

    /// The minutes of that name.
    minutes,
    /// All minutes that were drafted.
    all_minutes: MinutesId => Minutes in documents.minutes;

    /// The formal document of that name.
    document,
    /// Every formal document that was issued.
    documents: DocumentId => FormalDocument in documents.documents;

    /// The briefing or circular of that name.
    bulletin,
    /// Every briefing and circular that was issued.
    bulletins: BulletinId => Bulletin in documents.bulletins;

    /// The unit of that name, whether it is a member unit or not.
    unit,
    /// Every unit that the body has heard of.
    units: UnitId => Unit in membership.units;

    /// The joint working group of that name.
    working_group,
    /// Every joint working group that was formed.
    working_groups: GroupId => WorkingGroup in actions.groups;

    /// The joint action of that name.
    joint_action,
    /// Every joint action that was planned.
    joint_actions: ActionId => JointAction in actions.actions;

    /// The supervisory inspection of that name.
    inspection,
    /// Every supervisory inspection.
    inspections: InspectionId => Inspection in actions.inspections;

    /// The item of the responsibility register of that name.
    register_item,
    /// Every item of the responsibility register, those that were retired among them.
    register_items: RegisterItemId => RegisterItem in registers.items;

    /// The data channel of that name.
    data_channel,
    /// Every data channel that was opened.
    data_channels: ChannelId => DataChannel in functions.channels;

    /// The case of adverse online opinion of that name.
    opinion_case,
    /// Every case of adverse online opinion.
    opinion_cases: CaseId => OpinionCase in functions.cases;

    /// The matter from above of that name.
    assigned_matter,
    /// Every matter assigned from above.
    assigned_matters: MatterId => AssignedMatter in functions.matters;

    /// What came in under that name.
    incoming,
    /// Everything that came in and was registered.
    all_incoming: IncomingId => Incoming in incoming.all;

    /// The lower body of that name.
    child,
    /// Every lower body that was recorded.
    children: ChildId => Child in nesting.children;
}

/// Things that have no name of their own, and what was done when.
impl JointMeeting {
    /// The assignments under an item, in the order of the entries.
    pub fn assignments_under(&self, item: &ItemId) -> impl Iterator<Item = (&AssignmentId, &Assignment)> {
        let slice = &self.state().assignments;
        slice.of_item.get(item).into_iter().flatten().filter_map(|it| slice.assignments.get_key_value(it))
    }

    /// The report of a unit for a year.
    pub fn report(&self, unit: &UnitId, year: i32) -> Option<&Report> {
        self.state().reports.of(unit, year)
    }

    /// The reports for a year, each with its unit, in the order of the names of the units.
    pub fn reports(&self, year: i32) -> impl Iterator<Item = (&UnitId, &Report)> {
        self.state()
            .reports
            .reports
            .iter()
            .filter_map(move |(unit, of_unit)| Some((unit, of_unit.get(&year)?)))
    }

    /// The numbers of a series allotted in a year, by their serials.
    pub fn numbers(&self, series: &SeriesId, year: i32) -> impl Iterator<Item = (u32, &NumberUse)> {
        let of_year = self.state().documents.series.get(&(series.clone(), year));
        of_year.into_iter().flat_map(|it| &it.uses).map(|(serial, it)| (*serial, it))
    }

    /// Whoever held a post of a unit, in the order of the entries.
    pub fn tenures(&self, post: &PostId, unit: &UnitId) -> &[Tenure] {
        self.state().membership.tenures(post, unit)
    }

    /// The guidance that was given, in the order of the entries.
    pub fn guidance(&self) -> &[Guidance] {
        &self.state().functions.guidance
    }

    /// When the responsibility register of a unit was adopted, and each entry; without a unit, that of the whole body.
    pub fn registers_adopted(&self, unit: Option<&UnitId>) -> &[Deed] {
        self.state().registers.adopted.get(&unit.cloned()).map_or(&[], |it| it)
    }

    /// The responsibility register as it stood at the end of a day: its items in the order in which they were entered.
    pub fn register_on(&self, on: Date) -> Vec<(&RegisterItemId, &RegisterItem, &RegisterEntry)> {
        let stood = self.register_items().filter_map(|(id, item)| Some((id, item, item.version(on)?)));
        let mut stood: Vec<_> = stood.collect();
        order::sort_by_key(&mut stood, |(_, item, _)| item.versions.first().map(|it| it.since.no));
        stood
    }

    /// When an act was done, and each entry, in the order of the times.
    pub fn done(&self, act: ActKind) -> impl Iterator<Item = Deed> {
        self.state().done(act).all()
    }

    /// What was done in a period: the numbers of the entries in order, each with its act.
    pub fn done_in(&self, period: Period) -> Vec<(u32, ActKind)> {
        self.state().done_of_all(period).into_iter().map(|(it, kind)| (it.no, kind)).collect()
    }
}
