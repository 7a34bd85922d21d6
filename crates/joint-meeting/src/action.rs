//! Joint work: working groups, joint actions, joint enforcement, inspections of streets.
//!
//! What is agreed and handed to a unit is in `assignment`; the other standing functions are in `function`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::{
    act::{ActKind, ActType, Resolver, new_name, since, some_text, stands_for},
    charter::{
        Charter, Clause, ReadingKey, SettingKey,
        readings::{ActionYear, EnforcementCounts, FirstYear, GroupPurpose},
        settings::Role,
    },
    deed::{Deed, Stamp},
    duty::{BY_CADENCE, Found, Instance, by_cadence, founded_on, or_not_applicable},
    entry::Outcome,
    id::{ActionId, GroupId, InspectionId, Text, UnitId},
    law::{MatterKind, MatterRef},
    membership::{UnitKind, by_office, word},
    moments::Moments,
    record::{record, words},
    refusal::{Finding, Standing},
    rule::{Ask, Case, Check, Duty, Guard, Rule, View, ensure, remedy},
    state::State,
    time::{Period, Time},
    verdict::{Bearer, Verdict},
};

words! {
    /// What a joint working group is formed for.
    pub enum Purpose {
        /// Joint inspection of streets (联合督导检查).
        Inspection,
        /// Special rectification (专项整治).
        Rectification,
        /// Something else.
        Other,
    }
}

record! {
    /// Forms a joint working group (成立联合工作组).
    pub struct FormWorkingGroup {
        /// Its new name here.
        pub group: GroupId,
        /// What it is formed for.
        pub purpose: Purpose,
        /// The unit that heads it.
        pub head: UnitId,
        /// The units in it.
        #[serde(deserialize_with = "crate::wire::list")]
        pub units: Vec<UnitId>,
        /// The streets it goes to.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub streets: Vec<Text>,
        /// The units in it that are not member units and have consented.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub consents: Vec<UnitId>,
    }

    /// Ends a joint working group with its report (联合工作组结束).
    pub struct EndWorkingGroup {
        /// The group.
        pub group: GroupId,
        /// Its report.
        pub report: Text,
    }

    /// Plans a joint action (制定联合治理行动方案).
    pub struct PlanJointAction {
        /// Its new name here.
        pub action: ActionId,
        /// The problem it targets (难点、堵点).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub problem: Option<Text>,
        /// The units that take part.
        #[serde(deserialize_with = "crate::wire::list")]
        pub units: Vec<UnitId>,
        /// The working group that carries it out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub group: Option<GroupId>,
    }

    /// Starts a joint action (开展联合治理行动).
    pub struct StartJointAction {
        /// The action.
        pub action: ActionId,
    }

    /// Finishes a joint action with its result (联合治理行动结束).
    pub struct FinishJointAction {
        /// The action.
        pub action: ActionId,
        /// Its result.
        pub result: Text,
    }

    /// Records joint enforcement (联合执法).
    pub struct RecordJointEnforcement {
        /// The units that took part.
        #[serde(deserialize_with = "crate::wire::list")]
        pub units: Vec<UnitId>,
        /// What came of it.
        pub result: Text,
        /// The joint action of which it is part; if that was only planned, it begins with this.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub counts_as: Option<ActionId>,
    }

    /// Records a supervisory inspection of a street (督导检查).
    pub struct RecordInspection {
        /// Its new name here.
        pub inspection: InspectionId,
        /// The street.
        pub street: Text,
        /// The same, where the street is a unit known here.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<UnitId>,
        /// The units that inspected it.
        #[serde(deserialize_with = "crate::wire::list")]
        pub units: Vec<UnitId>,
        /// What was found.
        pub findings: Text,
        /// Whether something has to be put right (需整改).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub rectify: bool,
        /// The working group that inspected it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub group: Option<GroupId>,
    }

    /// Records that what an inspection found was put right (整改).
    pub struct RecordRectification {
        /// The inspection.
        pub inspection: InspectionId,
        /// What was done.
        pub result: Text,
    }
}

const RECORDED: Rule = Rule::law(
    "work.recorded_by_unit_or_office",
    "工作由参加的单位或者办公室记录",
    "work is recorded by a unit that took part or by the office",
);

/// A unit that took part or the office does this.
pub(crate) const fn by_unit_or_office<A: ActType>(check: fn(&Case<'_, A>) -> Check) -> Guard<A> {
    Guard { rule: RECORDED, check }
}

const UNITS_NAMED: Rule =
    Rule::always("work.names_its_units", "记录写明参加的单位", "the record names the units that took part");

/// The record names units.
pub(crate) const fn of_named_units<A: ActType>(check: fn(&Case<'_, A>) -> Check) -> Guard<A> {
    Guard { rule: UNITS_NAMED, check }
}

const GROUP_AT_WORK: Rule =
    Rule::always("group.is_at_work", "该联合工作组尚未结束", "the working group has not ended");

/// Units are named.
pub(crate) fn names_units(units: &[UnitId]) -> Check {
    ensure(!units.is_empty(), || Finding::Missing { what: vec!["units".to_owned()] })
}

/// So many different units at least.
pub(crate) fn units_at_least<'u>(units: impl IntoIterator<Item = &'u UnitId>, need: u16) -> Check {
    let units: BTreeSet<&UnitId> = units.into_iter().collect();
    let have = u32::try_from(units.len()).unwrap_or(u32::MAX);
    ensure(have >= u32::from(need), || Finding::TooFew { have, need: need.into() })
}

fn is_at_work(group: Option<&Group>) -> Check {
    let ended = group.is_some_and(|it| it.ended.is_some());
    ensure(!ended, || Finding::state(Standing::Ended, &[Standing::AtWork]))
}

impl Ask<'_> {
    /// The actor is of the office, or acts for one of the units.
    pub(crate) fn records_for<'u>(&self, units: impl IntoIterator<Item = &'u UnitId>) -> Check {
        const OF_UNIT: [Role; 3] = [Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer];
        let holds = |role: Role, unit| self.holds(role, self.by, unit, self.today());
        if holds(Role::Office, None) {
            return Ok(());
        }
        let (mut only, mut count) = (None, 0_u32);
        for unit in units {
            if OF_UNIT.into_iter().any(|role| holds(role, Some(unit))) {
                return Ok(());
            }
            (only, count) = (Some(unit.clone()), count + 1);
        }
        let of_unit = OF_UNIT.into_iter().filter(|_| count > 0);
        Err(Finding::NeedsRole {
            roles: std::iter::once(Role::Office).chain(of_unit).collect(),
            unit: only.filter(|_| count == 1),
        })
    }

    /// A member unit for a candidate: the actor's own, or the first.
    pub(crate) fn some_member(&self) -> Option<UnitId> {
        let members = self.members_on(self.today());
        let own = members.iter().find(|it| self.acts_for(it).is_ok());
        own.or(members.first()).map(|it| (*it).clone())
    }

    /// Two member units for a candidate, the actor's own first.
    fn two_members(&self) -> Vec<UnitId> {
        let own = self.some_member();
        let others = self.members_on(self.today()).into_iter().filter(|it| Some(*it) != own.as_ref());
        own.iter().chain(others).take(2).cloned().collect()
    }
}

/// Looks units up.
pub(crate) fn known_units<'u>(names: &mut Resolver<'_>, units: impl IntoIterator<Item = &'u UnitId>) {
    for unit in units {
        names.known(unit);
    }
}

fn known_group<'s>(names: &mut Resolver<'s>, id: Option<&GroupId>) -> Option<Option<&'s Group>> {
    match id {
        Some(id) => names.known(id).map(Some),
        None => Some(None),
    }
}

impl ActType for FormWorkingGroup {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "group.formed_by_office_or_convener",
                "联合工作组由办公室或者召集人组织成立",
                "the office or the convener forms a joint working group",
            ),
            check: |it| it.needs(&[Role::Office, Role::Convener], None),
        },
        Guard {
            rule: Rule::law(
                "group.for_inspection",
                "联合工作组深入各街开展联合督导检查",
                "a joint working group is formed to inspect streets",
            )
            .reads(&[ReadingKey::GroupPurpose]),
            check: |it| {
                if it.reading::<GroupPurpose>() == GroupPurpose::Any {
                    return Ok(());
                }
                ensure(it.act.purpose == Purpose::Inspection, || Finding::NotAllowed {
                    value: word(&it.act.purpose),
                    allowed: vec![word(&Purpose::Inspection)],
                })?;
                ensure(!it.act.streets.is_empty(), || Finding::Missing { what: vec!["streets".to_owned()] })
            },
        },
        Guard {
            rule: Rule::always(
                "group.of_two_units_or_more",
                "联合工作组由两个以上单位组成",
                "a joint working group has two units or more",
            ),
            check: |it| units_at_least(it.act.units.iter().chain([&it.act.head]), 2),
        },
        Guard {
            rule: Rule::law(
                "group.outsiders_consented",
                "非成员单位参加联合工作组须经其同意",
                "units in the group that are not member units have consented",
            ),
            check: |it| {
                let units: BTreeSet<&UnitId> = it.act.units.iter().chain([&it.act.head]).collect();
                let asked = units.into_iter().filter(|unit| !it.is_member(unit, it.today()));
                let missing: Vec<UnitId> =
                    asked.filter(|unit| !it.act.consents.contains(unit)).cloned().collect();
                ensure(missing.is_empty(), || Finding::MissingUnits { units: missing })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["group", "streets"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        names.free(&self.group);
        known_units(names, self.units.iter().chain([&self.head]).chain(&self.consents));
        Some(())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let group = Group {
            head: self.head.clone(),
            units: self.units.clone(),
            formed: stamp.deed(),
            ended: None,
            last: stamp.at,
        };
        state.actions.groups.insert(self.group.clone(), group);
        state.actions.groups_at_work.insert(self.group.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let units = ask.two_members();
        let form = |purpose: &Purpose| {
            Some(Self {
                group: new_name(ask)?,
                purpose: *purpose,
                head: units.first()?.clone(),
                units: units.clone(),
                streets: vec![some_text()?],
                consents: Vec::new(),
            })
        };
        Purpose::ALL.iter().filter_map(form).collect()
    }
}

impl ActType for EndWorkingGroup {
    type Names<'s> = &'s Group;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(it.names.units.iter().chain([&it.names.head]))),
        Guard { rule: GROUP_AT_WORK, check: |it| is_at_work(Some(it.names)) },
    ];

    const FREE: &'static [&'static str] = &["report"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::new(MatterKind::Group, self.group.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.group)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(group) = state.actions.groups.get_mut(&self.group) {
            group.ended = Some(stamp.deed());
            group.last = stamp.at;
        }
        state.actions.groups_at_work.remove(&self.group);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let groups = ask.state.actions.groups_at_work.iter();
        groups.filter_map(|group| Some(Self { group: group.clone(), report: some_text()? })).collect()
    }
}

impl ActType for PlanJointAction {
    type Names<'s> = Option<&'s Group>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "action.targets_a_problem",
                "联合治理行动针对难点、堵点问题",
                "a joint action targets a problem that is named",
            ),
            check: |it| {
                ensure(it.act.problem.is_some(), || Finding::Missing { what: vec!["problem".to_owned()] })
            },
        },
        Guard {
            rule: Rule::law(
                "action.of_enough_units",
                "参加联合治理行动的单位达到规定数量",
                "as many units take part in a joint action as the charter asks for",
            )
            .needs(&[SettingKey::ActionUnits]),
            check: |it| match it.settings().action_units.fixed() {
                Some(need) => units_at_least(&it.act.units, *need),
                None => Ok(()),
            },
        },
        of_named_units(|it| names_units(&it.act.units)),
        Guard { rule: GROUP_AT_WORK, check: |it| is_at_work(it.names) },
    ];

    const FREE: &'static [&'static str] = &["action", "problem", "units"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.free(&self.action);
        known_units(names, &self.units);
        known_group(names, self.group.as_ref())
    }

    fn since(group: &Self::Names<'_>) -> Option<Time> {
        group.map(|it| it.formed.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let action = Action {
            units: self.units.clone(),
            planned: stamp.deed(),
            started: None,
            finished: None,
            last: stamp.at,
        };
        state.actions.touch(self.group.as_ref(), stamp.at);
        state.actions.actions.insert(self.action.clone(), action);
        state.actions.open_actions.insert(self.action.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let plan = |group: Option<&GroupId>| {
            Some(Self {
                action: new_name(ask)?,
                problem: some_text(),
                units: ask.two_members(),
                group: group.cloned(),
            })
        };
        let group = ask.state.actions.groups_at_work.last();
        std::iter::once(None).chain(group.map(Some)).filter_map(plan).collect()
    }
}

impl ActType for StartJointAction {
    type Names<'s> = &'s Action;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.names.units)),
        Guard {
            rule: Rule::always(
                "action.is_planned",
                "该行动已有方案，尚未开展",
                "the action is planned and has not started",
            )
            .cured_by(&[remedy(ActKind::PlanJointAction, &[Role::Office])]),
            check: |it| it.names.must_be(&[ActionStage::Planned]),
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::new(MatterKind::Action, self.action.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.action)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.actions.start(&self.action, stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let planned = ask.state.actions.open(|it| it.started.is_none());
        planned.map(|action| Self { action: action.clone() }).collect()
    }
}

impl ActType for FinishJointAction {
    type Names<'s> = &'s Action;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.names.units)),
        Guard {
            rule: Rule::always(
                "action.is_running",
                "该行动已经开展，尚未结束",
                "the action has started and has not finished",
            )
            .cured_by(&[remedy(ActKind::StartJointAction, &[Role::Office, Role::MemberUnit])]),
            check: |it| it.names.must_be(&[ActionStage::Running]),
        },
    ];

    const FREE: &'static [&'static str] = &["result"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::new(MatterKind::Action, self.action.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.action)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(action) = state.actions.actions.get_mut(&self.action) {
            action.finished = Some(stamp.deed());
            action.last = stamp.at;
        }
        state.actions.finished.note(stamp.deed());
        state.actions.open_actions.remove(&self.action);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let running = ask.state.actions.open(|it| it.started.is_some());
        running.filter_map(|action| Some(Self { action: action.clone(), result: some_text()? })).collect()
    }
}

impl ActType for RecordJointEnforcement {
    type Names<'s> = Option<&'s Action>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.act.units)),
        Guard {
            rule: Rule::always(
                "enforcement.of_two_units_or_more",
                "联合执法由两个以上单位参加",
                "two units or more take part in joint enforcement",
            ),
            check: |it| units_at_least(&it.act.units, 2),
        },
        Guard {
            rule: Rule::always(
                "enforcement.part_of_an_open_action",
                "所属行动尚未结束",
                "the action of which it is part has not finished",
            ),
            check: |it| {
                it.names.map_or(Ok(()), |it| it.must_be(&[ActionStage::Planned, ActionStage::Running]))
            },
        },
    ];

    const FREE: &'static [&'static str] = &["units", "result"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        known_units(names, &self.units);
        match &self.counts_as {
            Some(action) => names.known(action).map(Some),
            None => Some(None),
        }
    }

    fn since(action: &Self::Names<'_>) -> Option<Time> {
        action.map(|it| it.planned.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let actions = &mut state.actions;
        match &self.counts_as {
            None => actions.enforcement.note(stamp.deed()),
            Some(id) => match actions.actions.get_mut(id) {
                Some(action) if action.started.is_some() => action.last = action.last.max(stamp.at),
                _ => actions.start(id, stamp.deed()),
            },
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let record = |action: Option<&ActionId>| {
            Some(Self { units: ask.two_members(), result: some_text()?, counts_as: action.cloned() })
        };
        let action = ask.state.actions.open_actions.last();
        std::iter::once(None).chain(action.map(Some)).filter_map(record).collect()
    }
}

impl ActType for RecordInspection {
    type Names<'s> = Option<&'s Group>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.act.units)),
        of_named_units(|it| names_units(&it.act.units)),
        Guard {
            rule: Rule::law("inspection.of_a_street", "督导检查的对象是街道", "a street is inspected"),
            check: |it| {
                let kind = it.act.unit.as_ref().and_then(|unit| it.state.membership.units.get(unit));
                let kind = kind.map_or(UnitKind::Street, |it| it.kind);
                ensure(kind == UnitKind::Street, || Finding::NotAllowed {
                    value: word(&kind),
                    allowed: vec![word(&UnitKind::Street)],
                })
            },
        },
        Guard { rule: GROUP_AT_WORK, check: |it| is_at_work(it.names) },
    ];

    const FREE: &'static [&'static str] = &["inspection", "street", "findings", "rectify"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.free(&self.inspection);
        known_units(names, self.units.iter().chain(&self.unit));
        known_group(names, self.group.as_ref())
    }

    fn since(group: &Self::Names<'_>) -> Option<Time> {
        group.map(|it| it.formed.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let inspection = Inspection {
            unit: self.unit.clone(),
            units: self.units.clone(),
            rectify: self.rectify,
            rectified: None,
            made: stamp.at,
            last: stamp.at,
        };
        let actions = &mut state.actions;
        actions.touch(self.group.as_ref(), stamp.at);
        actions.inspections.insert(self.inspection.clone(), inspection);
        if self.rectify {
            actions.to_rectify.insert(self.inspection.clone());
        }
        if let Some(unit) = &self.unit {
            actions.inspected.entry(unit.clone()).or_default().note(stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let record = |group: Option<&GroupId>| {
            Some(Self {
                inspection: new_name(ask)?,
                street: some_text()?,
                unit: ask.streets().next().cloned(),
                units: ask.two_members(),
                findings: some_text()?,
                rectify: true,
                group: group.cloned(),
            })
        };
        let group = ask.state.actions.groups_at_work.last();
        std::iter::once(None).chain(group.map(Some)).filter_map(record).collect()
    }
}

impl ActType for RecordRectification {
    type Names<'s> = &'s Inspection;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(it.names.units.iter().chain(&it.names.unit))),
        Guard {
            rule: Rule::always(
                "inspection.awaits_rectification",
                "该次检查有待整改",
                "the inspection found something that is not yet put right",
            ),
            check: |it| {
                let is = match (it.names.rectify, it.names.rectified) {
                    (true, None) => return Ok(()),
                    (true, Some(_)) => Standing::Rectified,
                    (false, _) => Standing::NothingToRectify,
                };
                Err(Finding::state(is, &[Standing::AwaitsRectification]))
            },
        },
    ];

    const FREE: &'static [&'static str] = &["result"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        MatterRef::new(MatterKind::Inspection, self.inspection.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.inspection)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(inspection) = state.actions.inspections.get_mut(&self.inspection) {
            inspection.rectified = Some(stamp.deed());
            inspection.last = stamp.at;
        }
        state.actions.to_rectify.remove(&self.inspection);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let open = ask.state.actions.to_rectify.iter();
        open.filter_map(|it| Some(Self { inspection: it.clone(), result: some_text()? })).collect()
    }
}

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "action.yearly",
            "按规定次数开展联合治理行动",
            "joint actions are carried out as often as the charter asks",
        )
        .needs(&[SettingKey::ActionCadence])
        .reads(&[ReadingKey::ActionYear, ReadingKey::EnforcementCounts, ReadingKey::FirstYear]),
        gives: BY_CADENCE,
        look: actions_carried_out,
    },
    Duty {
        rule: Rule::law("group.formed", "可以成立联合工作组", "joint working groups may be formed"),
        gives: &[Verdict::NotJudged, Verdict::NotApplicable],
        look: |view, _, period| {
            let formed = view.state.done_in(ActKind::FormWorkingGroup, period);
            let entries: Vec<u32> = formed.map(|it| it.no).collect();
            let found = if entries.is_empty() { Found::NotApplicable } else { Found::NotJudged { entries } };
            vec![Instance::new(Bearer::Body, found)]
        },
    },
    Duty {
        rule: Rule::law(
            "inspection.cadence",
            "按规定次数对各街开展督导检查",
            "each street is inspected as often as the charter asks",
        )
        .needs(&[SettingKey::InspectionCadence])
        .reads(&[ReadingKey::FirstYear]),
        gives: BY_CADENCE,
        look: streets_inspected,
    },
];

fn actions_carried_out(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let actions = &view.state.actions;
    let done = match view.reading() {
        ActionYear::Started => &actions.started,
        ActionYear::Finished => &actions.finished,
    };
    let also = match view.reading() {
        EnforcementCounts::Yes => &actions.enforcement,
        EnforcementCounts::No => Moments::NONE,
    };
    let Some(cadence) = view.settings().action_cadence.fixed() else {
        return vec![silent(done.within(period).chain(also.within(period)))];
    };
    let Some(period) = in_force(view, period) else {
        return or_not_applicable(Vec::new());
    };
    let acts = &[ActKind::PlanJointAction, ActKind::StartJointAction, ActKind::FinishJointAction];
    let done: Vec<Deed> = done.near(period).chain(also.near(period)).collect();
    by_cadence(view, &Bearer::Body, cadence, period, &done, acts)
}

fn streets_inspected(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let all = view.state.done(ActKind::RecordInspection);
    let Some(cadence) = view.settings().inspection_cadence.fixed() else {
        return vec![silent(all.within(period))];
    };
    let Some(period) = in_force(view, period) else {
        return or_not_applicable(Vec::new());
    };
    let mut found = Vec::new();
    for street in view.streets() {
        let done = view.state.actions.inspected.get(street).unwrap_or(Moments::NONE);
        let done: Vec<Deed> = done.near(period).collect();
        let each = by_cadence(view, &Bearer::Body, cadence, period, &done, &[ActKind::RecordInspection]);
        let of_street = |it: Instance| {
            let part = it.subject.clone().unwrap_or_default();
            it.about(format!("{street} {part}"))
        };
        found.extend(each.into_iter().map(of_street));
    }
    if found.is_empty() {
        // Nobody knows which streets there are.
        let entries = entries(all.within(period));
        found.push(Instance::new(Bearer::Body, Found::NotJudged { entries }));
    }
    found
}

/// What was done, where the charter gives no number.
fn silent(done: impl Iterator<Item = Deed>) -> Instance {
    Instance::new(Bearer::Body, Found::Silent { entries: entries(done) })
}

fn entries(done: impl Iterator<Item = Deed>) -> Vec<u32> {
    done.map(|it| it.no).collect()
}

/// The part of a period in which duties run, by the reading of the first year.
fn in_force(view: &View<'_>, period: Period) -> Option<Period> {
    match (view.reading(), founded_on(view)) {
        (FirstYear::NextYear, Some(founded)) => {
            let from = Period::year(founded.year() + 1)?.from;
            period.overlap(Period { from, to: period.to })
        }
        _ => Some(period),
    }
}

impl<'s> View<'s> {
    /// The streets known here that were not merged into others.
    fn streets(&self) -> impl Iterator<Item = &'s UnitId> {
        let units = self.state.membership.units.iter();
        units.filter(|(_, it)| it.kind == UnitKind::Street && it.successor.is_none()).map(|(id, _)| id)
    }
}

/// A joint working group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Group {
    pub(crate) head: UnitId,
    pub(crate) units: Vec<UnitId>,
    pub(crate) formed: Deed,
    pub(crate) ended: Option<Deed>,
    pub(crate) last: Time,
}

words! {
    /// How far a joint action has come.
    pub(crate) enum ActionStage {
        Planned,
        Running,
        Finished,
    }
}

/// A joint action.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Action {
    pub(crate) units: Vec<UnitId>,
    pub(crate) planned: Deed,
    pub(crate) started: Option<Deed>,
    pub(crate) finished: Option<Deed>,
    pub(crate) last: Time,
}

impl Action {
    pub(crate) fn stage(&self) -> ActionStage {
        match (self.started, self.finished) {
            (_, Some(_)) => ActionStage::Finished,
            (Some(_), None) => ActionStage::Running,
            (None, None) => ActionStage::Planned,
        }
    }
}

impl Action {
    fn must_be(&self, needs: &[ActionStage]) -> Check {
        ensure(needs.contains(&self.stage()), || Finding::state(self.stage(), needs))
    }
}

/// An inspection of a street.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Inspection {
    /// The street, where it is known here.
    pub(crate) unit: Option<UnitId>,
    /// The units that inspected it.
    pub(crate) units: Vec<UnitId>,
    pub(crate) rectify: bool,
    pub(crate) rectified: Option<Deed>,
    pub(crate) made: Time,
    pub(crate) last: Time,
}

since! {
    Group(last);
    Action(last);
    Inspection(last);
}

/// Working groups, joint actions, inspections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Actions {
    pub(crate) groups: BTreeMap<GroupId, Group>,
    /// The groups that have not ended.
    pub(crate) groups_at_work: BTreeSet<GroupId>,
    pub(crate) actions: BTreeMap<ActionId, Action>,
    /// The actions that have not finished.
    pub(crate) open_actions: BTreeSet<ActionId>,
    pub(crate) inspections: BTreeMap<InspectionId, Inspection>,
    /// The inspections that found something not yet put right.
    pub(crate) to_rectify: BTreeSet<InspectionId>,
    /// When each street known here was inspected.
    pub(crate) inspected: BTreeMap<UnitId, Moments>,
    /// When actions started and finished.
    pub(crate) started: Moments,
    pub(crate) finished: Moments,
    /// Joint enforcement that is part of no action.
    pub(crate) enforcement: Moments,
}

stands_for! {
    GroupId => Group in actions.groups;
    ActionId => Action in actions.actions;
    InspectionId => Inspection in actions.inspections;
}

impl Actions {
    pub(crate) fn open(&self, which: fn(&Action) -> bool) -> impl Iterator<Item = &ActionId> {
        self.open_actions.iter().filter(move |id| self.actions.get(*id).is_some_and(which))
    }

    pub(crate) fn start(&mut self, id: &ActionId, deed: Deed) {
        if let Some(action) = self.actions.get_mut(id) {
            action.started = Some(deed);
            action.last = deed.at;
        }
        self.started.note(deed);
    }

    /// A group did something.
    pub(crate) fn touch(&mut self, group: Option<&GroupId>, at: Time) {
        if let Some(group) = group.and_then(|it| self.groups.get_mut(it)) {
            group.last = group.last.max(at);
        }
    }
}
