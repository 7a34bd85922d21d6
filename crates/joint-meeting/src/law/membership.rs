//! Membership: the guards that concepts share on who acts for a unit, for the office, for the body.

pub(crate) mod admit_unit;
pub(crate) mod confirm_appointment;
pub(crate) mod duties;
pub(crate) mod fill_post;
pub(crate) mod merge_units;
pub(crate) mod name_liaison_officer;
pub(crate) mod name_member;
pub(crate) mod naming;
pub(crate) mod notify_change;
pub(crate) mod posts;
pub(crate) mod rename_unit;
pub(crate) mod units;
pub(crate) mod vacate_post;
pub(crate) mod withdraw_unit;

use crate::{
    charter::settings::choices::Succession,
    kernel::{
        act::ActType,
        finding::Finding,
        resolver::{since, stands_for},
        rule::{Check, Guard, Rule, ensure},
        view::{Ask, Case, View},
    },
    state::membership::Unit,
    terms::{
        id::UnitId,
        words::{Named, Role},
    },
};

const ACTS_FOR_UNIT: Rule = Rule::law(
    "actor.acts_for_unit",
    "由该单位的负责人、成员或者联络员代表该单位办理",
    "whoever acts for the unit is its responsible person, its member or its liaison officer",
);

const OFFICE: Rule = Rule::law("actor.is_office", "日常工作由办公室办理", "daily work is done by the office");

const CONVENER: Rule = Rule::law("actor.is_convener", "由召集人办理", "the convener does this");

const MEMBER_UNIT: Rule =
    Rule::law("unit.is_member", "该单位当日是成员单位", "the unit is a member unit that day");

/// The guard that the actor acts for the unit.
pub(crate) const fn by_unit<A: ActType>(check: fn(&Case<'_, A>) -> Check) -> Guard<A> {
    Guard { rule: ACTS_FOR_UNIT, check }
}

/// The guard that the office does this.
pub(crate) const fn by_office<A: ActType>() -> Guard<A> {
    Guard { rule: OFFICE, check: |it| it.needs(&[Role::Office], None) }
}

/// The guard that the convener does this.
pub(crate) const fn by_convener<A: ActType>() -> Guard<A> {
    Guard { rule: CONVENER, check: |it| it.needs(&[Role::Convener], None) }
}

/// The guard that the units are member units that day.
pub(crate) const fn of_members<A: ActType>(check: fn(&Case<'_, A>) -> Check) -> Guard<A> {
    Guard { rule: MEMBER_UNIT, check }
}

impl Ask<'_> {
    /// Checks that the actor acts for the unit that day.
    pub(crate) fn acts_for(&self, unit: &UnitId) -> Check {
        self.needs(&[Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer], Some(unit))
    }

    /// Checks that the units are member units that day.
    pub(crate) fn members_all<'u>(&self, units: impl IntoIterator<Item = &'u UnitId>) -> Check {
        let strange: Vec<UnitId> =
            units.into_iter().filter(|it| !self.is_member(it, self.today())).cloned().collect();
        ensure(strange.is_empty(), || Finding::StrangeUnits { units: strange })
    }
}

impl<'s> View<'s> {
    /// What becomes of a change of the person so named.
    pub(crate) fn succession(&self, named: Named) -> Option<Succession> {
        let settings = self.settings();
        match named {
            Named::Member => settings.member_change.fixed().copied(),
            Named::LiaisonOfficer => settings.liaison_change.fixed().copied(),
        }
    }
}

since! { Unit; }

stands_for! { UnitId => Unit in membership.units; }
