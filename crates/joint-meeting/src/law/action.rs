//! Joint work: what the acts on working groups, joint actions, joint enforcement and inspections share.
//!
//! What is agreed and handed to a unit is in `assignment`; the other standing functions are in `function`.

pub(crate) mod drop_joint_action;
pub(crate) mod duties;
pub(crate) mod end_working_group;
pub(crate) mod finish_joint_action;
pub(crate) mod form_working_group;
pub(crate) mod plan_joint_action;
pub(crate) mod record_inspection;
pub(crate) mod record_joint_enforcement;
pub(crate) mod record_rectification;
pub(crate) mod regroup_joint_action;
pub(crate) mod start_joint_action;

use crate::{
    charter::settings::SettingKey,
    kernel::{
        act::ActType,
        finding::{Finding, Standing},
        resolver::{Resolver, since, stands_for},
        rule::{Check, Guard, Rule, ensure},
        view::{Ask, Case, View},
    },
    state::action::{ActionStage, Inspection, JointAction, WorkingGroup},
    terms::{
        deed::is_done,
        id::{ActionId, GroupId, InspectionId, UnitId},
        time::Date,
        words::{Role, UnitKind},
    },
};

const RECORDED: Rule = Rule::law(
    "work.recorded_by_unit_or_office",
    "工作由参加的单位或者办公室记录",
    "work is recorded by a unit that took part or by the office",
);

/// The guard that a unit that took part, or the office, does this.
pub(crate) const fn by_unit_or_office<A: ActType>(check: fn(&Case<'_, A>) -> Check) -> Guard<A> {
    Guard { rule: RECORDED, check }
}

const UNITS_NAMED: Rule =
    Rule::always("work.names_its_units", "记录写明参加的单位", "the record names the units that took part");

/// The guard that the record names units.
pub(crate) const fn of_named_units<A: ActType>(check: fn(&Case<'_, A>) -> Check) -> Guard<A> {
    Guard { rule: UNITS_NAMED, check }
}

pub(crate) const GROUP_AT_WORK: Rule =
    Rule::always("group.is_at_work", "该联合工作组尚未结束", "the working group has not ended");

pub(crate) fn must_be_at_work(is_at_work: bool) -> Check {
    ensure(is_at_work, || Finding::state(Standing::Ended, &[Standing::AtWork]))
}

/// Checks that units are named.
pub(crate) fn names_units(units: &[UnitId]) -> Check {
    ensure(!units.is_empty(), || Finding::Missing { what: vec!["units".to_owned()] })
}

const ENOUGH_UNITS: Rule = Rule::law(
    "action.of_enough_units",
    "参加联合治理行动的单位达到规定数量",
    "as many units take part in a joint action as the charter asks for",
)
.needs(&[SettingKey::ActionUnits]);

/// The guard that as many units take part in a joint action as the charter asks for.
pub(crate) const fn of_enough_units<A: ActType>(check: fn(&Case<'_, A>) -> Check) -> Guard<A> {
    Guard { rule: ENOUGH_UNITS, check }
}

impl View<'_> {
    /// How many units stand today for those that were named on a day: two that were merged are one.
    pub(crate) fn standing_for<'u>(&self, units: impl IntoIterator<Item = &'u UnitId>, since: Date) -> u32 {
        u32::try_from(self.answering(units, since).len()).unwrap_or(u32::MAX)
    }

    /// Whether too few units are left of those that planned an action for what they would do to be a joint action.
    fn has_lapsed(&self, action: &JointAction) -> bool {
        let need = self.settings().action_units.fixed().copied().map_or(0, u32::from);
        action.started.is_none() && self.standing_for(&action.units, action.planned.at.date()) < need
    }
}

impl Ask<'_> {
    /// Checks that as many of the units named on a day as the charter asks for are left for a joint action.
    fn are_enough<'u>(&self, units: impl IntoIterator<Item = &'u UnitId>, since: Date) -> Check {
        let need = self.settings().action_units.fixed().copied();
        need.map_or(Ok(()), |need| self.units_at_least((units, since), need))
    }

    /// Checks that at least so many different units stand today for those named on a day.
    pub(crate) fn units_at_least<'u>(
        &self,
        (units, since): (impl IntoIterator<Item = &'u UnitId>, Date),
        need: u16,
    ) -> Check {
        let have = self.standing_for(units, since);
        ensure(have >= u32::from(need), || Finding::TooFew { have, need: need.into() })
    }

    /// Checks that the group, if there is one, was still at work: a group of which one unit is left is no joint one.
    fn is_at_work(&self, group: Option<&WorkingGroup>) -> Check {
        let over = |it: &WorkingGroup| {
            let units = it.units.iter().chain([&it.head]);
            is_done(it.ended, self.at) || self.standing_for(units, it.formed.at.date()) < 2
        };
        must_be_at_work(!group.is_some_and(over))
    }

    /// Checks that the actor is of the office, or acts for one of the units.
    pub(crate) fn records_for<'u>(&self, units: impl IntoIterator<Item = &'u UnitId>) -> Check {
        const OF_UNIT: [Role; 3] = [Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer];
        let holds = |role: Role, unit: Option<&UnitId>| self.holds(role, self.by, unit, self.today());
        if holds(Role::Office, None) {
            return Ok(());
        }
        let (mut only, mut count) = (None, 0_u32);
        for unit in self.answering(units, self.today()) {
            if OF_UNIT.iter().any(|role| holds(*role, Some(&unit))) {
                return Ok(());
            }
            (only, count) = (Some(unit), count + 1);
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

impl<'s> View<'s> {
    /// The kinds of unit that are inspected: streets, where the charter does not say.
    fn inspected_kinds(&self) -> &'s [UnitKind] {
        self.settings().inspection_of.fixed().map_or(&[UnitKind::Street], |it| it)
    }

    /// The units of these kinds that are known here and were not merged into others.
    fn inspected_units(&self) -> impl Iterator<Item = &'s UnitId> {
        let (units, kinds) = (self.state.membership().units.iter(), self.inspected_kinds());
        units.filter(|(_, it)| kinds.contains(&it.kind) && it.stands(self.on())).map(|(id, _)| id)
    }
}

impl JointAction {
    fn must_be(&self, needs: &[ActionStage]) -> Check {
        ensure(needs.contains(&self.stage()), || Finding::state(self.stage(), needs))
    }
}

since! {
    WorkingGroup(last);
    JointAction(last);
    Inspection(last);
}

stands_for! {
    GroupId => WorkingGroup in actions.groups;
    ActionId => JointAction in actions.actions;
    InspectionId => Inspection in actions.inspections;
}
