//! Membership: the guards that concepts share on who acts for a unit, for the office, for the body.

pub(crate) mod admit_unit;
pub(crate) mod authorize;
pub(crate) mod confirm_appointment;
pub(crate) mod duties;
pub(crate) mod end_naming;
pub(crate) mod end_unit;
pub(crate) mod fill_post;
pub(crate) mod merge_units;
pub(crate) mod move_functions;
pub(crate) mod name_liaison_officer;
pub(crate) mod name_member;
pub(crate) mod naming;
pub(crate) mod notify_change;
pub(crate) mod posts;
pub(crate) mod rename_unit;
pub(crate) mod revoke_authorization;
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
        succession::FOR_UNIT,
        view::{Ask, Case, View},
    },
    state::{
        authorization::Authorization,
        membership::{Naming, Unit},
    },
    terms::{
        id::UnitId,
        words::{Named, Role},
    },
};

const ACTS_FOR_UNIT: Rule = Rule::law(
    "actor.acts_for_unit",
    "由该单位的负责人、成员、联络员或者受其授权办理此事的人员代表该单位办理；确定成员、指派联络员，也可由办公室依该单位来函记录并附来函",
    "whoever acts for the unit is its responsible person, its member or its liaison officer, or was entrusted by it with the \
     matter; whom it names, the office may also record with its letter attached",
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

const UNITS_STAND: Rule = Rule::always(
    "unit.has_not_ended",
    "所列单位当日没有撤销、合并",
    "the units named have not ended that day",
);

/// The guard that the units are there that day: what falls on one that has ended falls on the units in its place.
pub(crate) const fn of_standing_units<A: ActType>(check: fn(&Case<'_, A>) -> Check) -> Guard<A> {
    Guard { rule: UNITS_STAND, check }
}

impl Ask<'_> {
    /// Checks that the units have not ended that day.
    pub(crate) fn stand<'u>(&self, units: impl IntoIterator<Item = &'u UnitId>) -> Check {
        let stands =
            |it: &UnitId| self.state.membership().units.get(it).is_none_or(|it| it.stands(self.today()));
        let ended: Vec<UnitId> = units.into_iter().filter(|it| !stands(it)).cloned().collect();
        ensure(ended.is_empty(), || Finding::StrangeUnits { units: ended })
    }

    /// Checks that the actor acts that day for the unit or, once it has ended, for one in its place.
    pub(crate) fn acts_for(&self, unit: &UnitId) -> Check {
        self.speaks(unit, self.today(), FOR_UNIT)
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

since! { Authorization; Naming; Unit; }

stands_for! { UnitId => Unit in membership.units; }
