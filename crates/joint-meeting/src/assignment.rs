//! Assignments (落实任务): who carries out an agreed matter, with whom, by when, and what came of it.
//!
//! A unit that has not taken part in the decision has no task before it consents in writing. How a matter is
//! agreed stands in `decision`; joint actions and inspections in `action`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    act::ActKind,
    act::ActType,
    act::Resolver,
    act::Since,
    act::new_name,
    act::since,
    act::some_text,
    act::stands_for,
    charter::Charter,
    charter::SettingKey,
    charter::settings::Role,
    decision::{Item, ItemStage},
    deed::{Deed, Stamp},
    duty::{Found, Instance, or_not_applicable},
    entry::Outcome,
    id::{AssignmentId, ItemId, Text, UnitId},
    law::{self, MatterKind, MatterRef},
    membership::{by_office, by_unit},
    record::record,
    refusal::{Finding, Standing},
    rule::{Ask, Case, Check, Duty, Guard, Rule, View, ensure, remedy},
    state::State,
    time::{Date, Period, Time},
    verdict::{Due, Verdict},
};

record! {
    /// Consents in writing to a task for a unit that the decision does not bind (书面同意承担任务).
    pub struct ConsentToTask {
        /// The matter.
        pub item: ItemId,
        /// The unit.
        pub unit: UnitId,
    }

    /// Assigns a matter to a unit (明确落实部门).
    pub struct Assign {
        /// Its name.
        pub assignment: AssignmentId,
        /// The matter.
        pub item: ItemId,
        /// The unit that carries it out (落实部门).
        pub unit: UnitId,
        /// The units that cooperate (配合单位).
        #[serde(
            default,
            deserialize_with = "crate::wire::list",
            skip_serializing_if = "Vec::is_empty"
        )]
        pub cooperating: Vec<UnitId>,
        /// What is to be reached (责任目标).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub target: Option<Text>,
        /// The last day in time (完成时限).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub due: Option<Date>,
    }

    /// Records what a cooperating unit has done (配合情况).
    pub struct EnterCooperation {
        /// The assignment.
        pub assignment: AssignmentId,
        /// The unit.
        pub unit: UnitId,
        /// What it has done.
        pub text: Text,
    }

    /// Reports how an assignment gets on (报告进展).
    pub struct ReportProgress {
        /// The assignment.
        pub assignment: AssignmentId,
        /// How it gets on.
        pub text: Text,
    }

    /// Extends the time for an assignment, or sets one (延期).
    pub struct ExtendAssignment {
        /// The assignment.
        pub assignment: AssignmentId,
        /// The new last day in time.
        pub due: Date,
        /// Why.
        pub reason: Text,
    }

    /// Completes an assignment (办结).
    pub struct CompleteAssignment {
        /// The assignment.
        pub assignment: AssignmentId,
        /// What came of it.
        pub result: Text,
    }
}

const SETTLED: Rule = Rule::law(
    "assignment.of_a_settled_matter",
    "落实的是已经议定或者明确的事项",
    "the matter has been agreed or clarified",
)
.cured_by(&[
    remedy(ActKind::Agree, &[Role::PresidingPerson]),
    remedy(ActKind::Clarify, &[Role::PresidingPerson]),
]);

const OPEN: Rule =
    Rule::always("assignment.is_open", "该任务尚未办结", "the assignment has not been completed");

const AHEAD: Rule = Rule::always("assignment.due_lies_ahead", "完成时限未过", "the due date has not passed");

const ITS_UNIT: Rule =
    Rule::law("assignment.by_its_unit", "由落实部门办理", "whoever acts for the assigned unit does this");

fn is_settled(item: &Item) -> Check {
    const NEEDS: &[ItemStage] = &[ItemStage::Agreed, ItemStage::Clarified];
    ensure(NEEDS.contains(&item.stage), || Finding::state(item.stage, NEEDS))
}

/// Whether a unit can be given a task under a matter: what was only clarified puts no new duty on anyone.
fn can_be_tasked(item: &Item, unit: &UnitId) -> bool {
    item.undertaken.contains_key(unit) || (item.is_agreed() && item.binds.contains(unit))
}

fn is_open(assignment: &Assignment) -> Check {
    ensure(assignment.is_open(), || Finding::state(Standing::Completed, &[Standing::Open]))
}

impl Ask<'_> {
    fn due_lies_ahead(&self, due: Option<Date>) -> Check {
        match due {
            Some(due) if due < self.today() => Err(Finding::Late { due, done: self.today() }),
            _ => Ok(()),
        }
    }

    /// What the last meetings have agreed or clarified.
    fn lately_settled(&self) -> impl Iterator<Item = (&ItemId, &Item)> {
        const MEETINGS: usize = 4;
        let meetings = &self.state.meetings;
        let lately = meetings.held.values().rev().take(MEETINGS).filter_map(|it| meetings.meetings.get(it));
        let items = lately.flat_map(|it| &it.agenda);
        items
            .filter_map(|id| Some((id, self.state.decisions.items.get(id)?)))
            .filter(|(_, item)| is_settled(item).is_ok())
    }

    /// The member units, and the units invited for the item.
    fn units_about(&self, id: &ItemId, item: &Item) -> BTreeSet<UnitId> {
        let meeting = item.meeting.as_ref().and_then(|it| self.state.meetings.meetings.get(it));
        let invitees = meeting.into_iter().flat_map(|it| &it.invitees).filter(|it| it.item == *id);
        let invited = invitees.filter_map(|it| it.unit.as_ref());
        self.members_on(self.today()).into_iter().chain(invited).cloned().collect()
    }
}

impl ActType for ConsentToTask {
    type Names<'s> = &'s Item;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "task.consented_by_responsible_person",
                "由该单位负责人书面同意",
                "the responsible person of the unit consents",
            ),
            check: |it| it.needs(&[Role::ResponsiblePerson], Some(&it.act.unit)),
        },
        Guard { rule: SETTLED, check: |it| is_settled(it.names) },
        Guard {
            rule: Rule::always("task.consented_once", "尚未同意", "the unit has not yet consented"),
            check: |it| {
                ensure(!it.names.undertaken.contains_key(&it.act.unit), || {
                    Finding::state(Standing::Consented, &[Standing::NotConsented])
                })
            },
        },
    ];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        law::of_item(&self.item, state)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let unit = names.known(&self.unit);
        names.known(&self.item).filter(|_| unit.is_some())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(item) = state.decisions.items.get_mut(&self.item) {
            item.undertaken.insert(self.unit.clone(), stamp.at);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let of_item = |(id, item): (&ItemId, &Item)| {
            let units = ask.units_about(id, item).into_iter().filter(|it| !can_be_tasked(item, it));
            units.map(|unit| Self { item: id.clone(), unit }).collect::<Vec<_>>()
        };
        ask.lately_settled().flat_map(of_item).collect()
    }
}

/// What the names in an assignment stand for.
pub(crate) struct Assigned<'s> {
    item: &'s Item,
    /// When the last of the units consented in writing, of those that did.
    undertaken: Option<Time>,
}

impl Since for Assigned<'_> {
    fn since(&self) -> Option<Time> {
        self.item.settled.map(|it| it.at).max(self.undertaken)
    }
}

impl ActType for Assign {
    type Names<'s> = Assigned<'s>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard { rule: SETTLED, check: |it| is_settled(it.names.item) },
        Guard {
            rule: Rule::always(
                "assignment.names_each_unit_once",
                "落实部门、配合单位各列一次",
                "the unit and those that cooperate are named once each",
            ),
            check: |it| {
                let mut seen = BTreeSet::new();
                let twice = it.act.units().filter(|it| !seen.insert(*it));
                let what: Vec<String> = twice.map(ToString::to_string).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::law(
                "assignment.unit_is_bound",
                "落实部门参加议定或者书面同意",
                "the unit took part in the decision or has consented in writing",
            )
            .cured_by(&[remedy(ActKind::ConsentToTask, &[Role::ResponsiblePerson])]),
            check: Self::units_are_bound,
        },
        Guard {
            rule: Rule::law(
                "assignment.due_given_where_needed",
                "制度要求的，须定完成时限",
                "a due date is given where the charter asks for one",
            )
            .needs(&[SettingKey::AssignmentDue]),
            check: |it| {
                let needed = it.settings().assignment_due.fixed().is_some_and(|it| *it);
                ensure(!needed || it.act.due.is_some(), || Finding::Missing { what: vec!["due".to_owned()] })
            },
        },
        Guard { rule: AHEAD, check: |it| it.due_lies_ahead(it.act.due) },
    ];

    const FREE: &'static [&'static str] = &["assignment", "cooperating", "target", "due"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let free = names.free(&self.assignment);
        let units = names.all_known(self.units());
        let item = names.known(&self.item);
        free.and(units)?;
        let item = item?;
        Some(Assigned {
            item,
            undertaken: self.units().filter_map(|it| item.undertaken.get(it)).max().copied(),
        })
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(item) = state.decisions.items.get_mut(&self.item) {
            item.tasked.insert(self.unit.clone());
        }
        let assignment = Assignment {
            item: self.item.clone(),
            unit: self.unit.clone(),
            cooperating: self.cooperating.clone(),
            target: self.target.clone(),
            due: self.due,
            made: stamp.deed(),
            cooperated: BTreeMap::new(),
            progress: Vec::new(),
            extended: Vec::new(),
            completed: None,
            last: stamp.at,
        };
        let slice = &mut state.assignments;
        slice.open.insert(self.assignment.clone());
        slice.of_item.entry(self.item.clone()).or_default().push(self.assignment.clone());
        slice.assignments.insert(self.assignment.clone(), assignment);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let of_item = |(id, item): (&ItemId, &Item)| {
            let units = ask.units_about(id, item).into_iter().filter(|it| !item.tasked.contains(it));
            let assign = |unit: UnitId| {
                Some(Self {
                    assignment: new_name(ask)?,
                    item: id.clone(),
                    cooperating: item.binds.iter().filter(|it| **it != unit).cloned().collect(),
                    unit,
                    target: some_text(),
                    due: Some(ask.today()),
                })
            };
            units.filter_map(assign).collect::<Vec<_>>()
        };
        ask.lately_settled().flat_map(of_item).collect()
    }
}

impl Assign {
    fn units(&self) -> impl Iterator<Item = &UnitId> {
        std::iter::once(&self.unit).chain(&self.cooperating)
    }

    /// The unit is bound; a cooperating unit is a member unit, or is bound as well. What is not settled binds nobody yet.
    fn units_are_bound(case: &Case<'_, Self>) -> Check {
        if is_settled(case.names.item).is_err() {
            return Ok(());
        }
        let is_bound = |it: &UnitId| can_be_tasked(case.names.item, it);
        let outsider = |it: &&UnitId| !case.is_member(it, case.today());
        let own = std::iter::once(&case.act.unit);
        let units: Vec<UnitId> = own
            .chain(case.act.cooperating.iter().filter(outsider))
            .filter(|it| !is_bound(it))
            .cloned()
            .collect();
        ensure(units.is_empty(), || Finding::MissingUnits { units })
    }
}

impl ActType for EnterCooperation {
    type Names<'s> = &'s Assignment;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.acts_for(&it.act.unit)),
        Guard {
            rule: Rule::law(
                "cooperation.by_a_named_unit",
                "由该任务的配合单位办理",
                "the unit is named as one that cooperates",
            ),
            check: |it| {
                ensure(it.names.cooperating.contains(&it.act.unit), || Finding::StrangeUnits {
                    units: vec![it.act.unit.clone()],
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::new(MatterKind::Assignment, self.assignment.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let unit = names.known(&self.unit);
        names.known(&self.assignment).filter(|_| unit.is_some())
    }

    // Not before it was assigned; it may be entered when the assignment is completed already.
    fn since(assignment: &Self::Names<'_>) -> Option<Time> {
        Some(assignment.made.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(assignment) = state.assignments.assignments.get_mut(&self.assignment) {
            assignment.cooperated.entry(self.unit.clone()).or_default().push(stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let enter = |id: &AssignmentId, unit: &UnitId| {
            Some(Self { assignment: id.clone(), unit: unit.clone(), text: some_text()? })
        };
        let open = ask.state.assignments.open();
        open.flat_map(|(id, it)| it.cooperating.iter().filter_map(move |unit| enter(id, unit))).collect()
    }
}

impl ActType for ReportProgress {
    type Names<'s> = &'s Assignment;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: ITS_UNIT, check: |it| it.acts_for(&it.names.unit) },
        Guard { rule: OPEN, check: |it| is_open(it.names) },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::new(MatterKind::Assignment, self.assignment.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.assignment)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(assignment) = state.assignments.assignments.get_mut(&self.assignment) {
            assignment.progress.push(stamp.deed());
            assignment.last = stamp.at;
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let report =
            |(id, _): (&AssignmentId, &Assignment)| Some(Self { assignment: id.clone(), text: some_text()? });
        ask.state.assignments.open().filter_map(report).collect()
    }
}

impl ActType for ExtendAssignment {
    type Names<'s> = &'s Assignment;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard { rule: OPEN, check: |it| is_open(it.names) },
        Guard { rule: AHEAD, check: |it| it.due_lies_ahead(Some(it.act.due)) },
        Guard {
            rule: Rule::always(
                "assignment.extension_is_later",
                "延期后的时限晚于原时限",
                "the new due date is later than the old one",
            ),
            check: |it| match it.names.due {
                Some(due) if it.act.due <= due => Err(Finding::Differs {
                    found: it.act.due.to_string(),
                    expected: crate::time::day_after(due).to_string(),
                }),
                _ => Ok(()),
            },
        },
    ];

    const FREE: &'static [&'static str] = &["due", "reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::new(MatterKind::Assignment, self.assignment.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.assignment)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(assignment) = state.assignments.assignments.get_mut(&self.assignment) {
            assignment.due = Some(self.due);
            assignment.extended.push(stamp.deed());
            assignment.last = stamp.at;
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let extend = |(id, it): (&AssignmentId, &Assignment)| {
            let due = it.due.map_or(ask.today(), |due| crate::time::day_after(due).max(ask.today()));
            Some(Self { assignment: id.clone(), due, reason: some_text()? })
        };
        ask.state.assignments.open().filter_map(extend).collect()
    }
}

impl ActType for CompleteAssignment {
    type Names<'s> = &'s Assignment;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: ITS_UNIT, check: |it| it.acts_for(&it.names.unit) },
        Guard { rule: OPEN, check: |it| is_open(it.names) },
    ];

    const FREE: &'static [&'static str] = &["result"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::new(MatterKind::Assignment, self.assignment.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.assignment)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.assignments.open.remove(&self.assignment);
        if let Some(assignment) = state.assignments.assignments.get_mut(&self.assignment) {
            assignment.completed = Some(stamp.deed());
            assignment.last = stamp.at;
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let complete = |(id, _): (&AssignmentId, &Assignment)| {
            Some(Self { assignment: id.clone(), result: some_text()? })
        };
        ask.state.assignments.open().filter_map(complete).collect()
    }
}

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "assignment.completed",
            "落实部门按照责任目标完成任务",
            "each assigned unit completes its assignment by the due date",
        ),
        gives: &[Verdict::Met, Verdict::NotDue, Verdict::Unmet, Verdict::Silent, Verdict::NotApplicable],
        look: |view, _, period| {
            each_assignment(view, period, |id, it| {
                let acts = &[ActKind::CompleteAssignment, ActKind::ReportProgress, ActKind::ExtendAssignment];
                vec![it.owed_by(view, &it.unit, it.completed, "result").about(id).fulfilled_by(acts)]
            })
        },
    },
    Duty {
        rule: Rule::law(
            "assignment.reported",
            "落实部门报告执行落实情况",
            "each assigned unit has reported how its assignment stands",
        ),
        gives: &[Verdict::Met, Verdict::Silent, Verdict::NotApplicable],
        look: |view, _, period| {
            each_assignment(view, period, |id, it| {
                let first = it.progress.iter().chain(&it.completed).min().copied();
                let found = Found::done_or(first, || Finding::Missing { what: vec!["report".to_owned()] });
                let acts = &[ActKind::ReportProgress, ActKind::CompleteAssignment];
                let reported = Instance::of_unit(&it.unit, found).about(id);
                vec![reported.undated().fulfilled_by(acts)]
            })
        },
    },
    Duty {
        rule: Rule::law(
            "assignment.has_target",
            "任务有责任目标",
            "each assignment says what is to be reached",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged, Verdict::NotApplicable],
        look: |view, _, period| {
            each_assignment(view, period, |id, it| {
                let Deed { at, no } = it.made;
                let found = match it.target {
                    Some(_) => Found::Done { at, entries: vec![no] },
                    None => Found::NotJudged { entries: vec![no] },
                };
                vec![Instance::of_role(Role::Office, found).about(id).on_day(Some(at.date()))]
            })
        },
    },
    Duty {
        rule: Rule::law(
            "cooperation.entered",
            "配合单位积极配合",
            "each unit named to cooperate has done something by the due date",
        ),
        gives: &[Verdict::Met, Verdict::NotDue, Verdict::Unmet, Verdict::Silent, Verdict::NotApplicable],
        look: |view, _, period| {
            each_assignment(view, period, |id, it| {
                let cooperates = |unit: &UnitId| {
                    let first = it.cooperated.get(unit).and_then(|all| all.iter().min().copied());
                    it.owed_by(view, unit, first, "cooperation")
                        .about(id)
                        .fulfilled_by(&[ActKind::EnterCooperation])
                };
                it.cooperating.iter().map(cooperates).collect()
            })
        },
    },
    Duty {
        rule: Rule::law(
            "matter.has_an_owner",
            "需要推动的议定事项明确落实部门",
            "an agreed matter that needs work is assigned to a unit",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged, Verdict::NotApplicable],
        look: |view, _, period| {
            let items = view.state.decisions.settled_in(period).filter(|(_, it)| it.is_agreed());
            let owned = |(id, item): (&ItemId, &Item)| {
                let settled = item.settled?;
                let found = match view.state.assignments.of_item(id).map(|it| it.made).min() {
                    Some(Deed { at, no }) => Found::Done { at, entries: vec![settled.no, no] },
                    // Whether a matter needs work nobody but the meeting can say.
                    None => Found::NotJudged { entries: vec![settled.no] },
                };
                let instance =
                    Instance::of_role(Role::Office, found).about(id).fulfilled_by(&[ActKind::Assign]);
                Some(instance.on_day(Some(settled.at.date())))
            };
            or_not_applicable(items.filter_map(owned).collect())
        },
    },
];

/// What `look` finds of each assignment that was open on some day of the period.
fn each_assignment(
    view: &View<'_>,
    period: Period,
    look: impl Fn(&AssignmentId, &Assignment) -> Vec<Instance>,
) -> Vec<Instance> {
    let all = view.state.assignments.assignments.iter();
    or_not_applicable(
        all.filter(|(_, it)| it.was_open_in(period)).flat_map(|(id, it)| look(id, it)).collect(),
    )
}

/// An assignment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Assignment {
    pub(crate) item: ItemId,
    pub(crate) unit: UnitId,
    pub(crate) cooperating: Vec<UnitId>,
    pub(crate) target: Option<Text>,
    /// As last extended.
    pub(crate) due: Option<Date>,
    pub(crate) made: Deed,
    /// What each cooperating unit entered.
    pub(crate) cooperated: BTreeMap<UnitId, Vec<Deed>>,
    pub(crate) progress: Vec<Deed>,
    pub(crate) extended: Vec<Deed>,
    pub(crate) completed: Option<Deed>,
    pub(crate) last: Time,
}

since! { Assignment(last); }

impl Assignment {
    pub(crate) fn is_open(&self) -> bool {
        self.completed.is_none()
    }

    pub(crate) fn was_open_in(&self, period: Period) -> bool {
        self.made.at.date() <= period.to && self.completed.is_none_or(|it| it.at.date() >= period.from)
    }
}

impl Assignment {
    /// What a unit owes under it, done or not; without a due date the latter cannot be judged.
    fn owed_by(&self, view: &View<'_>, unit: &UnitId, done: Option<Deed>, what: &str) -> Instance {
        let before = [self.made].into_iter().chain(self.progress.iter().copied());
        let before = before.chain(self.extended.iter().copied());
        let mut entries: BTreeSet<u32> = before.map(|it| it.no).collect();
        entries.extend(done.map(|it| it.no));
        let entries = entries.into_iter().collect();
        let found = match done {
            Some(Deed { at, .. }) => Found::Done { at, entries },
            None => Found::Open { finding: Finding::Missing { what: vec![what.to_owned()] }, entries },
        };
        let owed = Instance::of_unit(unit, found).owed_to(Role::Office).since(self.made.at.date());
        match self.due {
            Some(due) => owed.due(Some(Due::on(view.calendar, due))),
            None => owed.undated(),
        }
    }
}

/// Assignments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Assignments {
    pub(crate) assignments: BTreeMap<AssignmentId, Assignment>,
    /// The assignments that are not completed.
    pub(crate) open: BTreeSet<AssignmentId>,
    /// The assignments under each matter.
    pub(crate) of_item: BTreeMap<ItemId, Vec<AssignmentId>>,
}

stands_for! { AssignmentId => Assignment in assignments.assignments; }

impl Assignments {
    /// The assignments under a matter.
    pub(crate) fn of_item(&self, item: &ItemId) -> impl Iterator<Item = &Assignment> {
        self.of_item.get(item).into_iter().flatten().filter_map(|it| self.assignments.get(it))
    }

    pub(crate) fn open(&self) -> impl Iterator<Item = (&AssignmentId, &Assignment)> {
        self.open.iter().filter_map(|it| self.assignments.get_key_value(it))
    }
}
